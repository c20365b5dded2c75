// Which inputs of a scenario vary, and which of them together: method.md, section 5.
#pragma once

#include "accounting/draw.hpp"
#include "accounting/scenario.hpp"

#include <cstdint>
#include <vector>

namespace fivecars::accounting {

// All inputs that one draw moves: the same key, so the same standard normal, in every stage.
using Drawn = std::vector<std::uint32_t>; // indices of inputs, ascending; never empty

struct Draws {
  std::vector<Drawn> drawn;             // its place is its dimension
  std::vector<std::uint32_t> dimension; // of every input; no_input where it doesn't vary
};

[[nodiscard]] Draws draws(const Scenario& scenario);

// How an input varies.
[[nodiscard]] inline Draw draw_of(const Input& input) {
  return {input.value, input.bounds.floor, input.bounds.ceiling};
}

} // namespace fivecars::accounting
