// Everything about one stage, put together: what an estimate, a sample and a what-if all call.
#pragma once

#include "accounting/cost.hpp"
#include "accounting/embodied.hpp"
#include "accounting/emissions.hpp"
#include "accounting/energy.hpp"
#include "accounting/water.hpp"

#include <optional>

namespace fivecars::accounting {

template <class Rep>
struct StageSum {
  StageEnergy<Rep> energy;
  StageEmissions<Rep> emitted;
  std::optional<StageEmbodied<Rep>> embodied;
  std::optional<Term<Litres::In<Rep>>> water;
  StageCost<Rep> cost;
};

template <class Rep, class Log>
StageSum<Rep> stage_sum(const Scenario& s, const Stage& stage, ValuesIn<Rep> x, Log& log) {
  StageSum<Rep> out;
  out.energy = energy(s, stage, x, log);
  out.emitted = emissions(s, stage, out.energy.energy, x, log);
  out.embodied = embodied(s, stage, out.energy, x, log);
  out.water = water(s, stage, out.energy, x, log);
  out.cost = cost(s, stage, out.energy, x, log);
  return out;
}

} // namespace fivecars::accounting
