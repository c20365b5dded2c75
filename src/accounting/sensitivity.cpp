#include "accounting/sensitivity.hpp"

#include "accounting/math.hpp"
#include "accounting/order.hpp"
#include "accounting/figures.hpp"

#include <array>

namespace fivecars::accounting {
namespace {

// The variance with one draw varying alone, from the middles of so many slices of equal probability.
constexpr std::size_t slices = 128;

const std::array<double, slices>& middles() {
  static const std::array<double, slices> z = [] {
    std::array<double, slices> out{};
    for (std::size_t i = 0; i < slices; ++i)
      out[i] = inverse_normal((static_cast<double>(i) + 0.5) / slices);
    return out;
  }();
  return z;
}

// The total as a function of one draw, the others at their best: only the stages that the draw touches are
// worked out anew.
class Alone {
public:
  Alone(const Scenario& s, const Draws& draws)
      : scenario_(s), x_(in_lanes(best_values(s))), touched_(draws.drawn.size()) {
    for (std::uint32_t i = 0; i < s.stages.size(); ++i) {
      stage_figures(s, s.stages[i], x_, figures_);
      at_best_.push_back(figures_.total());
      each_input(s.stages[i], [&](std::uint32_t input) {
        if (draws.dimension[input] == no_input)
          return;
        auto& stages = touched_[draws.dimension[input]];
        if (stages.empty() || stages.back() != i)
          stages.push_back(i);
      });
    }
    for (const Lanes& total : at_best_)
      all_at_best_ = all_at_best_ + total;
  }

  std::array<double, lane_count> totals(std::size_t dimension, const Drawn& drawn, const double* z) {
    for (const std::uint32_t input : drawn) {
      std::array<double, lane_count> values{};
      draw(draw_of(scenario_.inputs[input]), std::span(z, lane_count), values.data());
      x_[input] = Lanes::load(values.data());
    }
    Lanes total = all_at_best_;
    for (const std::uint32_t i : touched_[dimension]) {
      stage_figures(scenario_, scenario_.stages[i], x_, figures_);
      total = total + (figures_.total() - at_best_[i]);
    }
    for (const std::uint32_t input : drawn)
      x_[input] = scenario_.inputs[input].value.best;
    std::array<double, lane_count> out{};
    total.store(out.data());
    return out;
  }

  [[nodiscard]] bool touches(std::size_t dimension) const { return !touched_[dimension].empty(); }

private:
  const Scenario& scenario_;
  std::vector<Lanes> x_;
  std::vector<Lanes> at_best_; // by stage: its total
  Lanes all_at_best_;
  std::vector<std::vector<std::uint32_t>> touched_; // by dimension: the stages
  Figures<Lanes> figures_;
};

double variance_of_log(Alone& alone, std::size_t dimension, const Drawn& drawn) {
  double n = 0, sum = 0, squares = 0;
  double first = 0; // near the mean, so that the squares lose nothing
  for (std::size_t i = 0; i < slices; i += lane_count) {
    for (const double total : alone.totals(dimension, drawn, middles().data() + i)) {
      if (total <= 0)
        continue;
      const double l = log(total);
      if (n == 0)
        first = l;
      n += 1, sum += l - first, squares += (l - first) * (l - first);
    }
  }
  const double variance = n == 0 ? 0 : (squares - sum * sum / n) / n;
  return variance > 0 ? variance : 0;
}

} // namespace

std::vector<Sensitivity> sensitivity(const Scenario& scenario, const Draws& draws) {
  Alone alone(scenario, draws);
  std::vector<Sensitivity> out;
  std::vector<double> variances;
  double sum = 0;
  bool zero = false;
  static_assert(lane_count > 2);
  constexpr std::array<double, lane_count> ends{-z95, z95};
  for (std::size_t d = 0; d < draws.drawn.size(); ++d) {
    if (!alone.touches(d))
      continue;
    const auto totals = alone.totals(d, draws.drawn[d], ends.data());
    zero = zero || totals[2] == 0; // z = 0: all at their best
    if (totals[0] == totals[1])
      continue;
    out.push_back({draws.drawn[d].front(), totals[0], totals[1], variance_of_log(alone, d, draws.drawn[d])});
    sum += *out.back().variance_share;
  }
  for (Sensitivity& s : out) {
    if (zero || sum == 0)
      s.variance_share.reset();
    else
      *s.variance_share /= sum;
  }

  std::vector<double> less_important;
  for (const Sensitivity& s : out)
    less_important.push_back(-s.variance_share.value_or(0));
  std::vector<Sensitivity> sorted;
  for (const std::uint32_t i : ascending(less_important))
    sorted.push_back(out[i]);
  return sorted;
}

} // namespace fivecars::accounting
