#include "documents/what_if.hpp"

#include "accounting/order.hpp"
#include "accounting/uncertainty.hpp"
#include "catalog/catalog.hpp"
#include "documents/inputs.hpp"
#include "documents/resolve.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace fivecars::documents {
namespace {

using namespace accounting;

// ---- solve

// An input for a number that counts as one where it is absent.
template <class Q>
std::uint32_t input_of(Scenario& s, Ref<Q>& ref, std::string_view symbol, std::string path) {
  if (!ref) {
    ref.index = static_cast<std::uint32_t>(s.inputs.size());
    s.inputs.push_back({symbol, "1", Range::exactly(1), Origin::given, std::move(path), {}, {}});
  }
  return ref.index;
}

class UnknownOf {
public:
  UnknownOf(Scenario& s, SolveFor quantity, std::vector<Issue>& issues)
      : s_(s), quantity_(quantity), issues_(issues) {}

  Unknown of(std::optional<std::int64_t> stage) {
    if (stage && static_cast<std::size_t>(*stage) >= s_.stages.size()) {
      issues_.push_back(
          Issue{code::no_such_stage, "/stage"}.with("value", static_cast<double>(*stage)));
      return out_;
    }
    const bool one_at_a_time = quantity_ == SolveFor::hours || quantity_ == SolveFor::devices;
    if (!stage && one_at_a_time && s_.stages.size() > 1) {
      issues_.push_back(Issue{code::missing, ""}.with("name", "stage"));
      return out_;
    }
    limits_for(quantity_);
    // Every stage that shares an input with another moves with it.
    for (std::size_t i = 0; i < s_.stages.size(); ++i)
      if (!stage || static_cast<std::size_t>(*stage) == i)
        add(s_.stages[i], i);
    return out_;
  }

private:
  void limits_for(SolveFor quantity) {
    const Limit& limit = quantity == SolveFor::hours     ? limits::hours
                         : quantity == SolveFor::devices ? limits::count
                         : quantity == SolveFor::runs    ? limits::runs
                                                         : limits::kg_per_kwh;
    out_.least = quantity == SolveFor::runs || quantity == SolveFor::devices ? 0 : limit.min;
    out_.most = limit.max;
  }

  // Each input once, at so many times the value.
  void part(std::uint32_t input, double times) {
    for (const Unknown::Part& p : out_.parts)
      if (p.input == input)
        return;
    out_.parts.push_back({input, times});
  }

  void add(Stage& s, std::size_t index) {
    const std::string path = "/stages/" + std::to_string(index);
    switch (quantity_) {
    case SolveFor::runs: {
      // A stage that is a multiple of another shares its runs, and has none of its own.
      const std::uint32_t runs = input_of(s_, s.runs, "runs", path + "/runs");
      part(runs, s_.inputs[runs].value.best);
      break;
    }
    case SolveFor::hours:
      if (s.time_by == TimeBy::hours) {
        part(s.hours.index, 1);
      } else if (s.time_by == TimeBy::device_hours) {
        // Hours on the clock: of all devices together so many times as long.
        double devices = 0;
        for (const Device& d : s.devices)
          devices += d.count ? s_.inputs[d.count.index].value.best : 1;
        part(s.device_hours.index, devices == 0 ? 1 : devices);
        out_.most = std::min(out_.most, limits::device_hours.max / std::max(1.0, devices));
      } else {
        nothing(path + "/time", "time on the clock", "it follows from the computation: solve for runs");
      }
      break;
    case SolveFor::devices: {
      double devices = 0;
      for (Device& d : s.devices)
        devices += s_.inputs[input_of(s_, d.count, "count", path + "/power/devices")].value.best;
      for (const Device& d : s.devices)
        part(d.count.index, s_.inputs[d.count.index].value.best / devices);
      out_.least = 1;
      if (s.devices.empty())
        nothing(path, "number of devices", "name the devices");
      break;
    }
    case SolveFor::intensity:
      part(s.intensity.index, 1);
      break;
    }
  }

  void nothing(const std::string& path, std::string_view what, std::string_view remedy) {
    issues_.push_back(
        Issue{code::nothing_to_vary, "/scenario" + path}.with("what", what).with("remedy", remedy));
  }

  Scenario& s_;
  SolveFor quantity_;
  std::vector<Issue>& issues_;
  Unknown out_;
};

struct Budget {
  double kg = 0;
  DividesWhat of = DividesWhat::total;
};

Budget budget(const BudgetDoc& doc, std::vector<Issue>& issues) {
  if (!doc.equivalent)
    return {doc.kg.value_or(0)};
  for (const auto& row : catalog::equivalents())
    if (row.id == *doc.equivalent && (!doc.set || row.set == *doc.set))
      return {row.kg.best * doc.count.value_or(1),
              row.divides == catalog::Divides::operational ? DividesWhat::operational : DividesWhat::total};
  issues.push_back(Issue{code::unknown_id, "/budget/equivalent"}
                       .with("value", in_quotes(*doc.equivalent))
                       .with("kind", "equivalent"));
  return {};
}

// ---- diff

constexpr Causes of(std::initializer_list<Cause> causes) {
  Causes mask = 0;
  for (const Cause c : causes)
    mask = static_cast<Causes>(mask | only(c));
  return mask;
}

// Groups of causes that change together, and what they are called.
struct Group {
  std::string_view name;
  Causes causes;
};
constexpr std::array groups{
    Group{"place", only(Cause::intensity)},
    Group{"machines", of({Cause::draw, Cause::node, Cause::hardware})},
    Group{"time", only(Cause::time)},
    Group{"overhead", only(Cause::pue)},
};
constexpr std::array single_causes{
    Group{"grid", only(Cause::intensity)}, Group{"pue", only(Cause::pue)},
    Group{"node", only(Cause::node)},      Group{"draw", only(Cause::draw)},
    Group{"embodied", only(Cause::hardware)}, Group{"coverage", only(Cause::time)},
};

template <std::size_t n>
std::vector<DiffPart> attributed(const Scenario& from, const Scenario& to,
                                 const std::array<Group, n>& named) {
  std::vector<Causes> players;
  for (const Group& g : named)
    players.push_back(g.causes);
  const std::vector<double> kg = attribute(from, to, players);
  std::vector<DiffPart> out;
  for (std::size_t i = 0; i < n; ++i)
    out.push_back({named[i].name, kg[i]});
  return out;
}

Scenario beside(const Scenario& from, const Scenario& to) {
  Scenario both = from;
  const auto shift = static_cast<std::uint32_t>(from.inputs.size());
  for (const Input& input : to.inputs) {
    Input copy = input;
    // A number that both give alike at the same place is one draw; else each has its own.
    const auto same = [&](const Input& other) {
      return other.origin == Origin::given && other.path == input.path && other.value == input.value;
    };
    if (input.origin == Origin::given && std::none_of(from.inputs.begin(), from.inputs.end(), same))
      copy.path = "/to" + input.path;
    both.inputs.push_back(std::move(copy));
  }
  for (const Stage& stage : to.stages) {
    Stage s = stage;
    each_input(s, [&](std::uint32_t& input) { input += shift; });
    both.stages.push_back(std::move(s));
  }
  both.equivalents.clear();
  return both;
}

double best_total(const Scenario& s) { return all_figures(s, best_values(s)).total(); }

Spread exactly(double x) { return {x, x, x}; }

void put_spreads(const Scenario& from, const Scenario& to, DifferenceDoc& out) {
  const Scenario both = beside(from, to);
  const Draws drawn = draws(both);
  if (drawn.drawn.empty()) {
    for (Outcome* o : {&out.from_kg, &out.to_kg, &out.difference_kg})
      o->spread = exactly(o->best);
    return;
  }
  TwoTotals kg = sample_totals(both, from.stages.size(), drawn);
  out.from_kg.spread = percentiles(kg.first);
  out.to_kg.spread = percentiles(kg.second);
  for (std::size_t p = 0; p < kg.first.size(); ++p)
    kg.first[p] = kg.second[p] - kg.first[p];
  out.difference_kg.spread = percentiles(kg.first);
}

} // namespace

std::optional<Scenario> resolve_part(const ScenarioDoc& document, std::string_view part,
                                     std::vector<Issue>& issues, std::vector<Issue>& warnings) {
  // What the reader found in that part, as resolving knows it.
  std::vector<Issue> here;
  for (const Issue& issue : issues)
    if (is_inside(issue.path, part)) {
      here.push_back(issue);
      here.back().path.erase(0, part.size());
    }
  const std::size_t read = here.size(), warned = warnings.size();
  auto scenario = resolve(document, here, warnings);
  const auto lead_there = [&](Issue& issue) { issue.path.insert(0, part); };
  for (std::size_t i = read; i < here.size(); ++i) {
    lead_there(here[i]);
    issues.push_back(here[i]);
  }
  std::for_each(warnings.begin() + static_cast<std::ptrdiff_t>(warned), warnings.end(), lead_there);
  return scenario;
}

Answer<SolutionDoc> solve(const SolveDoc& request, std::vector<Issue> issues) {
  SolutionDoc out;
  auto scenario = resolve_part(request.scenario, "/scenario", issues, out.warnings);
  const Budget allowed = budget(request.budget, issues);
  if (!scenario)
    return {std::move(issues), {}};
  const Unknown unknown = UnknownOf(*scenario, request.quantity, issues).of(request.stage);
  if (!issues.empty())
    return {std::move(issues), {}};

  const Solution found = accounting::solve(*scenario, unknown, allowed.kg, allowed.of);
  out.quantity = request.quantity;
  out.status = found.status;
  out.budget_kg = allowed.kg;
  out.least_kg = found.kg_least;
  out.most_kg = found.kg_most;
  if (found.status == Solved::found) {
    out.value = Outcome{found.value, found.spread};
    out.total_kg = found.kg;
    if (request.quantity == SolveFor::runs || request.quantity == SolveFor::devices) {
      // A hair under a whole number is that number: the last bits of a division.
      constexpr double hair = 1e-12;
      out.whole = std::floor(found.value * (1 + hair));
    }
  }
  return {{}, std::move(out)};
}

Answer<DifferenceDoc> diff(const DiffDoc& request, std::vector<Issue> issues) {
  DifferenceDoc out;
  const auto from = resolve_part(request.from, "/from", issues, out.warnings);
  const auto to = resolve_part(request.to, "/to", issues, out.warnings);
  if (!from || !to)
    return {std::move(issues), {}};
  out.from_kg.best = best_total(*from);
  out.to_kg.best = best_total(*to);
  out.difference_kg.best = out.to_kg.best - out.from_kg.best;
  if (out.from_kg.best > 0)
    out.times = out.to_kg.best / out.from_kg.best;
  out.parts = attributed(*from, *to, groups);
  out.reasons = attributed(*from, *to, single_causes);
  put_spreads(*from, *to, out);
  return {{}, std::move(out)};
}

Answer<ComparisonDoc> compare(const CompareDoc& request, std::vector<Issue> issues) {
  ComparisonDoc out;
  std::vector<Issue> unsaid;
  for (std::size_t i = 0; i < request.runs.size(); ++i) {
    const ComparedDoc& run = request.runs[i];
    const std::string path = "/runs/" + std::to_string(i);
    const auto scenario = resolve_part(run.scenario, path + "/scenario", issues, unsaid);
    const auto published =
        run.published ? resolve_part(*run.published, path + "/published", issues, unsaid) : std::nullopt;
    if (!scenario || (run.published && !published))
      continue;
    ComparedRow& row = out.rows.emplace_back();
    row.id = run.id.value_or("");
    row.name = run.name.value_or("");
    row.total_kg.best = best_total(*scenario);
    row.printed_kg = run.printed_kg;
    if (published) {
      row.published_kg = best_total(*published);
      row.reasons = attributed(*published, *scenario, single_causes);
    }
    if (request.ranges.value_or(false)) {
      const Draws drawn = draws(*scenario);
      row.total_kg.spread =
          drawn.drawn.empty()
              ? exactly(row.total_kg.best)
              : percentiles(sample_totals(*scenario, scenario->stages.size(), drawn).first);
    }
  }
  if (!issues.empty())
    return {std::move(issues), {}};
  std::vector<double> lower;
  for (const ComparedRow& row : out.rows)
    lower.push_back(-row.total_kg.best);
  ComparisonDoc sorted;
  for (const std::uint32_t i : ascending(lower))
    sorted.rows.push_back(std::move(out.rows[i]));
  return {{}, std::move(sorted)};
}

namespace view {

std::string_view ranking_schema(const RankingDoc&) { return "fivecars/ranking/1"; }
std::string_view ranking_data(const RankingDoc&) { return catalog::data_version(); }
std::string_view solution_schema(const SolutionDoc&) { return "fivecars/solution/1"; }
std::string_view solution_unit(const SolutionDoc& d) {
  return d.quantity == SolveFor::hours       ? UnitHour::text
         : d.quantity == SolveFor::intensity ? UnitKgPerKwh::text
                                             : UnitOne::text;
}
std::string_view solution_data(const SolutionDoc&) { return catalog::data_version(); }
std::string_view difference_schema(const DifferenceDoc&) { return "fivecars/difference/1"; }
std::string_view difference_data(const DifferenceDoc&) { return catalog::data_version(); }
std::string_view comparison_schema(const ComparisonDoc&) { return "fivecars/comparison/1"; }
std::string_view comparison_data(const ComparisonDoc&) { return catalog::data_version(); }

} // namespace view
} // namespace fivecars::documents
