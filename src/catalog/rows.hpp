// The rows of the catalogue. Each is defined once and kept in two ways: Owning while catalogc reads data/,
// and Compiled as constant tables inside the program, for the accounting. What is there to be shown
// (S::Shown) is left out of the tables: it reaches a page by the catalogue document. What no total hangs on
// (S::Beside) stays empty in a program with lean tables. data/README.md says what figures mean.
#pragma once

#include "accounting/range.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fivecars::catalog {

// In place of what a table leaves out.
struct LeftOut {};

struct Owning {
  using Text = std::string;
  template <class T>
  using Shown = T;
  template <class T>
  using Beside = T;
  template <class T>
  using List = std::vector<T>;
};
// Made once and never freed, so that rows are plain values.
struct Compiled {
  using Text = std::string_view;
  template <class T>
  using Shown = LeftOut;
  template <class T>
  using Beside = T;
  template <class T>
  using List = std::span<T>;
};
// What lean tables fill of a Compiled row. No program has such rows.
struct Lean : Compiled {
  template <class T>
  using Beside = LeftOut;
};
template <class S>
using Texts = typename S::template List<typename S::Text>;

enum class Evidence : std::uint8_t {
  primary,   // read off the source itself
  secondary, // a transcription or quotation of it
  inferred,  // worked out from another printed figure
  judgement, // nobody prints it; ours, with grounds
};

enum class Basis : std::uint8_t { lifecycle, direct };

enum class Divides : std::uint8_t { operational, total };

enum class GridKind : std::uint8_t {
  country,
  world,
  continent,
  group,
  subregion,
  state,
  province,
  historical
};
enum class SiteKind : std::uint8_t { cloud, supercomputer, own };
// How closely the grid of a site is known.
enum class KnownBy : std::uint8_t { subregion, country };
// What a published PUE or WUE is the average of, from the place itself to wherever the provider is.
enum class Covers : std::uint8_t { site, campus, region, continent, fleet };
// What an operator counts: water taken in, or water that doesn't come back.
enum class WaterUse : std::uint8_t { withdrawal, consumption };
enum class DeviceKind : std::uint8_t { gpu, tpu, accelerator, cpu, system };

enum class ModelKind : std::uint8_t {
  published, // somebody printed a footprint
  ours,      // hardware and hours are published, a footprint isn't: we compute it
  guess,     // a third party's guess at what nobody published
};
enum class PowerFrom : std::uint8_t { measured, tdp, estimate };
enum class PowerScope : std::uint8_t { accelerators, node };
enum class PueIs : std::uint8_t { in, out };
enum class GridFrom : std::uint8_t { location, market, hypothetical };
enum class Coverage : std::uint8_t { final_run, project, training_and_use };

enum class Printed : std::uint8_t {
  energy,
  emissions,
  cost_preemptible,
  cost_on_demand,
  cost_electricity,
  device_hours
};
enum class PrintedUnit : std::uint8_t { kwh, mwh, gwh, g, kg, t, lb, usd, h };

// Where a figure stands.
template <class S>
struct Citation {
  typename S::template Beside<typename S::Text> source; // id in data/sources/
  typename S::template Shown<typename S::Text> locator; // table, section, page
  typename S::template Shown<Evidence> evidence{};
};

template <class S>
struct Source {
  typename S::Text id;
  typename S::Text label; // "Strubell et al. 2019"
  typename S::template Shown<typename S::Text> title;
  typename S::template Shown<typename S::Text> authors;
  typename S::template Shown<std::int64_t> year{};
  typename S::template Shown<std::optional<typename S::Text>> url;
  typename S::template Shown<std::optional<typename S::Text>> identifier; // arXiv, DOI
  typename S::template Shown<typename S::Text> licence;
};

template <class S>
struct Price {
  double preemptible_usd_per_hour = 0;
  double on_demand_usd_per_hour = 0;
  std::int64_t year = 0;
  Citation<S> cited;
};

enum class Precision : std::uint8_t { bf16, fp16, tf32, fp8, fp32 };

// Dense peak by precision, FLOP/s.
struct Peak {
  std::optional<double> bf16;
  std::optional<double> fp16;
  std::optional<double> tf32;
  std::optional<double> fp8;
  std::optional<double> fp32;
};

template <class S>
struct SystemWatts {
  accounting::Range watts; // of one accelerator with its share of the host, at work
  Citation<S> cited;
};

// Making one card, kg CO2e.
template <class S>
struct MadeOf {
  accounting::Range card_kg;
  std::optional<bool> includes_host; // its share of host and building is in it
  Citation<S> cited;
};

template <class S>
struct Device {
  typename S::Text id;
  typename S::template Beside<typename S::Text> name;
  typename S::Text short_name; // "V100", as in a sentence
  typename S::template Beside<typename S::Text> maker;
  DeviceKind kind = DeviceKind::gpu;
  typename S::template Beside<std::optional<typename S::Text>> release; // YYYY, YYYY-MM or YYYY-MM-DD
  typename S::template Beside<Texts<S>> aliases;                        // as people type it
  std::optional<accounting::Range> tdp_w;                               // not every maker publishes one
  typename S::template Beside<std::optional<bool>> tdp_estimated;       // this maker doesn't
  typename S::template Shown<std::optional<double>> memory_gb;
  Peak peak;
  Citation<S> cited;
  typename S::template Beside<std::optional<Citation<S>>> peak_cited; // where another source has the speeds
  std::optional<SystemWatts<S>> system_watts;
  typename S::template Beside<std::optional<Price<S>>> price;
  std::optional<MadeOf<S>> embodied;
  std::optional<bool>
      part_time_sensor;           // what its own sensor reads is off by more: it looks away most of the time
  std::optional<bool> large_host; // stands in servers of the size that came with the H100
  typename S::template Shown<std::optional<typename S::Text>> note;
};

template <class S>
struct GridFigure {
  std::int64_t year = 0;
  Basis basis = Basis::lifecycle;
  double kg_per_kwh = 0;
  Citation<S> cited;
};

// Figures of consecutive years on one basis.
template <class S>
struct Series {
  Basis basis = Basis::lifecycle;
  std::int64_t from = 0; // the first year
  typename S::template List<double> kg_per_kwh;
  std::optional<bool> derived; // worked out by catalogc: tools/derive.hpp
  Citation<S> cited;
};

// Generation by source, percent. What is absent is none, or not told apart from the others.
template <class S>
struct Mix {
  std::int64_t year = 0;
  std::optional<double> coal, gas, oil, nuclear, hydro, wind, solar, biomass, geothermal, other;
  Citation<S> cited;
};

// Water at the power station.
template <class S>
struct Water {
  accounting::Range l_per_kwh;
  Citation<S> cited;
};

template <class S>
struct Grid {
  typename S::Text id;
  typename S::Text name;
  std::optional<typename S::Text> in_a_sentence; // "the world average"; otherwise the name will do
  GridKind kind = GridKind::country;
  std::optional<typename S::Text> country; // ISO 3166 alpha-3 of the country that it is, or is a part of
  typename S::template Beside<Texts<S>> aliases;
  std::optional<bool> varied; // so large and mixed that its average says little of a place in it
  typename S::template Shown<std::vector<GridFigure<S>>> figures; // single years; series of one in the tables
  typename S::template List<Series<S>> series;
  typename S::template Shown<std::optional<double>> grid_loss; // share lost on the way
  typename S::template Shown<std::optional<Mix<S>>> mix;
  std::optional<Water<S>> water;
  typename S::template Shown<std::optional<typename S::Text>> note;
};

// Whether a country's grid is that of this country, ISO 3166 alpha-3: "ember/USA" is the one of "USA".
constexpr bool of_country(std::string_view grid_id, std::string_view country) {
  return grid_id.size() > country.size() && grid_id.ends_with(country) &&
         grid_id[grid_id.size() - country.size() - 1] == '/';
}

// kg CO2e per kWh of what a kind of power station doesn't burn on the spot: for derived lifecycle figures.
template <class S>
struct Upstream {
  typename S::Text id; // as in Mix
  double kg_per_kwh = 0;
  Citation<S> cited;
};

template <class S>
struct SiteFigure {
  accounting::Range value;
  typename S::template Beside<Covers> basis{};
  typename S::template Beside<std::int64_t> year{};
  Citation<S> cited;
};

template <class S>
struct SiteWater {
  accounting::Range value;
  typename S::template Beside<Covers> basis{};
  typename S::template Beside<std::int64_t> year{};
  typename S::template Beside<std::optional<WaterUse>> measures; // nothing where the operator doesn't say
  Citation<S> cited;
};

template <class S>
struct CarbonFree {
  std::int64_t year = 0;
  double share = 0;
  Citation<S> cited;
};

// What another source says of the same place.
template <class S>
struct OtherIntensity {
  typename S::Text label;
  double kg_per_kwh = 0;
  Basis basis = Basis::lifecycle;
  std::int64_t year = 0;
  Citation<S> cited;
};

template <class S>
struct Site {
  typename S::Text id;
  typename S::Text name;
  typename S::Text provider;
  typename S::template Beside<typename S::Text> place;
  SiteKind kind = SiteKind::cloud;
  typename S::template Beside<Texts<S>> aliases;
  std::optional<typename S::Text> grid; // nobody knows where an own machine stands
  std::optional<KnownBy> grid_known_by;
  // Ids of defaults, where it is known what kind of machine stands there: kg of making all of it, and the
  // share of its life that it works.
  std::optional<typename S::Text> machine;
  std::optional<typename S::Text> active_share;
  std::optional<SiteFigure<S>> pue;
  std::optional<SiteWater<S>> wue_l_per_kwh;
  typename S::template Shown<std::vector<CarbonFree<S>>> carbon_free; // information, never a factor
  typename S::template Shown<std::vector<OtherIntensity<S>>> intensities;
  typename S::template Shown<std::optional<typename S::Text>> note;
};

// A count of days or weeks says more than 0.02 years.
template <class S>
struct Subunit {
  typename S::Text id;
  double per_unit = 0;
};

template <class S>
struct Equivalent {
  typename S::Text id;
  typename S::Text set;
  Divides divides = Divides::total;
  accounting::Range kg;
  typename S::template Beside<std::int64_t> vintage{};
  typename S::template Beside<typename S::Text> region;
  typename S::template Beside<typename S::Text> boundary;
  typename S::template Beside<typename S::template List<Subunit<S>>> subunits;
  Citation<S> cited;
};

template <class S>
struct Fallback {
  typename S::Text id;
  typename S::template Beside<typename S::Text> unit;
  accounting::Range value;
  Citation<S> cited;
};

// What was spent around a run, as somebody counted it once.
template <class S>
struct PipelineStage {
  typename S::Text name;
  accounting::Range times; // its energy over that of the run that it is added to
};

template <class S>
struct Pipeline {
  typename S::Text id;
  typename S::Text name;
  typename S::Text about; // a line beside the name
  typename S::template List<PipelineStage<S>> stages;
  Citation<S> cited;
  typename S::template Shown<std::optional<typename S::Text>> note; // how the multiples were worked out
};

// What a paper prints for a model, in its own unit and to its own digits.
template <class S>
struct PrintedFigure {
  Printed quantity = Printed::energy;
  double value = 0;
  PrintedUnit unit = PrintedUnit::kwh;
  double tolerance = 0; // half a unit of the last printed digit, or more where the paper rounds
  // True where an input was worked back from this very figure: reproducing it proves nothing.
  std::optional<bool> circular;
  std::optional<typename S::Text> misses; // why it doesn't reproduce
  std::optional<typename S::Text> note;
};

// What else is printed of the same model.
template <class S>
struct OtherFigure {
  Printed quantity = Printed::emissions;
  double value = 0;
  PrintedUnit unit = PrintedUnit::t;
  Citation<S> cited;
  std::optional<typename S::Text> note;
};

// On which basis a footprint was printed.
struct PublishedBasis {
  PowerFrom power = PowerFrom::tdp;
  PowerScope scope = PowerScope::accelerators;
  PueIs pue = PueIs::in;
  GridFrom grid = GridFrom::location;
  Coverage coverage = Coverage::final_run;
};

// Where one number of a model's scenario comes from.
template <class S>
struct Origin {
  typename S::Text path; // JSON pointer into the scenario
  Citation<S> cited;
  std::optional<typename S::Text> note;
};

// A number that the paper prints and that does not reproduce its own results.
template <class S>
struct Misprint {
  typename S::Text path; // of the number in the scenario that it would replace
  double printed = 0;
  double reproduces = 0;
  typename S::Text note;
};

// A scenario document, kept as its JSON text.
template <class S>
struct EmbeddedScenario {
  typename S::Text json;
};

template <class S>
struct Model {
  typename S::Text id;
  typename S::Text name;
  std::optional<typename S::Text> organisation;
  typename S::Text group; // the family it is listed under
  std::int64_t year = 0;
  ModelKind kind = ModelKind::published;
  Texts<S> aliases;
  Citation<S> cited;
  std::optional<PublishedBasis> basis;
  typename S::template List<PrintedFigure<S>> printed;
  std::optional<typename S::Text> no_figure;    // why the source has no energy or emissions to compare with
  std::optional<EmbeddedScenario<S>> scenario;  // as published
  std::optional<typename S::Text> no_scenario;  // why there is none
  std::optional<EmbeddedScenario<S>> one_basis; // by our method, to be ranked against others
  std::optional<typename S::Text> no_one_basis; // why there is none
  typename S::template List<Origin<S>> origins; // of every number of the scenario
  typename S::template List<OtherFigure<S>> others;
  typename S::template List<Misprint<S>> misprints;
  std::optional<typename S::Text> corrects; // the model whose figure this one replaces
  std::optional<double> times_lower;        // as printed: the corrected figure over this one
  std::optional<typename S::Text> note;
};

// A model in two parts. What it takes to find it:
template <class S>
struct ListedModel : Model<S> {};
// and what it takes to redo it, with what was published of it. Not in the browser's tables.
template <class S>
struct Publication : Model<S> {};

} // namespace fivecars::catalog
