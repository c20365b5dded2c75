#include "support/catch.hpp"
#include "support/scenarios.hpp"

using namespace fivecars;

TEST_CASE("BERT base comes to the 1,507 kWh and 1,438 lb that the paper prints") {
  const auto e = test::estimate_model("bert-base");
  CHECK(e->energy_kwh.best == Approx(1506.82639536).epsilon(1e-12));
  CHECK(e->operational_kg.best / accounting::kg_per_lb == Approx(1437.51238117344).epsilon(1e-12));
}
