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

// A document as the accounting takes it. Nothing if anything is wrong, and then `issues` has every fault;
// `warnings` as in resolve().
template <Node N>
[[nodiscard]] std::optional<accounting::Scenario> read_scenario(const N& node, std::vector<Issue>& issues,
                                                                std::vector<Issue>& warnings) {
  const auto document = read<ScenarioDoc>(node, issues);
  return node.kind() == Kind::object ? resolve(document, issues, warnings) : std::nullopt;
}

template <Node N>
[[nodiscard]] Calculated calculate(const N& node, accounting::Ask ask = {}) {
  Calculated out;
  std::vector<Issue> warnings;
  if (auto scenario = read_scenario(node, out.issues, warnings))
    out.document.emplace(std::move(*scenario), std::move(warnings), ask);
  return out;
}

} // namespace fivecars::documents
