// Emissions of a stage: method.md, section 2.
//
//   C_operational = E * I            location-based
//   C_market      = E * I_market     only where a market-based factor is given
#pragma once

#include "accounting/trace.hpp"

#include <optional>

namespace fivecars::accounting {

struct StageEmissions {
  Term<Kilograms> operational;
  std::optional<Term<Kilograms>> market;
};

template <class Log>
StageEmissions emissions(const Scenario& s, const Stage& stage, Term<KilowattHours> energy, Values x,
                         Log& log) {
  const auto intensity = term(s, x, stage.intensity);
  StageEmissions out{{energy.value * intensity.value, "C_operational"}, std::nullopt};
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
