// Emissions of a stage's electricity: method.md, section 2.
//
//   C_operational = E * I            location-based
//   C_market      = E * I_market     only where a market-based factor is given
#pragma once

#include "accounting/trace.hpp"

#include <optional>

namespace fivecars::accounting {

template <class Rep>
struct StageEmissions {
  Term<Kilograms::In<Rep>> operational;
  std::optional<Term<Kilograms::In<Rep>>> market;
};

template <class Rep, class Log>
StageEmissions<Rep> emissions(const Scenario& s, const Stage& stage, Term<KilowattHours::In<Rep>> energy,
                              ValuesIn<Rep> x, Log& log) {
  const auto intensity = term(s, x, stage.intensity);
  StageEmissions<Rep> out{{energy.value * intensity.value, "C_operational"}, std::nullopt};
  if constexpr (Log::on)
    log.step("C_operational").by(energy).by(intensity).is(out.operational.value);
  if (stage.market_intensity) {
    const auto market = term(s, x, stage.market_intensity);
    out.market = {energy.value * market.value, "C_market"};
    if constexpr (Log::on)
      log.step("C_market").by(energy).by(market).is(out.market->value);
  }
  return out;
}

} // namespace fivecars::accounting
