// Each number that a scenario can hold: its symbol in the method, its unit, what it can't leave, and which
// row of the defaults says how sure such a number usually is ("ranges": "typical"). Counts, runs, hours, the
// amount of computation and prices stay exact.
#pragma once

#include "accounting/scenario.hpp"

#include <string_view>

namespace fivecars::documents {

template <class Q>
struct NumberKind {
  std::string_view symbol;
  std::string_view usual = {}; // id of a default; empty: stays exact
  accounting::Bounds bounds = {};
};

namespace kinds {

using namespace accounting;

// A share can't pass 1; of a PUE and of a node's overhead it is the excess over 1 that varies.
inline constexpr Bounds share{0, 1};
inline constexpr Bounds from_one{1};

inline constexpr NumberKind<Ratio> runs{"runs"};
inline constexpr NumberKind<Ratio> times{"times"};
inline constexpr NumberKind<Ratio> count{"count"};
inline constexpr NumberKind<Hours> hours{"t"};
inline constexpr NumberKind<DeviceHours> device_hours{"device_hours"};
inline constexpr NumberKind<Flop> flop{"FLOP"};
inline constexpr NumberKind<Ratio> parameters{"parameters"};
inline constexpr NumberKind<Ratio> tokens{"tokens"};
inline constexpr NumberKind<Ratio> epochs{"epochs"};
inline constexpr NumberKind<Ratio> mfu{"mfu", "mfu", share};
inline constexpr NumberKind<FlopPerSecond> peak{"peak"};

inline constexpr NumberKind<Watts> nodes{"P_IT", "sensor"};
inline constexpr NumberKind<Watts> cards{"P_cards", "sensor"};
inline constexpr NumberKind<Watts> card_watts{"card_watts", "sensor"};
inline constexpr NumberKind<Watts> system_watts{"system_watts", "sensor"};
inline constexpr NumberKind<Watts> host{"host_w", "sensor"};
inline constexpr NumberKind<Watts> tdp{"TDP"};
inline constexpr NumberKind<Ratio> utilisation{"utilisation", "utilisation", share};
inline constexpr NumberKind<Ratio> node_overhead{"node_overhead", "node_overhead", from_one};
inline constexpr NumberKind<KilowattHours> it_kwh{"it_kwh", "sensor"};
inline constexpr NumberKind<KilowattHours> meter_kwh{"meter_kwh", "sensor"};

inline constexpr NumberKind<Ratio> pue{"PUE", "pue", from_one};
inline constexpr NumberKind<KgPerKwh> intensity{"I", "grid"};
inline constexpr NumberKind<KgPerKwh> market_intensity{"I_market", "grid"};
inline constexpr NumberKind<LitresPerKwh> wue{"WUE", "wue_l_per_kwh"};
inline constexpr NumberKind<LitresPerKwh> ewif{"EWIF"};

inline constexpr NumberKind<Kilograms> card_kg{"card_kg", "card_kg"};
inline constexpr NumberKind<Kilograms> host_share_kg{"host_share_kg", "host_share_kg"};
inline constexpr NumberKind<Years> lifetime{"lifetime", "lifetime_years"};
inline constexpr NumberKind<Ratio> active_share{"active_share", "active_share", share};

inline constexpr NumberKind<UsdPerKwh> price_kwh{"price_kWh"};
inline constexpr NumberKind<UsdPerDeviceHour> price_preemptible{"price_preemptible"};
inline constexpr NumberKind<UsdPerDeviceHour> price_on_demand{"price_on_demand"};

inline constexpr NumberKind<Ratio> functional_units{"R"};
inline constexpr NumberKind<Kilograms> factor{"factor"};

} // namespace kinds
} // namespace fivecars::documents
