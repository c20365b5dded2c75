#include "accounting/estimate.hpp"

#include "accounting/cost.hpp"
#include "accounting/emissions.hpp"
#include "accounting/energy.hpp"
#include "accounting/equivalents.hpp"

namespace fivecars::accounting {
namespace {

// A total over stages, with its step, "E = E_1 + E_2". With one stage there is nothing to add.
template <class Q>
class Total {
public:
  void add(const Term<Q>& part, std::size_t stage) {
    sum_ = sum_ + part.value;
    parts_.push_back({part.value, part.symbol, static_cast<std::uint32_t>(stage + 1)});
  }
  void add(const std::optional<Term<Q>>& part, std::size_t stage) {
    if (part)
      add(*part, stage);
  }
  [[nodiscard]] std::size_t parts() const { return parts_.size(); }

  // Empty where no stage had a part.
  std::optional<Outcome> finish(bool single_stage, StepLog& log) const {
    if (parts_.empty())
      return std::nullopt;
    if (!single_stage) {
      log.step(parts_[0].symbol);
      for (const auto& part : parts_)
        log.text(&part == parts_.data() ? "" : " + ").by(part);
      log.is(sum_);
    }
    return Outcome{sum_.value};
  }
  [[nodiscard]] Term<Q> sum() const { return {sum_, parts_[0].symbol}; }

private:
  Q sum_;
  std::vector<Term<Q>> parts_;
};

} // namespace

std::vector<double> best_values(const Scenario& scenario) {
  std::vector<double> x;
  x.reserve(scenario.inputs.size());
  for (const Input& input : scenario.inputs)
    x.push_back(input.value.best);
  return x;
}

Estimate estimate(const Scenario& scenario) {
  const std::vector<double> x = best_values(scenario);
  StepLog log(scenario, x);
  Estimate out;
  Total<KilowattHours> it_energy, energy_at_meter;
  Total<DeviceHours> device_hours;
  Total<Kilograms> operational, market;
  Total<Usd> electricity, preemptible, on_demand;

  for (std::size_t i = 0; i < scenario.stages.size(); ++i) {
    const Stage& stage = scenario.stages[i];
    log.stage = static_cast<std::int32_t>(i);
    const StageEnergy e = energy(scenario, stage, x, log);
    const StageEmissions c = emissions(scenario, stage, e.energy, x, log);
    const StageCost usd = cost(scenario, stage, e, x, log);

    it_energy.add(e.it_energy, i);
    energy_at_meter.add(e.energy, i);
    device_hours.add(e.device_hours, i);
    operational.add(c.operational, i);
    market.add(c.market, i);
    electricity.add(usd.electricity, i);
    preemptible.add(usd.preemptible, i);
    on_demand.add(usd.on_demand, i);

    StageEstimate& s = out.stages.emplace_back();
    s.name = stage.name;
    s.it_energy_kwh = {e.it_energy.value.value};
    s.energy_kwh = {e.energy.value.value};
    s.operational_kg = {c.operational.value.value};
    if (e.device_hours)
      s.device_hours = Outcome{e.device_hours->value.value};
  }

  log.stage = whole_scenario;
  const bool single = scenario.stages.size() == 1;
  out.it_energy_kwh = *it_energy.finish(single, log);
  out.energy_kwh = *energy_at_meter.finish(single, log);
  out.device_hours = device_hours.finish(single, log);
  out.operational_kg = *operational.finish(single, log);
  if (market.parts() == scenario.stages.size())
    out.market_kg = market.finish(single, log);

  const Term<Kilograms> c = operational.sum();
  const Term<Kilograms> total{c.value, "C_total"};
  out.total_kg = {total.value.value};
  log.step("C_total").by(c).is(total.value);

  out.cost_usd.electricity = electricity.finish(single, log);
  if (const auto low = preemptible.finish(single, log))
    out.cost_usd.cloud = CloudCost{*low, *on_demand.finish(single, log)};

  for (const Equivalent& e : scenario.equivalents)
    out.equivalents.push_back(
        {e.id,
         e.set,
         {equivalent_count(scenario, e, e.divides == DividesWhat::operational ? c : total, x, log)}});

  out.trace = std::move(log.steps);
  return out;
}

} // namespace fivecars::accounting
