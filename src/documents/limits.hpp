// The one table of limits. The reader, the JSON Schemas and the messages are all made from it.
#pragma once

#include <cstddef>
#include <string_view>

namespace fivecars::documents {

struct Limit {
  double min = 0;
  double max = 0;
  std::string_view unit = "1";
  bool above_min = false; // min itself is not allowed
  bool whole = false;     // integers only
};

namespace limits {

inline constexpr Limit runs{1, 1e9, "1", false, true};
inline constexpr Limit count{1, 1e8, "1", false, true};
inline constexpr Limit year{1990, 2100, "year", false, true};

inline constexpr Limit stage_index{0, 999, "1", false, true};
inline constexpr Limit times{0, 1e6, "1"}; // of another stage

inline constexpr Limit hours{0, 1e6, "h"};
inline constexpr Limit device_hours{0, 1e12, "device-hours"};
inline constexpr Limit flop{0, 1e32, "FLOP"};
inline constexpr Limit parameters{1, 1e16, "1"};
inline constexpr Limit tokens{0, 1e18, "1"};
inline constexpr Limit epochs{0, 1e6, "1", true};
inline constexpr Limit mfu{1e-6, 1, "1"};

inline constexpr Limit draw_w{0, 1e10, "W"}; // of all machines of a stage: up to 10 GW
inline constexpr Limit device_w{0, 1e5, "W"};
inline constexpr Limit utilisation{0, 1, "1"};
inline constexpr Limit node_overhead{1, 10, "1"};
inline constexpr Limit peak_flops{1, 1e20, "FLOP/s"};
inline constexpr Limit energy_kwh{0, 1e15, "kWh"};

inline constexpr Limit pue{1, 10, "1"};
inline constexpr Limit kg_per_kwh{0, 5, "kg/kWh"};
inline constexpr Limit wue{0, 100, "L/kWh"};
inline constexpr Limit ewif{0, 1000, "L/kWh"};

inline constexpr Limit embodied_kg{0, 1e6, "kg"};
inline constexpr Limit lifetime_years{0.01, 50, "year"};
inline constexpr Limit active_share{0.001, 1, "1"};

inline constexpr Limit usd_per_kwh{0, 100, "USD/kWh"};
inline constexpr Limit usd_per_device_hour{0, 1e5, "USD/device-hour"};
inline constexpr Limit per_count{1e-6, 1e18, "1"}; // of a million tokens: one token

// How far the ends of a range can be from its best.
inline constexpr double range_ratio = 1e6;

inline constexpr Limit kg{0, 1e18, "kg"};
inline constexpr Limit budget_count{0, 1e12, "1", true};

// How many, and how long.
inline constexpr Limit values{1, 100, "1", false, true};           // tried one after the other
inline constexpr Limit rows{1, 1000, "1", false, true};            // of a ranking
inline constexpr Limit sampled_stages{0, 20000, "1", false, true}; // stages whose ranges one call works out
inline constexpr Limit compared{1, 200, "1", false, true};
inline constexpr Limit stages{1, 1000, "1", false, true};
inline constexpr Limit devices{1, 100, "1", false, true};
inline constexpr Limit all_devices{0, 5000, "1", false, true}; // kinds of device, over all stages
inline constexpr Limit text{1, 300, "bytes", false, true};
inline constexpr Limit members{0, 64, "1", false, true};  // of one object
inline constexpr Limit issues{0, 1000, "1", false, true}; // told of one document

} // namespace limits
} // namespace fivecars::documents
