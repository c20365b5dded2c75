// What an estimate says, of each stage and of all together, as one list: so that totals, samples and what-ifs
// treat every figure alike.
#pragma once

#include "accounting/cost.hpp"
#include "accounting/embodied.hpp"
#include "accounting/emissions.hpp"
#include "accounting/energy.hpp"
#include "accounting/lanes.hpp"
#include "accounting/water.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace fivecars::accounting {

enum class Figure : std::uint8_t {
  it_energy,
  energy,
  device_hours,
  operational,
  overhead, // the part of operational that never reaches the machines
  market,
  embodied,
  reserved, // M of the SCI score
  water,
  electricity_cost,
  preemptible_cost,
  on_demand_cost,
};
inline constexpr std::size_t figure_count = 12;

struct FigureKind {
  std::string_view symbol;
  std::string_view unit;
  bool of_every_stage = false; // a total without one stage's part would mislead: then there is none
};
inline constexpr std::array<FigureKind, figure_count> figure_kinds{{
    {"E_IT", UnitKilowattHour::text},
    {"E", UnitKilowattHour::text},
    {"device_hours_all", UnitDeviceHour::text},
    {"C_operational", UnitKilogram::text},
    {"C_overhead", UnitKilogram::text},
    {"C_market", UnitKilogram::text, true},
    {"C_embodied", UnitKilogram::text},
    {"M", UnitKilogram::text},
    {"W", UnitLitre::text, true},
    {"cost_electricity", UnitUsd::text},
    {"cost_preemptible", UnitUsd::text},
    {"cost_on_demand", UnitUsd::text},
}};

// Of a stage, or summed over stages. A figure that a stage hasn't is not there, and adds nothing.
template <class Rep>
struct Figures {
  std::array<Rep, figure_count> value{};
  std::array<std::uint32_t, figure_count> stages{}; // how many have it

  void set(Figure f, const Rep& x) {
    value[static_cast<std::size_t>(f)] = x;
    stages[static_cast<std::size_t>(f)] = 1;
  }
  template <class Q>
  void set(Figure f, const std::optional<Term<Q>>& term) {
    if (term)
      set(f, term->value.value);
  }
  [[nodiscard]] const Rep& operator[](Figure f) const { return value[static_cast<std::size_t>(f)]; }
  [[nodiscard]] bool has(Figure f) const { return stages[static_cast<std::size_t>(f)] != 0; }

  void add(const Figures& part) {
    for (std::size_t f = 0; f < figure_count; ++f) {
      if (part.stages[f] != 0)
        value[f] = value[f] + part.value[f];
      stages[f] += part.stages[f];
    }
  }
  // C_total: embodied carbon adds nothing where it isn't counted.
  [[nodiscard]] Rep total() const {
    const Rep& operational = (*this)[Figure::operational];
    return has(Figure::embodied) ? operational + (*this)[Figure::embodied] : operational;
  }
};

// Everything about one stage, put together: what an estimate, a sample and a what-if all call. What `out`
// held before is gone.
template <class Rep, class Log>
void work_out(const Scenario& s, const Stage& stage, ValuesIn<Rep> x, Log& log, Figures<Rep>& out) {
  out.stages.fill(0);
  const auto e = energy(s, stage, x, log);
  out.set(Figure::it_energy, e.it_energy.value.value);
  out.set(Figure::energy, e.energy.value.value);
  out.set(Figure::device_hours, e.device_hours);
  const auto emitted = emissions(s, stage, e, x, log);
  out.set(Figure::operational, emitted.operational.value.value);
  out.set(Figure::overhead, emitted.overhead.value.value);
  out.set(Figure::market, emitted.market);
  if (const auto made = embodied(s, stage, e, x, log)) {
    out.set(Figure::embodied, made->embodied.value.value);
    out.set(Figure::reserved, made->reserved.value);
  }
  out.set(Figure::water, water(s, stage, e, x, log));
  const auto usd = cost(s, stage, e, x, log);
  out.set(Figure::electricity_cost, usd.electricity);
  out.set(Figure::preemptible_cost, usd.preemptible);
  out.set(Figure::on_demand_cost, usd.on_demand);
}

// The figures of one stage for several samples at once, without steps.
void stage_figures(const Scenario& s, const Stage& stage, ValuesIn<Lanes> x, Figures<Lanes>& out);

// What the total hangs on, of one stage: a part of its figures.
template <class Rep>
struct StageTotal {
  Rep operational{};
  std::optional<Rep> embodied;
  std::optional<Rep> hours; // of one run
};
void stage_figures(const Scenario& s, const Stage& stage, ValuesIn<Lanes> x, StageTotal<Lanes>& out);

// What stands in the first lane; inputs that don't vary are the same in all.
[[nodiscard]] Figures<double> first_lane(const Figures<Lanes>& lanes);
[[nodiscard]] std::vector<Lanes> in_lanes(Values x);

// All stages together, without steps.
[[nodiscard]] Figures<double> all_figures(const Scenario& s, Values x);

} // namespace fivecars::accounting
