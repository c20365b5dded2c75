// What data/ says about itself, for people: where a figure comes from, what is old, whom to thank.
#pragma once

#include "tools/data_files.hpp"

#include <string>
#include <string_view>

namespace fivecars::tools {

// Every row with that id: its file, its figures, and of each its source. Empty if there is none; derive() has
// run.
[[nodiscard]] std::string explain(const Data& data, std::string_view id);

// Rows whose newest figure is more than three years old, a line each.
[[nodiscard]] std::string stale(const Data& data);

// ATTRIBUTION.md: the sources by licence.
[[nodiscard]] std::string attribution(const Data& data);

} // namespace fivecars::tools
