// Emissions of a stage's electricity: method.md, section 2.
//
//   C_operational = E * I            location-based
//   C_overhead    = (E - E_IT) * I   the part of it that never reaches the machines: cooling and the like
//   C_market      = E * I_market     only where a market-based factor is given
#pragma once

#include "accounting/energy.hpp"

#include <optional>

namespace fivecars::accounting {

template <class Rep>
struct StageEmissions {
  Term<Kilograms::In<Rep>> operational;
  Term<Kilograms::In<Rep>> overhead;
  std::optional<Term<Kilograms::In<Rep>>> market;
};

template <class Rep, class Log>
StageEmissions<Rep> emissions(const Scenario& s, const Stage& stage, const StageEnergy<Rep>& e,
                              ValuesIn<Rep> x, Log& log) {
  const auto intensity = term(s, x, stage.intensity);
  StageEmissions<Rep> out{{e.energy.value * intensity.value, "C_operational"},
                          {(e.energy.value - e.it_energy.value) * intensity.value, "C_overhead"},
                          std::nullopt};
  if constexpr (Log::on) {
    log.step("C_operational").by(e.energy).by(intensity).is(out.operational.value);
    log.step("C_overhead").text("(").by(e.energy).text(" - ").by(e.it_energy).text(") * ").by(intensity);
    log.is(out.overhead.value);
  }
  if (stage.market_intensity) {
    const auto market = term(s, x, stage.market_intensity);
    out.market = {e.energy.value * market.value, "C_market"};
    if constexpr (Log::on)
      log.step("C_market").by(e.energy).by(market).is(out.market->value);
  }
  return out;
}

} // namespace fivecars::accounting
