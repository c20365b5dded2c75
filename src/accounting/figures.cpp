#include "accounting/figures.hpp"

namespace fivecars::accounting {

// In one piece: what the parts hand to each other then stays in registers.
[[gnu::flatten]] void stage_figures(const Scenario& s, const Stage& stage, ValuesIn<Lanes> x,
                                    Figures<Lanes>& out) {
  NoLog log;
  work_out(s, stage, x, log, out);
}

[[gnu::flatten]] void stage_figures(const Scenario& s, const Stage& stage, ValuesIn<Lanes> x,
                                    StageTotal<Lanes>& out) {
  NoLog log;
  const auto e = energy(s, stage, x, log);
  const auto made = embodied(s, stage, e, x, log);
  out.operational = emissions(s, stage, e, x, log).operational.value.value;
  out.embodied.reset();
  out.hours.reset();
  if (made)
    out.embodied = made->embodied.value.value;
  if (e.hours)
    out.hours = e.hours->value.value;
}

std::vector<double> best_values(const Scenario& scenario) {
  std::vector<double> x;
  x.reserve(scenario.inputs.size());
  for (const Input& input : scenario.inputs)
    x.push_back(input.value.best);
  return x;
}

Figures<double> first_lane(const Figures<Lanes>& lanes) {
  Figures<double> out;
  out.stages = lanes.stages;
  for (std::size_t f = 0; f < figure_count; ++f)
    out.value[f] = lanes.value[f].first();
  return out;
}

std::vector<Lanes> in_lanes(Values x) { return {x.begin(), x.end()}; }

Figures<double> all_figures(const Scenario& s, Values x) {
  const std::vector<Lanes> lanes = in_lanes(x);
  Figures<Lanes> sum, of_stage;
  for (const Stage& stage : s.stages) {
    stage_figures(s, stage, lanes, of_stage);
    sum.add(of_stage);
  }
  return first_lane(sum);
}

} // namespace fivecars::accounting
