#include "tools/derive.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fivecars::tools {
namespace {

using catalog::Basis;
using Grid = catalog::Grid<Owned>;
using Mix = catalog::Mix<Owned>;

// Nobody knows a derived figure to more than a hundredth of a gram.
double rounded(double kg_per_kwh) {
  constexpr double hundred_thousand = 1e5;
  return std::round(kg_per_kwh * hundred_thousand) / hundred_thousand;
}

constexpr std::array parts{std::pair{"coal", &Mix::coal},
                           std::pair{"gas", &Mix::gas},
                           std::pair{"oil", &Mix::oil},
                           std::pair{"nuclear", &Mix::nuclear},
                           std::pair{"hydro", &Mix::hydro},
                           std::pair{"wind", &Mix::wind},
                           std::pair{"solar", &Mix::solar},
                           std::pair{"biomass", &Mix::biomass},
                           std::pair{"geothermal", &Mix::geothermal},
                           std::pair{"other", &Mix::other}};

double upstream(const Data& data, const Mix& mix) {
  double sum = 0;
  for (const auto& [id, member] : parts) {
    const auto row = std::find_if(data.upstream.begin(), data.upstream.end(),
                                  [&, id = id](const auto& placed) { return placed.row.id == id; });
    if (mix.*member && row != data.upstream.end())
      sum += *(mix.*member) / 100 * row->row.kg_per_kwh;
  }
  return sum;
}

catalog::Series<Owned> one(std::int64_t year, Basis basis, double kg_per_kwh, std::optional<bool> derived,
                           const catalog::Citation<Owned>& cited) {
  return {basis, year, {kg_per_kwh}, derived, cited};
}

// What somebody publishes is not worked out again.
bool has_lifecycle(const Grid& grid, std::int64_t year) {
  return std::any_of(grid.series.begin(), grid.series.end(), [&](const auto& s) {
    return s.basis == Basis::lifecycle && s.from <= year &&
           year < s.from + static_cast<std::int64_t>(s.kg_per_kwh.size());
  });
}

catalog::Citation<Owned> derived_from(const catalog::Citation<Owned>& cited, const std::string& how) {
  return {cited.source, cited.locator + "; " + how, catalog::Evidence::inferred};
}

} // namespace

void derive(Data& data) {
  std::vector<Placed<Grid>> all;
  for (auto& placed : data.grids) {
    Grid& grid = placed.row;
    for (const auto& figure : grid.figures)
      grid.series.push_back(one(figure.year, figure.basis, figure.kg_per_kwh, std::nullopt, figure.cited));
    const auto printed = std::exchange(grid.figures, {});

    // A paper's own grid stays as the paper has it.
    std::optional<Placed<Grid>> delivered;
    if (grid.kind != catalog::GridKind::historical) {
      if (grid.mix)
        for (const auto& figure : printed)
          if (figure.basis == Basis::direct && !has_lifecycle(grid, figure.year))
            grid.series.push_back(one(figure.year, Basis::lifecycle,
                                      rounded(figure.kg_per_kwh + upstream(data, *grid.mix)), true,
                                      derived_from(figure.cited, "with the upstream part of its mix of " +
                                                                     std::to_string(grid.mix->year) + " (" +
                                                                     grid.mix->cited.source + ")")));
      if (grid.grid_loss) {
        delivered = Placed<Grid>{grid, placed.file, placed.pointer};
        delivered->row.id += "/delivered";
        delivered->row.name += ", with grid losses";
        delivered->row.in_a_sentence.reset();
        delivered->row.series.clear();
        for (const auto& figure : printed)
          if (figure.basis == Basis::direct)
            delivered->row.series.push_back(one(figure.year, Basis::direct,
                                                rounded(figure.kg_per_kwh / (1 - *grid.grid_loss)), true,
                                                derived_from(figure.cited, "over 1 less the grid loss")));
        delivered->row.aliases.clear();
      }
    }
    all.push_back(std::move(placed));
    if (delivered)
      all.push_back(std::move(*delivered));
  }
  data.grids = std::move(all);
}

} // namespace fivecars::tools
