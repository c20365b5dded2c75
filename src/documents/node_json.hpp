// The adapter over nlohmann/json: for catalogc, the command line and the tests. Not for the browser.
#pragma once

#include "documents/estimate_document.hpp"
#include "documents/node.hpp"
#include "documents/write.hpp"

#include <nlohmann/json.hpp>

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
    if (!json_) return Kind::absent;
    switch (json_->type()) {
    case Json::value_t::null: return Kind::null;
    case Json::value_t::boolean: return Kind::boolean;
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
    case Json::value_t::number_float: return Kind::number;
    case Json::value_t::string: return Kind::text;
    case Json::value_t::array: return Kind::array;
    case Json::value_t::object: return Kind::object;
    default: return Kind::other;
    }
  }
  [[nodiscard]] bool boolean() const { return json_->get<bool>(); }
  [[nodiscard]] double number() const { return json_->get<double>(); }
  [[nodiscard]] std::string text() const { return json_->get<std::string>(); }
  [[nodiscard]] std::size_t size() const { return json_->size(); }
  [[nodiscard]] JsonNode at(std::size_t i) const { return JsonNode((*json_)[i]); }
  [[nodiscard]] JsonNode member(std::string_view name) const {
    const auto at = json_->find(std::string(name));
    return at == json_->end() ? JsonNode() : JsonNode(*at);
  }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const auto& item : json_->items()) names.push_back(item.key());
    return names;
  }
  // The JSON text: what an embedded document is kept as.
  [[nodiscard]] std::string dump() const { return json_->dump(); }

private:
  JsonNode() = default;
  const Json* json_ = nullptr;
};
static_assert(Node<JsonNode>);

struct JsonBuilder {
  using Value = Json;
  [[nodiscard]] static Json null() { return nullptr; }
  [[nodiscard]] static Json number(double x) {
    // A whole number prints without ".0", as JavaScript prints it.
    constexpr double largest_whole = 9007199254740992.0;
    if (x > -largest_whole && x < largest_whole && x == static_cast<double>(static_cast<std::int64_t>(x)) &&
        !(x == 0 && std::signbit(x)))
      return static_cast<std::int64_t>(x);
    return x;
  }
  [[nodiscard]] static Json text(std::string_view t) { return std::string(t); }
  [[nodiscard]] static Json boolean(bool b) { return b; }
  [[nodiscard]] static Json object() { return Json::object(); }
  [[nodiscard]] static Json array() { return Json::array(); }
  [[nodiscard]] static Json json(std::string_view t) { return Json::parse(t); }
  static void set(Json& whole, std::string_view name, Json part) { whole[std::string(name)] = std::move(part); }
  static void push(Json& whole, Json part) { whole.push_back(std::move(part)); }
};
static_assert(Builder<JsonBuilder>);

}  // namespace fivecars::documents
