// A shape says what a document looks like, once: the members of an object, where each is kept in the C++
// struct, its limit, and how members depend on each other. The reader, the writer and the JSON Schemas are
// all made from shapes.
//
// The type of a member says the rest: std::optional may be absent, everything else must be there (a vector
// must be there if its limit starts above 0). Number is `79.2` or `{"best", "low", "high"}`; double is a
// plain number; std::int64_t a whole one.
#pragma once

#include "accounting/range.hpp"
#include "documents/limits.hpp"

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <variant>
#include <vector>

namespace fivecars::documents {

// A number as a document gives it.
struct Number {
  accounting::Range range;
};

template <class Owner, class Member>
struct Field {
  using Type = Member;
  std::string_view name;
  Member Owner::* member;
  const Limit* limit;                // one of the table of limits; of a list, how long it may be
  std::string_view about;            // for the schema
  const Limit* each = &limits::text; // of each entry of a list
};

template <class Owner, class Member>
constexpr Field<Owner, Member> field(std::string_view name, Member Owner::* member, const Limit& limit,
                                     std::string_view about = {}) {
  return {name, member, &limit, about};
}
template <class Owner, class Member>
constexpr Field<Owner, Member> field(std::string_view name, Member Owner::* member, const Limit& limit,
                                     const Limit& each, std::string_view about) {
  return {name, member, &limit, about, &each};
}
template <class Owner, class Member>
constexpr Field<Owner, Member> field(std::string_view name, Member Owner::* member,
                                     std::string_view about = {}) {
  return {name, member, &limits::text, about};
}

// A member that a written object has and the struct hasn't: made from it. Never read.
template <class Owner, class Result>
struct Computed {
  using Type = std::decay_t<Result>;
  std::string_view name;
  Result (*get)(const Owner&);
  std::string_view about;
};
template <class Owner, class Result>
constexpr Computed<Owner, Result> computed(std::string_view name, Result (*get)(const Owner&),
                                           std::string_view about = {}) {
  return {name, get, about};
}

// How the members of one object depend on each other.
struct Rule {
  enum class Kind { exactly_one, at_most_one, at_least_one, needs };
  Kind kind;
  std::array<std::string_view, 5> names; // unused ones are empty; for needs the first is the member spoken
                                         // of, the others what it needs one of
  [[nodiscard]] constexpr std::size_t size() const {
    std::size_t n = 0;
    while (n < names.size() && !names[n].empty())
      ++n;
    return n;
  }
};

template <class T>
struct Shape; // specialise: `fields` (std::tuple of Field), optionally `rules` (std::array of Rule), `title`

template <class T>
concept HasShape = requires { Shape<T>::fields; };
template <class T>
concept HasRules = requires { Shape<T>::rules; };

// The spellings of an enumeration, in order of its values from 0.
template <class E>
struct Names; // specialise: `static constexpr std::array<std::string_view, n> all`

template <>
struct Shape<accounting::Range> {
  using T = accounting::Range;
  static constexpr std::string_view title = "Best with its 5th and 95th percentile";
  static constexpr auto fields =
      std::tuple{field("best", &T::best), field("low", &T::low), field("high", &T::high)};
};

template <class T>
struct OptionalOf : std::false_type {
  using Inner = T;
};
template <class T>
struct OptionalOf<std::optional<T>> : std::true_type {
  using Inner = T;
};
template <class T>
struct VectorOf : std::false_type {};
template <class T>
struct VectorOf<std::vector<T>> : std::true_type {
  using Inner = T;
};
template <class T>
struct SwitchOrShape : std::false_type {};
template <class T>
struct SwitchOrShape<std::variant<bool, T>> : std::true_type {
  using Inner = T;
};

// A document inside another, checked by its own shape and kept as text (`json`).
template <class T>
struct Embedded; // specialise: `Document`
template <class T>
concept IsEmbedded = requires { typename Embedded<T>::Document; };

template <class T>
constexpr bool is_required(const Limit& limit) {
  if constexpr (OptionalOf<T>::value)
    return false;
  else if constexpr (VectorOf<T>::value)
    return limit.min > 0;
  else
    return true;
}

// Calls visit(field) for each field of T in order.
template <class T, class Visit>
constexpr void each_field(Visit&& visit) {
  std::apply([&](const auto&... fields) { (visit(fields), ...); }, Shape<T>::fields);
}

} // namespace fivecars::documents
