// The inputs of a scenario while they are looked up: each goes into one list with where it came from, and
// what is wrong or worth knowing is noted beside. What resolve.cpp and its parts write to.
#pragma once

#include "catalog/rows.hpp"
#include "documents/issue.hpp"
#include "documents/kinds.hpp"
#include "documents/shape.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fivecars::documents {

// A part of a document and the member's name, put together only where it is kept.
struct Place {
  std::string_view part;
  std::string_view member;
  [[nodiscard]] std::string text() const;
};

// "devices/" + id + "/tdp_w"
[[nodiscard]] std::string entry(std::string_view table, std::string_view id, std::string_view part = {});

// The pointer `path` is `whole`, or leads into it.
[[nodiscard]] bool is_inside(std::string_view path, std::string_view whole);

// Where a figure of the catalogue stands.
struct Entry {
  std::string id;             // "grids/ember/FRA/2022/lifecycle"
  std::string_view source;    // its id
  std::uint32_t drawn_by = 0; // so much of the id is drawn as one; 0 for all of it
};

class Inputs {
public:
  // `earlier`: what the reader found. `typical`: exact numbers get the range that is usual for them.
  Inputs(const std::vector<Issue>& earlier, std::vector<Issue>& issues, std::vector<Issue>& warnings,
         bool typical)
      : earlier_(earlier), issues_(issues), warnings_(warnings), typical_(typical) {}

  std::vector<accounting::Input> list;

  // From here on the stages are multiples: what is said of an original has been said of it.
  void copies() { copies_ = true; }

  Issue& issue(const std::string& path, std::string_view code) { return say(issues_, path, code); }
  Issue& warn(const std::string& path, std::string_view code) { return say(warnings_, path, code); }
  void unknown_id(const std::string& path, std::string_view typed, std::string_view kind,
                  std::string_view nearest);
  // As many faults as anybody reads.
  [[nodiscard]] bool full() const { return static_cast<double>(issues_.size()) >= limits::issues.max; }
  // True if the reader refused that part, or something in it.
  [[nodiscard]] bool was_refused(std::string_view path) const;

  // In the document.
  template <class Q>
  accounting::Ref<Q> given(const NumberKind<Q>& kind, const Number& number, std::string_view part,
                           std::string_view member) {
    return {add(about(kind), number.range, accounting::Origin::given, {part, member}, {})};
  }
  template <class Q>
  accounting::Ref<Q> given_if(const NumberKind<Q>& kind, const std::optional<Number>& number,
                              std::string_view part, std::string_view member) {
    return number ? given(kind, *number, part, member) : accounting::Ref<Q>{};
  }
  accounting::Ref<accounting::Ratio> given_if(const NumberKind<accounting::Ratio>& kind,
                                              std::optional<std::int64_t> n, std::string_view part,
                                              std::string_view member) {
    if (!n)
      return {};
    return given(kind, Number{accounting::Range::exactly(static_cast<double>(*n))}, part, member);
  }
  // In the catalogue, because of what stands at that place.
  template <class Q>
  accounting::Ref<Q> known(const NumberKind<Q>& kind, const accounting::Range& value, std::string_view part,
                           std::string_view member, Entry entry) {
    return {add(about(kind), value, accounting::Origin::catalogue, {part, member}, std::move(entry))};
  }
  // In the catalogue, because nothing stands there.
  template <class Q>
  accounting::Ref<Q> assumed(const NumberKind<Q>& kind, const accounting::Range& value, std::string_view part,
                             std::string_view member, Entry entry) {
    return {add(about(kind), value, accounting::Origin::fallback, {part, member}, std::move(entry))};
  }
  // The default of that id, with a warning.
  template <class Q>
  accounting::Ref<Q> fallback(const NumberKind<Q>& kind, std::string_view id, std::string_view part,
                              std::string_view member) {
    return {add_fallback(about(kind), id, {part, member})};
  }

private:
  // A kind without its type.
  struct About {
    std::string_view symbol, unit, usual;
    accounting::Bounds bounds;
  };
  template <class Unit, class Rep>
  static About about(const NumberKind<accounting::Quantity<Unit, Rep>>& kind) {
    return {kind.symbol, Unit::text, kind.usual, kind.bounds};
  }

  std::uint32_t add(const About& about, accounting::Range value, accounting::Origin origin, const Place& at,
                    Entry entry);
  std::uint32_t add_fallback(const About& about, std::string_view id, const Place& at);
  Issue& say(std::vector<Issue>& notes, const std::string& path, std::string_view code);

  const std::vector<Issue>& earlier_;
  std::vector<Issue>& issues_;
  std::vector<Issue>& warnings_;
  bool typical_;
  bool copies_ = false;
  Issue ignored_; // takes the parameters of what was said before
};

} // namespace fivecars::documents
