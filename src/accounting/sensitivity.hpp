// What one would have to know better: method.md, section 5.
#pragma once

#include "accounting/draws.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace fivecars::accounting {

// What one draw does to the total with all others at their best.
struct Sensitivity {
  std::uint32_t input = no_input; // the first that the draw moves
  double total_kg_low = 0;        // with the draw's inputs at their low
  double total_kg_high = 0;
  std::optional<double> variance_share; // of ln C_total, over the sum of all draws'; empty where C_total is 0
};

// The draw that matters most first; equal ones in order of their inputs. Draws that can't move the total (a
// price, water) are left out.
[[nodiscard]] std::vector<Sensitivity> sensitivity(const Scenario& scenario, const Draws& draws);

} // namespace fivecars::accounting
