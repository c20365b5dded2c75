#include "bindings/val_node.hpp"

#include <algorithm>
#include <utility>

namespace fivecars::bindings {
namespace {

using documents::Kind;

val object() { return val::global("Object"); }

// False for half of a surrogate pair, which UTF-8 has no form for: crossing would make another text of it.
// Browsers from before String.prototype.isWellFormed (2023) can't tell.
bool is_whole_text(const val& v) { return v["isWellFormed"].isUndefined() || v.call<bool>("isWellFormed"); }

Kind kind_of(const val& v) {
  if (v.isNull())
    return Kind::null;
  const std::string type = v.typeOf().as<std::string>();
  if (type == "number")
    return Kind::number;
  if (type == "string")
    return is_whole_text(v) ? Kind::text : Kind::other;
  if (type == "boolean")
    return Kind::boolean;
  if (type != "object")
    return Kind::other;
  if (v.isArray())
    return Kind::array;
  // A Map or a Date is an object without members to the eye, and none to us.
  const val prototype = object().call<val>("getPrototypeOf", v);
  return prototype.strictlyEquals(object()["prototype"]) ? Kind::object : Kind::other;
}

} // namespace

ValNode::ValNode(val value) : value_(std::move(value)), kind_(kind_of(value_)) {}
bool ValNode::boolean() const { return value_.isTrue(); }
double ValNode::number() const { return value_.as<double>(); }
std::string ValNode::text() const {
  // Too long for any limit is long enough.
  constexpr unsigned longest = 100000;
  if (value_["length"].as<unsigned>() <= longest)
    return value_.as<std::string>();
  return value_.call<val>("slice", 0, longest).as<std::string>();
}
std::size_t ValNode::size() const { return value_["length"].as<unsigned>(); }
ValNode ValNode::at(std::size_t i) const { return ValNode(value_[static_cast<unsigned>(i)]); }
ValNode ValNode::member(std::string_view name) const { return ValNode(value_[std::string(name)]); }
std::vector<std::string> ValNode::names() const {
  const val keys = object().call<val>("keys", value_);
  const auto count =
      std::min(keys["length"].as<unsigned>(), static_cast<unsigned>(documents::limits::members.max) + 1);
  std::vector<std::string> names;
  names.reserve(count);
  for (unsigned i = 0; i < count; ++i)
    names.push_back(keys[i].as<std::string>());
  return names;
}

ValSink::ValSink() : whole_(val::undefined()) {}
void ValSink::null() { put(val::null()); }
void ValSink::number(double x) { put(val(x)); }
void ValSink::text(std::string_view t) { put(val(std::string(t))); }
void ValSink::boolean(bool b) { put(val(b)); }
void ValSink::json(std::string_view t) { put(val::global("JSON").call<val>("parse", std::string(t))); }
void ValSink::begin_object() { open(val::object(), false); }
void ValSink::begin_array() { open(val::array(), true); }

void ValSink::open(val value, bool is_array) { open_.push_back({std::move(value), is_array, key_}); }

void ValSink::end() {
  const Open done = std::move(open_.back());
  open_.pop_back();
  key_ = done.key;
  put(done.value);
}

void ValSink::put(const val& value) {
  if (open_.empty())
    whole_ = value;
  else if (open_.back().is_array)
    open_.back().value.call<void>("push", value);
  else
    open_.back().value.set(std::string(key_), value);
}

} // namespace fivecars::bindings
