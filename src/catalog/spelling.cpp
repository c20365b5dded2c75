#include "catalog/spelling.hpp"

#include <algorithm>
#include <array>

namespace fivecars::catalog {

// Row by row.
std::size_t edits(std::string_view a, std::string_view b) {
  std::array<std::size_t, longest_worth_comparing + 1> row{};
  for (std::size_t j = 0; j <= b.size(); ++j)
    row[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (lower(a[i]) == lower(b[j]) ? 0U : 1U);
      diagonal = row[j + 1];
      row[j + 1] = std::min(std::min(row[j], diagonal) + 1, replaced);
    }
  }
  return row[b.size()];
}

} // namespace fivecars::catalog
