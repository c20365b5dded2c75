#include "support/scenarios.hpp"

#include "support/catch.hpp"

#include "catalog/catalog.hpp"

#include <string>

namespace fivecars::test {

using documents::Json;

Calculated calculate(const Json& scenario, accounting::Ask ask) {
  return documents::calculate(documents::JsonNode(scenario), ask);
}

Json json(const documents::EstimateDoc& document) { return documents::to_json(document); }

Estimated::Estimated(Calculated result) : result_(std::move(result)) {
  std::string all;
  for (const auto& issue : result_.issues)
    all += documents::message(issue) + "\n";
  if (!result_.document)
    FAIL(all);
}

Estimated estimate(const Json& scenario, accounting::Ask ask) { return Estimated(calculate(scenario, ask)); }
Estimated estimate(const char* text) { return estimate(Json::parse(text)); }

Json model_scenario(std::string_view id) {
  const auto* model = catalog::find(catalog::publications(), id);
  REQUIRE(model != nullptr);
  REQUIRE(model->scenario);
  return Json::parse(model->scenario->json);
}
Estimated estimate_model(std::string_view id) { return estimate(model_scenario(id)); }

} // namespace fivecars::test
