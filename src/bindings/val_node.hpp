// The adapter over emscripten::val.
//
// Precondition for everything here: the value came out of structuredClone. It has then no getters, no proxies
// and no functions, so that reading it can't run foreign code: an exception thrown by a getter in the middle of
// a read would leave the instance broken for good.
#pragma once

#include "documents/node.hpp"
#include "documents/write.hpp"

#include <emscripten/val.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fivecars::bindings {

using emscripten::val;

class ValNode {
public:
  explicit ValNode(val value) : value_(std::move(value)) {}

  [[nodiscard]] documents::Kind kind() const {
    using documents::Kind;
    if (value_.isUndefined()) return Kind::absent;
    if (value_.isNull()) return Kind::null;
    if (value_.isTrue() || value_.isFalse()) return Kind::boolean;
    if (value_.isNumber()) return Kind::number;
    if (value_.isString()) return Kind::text;
    if (value_.isArray()) return Kind::array;
    return is_plain_object() ? Kind::object : Kind::other;
  }
  [[nodiscard]] bool boolean() const { return value_.isTrue(); }
  [[nodiscard]] double number() const { return value_.as<double>(); }
  [[nodiscard]] std::string text() const { return value_.as<std::string>(); }
  [[nodiscard]] std::size_t size() const { return value_["length"].as<unsigned>(); }
  [[nodiscard]] ValNode at(std::size_t i) const { return ValNode(listed(value_[static_cast<unsigned>(i)])); }
  [[nodiscard]] ValNode member(std::string_view name) const {
    const std::string key(name);
    static const val object = val::global("Object");
    if (!object["prototype"]["hasOwnProperty"].call<bool>("call", value_, key)) return ValNode(val::undefined());
    return ValNode(listed(value_[key.c_str()]));
  }
  [[nodiscard]] std::vector<std::string> names() const {
    const val keys = val::global("Object").call<val>("keys", value_);
    const auto count = keys["length"].as<unsigned>();
    std::vector<std::string> names;
    names.reserve(count);
    for (unsigned i = 0; i < count; ++i) names.push_back(keys[i].as<std::string>());
    return names;
  }

private:
  // Something that stands there but is undefined is not absent: a member set to undefined is a mistake.
  [[nodiscard]] static val listed(val v) {
    return v.isUndefined() ? val::global("Symbol")["iterator"] : std::move(v);
  }
  [[nodiscard]] bool is_plain_object() const {
    if (value_.typeOf().as<std::string>() != "object") return false;
    const val object = val::global("Object");
    return object.call<val>("getPrototypeOf", value_).strictlyEquals(object["prototype"]);
  }

  val value_;
};
static_assert(documents::Node<ValNode>);

struct ValBuilder {
  using Value = val;
  [[nodiscard]] static val null() { return val::null(); }
  [[nodiscard]] static val number(double x) { return val(x); }
  [[nodiscard]] static val text(std::string_view t) { return val(std::string(t)); }
  [[nodiscard]] static val boolean(bool b) { return val(b); }
  [[nodiscard]] static val object() { return val::object(); }
  [[nodiscard]] static val array() { return val::array(); }
  [[nodiscard]] static val json(std::string_view t) {
    return val::global("JSON").call<val>("parse", std::string(t));
  }
  static void set(val& whole, std::string_view name, const val& part) { whole.set(std::string(name), part); }
  static void push(val& whole, const val& part) { whole.call<void>("push", part); }
};
static_assert(documents::Builder<ValBuilder>);

}  // namespace fivecars::bindings
