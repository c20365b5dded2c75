// The same run everywhere, on everything, at every PUE and in every year.
#include "accounting/order.hpp"
#include "accounting/uncertainty.hpp"
#include "catalog/catalog.hpp"
#include "catalog/choose.hpp"
#include "catalog/search.hpp"
#include "documents/inputs.hpp"
#include "documents/resolve.hpp"
#include "documents/resolve_parts.hpp"
#include "documents/what_if.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

namespace fivecars::documents {
namespace {

using namespace accounting;
using Grid = catalog::Grid<catalog::Compiled>;
using Site = catalog::Site<catalog::Compiled>;
using DeviceRow = catalog::Device<catalog::Compiled>;

// One line of a ranking before it is worked out. Lines of rows of the catalogue know theirs.
struct Line {
  std::string_view id = {};
  std::string_view name = {};
  std::optional<double> value = {};
  std::size_t row = 0;
  double kg = 0;
};

// What a stage says of its place gives way to what the scenario says.
ScenarioDoc in_one_place(const ScenarioDoc& doc) {
  ScenarioDoc out = doc;
  for (StageDoc& stage : out.stages)
    stage.site.reset();
  return out;
}

// On this grid, with the buildings as they are.
ScenarioDoc on_grid(const ScenarioDoc& doc, std::string_view id) {
  ScenarioDoc out = doc;
  const auto put = [&](std::optional<SiteDoc>& site) {
    if (!site)
      site.emplace();
    site->grid = GridDoc{std::string(id), {}, {}, {}};
    site->ewif_l_per_kwh.reset();
    site->market_kg_per_kwh.reset();
  };
  put(out.site);
  for (StageDoc& stage : out.stages)
    if (stage.site)
      put(stage.site);
  return out;
}

ScenarioDoc at_site(const ScenarioDoc& doc, std::string_view id) {
  ScenarioDoc out = in_one_place(doc);
  out.site.emplace().region = std::string(id);
  return out;
}

ScenarioDoc at_pue(const ScenarioDoc& doc, double pue) {
  ScenarioDoc out = doc;
  if (!out.site)
    out.site.emplace();
  out.site->pue = Number{Range::exactly(pue)};
  for (StageDoc& stage : out.stages)
    if (stage.site)
      stage.site->pue = out.site->pue;
  return out;
}

ScenarioDoc in_year(const ScenarioDoc& doc, std::int64_t year) {
  ScenarioDoc out = doc;
  const auto put = [&](std::optional<SiteDoc>& site) {
    if (!site || !(site->region || site->grid) || (site->grid && site->grid->kg_per_kwh))
      return;
    if (!site->grid) {
      const Site* row = catalog::find(catalog::sites(), *site->region);
      if (!row || !row->grid)
        return; // nobody knows where it stands: no grid, and no year of it
      site->grid.emplace();
    }
    site->grid->year = year;
  };
  put(out.site);
  for (StageDoc& stage : out.stages)
    put(stage.site);
  return out;
}

// ---- other devices: the same computation on as many of them

// Speed of all devices of a stage; 0 where it isn't known.
double speed(const PowerDoc& power) {
  double sum = 0;
  for (const DeviceDoc& d : power.devices.value_or(std::vector<DeviceDoc>{})) {
    const DeviceRow* row = device_row(d);
    const auto peak = d.peak_flops ? std::optional{d.peak_flops->range.best}
                      : row        ? catalog::choose_peak(row->peak, d.precision)
                                   : std::nullopt;
    if (!peak)
      return 0;
    sum += static_cast<double>(d.count.value_or(1)) * *peak;
  }
  return sum;
}

std::int64_t devices(const PowerDoc& power) {
  std::int64_t n = 0;
  for (const DeviceDoc& d : power.devices.value_or(std::vector<DeviceDoc>{}))
    n += d.count.value_or(1);
  return n;
}

void scale(std::optional<Number>& number, double by, const Limit& limit) {
  if (!number)
    return;
  Range& r = number->range;
  r = {std::min(r.best * by, limit.max), std::min(r.low * by, limit.max), std::min(r.high * by, limit.max)};
}

// The precision that a stage computes in, where it says so.
std::optional<catalog::Precision> precision(const PowerDoc& power) {
  for (const DeviceDoc& d : power.devices.value_or(std::vector<DeviceDoc>{}))
    if (d.precision)
      return d.precision;
  return std::nullopt;
}

// Empty where the device's draw, or its speed at what the stages compute in, isn't known.
std::optional<ScenarioDoc> on_device(const ScenarioDoc& doc, const DeviceRow& row) {
  if (!row.tdp_w && !row.system_watts)
    return std::nullopt;
  ScenarioDoc out = doc;
  for (StageDoc& stage : out.stages) {
    if (!stage.power || !stage.time)
      continue;
    const auto computes_in = precision(*stage.power);
    const auto peak = catalog::choose_peak(row.peak, computes_in);
    if (!peak)
      return std::nullopt;
    const double slower = speed(*stage.power) / (static_cast<double>(devices(*stage.power)) * *peak);
    scale(stage.time->hours, slower, limits::hours);
    scale(stage.time->device_hours, slower, limits::device_hours);
    const auto& before = *stage.power->devices;
    DeviceDoc device;
    device.device = std::string(row.id);
    if (before.size() > 1 || before[0].count)
      device.count = devices(*stage.power);
    if (stage.time->flop || stage.time->parameters)
      device.precision = computes_in;
    if (before.size() == 1 && before[0].utilisation && row.tdp_w)
      device.utilisation = before[0].utilisation;
    const bool with_host = row.system_watts && !device.utilisation;
    PowerDoc power;
    power.devices.emplace().push_back(std::move(device));
    if (!stage.power->measured_w && !with_host)
      power.node_overhead = stage.power->node_overhead;
    stage.power = std::move(power);
  }
  return out;
}

// A fault if no stage can be moved to another device.
bool can_change_devices(const ScenarioDoc& doc, std::vector<Issue>& issues) {
  const auto fault = [&](const std::string& path, std::string_view remedy) {
    issues.push_back(Issue{code::nothing_to_vary, path}.with("what", "device").with("remedy", remedy));
    return false;
  };
  bool any = false;
  for (std::size_t i = 0; i < doc.stages.size(); ++i) {
    const StageDoc& stage = doc.stages[i];
    const std::string path = "/scenario/stages/" + std::to_string(i);
    if (stage.energy)
      return fault(path + "/energy", "with its energy given, the stage says nothing of its devices");
    if (!stage.power)
      continue;
    if (speed(*stage.power) == 0)
      return fault(path + "/power", "the speed of its devices isn't known: give \"peak_flops\"");
    any = true;
  }
  return any || fault("/scenario/stages", "name the devices");
}

// ---- what is ranked

class Ranking {
public:
  Ranking(const RankDoc& request, const Scenario& here) : request_(request), here_(here) {}

  // The lines with their totals, and how many have none.
  std::vector<Line> lines(std::vector<Issue>& issues, std::int64_t& left_out) {
    switch (request_.over) {
    case Over::grids:
      return grids(left_out);
    case Over::sites:
      return sites(left_out);
    case Over::devices:
      return other_devices(issues, left_out);
    case Over::pue:
      return values();
    case Over::years:
      break;
    }
    return years(issues);
  }

  [[nodiscard]] ScenarioDoc variant(const Line& line) const {
    const ScenarioDoc& doc = request_.scenario;
    switch (request_.over) {
    case Over::grids:
      return on_grid(doc, line.id);
    case Over::sites:
      return at_site(doc, line.id);
    case Over::devices:
      return *on_device(doc, catalog::devices()[line.row]); // it has been moved there before
    case Over::pue:
      return at_pue(doc, *line.value);
    case Over::years:
      break;
    }
    return in_year(doc, static_cast<std::int64_t>(*line.value));
  }

private:
  // Rows that a search finds, or all.
  [[nodiscard]] std::vector<std::size_t> rows(std::vector<std::size_t> (*search)(std::string_view)) const {
    return search(request_.query ? std::string_view(*request_.query) : std::string_view{});
  }

  // Every stage as it is, on another grid: of its inputs only the intensity changes, so nothing is looked up
  // anew.
  std::vector<Line> grids(std::int64_t& left_out) const {
    std::vector<Line> out;
    std::vector<double> x = best_values(here_);
    for (const std::size_t i : rows(catalog::search_grids)) {
      const Grid& row = catalog::grids()[i];
      const auto figure = catalog::choose_figure(row.series, {}, {});
      if (row.kind == catalog::GridKind::historical)
        continue;
      if (!figure || figure.series->basis != catalog::Basis::lifecycle) {
        ++left_out;
        continue;
      }
      for (const Stage& stage : here_.stages)
        x[stage.intensity.index] = figure.kg_per_kwh;
      out.push_back({row.id, row.name, {}, i, all_figures(here_, x).total()});
    }
    return out;
  }

  // All stages in one place. What depends on the place are PUE and intensity, which are put in; at home the
  // hardware's share, too, and then all is looked up.
  std::vector<Line> sites(std::int64_t& left_out) const {
    std::vector<Line> out;
    std::optional<Scenario> moved;
    std::vector<double> x;
    for (const std::size_t i : rows(catalog::search_sites)) {
      const Site& row = catalog::sites()[i];
      const Grid* grid = row.grid ? catalog::find(catalog::grids(), *row.grid) : nullptr;
      if (!grid) {
        ++left_out; // nobody knows where it stands
        continue;
      }
      const auto figure = catalog::choose_figure(grid->series, {}, {});
      if (!figure) {
        ++left_out;
        continue;
      }
      if (row.machine || row.active_share) {
        out.push_back({row.id, row.name, {}, i, best_total(*resolved(at_site(request_.scenario, row.id)))});
        continue;
      }
      if (!moved) {
        moved = resolved(at_site(request_.scenario, row.id));
        x = best_values(*moved);
      }
      const double pue =
          row.pue ? row.pue->value.best : catalog::find(catalog::defaults(), "pue")->value.best;
      for (const Stage& stage : moved->stages)
        x[stage.pue.index] = pue, x[stage.intensity.index] = figure.kg_per_kwh;
      out.push_back({row.id, row.name, {}, i, all_figures(*moved, x).total()});
    }
    return out;
  }

  std::vector<Line> other_devices(std::vector<Issue>& issues, std::int64_t& left_out) const {
    std::vector<Line> out;
    if (!can_change_devices(request_.scenario, issues))
      return out;
    for (const std::size_t i : rows(catalog::search_devices)) {
      const DeviceRow& row = catalog::devices()[i];
      if (row.kind == catalog::DeviceKind::cpu || row.kind == catalog::DeviceKind::system)
        continue;
      const auto there = on_device(request_.scenario, row);
      const auto moved = there ? resolved(*there) : std::nullopt;
      if (moved)
        out.push_back({row.id, row.name, {}, i, best_total(*moved)});
      else
        ++left_out;
    }
    return out;
  }

  std::vector<Line> values() const {
    std::vector<Line> out;
    const auto add = [&](double pue) {
      out.push_back({{}, {}, pue, 0, best_total(*resolved(at_pue(request_.scenario, pue)))});
    };
    if (request_.values)
      std::for_each(request_.values->begin(), request_.values->end(), add);
    else
      for (int tenths = 10; tenths <= 20; ++tenths)
        add(tenths / 10.0);
    return out;
  }

  // The years that the grid of any stage has figures for.
  std::vector<Line> years(std::vector<Issue>& issues) const {
    std::int64_t first = INT64_MAX, last = INT64_MIN;
    for (const Stage& stage : here_.stages) {
      const Input& input = here_.inputs[stage.intensity.index];
      if (input.origin != Origin::catalogue)
        continue;
      constexpr std::string_view table = "grids/";
      const Grid* row =
          catalog::find(catalog::grids(),
                        std::string_view(input.entry).substr(table.size(), input.drawn_by - table.size()));
      // The entry ends with the basis.
      const bool direct =
          input.entry.ends_with(Names<catalog::Basis>::all[static_cast<std::size_t>(catalog::Basis::direct)]);
      const auto basis = direct ? catalog::Basis::direct : catalog::Basis::lifecycle;
      for (const auto& series : row->series)
        if (series.basis == basis) {
          first = std::min(first, series.from);
          last = std::max(last, series.from + static_cast<std::int64_t>(series.kg_per_kwh.size()) - 1);
        }
    }
    std::vector<Line> out;
    if (first > last)
      issues.push_back(Issue{code::nothing_to_vary, "/scenario/site/grid"}
                           .with("what", "year")
                           .with("remedy", "name a region or a grid"));
    for (std::int64_t year = first; year <= last && first <= last; ++year)
      out.push_back(
          {{}, {}, static_cast<double>(year), 0, best_total(*resolved(in_year(request_.scenario, year)))});
    return out;
  }

public:
  // Of a variant of a scenario without faults. Empty where the variant has some.
  static std::optional<Scenario> resolved(const ScenarioDoc& doc) {
    std::vector<Issue> issues, warnings;
    return resolve(doc, issues, warnings);
  }

private:
  const RankDoc& request_;
  const Scenario& here_;
};

} // namespace

Answer<RankingDoc> rank(const RankDoc& request, std::vector<Issue> issues) {
  RankingDoc out;
  const auto here = resolve_part(request.scenario, "/scenario", issues, out.warnings);
  if (!here)
    return {std::move(issues), {}};
  Ranking ranking(request, *here);
  std::vector<Line> lines = ranking.lines(issues, out.left_out);
  if (!issues.empty())
    return {std::move(issues), {}};

  const bool ranges = request.ranges.value_or(false);
  const double most = static_cast<double>(request.most.value_or(static_cast<std::int64_t>(limits::rows.max)));
  const double sampled =
      std::min(most, static_cast<double>(lines.size())) * static_cast<double>(here->stages.size());
  if (ranges && sampled > limits::sampled_stages.max)
    return {{too_many_ranges("/ranges", sampled)}, {}};
  const double kg = best_total(*here);
  out.over = request.over;
  out.here = ranges ? with_spread(*here, kg) : Outcome{kg};
  out.total = static_cast<std::int64_t>(lines.size());
  out.lower = std::count_if(lines.begin(), lines.end(), [&](const Line& l) { return l.kg < kg; });
  std::vector<double> totals;
  for (const Line& line : lines)
    totals.push_back(line.kg);
  for (const std::uint32_t i : ascending(totals)) {
    if (static_cast<double>(out.rows.size()) >= most)
      break;
    const Line& line = lines[i];
    RankRow& row = out.rows.emplace_back();
    row.id = line.id;
    row.name = line.name;
    row.value = line.value;
    row.total_kg =
        ranges ? with_spread(*Ranking::resolved(ranking.variant(line)), line.kg) : Outcome{line.kg};
    row.times = kg == 0 ? 1 : line.kg / kg;
  }
  return {{}, std::move(out)};
}

} // namespace fivecars::documents
