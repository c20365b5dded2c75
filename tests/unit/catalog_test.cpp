// The compiled catalogue as a whole.
#include "support/catch.hpp"
#include "support/scenarios.hpp"

#include "catalog/choose.hpp"
#include "catalog/search.hpp"
#include "documents/read.hpp"
#include "documents/resolve.hpp"
#include "documents/listing.hpp"
#include "documents/nearest_id.hpp"

#include <cmath>
#include <cstdio>
#include <map>
#include <set>
#include <string>

using namespace fivecars;
using documents::Json;
using documents::Table;

namespace {

std::string first(Table table, std::string_view query) {
  const auto found = documents::list(table, query, 1);
  return found.rows.empty() ? "" : std::string(found.rows[0].id);
}

double latest(std::string_view grid) {
  const auto* row = catalog::find(catalog::grids(), grid);
  REQUIRE(row != nullptr);
  return catalog::choose_figure(row->series, {}, {}).kg_per_kwh;
}

std::set<std::string> codes(const std::vector<documents::Issue>& issues) {
  std::set<std::string> all;
  for (const auto& issue : issues)
    all.emplace(issue.code);
  return all;
}

// The range of the intensity that a site has, relative to its best; and whether it is in order.
struct Spread {
  double low = 0, high = 0;
  bool in_order = false;
};
Spread spread_at(const Json& site) {
  const Json scenario{{"schema", "fivecars/scenario/1"},
                      {"stages", {{{"energy", {{"it_kwh", 1}}}}}},
                      {"site", site},
                      {"embodied", false}};
  std::vector<documents::Issue> issues, warnings;
  const auto doc = documents::read<documents::ScenarioDoc>(documents::JsonNode(scenario), issues);
  const auto resolved = documents::resolve(doc, issues, warnings);
  REQUIRE(resolved);
  for (const auto& input : resolved->inputs)
    if (input.symbol == "I") {
      const auto& r = input.value;
      return {r.low / r.best, r.high / r.best, r.low <= r.best && r.best <= r.high && r.low >= 0};
    }
  FAIL("no intensity");
  return {};
}

} // namespace

TEST_CASE("the catalogue covers the world") {
  std::map<catalog::GridKind, int> grids;
  int years = 0, egrid = 0;
  for (const auto& row : catalog::grids()) {
    ++grids[row.kind];
    egrid += row.id.starts_with("egrid/") ? 1 : 0;
    for (const auto& series : row.series)
      years += static_cast<int>(series.kg_per_kwh.size());
  }
  CHECK(grids[catalog::GridKind::country] >= 210);
  CHECK(egrid == 2 * (27 + 1)); // as published and derived, and with grid losses
  CHECK(years > 3200);
  std::map<catalog::DeviceKind, int> devices;
  for (const auto& row : catalog::devices())
    ++devices[row.kind];
  CHECK(devices[catalog::DeviceKind::gpu] + devices[catalog::DeviceKind::tpu] +
            devices[catalog::DeviceKind::accelerator] >=
        150);
  CHECK(devices[catalog::DeviceKind::cpu] >= 60);
  CHECK(catalog::sites().size() >= 179 + 3);
  CHECK(catalog::models().size() >= 45);
}

TEST_CASE("figures come back from the packed tables as the same doubles") {
  // As data/ has them, across the forms that packing knows.
  CHECK(latest("ember/world") == 0.45829);
  CHECK(latest("strubell-2019/US") == 0.43272712098);
  const auto* v100 = catalog::find(catalog::devices(), "nvidia-v100-sxm2-16gb");
  REQUIRE(v100 != nullptr);
  CHECK(v100->tdp_w->best == 300);
  CHECK(v100->peak.fp16 == 125e12);
  CHECK(v100->peak.fp32 == 15.67e12);
  CHECK(v100->price->on_demand_usd_per_hour == 2.48);
  const auto* france = catalog::find(catalog::grids(), "ember/FRA");
  REQUIRE(france != nullptr);
  CHECK(france->series[0].from == 2012);
  CHECK(catalog::choose_figure(france->series, 2018, {}).year == 2018);
}

TEST_CASE("what people type finds what they mean") {
  for (const auto& [typed, id] : std::map<std::string, std::string>{
           {"USA", "ember/USA"},
           {"United States", "ember/USA"},
           {"us", "ember/USA"},
           {"america", "ember/USA"},
           {"uk", "ember/GBR"},
           {"great britain", "ember/GBR"},
           {"Deutschland", "ember/DEU"},
           {"cote d'ivoire", "ember/CIV"},
           {"Côte d’Ivoire", "ember/CIV"},
           {"turkiye", "ember/TUR"},
           {"TURKEY", "ember/TUR"},
           {"world", "ember/world"},
           {"quebec", "eccc/QC"},
           {"Québec", "eccc/QC"},
           {"ember/FRA", "ember/FRA"},
           {"new zea", "ember/NZL"},
           {"CAMX", "egrid/CAMX"},
       }) {
    INFO(typed);
    CHECK(first(Table::grids, typed) == id);
  }
  for (const auto& [typed, id] : std::map<std::string, std::string>{
           {"A100 80GB", "nvidia-a100-sxm4-80gb"},
           {"h100 sxm", "nvidia-h100-sxm5-80gb"},
           {"H100", "nvidia-h100-sxm5-80gb"},
           {"RTX 3090", "nvidia-rtx-3090"},
           {"rtx3090", "nvidia-rtx-3090"},
           {"3090", "nvidia-rtx-3090"},
           {"4090", "nvidia-rtx-4090"},
           {"v100", "nvidia-v100-sxm2-16gb"},
           {"tpu v4", "google-tpu-v4"},
           {"mi250x", "amd-instinct-mi250x"},
           {"t4", "nvidia-t4"},
           {"NVIDIA® GeForce RTX™ 3090", "nvidia-rtx-3090"}, // as its maker writes it
       }) {
    INFO(typed);
    CHECK(first(Table::devices, typed) == id);
  }
  for (const auto& [typed, id] : std::map<std::string, std::string>{
           {"us-east-1", "aws/us-east-1"},
           {"aws us-east-1", "aws/us-east-1"},
           {"us-central1", "gcp/us-central1"},
           {"google iowa", "gcp/us-central1"},
           {"sao paulo aws", "aws/sa-east-1"},
           {"laptop", "own/laptop"},
           {"jean zay", "idris/jean-zay"},
       }) {
    INFO(typed);
    CHECK(first(Table::sites, typed) == id);
  }
  CHECK(first(Table::models, "bert") == "bert-base");
  CHECK(first(Table::models, "gpt3") == "gpt-3");
  CHECK(first(Table::models, "GPT 3") == "gpt-3");
  CHECK(first(Table::models, "llama 2 70b") == "llama-2-70b");
  // A slip is forgiven, but not where something fits as it is.
  CHECK(first(Table::grids, "germny") == "ember/DEU");
  CHECK(first(Table::grids, "quebeck") == "eccc/QC");
  CHECK(documents::list(Table::sites, "frankfrut", 9).total >= 4);
  CHECK(first(Table::models, "chinchila") == "chinchilla-70b");
  CHECK(documents::list(Table::grids, "germany", 9).total == 2); // and the one of the 2019 paper
  CHECK(documents::list(Table::grids, "zzzz", 9).total == 0);
  CHECK(documents::list(Table::devices, "", 5).rows.size() == 5);
  CHECK(documents::list(Table::devices, " - ", 5).total ==
        static_cast<std::int64_t>(catalog::devices().size()));
}

TEST_CASE("case and accents make no difference, in whichever way they are written") {
  CHECK(catalog::folded("São Paulo (GRU)") == "sao paulo gru");
  CHECK(catalog::folded("sa\u0303o  PAULO—gru") == "sao paulo gru");
  CHECK(catalog::folded("Łódź, Ørsted, Çeşme") == "lodz orsted cesme");
  CHECK(catalog::folded("Côte d’Ivoire") == catalog::folded("Cote d'Ivoire"));
  CHECK(catalog::folded("Việt Nam, Đà Nẵng, Ỹ") == "viet nam da nang y");
  CHECK(catalog::folded("Iași, Ț") == "iasi t");
  CHECK(catalog::folded("\uFEFFIntel® Xeon® · EPYC™ 7763") == "intel xeon epyc 7763");
  CHECK(catalog::folded("東京") == "東京");
  CHECK(catalog::folded("\xff\xc3") == "\xff\xc3"); // no UTF-8: nothing breaks
}

TEST_CASE("every row is found first by its own id") {
  for (const auto& row : catalog::grids()) {
    INFO(row.id);
    CHECK(first(Table::grids, row.id) == row.id);
  }
  for (const auto& row : catalog::sites()) {
    INFO(row.id);
    CHECK(first(Table::sites, row.id) == row.id);
  }
  for (const auto& row : catalog::devices()) {
    INFO(row.id);
    CHECK(first(Table::devices, row.id) == row.id);
  }
  for (const auto& row : catalog::models()) {
    INFO(row.id);
    CHECK(first(Table::models, row.id) == row.id);
  }
}

TEST_CASE("every device at every site gives a finite estimate, and only the warnings that are documented") {
  // Documented: a default stands in (PUE where none is published, utilisation, node overhead, the world's
  // grid for a place that nobody knows); a PUE or a grid is an average over more than the region; the
  // accounting's own notes on what is not counted.
  const std::set<std::string> documented{"default-used", "default-grid", "wide-pue", "grid-of-country",
                                         "no-price",     "direct-basis", "no-water", "water-measure"};
  // Slow with sanitizers and in wasm, where one in eleven has to do.
#if defined(__SANITIZE_ADDRESS__) || defined(__EMSCRIPTEN__)
  constexpr long every = 11;
#else
  constexpr long every = 1;
#endif
  long combinations = 0, zeros = 0, without_draw = 0;
  std::map<std::string, long> warned;
  for (const auto& device : catalog::devices()) {
    const bool has_draw = device.tdp_w || device.system_watts;
    without_draw += has_draw ? 0 : 1;
    for (const auto& site : catalog::sites()) {
      ++combinations;
      if (combinations % every != 0)
        continue;
      const Json scenario{
          {"schema", "fivecars/scenario/1"},
          {"stages",
           {{{"time", {{"hours", 1}}}, {"power", {{"devices", {{{"device", device.id}, {"count", 1}}}}}}}}},
          {"site", {{"region", site.id}}},
          {"embodied", false}};
      const auto result = test::calculate(scenario, test::best_alone);
      if (!has_draw) {
        CHECK(codes(result.issues) == std::set<std::string>{"no-figure"});
        continue;
      }
      if (!result.document || !std::isfinite(result.document->estimate.total_kg.best) ||
          result.document->estimate.total_kg.best < 0) {
        INFO(device.id << " at " << site.id);
        CHECK(result.document);
        continue;
      }
      zeros += result.document->estimate.total_kg.best == 0 ? 1 : 0;
      for (const auto& code : codes(result.document->warnings))
        ++warned[code];
    }
  }
  std::printf("\n%ld combinations of device and site, %ld of them with an estimate of 0; %ld devices without "
              "a known draw.\n",
              combinations, zeros, without_draw);
  for (const auto& [code, times] : warned) {
    std::printf("  %-18s %ld\n", code.c_str(), times);
    INFO(code);
    CHECK(documented.contains(code));
  }
  CHECK(combinations == static_cast<long>(catalog::devices().size() * catalog::sites().size()));
  CHECK(zeros == 0);
}

TEST_CASE("every grid gives a finite estimate: positive but for the documented zeros") {
  std::set<std::string> zeros, empty;
  for (const auto& grid : catalog::grids()) {
    INFO(grid.id);
    const Json scenario{{"schema", "fivecars/scenario/1"},
                        {"stages", {{{"energy", {{"it_kwh", 100}}}}}},
                        {"site", {{"grid", {{"id", grid.id}}}, {"pue", 1.2}}},
                        {"embodied", false}};
    const auto result = test::calculate(scenario, test::best_alone);
    if (grid.series.empty()) {
      empty.emplace(grid.id);
      CHECK(codes(result.issues) == std::set<std::string>{"no-figure"});
      continue;
    }
    REQUIRE(result.document);
    const double kg = result.document->estimate.total_kg.best;
    CHECK(std::isfinite(kg));
    CHECK(kg >= 0);
    if (kg == 0)
      zeros.emplace(grid.id);
  }
  // Hydropower alone, by Ember's figures; and the paper's own mixes, which give no intensity.
  CHECK(zeros.size() <= 1);
  CHECK(empty == std::set<std::string>{"strubell-2019/AWS", "strubell-2019/CN", "strubell-2019/DE",
                                       "strubell-2019/Google", "strubell-2019/Microsoft"});
}

TEST_CASE("the derived lifecycle figures lie above the direct ones, and near a third party's for the whole "
          "country") {
  int derived = 0;
  for (const auto& grid : catalog::grids()) {
    for (const auto& series : grid.series) {
      if (!series.derived.value_or(false) || series.basis != catalog::Basis::lifecycle)
        continue;
      ++derived;
      const auto direct = catalog::choose_figure(grid.series, series.from, catalog::Basis::direct);
      INFO(grid.id);
      REQUIRE(direct);
      CHECK(series.kg_per_kwh[0] > direct.kg_per_kwh);
      CHECK(series.kg_per_kwh[0] - direct.kg_per_kwh < 0.2);
    }
  }
  CHECK(derived >= 28 + 10);
  // 349.67 direct + 0.432 * 120 + 0.161 * 60 + 0.005 * 60 + 0.011 * 230 + 0.185 * 12 + 0.057 * 24 + 0.1 * 11
  // + 0.039 * 45 + 0.004 * 38 + 0.006 * 60 (other), in grams
  CHECK(latest("egrid/US") == Approx(0.42094).margin(0.0001));
  CHECK(latest("egrid/US/delivered") == Approx(0.349667100555 / (1 - 0.042)).margin(0.00001));
}

TEST_CASE("a stage that names a region is there, whatever the scenario says of its own place") {
  const auto at = [](const Json& everywhere, const Json& here) {
    const auto e = test::estimate(Json{{"schema", "fivecars/scenario/1"},
                                       {"site", everywhere},
                                       {"stages", {{{"energy", {{"it_kwh", 1000}}}, {"site", here}}}},
                                       {"embodied", false}});
    return std::pair{e->energy_kwh.best, e->operational_kg.best / e->energy_kwh.best};
  };
  const Json virginia{{"region", "aws/us-east-1"}}, france{{"grid", {{"id", "ember/FRA"}}}, {"pue", 1.1}};
  const auto there = at(Json::object(), virginia);
  CHECK(there.second == Approx(latest("egrid/SRVC")));
  CHECK(at(france, virginia) == there);
  // The other way round, key by key: the stage's grid, the region's PUE.
  const auto mixed = at(virginia, {{"grid", {{"id", "ember/FRA"}}}});
  CHECK(mixed.first == there.first);
  CHECK(mixed.second == Approx(latest("ember/FRA")));
  CHECK(at({{"region", "aws/ap-south-1"}}, virginia) == there);
}

TEST_CASE("every figure of every grid has its best between low and high") {
  for (const auto& grid : catalog::grids())
    for (const auto& series : grid.series)
      for (std::size_t i = 0; i < series.kg_per_kwh.size(); ++i) {
        INFO(grid.id << " " << series.from + static_cast<std::int64_t>(i));
        CHECK(spread_at({{"grid",
                          {{"id", grid.id},
                           {"year", series.from + static_cast<std::int64_t>(i)},
                           {"basis", series.basis == catalog::Basis::lifecycle ? "lifecycle" : "direct"}}}})
                  .in_order);
      }
}

TEST_CASE("an intensity is as uncertain as the method has it: by how it came about, else by its height") {
  const auto is = [](const Json& site, double low, double high) {
    INFO(site);
    const Spread s = spread_at(site);
    CHECK(s.low == Approx(low));
    CHECK(s.high == Approx(high));
  };
  is(Json::object(), 0.8, 1.25);                     // the world's
  is({{"grid", {{"id", "ember/DEU"}}}}, 0.8, 1.25);  // over 100 g
  is({{"grid", {{"id", "ember/FRA"}}}}, 0.65, 1.5);  // under 100 g
  is({{"grid", {{"id", "egrid/CAMX"}}}}, 0.85, 1.2); // derived
  is({{"region", "aws/us-east-1"}}, 0.85, 1.2);      // derived, and the subregion is known
  is({{"region", "aws/ap-south-1"}}, 0.5, 2);        // known by a large country alone
  is({{"region", "aws/eu-west-3"}}, 0.65, 1.5);      // by a country that is not so varied
  is({{"grid", {{"kg_per_kwh", 0.4}}}}, 1, 1);       // given
}

TEST_CASE(
    "of two years as near the earlier counts, of two series the better year, without a year the latest") {
  using Series = catalog::Series<catalog::Compiled>;
  std::vector<double> early{0.1, 0.2, 0.3}, late{0.5, 0.6}, direct{0.7};
  const auto series = [](catalog::Basis basis, std::int64_t from, std::vector<double>& values) {
    Series s;
    s.basis = basis;
    s.from = from;
    s.kg_per_kwh = values;
    return s;
  };
  const std::vector<Series> both{series(catalog::Basis::lifecycle, 2012, early),
                                 series(catalog::Basis::lifecycle, 2018, late),
                                 series(catalog::Basis::direct, 2020, direct)};
  const auto year = [&](std::optional<std::int64_t> asked, std::optional<catalog::Basis> basis = {}) {
    return catalog::choose_figure(both, asked, basis).year;
  };
  CHECK(year(2016) == 2014); // 2018 is as near
  CHECK(year(2017) == 2018);
  CHECK(year(2013) == 2013);
  CHECK(year(1999) == 2012);
  CHECK(year({}) == 2019); // and not the direct one of 2020
  CHECK(year({}, catalog::Basis::direct) == 2020);
  CHECK(catalog::choose_figure(both, 2016, {}).kg_per_kwh == 0.3);
  CHECK(catalog::choose_figure(std::span(both).subspan(2), {}, {}).year == 2020);
  CHECK_FALSE(catalog::choose_figure(std::span(both).subspan(2), {}, catalog::Basis::lifecycle));
}

TEST_CASE("the speed in the precision asked for, else in bf16, else in fp16") {
  const catalog::Peak all{1, 2, 3, 4, 5}, old{{}, 2, {}, {}, 5}, none{};
  using P = catalog::Precision;
  CHECK(catalog::choose_peak(all, {}) == 1);
  CHECK(catalog::choose_peak(all, P::bf16) == 1);
  CHECK(catalog::choose_peak(all, P::fp16) == 2);
  CHECK(catalog::choose_peak(all, P::tf32) == 3);
  CHECK(catalog::choose_peak(all, P::fp8) == 4);
  CHECK(catalog::choose_peak(all, P::fp32) == 5);
  CHECK(catalog::choose_peak(old, {}) == 2);
  CHECK_FALSE(catalog::choose_peak(old, P::bf16));
  CHECK_FALSE(catalog::choose_peak(none, {}));
}

TEST_CASE("the water of a grid is its own, else that of its country, else nobody's") {
  const auto litres = [](std::string_view id) {
    const auto* row = catalog::find(catalog::grids(), id);
    REQUIRE(row != nullptr);
    const auto* water = catalog::water_of(*row);
    return water ? water->water->l_per_kwh.best : -1;
  };
  CHECK(litres("ember/FRA") == 3.6737);
  CHECK(litres("ember/world") == 3.908);
  for (const char* in_the_us :
       {"ember/USA", "egrid/CAMX", "egrid/CAMX/delivered", "egrid/US", "strubell-2019/US"})
    CHECK(litres(in_the_us) == 3.1321);
  CHECK(litres("eccc/QC") == 8.1662);
  CHECK(litres("nga/NSW") == 4.7293);
  CHECK(litres("desnz/GB") == 2.329);
  CHECK(litres("cea/IN") == 3.4368);
  CHECK(litres("mee/sichuan") == 6.0065);
  // Nobody gives one for it, and it is a part of nothing.
  CHECK(litres("ember/SGP") == -1);
  CHECK(litres("ember/europe") == -1);
  // What has a country leads to a figure.
  for (const auto& grid : catalog::grids()) {
    INFO(grid.id);
    CHECK((!grid.country || catalog::water_of(grid) != nullptr));
  }
}

TEST_CASE("own machines are whole machines, seldom at work; no other place says what stands there") {
  int whole = 0;
  for (const auto& site : catalog::sites()) {
    INFO(site.id);
    CHECK(site.machine.has_value() == site.active_share.has_value());
    CHECK((!site.machine || site.kind == catalog::SiteKind::own));
    if (!site.machine)
      continue;
    ++whole;
    const auto* kg = catalog::find(catalog::defaults(), *site.machine);
    const auto* share = catalog::find(catalog::defaults(), *site.active_share);
    REQUIRE(kg != nullptr);
    REQUIRE(share != nullptr);
    CHECK(kg->value.best == (site.id == "own/laptop" ? 125 : 226));
    CHECK(share->value.best == 0.2);
  }
  CHECK(whole == 2);
}

TEST_CASE("a large host is an accelerator's in a data centre, from the H100 on; a TPU's counts its own") {
  const auto large = [](std::string_view id) {
    const auto* row = catalog::find(catalog::devices(), id);
    REQUIRE(row != nullptr);
    return row->large_host.value_or(false);
  };
  for (const char* id : {"nvidia-h100-sxm5-80gb", "nvidia-h200-sxm-141gb", "nvidia-gb200",
                         "amd-instinct-mi300x", "intel-gaudi3"})
    CHECK(large(id));
  for (const char* id : {"nvidia-a100-sxm4-80gb", "nvidia-rtx-5090", "nvidia-l40s", "google-tpu-v6e",
                         "amd-instinct-mi250x", "intel-gaudi2"})
    CHECK_FALSE(large(id));
  for (const auto& device : catalog::devices()) {
    INFO(device.id);
    CHECK((!device.large_host || device.kind == catalog::DeviceKind::gpu ||
           device.kind == catalog::DeviceKind::accelerator));
    CHECK((!device.large_host || !device.embodied || !device.embodied->includes_host.value_or(false)));
    // Nobody parts a TPU's own making from the building's: none of them takes a share of a host on top.
    if (device.kind == catalog::DeviceKind::tpu && device.embodied)
      CHECK(device.embodied->includes_host.value_or(false));
  }
}

TEST_CASE("the making of a card is the median of what is published, within its span") {
  const auto card = [](std::string_view id) {
    const auto* row = catalog::find(catalog::devices(), id);
    REQUIRE((row != nullptr && row->embodied));
    return row->embodied->card_kg;
  };
  const auto h100 = card("nvidia-h100-sxm5-80gb");
  CHECK((h100.best == 225 && h100.low == 1312.0 / 8 && h100.high == 273));
  const auto a100 = card("nvidia-a100-sxm4-40gb");
  CHECK((a100.best == (127.6 + 141) / 2 && a100.low == 127.6 && a100.high == 141));
  CHECK(card("nvidia-b200").best == 2274.0 / 8);
  CHECK(card("google-tpu-v6e").best == 323 + 260 + 109);
}

TEST_CASE("a pipeline multiplies a run as its source counts it") {
  const auto times = [](std::string_view id) {
    const auto* row = catalog::find(catalog::pipelines(), id);
    REQUIRE(row != nullptr);
    double sum = 0;
    for (const auto& stage : row->stages) {
      CHECK((stage.times.low <= stage.times.best && stage.times.best <= stage.times.high));
      sum += stage.times.best;
    }
    return sum;
  };
  // One training of 120 GPU-hours, 24 of them, 239,942 in all: the run itself is one.
  CHECK(times("strubell-2019-development") + 1 == Approx(239942.0 / 120).epsilon(1e-4));
  CHECK(catalog::find(catalog::pipelines(), "strubell-2019-development")->stages[0].times.best + 1 == 24);
  CHECK(times("bloom-2022-project") == Approx((1163088.0 - 433196) / 433196).epsilon(1e-3));
  CHECK(times("morrison-2025-development") == Approx(459.0 / 913).epsilon(1e-3));
  CHECK(times("morrison-2026-development") == Approx(0.822 / 0.178).epsilon(1e-3));
}

TEST_CASE("a line of a search has the figure that an estimate would take, and its year") {
  const auto tpu = documents::list(Table::devices, "google-tpu-v2", 1).rows.at(0);
  CHECK(tpu.value == 221); // with its host, not the 280 W of the card
  const auto site = documents::list(Table::sites, "aws/us-east-1", 1).rows.at(0);
  CHECK(site.value == catalog::find(catalog::sites(), "aws/us-east-1")->pue->value.best);
  CHECK(site.year == catalog::find(catalog::sites(), "aws/us-east-1")->pue->year);
}

TEST_CASE("what fits every row brings none to mind") {
  CHECK(documents::nearest_id(" - ", catalog::grids(), catalog::search_grids).empty());
  CHECK(documents::nearest_id("", catalog::grids(), catalog::search_grids).empty());
  CHECK(documents::nearest_id("germany", catalog::grids(), catalog::search_grids) == "ember/DEU");
}

TEST_CASE("a word fits inside another, too, and the name counts for more than the other names") {
  CHECK(first(Table::grids, "ermany") == "ember/DEU");
  const std::string_view by_name[]{"Washington", "x/1"}, by_alias[]{"Other", "x/2", "Washington"};
  const catalog::Query query("washington");
  CHECK(query.score(by_name, false) > query.score(by_alias, false));
}

TEST_CASE("an input names the source of its own figure, and the row and year that it stands in") {
  const auto e = test::estimate(
      Json{{"schema", "fivecars/scenario/1"},
           {"stages",
            {{{"time", {{"flop", 1e20}}},
              {"power", {{"devices", {{{"device", "nvidia-h100-sxm5-80gb"}, {"count", 1}}}}}}}}},
           {"embodied", false}});
  const Json trace = test::json(e.document())["trace"];
  std::map<std::string, Json> operands;
  for (const Json& step : trace)
    for (const Json& operand : step["operands"])
      operands.emplace(operand["symbol"].get<std::string>(), operand);
  CHECK(operands.at("TDP")["source"] == "epoch-hardware");
  CHECK(operands.at("peak")["source"] == "nvidia-h100-whitepaper");
  CHECK(operands.at("I")["entry"] == "grids/ember/world/2025/lifecycle");
}

TEST_CASE("a province has a derived lifecycle figure of every year of its direct ones") {
  const auto* row = catalog::find(catalog::grids(), "eccc/BC");
  REQUIRE(row != nullptr);
  for (const std::int64_t year : {2023, 2025, 2026})
    CHECK(catalog::choose_figure(row->series, year, {}).year == year);
}
