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

struct StageCost {
  std::optional<Term<Usd>> electricity;
  std::optional<Term<Usd>> preemptible;
  std::optional<Term<Usd>> on_demand;
};

namespace detail {

template <class Log>
std::optional<Term<Usd>> cloud(const Scenario& s, const Stage& stage, const StageEnergy& e, Values x,
                               Ref<UsdPerDeviceHour> Device::*price, std::string_view symbol, Log& log) {
  if (!e.device_hours || stage.devices.empty()) return std::nullopt;
  for (const Device& d : stage.devices)
    if (!(d.*price)) return std::nullopt;

  Ratio n;
  for (const Device& d : stage.devices) n = n + count_of(d, x);
  Usd cost;
  std::vector<Operand> list;
  if constexpr (Log::on) list = operands(*e.device_hours);
  std::string formula;
  if (stage.devices.size() == 1) {
    cost = e.device_hours->value * value_of(stage.devices[0].*price, x);
    if constexpr (Log::on) {
      append(list, s, x, stage.devices[0].*price, 0);
      formula = join(list, " * ");
    }
  } else {
    // Each kind of device runs for the same hours: its share of the device-hours is its share of the count.
    UsdPerDeviceHour weighted;
    std::string sum, counts;
    for (std::size_t i = 0; i < stage.devices.size(); ++i) {
      const Device& d = stage.devices[i];
      weighted = weighted + count_of(d, x) * value_of(d.*price, x);
      if constexpr (Log::on) {
        std::vector<Operand> one;
        append(one, s, x, d.count, suffix(stage, i));
        counts += (i == 0 ? "" : " + ") + one[0].symbol;
        append(one, s, x, d.*price, suffix(stage, i));
        sum += (i == 0 ? "" : " + ") + join(one, " * ");
        list.insert(list.end(), one.begin(), one.end());
      }
    }
    cost = e.device_hours->value * (weighted / n.value);
    if constexpr (Log::on) formula = "device_hours_all * (" + sum + ") / (" + counts + ")";
  }
  if constexpr (Log::on) log.step(std::string(symbol), formula, std::move(list), cost);
  return Term<Usd>{cost, symbol};
}

}  // namespace detail

template <class Log>
StageCost cost(const Scenario& s, const Stage& stage, const StageEnergy& e, Values x, Log& log) {
  StageCost out;
  if (stage.electricity_price) {
    const auto price = term(s, x, stage.electricity_price);
    out.electricity = {e.energy.value * price.value, "cost_electricity"};
    if constexpr (Log::on)
      log.step("cost_electricity", "E * price_kWh", operands(e.energy, price), out.electricity->value);
  }
  out.preemptible = detail::cloud(s, stage, e, x, &Device::preemptible, "cost_preemptible", log);
  out.on_demand = detail::cloud(s, stage, e, x, &Device::on_demand, "cost_on_demand", log);
  return out;
}

}  // namespace fivecars::accounting
