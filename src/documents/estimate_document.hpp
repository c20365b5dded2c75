// An estimate document, fivecars/estimate/1.
#pragma once

#include "accounting/estimate.hpp"
#include "documents/issue.hpp"
#include "documents/shape.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fivecars::documents {

struct OutcomeDoc {
  double best = 0;
  std::optional<double> low, median, high;
};

struct OperandDoc {
  std::string symbol;
  double value = 0;
  std::string_view unit;
  std::string_view origin;              // given, catalogue, default, step
  std::optional<std::string> path;      // where it stands, or would stand, in the scenario
  std::optional<std::string> entry;     // in the catalogue
  std::optional<std::string> source;    // who says so
};

struct StepDoc {
  std::string symbol;
  std::optional<std::int64_t> stage;
  std::string formula;
  std::vector<OperandDoc> operands;
  double value = 0;
  std::string_view unit;
};

struct CloudDoc {
  OutcomeDoc preemptible, on_demand;
};
struct CostDoc {
  std::optional<OutcomeDoc> electricity;
  std::optional<CloudDoc> cloud;
};

struct StageEstimateDoc {
  std::string name;
  OutcomeDoc it_energy_kwh, energy_kwh, operational_kg;
  std::optional<OutcomeDoc> embodied_kg, device_hours;
};

struct EquivalentDoc {
  std::string_view id, set;
  OutcomeDoc count;
};

// Parameters of a warning or issue: an object whose members depend on the code.
struct ParamsDoc {
  std::vector<Param> params;
};

struct IssueDoc {
  std::string_view code;
  std::string path;
  ParamsDoc params;
  std::string message;
};

// Filled by a later version: always null here.
struct Nothing {};

struct EstimateDoc {
  std::string_view schema = "fivecars/estimate/1";
  OutcomeDoc it_energy_kwh, energy_kwh;
  std::optional<OutcomeDoc> device_hours;
  OutcomeDoc operational_kg;
  std::optional<OutcomeDoc> market_kg, embodied_kg;
  OutcomeDoc total_kg;
  std::optional<OutcomeDoc> sci_kg, water_l;
  CostDoc cost_usd;
  std::vector<StageEstimateDoc> stages;
  std::vector<EquivalentDoc> equivalents;
  std::optional<Nothing> sensitivity, histogram;
  std::vector<StepDoc> trace;
  std::vector<IssueDoc> warnings;
  std::string_view data_version, engine_version;
};

template <>
struct Shape<OutcomeDoc> {
  using T = OutcomeDoc;
  static constexpr std::string_view title = "A result: the closed form at all bests, and its percentiles";
  static constexpr auto fields = std::tuple{field("best", &T::best), field("low", &T::low), field("median", &T::median),
                                            field("high", &T::high)};
};
template <>
struct Shape<OperandDoc> {
  using T = OperandDoc;
  static constexpr std::string_view title = "A number that goes into a step";
  static constexpr bool keeps_nulls = true;
  static constexpr auto fields = std::tuple{
      field("symbol", &T::symbol), field("value", &T::value), field("unit", &T::unit),    field("origin", &T::origin),
      field("path", &T::path),     field("entry", &T::entry), field("source", &T::source)};
};
template <>
struct Shape<StepDoc> {
  using T = StepDoc;
  static constexpr std::string_view title = "A step of the sum; its formula is in the symbols of its operands";
  static constexpr bool keeps_nulls = true;
  static constexpr auto fields =
      std::tuple{field("symbol", &T::symbol),     field("stage", &T::stage), field("formula", &T::formula),
                 field("operands", &T::operands), field("value", &T::value), field("unit", &T::unit)};
};
template <>
struct Shape<CloudDoc> {
  using T = CloudDoc;
  static constexpr std::string_view title = "Two prices to choose between";
  static constexpr auto fields = std::tuple{field("preemptible", &T::preemptible), field("on_demand", &T::on_demand)};
};
template <>
struct Shape<CostDoc> {
  using T = CostDoc;
  static constexpr std::string_view title = "Cost in USD";
  static constexpr bool keeps_nulls = true;
  static constexpr auto fields = std::tuple{field("electricity", &T::electricity), field("cloud", &T::cloud)};
};
template <>
struct Shape<StageEstimateDoc> {
  using T = StageEstimateDoc;
  static constexpr std::string_view title = "One stage";
  static constexpr bool keeps_nulls = true;
  static constexpr auto fields = std::tuple{
      field("name", &T::name),
      field("it_energy_kwh", &T::it_energy_kwh),
      field("energy_kwh", &T::energy_kwh),
      field("operational_kg", &T::operational_kg),
      field("embodied_kg", &T::embodied_kg),
      field("device_hours", &T::device_hours),
  };
};
template <>
struct Shape<EquivalentDoc> {
  using T = EquivalentDoc;
  static constexpr std::string_view title = "How many of something";
  static constexpr auto fields = std::tuple{field("id", &T::id), field("set", &T::set), field("count", &T::count)};
};
template <>
struct Shape<IssueDoc> {
  using T = IssueDoc;
  static constexpr std::string_view title = "A fault, or a thing worth knowing";
  static constexpr auto fields = std::tuple{field("code", &T::code), field("path", &T::path), field("params", &T::params),
                                            field("message", &T::message)};
};
template <>
struct Shape<Nothing> {
  static constexpr std::string_view title = "Not computed yet";
  static constexpr std::tuple<> fields{};
};
template <>
struct Shape<EstimateDoc> {
  using T = EstimateDoc;
  static constexpr std::string_view title = "Five Cars estimate";
  static constexpr bool keeps_nulls = true;
  static constexpr auto fields = std::tuple{
      field("schema", &T::schema),
      field("it_energy_kwh", &T::it_energy_kwh),
      field("energy_kwh", &T::energy_kwh),
      field("device_hours", &T::device_hours),
      field("operational_kg", &T::operational_kg),
      field("market_kg", &T::market_kg),
      field("embodied_kg", &T::embodied_kg),
      field("total_kg", &T::total_kg),
      field("sci_kg", &T::sci_kg),
      field("water_l", &T::water_l),
      field("cost_usd", &T::cost_usd),
      field("stages", &T::stages),
      field("equivalents", &T::equivalents),
      field("sensitivity", &T::sensitivity),
      field("histogram", &T::histogram),
      field("trace", &T::trace),
      field("warnings", &T::warnings),
      field("data_version", &T::data_version),
      field("engine_version", &T::engine_version),
  };
};

// The English sentence is made here, so that every way out carries the same one.
[[nodiscard]] std::vector<IssueDoc> issue_documents(const std::vector<Issue>& issues);

// `scenario` is the one that `estimate` was made from: the trace says where its numbers stand.
[[nodiscard]] EstimateDoc estimate_document(const accounting::Scenario& scenario, accounting::Estimate estimate,
                                            const std::vector<Issue>& warnings);

}  // namespace fivecars::documents
