// What a stage costs: method.md, section 3.
//
//   cost_electricity = E * price_per_kWh
//   cost_cloud       = sum_d(device_hours_d * price_d), pre-emptible and on demand
//
// The two cloud prices are two prices to choose between, not a range.
#pragma once

#include "accounting/energy.hpp"

#include <optional>

namespace fivecars::accounting {

template <class Rep>
struct StageCost {
  std::optional<Term<Usd::In<Rep>>> electricity;
  std::optional<Term<Usd::In<Rep>>> preemptible;
  std::optional<Term<Usd::In<Rep>>> on_demand;
};

// One of the two cloud prices: `price` says which. Empty unless every device of the stage has it.
template <class Rep, class Log>
std::optional<Term<Usd::In<Rep>>> cloud_cost(const Stage& stage, const StageEnergy<Rep>& e, ValuesIn<Rep> x,
                                             Ref<UsdPerDeviceHour> Device::* price, std::string_view symbol,
                                             Log& log) {
  if (!e.device_hours || stage.devices.empty())
    return std::nullopt;
  // Each kind of device runs for the same hours: its share of the device-hours is its share of the count.
  Ratio::In<Rep> n;
  UsdPerDeviceHour::In<Rep> weighted;
  for (const Device& d : stage.devices) {
    if (!(d.*price))
      return std::nullopt;
    n = n + count_of(d, x);
    weighted = weighted + count_of(d, x) * value_of(d.*price, x);
  }
  const bool one_kind = stage.devices.size() == 1;
  const Usd::In<Rep> cost =
      e.device_hours->value * (one_kind ? value_of(stage.devices[0].*price, x) : weighted / n.value);
  if constexpr (Log::on) {
    log.step(symbol).by(*e.device_hours);
    if (one_kind) {
      log.by(stage.devices[0].*price);
    } else {
      for (std::size_t i = 0; i < stage.devices.size(); ++i)
        log.text(i == 0 ? " * (" : " + ")
            .by(stage.devices[i].count, suffix(stage, i))
            .by(stage.devices[i].*price, suffix(stage, i));
      for (std::size_t i = 0; i < stage.devices.size(); ++i)
        log.text(i == 0 ? ") / (" : " + ").by(stage.devices[i].count, suffix(stage, i));
      log.text(")");
    }
    log.is(cost);
  }
  return Term<Usd::In<Rep>>{cost, symbol};
}

template <class Rep, class Log>
StageCost<Rep> cost(const Scenario& s, const Stage& stage, const StageEnergy<Rep>& e, ValuesIn<Rep> x,
                    Log& log) {
  StageCost<Rep> out;
  if (stage.electricity_price) {
    const auto price = term(s, x, stage.electricity_price);
    out.electricity = {e.energy.value * price.value, "cost_electricity"};
    if constexpr (Log::on)
      log.step("cost_electricity").by(e.energy).by(price).is(out.electricity->value);
  }
  out.preemptible = cloud_cost(stage, e, x, &Device::preemptible, "cost_preemptible", log);
  out.on_demand = cloud_cost(stage, e, x, &Device::on_demand, "cost_on_demand", log);
  return out;
}

} // namespace fivecars::accounting
