// A scenario document in, an estimate document or every fault out: what each front door calls.
#pragma once

#include "accounting/estimate.hpp"
#include "documents/estimate_document.hpp"
#include "documents/read.hpp"
#include "documents/resolve.hpp"
#include "documents/scenario.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace fivecars::documents {

// Either `document` and no issues, or every issue.
struct Calculated {
  std::vector<Issue> issues;
  std::optional<EstimateDoc> document;
};

// The part behind the reader, the same for every node.
[[nodiscard]] Calculated calculate_read(const ScenarioDoc& document, std::vector<Issue> issues,
                                        accounting::Ask ask = {});

template <Node N>
[[nodiscard]] Calculated calculate(const N& node, accounting::Ask ask = {}) {
  std::vector<Issue> issues;
  const auto document = read<ScenarioDoc>(node, issues);
  if (node.kind() != Kind::object)
    return {std::move(issues), {}};
  return calculate_read(document, std::move(issues), ask);
}

} // namespace fivecars::documents
