// Short ways to an estimate, for tests. The reader and the writer are compiled once, beside this header, and
// not with each test.
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

[[nodiscard]] Calculated calculate(const documents::Json& scenario, accounting::Ask ask = {});

// The whole document.
[[nodiscard]] documents::Json json(const documents::EstimateDoc& document);

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
  explicit Estimated(Calculated result);
  const accounting::Estimate* operator->() const { return &result_.document->estimate; }
  [[nodiscard]] const documents::EstimateDoc& document() const { return *result_.document; }

private:
  Calculated result_;
};

[[nodiscard]] Estimated estimate(const documents::Json& scenario, accounting::Ask ask = {});
[[nodiscard]] Estimated estimate(const char* text);

// With its authors' inputs.
[[nodiscard]] documents::Json model_scenario(std::string_view id);
[[nodiscard]] Estimated estimate_model(std::string_view id);

} // namespace fivecars::test
