#include "accounting/stage_lanes.hpp"

namespace fivecars::accounting {

Figures<Lanes> stage_figures(const Scenario& s, const Stage& stage, ValuesIn<Lanes> x) {
  NoLog log;
  return figures(stage_sum(s, stage, x, log));
}

} // namespace fivecars::accounting
