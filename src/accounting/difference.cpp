#include "accounting/difference.hpp"

#include "accounting/figures.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace fivecars::accounting {
namespace {

using Factors = std::array<double, cause_count>;

double& at(Factors& f, Cause c) { return f[static_cast<std::size_t>(c)]; }
double at(const Factors& f, Cause c) { return f[static_cast<std::size_t>(c)]; }

double ratio(double a, double b, double otherwise) { return b == 0 ? otherwise : a / b; }

// A scenario with its best values, stage by stage.
class Side {
public:
  explicit Side(const Scenario& s) : scenario_(s), x_(in_lanes(best_values(s))) {}

  // Hours on the clock over all runs; empty where the energy is given.
  [[nodiscard]] std::optional<double> time(std::size_t stage) {
    const Stage& s = scenario_.stages[stage];
    if (s.energy_by == EnergyBy::it_energy || s.energy_by == EnergyBy::meter_energy)
      return std::nullopt;
    const double repeats = value(s.runs, 1) * value(s.times, 1);
    if (s.time_by == TimeBy::hours)
      return repeats * value(s.hours, 0);
    double devices = 0;
    for (const Device& d : s.devices)
      devices += value(d.count, 1);
    return figures(s)[Figure::device_hours] / (devices == 0 ? 1 : devices);
  }

  [[nodiscard]] Factors factors(std::size_t stage, double time) {
    if (time != 0)
      return rates(stage, time);
    // What it would emit if it ran says what the machines are like; the time alone is nothing.
    const Stage& s = scenario_.stages[stage];
    const std::array durations{s.times.index, s.hours.index, s.device_hours.index, s.flop.index,
                               s.tokens.index};
    for (const std::uint32_t i : durations)
      if (i != no_input && scenario_.inputs[i].value.best == 0)
        x_[i] = 1.0;
    Factors f = rates(stage, this->time(stage).value_or(1));
    for (const std::uint32_t i : durations)
      if (i != no_input)
        x_[i] = scenario_.inputs[i].value.best;
    at(f, Cause::time) = 0;
    return f;
  }

private:
  // `time` is not 0.
  [[nodiscard]] Factors rates(std::size_t stage, double time) {
    const Stage& s = scenario_.stages[stage];
    const Figures<double> whole = figures(s);
    Factors f{};
    at(f, Cause::time) = time;
    at(f, Cause::node) = ratio(whole[Figure::it_energy], it_energy_of_cards(s), 1);
    at(f, Cause::draw) = ratio(whole[Figure::it_energy], time * at(f, Cause::node), 0);
    at(f, Cause::pue) = value(s.pue, 1);
    at(f, Cause::intensity) = value(s.intensity, 0);
    at(f, Cause::hardware) = whole.has(Figure::embodied) ? ratio(whole[Figure::embodied], time, 0) : 0;
    return f;
  }

  template <class Q>
  [[nodiscard]] double value(Ref<Q> ref, double otherwise) const {
    return ref ? x_[ref.index].first() : otherwise;
  }

  Figures<double> figures(const Stage& s) {
    stage_figures(scenario_, s, x_, figures_);
    return first_lane(figures_);
  }

  // As if there were nothing in the machines but their cards.
  double it_energy_of_cards(const Stage& s) {
    const auto set = [&](auto ref, double v) {
      if (ref)
        x_[ref.index] = v;
    };
    set(s.node_overhead, 1);
    set(s.host, 0);
    const double e = figures(s)[Figure::it_energy];
    const auto reset = [&](auto ref) {
      if (ref)
        x_[ref.index] = scenario_.inputs[ref.index].value.best;
    };
    reset(s.node_overhead);
    reset(s.host);
    return e;
  }

  const Scenario& scenario_;
  std::vector<Lanes> x_;
  Figures<Lanes> figures_;
};

// The product of each cause's factor from one side or the other.
double total(const Factors& from, const Factors& to, Causes changed) {
  const auto pick = [&](Cause c) { return at((changed & only(c)) != 0 ? to : from, c); };
  return pick(Cause::time) *
         (pick(Cause::draw) * pick(Cause::node) * pick(Cause::pue) * pick(Cause::intensity) +
          pick(Cause::hardware));
}

bool has_own_names(const Scenario& s) {
  for (std::size_t i = 0; i < s.stages.size(); ++i) {
    if (s.stages[i].name.empty())
      return false;
    for (std::size_t j = 0; j < i; ++j)
      if (s.stages[j].name == s.stages[i].name)
        return false;
  }
  return true;
}

} // namespace

std::vector<Pair> pairs_of(const Scenario& from, const Scenario& to) {
  std::vector<Pair> out;
  // Two runs of one stage are compared whatever they are called.
  const bool single = from.stages.size() == 1 && to.stages.size() == 1;
  const bool by_name = !single && has_own_names(from) && has_own_names(to);
  std::vector<bool> taken(to.stages.size());
  for (std::size_t i = 0; i < from.stages.size(); ++i) {
    std::optional<std::size_t> partner;
    if (by_name) {
      for (std::size_t j = 0; j < to.stages.size(); ++j)
        if (to.stages[j].name == from.stages[i].name)
          partner = j;
    } else if (i < to.stages.size()) {
      partner = i;
    }
    if (partner)
      taken[*partner] = true;
    out.push_back({i, partner});
  }
  for (std::size_t j = 0; j < to.stages.size(); ++j)
    if (!taken[j])
      out.push_back({std::nullopt, j});
  return out;
}

std::vector<double> attribute(const Scenario& from, const Scenario& to, std::span<const Causes> players) {
  Side before(from), after(to);
  const std::size_t subsets = std::size_t{1} << players.size();
  std::vector<double> totals(subsets); // by which players have changed
  for (const Pair& pair : pairs_of(from, to)) {
    const auto first = pair.from ? before.time(*pair.from) : std::nullopt;
    const auto second = pair.to ? after.time(*pair.to) : std::nullopt;
    // Where one of the two has no time, the energy as such is compared.
    const bool timed = (first || !pair.from) && (second || !pair.to);
    Factors a{}, b{};
    if (pair.from)
      a = before.factors(*pair.from, timed ? *first : 1);
    if (pair.to)
      b = after.factors(*pair.to, timed ? *second : 1);
    // A stage that only one side has: the other's is the same, for no time.
    if (!pair.from)
      a = b, at(a, Cause::time) = 0;
    if (!pair.to)
      b = a, at(b, Cause::time) = 0;
    for (std::size_t set = 0; set < subsets; ++set) {
      Causes changed = 0;
      for (std::size_t p = 0; p < players.size(); ++p)
        if ((set >> p & 1U) != 0)
          changed = static_cast<Causes>(changed | players[p]);
      totals[set] += total(a, b, changed);
    }
  }

  // The weight of a set that a player joins: |S|! (n - |S| - 1)! / n!
  const std::size_t n = players.size();
  std::vector<double> weight(n);
  for (std::size_t size = 0; size < n; ++size) {
    double choices = 1; // n - 1 over size
    for (std::size_t i = 0; i < size; ++i)
      choices = choices * static_cast<double>(n - 1 - i) / static_cast<double>(i + 1);
    weight[size] = 1 / (static_cast<double>(n) * choices);
  }
  std::vector<double> out(n);
  for (std::size_t set = 0; set < subsets; ++set) {
    std::size_t size = 0;
    for (std::size_t p = 0; p < n; ++p)
      size += set >> p & 1U;
    for (std::size_t p = 0; p < n; ++p)
      if ((set >> p & 1U) == 0)
        out[p] += weight[size] * (totals[set | std::size_t{1} << p] - totals[set]);
  }
  return out;
}

} // namespace fivecars::accounting
