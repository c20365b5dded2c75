// Why two scenarios differ: the difference of their totals, attributed to causes by Shapley values. Exact,
// and the order of the causes doesn't matter. method.md, section 2.
#pragma once

#include "accounting/scenario.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace fivecars::accounting {

// What a stage's total is the product of, in the order of the bits of a mask:
//   C = time * (draw * node * pue * intensity + hardware)
enum class Cause : std::uint8_t {
  time,      // hours over all runs, and stages that only one of the two has
  draw,      // of the cards, kW; the energy where that is given
  node,      // of the whole machine over that of its cards
  pue,       // energy at the meter over energy into the machines
  intensity, // kg/kWh
  hardware,  // kg of making the machines for one hour
};
inline constexpr std::size_t cause_count = 6;
using Causes = std::uint8_t; // a mask

constexpr Causes only(Cause c) { return static_cast<Causes>(1U << static_cast<unsigned>(c)); }

// The stages that are compared with each other; empty on the side that has none.
struct Pair {
  std::optional<std::size_t> from, to;
};

// By name where every stage of both has one of its own and some name is in both, else by place.
[[nodiscard]] std::vector<Pair> pairs_of(const Scenario& from, const Scenario& to);

// kg of the difference, to - from, that fall to each of the players: groups of causes that change together
// and that together hold each cause once. Best values. The parts add up to the difference.
[[nodiscard]] std::vector<double> attribute(const Scenario& from, const Scenario& to,
                                            std::span<const Causes> players);

} // namespace fivecars::accounting
