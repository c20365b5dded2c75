// The whole sum for a scenario.
#pragma once

#include "accounting/scenario.hpp"
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
  std::optional<Outcome> embodied_kg;  // empty until embodied carbon is computed
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
  std::optional<Outcome> market_kg; // empty unless every stage has a market-based factor
  std::optional<Outcome> embodied_kg;
  Outcome total_kg;
  Cost cost_usd;
  std::vector<StageEstimate> stages;
  std::vector<EquivalentCount> equivalents;
  std::vector<Step> trace;
};

// Precondition: at least one stage, every Ref inside scenario.inputs, and what TimeBy and EnergyBy name is
// there. Whatever makes a Scenario guarantees it; see documents/resolve.hpp.
//
// The trace points into the scenario, which must outlive it.
//
// device_hours and the costs sum the stages that have them and are empty where none has.
[[nodiscard]] Estimate estimate(const Scenario& scenario);

// The best value of every input, in order.
[[nodiscard]] std::vector<double> best_values(const Scenario& scenario);

} // namespace fivecars::accounting
