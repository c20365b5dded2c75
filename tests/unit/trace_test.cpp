#include "support/catch.hpp"
#include "support/scenarios.hpp"
#include "support/steps.hpp"

#include "accounting/cost.hpp"
#include "accounting/emissions.hpp"
#include "accounting/energy.hpp"

#include <string>

using namespace fivecars;

namespace {

// Every way to give time, power and energy.
const char* const scenarios[] = {
    R"({"time":{"hours":12},"power":{"measured_w":1415.78}})",
    R"({"runs":24,"time":{"hours":12},"power":{"measured_w":1415.78,"devices":[{"device":"nvidia-v100-sxm2-16gb","count":8}]}})",
    R"({"time":{"hours":12},"power":{"measured_w":900,"scope":"accelerators","node_overhead":1.5}})",
    R"({"time":{"hours":12},"power":{"measured_w":900,"scope":"accelerators","host_w":120}})",
    R"({"time":{"hours":12},"power":{"measured_w":900,"scope":"accelerators"}})",
    R"({"time":{"hours":3},"power":{"devices":[{"device":"nvidia-v100-sxm2-16gb","count":8,"utilisation":0.7}]}})",
    R"({"time":{"hours":3},"power":{"devices":[{"device":"nvidia-v100-sxm2-16gb","count":8},{"watts":75,"count":3},{"system_watts":300,"count":2}],"node_overhead":1.2,"host_w":55}})",
    R"({"time":{"hours":3},"power":{"devices":[{"device":"google-tpu-v2","count":16},{"device":"google-tpu-v3","count":4}]}})",
    R"({"time":{"device_hours":240},"power":{"devices":[{"watts":200}]}})",
    R"({"runs":3,"time":{"device_hours":240},"power":{"devices":[{"watts":200,"count":4},{"watts":100,"count":2}]}})",
    R"({"time":{"device_hours":240},"power":{"devices":[{"system_watts":200}]}})",
    R"({"time":{"device_hours":240},"power":{"measured_w":200,"devices":[{"count":8}]}})",
    R"({"time":{"flop":3e20},"power":{"devices":[{"device":"nvidia-v100-sxm2-16gb","count":8}]}})",
    R"({"time":{"parameters":1e9,"tokens":2e10,"epochs":2,"mfu":0.3},"power":{"devices":[{"device":"google-tpu-v3","count":8},{"device":"google-tpu-v2","count":8}]}})",
    R"({"time":{"parameters":1e9,"tokens":2e10},"power":{"measured_w":4000,"devices":[{"count":2,"peak_flops":3e14}]}})",
    R"({"runs":5,"energy":{"it_kwh":100}})",
    R"({"energy":{"meter_kwh":100},"time":{"hours":4}})",
    R"({"energy":{"meter_kwh":100},"time":{"device_hours":40}})",
};

documents::Json scenario_of(const std::vector<std::string>& stages) {
  documents::Json s{{"schema", "fivecars/scenario/1"},
                    {"stages", documents::Json::array()},
                    {"site", {{"pue", 1.3}, {"grid", {{"kg_per_kwh", 0.4}}}, {"market_kg_per_kwh", 0.1}}},
                    {"prices", {{"electricity_usd_per_kwh", 0.2}}}};
  for (const auto& stage : stages)
    s["stages"].push_back(documents::Json::parse(stage));
  return s;
}

} // namespace

TEST_CASE("every step's formula gives its value, from operands that are inputs or earlier steps") {
  for (const char* stage : scenarios)
    test::check_steps(scenario_of({stage}));
  for (const auto& model : catalog::publications())
    if (model.scenario)
      test::check_steps(test::model_scenario(model.id));
}

TEST_CASE("the same holds for all stages together") {
  test::check_steps(scenario_of({std::begin(scenarios), std::end(scenarios)}));
}

TEST_CASE("the last figure of each kind in the trace is the one in the result") {
  const auto e = test::estimate(scenario_of({scenarios[0], scenarios[5], scenarios[15]}));
  const auto last = [&](std::string_view symbol) {
    double value = -1;
    for (const auto& step : e->trace)
      if (step.symbol == symbol)
        value = step.value;
    return value;
  };
  CHECK(last("E_IT") == e->it_energy_kwh.best);
  CHECK(last("E") == e->energy_kwh.best);
  CHECK(last("C_operational") == e->operational_kg.best);
  CHECK(last("C_market") == e->market_kg->best);
  CHECK(last("C_total") == e->total_kg.best);
  CHECK(last("cost_electricity") == e->cost_usd.electricity->best);
  CHECK(last("device_hours_all") == e->device_hours->best);
}

TEST_CASE("the sum comes to the same bits whether its steps are kept or not") {
  for (const char* text : scenarios) {
    const auto e = test::estimate(scenario_of({text}));
    const accounting::Scenario& s = e.document().scenario;
    const auto best = accounting::best_values(s);
    const accounting::Values x = best;
    accounting::NoLog nothing;
    const auto energy = accounting::energy(s, s.stages[0], x, nothing);
    const auto emissions = accounting::emissions(s, s.stages[0], energy, x, nothing);
    const auto cost = accounting::cost(s, s.stages[0], energy, x, nothing);
    CHECK(energy.it_energy.value.value == e->it_energy_kwh.best);
    CHECK(emissions.operational.value.value == e->operational_kg.best);
    REQUIRE(cost.electricity.has_value() == e->cost_usd.electricity.has_value());
    if (cost.electricity)
      CHECK(cost.electricity->value.value == e->cost_usd.electricity->best);
  }
}
