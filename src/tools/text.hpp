// Numbers and columns for a person at a terminal.
#pragma once

#include "accounting/range.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fivecars::tools {

enum class MassUnit { kg, lb, t };

// Four to six digits that matter, thousands grouped: 1,506.8, 0.0114, 626,155.3.
[[nodiscard]] std::string rounded(double x);
// Three digits that matter: 652, 26.8, 0.0114, 626,000. For tables and ranges.
[[nodiscard]] std::string brief(double x);
[[nodiscard]] std::string mass(double kg, MassUnit unit);
[[nodiscard]] std::string brief_mass(double kg, MassUnit unit); // without the unit
[[nodiscard]] std::string_view name_of(MassUnit unit);
// A share of 1: "12 %", "under 1 %".
[[nodiscard]] std::string percent(double share);
// "+31 %", "-8 %".
[[nodiscard]] std::string signed_percent(double share);

// Characters of a UTF-8 text, for columns.
[[nodiscard]] std::size_t characters(std::string_view text);

// Rows of cells, each column as wide as its widest cell, two spaces apart, two in front. '<' or '>' for each
// column says where its cells stand. Ends of lines hold no spaces.
class Columns {
public:
  explicit Columns(std::string_view sides) : sides_(sides) {}
  void row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  [[nodiscard]] std::string text() const;

private:
  std::string_view sides_;
  std::vector<std::vector<std::string>> rows_;
};

} // namespace fivecars::tools
