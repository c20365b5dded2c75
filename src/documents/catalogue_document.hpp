// The catalogue as a document: what a page needs for its wording and its fields. Devices, grids and sites are
// many: they are searched and fetched one by one (search.hpp).
#pragma once

#include "accounting/units.hpp"
#include "documents/catalogue_shapes.hpp"

#include <span>
#include <string_view>

namespace fivecars::documents {

struct LimitsDoc {
  Limit runs = limits::runs, count = limits::count, hours = limits::hours,
        device_hours = limits::device_hours, draw_w = limits::draw_w, device_w = limits::device_w,
        utilisation = limits::utilisation, node_overhead = limits::node_overhead, pue = limits::pue,
        kg_per_kwh = limits::kg_per_kwh, usd_per_kwh = limits::usd_per_kwh,
        usd_per_device_hour = limits::usd_per_device_hour, mfu = limits::mfu, times = limits::times,
        embodied_kg = limits::embodied_kg, lifetime_years = limits::lifetime_years,
        active_share = limits::active_share, wue = limits::wue, ewif = limits::ewif,
        per_count = limits::per_count;
};

// kg CO2e in one of each.
struct MassUnitsDoc {
  double kg = 1;
  double lb = accounting::kg_per_lb;
  double t = 1000;
};

struct CatalogueDoc {
  using Table = catalog::Compiled;
  std::string_view data_version, engine_version, default_grid;
  std::span<const catalog::Source<Table>> sources;
  std::span<const catalog::Equivalent<Table>> equivalents;
  std::span<const catalog::Fallback<Table>> defaults;
  std::span<const catalog::Pipeline<Table>> pipelines;
  std::span<const catalog::ListedModel<Table>> models;
  LimitsDoc limits;
  MassUnitsDoc mass_units_kg;
};

template <>
struct Shape<Limit> {
  using T = Limit;
  static constexpr auto fields =
      std::tuple{field("min", &T::min), field("max", &T::max), field("above", &T::above_min),
                 field("whole", &T::whole), field("unit", &T::unit)};
};
template <>
struct Shape<LimitsDoc> {
  using T = LimitsDoc;
  static constexpr auto fields = std::tuple{
      field("runs", &T::runs),
      field("count", &T::count),
      field("hours", &T::hours),
      field("device_hours", &T::device_hours),
      field("draw_w", &T::draw_w),
      field("device_w", &T::device_w),
      field("utilisation", &T::utilisation),
      field("node_overhead", &T::node_overhead),
      field("pue", &T::pue),
      field("kg_per_kwh", &T::kg_per_kwh),
      field("usd_per_kwh", &T::usd_per_kwh),
      field("usd_per_device_hour", &T::usd_per_device_hour),
      field("mfu", &T::mfu),
      field("times", &T::times),
      field("embodied_kg", &T::embodied_kg),
      field("lifetime_years", &T::lifetime_years),
      field("active_share", &T::active_share),
      field("wue_l_per_kwh", &T::wue),
      field("ewif_l_per_kwh", &T::ewif),
      field("per_count", &T::per_count),
  };
};
template <>
struct Shape<MassUnitsDoc> {
  using T = MassUnitsDoc;
  static constexpr auto fields = std::tuple{field("kg", &T::kg), field("lb", &T::lb), field("t", &T::t)};
};
template <>
struct Shape<CatalogueDoc> {
  using T = CatalogueDoc;
  static constexpr auto fields = std::tuple{
      field("data_version", &T::data_version),
      field("engine_version", &T::engine_version),
      field("default_grid", &T::default_grid, "Id of the grid of a place that nobody names"),
      field("sources", &T::sources),
      field("equivalents", &T::equivalents),
      field("defaults", &T::defaults),
      field("pipelines", &T::pipelines),
      field("models", &T::models),
      field("limits", &T::limits),
      field("mass_units_kg", &T::mass_units_kg),
  };
};

} // namespace fivecars::documents
