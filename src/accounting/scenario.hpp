// A scenario as the accounting sees it: every number is an entry in one list of inputs, and a stage refers
// to its numbers by their place in that list. The best estimate, a sample and a what-if differ only in the
// list of values that they hand to the same functions.
#pragma once

#include "accounting/range.hpp"
#include "accounting/units.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fivecars::accounting {

enum class Origin : std::uint8_t {
  given,     // in the scenario document, at `path`
  catalogue, // looked up: `entry` says which, `source` who says so
  fallback,  // nobody said; the method's default, also an `entry`
};

// What a quantity can't leave, however it varies. What varies is the excess over the floor: a PUE has 1.
struct Bounds {
  double floor = 0;
  double ceiling = std::numeric_limits<double>::infinity();
};

struct Input {
  std::string_view symbol; // as in the method: "PUE", "I", "t"; static storage
  std::string_view unit;   // static storage
  Range value;
  Origin origin = Origin::given;
  std::string path;           // JSON pointer of the number, or of the place where it would stand
  std::string entry;          // id in the catalogue, "grids/strubell-2019/US"; empty where given
  std::string source;         // id of the source; empty where given
  Bounds bounds = {};         // holds best, low and high
  std::uint32_t drawn_by = 0; // so much of `entry` says what is drawn: without the year; 0 for all of it
};

// What varies together is drawn together: a figure of the catalogue once, wherever it is used; a number that
// somebody gave is its own. Two inputs with the same key are moved by the same draw.
[[nodiscard]] inline std::string_view draw_key(const Input& input) {
  if (input.origin == Origin::given)
    return input.path;
  const std::string_view entry = input.entry;
  return input.drawn_by == 0 ? entry : entry.substr(0, input.drawn_by);
}

inline constexpr std::uint32_t no_input = 0xffffffff;

// A number of the scenario, by its place in the list of inputs; empty where the scenario has none.
template <class Q>
struct Ref {
  std::uint32_t index = no_input;
  [[nodiscard]] explicit constexpr operator bool() const { return index != no_input; }
};

// The value of each input, in the order of Scenario::inputs.
template <class Rep>
using ValuesIn = std::span<const Rep>;
using Values = ValuesIn<double>;

template <class Q, class Rep>
[[nodiscard]] constexpr auto value_of(Ref<Q> ref, ValuesIn<Rep> x) {
  return typename Q::template In<Rep>{x[ref.index]};
}

// One kind of accelerator in a stage. At most one of watts and system_watts is set; with neither, tdp and
// utilisation give the draw; with none of them the power of the stage was measured.
struct Device {
  Ref<Ratio> count; // empty: one
  Ref<Watts> tdp;
  Ref<Ratio> utilisation;
  Ref<Watts> watts;        // of the card
  Ref<Watts> system_watts; // of the card with its share of the host
  Ref<FlopPerSecond> peak;
  Ref<UsdPerDeviceHour> preemptible;
  Ref<UsdPerDeviceHour> on_demand;
  Ref<Kilograms> card_kg;       // making one; empty where that is in host_share_kg, or isn't counted
  Ref<Kilograms> host_share_kg; // empty where that is in card_kg, or isn't counted
};

enum class TimeBy : std::uint8_t { nothing, hours, device_hours, flop, parameters };
enum class EnergyBy : std::uint8_t { node_draw, card_draw, devices, it_energy, meter_energy };

struct Stage {
  std::string name;
  Ref<Ratio> runs;  // empty: one
  Ref<Ratio> times; // a multiple of another stage; empty: one

  TimeBy time_by = TimeBy::nothing; // nothing only where the energy is given
  Ref<Hours> hours;
  Ref<DeviceHours> device_hours;
  Ref<Flop> flop;
  Ref<Ratio> parameters, tokens, epochs, mfu; // epochs empty: one

  EnergyBy energy_by = EnergyBy::node_draw;
  Ref<Watts> measured;
  Ref<KilowattHours> energy;
  Ref<Ratio> node_overhead; // empty: one
  Ref<Watts> host;          // empty: none
  std::vector<Device> devices;

  Ref<Ratio> pue;
  Ref<KgPerKwh> intensity;
  Ref<KgPerKwh> market_intensity; // empty: no market-based figure
  Ref<UsdPerKwh> electricity_price;

  Ref<Years> lifetime; // both empty where embodied carbon isn't counted
  Ref<Ratio> active_share;

  Ref<LitresPerKwh> wue;  // empty: water isn't counted
  Ref<LitresPerKwh> ewif; // likewise
};

enum class DividesWhat : std::uint8_t { operational, total };

struct Equivalent {
  std::string_view id;  // static storage
  std::string_view set; // static storage
  DividesWhat divides = DividesWhat::total;
  Ref<Kilograms> factor; // kg CO2e of one such thing; above 0
};

struct Scenario {
  std::vector<Input> inputs;
  std::vector<Stage> stages; // at least one
  std::vector<Equivalent> equivalents;
  Ref<Ratio> functional_units; // R of the SCI score; empty: no score is asked for
};

// The best value of every input, in order.
[[nodiscard]] std::vector<double> best_values(const Scenario& scenario);

// Calls visit(index) for every number that a stage has, by its place in the list of inputs; through a stage
// that isn't const the place can be changed.
template <class OfStage, class Visit>
void each_input(OfStage& s, Visit&& visit) {
  for (auto* index : {&s.runs.index,
                      &s.times.index,
                      &s.hours.index,
                      &s.device_hours.index,
                      &s.flop.index,
                      &s.parameters.index,
                      &s.tokens.index,
                      &s.epochs.index,
                      &s.mfu.index,
                      &s.measured.index,
                      &s.energy.index,
                      &s.node_overhead.index,
                      &s.host.index,
                      &s.pue.index,
                      &s.intensity.index,
                      &s.market_intensity.index,
                      &s.electricity_price.index,
                      &s.lifetime.index,
                      &s.active_share.index,
                      &s.wue.index,
                      &s.ewif.index})
    if (*index != no_input)
      visit(*index);
  for (auto& d : s.devices)
    for (auto* index :
         {&d.count.index, &d.tdp.index, &d.utilisation.index, &d.watts.index, &d.system_watts.index,
          &d.peak.index, &d.preemptible.index, &d.on_demand.index, &d.card_kg.index, &d.host_share_kg.index})
      if (*index != no_input)
        visit(*index);
}

} // namespace fivecars::accounting
