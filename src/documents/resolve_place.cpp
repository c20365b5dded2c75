// Where the machines stand: PUE, grid, water.
#include "catalog/catalog.hpp"
#include "catalog/choose.hpp"
#include "catalog/search.hpp"
#include "documents/catalogue_shapes.hpp"
#include "documents/nearest_id.hpp"
#include "documents/resolve_parts.hpp"

#include <string>
#include <utility>

namespace fivecars::documents {
namespace {

using namespace fivecars::accounting;
using Site = catalog::Site<catalog::Compiled>;
using Grid = catalog::Grid<catalog::Compiled>;

// A member of a stage's site, else of the scenario's: but a stage that names a region stands elsewhere, and
// what is said of another place says nothing of that one.
template <class Part>
Found<Part> pick_of_site(const StageAt& at, std::string_view name, std::optional<Part> SiteDoc::* member) {
  for (const StageAt* s = &at; s; s = s->original) {
    if (!s->stage.site)
      continue;
    const auto& part = (*s->stage.site).*member;
    if (part || s->stage.site->region)
      return {part ? &*part : nullptr, Place{s->path, name}.text()};
  }
  return pick(at, &StageDoc::site, at.scenario.site, name, member);
}

// A grid has one draw, whatever the year and basis of its figure.
Entry grid_entry(std::string_view id, const catalog::Chosen& figure) {
  Entry e{entry("grids/", id), figure.series->cited.source};
  e.drawn_by = static_cast<std::uint32_t>(e.id.size());
  e.id += '/';
  e.id += std::to_string(figure.year);
  e.id += '/';
  e.id += Names<catalog::Basis>::all[static_cast<std::size_t>(figure.series->basis)];
  return e;
}

// The range of a catalogue's intensity: by how it came about, else by its height.
Range spread(const catalog::Chosen& figure, bool wide) {
  constexpr double low_carbon = 0.1; // kg/kWh
  const std::string_view id = wide                                     ? "grid_by_country"
                              : figure.series->derived.value_or(false) ? "grid_derived"
                              : figure.kg_per_kwh < low_carbon         ? "grid_low_carbon"
                                                                       : "grid";
  const Range& relative = catalog::find(catalog::defaults(), id)->value;
  return {figure.kg_per_kwh, figure.kg_per_kwh * relative.low, figure.kg_per_kwh * relative.high};
}

// The intensity of a grid of the catalogue. `wide`: only the country of the place is known.
Ref<KgPerKwh> intensity(Inputs& in, const Grid& row, const GridDoc& grid, const std::string& path,
                        std::string_view member, bool wide) {
  const auto chosen = catalog::choose_figure(row.series, grid.year, grid.basis);
  if (!chosen) {
    const bool none = row.series.empty();
    in.issue(none ? entry(path, member) : path + "/basis", code::no_figure)
        .with("id", row.id)
        .with("what", none                                       ? "intensity"
                      : *grid.basis == catalog::Basis::lifecycle ? "lifecycle figure"
                                                                 : "direct figure")
        .with("remedy", none ? "give \"kg_per_kwh\"" : "leave \"basis\" out");
    return {};
  }
  if (!grid.basis && chosen.series->basis == catalog::Basis::direct)
    in.warn(path + (grid.id ? "/basis" : ""), code::direct_basis).with("name", row.name);
  if (grid.year && chosen.year != *grid.year)
    in.warn(path + "/year", code::other_year)
        .with("asked", std::to_string(*grid.year))
        .with("used", std::to_string(chosen.year));
  return in.known(kinds::intensity, spread(chosen, wide), path, member, grid_entry(row.id, chosen));
}

// Which grid counts, and its row if the catalogue has it.
const Grid* grid(Inputs& in, Stage& s, const StageAt& at, const Site* site,
                 const Found<std::string>& region) {
  const Grid* of_site = site && site->grid ? catalog::find(catalog::grids(), *site->grid) : nullptr;
  const auto given = pick_of_site(at, "/site/grid", &SiteDoc::grid);
  if (given && given.part->kg_per_kwh) {
    s.intensity = in.given(kinds::intensity, *given.part->kg_per_kwh, given.path, "/kg_per_kwh");
    return of_site;
  }
  if (given && given.part->id) {
    const std::string& id = *given.part->id;
    const Grid* row = catalog::find(catalog::grids(), id);
    if (row)
      s.intensity = intensity(in, *row, *given.part, given.path, "/id", false);
    else
      in.unknown_id(given.path + "/id", id, "grid", nearest_id(id, catalog::grids(), catalog::search_grids));
    return row;
  }
  if (given && !of_site) {
    if (site || !region) // else the region is unknown, and that has been said
      in.issue(given.path, code::no_grid);
    return nullptr;
  }
  if (of_site) {
    const bool wide = site->grid_known_by == catalog::KnownBy::country && of_site->varied.value_or(false);
    if (wide)
      in.warn(region.path, code::grid_of_country).with("id", site->id).with("name", of_site->name);
    // The region's grid, in the year and on the basis asked for.
    s.intensity = given ? intensity(in, *of_site, *given.part, given.path, "", wide)
                        : intensity(in, *of_site, {}, region.path, "", wide);
    return of_site;
  }
  const Grid* row = catalog::find(catalog::grids(), catalog::default_grid());
  const auto figure = catalog::choose_figure(row->series, {}, {});
  in.warn(given.path, code::default_grid)
      .with("name", row->in_a_sentence.value_or(row->name))
      .with("value", figure.kg_per_kwh)
      .with("unit", UnitKgPerKwh::text);
  s.intensity =
      in.assumed(kinds::intensity, spread(figure, false), given.path, "", grid_entry(row->id, figure));
  return row;
}

void water(Inputs& in, Stage& s, const StageAt& at, const Site* site, const std::string& region_path,
           const Grid* grid) {
  s.wue = {}, s.ewif = {};
  const auto ewif = pick_of_site(at, "/site/ewif_l_per_kwh", &SiteDoc::ewif_l_per_kwh);
  if (ewif) {
    s.ewif = in.given(kinds::ewif, *ewif.part, ewif.path, "");
  } else if (const auto* of_grid = grid ? catalog::water_of(*grid) : nullptr) {
    const auto& figure = *of_grid->water;
    s.ewif = in.known(kinds::ewif, figure.l_per_kwh, ewif.path, "",
                      {entry("grids/", of_grid->id, "/water"), figure.cited.source});
  } else {
    in.warn(ewif.path, code::no_water);
    return;
  }
  const auto wue = pick_of_site(at, "/site/wue_l_per_kwh", &SiteDoc::wue_l_per_kwh);
  if (wue) {
    s.wue = in.given(kinds::wue, *wue.part, wue.path, "");
  } else if (site && site->wue_l_per_kwh) {
    const auto& figure = *site->wue_l_per_kwh;
    s.wue = in.known(kinds::wue, figure.value, region_path, "",
                     {entry("sites/", site->id, "/wue_l_per_kwh"), figure.cited.source});
    if (figure.measures)
      in.warn(region_path, code::water_measure)
          .with("id", site->id)
          .with("measure", Names<catalog::WaterUse>::all[static_cast<std::size_t>(*figure.measures)]);
  } else {
    s.wue = in.fallback(kinds::wue, "wue_l_per_kwh", wue.path, "");
  }
}

} // namespace

const Site* resolve_place(Inputs& in, Stage& s, const StageAt& at) {
  const auto region = pick_of_site(at, "/site/region", &SiteDoc::region);
  const Site* site = nullptr;
  if (region) {
    site = catalog::find(catalog::sites(), *region.part);
    if (!site)
      in.unknown_id(region.path, *region.part, "region",
                    nearest_id(*region.part, catalog::sites(), catalog::search_sites));
  }

  const auto pue = pick_of_site(at, "/site/pue", &SiteDoc::pue);
  if (pue) {
    s.pue = in.given(kinds::pue, *pue.part, pue.path, "");
  } else if (site && site->pue) {
    s.pue = in.known(kinds::pue, site->pue->value, region.path, "",
                     {entry("sites/", site->id, "/pue"), site->pue->cited.source});
    if (site->pue->basis > catalog::Covers::region)
      in.warn(region.path, code::wide_pue)
          .with("id", site->id)
          .with("basis", Names<catalog::Covers>::all[static_cast<std::size_t>(site->pue->basis)]);
  } else {
    s.pue = in.fallback(kinds::pue, "pue", pue.path, "");
  }

  const Grid* grid = documents::grid(in, s, at, site, region);
  water(in, s, at, site, region.path, grid);

  const auto market = pick_of_site(at, "/site/market_kg_per_kwh", &SiteDoc::market_kg_per_kwh);
  s.market_intensity = {};
  if (market)
    s.market_intensity = in.given(kinds::market_intensity, *market.part, market.path, "");
  return site;
}

} // namespace fivecars::documents
