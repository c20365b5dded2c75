// What if: the same run elsewhere, on other hardware, within a budget, against another run. A request
// document goes in, a result document or every fault comes out. Paths of faults lead into the request.
#pragma once

#include "accounting/difference.hpp"
#include "accounting/solve.hpp"
#include "documents/estimate_document.hpp"
#include "documents/read.hpp"
#include "documents/scenario.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fivecars::documents {

// Either `document` and no issues, or every issue.
template <class Document>
struct Answer {
  std::vector<Issue> issues;
  std::optional<Document> document;
};

// ---- rank: the scenario with one thing varied, least emissions first

enum class RankVersion { v1 };
template <>
struct Names<RankVersion> {
  static constexpr std::array<std::string_view, 1> all{"fivecars/rank/1"};
};
enum class Over : std::uint8_t { grids, sites, devices, pue, years };
template <>
struct Names<Over> {
  static constexpr std::array<std::string_view, 5> all{"grids", "sites", "devices", "pue", "years"};
};

struct RankDoc {
  RankVersion schema{};
  ScenarioDoc scenario;
  Over over{};
  std::optional<std::string> query;
  std::optional<std::vector<double>> values;
  std::optional<std::int64_t> most;
  std::optional<bool> ranges;
};
template <>
struct Shape<RankDoc> {
  static constexpr std::string_view title = "Five Cars: rank a scenario over places, devices, PUE or years";
  static constexpr auto fields = std::tuple{
      field("schema", &RankDoc::schema),
      field("scenario", &RankDoc::scenario),
      field("over", &RankDoc::over, "What is varied"),
      field("query", &RankDoc::query, "Only the grids, sites or devices that a search for this finds"),
      field("values", &RankDoc::values, limits::values, limits::pue,
            "Of the PUE; 1 to 2 in tenths if absent"),
      field("most", &RankDoc::most, limits::rows, "At most so many rows; all if absent"),
      field("ranges", &RankDoc::ranges, "True: percentiles of every row"),
  };
};

struct RankRow {
  std::string_view id;
  std::string_view name;
  std::optional<double> value; // the PUE or the year
  accounting::Outcome total_kg;
  double times = 1;
};
template <>
struct Shape<RankRow> {
  using T = RankRow;
  static constexpr std::string_view title = "One of the places, devices or values";
  static constexpr bool keeps_nulls = true;
  static constexpr auto fields = std::tuple{
      field("id", &T::id, "In the catalogue; empty for a value"),
      field("name", &T::name),
      field("value", &T::value, "The PUE or the year"),
      field("total_kg", &T::total_kg),
      field("times", &T::times, "The scenario's own total, so many times"),
  };
};

struct RankingDoc {
  Over over{};
  accounting::Outcome here;
  std::vector<RankRow> rows;
  std::int64_t total = 0;
  std::int64_t lower = 0;
  std::int64_t left_out = 0;
  std::vector<Issue> warnings;
};
namespace view {
std::string_view ranking_schema(const RankingDoc&);
std::string_view ranking_data(const RankingDoc&);
} // namespace view
template <>
struct Shape<RankingDoc> {
  using T = RankingDoc;
  static constexpr std::string_view title = "Five Cars ranking";
  static constexpr bool keeps_nulls = true;
  static constexpr auto fields = std::tuple{
      computed("schema", &view::ranking_schema),
      field("over", &T::over),
      field("total_kg", &T::here, "Of the scenario as it is"),
      field("rows", &T::rows, "Least emissions first"),
      field("total", &T::total, "How many there are in all"),
      field("lower", &T::lower, "How many of them are lower than the scenario as it is"),
      field("left_out", &T::left_out, "How many have no figure"),
      field("warnings", &T::warnings, "Of the scenario as it is"),
      computed("data_version", &view::ranking_data),
  };
};

[[nodiscard]] Answer<RankingDoc> rank(const RankDoc& request, std::vector<Issue> issues);

// ---- solve: the value that meets a budget

enum class SolveVersion { v1 };
template <>
struct Names<SolveVersion> {
  static constexpr std::array<std::string_view, 1> all{"fivecars/solve/1"};
};
enum class SolveFor : std::uint8_t { runs, hours, devices, intensity };
template <>
struct Names<SolveFor> {
  static constexpr std::array<std::string_view, 4> all{"runs", "hours", "devices", "intensity"};
};
template <>
struct Names<accounting::Solved> {
  static constexpr std::array<std::string_view, 4> all{"found", "over", "never", "no-effect"};
};

struct BudgetDoc {
  std::optional<double> kg;
  std::optional<std::string> equivalent, set;
  std::optional<double> count;
};
template <>
struct Shape<BudgetDoc> {
  static constexpr std::string_view title = "What may be emitted";
  static constexpr auto fields = std::tuple{
      field("kg", &BudgetDoc::kg, limits::kg, "kg CO2e"),
      field("equivalent", &BudgetDoc::equivalent, "Id of an equivalent instead: \"flight\""),
      field("set", &BudgetDoc::set, "Its set, where several have one of that id; the first if absent"),
      field("count", &BudgetDoc::count, limits::budget_count, "So many of it; 1 if absent"),
  };
  static constexpr std::array<Rule, 3> rules{{
      {Rule::Kind::exactly_one, {"kg", "equivalent"}},
      {Rule::Kind::needs, {"set", "equivalent"}},
      {Rule::Kind::needs, {"count", "equivalent"}},
  }};
};

struct SolveDoc {
  SolveVersion schema{};
  ScenarioDoc scenario;
  SolveFor quantity{};
  std::optional<std::int64_t> stage;
  BudgetDoc budget;
};
template <>
struct Shape<SolveDoc> {
  static constexpr std::string_view title = "Five Cars: what meets a budget";
  static constexpr auto fields = std::tuple{
      field("schema", &SolveDoc::schema),
      field("scenario", &SolveDoc::scenario),
      field("for", &SolveDoc::quantity, "runs, hours of one run, devices, or the grid's intensity in kg/kWh"),
      field("stage", &SolveDoc::stage, limits::stage_index,
            "Of this stage alone, and of what is a multiple of it; if absent: how many times the whole "
            "scenario, the intensity of every stage, hours and devices of the only stage"),
      field("budget", &SolveDoc::budget),
  };
};

struct SolutionDoc {
  SolveFor quantity{};
  accounting::Solved status{};
  std::optional<accounting::Outcome> value;
  std::optional<double> whole;
  std::optional<double> total_kg;
  double budget_kg = 0;
  std::optional<double> least_kg, most_kg;
  std::vector<Issue> warnings;
};
namespace view {
std::string_view solution_schema(const SolutionDoc&);
std::string_view solution_unit(const SolutionDoc&);
std::string_view solution_data(const SolutionDoc&);
} // namespace view
template <>
struct Shape<SolutionDoc> {
  using T = SolutionDoc;
  static constexpr std::string_view title = "Five Cars: the answer";
  static constexpr bool keeps_nulls = true;
  static constexpr auto fields = std::tuple{
      computed("schema", &view::solution_schema),
      field("for", &T::quantity),
      computed("unit", &view::solution_unit),
      field("status", &T::status,
            "found; over: even the least allowed value is over the budget; never: even the most stays under "
            "it; no-effect: the emissions don't depend on it"),
      field("value", &T::value, "Null unless found"),
      field("whole", &T::whole, "The whole number next to it that is within the budget, of runs and devices"),
      field("total_kg", &T::total_kg, "At that value: what the budget is held against"),
      field("budget_kg", &T::budget_kg),
      field("least_kg", &T::least_kg, "At the least allowed value"),
      field("most_kg", &T::most_kg, "At the most"),
      field("warnings", &T::warnings),
      computed("data_version", &view::solution_data),
  };
};

[[nodiscard]] Answer<SolutionDoc> solve(const SolveDoc& request, std::vector<Issue> issues);

// ---- diff: why two scenarios differ

enum class DiffVersion { v1 };
template <>
struct Names<DiffVersion> {
  static constexpr std::array<std::string_view, 1> all{"fivecars/diff/1"};
};

struct DiffDoc {
  DiffVersion schema{};
  ScenarioDoc from, to;
};
template <>
struct Shape<DiffDoc> {
  static constexpr std::string_view title = "Five Cars: why two scenarios differ";
  static constexpr auto fields =
      std::tuple{field("schema", &DiffDoc::schema), field("from", &DiffDoc::from), field("to", &DiffDoc::to)};
};

// kg that fall to one cause.
struct DiffPart {
  std::string_view cause;
  double kg = 0;
};
template <>
struct Shape<DiffPart> {
  static constexpr std::string_view title = "What falls to one cause; all parts add up to the difference";
  static constexpr bool keeps_nulls = true; // only written: kg has no limits
  static constexpr auto fields = std::tuple{field("cause", &DiffPart::cause), field("kg", &DiffPart::kg)};
};

struct DifferenceDoc {
  accounting::Outcome from_kg, to_kg, difference_kg;
  std::optional<double> times; // empty where the first is 0
  std::vector<DiffPart> parts, reasons;
  std::vector<Issue> warnings;
};
namespace view {
std::string_view difference_schema(const DifferenceDoc&);
std::string_view difference_data(const DifferenceDoc&);
} // namespace view
template <>
struct Shape<DifferenceDoc> {
  using T = DifferenceDoc;
  static constexpr std::string_view title = "Five Cars difference";
  static constexpr bool keeps_nulls = true;
  static constexpr auto fields = std::tuple{
      computed("schema", &view::difference_schema),
      field("from_kg", &T::from_kg, "C_total of the first"),
      field("to_kg", &T::to_kg, "Of the second"),
      field("difference_kg", &T::difference_kg, "The second less the first; what both share is drawn once"),
      field("times", &T::times, "The second over the first"),
      field("parts", &T::parts, "place, machines, time, overhead"),
      field("reasons", &T::reasons, "grid, pue, node, draw, embodied, coverage"),
      field("warnings", &T::warnings),
      computed("data_version", &view::difference_data),
  };
};

[[nodiscard]] Answer<DifferenceDoc> diff(const DiffDoc& request, std::vector<Issue> issues);

// ---- compare: several runs on equal terms, with what was printed of each

enum class CompareVersion { v1 };
template <>
struct Names<CompareVersion> {
  static constexpr std::array<std::string_view, 1> all{"fivecars/compare/1"};
};

struct ComparedDoc {
  std::optional<std::string> id, name;
  ScenarioDoc scenario;
  std::optional<ScenarioDoc> published;
  std::optional<double> printed_kg;
};
template <>
struct Shape<ComparedDoc> {
  static constexpr std::string_view title = "One run";
  static constexpr auto fields = std::tuple{
      field("id", &ComparedDoc::id),
      field("name", &ComparedDoc::name),
      field("scenario", &ComparedDoc::scenario, "On the terms of all"),
      field("published", &ComparedDoc::published, "As its authors counted"),
      field("printed_kg", &ComparedDoc::printed_kg, limits::kg, "What they print"),
  };
};
struct CompareDoc {
  CompareVersion schema{};
  std::vector<ComparedDoc> runs;
  std::optional<bool> ranges;
};
template <>
struct Shape<CompareDoc> {
  static constexpr std::string_view title = "Five Cars: several runs on equal terms";
  static constexpr auto fields =
      std::tuple{field("schema", &CompareDoc::schema), field("runs", &CompareDoc::runs, limits::compared),
                 field("ranges", &CompareDoc::ranges, "True: percentiles of every run")};
};

struct ComparedRow {
  std::string id, name;
  accounting::Outcome total_kg;
  std::optional<double> published_kg, printed_kg;
  std::optional<std::vector<DiffPart>> reasons;
};
template <>
struct Shape<ComparedRow> {
  using T = ComparedRow;
  static constexpr std::string_view title = "One run";
  static constexpr bool keeps_nulls = true;
  static constexpr auto fields = std::tuple{
      field("id", &T::id),
      field("name", &T::name),
      field("total_kg", &T::total_kg, "On the terms of all"),
      field("published_kg", &T::published_kg, "As its authors counted, by our sum"),
      field("printed_kg", &T::printed_kg, "What they print"),
      field("reasons", &T::reasons,
            "Why total_kg differs from published_kg: grid, pue, node, draw, embodied, coverage"),
  };
};
struct ComparisonDoc {
  std::vector<ComparedRow> rows;
};
namespace view {
std::string_view comparison_schema(const ComparisonDoc&);
std::string_view comparison_data(const ComparisonDoc&);
} // namespace view
template <>
struct Shape<ComparisonDoc> {
  using T = ComparisonDoc;
  static constexpr std::string_view title = "Five Cars comparison";
  static constexpr bool keeps_nulls = true;
  static constexpr auto fields = std::tuple{
      computed("schema", &view::comparison_schema),
      field("rows", &T::rows, "Most emissions first"),
      computed("data_version", &view::comparison_data),
  };
};

[[nodiscard]] Answer<ComparisonDoc> compare(const CompareDoc& request, std::vector<Issue> issues);

// ----

// C_total at all bests, kg, and with the percentiles of its samples.
[[nodiscard]] double best_total(const accounting::Scenario& s);
[[nodiscard]] accounting::Outcome with_spread(const accounting::Scenario& s, double best);

// The fault of a call that would sample so many stages.
[[nodiscard]] Issue too_many_ranges(std::string_view path, double stages);

// The scenario of a part of a request, e.g. at "/scenario". Its faults and warnings lead there.
[[nodiscard]] std::optional<accounting::Scenario> resolve_part(const ScenarioDoc& document,
                                                               std::string_view part,
                                                               std::vector<Issue>& issues,
                                                               std::vector<Issue>& warnings);

// Reads a request and answers it.
template <class Request, Node N, class Document>
[[nodiscard]] Answer<Document> answer(const N& node,
                                      Answer<Document> (*call)(const Request&, std::vector<Issue>)) {
  std::vector<Issue> issues;
  const auto request = read<Request>(node, issues);
  if (node.kind() != Kind::object)
    return {std::move(issues), {}};
  return call(request, std::move(issues));
}

} // namespace fivecars::documents
