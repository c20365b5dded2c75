// Time, power and energy of a stage: method.md, section 1.
//
//   P_IT = measured draw of the nodes
//        = node_overhead * sum_d(count_d * card_watts_d) + host_w
//        = sum_d(count_d * system_watts_d)
//   E_IT = runs * t * P_IT / 1000
//   E    = PUE * E_IT
#pragma once

#include "accounting/trace.hpp"

#include <algorithm>
#include <optional>

namespace fivecars::accounting {

struct StageEnergy {
  Term<KilowattHours> it_energy;  // into the machines
  Term<KilowattHours> energy;     // at the meter
  std::optional<Term<DeviceHours>> device_hours;  // over all runs; empty where no devices are named
  std::optional<Term<Hours>> hours;               // of one run
};

namespace detail {

[[nodiscard]] inline std::uint32_t suffix(const Stage& stage, std::size_t d) {
  return stage.devices.size() > 1 ? static_cast<std::uint32_t>(d + 1) : 0;
}

[[nodiscard]] inline Ratio count_of(const Device& d, Values x) {
  return d.count ? value_of(d.count, x) : Ratio{1};
}

template <class Q>
void append(std::vector<Operand>& list, const Scenario& s, Values x, Ref<Q> ref, std::uint32_t suffix) {
  if (ref) list.push_back(operand(term(s, x, ref, suffix)));
}

// Number of devices, n.
template <class Log>
Term<Ratio> devices(const Scenario& s, const Stage& stage, Values x, Log& log) {
  if (stage.devices.size() == 1 && stage.devices[0].count) return term(s, x, stage.devices[0].count);
  Ratio n;
  for (const Device& d : stage.devices) n = n + count_of(d, x);
  if constexpr (Log::on) {
    std::vector<Operand> counts;
    for (std::size_t d = 0; d < stage.devices.size(); ++d)
      append(counts, s, x, stage.devices[d].count, suffix(stage, d));
    if (!counts.empty()) log.step("n", join(counts, " + "), counts, n);
  }
  return {n, "n"};
}

// Peak speed of all devices together.
template <class Log>
Term<FlopPerSecond> peak(const Scenario& s, const Stage& stage, Values x, Log& log) {
  FlopPerSecond sum;
  for (const Device& d : stage.devices) sum = sum + count_of(d, x) * value_of(d.peak, x);
  if constexpr (Log::on) {
    std::vector<Operand> all;
    std::string formula;
    for (std::size_t d = 0; d < stage.devices.size(); ++d) {
      std::vector<Operand> one;
      append(one, s, x, stage.devices[d].count, suffix(stage, d));
      append(one, s, x, stage.devices[d].peak, suffix(stage, d));
      formula += (formula.empty() ? "" : " + ") + join(one, " * ");
      all.insert(all.end(), one.begin(), one.end());
    }
    log.step("peak_all", formula, all, sum);
  }
  return {sum, "peak_all"};
}

}  // namespace detail

// Wall-clock hours of one run.
template <class Log>
Term<Hours> hours(const Scenario& s, const Stage& stage, Values x, Log& log) {
  switch (stage.time_by) {
  case TimeBy::nothing: return {Hours{0}, "t"};
  case TimeBy::hours: return term(s, x, stage.hours);
  case TimeBy::device_hours: {
    const auto total = term(s, x, stage.device_hours);
    if (stage.devices.empty()) return {wall_clock(total.value, Ratio{1}), "t", 0, total.input};
    const auto n = detail::devices(s, stage, x, log);
    const Hours t = wall_clock(total.value, n.value);
    if constexpr (Log::on) {
      if (n.value.value == 1 && n.input == no_input)
        log.step("t", std::string(total.symbol), operands(total), t);
      else
        log.step("t", join(operands(total, n), " / "), operands(total, n), t);
    }
    return {t, "t"};
  }
  case TimeBy::flop:
  case TimeBy::parameters: {
    Term<Flop> work{Flop{0}, "FLOP"};
    if (stage.time_by == TimeBy::flop) {
      work = term(s, x, stage.flop);
    } else {
      const auto parameters = term(s, x, stage.parameters);
      const auto tokens = term(s, x, stage.tokens);
      const Ratio epochs = stage.epochs ? value_of(stage.epochs, x) : Ratio{1};
      work.value = {6 * parameters.value.value * tokens.value.value * epochs.value};
      if constexpr (Log::on) {
        auto list = operands(parameters, tokens);
        detail::append(list, s, x, stage.epochs, 0);
        log.step("FLOP", "6 * " + join(list, " * "), list, work.value);
      }
    }
    const auto peak = detail::peak(s, stage, x, log);
    const auto mfu = term(s, x, stage.mfu);
    const Hours t = hours_of(work.value, mfu.value * peak.value);
    if constexpr (Log::on) log.step("t", "FLOP / (mfu * peak_all) / 3600", operands(work, mfu, peak), t);
    return {t, "t"};
  }
  }
  return {Hours{0}, "t"};
}

// Draw of all machines of the stage while it runs. Only for stages whose energy is not given directly.
template <class Log>
Term<Watts> it_power(const Scenario& s, const Stage& stage, Values x, Log& log) {
  if (stage.energy_by == EnergyBy::node_draw) return term(s, x, stage.measured);

  Watts cards, systems;
  std::vector<Operand> card_terms, system_terms;
  if (stage.energy_by == EnergyBy::card_draw) {
    cards = value_of(stage.measured, x);
    if constexpr (Log::on) card_terms = operands(term(s, x, stage.measured));
  }
  if (stage.energy_by == EnergyBy::devices) {
    for (std::size_t i = 0; i < stage.devices.size(); ++i) {
      const Device& d = stage.devices[i];
      const bool system = static_cast<bool>(d.system_watts);
      const Watts each = system    ? value_of(d.system_watts, x)
                         : d.watts ? value_of(d.watts, x)
                                   : value_of(d.utilisation, x) * value_of(d.tdp, x);
      const Term<Watts> drawn{detail::count_of(d, x) * each, system ? "P_system" : "P_cards",
                              detail::suffix(stage, i)};
      (system ? systems : cards) = (system ? systems : cards) + drawn.value;
      if constexpr (Log::on) {
        std::vector<Operand> list;
        const auto suffix = detail::suffix(stage, i);
        detail::append(list, s, x, d.count, suffix);
        detail::append(list, s, x, d.system_watts, suffix);
        detail::append(list, s, x, d.watts, suffix);
        if (!d.system_watts && !d.watts) {
          detail::append(list, s, x, d.tdp, suffix);
          detail::append(list, s, x, d.utilisation, suffix);
        }
        const auto formula = join(list, " * ");
        log.step(name_of(drawn.symbol, drawn.suffix), formula, std::move(list), drawn.value);
        (system ? system_terms : card_terms).push_back(operand(drawn));
      }
    }
  }

  Watts p = cards;
  if (stage.node_overhead) p = value_of(stage.node_overhead, x) * p;
  if (stage.host) p = p + value_of(stage.host, x);
  p = p + systems;
  if constexpr (Log::on) {
    std::vector<Operand> list;
    std::string formula;
    if (!card_terms.empty()) {
      detail::append(list, s, x, stage.node_overhead, 0);
      formula = join(list, "") + (list.empty() ? "" : " * ");
      const bool bracket = !list.empty() && card_terms.size() > 1;
      formula += (bracket ? "(" : "") + join(card_terms, " + ") + (bracket ? ")" : "");
      list.insert(list.end(), card_terms.begin(), card_terms.end());
    }
    std::vector<Operand> rest;
    detail::append(rest, s, x, stage.host, 0);
    rest.insert(rest.end(), system_terms.begin(), system_terms.end());
    if (!rest.empty()) formula += (formula.empty() ? "" : " + ") + join(rest, " + ");
    list.insert(list.end(), rest.begin(), rest.end());
    log.step("P_IT", formula, std::move(list), p);
  }
  return {p, "P_IT"};
}

// Energy of a stage over all its runs.
template <class Log>
StageEnergy energy(const Scenario& s, const Stage& stage, Values x, Log& log) {
  StageEnergy out;
  const Ratio runs = stage.runs ? value_of(stage.runs, x) : Ratio{1};
  const auto pue = term(s, x, stage.pue);

  if (stage.time_by != TimeBy::nothing) out.hours = hours(s, stage, x, log);

  std::vector<Operand> list;
  if constexpr (Log::on) detail::append(list, s, x, stage.runs, 0);

  if (stage.energy_by == EnergyBy::it_energy || stage.energy_by == EnergyBy::meter_energy) {
    const auto given = term(s, x, stage.energy);
    const KilowattHours all = runs * given.value;
    const bool meter = stage.energy_by == EnergyBy::meter_energy;
    if constexpr (Log::on) list.push_back(operand(given));
    if (meter) {
      out.energy = {all, "E"};
      out.it_energy = {all / pue.value.value, "E_IT"};
      if constexpr (Log::on) {
        const auto formula = join(list, " * ");
        log.step("E", formula, std::move(list), all);
        log.step("E_IT", "E / PUE", operands(out.energy, pue), out.it_energy.value);
      }
    } else {
      out.it_energy = {all, "E_IT"};
      out.energy = {pue.value * all, "E"};
      if constexpr (Log::on) {
        const auto formula = join(list, " * ");
        log.step("E_IT", formula, std::move(list), all);
        log.step("E", "PUE * E_IT", operands(pue, out.it_energy), out.energy.value);
      }
    }
  } else {
    const auto p = it_power(s, stage, x, log);
    out.it_energy = {runs * (out.hours->value * p.value), "E_IT"};
    out.energy = {pue.value * out.it_energy.value, "E"};
    if constexpr (Log::on) {
      list.push_back(operand(*out.hours));
      list.push_back(operand(p));
      const auto formula = join(list, " * ") + " / 1000";
      log.step("E_IT", formula, std::move(list), out.it_energy.value);
      log.step("E", "PUE * E_IT", operands(pue, out.it_energy), out.energy.value);
    }
  }

  // Device-hours over all runs: as given, or from the devices that are named.
  if (stage.time_by == TimeBy::device_hours) {
    const auto each = term(s, x, stage.device_hours);
    out.device_hours = {runs * each.value, "device_hours_all", 0, no_input};
    if constexpr (Log::on) {
      std::vector<Operand> of;
      detail::append(of, s, x, stage.runs, 0);
      of.push_back(operand(each));
      const auto formula = join(of, " * ");
      log.step("device_hours_all", formula, std::move(of), out.device_hours->value);
    }
  } else if (out.hours && !stage.devices.empty()) {
    const auto n = detail::devices(s, stage, x, log);
    out.device_hours = {runs * device_hours(out.hours->value, n.value), "device_hours_all"};
    if constexpr (Log::on) {
      std::vector<Operand> of;
      detail::append(of, s, x, stage.runs, 0);
      of.push_back(operand(*out.hours));
      of.push_back(operand(n));
      const auto formula = join(of, " * ");
      log.step("device_hours_all", formula, std::move(of), out.device_hours->value);
    }
  }
  return out;
}

}  // namespace fivecars::accounting
