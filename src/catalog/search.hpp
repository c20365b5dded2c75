// Finding a row by what people type: parts of its id, name or other names, in any order, whatever their case
// and accents. "h100 sxm", "sao paulo", "USA", "a100 80gb".
#pragma once

#include "catalog/catalog.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fivecars::catalog {

// Small letters without accents, words between single spaces: "São Paulo (GRU)" is "sao paulo gru". Whatever
// isn't a letter or a digit parts words. Letters beyond Latin stay as they are.
[[nodiscard]] std::string folded(std::string_view text);

// One search; tells of a row's texts how well they fit.
class Query {
public:
  explicit Query(std::string_view typed);
  [[nodiscard]] bool empty() const { return words_.empty(); }
  // 0: not every word of the query is there. More is better. The name first, then the id, then the rest.
  // `loosely`: a slip in the spelling is forgiven.
  [[nodiscard]] int score(std::span<const std::string_view> texts, bool loosely) const;

private:
  static constexpr std::size_t id_at = 1;
  std::string phrase_; // folded
  std::string whole_;  // and without spaces
  std::vector<std::string> words_;
};

// Indices of the rows that fit, best first; rows that fit as well keep their order. All rows, in their order,
// for a query without words.
[[nodiscard]] std::vector<std::size_t> search_grids(std::string_view typed);
[[nodiscard]] std::vector<std::size_t> search_sites(std::string_view typed);
[[nodiscard]] std::vector<std::size_t> search_devices(std::string_view typed);
[[nodiscard]] std::vector<std::size_t> search_models(std::string_view typed);
[[nodiscard]] std::vector<std::size_t> search_pipelines(std::string_view typed);

} // namespace fivecars::catalog
