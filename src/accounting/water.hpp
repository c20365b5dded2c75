// Water of a stage, on site and at the power station: method.md, section 3.
//
//   W = E_IT * WUE + E * EWIF        the PUE is inside E, and nowhere else
#pragma once

#include "accounting/energy.hpp"

#include <optional>

namespace fivecars::accounting {

// Empty where either factor is unknown.
template <class Rep, class Log>
std::optional<Term<Litres::In<Rep>>> water(const Scenario& s, const Stage& stage, const StageEnergy<Rep>& e,
                                           ValuesIn<Rep> x, Log& log) {
  if (!stage.wue || !stage.ewif)
    return std::nullopt;
  const auto wue = term(s, x, stage.wue);
  const auto ewif = term(s, x, stage.ewif);
  const Term<Litres::In<Rep>> out{e.it_energy.value * wue.value + e.energy.value * ewif.value, "W"};
  if constexpr (Log::on)
    log.step("W").by(e.it_energy).by(wue).text(" + ").by(e.energy).by(ewif).is(out.value);
  return out;
}

} // namespace fivecars::accounting
