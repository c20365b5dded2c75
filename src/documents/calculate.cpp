#include "documents/calculate.hpp"

namespace fivecars::documents {

Calculated calculate_read(const ScenarioDoc& document, std::vector<Issue> issues, accounting::Ask ask) {
  Calculated out;
  std::vector<Issue> warnings;
  auto scenario = resolve(document, issues, warnings);
  out.issues = std::move(issues);
  if (scenario)
    out.document.emplace(std::move(*scenario), std::move(warnings), ask);
  return out;
}

} // namespace fivecars::documents
