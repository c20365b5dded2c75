// Look-up in the compiled catalogue. Everything returned lives as long as the program.
#pragma once

#include "catalog/rows.hpp"

#include <span>
#include <string_view>

namespace fivecars::catalog {

// Stamp of the data that was compiled in: its version and a hash of its content.
[[nodiscard]] std::string_view data_version();

// Each is unpacked when it is first asked for.
[[nodiscard]] std::span<const Source<Compiled>> sources();
[[nodiscard]] std::span<const Device<Compiled>> devices();
[[nodiscard]] std::span<const Grid<Compiled>> grids();
[[nodiscard]] std::span<const Site<Compiled>> sites();
[[nodiscard]] std::span<const Equivalent<Compiled>> equivalents();
[[nodiscard]] std::span<const Fallback<Compiled>> defaults();
[[nodiscard]] std::span<const Pipeline<Compiled>> pipelines();
[[nodiscard]] std::span<const ListedModel<Compiled>> models();
// In the order of the models.
[[nodiscard]] std::span<const Publication<Compiled>> publications();

// The grid of a place that nobody names.
[[nodiscard]] std::string_view default_grid();

// The row with exactly that id; nullptr if there is none.
template <class Row>
[[nodiscard]] constexpr const Row* find(std::span<const Row> rows, std::string_view id) {
  for (const Row& row : rows)
    if (row.id == id)
      return &row;
  return nullptr;
}

} // namespace fivecars::catalog
