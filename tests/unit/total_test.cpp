// The total that an embed works out for itself is the estimate's, to the bit.
#include "support/catch.hpp"

#include "accounting/total.hpp"
#include "support/random_scenario.hpp"
#include "support/same.hpp"
#include "support/scenarios.hpp"

#include <optional>

using namespace fivecars;

namespace {

using test::same;

bool same(const accounting::Outcome& a, const accounting::Outcome& b) {
  return same(a.best, b.best) && a.spread && b.spread && same(a.spread->low, b.spread->low) &&
         same(a.spread->median, b.spread->median) && same(a.spread->high, b.spread->high);
}

// The time that the steps work out for the first stage.
std::optional<double> hours_of_steps(const accounting::Estimate& e) {
  for (const auto& step : e.trace)
    if (step.symbol == "t" && step.stage == 0)
      return step.value;
  return std::nullopt;
}

void check(const documents::Json& scenario) {
  INFO(scenario.dump());
  const auto e = test::estimate(scenario);
  const accounting::Total total = accounting::total(e.document().scenario);
  CHECK(same(total.total_kg, e->total_kg));
  REQUIRE(total.embodied_kg.has_value() == e->embodied_kg.has_value());
  if (total.embodied_kg)
    CHECK(same(*total.embodied_kg, *e->embodied_kg));
  REQUIRE(total.equivalents.size() == e->equivalents.size());
  for (std::size_t i = 0; i < total.equivalents.size(); ++i) {
    CHECK(total.equivalents[i].id == e->equivalents[i].id);
    CHECK(total.equivalents[i].set == e->equivalents[i].set);
    CHECK(same(total.equivalents[i].count, e->equivalents[i].count));
  }
  CHECK(total.histogram.edges == e->histogram.edges);
  CHECK(total.histogram.counts == e->histogram.counts);
  if (const auto hours = hours_of_steps(*e.operator->())) {
    REQUIRE(total.hours);
    CHECK(same(*total.hours, *hours));
  }
}

} // namespace

TEST_CASE("the total alone is that of the estimate, whatever the scenario") {
  for (const bool ranges : {false, true}) {
    test::RandomScenario random(11);
    random.ranges = ranges;
    for (int i = 0; i < 100 / test::fewer; ++i) {
      documents::Json scenario = random.scenario();
      if (i % 3 == 0)
        scenario["ranges"] = "typical";
      check(scenario);
    }
  }
}
