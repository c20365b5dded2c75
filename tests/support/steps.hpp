// Whether the steps of a scenario's sum can be followed.
#pragma once

#include "support/formula.hpp"
#include "support/scenarios.hpp"

#include <set>
#include <string>
#include <utility>

namespace fivecars::test {

// Every step's formula gives its value, from operands that are inputs or earlier steps.
inline void check_steps(const documents::Json& scenario) {
  const auto e = estimate(scenario, {.trace = true, .ranges = false});
  REQUIRE_FALSE(e->trace.empty());
  std::set<std::pair<std::int32_t, std::string>> done;
  for (const auto& step : e->trace) {
    INFO(scenario.dump() << "\n" << accounting::name_of(step.symbol, step.suffix) << " = " << step.formula);
    CHECK(Formula(step).value() == Approx(step.value).epsilon(1e-12));
    for (const auto& o : step.operands) {
      if (o.input)
        continue; // comes from the scenario or the catalogue, and says where
      // The result of an earlier step: of this stage, or, with a number behind it, of stage 1, 2, …
      const bool total = step.stage == accounting::whole_scenario;
      const auto name = accounting::name_of(o.symbol, o.suffix);
      const bool here = done.contains({step.stage, name});
      const bool of_stage = total && o.suffix != 0 &&
                            done.contains({static_cast<std::int32_t>(o.suffix) - 1, std::string(o.symbol)});
      const bool only_stage = total && done.contains({0, name});
      INFO("operand " << name);
      CHECK((here || of_stage || only_stage));
    }
    CHECK(done.emplace(step.stage, accounting::name_of(step.symbol, step.suffix)).second);
  }
}

} // namespace fivecars::test
