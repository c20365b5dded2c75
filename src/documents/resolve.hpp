// From what a person says to what the accounting needs: looks ids up in the catalogue, fills gaps with the
// method's defaults, and checks what a shape can't say.
#pragma once

#include "accounting/scenario.hpp"
#include "documents/issue.hpp"
#include "documents/scenario.hpp"

#include <optional>
#include <vector>

namespace fivecars::documents {

// Nothing if anything is wrong, and then `issues` has every fault. Takes documents that the reader has found
// faulty too (their issues in `issues`), so that unknown ids and missing figures are told in the same go;
// what only follows from an earlier fault is left out. `warnings` gets what is worth knowing: each default
// that was used, each part that has no figure.
[[nodiscard]] std::optional<accounting::Scenario>
resolve(const ScenarioDoc& document, std::vector<Issue>& issues, std::vector<Issue>& warnings);

} // namespace fivecars::documents
