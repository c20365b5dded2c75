// An estimate document, fivecars/estimate/1: a view of what the accounting gives back, and its shapes.
#pragma once

#include "accounting/estimate.hpp"
#include "documents/issue.hpp"
#include "documents/shape.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fivecars::documents {

// What one input does to the total, in its document's words.
struct Swing {
  const accounting::Input* input = nullptr;
  accounting::Sensitivity to;
};

// A scenario with its estimate. The estimate's trace points into the scenario, so they stay together.
struct EstimateDoc {
  accounting::Scenario scenario;
  accounting::Estimate estimate;
  std::vector<Swing> sensitivity;
  std::vector<Issue> warnings;

  // Adds a warning for every result whose best value lies outside its range.
  explicit EstimateDoc(accounting::Scenario resolved, std::vector<Issue> notes, accounting::Ask ask = {});
  // Moving keeps the inputs where the trace points; copying wouldn't.
  EstimateDoc(EstimateDoc&&) = default;
  EstimateDoc& operator=(EstimateDoc&&) = default;
};

// What is said instead of an estimate.
struct IssuesDoc {
  std::vector<Issue> issues;
};

namespace view {

using accounting::Operand;
using accounting::Outcome;
using accounting::Step;

std::optional<double> low(const Outcome& o);
std::optional<double> median(const Outcome& o);
std::optional<double> high(const Outcome& o);

std::string operand_symbol(const Operand& o);
std::string_view operand_origin(const Operand& o); // given, catalogue, default, step
std::optional<std::string_view> operand_path(const Operand& o);
std::optional<std::string_view> operand_entry(const Operand& o);
std::optional<std::string_view> operand_source(const Operand& o);

std::string step_symbol(const Step& s);
std::optional<std::int64_t> step_stage(const Step& s);

std::string_view schema(const EstimateDoc&);
std::string_view swing_input(const Swing& s);
std::string_view swing_unit(const Swing& s);
std::string_view swing_origin(const Swing& s); // given, catalogue, default
std::optional<std::string_view> swing_path(const Swing& s);
std::optional<std::string_view> swing_entry(const Swing& s);
template <auto member>
const auto& of_swing(const Swing& s) {
  return s.to.*member;
}
const accounting::Range& swing_value(const Swing& s);
std::string_view data_version(const EstimateDoc&);
std::string_view engine_version(const EstimateDoc&);
template <auto member>
const auto& of_estimate(const EstimateDoc& d) {
  return d.estimate.*member;
}

} // namespace view

template <>
struct Shape<accounting::Outcome> {
  using T = accounting::Outcome;
  static constexpr std::string_view title = "A result: the closed form at all bests, and its percentiles";
  static constexpr auto fields = std::tuple{field("best", &T::best), computed("low", &view::low),
                                            computed("median", &view::median), computed("high", &view::high)};
};
template <>
struct Shape<accounting::Operand> {
  using T = accounting::Operand;
  static constexpr std::string_view title = "A number that goes into a step";
  static constexpr bool keeps_nulls = true;
  static constexpr auto fields = std::tuple{
      computed("symbol", &view::operand_symbol),
      field("value", &T::value),
      field("unit", &T::unit),
      computed("origin", &view::operand_origin, "given, catalogue, default or step"),
      computed("path", &view::operand_path, "Where it stands, or would stand, in the scenario"),
      computed("entry", &view::operand_entry, "In the catalogue"),
      computed("source", &view::operand_source, "Who says so: id of a source"),
  };
};
template <>
struct Shape<accounting::Step> {
  using T = accounting::Step;
  static constexpr std::string_view title =
      "A step of the sum; its formula is in the symbols of its operands";
  static constexpr bool keeps_nulls = true;
  static constexpr auto fields = std::tuple{
      computed("symbol", &view::step_symbol),
      computed("stage", &view::step_stage, "Index; null for the whole scenario"),
      field("formula", &T::formula),
      field("operands", &T::operands),
      field("value", &T::value),
      field("unit", &T::unit),
  };
};
template <>
struct Shape<accounting::CloudCost> {
  using T = accounting::CloudCost;
  static constexpr std::string_view title = "Two prices to choose between";
  static constexpr auto fields =
      std::tuple{field("preemptible", &T::preemptible, "Capacity that may be taken away at any time"),
                 field("on_demand", &T::on_demand, "Capacity that stays until it is given back")};
};
template <>
struct Shape<accounting::Cost> {
  using T = accounting::Cost;
  static constexpr std::string_view title = "Cost in USD";
  static constexpr bool keeps_nulls = true;
  static constexpr auto fields = std::tuple{
      field("electricity", &T::electricity, "Of all that is at the meter; null where no price is given"),
      field("cloud", &T::cloud)};
};
template <>
struct Shape<accounting::StageEstimate> {
  using T = accounting::StageEstimate;
  static constexpr std::string_view title = "One stage";
  static constexpr bool keeps_nulls = true;
  static constexpr auto fields = std::tuple{
      field("name", &T::name),
      field("it_energy_kwh", &T::it_energy_kwh),
      field("energy_kwh", &T::energy_kwh),
      field("operational_kg", &T::operational_kg),
      field("overhead_kg", &T::overhead_kg),
      field("embodied_kg", &T::embodied_kg),
      field("total_kg", &T::total_kg),
      field("device_hours", &T::device_hours),
  };
};
template <>
struct Shape<accounting::EquivalentCount> {
  using T = accounting::EquivalentCount;
  static constexpr std::string_view title = "How many of something";
  static constexpr auto fields =
      std::tuple{field("id", &T::id), field("set", &T::set), field("count", &T::count)};
};
template <>
struct Shape<Issue> {
  using T = Issue;
  static constexpr std::string_view title = "A fault, or a thing worth knowing";
  static constexpr bool keeps_nulls = true;
  static constexpr auto fields =
      std::tuple{field("code", &T::code), field("path", &T::path, "JSON pointer"),
                 field("params", &T::params), computed("message", &message, "English")};
};
template <>
struct Shape<IssuesDoc> {
  static constexpr std::string_view title = "Five Cars issues: every fault of a document";
  static constexpr bool keeps_nulls = true;
  static constexpr auto fields = std::tuple{field("issues", &IssuesDoc::issues, limits::text)};
};
template <>
struct Shape<Swing> {
  using T = accounting::Sensitivity;
  static constexpr std::string_view title = "What one input does to the total, the others at their best";
  static constexpr bool keeps_nulls = true;
  static constexpr auto fields = std::tuple{
      computed("input", &view::swing_input, "Its symbol"),
      computed("unit", &view::swing_unit),
      computed("origin", &view::swing_origin, "given, catalogue or default"),
      computed("path", &view::swing_path, "Where it stands, or would stand, in the scenario"),
      computed("entry", &view::swing_entry, "In the catalogue"),
      computed("value", &view::swing_value),
      computed("total_kg_low", &view::of_swing<&T::total_kg_low>, "With the input at its low"),
      computed("total_kg_high", &view::of_swing<&T::total_kg_high>, "With the input at its high"),
      computed("variance_share", &view::of_swing<&T::variance_share>,
               "Its part in the variance of the logarithm of the total"),
  };
};
template <>
struct Shape<accounting::Histogram> {
  using T = accounting::Histogram;
  static constexpr std::string_view title = "How the samples of the total are spread";
  static constexpr bool keeps_nulls = true;
  static constexpr auto fields = std::tuple{
      field("edges_kg", &T::edges, "One more than there are counts; the outer bins hold what lies beyond"),
      field("counts", &T::counts)};
};
template <>
struct Shape<EstimateDoc> {
  using E = accounting::Estimate;
  static constexpr std::string_view title = "Five Cars estimate";
  static constexpr bool keeps_nulls = true;
  static constexpr auto fields = std::tuple{
      computed("schema", &view::schema),
      computed("it_energy_kwh", &view::of_estimate<&E::it_energy_kwh>, "Into the machines"),
      computed("energy_kwh", &view::of_estimate<&E::energy_kwh>, "At the meter"),
      computed("device_hours", &view::of_estimate<&E::device_hours>,
               "Of all devices; null where neither time nor count is known"),
      computed("operational_kg", &view::of_estimate<&E::operational_kg>, "kg CO2e, location-based"),
      computed("overhead_kg", &view::of_estimate<&E::overhead_kg>,
               "The part of operational_kg that never reaches the machines: cooling and the like"),
      computed("market_kg", &view::of_estimate<&E::market_kg>,
               "kg CO2e, market-based; null unless every stage has such a figure"),
      computed("embodied_kg", &view::of_estimate<&E::embodied_kg>,
               "kg CO2e, this run's share of making the hardware; null where it isn't counted"),
      computed("total_kg", &view::of_estimate<&E::total_kg>,
               "kg CO2e: operational_kg, and embodied_kg where it is counted"),
      computed("sci_kg", &view::of_estimate<&E::sci_kg>, "Per functional unit"),
      computed("water_l", &view::of_estimate<&E::water_l>, "On site and at the power station"),
      computed("cost_usd", &view::of_estimate<&E::cost_usd>),
      computed("stages", &view::of_estimate<&E::stages>),
      computed("equivalents", &view::of_estimate<&E::equivalents>),
      field("sensitivity", &EstimateDoc::sensitivity, "What matters most first"),
      computed("histogram", &view::of_estimate<&E::histogram>),
      computed("trace", &view::of_estimate<&E::trace>),
      field("warnings", &EstimateDoc::warnings),
      computed("data_version", &view::data_version),
      computed("engine_version", &view::engine_version),
  };
};

} // namespace fivecars::documents
