#include "accounting/uncertainty.hpp"

#include "accounting/points.hpp"
#include "accounting/stage_lanes.hpp"

#include <algorithm>
#include <limits>
#include <span>

namespace fivecars::accounting {
namespace {

using Column = std::vector<double>; // a value for every point

// The samples of every input that varies. Those of the first draws are kept: most inputs of a scenario with
// several stages are defaults and catalogue figures that all stages share.
class Samples {
public:
  Samples(const Scenario& s, const Draws& draws) : scenario_(s), draws_(draws), kept_(s.inputs.size()) {}

  // Valid until the next call with the same `spare`.
  const double* of(std::uint32_t input, Column& spare) {
    const std::uint32_t dimension = draws_.dimension[input];
    if (dimension >= sobol_dimensions) {
      std::vector<double> z(point_count);
      hashed_normals(dimension, z.data());
      return fill(input, z, spare);
    }
    const std::uint32_t same = like(input);
    if (kept_[same].empty())
      fill(input, normals(dimension), kept_[same]);
    return kept_[same].data();
  }

private:
  // The first input of the same draw with the same range: a default in five stages is worked out once.
  std::uint32_t like(std::uint32_t input) const {
    const Input& wanted = scenario_.inputs[input];
    for (const std::uint32_t i : draws_.drawn[draws_.dimension[input]])
      if (scenario_.inputs[i].value == wanted.value)
        return i;
    return input;
  }
  const double* fill(std::uint32_t input, std::span<const double> z, Column& out) const {
    out.resize(point_count);
    draw(draw_of(scenario_.inputs[input]), z, out.data());
    return out.data();
  }

  const Scenario& scenario_;
  const Draws& draws_;
  std::vector<Column> kept_; // by input
};

// The inputs of a stage that vary.
std::vector<std::uint32_t> varying_inputs(const Stage& stage, const Draws& draws) {
  std::vector<std::uint32_t> out;
  each_ref(stage, [&](const auto& ref) {
    if (ref && draws.dimension[ref.index] != no_input)
      out.push_back(ref.index);
  });
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::vector<Lanes> best_lanes(const Scenario& scenario) {
  std::vector<Lanes> x;
  x.reserve(scenario.inputs.size());
  for (const Input& input : scenario.inputs)
    x.emplace_back(input.value.best);
  return x;
}

// Walks through all points of one stage, eight by eight: each(point, figures) for the first of every eight.
template <class Each>
void each_point(const Scenario& s, const Stage& stage, const Draws& draws, Samples& samples,
                std::vector<Lanes>& x, Each&& each) {
  const std::vector<std::uint32_t> varying = varying_inputs(stage, draws);
  std::vector<Column> spare(varying.size());
  std::vector<const double*> columns;
  for (std::size_t i = 0; i < varying.size(); ++i)
    columns.push_back(samples.of(varying[i], spare[i]));
  const ValuesIn<Lanes> values = x;
  for (std::size_t p = 0; p < point_count; p += lane_count) {
    for (std::size_t i = 0; i < varying.size(); ++i)
      x[varying[i]] = Lanes::load(columns[i] + p);
    each(p, stage_figures(s, stage, values));
  }
}

void add_to(Column& column, std::size_t p, const Lanes& part) {
  (Lanes::load(column.data() + p) + part).store(column.data() + p);
}

} // namespace

Sampled sample(const Scenario& scenario, const Draws& draws) {
  Sampled out;
  Samples samples(scenario, draws);
  std::vector<Lanes> x = best_lanes(scenario);

  std::array<Column, figure_count> of_stage, of_all;
  for (std::size_t f = 0; f < figure_count; ++f)
    of_stage[f].resize(point_count), of_all[f].resize(point_count);

  out.stages.resize(scenario.stages.size());
  const bool single = scenario.stages.size() == 1;
  for (std::size_t i = 0; i < scenario.stages.size(); ++i) {
    std::array<bool, figure_count> has{};
    each_point(scenario, scenario.stages[i], draws, samples, x,
               [&](std::size_t p, const Figures<Lanes>& figures) {
                 for (std::size_t f = 0; f < figure_count; ++f) {
                   if (figures.stages[f] == 0)
                     continue;
                   has[f] = true;
                   figures.value[f].store(of_stage[f].data() + p);
                   add_to(of_all[f], p, figures.value[f]);
                 }
               });
    constexpr std::array of_a_stage{Figure::it_energy, Figure::energy, Figure::device_hours,
                                    Figure::operational, Figure::embodied};
    if (!single)
      for (const Figure figure : of_a_stage) {
        const auto f = static_cast<std::size_t>(figure);
        if (has[f])
          out.stages[i][f] = percentiles(of_stage[f]);
      }
  }

  for (std::size_t f = 0; f < figure_count; ++f)
    out.all[f] = percentiles(of_all[f]);
  if (single)
    out.stages[0] = out.all;

  const Column& operational = of_all[static_cast<std::size_t>(Figure::operational)];
  const Column& reserved = of_all[static_cast<std::size_t>(Figure::reserved)];
  Column total = of_all[static_cast<std::size_t>(Figure::embodied)];
  for (std::size_t p = 0; p < point_count; ++p)
    total[p] = operational[p] + total[p];
  out.total = percentiles(total);
  out.histogram = histogram(total);

  Column spare, quotient(point_count);
  if (const auto units = scenario.functional_units) {
    const bool varies = draws.dimension[units.index] != no_input;
    const double best = scenario.inputs[units.index].value.best;
    const double* by = varies ? samples.of(units.index, spare) : nullptr;
    for (std::size_t p = 0; p < point_count; ++p)
      quotient[p] = (operational[p] + reserved[p]) / (by ? by[p] : best);
    out.sci = percentiles(quotient);
  }

  for (const Equivalent& e : scenario.equivalents) {
    const bool of_total = e.divides == DividesWhat::total;
    if (draws.dimension[e.factor.index] == no_input) {
      // Division keeps the order.
      const Spread& s = of_total ? out.total : out.all[static_cast<std::size_t>(Figure::operational)];
      const double factor = scenario.inputs[e.factor.index].value.best;
      out.equivalents.push_back({s.low / factor, s.median / factor, s.high / factor});
      continue;
    }
    const double* factor = samples.of(e.factor.index, spare);
    const Column& kg = of_total ? total : operational;
    for (std::size_t p = 0; p < point_count; ++p)
      quotient[p] = kg[p] / factor[p];
    out.equivalents.push_back(percentiles(quotient));
  }
  return out;
}

TwoTotals sample_totals(const Scenario& both, std::size_t split, const Draws& draws) {
  TwoTotals out;
  Samples samples(both, draws);
  std::vector<Lanes> x = best_lanes(both);
  std::array<Column, 2> operational, embodied;
  for (std::size_t which = 0; which < 2; ++which)
    operational[which].resize(point_count), embodied[which].resize(point_count);
  for (std::size_t i = 0; i < both.stages.size(); ++i) {
    const std::size_t which = i < split ? 0 : 1;
    each_point(both, both.stages[i], draws, samples, x, [&](std::size_t p, const Figures<Lanes>& figures) {
      add_to(operational[which], p, figures[Figure::operational]);
      add_to(embodied[which], p, figures[Figure::embodied]);
    });
  }
  for (std::size_t which = 0; which < 2; ++which)
    for (std::size_t p = 0; p < point_count; ++p)
      operational[which][p] = operational[which][p] + embodied[which][p];
  out.first = std::move(operational[0]);
  out.second = std::move(operational[1]);
  return out;
}

} // namespace fivecars::accounting
