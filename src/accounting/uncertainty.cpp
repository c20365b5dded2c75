#include "accounting/uncertainty.hpp"

#include "accounting/points.hpp"
#include "accounting/figures.hpp"

#include <memory>
#include <span>
#include <utility>

namespace fivecars::accounting {
namespace {

// A value for every point; nothing before it is filled.
class Column {
public:
  [[nodiscard]] bool empty() const { return !values_; }
  double* make() {
    if (!values_)
      values_.reset(new double[point_count]);
    return values_.get();
  }
  [[nodiscard]] double* data() const { return values_.get(); }
  [[nodiscard]] std::span<const double> values() const { return {values_.get(), point_count}; }
  double& operator[](std::size_t p) const { return values_[p]; }

private:
  std::unique_ptr<double[]> values_;
};

using Columns = std::array<Column, figure_count>; // of each figure
Column& of(Columns& columns, Figure f) { return columns[static_cast<std::size_t>(f)]; }

// The samples of every input that varies. Those of the first draws are kept: most inputs of a scenario with
// several stages are defaults and catalogue figures that all stages share.
class Samples {
public:
  Samples(const Scenario& s, const Draws& draws) : scenario_(s), draws_(draws), kept_(s.inputs.size()) {}

  // Valid until the next call with the same `spare`.
  const double* of(std::uint32_t input, Column& spare) {
    const std::uint32_t dimension = draws_.dimension[input];
    if (dimension >= sobol_dimensions) {
      hashed_normals(dimension, spare.make());
      return fill(input, spare.values(), spare);
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
    draw(draw_of(scenario_.inputs[input]), z, out.make());
    return out.data();
  }

  const Scenario& scenario_;
  const Draws& draws_;
  std::vector<Column> kept_; // by input
};

// The inputs of a stage that vary, each once.
std::vector<std::uint32_t> varying_inputs(const Stage& stage, const Draws& draws) {
  std::vector<std::uint32_t> out;
  std::vector<std::uint8_t> seen(draws.dimension.size());
  each_input(stage, [&](std::uint32_t input) {
    if (draws.dimension[input] != no_input && std::exchange(seen[input], std::uint8_t{1}) == 0)
      out.push_back(input);
  });
  return out;
}

// Walks through all points of one stage, some at a time: each(point, figures) for the first of them. `Of`:
// which figures.
template <class Of, class Each>
void each_point(const Scenario& s, const Stage& stage, const Draws& draws, Samples& samples,
                std::vector<Lanes>& x, Each&& each) {
  const std::vector<std::uint32_t> varying = varying_inputs(stage, draws);
  std::vector<Column> spare(varying.size());
  std::vector<const double*> columns;
  for (std::size_t i = 0; i < varying.size(); ++i)
    columns.push_back(samples.of(varying[i], spare[i]));
  Of figures;
  for (std::size_t p = 0; p < point_count; p += lane_count) {
    for (std::size_t i = 0; i < varying.size(); ++i)
      x[varying[i]] = Lanes::load(columns[i] + p);
    stage_figures(s, stage, x, figures);
    each(p, figures);
  }
}

// A total over stages, point by point.
class Sum {
public:
  void add(std::size_t stage, std::size_t p, const Lanes& part) {
    if (column_.empty())
      first_ = stage, column_.make();
    double* at = column_.data() + p;
    (stage == first_ ? part : Lanes::load(at) + part).store(at);
  }
  [[nodiscard]] const Column& column() const { return column_; }

private:
  Column column_;
  std::size_t first_ = 0; // the first stage that had a part
};

Spread spread(const Column& column) { return percentiles(column.values()); }

// What each point of `a` and of `b` add up to; of `a` alone where there is no `b`.
void add(const Column& a, const Column& b, Column& out) {
  out.make();
  for (std::size_t p = 0; p < point_count; ++p)
    out[p] = b.empty() ? a[p] : a[p] + b[p];
}

// Masses over an input.
class Quotients {
public:
  Quotients(const Scenario& s, const Draws& draws, Samples& samples)
      : scenario_(s), draws_(draws), samples_(samples) {}

  Spread spread(const Column& kg, std::uint32_t input) {
    const double best = scenario_.inputs[input].value.best;
    const double* by = draws_.dimension[input] == no_input ? nullptr : samples_.of(input, spare_);
    quotient_.make();
    for (std::size_t p = 0; p < point_count; ++p)
      quotient_[p] = kg[p] / (by ? by[p] : best);
    return accounting::spread(quotient_);
  }

private:
  const Scenario& scenario_;
  const Draws& draws_;
  Samples& samples_;
  Column spare_, quotient_;
};

// In the order of the scenario's.
std::vector<Spread> equivalents(const Scenario& scenario, const Draws& draws, Samples& samples,
                                const Column& operational, const Column& total, const Spread& of_operational,
                                const Spread& of_total) {
  Quotients quotients(scenario, draws, samples);
  std::vector<Spread> out;
  for (const Equivalent& e : scenario.equivalents) {
    const bool all = e.divides == DividesWhat::total;
    if (draws.dimension[e.factor.index] != no_input) {
      out.push_back(quotients.spread(all ? total : operational, e.factor.index));
      continue;
    }
    // Division keeps the order.
    const Spread& s = all ? of_total : of_operational;
    const double factor = scenario.inputs[e.factor.index].value.best;
    out.push_back({s.low / factor, s.median / factor, s.high / factor});
  }
  return out;
}

} // namespace

Sampled sample(const Scenario& scenario, const Draws& draws) {
  Sampled out;
  Samples samples(scenario, draws);
  std::vector<Lanes> x = in_lanes(best_values(scenario));
  Columns of_stage;
  std::array<Sum, figure_count> sums;
  Column total;

  out.stages.resize(scenario.stages.size());
  for (std::size_t i = 0; i < scenario.stages.size(); ++i) {
    Figures<Lanes> last;
    each_point<Figures<Lanes>>(scenario, scenario.stages[i], draws, samples, x,
                               [&](std::size_t p, const Figures<Lanes>& figures) {
                                 for (std::size_t f = 0; f < figure_count; ++f) {
                                   if (figures.stages[f] == 0)
                                     continue;
                                   figures.value[f].store(of_stage[f].make() + p);
                                   sums[f].add(i, p, figures.value[f]);
                                 }
                                 last.stages = figures.stages;
                               });
    if (scenario.stages.size() == 1)
      break; // the same as the whole
    for (const Figure f : {Figure::it_energy, Figure::energy, Figure::device_hours, Figure::operational,
                           Figure::overhead, Figure::embodied})
      if (last.has(f))
        out.stages[i][static_cast<std::size_t>(f)] = spread(of(of_stage, f));
    const bool made = last.has(Figure::embodied);
    if (made)
      add(of(of_stage, Figure::operational), of(of_stage, Figure::embodied), total);
    out.stage_totals.push_back(made ? spread(total)
                                    : out.stages[i][static_cast<std::size_t>(Figure::operational)]);
  }

  for (std::size_t f = 0; f < figure_count; ++f)
    if (!sums[f].column().empty())
      out.all[f] = spread(sums[f].column());
  if (scenario.stages.size() == 1)
    out.stages[0] = out.all;

  const auto sum = [&](Figure f) -> const Column& { return sums[static_cast<std::size_t>(f)].column(); };
  const Column& operational = sum(Figure::operational);
  add(operational, sum(Figure::embodied), total);
  out.total = spread(total);
  if (scenario.stages.size() == 1)
    out.stage_totals.push_back(out.total);
  out.histogram = histogram(total.values());

  if (scenario.functional_units && !sum(Figure::reserved).empty()) {
    Column reserved;
    add(operational, sum(Figure::reserved), reserved);
    out.sci = Quotients(scenario, draws, samples).spread(reserved, scenario.functional_units.index);
  }
  out.equivalents = equivalents(scenario, draws, samples, operational, total,
                                out.all[static_cast<std::size_t>(Figure::operational)], out.total);
  return out;
}

SampledTotal sample_total(const Scenario& scenario, const Draws& draws) {
  SampledTotal out;
  Samples samples(scenario, draws);
  std::vector<Lanes> x = in_lanes(best_values(scenario));
  Sum operational, embodied;
  for (std::size_t i = 0; i < scenario.stages.size(); ++i) {
    each_point<StageTotal<Lanes>>(scenario, scenario.stages[i], draws, samples, x,
                                  [&](std::size_t p, const StageTotal<Lanes>& part) {
                                    operational.add(i, p, part.operational);
                                    if (part.embodied)
                                      embodied.add(i, p, *part.embodied);
                                  });
  }
  Column total;
  add(operational.column(), embodied.column(), total);
  out.total = spread(total);
  if (!embodied.column().empty())
    out.embodied = spread(embodied.column());
  out.histogram = histogram(total.values());
  out.equivalents = equivalents(scenario, draws, samples, operational.column(), total,
                                spread(operational.column()), out.total);
  return out;
}

TwoTotals sample_totals(const Scenario& both, std::size_t split, const Draws& draws, DividesWhat what) {
  Samples samples(both, draws);
  std::vector<Lanes> x = in_lanes(best_values(both));
  std::array<Sum, 2> totals;
  for (std::size_t i = 0; i < both.stages.size(); ++i)
    each_point<Figures<Lanes>>(
        both, both.stages[i], draws, samples, x, [&](std::size_t p, const Figures<Lanes>& figures) {
          totals[i < split ? 0 : 1].add(
              i, p, what == DividesWhat::total ? figures.total() : figures[Figure::operational]);
        });
  TwoTotals out;
  const auto copy = [](const Column& from, std::vector<double>& to) {
    if (!from.empty())
      to.assign(from.data(), from.data() + point_count);
  };
  copy(totals[0].column(), out.first);
  copy(totals[1].column(), out.second);
  return out;
}

} // namespace fivecars::accounting
