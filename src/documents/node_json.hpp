// The adapter over nlohmann/json: for catalogc, the command line and the tests. Not for the browser.
#pragma once

#include "documents/estimate_document.hpp"
#include "documents/node.hpp"
#include "documents/write.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fivecars::documents {

using Json = nlohmann::ordered_json;

class JsonNode {
public:
  explicit JsonNode(const Json& json) : json_(&json) {}

  [[nodiscard]] Kind kind() const {
    switch (json_->type()) {
    case Json::value_t::null:
      return Kind::null;
    case Json::value_t::boolean:
      return Kind::boolean;
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
    case Json::value_t::number_float:
      return Kind::number;
    case Json::value_t::string:
      return Kind::text;
    case Json::value_t::array:
      return Kind::array;
    case Json::value_t::object:
      return Kind::object;
    default:
      return Kind::other;
    }
  }
  [[nodiscard]] bool boolean() const { return json_->get<bool>(); }
  [[nodiscard]] double number() const { return json_->get<double>(); }
  [[nodiscard]] std::string text() const { return json_->get<std::string>(); }
  [[nodiscard]] std::size_t size() const { return json_->size(); }
  [[nodiscard]] JsonNode at(std::size_t i) const { return JsonNode((*json_)[i]); }
  [[nodiscard]] JsonNode member(std::string_view name) const {
    return JsonNode(*json_->find(std::string(name)));
  }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const auto& item : json_->items())
      names.push_back(item.key());
    return names;
  }
  // The JSON text: what an embedded document is kept as.
  [[nodiscard]] std::string dump() const { return json_->dump(); }

private:
  const Json* json_;
};
static_assert(Node<JsonNode>);

// Makes a nlohmann/json value of what the writer says.
class JsonSink {
public:
  void null() { put(nullptr); }
  void number(double x) {
    // A whole number prints without ".0", as JavaScript prints it.
    constexpr double largest_whole = 9007199254740992.0;
    if (x > -largest_whole && x < largest_whole && x == std::floor(x) && !(x == 0 && std::signbit(x)))
      put(static_cast<std::int64_t>(x));
    else
      put(x);
  }
  void text(std::string_view t) { put(std::string(t)); }
  void boolean(bool b) { put(b); }
  void json(std::string_view t) { put(Json::parse(t)); }
  void key(std::string_view name) { key_ = name; }
  void begin_object() { open_.push_back(&put(Json::object())); }
  void begin_array() { open_.push_back(&put(Json::array())); }
  void end() { open_.pop_back(); }

  [[nodiscard]] Json take() { return std::move(whole_); }

private:
  Json& put(Json value) {
    if (open_.empty())
      return whole_ = std::move(value);
    Json& into = *open_.back();
    if (into.is_object())
      return into[key_] = std::move(value);
    into.push_back(std::move(value));
    return into.back();
  }

  Json whole_;
  std::vector<Json*> open_; // a value is finished before its parent grows again, so these stay valid
  std::string key_;
};
static_assert(Sink<JsonSink>);

template <class T>
[[nodiscard]] Json to_json(const T& value) {
  JsonSink sink;
  write(sink, value);
  return sink.take();
}

} // namespace fivecars::documents
