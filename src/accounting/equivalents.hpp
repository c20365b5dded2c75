// How many cars, flights or years a mass of CO2e amounts to: method.md, section 6.
//
//   count = C / factor
#pragma once

#include "accounting/trace.hpp"

namespace fivecars::accounting {

// Precondition: the factor is above 0. The set decides what is divided: the 2019 paper's set divides
// C_operational, as the paper does; the others divide C_total.
template <class Log>
double equivalent_count(const Scenario& s, const Equivalent& e, Term<Kilograms> emitted, Values x, Log& log) {
  const auto factor = term(s, x, e.factor);
  const Ratio count{emitted.value / factor.value};
  if constexpr (Log::on)
    log.step(e.id).by(emitted).text(" / ").by(factor).is(count);
  return count.value;
}

} // namespace fivecars::accounting
