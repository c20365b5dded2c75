// The whole sum for a scenario.
#pragma once

#include "accounting/percentiles.hpp"
#include "accounting/scenario.hpp"
#include "accounting/sensitivity.hpp"
#include "accounting/trace.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fivecars::accounting {

struct StageEstimate {
  std::string name;
  Outcome it_energy_kwh;
  Outcome energy_kwh;
  Outcome operational_kg;
  Outcome overhead_kg;                // the part of operational_kg that never reaches the machines
  std::optional<Outcome> embodied_kg; // empty where it isn't counted, or the stage names no devices
  Outcome total_kg;
  std::optional<Outcome> device_hours; // empty where the stage names no devices
};

struct CloudCost {
  Outcome preemptible;
  Outcome on_demand;
};

struct Cost {
  std::optional<Outcome> electricity;
  std::optional<CloudCost> cloud;
};

struct EquivalentCount {
  std::string_view id;
  std::string_view set;
  Outcome count;
};

struct Estimate {
  Outcome it_energy_kwh;
  Outcome energy_kwh;
  std::optional<Outcome> device_hours;
  Outcome operational_kg;
  Outcome overhead_kg;
  std::optional<Outcome> market_kg;   // empty unless every stage has a market-based factor
  std::optional<Outcome> embodied_kg; // empty where no stage has it
  Outcome total_kg;
  std::optional<Outcome> sci_kg;  // empty unless a functional unit is given and embodied carbon is counted
  std::optional<Outcome> water_l; // empty unless every stage has both factors
  Cost cost_usd;
  std::vector<StageEstimate> stages;
  std::vector<EquivalentCount> equivalents;
  std::vector<Sensitivity> sensitivity; // the input that matters most first
  Histogram histogram;                  // of total_kg
  std::vector<Step> trace;
};

// What an estimate is to hold beside the best values.
struct Ask {
  bool trace = true;
  bool ranges = true; // spreads, sensitivity, histogram
};

// Precondition: at least one stage, every Ref inside scenario.inputs, and what TimeBy and EnergyBy name is
// there. Whatever makes a Scenario guarantees it; see documents/resolve.hpp.
//
// The trace points into the scenario, which must outlive it.
//
// device_hours, embodied carbon and the costs sum the stages that have them and are empty where none has.
[[nodiscard]] Estimate estimate(const Scenario& scenario, Ask ask = {});

} // namespace fivecars::accounting
