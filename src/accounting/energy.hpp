// Time, power and energy of a stage: method.md, section 1.
//
//   P_IT = measured draw of the nodes
//        = node_overhead * sum_d(count_d * card_watts_d) + host_w
//        = sum_d(count_d * system_watts_d)
//   E_IT = runs * t * P_IT / 1000      and times as much where the stage is a multiple of another
//   E    = PUE * E_IT
#pragma once

#include "accounting/trace.hpp"

#include <optional>

namespace fivecars::accounting {

template <class Rep>
struct StageEnergy {
  Term<KilowattHours::In<Rep>> it_energy;                 // into the machines
  Term<KilowattHours::In<Rep>> energy;                    // at the meter
  std::optional<Term<DeviceHours::In<Rep>>> device_hours; // over all runs; empty where no devices are named
  std::optional<Term<Hours::In<Rep>>> hours;              // of one run
};

// The suffix of a device's symbols: none where there is one kind only.
[[nodiscard]] inline std::uint32_t suffix(const Stage& stage, std::size_t d) {
  return stage.devices.size() > 1 ? static_cast<std::uint32_t>(d + 1) : 0;
}

// A number that counts as one where it is absent.
template <class Rep>
[[nodiscard]] Ratio::In<Rep> or_one(Ref<Ratio> ref, ValuesIn<Rep> x) {
  return ref ? value_of(ref, x) : Ratio::In<Rep>{1.0};
}

template <class Rep>
[[nodiscard]] Ratio::In<Rep> count_of(const Device& d, ValuesIn<Rep> x) {
  return or_one(d.count, x);
}

// How often the stage is run, as a multiple of one run.
template <class Rep>
[[nodiscard]] Ratio::In<Rep> repeats(const Stage& stage, ValuesIn<Rep> x) {
  const auto runs = or_one(stage.runs, x);
  return stage.times ? Ratio::In<Rep>{runs.value * value_of(stage.times, x).value} : runs;
}

// Number of devices, n.
template <class Rep, class Log>
Term<Ratio::In<Rep>> device_count(const Scenario& s, const Stage& stage, ValuesIn<Rep> x, Log& log) {
  if (stage.devices.size() == 1 && stage.devices[0].count)
    return term(s, x, stage.devices[0].count);
  Ratio::In<Rep> n;
  for (const Device& d : stage.devices)
    n = n + count_of(d, x);
  if constexpr (Log::on) {
    if (stage.devices.size() > 1) {
      log.step("n");
      for (std::size_t d = 0; d < stage.devices.size(); ++d)
        log.text(d == 0 ? "" : " + ").by(stage.devices[d].count, suffix(stage, d));
      log.is(n);
    }
  }
  return {n, "n"};
}

// Peak speed of all devices together.
template <class Rep, class Log>
Term<FlopPerSecond::In<Rep>> peak_speed(const Stage& stage, ValuesIn<Rep> x, Log& log) {
  FlopPerSecond::In<Rep> sum;
  for (const Device& d : stage.devices)
    sum = sum + count_of(d, x) * value_of(d.peak, x);
  if constexpr (Log::on) {
    log.step("peak_all");
    for (std::size_t d = 0; d < stage.devices.size(); ++d)
      log.text(d == 0 ? "" : " + ")
          .by(stage.devices[d].count, suffix(stage, d))
          .by(stage.devices[d].peak, suffix(stage, d));
    log.is(sum);
  }
  return {sum, "peak_all"};
}

// Wall-clock hours of one run.
template <class Rep, class Log>
Term<Hours::In<Rep>> hours(const Scenario& s, const Stage& stage, ValuesIn<Rep> x, Log& log) {
  switch (stage.time_by) {
  case TimeBy::nothing:
    break;
  case TimeBy::hours:
    return term(s, x, stage.hours);
  case TimeBy::device_hours: {
    // Without devices, or one device without a count: one device.
    const auto total = term(s, x, stage.device_hours);
    const bool counted = stage.devices.size() > 1 || (stage.devices.size() == 1 && stage.devices[0].count);
    if (!counted) {
      const Hours::In<Rep> t = wall_clock(total.value, Ratio::In<Rep>{1.0});
      if constexpr (Log::on)
        log.step("t").by(total).is(t);
      return {t, "t"};
    }
    const auto n = device_count(s, stage, x, log);
    const Hours::In<Rep> t = wall_clock(total.value, n.value);
    if constexpr (Log::on)
      log.step("t").by(total).text(" / ").by(n).is(t);
    return {t, "t"};
  }
  case TimeBy::flop:
  case TimeBy::parameters: {
    Term<Flop::In<Rep>> work{Flop::In<Rep>{0.0}, "FLOP"};
    if (stage.time_by == TimeBy::flop) {
      work = term(s, x, stage.flop);
    } else {
      const auto epochs = or_one(stage.epochs, x);
      work.value = {6.0 * value_of(stage.parameters, x).value * value_of(stage.tokens, x).value *
                    epochs.value};
      if constexpr (Log::on)
        log.step("FLOP").text("6 * ").by(stage.parameters).by(stage.tokens).by(stage.epochs).is(work.value);
    }
    const auto peak = peak_speed(stage, x, log);
    const auto mfu = term(s, x, stage.mfu);
    const Hours::In<Rep> t = hours_of(work.value, mfu.value * peak.value);
    if constexpr (Log::on)
      log.step("t").by(work).text(" / (").by(mfu).by(peak).text(") / 3600").is(t);
    return {t, "t"};
  }
  }
  return {Hours::In<Rep>{0.0}, "t"};
}

// Draw of all machines of the stage while it runs. Only for stages whose energy is not given directly.
template <class Rep, class Log>
Term<Watts::In<Rep>> it_power(const Scenario& s, const Stage& stage, ValuesIn<Rep> x, Log& log) {
  if (stage.energy_by == EnergyBy::node_draw)
    return term(s, x, stage.measured);

  // Draw of each kind of device, or of all cards as measured.
  Watts::In<Rep> cards, systems;
  std::vector<Term<Watts::In<Rep>>> drawn;
  if (stage.energy_by == EnergyBy::card_draw) {
    const auto measured = term(s, x, stage.measured);
    cards = measured.value;
    if constexpr (Log::on)
      drawn.push_back(measured);
  } else {
    for (std::size_t i = 0; i < stage.devices.size(); ++i) {
      const Device& d = stage.devices[i];
      const bool system = static_cast<bool>(d.system_watts);
      const Watts::In<Rep> each = system    ? value_of(d.system_watts, x)
                                  : d.watts ? value_of(d.watts, x)
                                            : value_of(d.utilisation, x) * value_of(d.tdp, x);
      const Watts::In<Rep> all = count_of(d, x) * each;
      (system ? systems : cards) = (system ? systems : cards) + all;
      if constexpr (Log::on) {
        const auto suffix = accounting::suffix(stage, i);
        drawn.push_back({all, system ? "P_system" : "P_cards", suffix});
        log.step(drawn.back().symbol, suffix)
            .by(d.count, suffix)
            .by(d.system_watts, suffix)
            .by(d.watts, suffix);
        log.by(d.tdp, suffix).by(d.utilisation, suffix).is(all);
      }
    }
  }

  Watts::In<Rep> p = cards;
  if (stage.node_overhead)
    p = value_of(stage.node_overhead, x) * p;
  if (stage.host)
    p = p + value_of(stage.host, x);
  p = p + systems;
  if constexpr (Log::on) {
    const auto is_system = [&](std::size_t i) {
      return !stage.devices.empty() && stage.devices[i].system_watts;
    };
    log.step("P_IT");
    if (stage.node_overhead)
      log.by(stage.node_overhead).text(" * (");
    bool first = true;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
      if (is_system(i))
        continue;
      log.text(first ? "" : " + ").by(drawn[i]);
      first = false;
    }
    if (stage.node_overhead)
      log.text(")");
    if (stage.host)
      log.text(" + ").by(stage.host);
    for (std::size_t i = 0; i < drawn.size(); ++i) {
      if (!is_system(i))
        continue;
      log.text(first ? "" : " + ").by(drawn[i]);
      first = false;
    }
    log.is(p);
  }
  return {p, "P_IT"};
}

// Energy of a stage over all its runs.
template <class Rep, class Log>
StageEnergy<Rep> energy(const Scenario& s, const Stage& stage, ValuesIn<Rep> x, Log& log) {
  StageEnergy<Rep> out;
  const auto runs = repeats(stage, x);
  const auto pue = term(s, x, stage.pue);
  const bool given = stage.energy_by == EnergyBy::it_energy || stage.energy_by == EnergyBy::meter_energy;
  // Where the energy is given, device-hours need no time on the clock.
  if (stage.time_by != TimeBy::nothing && !(given && stage.time_by == TimeBy::device_hours))
    out.hours = hours(s, stage, x, log);

  if (stage.energy_by == EnergyBy::meter_energy) {
    out.energy = {runs * value_of(stage.energy, x), "E"};
    out.it_energy = {out.energy.value / pue.value.value, "E_IT"};
    if constexpr (Log::on) {
      log.step("E").by(stage.runs).by(stage.times).by(stage.energy).is(out.energy.value);
      log.step("E_IT").by(out.energy).text(" / ").by(pue).is(out.it_energy.value);
    }
  } else {
    if (stage.energy_by == EnergyBy::it_energy) {
      out.it_energy = {runs * value_of(stage.energy, x), "E_IT"};
      if constexpr (Log::on)
        log.step("E_IT").by(stage.runs).by(stage.times).by(stage.energy).is(out.it_energy.value);
    } else {
      const auto p = it_power(s, stage, x, log);
      out.it_energy = {runs * (out.hours->value * p.value), "E_IT"};
      if constexpr (Log::on)
        log.step("E_IT")
            .by(stage.runs)
            .by(stage.times)
            .by(*out.hours)
            .by(p)
            .text(" / 1000")
            .is(out.it_energy.value);
    }
    out.energy = {pue.value * out.it_energy.value, "E"};
    if constexpr (Log::on)
      log.step("E").by(pue).by(out.it_energy).is(out.energy.value);
  }

  // Device-hours over all runs: as given, or from the devices that are named.
  if (stage.time_by == TimeBy::device_hours) {
    out.device_hours = {runs * value_of(stage.device_hours, x), "device_hours_all"};
    if constexpr (Log::on)
      log.step("device_hours_all")
          .by(stage.runs)
          .by(stage.times)
          .by(stage.device_hours)
          .is(out.device_hours->value);
  } else if (out.hours && !stage.devices.empty()) {
    const auto n = device_count(s, stage, x, log);
    out.device_hours = {runs * device_hours(out.hours->value, n.value), "device_hours_all"};
    if constexpr (Log::on)
      log.step("device_hours_all")
          .by(stage.runs)
          .by(stage.times)
          .by(*out.hours)
          .by(n)
          .is(out.device_hours->value);
  }
  return out;
}

} // namespace fivecars::accounting
