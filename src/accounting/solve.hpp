// The sum backwards: which value of one quantity meets a budget.
#pragma once

#include "accounting/scenario.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace fivecars::accounting {

// What is looked for: so many inputs, each at `times` the value.
struct Unknown {
  struct Part {
    std::uint32_t input = no_input;
    double times = 1;
  };
  std::vector<Part> parts;
  double least = 0; // the values that are allowed
  double most = 0;
};

enum class Solved : std::uint8_t {
  found,
  over,      // even the least allowed value is over the budget
  never,     // even the most stays under it: any value will do
  no_effect, // the emissions don't depend on it
};

struct Solution {
  Solved status = Solved::found;
  double value = 0; // meaningful where it is found
  double kg = 0;    // at that value
  double kg_least = 0, kg_most = 0;
  std::optional<Spread> spread; // of the value, where the emissions grow evenly with it
};

// Of C_total, or of C_operational. Precondition: as for estimate(); the unknown's inputs are the scenario's.
// The emissions rise or fall with the value throughout; where they grow evenly, the answer is exact but for
// rounding, else to the last bits.
[[nodiscard]] Solution solve(const Scenario& scenario, const Unknown& unknown, double budget_kg,
                             DividesWhat what);

} // namespace fivecars::accounting
