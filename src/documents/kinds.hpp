// Each number that a scenario can hold: its symbol in the method, its unit, what it can't leave, and which
// row of the defaults says how sure such a number usually is ("ranges": "typical"). Counts, runs, hours, the
// amount of computation and prices stay exact.
#pragma once

#include "accounting/scenario.hpp"

#include <string_view>

namespace fivecars::documents {

template <class Q>
struct Kind {
  std::string_view symbol;
  std::string_view usual = {}; // id of a default; empty: stays exact
  accounting::Bounds bounds = {};
};

namespace kinds {

using namespace accounting;

// A share can't pass 1; of a PUE and of a node's overhead it is the excess over 1 that varies.
inline constexpr Bounds share{0, 1};
inline constexpr Bounds from_one{1};

inline constexpr Kind<Ratio> runs{"runs"};
inline constexpr Kind<Ratio> times{"times"};
inline constexpr Kind<Ratio> count{"count"};
inline constexpr Kind<Hours> hours{"t"};
inline constexpr Kind<DeviceHours> device_hours{"device_hours"};
inline constexpr Kind<Flop> flop{"FLOP"};
inline constexpr Kind<Ratio> parameters{"parameters"};
inline constexpr Kind<Ratio> tokens{"tokens"};
inline constexpr Kind<Ratio> epochs{"epochs"};
inline constexpr Kind<Ratio> mfu{"mfu", "mfu", share};
inline constexpr Kind<FlopPerSecond> peak{"peak"};

inline constexpr Kind<Watts> nodes{"P_IT", "sensor"};
inline constexpr Kind<Watts> cards{"P_cards", "sensor"};
inline constexpr Kind<Watts> card_watts{"card_watts", "sensor"};
inline constexpr Kind<Watts> system_watts{"system_watts", "sensor"};
inline constexpr Kind<Watts> host{"host_w", "sensor"};
inline constexpr Kind<Watts> tdp{"TDP"};
inline constexpr Kind<Ratio> utilisation{"utilisation", "utilisation", share};
inline constexpr Kind<Ratio> node_overhead{"node_overhead", "node_overhead", from_one};
inline constexpr Kind<KilowattHours> it_kwh{"it_kwh", "sensor"};
inline constexpr Kind<KilowattHours> meter_kwh{"meter_kwh", "sensor"};

inline constexpr Kind<Ratio> pue{"PUE", "pue", from_one};
inline constexpr Kind<KgPerKwh> intensity{"I", "grid"};
inline constexpr Kind<KgPerKwh> market_intensity{"I_market", "grid"};
inline constexpr Kind<LitresPerKwh> wue{"WUE", "wue_l_per_kwh"};
inline constexpr Kind<LitresPerKwh> ewif{"EWIF"};

inline constexpr Kind<Kilograms> card_kg{"card_kg", "card_kg"};
inline constexpr Kind<Kilograms> host_share_kg{"host_share_kg", "host_share_kg"};
inline constexpr Kind<Years> lifetime{"lifetime", "lifetime_years"};
inline constexpr Kind<Ratio> active_share{"active_share", "active_share", share};

inline constexpr Kind<UsdPerKwh> price_kwh{"price_kWh"};
inline constexpr Kind<UsdPerDeviceHour> price_preemptible{"price_preemptible"};
inline constexpr Kind<UsdPerDeviceHour> price_on_demand{"price_on_demand"};

inline constexpr Kind<Ratio> functional_units{"R"};
inline constexpr Kind<Kilograms> factor{"factor"};

} // namespace kinds
} // namespace fivecars::documents
