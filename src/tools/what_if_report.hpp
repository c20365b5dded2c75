// The answers of the what-ifs as tables for a person at a terminal.
#pragma once

#include "documents/what_if.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace fivecars::tools {

// Rounded for reading; titles may be empty. `rows`: at most so many.
[[nodiscard]] std::string ranking_report(const documents::RankingDoc& ranking, std::string_view title,
                                         std::size_t rows);
[[nodiscard]] std::string solution_report(const documents::SolutionDoc& solution, std::string_view title);
[[nodiscard]] std::string difference_report(const documents::DifferenceDoc& difference, std::string_view from,
                                            std::string_view to);
[[nodiscard]] std::string comparison_report(const documents::ComparisonDoc& comparison);

} // namespace fivecars::tools
