// What the reader asks of a JSON-like value. Two adapters exist: node_json.hpp (nlohmann/json) and the
// one over emscripten::val in src/bindings.
#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fivecars::documents {

enum class Kind { null, boolean, number, text, array, object, other };

// English, with article: "a number", "null".
[[nodiscard]] constexpr std::string_view name_of(Kind kind) {
  switch (kind) {
  case Kind::null:
    return "null";
  case Kind::boolean:
    return "true or false";
  case Kind::number:
    return "a number";
  case Kind::text:
    return "a text";
  case Kind::array:
    return "a list";
  case Kind::object:
    return "an object";
  case Kind::other:
    break;
  }
  return "something that JSON has no form for";
}

template <class N>
concept Node = requires(const N& node, std::string_view name, std::size_t i) {
  { node.kind() } -> std::same_as<Kind>;
  { node.boolean() } -> std::same_as<bool>;     // kind boolean
  { node.number() } -> std::same_as<double>;    // kind number; may be NaN or infinite
  { node.text() } -> std::same_as<std::string>; // kind text, UTF-8
  { node.size() } -> std::same_as<std::size_t>; // kind array
  { node.at(i) } -> std::same_as<N>;            // kind array, i < size()
  { node.member(name) } -> std::same_as<N>;     // kind object, name one of names()
  // Kind object: its own members; of one with more than limits::members, as many as show that.
  { node.names() } -> std::same_as<std::vector<std::string>>;
};

} // namespace fivecars::documents
