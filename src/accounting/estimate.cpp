#include "accounting/estimate.hpp"

#include "accounting/cost.hpp"
#include "accounting/emissions.hpp"
#include "accounting/energy.hpp"
#include "accounting/equivalents.hpp"

namespace fivecars::accounting {
namespace {

// A total over stages, with its step: "E = E_1 + E_2". With one stage there is nothing to add.
template <class Q>
class Total {
public:
  void add(const Term<Q>& stage_value, std::size_t stage) {
    sum_ = sum_ + stage_value.value;
    parts_.push_back({stage_value.value, stage_value.symbol, static_cast<std::uint32_t>(stage + 1),
                      stage_value.input});
  }
  [[nodiscard]] bool empty() const { return parts_.empty(); }
  [[nodiscard]] std::size_t parts() const { return parts_.size(); }

  Term<Q> finish(std::string_view symbol, bool single_stage, StepLog& log) const {
    if (!single_stage && !parts_.empty()) {
      std::vector<Operand> list;
      for (const auto& part : parts_) list.push_back(operand(part));
      const auto formula = join(list, " + ");
      log.step(std::string(symbol), formula, std::move(list), sum_);
    }
    return {sum_, symbol};
  }

private:
  Q sum_;
  std::vector<Term<Q>> parts_;
};

template <class Q>
Outcome outcome(const Term<Q>& t) {
  return {t.value.value};
}

template <class Q>
std::optional<Outcome> outcome(const Total<Q>& total, const Term<Q>& t) {
  return total.empty() ? std::nullopt : std::optional<Outcome>{outcome(t)};
}

}  // namespace

std::vector<double> best_values(const Scenario& scenario) {
  std::vector<double> x;
  x.reserve(scenario.inputs.size());
  for (const Input& input : scenario.inputs) x.push_back(input.value.best);
  return x;
}

Estimate estimate(const Scenario& scenario) {
  const std::vector<double> x = best_values(scenario);
  StepLog log;
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
    operational.add(c.operational, i);
    if (e.device_hours) device_hours.add(*e.device_hours, i);
    if (c.market) market.add(*c.market, i);
    if (usd.electricity) electricity.add(*usd.electricity, i);
    if (usd.preemptible && usd.on_demand) {
      preemptible.add(*usd.preemptible, i);
      on_demand.add(*usd.on_demand, i);
    }

    StageEstimate& s = out.stages.emplace_back();
    s.name = stage.name;
    s.it_energy_kwh = outcome(e.it_energy);
    s.energy_kwh = outcome(e.energy);
    s.operational_kg = outcome(c.operational);
    if (e.device_hours) s.device_hours = outcome(*e.device_hours);
  }

  log.stage = whole_scenario;
  const bool single = scenario.stages.size() == 1;
  out.it_energy_kwh = outcome(it_energy.finish("E_IT", single, log));
  out.energy_kwh = outcome(energy_at_meter.finish("E", single, log));
  out.device_hours = outcome(device_hours, device_hours.finish("device_hours_all", single, log));
  const auto c = operational.finish("C_operational", single, log);
  out.operational_kg = outcome(c);
  if (market.parts() == scenario.stages.size())
    out.market_kg = outcome(market, market.finish("C_market", single, log));

  const Term<Kilograms> total{c.value, "C_total"};
  out.total_kg = outcome(total);
  log.step("C_total", "C_operational", operands(c), total.value);

  out.electricity_usd = outcome(electricity, electricity.finish("cost_electricity", single, log));
  if (!preemptible.empty())
    out.cloud_usd = CloudCost{outcome(preemptible.finish("cost_preemptible", single, log)),
                              outcome(on_demand.finish("cost_on_demand", single, log))};

  for (const Equivalent& e : scenario.equivalents)
    out.equivalents.push_back(
        {e.id, e.set, {equivalent_count(scenario, e, e.divides == DividesWhat::operational ? c : total, x, log)}});

  out.trace = std::move(log.steps);
  return out;
}

}  // namespace fivecars::accounting
