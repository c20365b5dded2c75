// The writer: any struct with a shape into any JSON-like form. The same shapes that read a document write
// one.
#pragma once

#include "catalog/rows.hpp"
#include "documents/estimate_document.hpp"
#include "documents/shape.hpp"

#include <array>
#include <span>
#include <string_view>
#include <utility>

namespace fivecars::documents {

// Takes a document down as it is told, value by value. Two exist: in node_json.hpp and in src/bindings.
template <class S>
concept Sink = requires(S sink, std::string_view text, double x) {
  sink.null();
  sink.number(x);
  sink.text(text);
  sink.boolean(true);
  sink.json(text); // text that is known to be JSON
  sink.begin_object();
  sink.key(text); // before each value of an object
  sink.begin_array();
  sink.end(); // of the object or array begun last
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

template <Sink S, class T>
void write(S& sink, const T& value);

namespace detail {

// One line of a shape as the writer needs it: what depends on the member's type is behind one pointer.
template <Sink S>
struct WrittenMember {
  std::string_view name;
  void (*write)(S& sink, std::string_view name, const void* object);
};

template <class T, std::size_t i>
decltype(auto) value_of_member(const T& object) {
  constexpr const auto& line = std::get<i>(Shape<T>::fields);
  if constexpr (requires { line.get; }) {
    constexpr auto get = line.get;
    return get(object);
  } else {
    constexpr auto member = line.member;
    return (object.*member);
  }
}

template <Sink S, class T, std::size_t i>
void write_kept_member(S& sink, std::string_view name, const void* object) {
  const auto& member = value_of_member<T, i>(*static_cast<const T*>(object));
  if constexpr (OptionalOf<std::decay_t<decltype(member)>>::value && !KeepsNulls<T>)
    if (!member)
      return;
  sink.key(name);
  write(sink, member);
}

template <Sink S, class T, std::size_t i>
void write_member(S& sink, std::string_view name, const void* object) {
  using Member = typename std::decay_t<decltype(std::get<i>(Shape<T>::fields))>::Type;
  // What the compiled tables leave out, nobody can write.
  if constexpr (!std::is_same_v<Member, catalog::LeftOut>)
    write_kept_member<S, T, i>(sink, name, object);
}

template <Sink S, class T, std::size_t... i>
constexpr std::array<WrittenMember<S>, sizeof...(i)> written_members(std::index_sequence<i...>) {
  return {WrittenMember<S>{std::get<i>(Shape<T>::fields).name, &write_member<S, T, i>}...};
}

template <Sink S>
void write_object(S& sink, const void* object, std::span<const WrittenMember<S>> members) {
  sink.begin_object();
  for (const auto& member : members)
    member.write(sink, member.name, object);
  sink.end();
}

} // namespace detail

template <Sink S, class T>
void write(S& sink, const T& value) {
  if constexpr (OptionalOf<T>::value) {
    if (value)
      write(sink, *value);
    else
      sink.null();
  } else if constexpr (SwitchOrShape<T>::value) {
    if (const bool* on = std::get_if<bool>(&value))
      sink.boolean(*on);
    else
      write(sink, std::get<1>(value));
  } else if constexpr (std::is_same_v<T, std::vector<Param>>) {
    sink.begin_object();
    for (const Param& p : value) {
      sink.key(p.name);
      if (p.is_number)
        sink.number(p.number);
      else
        sink.text(p.text);
    }
    sink.end();
  } else if constexpr (IsList<T>::value) {
    sink.begin_array();
    for (const auto& element : value)
      write(sink, element);
    sink.end();
  } else if constexpr (std::is_same_v<T, Number>) {
    if (value.range.exact())
      sink.number(value.range.best);
    else
      write(sink, value.range);
  } else if constexpr (std::is_same_v<T, bool>) {
    sink.boolean(value);
  } else if constexpr (std::is_arithmetic_v<T>) {
    sink.number(static_cast<double>(value));
  } else if constexpr (std::is_enum_v<T>) {
    sink.text(Names<T>::all[static_cast<std::size_t>(value)]);
  } else if constexpr (std::is_convertible_v<T, std::string_view>) {
    sink.text(value);
  } else if constexpr (IsEmbedded<T>) {
    sink.json(value.json);
  } else {
    constexpr std::size_t count = std::tuple_size_v<std::decay_t<decltype(Shape<T>::fields)>>;
    static constexpr auto members = detail::written_members<S, T>(std::make_index_sequence<count>{});
    detail::write_object<S>(sink, &value, members);
  }
}

} // namespace fivecars::documents
