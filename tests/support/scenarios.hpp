// Short ways to an estimate, for tests.
#pragma once

#include "accounting/units.hpp"
#include "catalog/catalog.hpp"
#include "documents/calculate.hpp"
#include "documents/node_json.hpp"

#include <string_view>
#include <variant>
#include <vector>

namespace fivecars::test {

using Result = std::variant<documents::EstimateDoc, std::vector<documents::Issue>>;

inline Result calculate(const documents::Json& scenario) {
  return documents::calculate(documents::JsonNode(scenario));
}
inline Result calculate(std::string_view text) { return calculate(documents::Json::parse(text)); }

// The estimate of a scenario that is known to be good. Fails the test otherwise, with every fault.
inline documents::EstimateDoc estimate(const documents::Json& scenario) {
  auto result = calculate(scenario);
  if (auto* issues = std::get_if<std::vector<documents::Issue>>(&result)) {
    std::string all;
    for (const auto& issue : *issues) all += documents::message(issue) + "\n";
    FAIL(all);
  }
  return std::get<documents::EstimateDoc>(std::move(result));
}
inline documents::EstimateDoc estimate(std::string_view text) { return estimate(documents::Json::parse(text)); }

inline documents::Json model_scenario(std::string_view id) {
  const auto* model = catalog::find(catalog::models(), id);
  REQUIRE(model != nullptr);
  return documents::Json::parse(model->scenario.json);
}
inline documents::EstimateDoc estimate_model(std::string_view id) { return estimate(model_scenario(id)); }

}  // namespace fivecars::test
