// The writer: any struct with a shape into any JSON-like form. The same shapes that read a document write one.
#pragma once

#include "documents/estimate_document.hpp"
#include "documents/shape.hpp"

#include <concepts>
#include <span>
#include <string_view>

namespace fivecars::documents {

// Makes values of one JSON-like form. Two exist: in node_json.hpp and in src/bindings.
template <class B>
concept Builder = requires(B b, typename B::Value& whole, typename B::Value part, std::string_view text, double x) {
  { b.null() } -> std::same_as<typename B::Value>;
  { b.number(x) } -> std::same_as<typename B::Value>;
  { b.text(text) } -> std::same_as<typename B::Value>;
  { b.boolean(true) } -> std::same_as<typename B::Value>;
  { b.object() } -> std::same_as<typename B::Value>;
  { b.array() } -> std::same_as<typename B::Value>;
  { b.json(text) } -> std::same_as<typename B::Value>;  // text that is known to be JSON
  b.set(whole, text, part);                             // a member of an object
  b.push(whole, part);                                  // an element of an array
};

template <class T>
struct IsList : std::false_type {};
template <class T>
struct IsList<std::vector<T>> : std::true_type {};
template <class T, std::size_t n>
struct IsList<std::span<T, n>> : std::true_type {};

// An absent optional member is left out of a written object, unless its shape says `keeps_nulls`: an estimate
// says null where something isn't known, a scenario says nothing.
template <class T>
concept KeepsNulls = requires { requires Shape<T>::keeps_nulls; };

template <Builder B, class T>
[[nodiscard]] typename B::Value write(B& b, const T& value) {
  if constexpr (OptionalOf<T>::value) {
    return value ? write(b, *value) : b.null();
  } else if constexpr (SwitchOrShape<T>::value) {
    if (const bool* on = std::get_if<bool>(&value)) return b.boolean(*on);
    return write(b, std::get<1>(value));
  } else if constexpr (IsList<T>::value) {
    auto list = b.array();
    for (const auto& element : value) b.push(list, write(b, element));
    return list;
  } else if constexpr (std::is_same_v<T, Number>) {
    return value.range.exact() ? b.number(value.range.best) : write(b, value.range);
  } else if constexpr (std::is_same_v<T, bool>) {
    return b.boolean(value);
  } else if constexpr (std::is_arithmetic_v<T>) {
    return b.number(static_cast<double>(value));
  } else if constexpr (std::is_enum_v<T>) {
    return b.text(Names<T>::all[static_cast<std::size_t>(value)]);
  } else if constexpr (std::is_convertible_v<T, std::string_view>) {
    return b.text(value);
  } else if constexpr (IsEmbedded<T>) {
    return b.json(value.json);
  } else if constexpr (std::is_same_v<T, ParamsDoc>) {
    auto object = b.object();
    for (const Param& p : value.params) {
      const double* x = std::get_if<double>(&p.value);
      b.set(object, p.name, x ? b.number(*x) : b.text(std::get<std::string>(p.value)));
    }
    return object;
  } else {
    auto object = b.object();
    each_field<T>([&](const auto& field) {
      const auto& member = value.*(field.member);
      if constexpr (OptionalOf<std::decay_t<decltype(member)>>::value && !KeepsNulls<T>)
        if (!member) return;
      b.set(object, field.name, write(b, member));
    });
    return object;
  }
}

}  // namespace fivecars::documents
