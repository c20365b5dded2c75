// Which row somebody meant who gave an id that isn't one.
#pragma once

#include "documents/limits.hpp"
#include "documents/nearest.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace fivecars::documents {

// The row that a search finds first (search.hpp), else the one whose id is spelt most alike; "" if none is
// near.
template <class Row>
[[nodiscard]] std::string_view nearest_id(std::string_view typed, std::span<const Row> rows,
                                          std::vector<std::size_t> (*search)(std::string_view)) {
  if (static_cast<double>(typed.size()) <= limits::text.max && !typed.empty())
    if (const auto found = search(typed); !found.empty() && found.size() < rows.size())
      return rows[found[0]].id;
  std::vector<std::string_view> ids;
  ids.reserve(rows.size());
  for (const Row& row : rows)
    ids.push_back(row.id);
  return nearest(typed, ids);
}

} // namespace fivecars::documents
