#include "accounting/total.hpp"

#include "accounting/equivalents.hpp"
#include "accounting/figures.hpp"
#include "accounting/uncertainty.hpp"

namespace fivecars::accounting {
namespace {

// Nothing varies: all samples are the best value.
void certain(Outcome& o) { o.spread = Spread{o.best, o.best, o.best}; }

} // namespace

Total total(const Scenario& scenario) {
  const std::vector<double> values = best_values(scenario);
  const std::vector<Lanes> x = in_lanes(values);
  Total out;
  Kilograms operational, embodied;
  for (const Stage& stage : scenario.stages) {
    StageTotal<Lanes> part;
    stage_figures(scenario, stage, x, part);
    operational = operational + Kilograms{part.operational.first()};
    if (part.embodied) {
      embodied = embodied + Kilograms{part.embodied->first()};
      out.embodied_kg = Outcome{embodied.value};
    }
    if (&stage == &scenario.stages.front() && part.hours)
      out.hours = part.hours->first();
  }
  const Kilograms total = out.embodied_kg ? operational + embodied : operational;
  out.total_kg = {total.value};
  NoLog log;
  for (const Equivalent& e : scenario.equivalents) {
    const Term<Kilograms> emitted{e.divides == DividesWhat::operational ? operational : total, {}};
    out.equivalents.push_back({e.id, e.set, {equivalent_count(scenario, e, emitted, Values(values), log)}});
  }

  const Draws drawn = draws(scenario);
  if (drawn.drawn.empty()) {
    certain(out.total_kg);
    if (out.embodied_kg)
      certain(*out.embodied_kg);
    for (EquivalentCount& e : out.equivalents)
      certain(e.count);
    out.histogram = histogram(std::vector<double>(1, out.total_kg.best));
    return out;
  }
  SampledTotal sampled = sample_total(scenario, drawn);
  out.total_kg.spread = sampled.total;
  if (out.embodied_kg)
    out.embodied_kg->spread = sampled.embodied;
  for (std::size_t i = 0; i < out.equivalents.size(); ++i)
    out.equivalents[i].count.spread = sampled.equivalents[i];
  out.histogram = std::move(sampled.histogram);
  return out;
}

} // namespace fivecars::accounting
