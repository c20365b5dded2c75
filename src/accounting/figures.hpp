// What an estimate says, of each stage and of all together, as one list: so that totals, samples and what-ifs
// treat every figure alike.
#pragma once

#include "accounting/stage_sum.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fivecars::accounting {

enum class Figure : std::uint8_t {
  it_energy,
  energy,
  device_hours,
  operational,
  market,
  embodied,
  reserved, // M of the SCI score
  water,
  electricity_cost,
  preemptible_cost,
  on_demand_cost,
};
inline constexpr std::size_t figure_count = 11;

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
      value[f] = value[f] + part.value[f];
      stages[f] += part.stages[f];
    }
  }
  // C_total: embodied carbon adds nothing where it isn't counted.
  [[nodiscard]] Rep total() const { return (*this)[Figure::operational] + (*this)[Figure::embodied]; }
};

template <class Rep>
[[nodiscard]] Figures<Rep> figures(const StageSum<Rep>& sum) {
  Figures<Rep> out;
  out.set(Figure::it_energy, sum.energy.it_energy.value.value);
  out.set(Figure::energy, sum.energy.energy.value.value);
  out.set(Figure::device_hours, sum.energy.device_hours);
  out.set(Figure::operational, sum.emitted.operational.value.value);
  out.set(Figure::market, sum.emitted.market);
  if (sum.embodied) {
    out.set(Figure::embodied, sum.embodied->embodied.value.value);
    out.set(Figure::reserved, sum.embodied->reserved.value);
  }
  out.set(Figure::water, sum.water);
  out.set(Figure::electricity_cost, sum.cost.electricity);
  out.set(Figure::preemptible_cost, sum.cost.preemptible);
  out.set(Figure::on_demand_cost, sum.cost.on_demand);
  return out;
}

// The figures of one stage, without steps.
[[nodiscard]] Figures<double> stage_figures(const Scenario& s, const Stage& stage, Values x);

// All stages together, without steps.
[[nodiscard]] Figures<double> all_figures(const Scenario& s, Values x);

} // namespace fivecars::accounting
