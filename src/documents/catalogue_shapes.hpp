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
// No electricity is made of nothing: a source that says 0 has rounded.
inline constexpr Limit grid_kg_per_kwh{0, 1.5, "kg/kWh", true};
inline constexpr Limit upstream_kg_per_kwh{0, 1.5, "kg/kWh"};
inline constexpr Limit printed{0, 1e15, "1"};
inline constexpr Limit default_value{0, 1e6, "1"};
inline constexpr Limit memory_gb{0, 1e5, "GB", true};
inline constexpr Limit per_unit{0, 1e6, "1", true};
inline constexpr Limit percent{0, 100.5, "%"};
inline constexpr Limit share{0, 1, "1"};
inline constexpr Limit loss{0, 0.5, "1"};
inline constexpr Limit at_least_one{1, 1000, "1", false, true};
inline constexpr Limit site_wue{0, 20, "L/kWh"};
inline constexpr Limit pipeline_times{0, 1e6, "1", true};
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
struct Names<catalog::GridKind> {
  static constexpr std::array<std::string_view, 8> all{"country",   "world", "continent", "group",
                                                       "subregion", "state", "province",  "historical"};
};
template <>
struct Names<catalog::SiteKind> {
  static constexpr std::array<std::string_view, 3> all{"cloud", "supercomputer", "own"};
};
template <>
struct Names<catalog::KnownBy> {
  static constexpr std::array<std::string_view, 2> all{"subregion", "country"};
};
template <>
struct Names<catalog::Covers> {
  static constexpr std::array<std::string_view, 5> all{"site", "campus", "region", "continent", "fleet"};
};
template <>
struct Names<catalog::WaterUse> {
  static constexpr std::array<std::string_view, 2> all{"withdrawal", "consumption"};
};
template <>
struct Names<catalog::DeviceKind> {
  static constexpr std::array<std::string_view, 5> all{"gpu", "tpu", "accelerator", "cpu", "system"};
};
template <>
struct Names<catalog::ModelKind> {
  static constexpr std::array<std::string_view, 3> all{"published", "ours", "guess"};
};
template <>
struct Names<catalog::PowerFrom> {
  static constexpr std::array<std::string_view, 3> all{"measured", "tdp", "estimate"};
};
template <>
struct Names<catalog::PowerScope> {
  static constexpr std::array<std::string_view, 2> all{"accelerators", "node"};
};
template <>
struct Names<catalog::PueIs> {
  static constexpr std::array<std::string_view, 2> all{"in", "out"};
};
template <>
struct Names<catalog::GridFrom> {
  static constexpr std::array<std::string_view, 3> all{"location", "market", "hypothetical"};
};
template <>
struct Names<catalog::Coverage> {
  static constexpr std::array<std::string_view, 3> all{"final-run", "project", "training-and-use"};
};
template <>
struct Names<catalog::Printed> {
  static constexpr std::array<std::string_view, 6> all{
      "energy", "emissions", "cost-preemptible", "cost-on-demand", "cost-electricity", "device-hours"};
};
template <>
struct Names<catalog::PrintedUnit> {
  static constexpr std::array<std::string_view, 9> all{"kWh", "MWh", "GWh", "g", "kg", "t", "lb", "USD", "h"};
};

template <class S>
struct Shape<catalog::Citation<S>> {
  using T = catalog::Citation<S>;
  static constexpr std::string_view title = "Where a figure stands";
  static constexpr auto fields = std::tuple{
      field("source", &T::source, "Id in data/sources/"),
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
      field("bf16", &T::bf16, limits::peak_flops), field("fp16", &T::fp16, limits::peak_flops),
      field("tf32", &T::tf32, limits::peak_flops), field("fp8", &T::fp8, limits::peak_flops),
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
struct Shape<catalog::MadeOf<S>> {
  using T = catalog::MadeOf<S>;
  static constexpr std::string_view title = "Making one card";
  static constexpr auto fields = std::tuple{
      field("card_kg", &T::card_kg, limits::embodied_kg),
      field("includes_host", &T::includes_host, "Its share of host and building is in it"),
      field("cited", &T::cited),
  };
};

template <class S>
struct Shape<catalog::Device<S>> {
  using T = catalog::Device<S>;
  static constexpr std::string_view title = "An accelerator or a processor";
  static constexpr auto fields = std::tuple{
      field("id", &T::id),
      field("name", &T::name),
      field("short_name", &T::short_name, "As in a sentence"),
      field("maker", &T::maker),
      field("kind", &T::kind),
      field("release", &T::release, "YYYY, YYYY-MM or YYYY-MM-DD"),
      field("aliases", &T::aliases, limits::list, "As people type it"),
      field("tdp_w", &T::tdp_w, limits::device_w),
      field("tdp_estimated", &T::tdp_estimated, "True where the maker publishes none"),
      field("memory_gb", &T::memory_gb, limits::memory_gb),
      field("peak", &T::peak),
      field("cited", &T::cited),
      field("peak_cited", &T::peak_cited, "Where another source has the speeds"),
      field("system_watts", &T::system_watts),
      field("price", &T::price),
      field("embodied", &T::embodied),
      field("part_time_sensor", &T::part_time_sensor,
            "True where its own power sensor looks away most of the time"),
      field("large_host", &T::large_host,
            "True where it stands in servers of the size that came with the H100"),
      field("note", &T::note, limits::long_text),
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
struct Shape<catalog::Series<S>> {
  using T = catalog::Series<S>;
  static constexpr std::string_view title = "Grid intensity of consecutive years on one basis";
  static constexpr auto fields = std::tuple{
      field("basis", &T::basis),
      field("from", &T::from, limits::year, "The first year"),
      field("kg_per_kwh", &T::kg_per_kwh, limits::at_least_one, limits::grid_kg_per_kwh, "One for each year"),
      field("derived", &T::derived, "Worked out by the compiler of the data; not to be given"),
      field("cited", &T::cited),
  };
};

template <class S>
struct Shape<catalog::Mix<S>> {
  using T = catalog::Mix<S>;
  static constexpr std::string_view title = "Generation by source, percent";
  static constexpr auto fields = std::tuple{
      field("year", &T::year, limits::year),          field("coal", &T::coal, limits::percent),
      field("gas", &T::gas, limits::percent),         field("oil", &T::oil, limits::percent),
      field("nuclear", &T::nuclear, limits::percent), field("hydro", &T::hydro, limits::percent),
      field("wind", &T::wind, limits::percent),       field("solar", &T::solar, limits::percent),
      field("biomass", &T::biomass, limits::percent), field("geothermal", &T::geothermal, limits::percent),
      field("other", &T::other, limits::percent),     field("cited", &T::cited),
  };
};

template <class S>
struct Shape<catalog::Water<S>> {
  using T = catalog::Water<S>;
  static constexpr std::string_view title = "Water at the power station";
  static constexpr auto fields = std::tuple{
      field("l_per_kwh", &T::l_per_kwh, limits::ewif),
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
      field("kind", &T::kind),
      field("country", &T::country, "ISO 3166 alpha-3 of the country that it is, or is a part of"),
      field("aliases", &T::aliases, limits::list),
      field("varied", &T::varied, "So large and mixed that its average says little of a place in it"),
      field("figures", &T::figures, limits::list, "Single years"),
      field("series", &T::series, limits::list),
      field("grid_loss", &T::grid_loss, limits::loss, "Share lost on the way"),
      field("mix", &T::mix),
      field("water", &T::water),
      field("note", &T::note, limits::long_text),
  };
};

template <class S>
struct Shape<catalog::Upstream<S>> {
  using T = catalog::Upstream<S>;
  static constexpr std::string_view title = "What a kind of power station doesn't burn on the spot";
  static constexpr auto fields = std::tuple{
      field("id", &T::id, "As in a mix"),
      field("kg_per_kwh", &T::kg_per_kwh, limits::upstream_kg_per_kwh),
      field("cited", &T::cited),
  };
};

template <class S>
struct Shape<catalog::SiteFigure<S>> {
  using T = catalog::SiteFigure<S>;
  static constexpr std::string_view title = "A published PUE";
  static constexpr auto fields = std::tuple{
      field("value", &T::value, limits::site_wue),
      field("basis", &T::basis, "What it is the average of"),
      field("year", &T::year, limits::year),
      field("cited", &T::cited),
  };
};

template <class S>
struct Shape<catalog::SiteWater<S>> {
  using T = catalog::SiteWater<S>;
  static constexpr std::string_view title = "A published WUE";
  static constexpr auto fields = std::tuple{
      field("value", &T::value, limits::site_wue),
      field("basis", &T::basis, "What it is the average of"),
      field("year", &T::year, limits::year),
      field("measures", &T::measures, "Water taken in, or water that doesn't come back"),
      field("cited", &T::cited),
  };
};

template <class S>
struct Shape<catalog::CarbonFree<S>> {
  using T = catalog::CarbonFree<S>;
  static constexpr std::string_view title = "Carbon-free share of a year, as the provider has it";
  static constexpr auto fields = std::tuple{
      field("year", &T::year, limits::year),
      field("share", &T::share, limits::share),
      field("cited", &T::cited),
  };
};

template <class S>
struct Shape<catalog::OtherIntensity<S>> {
  using T = catalog::OtherIntensity<S>;
  static constexpr std::string_view title = "What another source says of the same place";
  static constexpr auto fields = std::tuple{
      field("label", &T::label), field("kg_per_kwh", &T::kg_per_kwh, limits::grid_kg_per_kwh),
      field("basis", &T::basis), field("year", &T::year, limits::year),
      field("cited", &T::cited),
  };
};

template <class S>
struct Shape<catalog::Site<S>> {
  using T = catalog::Site<S>;
  static constexpr std::string_view title = "A place for machines";
  static constexpr auto fields = std::tuple{
      field("id", &T::id, "provider/region"),
      field("name", &T::name),
      field("provider", &T::provider),
      field("place", &T::place),
      field("kind", &T::kind),
      field("aliases", &T::aliases, limits::list),
      field("grid", &T::grid, "Id of a grid"),
      field("grid_known_by", &T::grid_known_by, "How closely the grid is known"),
      field("machine", &T::machine, "Id of a default: kg of making the machine that stands there, in all"),
      field("active_share", &T::active_share, "Id of the default for a machine outside data centres"),
      field("pue", &T::pue),
      field("wue_l_per_kwh", &T::wue_l_per_kwh),
      field("carbon_free", &T::carbon_free, limits::list, "Information, never a factor"),
      field("intensities", &T::intensities, limits::list),
      field("note", &T::note, limits::long_text),
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
struct Shape<catalog::PipelineStage<S>> {
  using T = catalog::PipelineStage<S>;
  static constexpr std::string_view title = "A part of the work around a run";
  static constexpr auto fields = std::tuple{
      field("name", &T::name),
      field("times", &T::times, limits::pipeline_times,
            "Its energy, as a multiple of the run that it is added to"),
  };
};

template <class S>
struct Shape<catalog::Pipeline<S>> {
  using T = catalog::Pipeline<S>;
  static constexpr std::string_view title = "What was spent around a run, as somebody counted it once";
  static constexpr auto fields = std::tuple{
      field("id", &T::id),
      field("name", &T::name),
      field("about", &T::about, "A line beside the name"),
      field("stages", &T::stages, limits::at_least_one),
      field("cited", &T::cited),
      field("note", &T::note, limits::long_text, "How the multiples were worked out"),
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
      field("misses", &T::misses, limits::long_text, "Why it does not reproduce"),
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
struct Shape<catalog::OtherFigure<S>> {
  using T = catalog::OtherFigure<S>;
  static constexpr std::string_view title = "What else is printed of the same model";
  static constexpr auto fields = std::tuple{
      field("quantity", &T::quantity), field("value", &T::value, limits::printed), field("unit", &T::unit),
      field("cited", &T::cited),       field("note", &T::note, limits::long_text),
  };
};

template <>
struct Shape<catalog::PublishedBasis> {
  using T = catalog::PublishedBasis;
  static constexpr std::string_view title = "On which basis a footprint was printed";
  static constexpr auto fields = std::tuple{
      field("power", &T::power), field("scope", &T::scope),       field("pue", &T::pue),
      field("grid", &T::grid),   field("coverage", &T::coverage),
  };
};

template <class S>
struct Shape<catalog::Model<S>> {
  using T = catalog::Model<S>;
  static constexpr std::string_view title = "A published training footprint";
  static constexpr auto fields = std::tuple{
      field("id", &T::id),
      field("name", &T::name),
      field("organisation", &T::organisation),
      field("group", &T::group, "The family it is listed under"),
      field("year", &T::year, limits::year),
      field("kind", &T::kind),
      field("aliases", &T::aliases, limits::list),
      field("cited", &T::cited),
      field("basis", &T::basis),
      field("printed", &T::printed, limits::list),
      field("no_figure", &T::no_figure, limits::long_text, "Why the source has none to compare with"),
      field("scenario", &T::scenario, "The authors' inputs and equation"),
      field("no_scenario", &T::no_scenario, limits::long_text, "Why it can't be redone"),
      field("one_basis", &T::one_basis, "By our method, to be ranked against others"),
      field("no_one_basis", &T::no_one_basis, limits::long_text),
      field("origins", &T::origins, limits::list, "Of every number of the scenario"),
      field("others", &T::others, limits::list),
      field("misprints", &T::misprints, limits::list),
      field("corrects", &T::corrects, "Id of the model whose figure this one replaces"),
      field("times_lower", &T::times_lower, limits::per_unit),
      field("note", &T::note, limits::long_text),
  };
  static constexpr std::array<Rule, 2> rules{{
      {Rule::Kind::exactly_one, {"scenario", "no_scenario"}},
      {Rule::Kind::exactly_one, {"one_basis", "no_one_basis"}},
  }};
};

template <class S>
struct Shape<catalog::ListedModel<S>> {
  using T = catalog::ListedModel<S>;
  static constexpr auto fields = std::tuple{
      field("id", &T::id),
      field("name", &T::name),
      field("organisation", &T::organisation),
      field("group", &T::group),
      field("year", &T::year),
      field("kind", &T::kind),
      field("aliases", &T::aliases),
      field("cited", &T::cited),
      field("corrects", &T::corrects),
      field("times_lower", &T::times_lower),
  };
};

template <class S>
struct Shape<catalog::Publication<S>> {
  using T = catalog::Publication<S>;
  static constexpr auto fields = std::tuple{
      field("id", &T::id),
      field("cited", &T::cited),
      field("basis", &T::basis),
      field("printed", &T::printed),
      field("no_figure", &T::no_figure),
      field("scenario", &T::scenario),
      field("no_scenario", &T::no_scenario),
      field("one_basis", &T::one_basis),
      field("no_one_basis", &T::no_one_basis),
      field("origins", &T::origins),
      field("others", &T::others),
      field("misprints", &T::misprints),
      field("note", &T::note),
  };
};

} // namespace fivecars::documents
