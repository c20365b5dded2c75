#include "accounting/estimate.hpp"

#include "accounting/equivalents.hpp"
#include "accounting/figures.hpp"
#include "accounting/uncertainty.hpp"

#include <utility>

namespace fivecars::accounting {
namespace {

Outcome* at(std::optional<Outcome>& o) { return o ? &*o : nullptr; }
Outcome* at(Outcome& o) { return &o; }

// Calls visit(figure, outcome) for every figure that an estimate has as such; the outcome may be null.
template <class Visit>
void each_outcome(Estimate& e, Visit&& visit) {
  visit(Figure::it_energy, at(e.it_energy_kwh));
  visit(Figure::energy, at(e.energy_kwh));
  visit(Figure::device_hours, at(e.device_hours));
  visit(Figure::operational, at(e.operational_kg));
  visit(Figure::overhead, at(e.overhead_kg));
  visit(Figure::market, at(e.market_kg));
  visit(Figure::embodied, at(e.embodied_kg));
  visit(Figure::water, at(e.water_l));
  visit(Figure::electricity_cost, at(e.cost_usd.electricity));
  visit(Figure::preemptible_cost, e.cost_usd.cloud ? &e.cost_usd.cloud->preemptible : nullptr);
  visit(Figure::on_demand_cost, e.cost_usd.cloud ? &e.cost_usd.cloud->on_demand : nullptr);
}
template <class Visit>
void each_outcome(StageEstimate& e, Visit&& visit) {
  visit(Figure::it_energy, at(e.it_energy_kwh));
  visit(Figure::energy, at(e.energy_kwh));
  visit(Figure::device_hours, at(e.device_hours));
  visit(Figure::operational, at(e.operational_kg));
  visit(Figure::overhead, at(e.overhead_kg));
  visit(Figure::embodied, at(e.embodied_kg));
}

std::optional<Outcome> best_of(const Figures<double>& figures, Figure f, std::size_t stages = 1) {
  const auto i = static_cast<std::size_t>(f);
  const bool there = figure_kinds[i].of_every_stage ? figures.stages[i] == stages : figures.stages[i] != 0;
  return there ? std::optional{Outcome{figures[f]}} : std::nullopt;
}

StageEstimate stage_estimate(const Stage& stage, const Figures<double>& figures) {
  StageEstimate out;
  out.name = stage.name;
  out.it_energy_kwh = {figures[Figure::it_energy]};
  out.energy_kwh = {figures[Figure::energy]};
  out.operational_kg = {figures[Figure::operational]};
  out.overhead_kg = {figures[Figure::overhead]};
  out.embodied_kg = best_of(figures, Figure::embodied);
  out.total_kg = {figures.total()};
  out.device_hours = best_of(figures, Figure::device_hours);
  return out;
}

// The steps from the stages to the whole: "E = E_1 + E_2". With one stage there is nothing to add.
void log_totals(const Figures<double>& sum, const std::vector<Figures<double>>& stages, StepLog& log) {
  for (std::size_t f = 0; f < figure_count; ++f) {
    if (sum.stages[f] == 0 || (figure_kinds[f].of_every_stage && sum.stages[f] != stages.size()))
      continue;
    if (figure_kinds[f].symbol == "M" && !log.scenario().functional_units)
      continue;
    log.step(figure_kinds[f].symbol);
    bool first = true;
    for (std::size_t i = 0; i < stages.size(); ++i) {
      if (stages[i].stages[f] == 0)
        continue;
      log.text(first ? "" : " + ")
          .by(Operand{figure_kinds[f].symbol, static_cast<std::uint32_t>(i + 1), stages[i].value[f],
                      figure_kinds[f].unit});
      first = false;
    }
    log.is(sum.value[f], figure_kinds[f].unit);
  }
}

void spread(Estimate& out, const Sampled& sampled) {
  each_outcome(out, [&](Figure f, Outcome* o) {
    if (o)
      o->spread = sampled.all[static_cast<std::size_t>(f)];
  });
  for (std::size_t i = 0; i < out.stages.size(); ++i)
    each_outcome(out.stages[i], [&](Figure f, Outcome* o) {
      if (o)
        o->spread = sampled.stages[i][static_cast<std::size_t>(f)];
    });
  for (std::size_t i = 0; i < out.stages.size(); ++i)
    out.stages[i].total_kg.spread = sampled.stage_totals[i];
  out.total_kg.spread = sampled.total;
  if (out.sci_kg)
    out.sci_kg->spread = sampled.sci;
  for (std::size_t i = 0; i < out.equivalents.size(); ++i)
    out.equivalents[i].count.spread = sampled.equivalents[i];
  out.histogram = sampled.histogram;
}

// Nothing varies: all samples are the best value.
void certain(Estimate& out) {
  const auto exactly = [](Outcome& o) { o.spread = Spread{o.best, o.best, o.best}; };
  const auto each = [&](Figure, Outcome* o) {
    if (o)
      exactly(*o);
  };
  each_outcome(out, each);
  for (StageEstimate& stage : out.stages) {
    each_outcome(stage, each);
    exactly(stage.total_kg);
  }
  exactly(out.total_kg);
  if (out.sci_kg)
    exactly(*out.sci_kg);
}

} // namespace

Estimate estimate(const Scenario& scenario, Ask ask) {
  const std::vector<double> values = best_values(scenario);
  const Values x = values;
  const std::vector<Lanes> lanes = ask.trace ? std::vector<Lanes>{} : in_lanes(x);
  StepLog log(scenario, x);
  Estimate out;
  Figures<double> sum;
  Figures<Lanes> in_lane;
  std::vector<Figures<double>> of_stages;
  of_stages.reserve(scenario.stages.size());
  for (std::size_t i = 0; i < scenario.stages.size(); ++i) {
    const Stage& stage = scenario.stages[i];
    log.stage = static_cast<std::int32_t>(i);
    Figures<double>& f = of_stages.emplace_back();
    if (ask.trace) {
      work_out(scenario, stage, x, log, f);
    } else {
      stage_figures(scenario, stage, lanes, in_lane);
      f = first_lane(in_lane);
    }
    sum.add(of_stages.back());
    out.stages.push_back(stage_estimate(stage, of_stages.back()));
  }

  log.stage = whole_scenario;
  const std::size_t n = scenario.stages.size();
  if (ask.trace && n > 1)
    log_totals(sum, of_stages, log);
  out.it_energy_kwh = {sum[Figure::it_energy]};
  out.energy_kwh = {sum[Figure::energy]};
  out.device_hours = best_of(sum, Figure::device_hours);
  out.operational_kg = {sum[Figure::operational]};
  out.overhead_kg = {sum[Figure::overhead]};
  out.market_kg = best_of(sum, Figure::market, n);
  out.embodied_kg = best_of(sum, Figure::embodied);
  out.water_l = best_of(sum, Figure::water, n);
  out.cost_usd.electricity = best_of(sum, Figure::electricity_cost);
  if (const auto low = best_of(sum, Figure::preemptible_cost))
    out.cost_usd.cloud = CloudCost{*low, *best_of(sum, Figure::on_demand_cost)};

  const Term<Kilograms> operational{{sum[Figure::operational]}, "C_operational"};
  const Term<Kilograms> embodied{{sum[Figure::embodied]}, "C_embodied"};
  const Term<Kilograms> total{{sum.total()}, "C_total"};
  out.total_kg = {total.value.value};
  if (ask.trace) {
    log.step("C_total").by(operational);
    if (out.embodied_kg)
      log.text(" + ").by(embodied);
    log.is(total.value);
  }

  if (scenario.functional_units && out.embodied_kg) {
    const auto units = term(scenario, x, scenario.functional_units);
    const Term<Kilograms> reserved{{sum[Figure::reserved]}, "M"};
    const Kilograms sci = (operational.value + reserved.value) / units.value.value;
    out.sci_kg = Outcome{sci.value};
    if (ask.trace)
      log.step("SCI").text("(").by(operational).text(" + ").by(reserved).text(") / ").by(units).is(sci);
  }

  NoLog unheard;
  for (const Equivalent& e : scenario.equivalents) {
    const auto& emitted = e.divides == DividesWhat::operational ? operational : total;
    out.equivalents.push_back({e.id,
                               e.set,
                               {ask.trace ? equivalent_count(scenario, e, emitted, x, log)
                                          : equivalent_count(scenario, e, emitted, x, unheard)}});
  }

  if (ask.ranges) {
    const Draws drawn = draws(scenario);
    if (drawn.drawn.empty())
      certain(out);
    else
      spread(out, sample(scenario, drawn));
    out.sensitivity = sensitivity(scenario, drawn);
    if (drawn.drawn.empty())
      out.histogram = histogram(std::vector<double>(1, out.total_kg.best));
    for (EquivalentCount& e : out.equivalents)
      if (!e.count.spread)
        e.count.spread = Spread{e.count.best, e.count.best, e.count.best};
  }
  out.trace = std::move(log.steps);
  return out;
}

} // namespace fivecars::accounting
