// How sure a sum is: the percentiles of every figure, from point_count samples. method.md, section 5.
#pragma once

#include "accounting/draws.hpp"
#include "accounting/figures.hpp"
#include "accounting/percentiles.hpp"

#include <array>
#include <vector>

namespace fivecars::accounting {

struct Sampled {
  using Spreads = std::array<Spread, figure_count>; // meaningless where a figure isn't there
  std::vector<Spreads> stages;
  std::vector<Spread> stage_totals;
  Spreads all;
  Spread total;
  Spread sci;                      // meaningless without functional units
  std::vector<Spread> equivalents; // in the order of the scenario's
  Histogram histogram;             // of the total
};

// Precondition: as for estimate(), and `draws` are those of the scenario. Memory: a few MB, whatever the
// number of stages.
[[nodiscard]] Sampled sample(const Scenario& scenario, const Draws& draws);

// The same of the total alone, for a part of the work.
struct SampledTotal {
  Spread total, embodied; // embodied is meaningless where it isn't counted
  std::vector<Spread> equivalents;
  Histogram histogram;
};
[[nodiscard]] SampledTotal sample_total(const Scenario& scenario, const Draws& draws);

// Two columns of totals, kg, point by point: what the same draws make of two scenarios whose inputs stand in
// one list. `split`: index of the first stage of the second.
struct TwoTotals {
  std::vector<double> first, second;
};
[[nodiscard]] TwoTotals sample_totals(const Scenario& both, std::size_t split, const Draws& draws,
                                      DividesWhat what = DividesWhat::total);

} // namespace fivecars::accounting
