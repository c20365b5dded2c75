// A scenario document in, an estimate document or every fault out: what each front door calls.
#pragma once

#include "accounting/estimate.hpp"
#include "documents/estimate_document.hpp"
#include "documents/read.hpp"
#include "documents/resolve.hpp"
#include "documents/scenario.hpp"

#include <utility>
#include <variant>
#include <vector>

namespace fivecars::documents {

template <Node N>
[[nodiscard]] std::variant<EstimateDoc, std::vector<Issue>> calculate(const N& node) {
  std::vector<Issue> issues, warnings;
  const auto document = read<ScenarioDoc>(node, issues);
  if (node.kind() != Kind::object) return issues;
  const auto scenario = resolve(document, issues, warnings);
  if (!scenario) return issues;
  return estimate_document(*scenario, accounting::estimate(*scenario), warnings);
}

}  // namespace fivecars::documents
