// A scenario as the accounting sees it: every number is an entry in one list of inputs, and a stage refers
// to its numbers by their place in that list. The best estimate, a sample and a what-if differ only in the
// list of values that they hand to the same functions.
#pragma once

#include "accounting/range.hpp"
#include "accounting/units.hpp"

#include <cstdint>
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

struct Input {
  std::string_view symbol; // as in the method: "PUE", "I", "t"; static storage
  std::string_view unit;   // static storage
  Range value;
  Origin origin = Origin::given;
  std::string path;   // JSON pointer of the number, or of the place where it would stand
  std::string entry;  // id in the catalogue, "grids/strubell-2019/US"; empty where given
  std::string source; // id of the source; empty where given
};

inline constexpr std::uint32_t no_input = 0xffffffff;

// A number of the scenario, by its place in the list of inputs; empty where the scenario has none.
template <class Q>
struct Ref {
  std::uint32_t index = no_input;
  [[nodiscard]] explicit constexpr operator bool() const { return index != no_input; }
};

// The value of each input, in the order of Scenario::inputs.
using Values = std::span<const double>;

template <class Q>
[[nodiscard]] constexpr Q value_of(Ref<Q> ref, Values x) {
  return {x[ref.index]};
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
};

enum class TimeBy : std::uint8_t { nothing, hours, device_hours, flop, parameters };
enum class EnergyBy : std::uint8_t { node_draw, card_draw, devices, it_energy, meter_energy };

struct Stage {
  std::string name;
  Ref<Ratio> runs; // empty: one

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
};

} // namespace fivecars::accounting
