// Short ways to an estimate, for tests.
#pragma once

#include "accounting/units.hpp"
#include "catalog/catalog.hpp"
#include "documents/calculate.hpp"
#include "documents/node_json.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace fivecars::test {

using documents::Calculated;

inline Calculated calculate(const documents::Json& scenario, accounting::Ask ask = {}) {
  return documents::calculate(documents::JsonNode(scenario), ask);
}

// Slow with sanitizers and in wasm, where so many times fewer random cases have to do.
#if defined(__SANITIZE_ADDRESS__) || defined(__EMSCRIPTEN__)
inline constexpr int fewer = 10;
#else
inline constexpr int fewer = 1;
#endif

// The best values alone, for tests that ask for thousands.
inline constexpr accounting::Ask best_alone{.trace = false, .ranges = false};

// The estimate of a scenario that is known to be good. Fails the test otherwise, with every fault.
class Estimated {
public:
  explicit Estimated(Calculated result) : result_(std::move(result)) {
    std::string all;
    for (const auto& issue : result_.issues)
      all += documents::message(issue) + "\n";
    if (!result_.document)
      FAIL(all);
  }
  const accounting::Estimate* operator->() const { return &result_.document->estimate; }
  [[nodiscard]] const documents::EstimateDoc& document() const { return *result_.document; }

private:
  Calculated result_;
};

inline Estimated estimate(const documents::Json& scenario, accounting::Ask ask = {}) {
  return Estimated(calculate(scenario, ask));
}
inline Estimated estimate(const char* text) { return estimate(documents::Json::parse(text)); }

inline documents::Json model_scenario(std::string_view id) {
  const auto* model = catalog::find(catalog::publications(), id);
  REQUIRE(model != nullptr);
  REQUIRE(model->scenario);
  return documents::Json::parse(model->scenario->json);
}
inline Estimated estimate_model(std::string_view id) { return estimate(model_scenario(id)); }

} // namespace fivecars::test
