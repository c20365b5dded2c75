// The figures of a stage for several samples at once.
#pragma once

#include "accounting/figures.hpp"
#include "accounting/lanes.hpp"

namespace fivecars::accounting {

[[nodiscard]] Figures<Lanes> stage_figures(const Scenario& s, const Stage& stage, ValuesIn<Lanes> x);

} // namespace fivecars::accounting
