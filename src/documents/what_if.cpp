#include "documents/what_if.hpp"

#include "accounting/order.hpp"
#include "accounting/uncertainty.hpp"
#include "catalog/catalog.hpp"
#include "documents/inputs.hpp"
#include "documents/nearest.hpp"
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
  UnknownOf(Scenario& s, const SolveDoc& request, std::vector<Issue>& issues)
      : s_(s), doc_(request.scenario), quantity_(request.quantity), issues_(issues) {}

  Unknown of(std::optional<std::int64_t> stage) {
    const double last = static_cast<double>(s_.stages.size()) - 1;
    if (stage && static_cast<double>(*stage) > last) {
      issues_.push_back(Issue{code::out_of_range, "/stage"}
                            .with("value", static_cast<double>(*stage))
                            .with(Limit{0, last, "1", false, true}));
      return out_;
    }
    const bool one_at_a_time = quantity_ == SolveFor::hours || quantity_ == SolveFor::devices;
    if (!stage && one_at_a_time && last > 0) {
      issues_.push_back(
          Issue{code::missing, ""}
              .with("name", "stage")
              .with("remedy", "there are several: say which one is meant, from 0 to " + format_number(last)));
      return out_;
    }
    limits_for(quantity_);
    if (quantity_ == SolveFor::runs)
      share_runs();
    for (std::size_t i = 0; i < s_.stages.size(); ++i)
      if (!stage || static_cast<std::size_t>(*stage) == i)
        add(s_.stages[i], i, stage.has_value());
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

  // A stage that is a multiple of another has its runs, given or not.
  void share_runs() {
    for (std::size_t i = 0; i < s_.stages.size(); ++i)
      if (!doc_.stages[i].like)
        input_of(s_, s_.stages[i].runs, "runs", "/stages/" + std::to_string(i) + "/runs");
    for (std::size_t i = 0; i < s_.stages.size(); ++i)
      if (doc_.stages[i].like)
        s_.stages[i].runs = s_.stages[static_cast<std::size_t>(doc_.stages[i].like->stage)].runs;
  }

  // Each input once, at so many times the value.
  void part(std::uint32_t input, double times) {
    for (const Unknown::Part& p : out_.parts)
      if (p.input == input)
        return;
    out_.parts.push_back({input, times});
  }

  void add(Stage& s, std::size_t index, bool alone) {
    const std::string path = "/stages/" + std::to_string(index);
    switch (quantity_) {
    case SolveFor::runs:
      // Of one stage: how many; of the whole: how many times all of it.
      part(s.runs.index, alone ? 1 : s_.inputs[s.runs.index].value.best);
      break;
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
      } else if (s.time_by == TimeBy::nothing) {
        nothing(path, "time on the clock", "the energy is given, and no time: solve for runs");
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
      // A multiple of another stage stands where that one stands, unless this is asked of it alone.
      if (alone && doc_.stages[index].like) {
        s_.inputs.push_back(Input(s_.inputs[s.intensity.index]));
        s.intensity.index = static_cast<std::uint32_t>(s_.inputs.size() - 1);
      }
      part(s.intensity.index, 1);
      break;
    }
  }

  void nothing(const std::string& path, std::string_view what, std::string_view remedy) {
    issues_.push_back(
        Issue{code::nothing_to_vary, "/scenario" + path}.with("what", what).with("remedy", remedy));
  }

  Scenario& s_;
  const ScenarioDoc& doc_;
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
  // The id, its set, or that the two go together.
  std::vector<std::string_view> ids, sets;
  bool known = false;
  for (const auto& row : catalog::equivalents()) {
    known = known || row.id == *doc.equivalent;
    ids.push_back(row.id);
    sets.push_back(row.set);
  }
  const bool known_set = !doc.set || std::find(sets.begin(), sets.end(), *doc.set) != sets.end();
  const auto unknown = [&](std::string_view path, const std::string& typed, std::string_view kind,
                           std::string_view near) {
    Issue& issue = issues.emplace_back(Issue{code::unknown_id, std::string(path)});
    issue.with("value", in_quotes(typed)).with("kind", kind);
    if (!near.empty())
      issue.with("nearest", near);
  };
  if (!known)
    unknown("/budget/equivalent", *doc.equivalent, "equivalent", nearest(*doc.equivalent, ids));
  if (!known_set)
    unknown("/budget/set", *doc.set, "set of equivalents", nearest(*doc.set, sets));
  if (known && known_set)
    unknown("/budget/equivalent", *doc.equivalent, "equivalent of this set", {});
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
    Group{"grid", only(Cause::intensity)},    Group{"pue", only(Cause::pue)},
    Group{"node", only(Cause::node)},         Group{"draw", only(Cause::draw)},
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
  both.inputs.insert(both.inputs.end(), to.inputs.begin(), to.inputs.end());
  // A number that both give alike at the same place is one draw; else each has its own. By place, so that
  // those of one place are neighbours; of the first scenario in front.
  std::vector<std::uint32_t> given;
  for (std::uint32_t i = 0; i < both.inputs.size(); ++i)
    if (both.inputs[i].origin == Origin::given && !both.inputs[i].value.exact())
      given.push_back(i);
  sort_indices(std::span(given),
               [&](std::uint32_t a, std::uint32_t b) { return both.inputs[a].path < both.inputs[b].path; });
  std::vector<std::uint32_t> changed;
  for (std::size_t first = 0, end = 0; first < given.size(); first = end) {
    const auto same_place = [&](std::uint32_t i) {
      return both.inputs[i].path == both.inputs[given[first]].path;
    };
    while (end < given.size() && same_place(given[end]))
      ++end;
    for (std::size_t i = first; i < end; ++i) {
      const auto alike = [&](std::uint32_t other) {
        return other < shift && both.inputs[other].value == both.inputs[given[i]].value;
      };
      if (given[i] >= shift && std::none_of(&given[first], &given[0] + end, alike))
        changed.push_back(given[i]);
    }
  }
  for (const std::uint32_t i : changed)
    both.inputs[i].path.insert(0, "/to");
  for (const Stage& stage : to.stages) {
    Stage s = stage;
    each_input(s, [&](std::uint32_t& input) { input += shift; });
    both.stages.push_back(std::move(s));
  }
  both.equivalents.clear();
  return both;
}

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

double best_total(const Scenario& s) { return all_figures(s, best_values(s)).total(); }

Outcome with_spread(const Scenario& s, double best) {
  const Draws drawn = draws(s);
  if (drawn.drawn.empty())
    return {best, exactly(best)};
  return {best, percentiles(sample_totals(s, s.stages.size(), drawn).first)};
}

Issue too_many_ranges(std::string_view path, double stages) {
  return Issue{code::too_many_ranges, std::string(path)}
      .with("found", stages)
      .with("max", limits::sampled_stages.max);
}

std::optional<Scenario> resolve_part(const ScenarioDoc& document, std::string_view part,
                                     std::vector<Issue>& issues, std::vector<Issue>& warnings) {
  if (document.stages.empty())
    return std::nullopt; // not there, or no document at all: the reader has said so
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
  const bool stage_refused = std::any_of(issues.begin(), issues.end(), [](const Issue& issue) {
    return issue.path == "/stage" || issue.path == "/for";
  });
  const Unknown unknown = stage_refused ? Unknown{} : UnknownOf(*scenario, request, issues).of(request.stage);
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
      // A hair beside a whole number is that number: the last bits of a division.
      constexpr double hair = 1e-12;
      const bool rises = found.kg_least < found.kg_most;
      out.whole = rises ? std::floor(found.value * (1 + hair)) : -std::floor(-found.value * (1 - hair));
    }
  }
  return {{}, std::move(out)};
}

Answer<DifferenceDoc> diff(const DiffDoc& request, std::vector<Issue> issues) {
  DifferenceDoc out;
  const auto from = resolve_part(request.from, "/from", issues, out.warnings);
  const auto to = resolve_part(request.to, "/to", issues, out.warnings);
  if (!from || !to || !issues.empty())
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
  const bool ranges = request.ranges.value_or(false);
  double sampled = 0;
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
    sampled += static_cast<double>(scenario->stages.size());
    if (ranges && sampled <= limits::sampled_stages.max)
      row.total_kg = with_spread(*scenario, row.total_kg.best);
  }
  if (ranges && sampled > limits::sampled_stages.max)
    issues.push_back(too_many_ranges("/ranges", sampled));
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
