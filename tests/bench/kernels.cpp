#include "kernels.hpp"

#include "accounting/draw.hpp"
#include "accounting/draws.hpp"
#include "accounting/estimate.hpp"
#include "accounting/percentiles.hpp"
#include "accounting/points.hpp"
#include "accounting/sensitivity.hpp"
#include "accounting/uncertainty.hpp"
#include "documents/calculate.hpp"
#include "documents/listing.hpp"
#include "documents/node_json.hpp"
#include "documents/what_if.hpp"

#include <cstdlib>
#include <string>

namespace fivecars::bench {
namespace {

// Five stages, as a project has them, and 12 inputs of which nobody is sure: hours, draws, utilisations, and
// of the place and the hardware what all stages share.
constexpr std::string_view text = R"({
  "schema": "fivecars/scenario/1",
  "title": "Five stages",
  "stages": [
    {"name": "prototypes", "runs": 40,
     "time": {"hours": {"best": 6, "low": 4, "high": 9}},
     "power": {"devices": [{"device": "nvidia-v100-sxm2-16gb", "count": 4,
                            "utilisation": {"best": 0.6, "low": 0.4, "high": 0.8}}],
               "node_overhead": {"best": 1.6, "low": 1.3, "high": 2}}},
    {"name": "search", "runs": 24,
     "time": {"device_hours": {"best": 960, "low": 800, "high": 1200}},
     "power": {"measured_w": {"best": 2150, "low": 1900, "high": 2500}, "scope": "accelerators",
               "devices": [{"device": "nvidia-v100-sxm2-16gb", "count": 8}],
               "node_overhead": 1.5}},
    {"name": "final run",
     "time": {"parameters": 1.5e9, "tokens": 4e10, "epochs": 1.5, "mfu": {"best": 0.37, "low": 0.3, "high": 0.45}},
     "power": {"devices": [{"device": "nvidia-a100-sxm4-80gb", "count": 64, "utilisation": 0.9}],
               "host_w": {"best": 4000, "low": 3000, "high": 6000}}},
    {"name": "fine-tuning", "runs": 5,
     "time": {"hours": 11},
     "power": {"devices": [{"device": "nvidia-a100-sxm4-80gb", "count": 8, "watts": 330},
                           {"device": "google-tpu-v3", "count": 8, "system_watts": 283}],
               "node_overhead": 1.5}},
    {"name": "evaluation", "energy": {"meter_kwh": 1250}}
  ],
  "site": {
    "grid": {"kg_per_kwh": {"best": 0.38, "low": 0.34, "high": 0.43}},
    "pue": {"best": 1.12, "low": 1.06, "high": 1.25},
    "wue_l_per_kwh": 0.2, "ewif_l_per_kwh": 3.1, "market_kg_per_kwh": 0.013
  },
  "embodied": {"card_kg": {"best": 150, "low": 100, "high": 250},
               "host_share_kg": 160,
               "lifetime_years": {"best": 4, "low": 3, "high": 6}, "active_share": {"best": 0.6, "low": 0.4, "high": 0.85}},
  "prices": {"electricity_usd_per_kwh": 0.117},
  "per": {"unit": "run", "count": 1}
})";

// Nothing can be measured where this fails.
[[noreturn]] void impossible() { std::abort(); }

const documents::Json& json() {
  static const documents::Json parsed = documents::Json::parse(text, nullptr, false);
  return parsed;
}

const documents::ScenarioDoc& document() {
  static const documents::ScenarioDoc read = [] {
    std::vector<documents::Issue> issues;
    auto out = documents::read<documents::ScenarioDoc>(documents::JsonNode(json()), issues);
    return issues.empty() ? out : (impossible(), out);
  }();
  return read;
}

accounting::Scenario resolved() {
  std::vector<documents::Issue> issues, warnings;
  auto scenario = documents::resolve(document(), issues, warnings);
  if (!scenario)
    impossible();
  return std::move(*scenario);
}

const accounting::Scenario& scenario() {
  static const accounting::Scenario made = resolved();
  return made;
}

const accounting::Draws& draws() {
  static const accounting::Draws made = accounting::draws(scenario());
  return made;
}

constexpr accounting::Ask best_alone{.trace = false, .ranges = false};
constexpr accounting::Ask with_ranges{.trace = false, .ranges = true};

double sum(const std::optional<accounting::Spread>& s) { return s ? s->low + s->median + s->high : 0; }

double best() { return accounting::estimate(scenario(), best_alone).total_kg.best; }

double best_from_document() {
  const auto made = documents::calculate(documents::JsonNode(json()), best_alone);
  return made.document ? made.document->estimate.total_kg.best : (impossible(), 0.0);
}

double ranges() {
  const accounting::Estimate e = accounting::estimate(scenario(), with_ranges);
  return sum(e.total_kg.spread) + sum(e.equivalents.back().count.spread) + e.sensitivity[0].total_kg_high;
}

double all_from_document() {
  const auto made = documents::calculate(documents::JsonNode(json()));
  if (!made.document)
    impossible();
  const auto& e = made.document->estimate;
  return sum(e.total_kg.spread) + static_cast<double>(e.trace.size());
}

double read_document() {
  std::vector<documents::Issue> issues;
  const auto read = documents::read<documents::ScenarioDoc>(documents::JsonNode(json()), issues);
  return static_cast<double>(read.stages.size() + issues.size());
}

double resolve() { return static_cast<double>(resolved().inputs.size()); }

double draws_of() { return static_cast<double>(accounting::draws(scenario()).drawn.size()); }

double sample() { return sum(accounting::sample(scenario(), draws()).total); }

double sensitivity() { return accounting::sensitivity(scenario(), draws())[0].total_kg_high; }

// A column of samples, as a skewed input has it.
constexpr accounting::Draw skewed{{0.38, 0.2, 0.9}, 0};

double draw() {
  static std::vector<double> x(accounting::point_count);
  accounting::draw(skewed, accounting::normals(0), x.data());
  return x[0] + x[accounting::point_count - 1];
}

const std::vector<double>& column() {
  static const std::vector<double> made = [] {
    std::vector<double> x(accounting::point_count);
    accounting::draw(skewed, accounting::normals(1), x.data());
    return x;
  }();
  return made;
}

double percentiles() { return sum(accounting::percentiles(column())); }

double histogram() { return static_cast<double>(accounting::histogram(column()).counts[7]); }

// One search for each letter that is typed.
double typed(documents::Table table, std::string_view query) {
  double found = 0;
  for (std::size_t n = 1; n <= query.size(); ++n)
    found += static_cast<double>(documents::list(table, query.substr(0, n), 20).total);
  return found;
}
double search_devices() { return typed(documents::Table::devices, "a100"); }
double search_sites() { return typed(documents::Table::sites, "frankf"); }

// What if. Documents that are read already, as with the estimate.
template <class Document>
Document of(documents::Answer<Document> answer) {
  if (!answer.document)
    impossible();
  return std::move(*answer.document);
}

documents::RankingDoc ranked(documents::Over over) {
  static documents::RankDoc request{.scenario = document()};
  request.over = over;
  return of(documents::rank(request, {}));
}
// Every grid and every site.
double rank() {
  const auto grids = ranked(documents::Over::grids), sites = ranked(documents::Over::sites);
  return grids.rows[0].total_kg.best + sites.rows[0].total_kg.best + static_cast<double>(grids.rows.size()) +
         static_cast<double>(sites.rows.size());
}

double solve() {
  static const documents::SolveDoc request = [] {
    documents::SolveDoc out{.scenario = document()};
    out.quantity = documents::SolveFor::runs;
    out.budget.kg = 20000;
    return out;
  }();
  return of(documents::solve(request, {})).value->spread->median;
}

// Against the same with another grid and another PUE.
double diff() {
  static const documents::DiffDoc request = [] {
    documents::DiffDoc out{.from = document(), .to = document()};
    out.to.site->grid->kg_per_kwh = documents::Number{accounting::Range{0.02, 0.015, 0.03}};
    out.to.site->pue = documents::Number{accounting::Range::exactly(1.4)};
    return out;
  }();
  return -of(documents::diff(request, {})).difference_kg.spread->median;
}

constexpr Kernel all[] = {
    {"best", "estimate, best values", best},
    {"ranges", "estimate with ranges, points kept", ranges},
    {"best_from_document", "document to estimate, best values", best_from_document},
    {"all_from_document", "document to estimate, ranges and steps", all_from_document},
    {"read", "  read the document", read_document},
    {"resolve", "  resolve it", resolve},
    {"draws", "  find what varies together", draws_of},
    {"sample", "  sample all figures, with percentiles", sample},
    {"sensitivity", "  sensitivity", sensitivity},
    {"draw", "    draw one input", draw},
    {"percentiles", "    percentiles of one figure", percentiles},
    {"histogram", "    histogram of one figure", histogram},
    {"search_devices", "search devices, typing \"a100\"", search_devices},
    {"search_sites", "search sites, typing \"frankf\"", search_sites},
    {"rank", "rank all grids and all sites, best values", rank},
    {"solve", "solve for the runs, with its range", solve},
    {"diff", "difference of two, with its range", diff},
};

} // namespace

std::span<const Kernel> kernels() { return all; }

const Kernel* find(std::string_view name) {
  for (const Kernel& kernel : all)
    if (kernel.name == name)
      return &kernel;
  return nullptr;
}

Size size() {
  Size out{scenario().stages.size(), 0, 0, 0};
  out.ranked = ranked(documents::Over::grids).rows.size() + ranked(documents::Over::sites).rows.size();
  for (const accounting::Drawn& drawn : draws().drawn) {
    const std::string_view key = accounting::draw_key(scenario().inputs[drawn.front()]);
    ++(key.starts_with("equivalents/") ? out.equivalents : out.inputs);
  }
  return out;
}

std::string_view scenario_text() { return text; }

} // namespace fivecars::bench
