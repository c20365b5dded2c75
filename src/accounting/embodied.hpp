// The share of making the hardware that falls to a stage: method.md, section 2.
//
//   C_embodied = sum_d(device_hours_d * (card_kg_d + host_share_kg_d)) / (lifetime * 8760 * active_share)
//   M          = C_embodied * active_share      for the SCI score, which counts every hour of a life
#pragma once

#include "accounting/energy.hpp"

#include <optional>

namespace fivecars::accounting {

template <class Rep>
struct StageEmbodied {
  Term<Kilograms::In<Rep>> embodied;
  Kilograms::In<Rep> reserved; // M
};

// Making one device of this kind, with its share of the host.
template <class Rep>
[[nodiscard]] Kilograms::In<Rep> made_of(const Device& d, ValuesIn<Rep> x) {
  Kilograms::In<Rep> kg;
  if (d.card_kg)
    kg = value_of(d.card_kg, x);
  if (d.host_share_kg)
    kg = kg + value_of(d.host_share_kg, x);
  return kg;
}

// Empty where embodied carbon isn't counted, or no devices are known.
template <class Rep, class Log>
std::optional<StageEmbodied<Rep>> embodied(const Scenario& s, const Stage& stage, const StageEnergy<Rep>& e,
                                           ValuesIn<Rep> x, Log& log) {
  if (!stage.lifetime || !e.device_hours || stage.devices.empty())
    return std::nullopt;
  // Each kind of device runs for the same hours: its share of the device-hours is its share of the count.
  const bool one_kind = stage.devices.size() == 1;
  Kilograms::In<Rep> each;
  if (one_kind) {
    each = made_of(stage.devices[0], x);
  } else {
    Ratio::In<Rep> n;
    for (const Device& d : stage.devices) {
      n = n + count_of(d, x);
      each = each + count_of(d, x) * made_of(d, x);
    }
    each = each / n.value;
  }
  const auto lifetime = term(s, x, stage.lifetime);
  const auto active = term(s, x, stage.active_share);
  const Kilograms::In<Rep> kg =
      each * (e.device_hours->value.value / (lifetime.value.value * hours_per_year * active.value.value));

  if constexpr (Log::on) {
    const auto parts = [&](std::size_t i) {
      const Device& d = stage.devices[i];
      log.by(d.card_kg, suffix(stage, i));
      if (d.card_kg && d.host_share_kg)
        log.text(" + ");
      log.by(d.host_share_kg, suffix(stage, i));
    };
    log.step("C_embodied").by(*e.device_hours);
    if (one_kind) {
      log.text(" * (");
      parts(0);
      log.text(")");
    } else {
      for (std::size_t i = 0; i < stage.devices.size(); ++i) {
        log.text(i == 0 ? " * (" : " + ").by(stage.devices[i].count, suffix(stage, i));
        log.text(stage.devices[i].count ? " * (" : "(");
        parts(i);
        log.text(")");
      }
      for (std::size_t i = 0; i < stage.devices.size(); ++i)
        log.text(i == 0 ? ") / (" : " + ").by(stage.devices[i].count, suffix(stage, i));
      log.text(")");
    }
    log.text(" / (").by(lifetime).text(" * 8760 * ").by(active).text(")").is(kg);
  }
  StageEmbodied<Rep> out{{kg, "C_embodied"}, kg * active.value.value};
  if constexpr (Log::on)
    if (s.functional_units)
      log.step("M").by(out.embodied).by(active).is(out.reserved);
  return out;
}

} // namespace fivecars::accounting
