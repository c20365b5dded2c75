#include "accounting/solve.hpp"

#include "accounting/figures.hpp"
#include "accounting/uncertainty.hpp"

#include <algorithm>
#include <cmath>

namespace fivecars::accounting {
namespace {

// What is emitted, as a function of the unknown; all else at its best.
class Emitted {
public:
  Emitted(const Scenario& s, const Unknown& unknown, DividesWhat what)
      : scenario_(s), unknown_(unknown), what_(what), x_(best_values(s)) {}

  double operator()(double value) {
    for (const Unknown::Part& part : unknown_.parts)
      x_[part.input] = part.times * value;
    const Figures<double> f = all_figures(scenario_, x_);
    return what_ == DividesWhat::total ? f.total() : f[Figure::operational];
  }

private:
  const Scenario& scenario_;
  const Unknown& unknown_;
  DividesWhat what_;
  std::vector<double> x_;
};

// kg = at_least + slope * (value - least)
struct Line {
  double at_least = 0;
  double slope = 0;
};

// From the two ends, so that a small part of large emissions isn't lost in rounding. Empty where the
// emissions don't grow evenly, or not at all.
std::optional<Line> line(Emitted& emitted, const Unknown& unknown) {
  const double low = emitted(unknown.least), high = emitted(unknown.most);
  const double middle = emitted(unknown.least + (unknown.most - unknown.least) / 2);
  if (high <= low || std::fabs((middle - low) - (high - middle)) > 1e-12 * high)
    return std::nullopt;
  return Line{low, (high - low) / (unknown.most - unknown.least)};
}

// The place where the emissions cross the budget; they rise from `low` to `high`, or fall.
double between(Emitted& emitted, double low, double high, double budget) {
  const bool rises = emitted(low) < emitted(high);
  for (int i = 0; i < 2000; ++i) {
    // By ratio while the ends are far apart, so that small values are found as exactly as large ones.
    const double middle =
        low > 0 && high / low > 4 ? std::sqrt(low) * std::sqrt(high) : low + (high - low) / 2;
    if (middle <= low || middle >= high)
      break;
    ((emitted(middle) < budget) == rises ? low : high) = middle;
  }
  return std::fabs(emitted(low) - budget) < std::fabs(emitted(high) - budget) ? low : high;
}

// The same scenario twice, with the unknown at its least and at its most: from both, each sample's own line.
Spread spread_of_value(const Scenario& scenario, const Unknown& unknown, double budget, DividesWhat what) {
  Scenario both = scenario;
  for (std::size_t copy = 0; copy < 2; ++copy) {
    std::vector<std::uint32_t> replaced(scenario.inputs.size(), no_input);
    for (const Unknown::Part& part : unknown.parts) {
      replaced[part.input] = static_cast<std::uint32_t>(both.inputs.size());
      Input exact = scenario.inputs[part.input];
      exact.value = Range::exactly(part.times * (copy == 0 ? unknown.least : unknown.most));
      both.inputs.push_back(std::move(exact));
    }
    for (const Stage& stage : scenario.stages) {
      Stage s = stage;
      each_input(s, [&](std::uint32_t& input) {
        if (replaced[input] != no_input)
          input = replaced[input];
      });
      both.stages.push_back(std::move(s));
    }
  }
  both.stages.erase(both.stages.begin(),
                    both.stages.begin() + static_cast<std::ptrdiff_t>(scenario.stages.size()));
  const TwoTotals kg = sample_totals(both, scenario.stages.size(), draws(both), what);
  std::vector<double> values(kg.first.size());
  for (std::size_t p = 0; p < values.size(); ++p) {
    const double slope = (kg.second[p] - kg.first[p]) / (unknown.most - unknown.least);
    const double value = slope > 0 ? unknown.least + (budget - kg.first[p]) / slope : unknown.most;
    values[p] = std::clamp(value, 0.0, unknown.most);
  }
  return percentiles(values);
}

} // namespace

Solution solve(const Scenario& scenario, const Unknown& unknown, double budget, DividesWhat what) {
  Emitted emitted(scenario, unknown, what);
  Solution out;
  out.kg_least = emitted(unknown.least);
  out.kg_most = emitted(unknown.most);
  const auto [low, high] = std::minmax(out.kg_least, out.kg_most);
  if (high - low <= 1e-12 * high) // but for rounding
    out.status = Solved::no_effect;
  else if (budget < low)
    out.status = Solved::over;
  else if (budget > high)
    out.status = Solved::never;
  if (out.status != Solved::found)
    return out;
  if (const auto even = line(emitted, unknown)) {
    out.value =
        std::clamp(unknown.least + (budget - even->at_least) / even->slope, unknown.least, unknown.most);
    out.spread = spread_of_value(scenario, unknown, budget, what);
  } else {
    out.value = between(emitted, unknown.least, unknown.most, budget);
  }
  out.kg = emitted(out.value);
  return out;
}

} // namespace fivecars::accounting
