// What a search finds, a line each, for pickers and the command line.
#pragma once

#include "catalog/search.hpp"
#include "documents/catalogue_shapes.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace fivecars::documents {

enum class Table : std::uint8_t { grids, sites, devices, models, pipelines };
template <>
struct Names<Table> {
  static constexpr std::array<std::string_view, 5> all{"grids", "sites", "devices", "models", "pipelines"};
};

struct Listed {
  std::string_view id;
  std::string_view name;
  std::string_view group; // kind of grid, provider, maker, family
  std::string_view also;  // basis of the figure, place, what the draw is, organisation, a line about it
  // Its chief figure: grid intensity in kg/kWh, PUE, draw in W, how often a pipeline comes to the run
  // itself; a model has none.
  std::optional<double> value;
  std::optional<std::int64_t> year; // of the figure, or of the model
};

struct Listing {
  std::vector<Listed> rows; // the best of those that fit
  std::int64_t total = 0;   // how many fit
};

// At most `most` rows.
[[nodiscard]] Listing list(Table table, std::string_view query, std::size_t most);

template <>
struct Shape<Listed> {
  using T = Listed;
  static constexpr auto fields =
      std::tuple{field("id", &T::id),     field("name", &T::name),   field("group", &T::group),
                 field("also", &T::also), field("value", &T::value), field("year", &T::year)};
};
template <>
struct Shape<Listing> {
  using T = Listing;
  static constexpr auto fields = std::tuple{field("rows", &T::rows), field("total", &T::total)};
};

} // namespace fivecars::documents
