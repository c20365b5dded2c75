// The shapes of the catalogue's rows: catalogc reads data/ by them, the page is given rows by them.
#pragma once

#include "catalog/rows.hpp"
#include "documents/scenario.hpp"
#include "documents/shape.hpp"

namespace fivecars::documents {

namespace limits {
inline constexpr Limit table{1, 10000, "1", false, true};
inline constexpr Limit list{0, 1000, "1", false, true};
inline constexpr Limit long_text{1, 2000, "bytes", false, true};
inline constexpr Limit factor_kg{0, 1e9, "kg", true};
inline constexpr Limit grid_kg_per_kwh{0, 1.5, "kg/kWh"};
inline constexpr Limit printed{0, 1e15, "1"};
inline constexpr Limit default_value{0, 1e6, "1"};
inline constexpr Limit memory_gb{0, 1e5, "GB", true};
inline constexpr Limit per_unit{0, 1e6, "1", true};
} // namespace limits

template <>
struct Names<catalog::Evidence> {
  static constexpr std::array<std::string_view, 4> all{"primary", "secondary", "inferred", "judgement"};
};
template <>
struct Names<catalog::Divides> {
  static constexpr std::array<std::string_view, 2> all{"operational", "total"};
};
template <>
struct Names<catalog::Printed> {
  static constexpr std::array<std::string_view, 5> all{"energy", "emissions", "cost-preemptible",
                                                       "cost-on-demand", "cost-electricity"};
};
template <>
struct Names<catalog::PrintedUnit> {
  static constexpr std::array<std::string_view, 4> all{"kWh", "kg", "lb", "USD"};
};

template <class S>
struct Shape<catalog::Citation<S>> {
  using T = catalog::Citation<S>;
  static constexpr std::string_view title = "Where a figure stands";
  static constexpr auto fields = std::tuple{
      field("source", &T::source, "Id in sources.json"),
      field("locator", &T::locator, "Table, section or page"),
      field("evidence", &T::evidence),
  };
};

template <class S>
struct Shape<catalog::Source<S>> {
  using T = catalog::Source<S>;
  static constexpr std::string_view title = "A source";
  static constexpr auto fields = std::tuple{
      field("id", &T::id),
      field("label", &T::label, "Short form for a footnote"),
      field("title", &T::title),
      field("authors", &T::authors),
      field("year", &T::year, limits::year),
      field("url", &T::url),
      field("identifier", &T::identifier, "arXiv number or DOI"),
      field("licence", &T::licence),
  };
};

template <>
struct Shape<catalog::SourceLabel> {
  using T = catalog::SourceLabel;
  static constexpr auto fields = std::tuple{field("id", &T::id), field("label", &T::label)};
};

template <class S>
struct Shape<catalog::Price<S>> {
  using T = catalog::Price<S>;
  static constexpr std::string_view title = "Cloud price of one device for one hour";
  static constexpr auto fields = std::tuple{
      field("preemptible_usd_per_hour", &T::preemptible_usd_per_hour, limits::usd_per_device_hour),
      field("on_demand_usd_per_hour", &T::on_demand_usd_per_hour, limits::usd_per_device_hour),
      field("year", &T::year, limits::year),
      field("cited", &T::cited),
  };
};

template <>
struct Shape<catalog::Peak> {
  using T = catalog::Peak;
  static constexpr std::string_view title = "Dense peak speed, FLOP/s";
  static constexpr auto fields = std::tuple{
      field("bf16", &T::bf16, limits::peak_flops),
      field("fp16", &T::fp16, limits::peak_flops),
      field("fp32", &T::fp32, limits::peak_flops),
  };
};

template <class S>
struct Shape<catalog::SystemWatts<S>> {
  using T = catalog::SystemWatts<S>;
  static constexpr std::string_view title = "Draw at work, with the share of the host";
  static constexpr auto fields = std::tuple{
      field("watts", &T::watts, limits::device_w),
      field("cited", &T::cited),
  };
};

template <class S>
struct Shape<catalog::Device<S>> {
  using T = catalog::Device<S>;
  static constexpr std::string_view title = "An accelerator";
  static constexpr auto fields = std::tuple{
      field("id", &T::id),
      field("name", &T::name),
      field("short_name", &T::short_name, "As in a sentence"),
      field("maker", &T::maker),
      field("release", &T::release, "YYYY-MM-DD"),
      field("tdp_w", &T::tdp_w, limits::device_w),
      field("memory_gb", &T::memory_gb, limits::memory_gb),
      field("peak", &T::peak),
      field("cited", &T::cited),
      field("system_watts", &T::system_watts),
      field("price", &T::price),
  };
};

template <class S>
struct Shape<catalog::GridFigure<S>> {
  using T = catalog::GridFigure<S>;
  static constexpr std::string_view title = "Grid intensity of one year on one basis";
  static constexpr auto fields = std::tuple{
      field("year", &T::year, limits::year),
      field("basis", &T::basis),
      field("kg_per_kwh", &T::kg_per_kwh, limits::grid_kg_per_kwh),
      field("cited", &T::cited),
  };
};

template <class S>
struct Shape<catalog::Grid<S>> {
  using T = catalog::Grid<S>;
  static constexpr std::string_view title = "A grid";
  static constexpr auto fields = std::tuple{
      field("id", &T::id),
      field("name", &T::name),
      field("in_a_sentence", &T::in_a_sentence, "As in: trained at …"),
      field("figures", &T::figures, limits::table),
  };
};

template <class S>
struct Shape<catalog::Subunit<S>> {
  using T = catalog::Subunit<S>;
  static constexpr std::string_view title = "A smaller thing to count in";
  static constexpr auto fields =
      std::tuple{field("id", &T::id), field("per_unit", &T::per_unit, limits::per_unit)};
};

template <class S>
struct Shape<catalog::Equivalent<S>> {
  using T = catalog::Equivalent<S>;
  static constexpr std::string_view title = "Something to compare a mass of CO2e with";
  static constexpr auto fields = std::tuple{
      field("id", &T::id),
      field("set", &T::set, "One vintage each; never mixed"),
      field("divides", &T::divides),
      field("kg", &T::kg, limits::factor_kg),
      field("vintage", &T::vintage, limits::year),
      field("region", &T::region),
      field("boundary", &T::boundary),
      field("subunits", &T::subunits, limits::list),
      field("cited", &T::cited),
  };
};

template <class S>
struct Shape<catalog::Fallback<S>> {
  using T = catalog::Fallback<S>;
  static constexpr std::string_view title = "What is assumed where nobody says";
  static constexpr auto fields = std::tuple{
      field("id", &T::id),
      field("unit", &T::unit),
      field("value", &T::value, limits::default_value),
      field("cited", &T::cited),
  };
};

template <class S>
struct Shape<catalog::PrintedFigure<S>> {
  using T = catalog::PrintedFigure<S>;
  static constexpr std::string_view title = "A printed result";
  static constexpr auto fields = std::tuple{
      field("quantity", &T::quantity),
      field("value", &T::value, limits::printed),
      field("unit", &T::unit),
      field("tolerance", &T::tolerance, limits::printed,
            "Largest distance from the print that is its rounding"),
      field("circular", &T::circular, "True where an input was worked back from this very figure"),
      field("note", &T::note, limits::long_text),
  };
};

template <class S>
struct Shape<catalog::Origin<S>> {
  using T = catalog::Origin<S>;
  static constexpr std::string_view title = "Where a number of the scenario comes from";
  static constexpr auto fields = std::tuple{
      field("path", &T::path, "JSON pointer into the scenario"),
      field("cited", &T::cited),
      field("note", &T::note, limits::long_text),
  };
};

template <class S>
struct Shape<catalog::Misprint<S>> {
  using T = catalog::Misprint<S>;
  static constexpr std::string_view title = "A printed number that doesn't reproduce its own results";
  static constexpr auto fields = std::tuple{
      field("path", &T::path, "JSON pointer into the scenario"),
      field("printed", &T::printed, limits::printed),
      field("reproduces", &T::reproduces, limits::printed),
      field("note", &T::note, limits::long_text),
  };
};

template <class S>
struct Embedded<catalog::EmbeddedScenario<S>> {
  using Document = ScenarioDoc;
};

template <class S>
struct Shape<catalog::Model<S>> {
  using T = catalog::Model<S>;
  static constexpr std::string_view title = "A published training footprint";
  static constexpr auto fields = std::tuple{
      field("id", &T::id),
      field("name", &T::name),
      field("group", &T::group),
      field("year", &T::year, limits::year),
      field("cited", &T::cited),
      field("printed", &T::printed, limits::list),
      field("no_figure", &T::no_figure, limits::long_text),
      field("scenario", &T::scenario, "The authors' inputs and equation"),
      field("origins", &T::origins, limits::list),
      field("misprints", &T::misprints, limits::list),
      field("corrects", &T::corrects, "Id of the model whose figure this one replaces"),
      field("times_lower", &T::times_lower, limits::per_unit),
      field("note", &T::note, limits::long_text),
  };
};

} // namespace fivecars::documents
