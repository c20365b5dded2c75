// The rows of the catalogue. Each is defined once and kept in two ways: Owning while catalogc reads data/,
// and Compiled as constant tables inside the program, for the accounting. What is there to be shown
// (S::Shown) is left out of the tables: it reaches a page by the catalogue document. data/README.md says what
// figures mean.
#pragma once

#include "accounting/range.hpp"

#include <array>
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
  using List = std::vector<T>;
};
struct Compiled {
  using Text = std::string_view;
  template <class T>
  using Shown = LeftOut;
  template <class T>
  using List = std::span<const T>;
};

enum class Evidence : std::uint8_t {
  primary,   // read off the source itself
  secondary, // a transcription or quotation of it
  inferred,  // worked out from another printed figure
  judgement, // nobody prints it; ours, with grounds
};

enum class Basis : std::uint8_t { lifecycle, direct };

enum class Divides : std::uint8_t { operational, total };

enum class Printed : std::uint8_t { energy, emissions, cost_preemptible, cost_on_demand, cost_electricity };
enum class PrintedUnit : std::uint8_t { kwh, kg, lb, usd };

// Where a figure stands.
template <class S>
struct Citation {
  typename S::Text source;                              // id in data/sources.json
  typename S::template Shown<typename S::Text> locator; // table, section, page
  typename S::template Shown<Evidence> evidence{};
};

template <class S>
struct Source {
  typename S::Text id;
  typename S::Text label; // "Strubell et al. 2019"
  typename S::Text title;
  typename S::Text authors;
  std::int64_t year = 0;
  std::optional<typename S::Text> url;
  std::optional<typename S::Text> identifier; // arXiv, DOI
  typename S::Text licence;
};

// What the program itself needs of a source; the rest is in the asset of texts.
struct SourceLabel {
  std::string_view id;
  std::string_view label;
};

template <class S>
struct Price {
  double preemptible_usd_per_hour = 0;
  double on_demand_usd_per_hour = 0;
  std::int64_t year = 0;
  Citation<S> cited;
};

enum class Precision : std::uint8_t { bf16, fp16, fp32 };

// Dense peak by precision, FLOP/s.
struct Peak {
  std::optional<double> bf16;
  std::optional<double> fp16;
  std::optional<double> fp32;
};

template <class S>
struct SystemWatts {
  accounting::Range watts; // of one accelerator with its share of the host, at work
  Citation<S> cited;
};

template <class S>
struct Device {
  typename S::Text id;
  typename S::template Shown<typename S::Text> name;
  typename S::template Shown<typename S::Text> short_name; // "V100", as in a sentence
  typename S::template Shown<typename S::Text> maker;
  typename S::template Shown<typename S::Text> release; // date
  std::optional<double> tdp_w;                          // not every maker publishes one
  typename S::template Shown<std::optional<double>> memory_gb;
  Peak peak;
  Citation<S> cited;
  std::optional<SystemWatts<S>> system_watts;
  std::optional<Price<S>> price;
};

template <class S>
struct GridFigure {
  std::int64_t year = 0;
  Basis basis = Basis::lifecycle;
  double kg_per_kwh = 0;
  Citation<S> cited;
};

template <class S>
struct Grid {
  typename S::Text id;
  typename S::Text name;
  typename S::template Shown<typename S::Text> in_a_sentence; // "the US average of 2018"
  typename S::template List<GridFigure<S>> figures;
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
  typename S::template Shown<std::int64_t> vintage{};
  typename S::template Shown<typename S::Text> region;
  typename S::template Shown<typename S::Text> boundary;
  typename S::template Shown<typename S::template List<Subunit<S>>> subunits;
  Citation<S> cited;
};

template <class S>
struct Fallback {
  typename S::Text id;
  typename S::Text unit;
  accounting::Range value;
  Citation<S> cited;
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
  std::optional<typename S::Text> note;
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
  typename S::Text group; // the family it is listed under
  std::int64_t year = 0;
  Citation<S> cited;
  typename S::template List<PrintedFigure<S>> printed;
  std::optional<typename S::Text> no_figure; // why the source has no energy or emissions to compare with
  EmbeddedScenario<S> scenario;              // as published
  // Of every number of the scenario. Goes to whoever asks for a source, not with the catalogue document.
  typename S::template Shown<std::optional<typename S::template List<Origin<S>>>> origins;
  typename S::template List<Misprint<S>> misprints;
  std::optional<typename S::Text> corrects; // the model whose figure this one replaces
  std::optional<double> times_lower;        // as printed: the corrected figure over this one
  std::optional<typename S::Text> note;
};

} // namespace fivecars::catalog
