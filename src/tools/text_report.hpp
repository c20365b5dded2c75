// An estimate for a person at a terminal.
#pragma once

#include "documents/estimate_document.hpp"
#include "tools/text.hpp"

#include <string>
#include <string_view>

namespace fivecars::tools {

// Rounded for reading; the estimate document keeps every digit. `title` may be empty.
[[nodiscard]] std::string text_report(const documents::EstimateDoc& estimate, std::string_view title,
                                      MassUnit unit, std::string_view set);

} // namespace fivecars::tools
