// Rank, solve, diff and compare against ordinary estimates and against each other.
#include "support/catch.hpp"
#include "support/scenarios.hpp"

#include "accounting/figures.hpp"
#include "accounting/uncertainty.hpp"
#include "catalog/choose.hpp"
#include "documents/catalogue_shapes.hpp"
#include "documents/resolve.hpp"
#include "documents/what_if.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <optional>
#include <random>
#include <string>
#include <vector>

using namespace fivecars;
using namespace fivecars::documents;
using accounting::Outcome;
using accounting::Solved;

namespace {

template <class Request, class Document>
Document answered(const Json& request, Answer<Document> (*call)(const Request&, std::vector<Issue>)) {
  auto result = answer(JsonNode(request), call);
  std::string all;
  for (const Issue& issue : result.issues)
    all += message(issue) + "\n";
  INFO(all << request.dump());
  REQUIRE(result.document);
  return *std::move(result.document);
}

template <class Request, class Document>
std::vector<std::string> faults(const Json& request,
                                Answer<Document> (*call)(const Request&, std::vector<Issue>)) {
  const auto result = answer(JsonNode(request), call);
  CHECK_FALSE(result.document);
  std::vector<std::string> all;
  for (const Issue& issue : result.issues)
    all.push_back(message(issue));
  return all;
}

RankingDoc ranked(const Json& scenario, const std::string& over, Json more = Json::object()) {
  more.update({{"schema", "fivecars/rank/1"}, {"scenario", scenario}, {"over", over}});
  return answered(more, &rank);
}

SolutionDoc solved(const Json& scenario, const std::string& quantity, Json budget,
                   std::optional<int> stage = std::nullopt) {
  Json request{{"schema", "fivecars/solve/1"},
               {"scenario", scenario},
               {"for", quantity},
               {"budget", std::move(budget)}};
  if (stage)
    request["stage"] = *stage;
  return answered(request, &solve);
}

DifferenceDoc difference(const Json& from, const Json& to) {
  return answered(Json{{"schema", "fivecars/diff/1"}, {"from", from}, {"to", to}}, &diff);
}

Json bert() { return test::model_scenario("bert-base"); }
Json bert_on_one_basis() {
  return Json::parse(catalog::find(catalog::publications(), "bert-base")->one_basis->json);
}

// Several stages: one with a place of its own, one that is a multiple, one that is a multiple elsewhere, and
// one whose energy is known at the meter.
Json many_stages() {
  return Json::parse(R"({"schema": "fivecars/scenario/1", "ranges": "typical",
    "stages": [
      {"name": "a", "runs": 3, "time": {"hours": 50},
       "power": {"devices": [{"device": "nvidia-v100-sxm2-16gb", "count": 8}]}},
      {"name": "b", "time": {"hours": 20}, "site": {"region": "aws/eu-west-3"},
       "power": {"devices": [{"device": "nvidia-a100-sxm4-80gb", "count": 16, "utilisation": 0.6}]}},
      {"name": "c", "like": {"stage": 0, "times": 2.5}},
      {"name": "d", "like": {"stage": 0, "times": 0.5}, "site": {"grid": {"id": "ember/POL"}, "pue": 1.3}},
      {"name": "e", "energy": {"meter_kwh": 800}, "time": {"device_hours": 300}, "site": {"pue": 1.15}}],
    "site": {"region": "gcp/us-central1"}})");
}
// The same without the stage that says nothing of its devices.
Json many_machines() {
  Json scenario = many_stages();
  scenario["stages"].erase(4);
  return scenario;
}

void check_same(const Outcome& a, const Outcome& b, double within = 1e-2) {
  CHECK(a.best == Approx(b.best).epsilon(1e-12));
  REQUIRE(a.spread);
  REQUIRE(b.spread);
  // The same inputs may stand in another order, and then they are sampled by other points.
  CHECK(a.spread->low == Approx(b.spread->low).epsilon(within));
  CHECK(a.spread->median == Approx(b.spread->median).epsilon(within));
  CHECK(a.spread->high == Approx(b.spread->high).epsilon(within));
}

// Each row of a ranking against the scenario that somebody would write for it. `ranges_of`: every so many-th
// row with its percentiles.
void check_rows(const Json& scenario, const std::string& over, Json more,
                const std::function<Json(const RankRow&)>& by_hand) {
  const RankingDoc plain = ranked(scenario, over, more);
  REQUIRE(!plain.rows.empty());
  CHECK(plain.here.best == test::estimate(scenario, test::best_alone)->total_kg.best);
  double before = 0;
  std::int64_t lower = 0;
  for (const RankRow& row : plain.rows) {
    INFO(over << " " << row.id << " " << row.value.value_or(0));
    const double expected = test::estimate(by_hand(row), test::best_alone)->total_kg.best;
    CHECK(row.total_kg.best == Approx(expected).epsilon(1e-12));
    CHECK(row.times == Approx(expected / plain.here.best).epsilon(1e-12));
    CHECK_FALSE(row.total_kg.spread);
    CHECK(before <= row.total_kg.best);
    before = row.total_kg.best;
    lower += row.total_kg.best < plain.here.best ? 1 : 0;
  }
  CHECK(plain.total == static_cast<std::int64_t>(plain.rows.size()));
  CHECK(plain.lower == lower);

  more["ranges"] = true;
  more["most"] = 3;
  const RankingDoc sampled = ranked(scenario, over, more);
  REQUIRE(sampled.rows.size() == std::min<std::size_t>(3, plain.rows.size()));
  CHECK(sampled.total == plain.total);
  CHECK(sampled.lower == plain.lower);
  check_same(sampled.here, test::estimate(scenario)->total_kg);
  for (const RankRow& row : sampled.rows) {
    INFO(over << " " << row.id << " " << row.value.value_or(0));
    check_same(row.total_kg, test::estimate(by_hand(row))->total_kg);
  }
}

std::vector<Json> scenarios_of_all_kinds() {
  return {bert(), bert_on_one_basis(), many_stages(),
          Json::parse(R"({"schema": "fivecars/scenario/1", "embodied": false,
            "stages": [{"time": {"hours": 3}, "power": {"measured_w": 500}}]})")};
}

} // namespace

// ---- rank

TEST_CASE("a ranking over grids says what the scenario on each grid emits") {
  for (const Json& scenario : scenarios_of_all_kinds())
    check_rows(scenario, "grids", Json::object(), [&](const RankRow& row) {
      Json s = scenario;
      const auto put = [&](Json& site) {
        if (site.is_null())
          site = Json::object();
        site.erase("ewif_l_per_kwh");
        site.erase("market_kg_per_kwh");
        site["grid"] = {{"id", row.id}};
      };
      put(s["site"]);
      for (Json& stage : s["stages"])
        if (stage.contains("site"))
          put(stage["site"]);
      return s;
    });
}

TEST_CASE("a ranking over sites says what the scenario at each site emits") {
  for (const Json& scenario : scenarios_of_all_kinds())
    check_rows(scenario, "sites", Json::object(), [&](const RankRow& row) {
      Json s = scenario;
      s["site"] = {{"region", row.id}};
      for (Json& stage : s["stages"])
        stage.erase("site");
      return s;
    });
}

TEST_CASE("a ranking over PUE says what the scenario at each PUE emits") {
  const auto by_hand = [](const Json& scenario) {
    return [&scenario](const RankRow& row) {
      Json s = scenario;
      s["site"]["pue"] = *row.value;
      for (Json& stage : s["stages"])
        if (stage.contains("site"))
          stage["site"]["pue"] = *row.value;
      return s;
    };
  };
  for (const Json& scenario : scenarios_of_all_kinds()) {
    check_rows(scenario, "pue", Json::object(), by_hand(scenario));
    check_rows(scenario, "pue", {{"values", {3, 1.05, 1.7}}}, by_hand(scenario));
  }
  CHECK(ranked(bert(), "pue").rows.size() == 11);
}

TEST_CASE("a ranking over years says what the scenario in each year of its grids emits") {
  const auto check = [](const Json& scenario, std::size_t years, const std::function<void(Json&, int)>& put) {
    check_rows(scenario, "years", Json::object(), [&](const RankRow& row) {
      Json s = scenario;
      put(s, static_cast<int>(*row.value));
      return s;
    });
    CHECK(ranked(scenario, "years").rows.size() == years);
  };
  const auto years_of = [](const char* id, catalog::Basis basis) {
    std::int64_t first = 9999, last = 0;
    for (const auto& series : catalog::find(catalog::grids(), id)->series)
      if (series.basis == basis) {
        first = std::min(first, series.from);
        last = std::max(last, series.from + static_cast<std::int64_t>(series.kg_per_kwh.size()) - 1);
      }
    return static_cast<std::size_t>(last - first + 1);
  };
  Json france = bert();
  france["site"] = {{"grid", {{"id", "ember/FRA"}}}};
  check(france, years_of("ember/FRA", catalog::Basis::lifecycle),
        [](Json& s, int year) { s["site"]["grid"]["year"] = year; });
  check(many_stages(), years_of("ember/POL", catalog::Basis::lifecycle), [](Json& s, int year) {
    s["site"]["grid"] = {{"year", year}};
    for (Json& stage : s["stages"])
      if (stage.contains("site") && (stage["site"].contains("region") || stage["site"].contains("grid")))
        stage["site"]["grid"]["year"] = year;
  });

  // On the basis that was asked for, its years count.
  const auto& all = catalog::grids();
  const auto both = std::find_if(all.begin(), all.end(), [&](const auto& row) {
    const auto has = [&](catalog::Basis basis) {
      return std::any_of(row.series.begin(), row.series.end(),
                         [&](const auto& series) { return series.basis == basis; });
    };
    return has(catalog::Basis::direct) && has(catalog::Basis::lifecycle) &&
           years_of(std::string(row.id).c_str(), catalog::Basis::direct) !=
               years_of(std::string(row.id).c_str(), catalog::Basis::lifecycle);
  });
  if (both != all.end()) {
    Json direct = bert();
    direct["site"] = {{"grid", {{"id", both->id}, {"basis", "direct"}}}};
    check(direct, years_of(std::string(both->id).c_str(), catalog::Basis::direct),
          [](Json& s, int year) { s["site"]["grid"]["year"] = year; });
  }
}

TEST_CASE("a ranking over devices does the same computation on as many of each device") {
  const auto peak_of = [](std::string_view id, std::optional<catalog::Precision> precision) {
    return *catalog::choose_peak(catalog::find(catalog::devices(), id)->peak, precision);
  };
  const auto on = [&](const Json& scenario) {
    return [&scenario, peak_of](const RankRow& row) {
      Json s = scenario;
      for (Json& stage : s["stages"]) {
        if (!stage.contains("power"))
          continue;
        // Each stage in the precision that it says.
        const bool fp32 = stage["power"]["devices"][0].value("precision", "") == "fp32";
        const auto precision = fp32 ? std::optional{catalog::Precision::fp32} : std::nullopt;
        const auto* to = catalog::find(catalog::devices(), row.id);
        Json& power = stage["power"];
        double speed = 0;
        std::int64_t count = 0;
        for (const Json& d : power["devices"]) {
          speed += d.value("count", 1) * peak_of(d["device"].get<std::string>(), precision);
          count += d.value("count", 1);
        }
        for (const char* name : {"hours", "device_hours"})
          if (stage["time"].contains(name))
            stage["time"][name] = stage["time"][name].get<double>() * speed /
                                  (static_cast<double>(count) * peak_of(row.id, precision));
        Json device{{"device", row.id}};
        if (power["devices"].size() > 1 || power["devices"][0].contains("count"))
          device["count"] = count;
        if (power["devices"].size() == 1 && power["devices"][0].contains("utilisation") && to->tdp_w)
          device["utilisation"] = power["devices"][0]["utilisation"];
        if (precision && (stage["time"].contains("flop") || stage["time"].contains("parameters")))
          device["precision"] = "fp32";
        Json after{{"devices", {device}}};
        const bool with_host = to->system_watts && !device.contains("utilisation");
        if (power.contains("node_overhead") && !power.contains("measured_w") && !with_host)
          after["node_overhead"] = power["node_overhead"];
        power = after;
      }
      return s;
    };
  };
  const Json machines = many_machines();
  check_rows(machines, "devices", Json::object(), on(machines));
  const Json one = bert_on_one_basis();
  check_rows(one, "devices", {{"query", "nvidia"}}, on(one));
  const Json computed = Json::parse(R"({"schema": "fivecars/scenario/1",
    "stages": [{"time": {"parameters": 7e9, "tokens": 2e12, "mfu": 0.4},
                "power": {"devices": [{"device": "nvidia-a100-sxm4-80gb", "count": 512, "precision": "fp32"}],
                          "node_overhead": 1.4}},
               {"time": {"device_hours": 900}, "power": {"devices": [{"device": "nvidia-v100-sxm2-16gb"}]}}]})");
  check_rows(computed, "devices", Json::object(), on(computed));
}

TEST_CASE("a ranking of a run over its own devices has that run in it") {
  Json scenario = many_machines();
  scenario["stages"].erase(1);
  for (Json& stage : scenario["stages"])
    if (stage.contains("like"))
      stage["like"]["stage"] = 0;
  const RankingDoc all = ranked(scenario, "devices");
  const auto own = std::find_if(all.rows.begin(), all.rows.end(),
                                [](const RankRow& row) { return row.id == "nvidia-v100-sxm2-16gb"; });
  REQUIRE(own != all.rows.end());
  CHECK(own->total_kg.best == Approx(all.here.best).epsilon(1e-12));
}

TEST_CASE("a query leaves only what a search for it finds") {
  const RankingDoc found = ranked(bert(), "grids", {{"query", "france"}});
  REQUIRE(!found.rows.empty());
  CHECK(found.rows[0].id == "ember/FRA");
  CHECK(found.rows.size() < 5);
  CHECK(ranked(bert(), "grids", {{"query", "Mordor"}}).rows.empty());
}

TEST_CASE("what can't be ranked is a fault that says what would help") {
  const auto of = [](const Json& scenario, const char* over) {
    return faults(Json{{"schema", "fivecars/rank/1"}, {"scenario", scenario}, {"over", over}}, &rank);
  };
  using Texts = std::vector<std::string>;
  Json own = bert();
  own["site"]["grid"] = {{"kg_per_kwh", 0.4}};
  CHECK(of(own, "years") == Texts{"/scenario/site/grid: there is no year to vary; name a region or a grid"});
  CHECK(of(many_stages(), "devices") ==
        Texts{"/scenario/stages/4/energy: there is no device to vary; with its "
              "energy given, the stage says nothing of its devices"});
  const Json unnamed = Json::parse(R"({"schema": "fivecars/scenario/1",
    "stages": [{"time": {"hours": 3}, "power": {"devices": [{"watts": 300, "count": 2}]}}]})");
  CHECK(of(unnamed, "devices") ==
        Texts{"/scenario/stages/0/power: there is no device to vary; the speed of its "
              "devices isn't known: give \"peak_flops\""});
  // What only follows from an earlier fault isn't told.
  CHECK(faults(Json{{"schema", "fivecars/rank/1"}, {"over", "years"}}, &rank) ==
        Texts{"\"scenario\" is missing"});
  CHECK(faults(Json{{"schema", "fivecars/rank/1"}, {"scenario", 5}, {"over", "devices"}}, &rank).size() == 1);
}

// ---- solve

namespace {

// A scenario with everything that is looked for put to the value, by the accounting itself.
struct Forwards {
  accounting::Scenario scenario;
  std::vector<double> x;

  explicit Forwards(const Json& json) {
    std::vector<Issue> issues, warnings;
    const auto doc = read<ScenarioDoc>(JsonNode(json), issues);
    scenario = *resolve(doc, issues, warnings);
    x = accounting::best_values(scenario);
  }
  std::uint32_t at(const std::string& path) const {
    for (std::uint32_t i = 0; i < scenario.inputs.size(); ++i)
      if (scenario.inputs[i].path == path)
        return i;
    FAIL("no number at " << path);
    return 0;
  }
  [[nodiscard]] double total() const { return accounting::all_figures(scenario, x).total(); }
};

double uniform(std::mt19937_64& random, double from, double to) {
  return from + (to - from) * static_cast<double>(random() >> 11) * 0x1p-53;
}
double by_ratio(std::mt19937_64& random, double from, double to) {
  return from * std::exp(uniform(random, 0, std::log(to / from)));
}

// Runs and counts are written out, so that their inputs can be found.
Json random_scenario(std::mt19937_64& random, bool with_energy = true) {
  Json s{{"schema", "fivecars/scenario/1"}, {"stages", Json::array()}};
  if (random() % 3 == 0)
    s["embodied"] = false;
  else if (random() % 3 == 0)
    s["ranges"] = "typical";
  s["site"] = {{"pue", uniform(random, 1, 2)}, {"grid", {{"kg_per_kwh", by_ratio(random, 0.02, 1)}}}};
  const int stages = 1 + static_cast<int>(random() % 4);
  for (int i = 0; i < stages; ++i) {
    Json stage{{"runs", 1 + random() % 9}};
    const auto kind = random() % (with_energy ? 5 : 4);
    const Json device{{"device", random() % 2 == 0 ? "nvidia-v100-sxm2-16gb" : "nvidia-a100-sxm4-80gb"},
                      {"count", 1 + random() % 512}};
    if (kind == 4) {
      stage["energy"] = {{random() % 2 == 0 ? "it_kwh" : "meter_kwh", by_ratio(random, 1, 1e6)}};
      if (random() % 2 == 0)
        stage["time"] = {{"hours", by_ratio(random, 1, 1e4)}};
    } else {
      stage["power"] = {{"devices", {device}}};
      if (random() % 2 == 0)
        stage["power"]["node_overhead"] = uniform(random, 1, 2);
      if (kind == 0)
        stage["time"] = {{"device_hours", by_ratio(random, 1, 1e6)}};
      else if (kind == 1)
        stage["time"] = {{"flop", by_ratio(random, 1e15, 1e24)}, {"mfu", uniform(random, 0.1, 0.6)}};
      else
        stage["time"] = {{"hours", by_ratio(random, 0.1, 1e4)}};
      if (random() % 3 == 0)
        stage["power"]["devices"].push_back(
            {{"watts", 120}, {"count", 1 + random() % 9}, {"peak_flops", 1e13}});
    }
    if (random() % 3 == 0)
      stage["site"] = {{"grid", {{"kg_per_kwh", by_ratio(random, 0.02, 1)}}}};
    s["stages"].push_back(std::move(stage));
  }
  return s;
}

void check_spread(const SolutionDoc& s) {
  if (!s.value->spread)
    return;
  CHECK(s.value->spread->low <= s.value->spread->median);
  CHECK(s.value->spread->median <= s.value->spread->high);
}

} // namespace

TEST_CASE("what is solved for meets the budget when it is put in: runs") {
  std::mt19937_64 random(1);
  for (int i = 0; i < 150 / test::fewer; ++i) {
    const Json scenario = random_scenario(random);
    INFO(scenario.dump());
    const auto stages = scenario["stages"].size();
    const double total = test::estimate(scenario, test::best_alone)->total_kg.best;
    // Of the whole: so many times all of it.
    const double budget = total * by_ratio(random, 1e-3, 1e3);
    const SolutionDoc all = solved(scenario, "runs", {{"kg", budget}});
    REQUIRE(all.status == Solved::found);
    CHECK(all.value->best == Approx(budget / total).epsilon(1e-9));
    CHECK(*all.whole == std::floor(budget / total * (1 + 1e-12)));
    CHECK(*all.total_kg == Approx(budget).epsilon(1e-9));
    check_spread(all);
    // Of one stage.
    const auto stage = random() % stages;
    Forwards forwards(scenario);
    const auto runs = forwards.at("/stages/" + std::to_string(stage) + "/runs");
    forwards.x[runs] = 0;
    const double others = forwards.total();
    const double more = others + total * by_ratio(random, 1e-6, 1e3);
    const SolutionDoc one = solved(scenario, "runs", {{"kg", more}}, static_cast<int>(stage));
    forwards.x[runs] = 1e9;
    if (forwards.total() < more) {
      CHECK(one.status == Solved::never);
      continue;
    }
    REQUIRE(one.status == Solved::found);
    forwards.x[runs] = one.value->best;
    CHECK(forwards.total() == Approx(more).epsilon(1e-9));
    forwards.x[runs] = *one.whole;
    CHECK(forwards.total() <= more * (1 + 1e-11));
    forwards.x[runs] = *one.whole + 1;
    CHECK(forwards.total() > more * (1 - 1e-11));
    check_spread(one);
    // Less than the others emit is over, whatever the runs.
    if (others > 0)
      CHECK(solved(scenario, "runs", {{"kg", others * 0.99}}, static_cast<int>(stage)).status ==
            Solved::over);
  }
}

TEST_CASE("what is solved for meets the budget when it is put in: hours and intensity") {
  std::mt19937_64 random(2);
  int found_hours = 0, found_intensity = 0;
  for (int i = 0; i < 300 / test::fewer; ++i) {
    Json scenario = random_scenario(random);
    INFO(scenario.dump());
    const double total = test::estimate(scenario, test::best_alone)->total_kg.best;
    const double budget = total * by_ratio(random, 0.1, 10);
    const int stage = static_cast<int>(random() % scenario["stages"].size());
    Json& at = scenario["stages"][static_cast<std::size_t>(stage)];

    if (at.contains("time") && !at["time"].contains("flop")) {
      const SolutionDoc s = solved(scenario, "hours", {{"kg", budget}}, stage);
      if (s.status == Solved::found) {
        ++found_hours;
        Json put = scenario;
        Json& time = put["stages"][static_cast<std::size_t>(stage)]["time"];
        double devices = 0;
        if (at.contains("power"))
          for (const Json& d : at["power"]["devices"])
            devices += d["count"].get<double>();
        if (time.contains("hours"))
          time["hours"] = s.value->best;
        else
          time["device_hours"] = s.value->best * devices;
        CHECK(test::estimate(put, test::best_alone)->total_kg.best == Approx(budget).epsilon(1e-9));
        CHECK(*s.total_kg == Approx(budget).epsilon(1e-9));
        check_spread(s);
        if (scenario["stages"].size() == 1)
          CHECK(solved(scenario, "hours", {{"kg", budget}}).value->best == s.value->best);
      } else if (s.status == Solved::over) {
        CHECK(*s.least_kg > budget);
      } else if (s.status == Solved::never) {
        CHECK(*s.most_kg < budget);
      } else {
        CHECK((at.contains("energy") && *s.least_kg == Approx(*s.most_kg)));
      }
    }

    const bool alone = random() % 2 == 0;
    const SolutionDoc s =
        solved(scenario, "intensity", {{"kg", budget}}, alone ? std::optional{stage} : std::nullopt);
    if (s.status == Solved::found) {
      ++found_intensity;
      Json put = scenario;
      const Json grid{{"kg_per_kwh", s.value->best}};
      if (alone) {
        put["stages"][static_cast<std::size_t>(stage)]["site"]["grid"] = grid;
      } else {
        put["site"]["grid"] = grid;
        for (Json& each : put["stages"])
          if (each.contains("site"))
            each["site"]["grid"] = grid;
      }
      CHECK(test::estimate(put, test::best_alone)->total_kg.best == Approx(budget).epsilon(1e-9));
      check_spread(s);
    }
  }
  CHECK(found_hours > (test::fewer == 1 ? 60 : 3));
  CHECK(found_intensity > (test::fewer == 1 ? 100 : 3));
}

TEST_CASE("what is solved for meets the budget when it is put in: devices") {
  std::mt19937_64 random(3);
  int found = 0, without_effect = 0;
  for (int i = 0; i < 300 / test::fewer; ++i) {
    const Json scenario = random_scenario(random, false);
    INFO(scenario.dump());
    const auto stage = random() % scenario["stages"].size();
    const double total = test::estimate(scenario, test::best_alone)->total_kg.best;
    const double budget = total * by_ratio(random, 0.3, 30);
    const SolutionDoc s = solved(scenario, "devices", {{"kg", budget}}, static_cast<int>(stage));
    const Json& at = scenario["stages"][stage];
    const bool timed = at["time"].contains("hours");
    if (!timed && at["power"]["devices"].size() == 1) {
      // Twice the devices do it in half the time.
      CHECK(s.status == Solved::no_effect);
      ++without_effect;
      continue;
    }
    if (s.status != Solved::found)
      continue;
    ++found;
    Forwards forwards(scenario);
    double before = 0;
    for (const Json& d : at["power"]["devices"])
      before += d["count"].get<double>();
    for (std::size_t d = 0; d < at["power"]["devices"].size(); ++d) {
      const auto input =
          forwards.at("/stages/" + std::to_string(stage) + "/power/devices/" + std::to_string(d) + "/count");
      forwards.x[input] *= s.value->best / before;
    }
    CHECK(forwards.total() == Approx(budget).epsilon(1e-9));
    CHECK(*s.whole <= s.value->best * (1 + 1e-11));
    check_spread(s);
  }
  CHECK(found > (test::fewer == 1 ? 60 : 3));
  CHECK(without_effect > (test::fewer == 1 ? 60 : 3));
}

TEST_CASE("runs of a stage move what is a multiple of it, written out or not; a grid of its own doesn't") {
  for (const bool written : {false, true}) {
    Json scenario = many_stages();
    if (written)
      scenario["stages"][0]["runs"] = 1;
    else
      scenario["stages"][0].erase("runs");
    Json thrice = scenario;
    thrice["stages"][0]["runs"] = 3;
    const double budget = test::estimate(thrice, test::best_alone)->total_kg.best;
    CHECK(solved(scenario, "runs", {{"kg", budget}}, 0).value->best == Approx(3).epsilon(1e-12));
    // Asked of the multiple, it is the runs that it shares.
    CHECK(solved(scenario, "runs", {{"kg", budget}}, 2).value->best == Approx(3).epsilon(1e-12));
    CHECK(solved(scenario, "hours", {{"kg", budget}}, 0).value->best == Approx(150).epsilon(1e-12));

    const double here = test::estimate(scenario, test::best_alone)->total_kg.best;
    CHECK(solved(scenario, "runs", {{"kg", 2 * here}}).value->best == Approx(2).epsilon(1e-12));

    for (const std::size_t stage : {2, 3}) {
      Json elsewhere = scenario;
      elsewhere["stages"][stage]["site"]["grid"] = {{"kg_per_kwh", 0.123}};
      if (stage == 2)
        elsewhere["stages"][stage]["site"]["region"] = "gcp/us-central1";
      const double kg = test::estimate(elsewhere, test::best_alone)->total_kg.best;
      CHECK(solved(scenario, "intensity", {{"kg", kg}}, static_cast<int>(stage)).value->best ==
            Approx(0.123).epsilon(1e-9));
    }
  }
}

TEST_CASE("a small part of large emissions is solved for as closely as the whole") {
  const Json scenario = Json::parse(R"({"schema": "fivecars/scenario/1", "embodied": false,
    "stages": [{"runs": 1, "energy": {"it_kwh": 1e13}}, {"runs": 1, "energy": {"it_kwh": 1e-3}}],
    "site": {"pue": 1.1, "grid": {"kg_per_kwh": 0.4}}})");
  Forwards forwards(scenario);
  const auto runs = forwards.at("/stages/1/runs");
  forwards.x[runs] = 7e8;
  const double budget = forwards.total();
  const SolutionDoc s = solved(scenario, "runs", {{"kg", budget}}, 1);
  forwards.x[runs] = s.value->best;
  CHECK(forwards.total() == Approx(budget).epsilon(1e-12));
  CHECK(s.value->best == Approx(7e8).epsilon(1e-5));
}

TEST_CASE("how many runs of BERT base fit in one flight") {
  const SolutionDoc s = solved(bert(), "runs", {{"equivalent", "flight-ny-sf"}});
  REQUIRE(s.status == Solved::found);
  // The paper's own figures: 1,984 lb and 1,437.5124 lb.
  CHECK(s.value->best == Approx(1984 / 1437.5124).epsilon(1e-7));
  CHECK(*s.whole == 1);
  CHECK(s.budget_kg == Approx(1984 * accounting::kg_per_lb));
  CHECK(*solved(bert(), "runs", {{"equivalent", "flight-ny-sf"}, {"count", 10}}).whole == 13);
  // That set divides operational emissions, whatever making the hardware adds.
  Json with_hardware = bert();
  with_hardware["embodied"] = true;
  CHECK(solved(with_hardware, "runs", {{"equivalent", "flight-ny-sf"}}).value->best ==
        Approx(s.value->best).epsilon(1e-12));
  CHECK(solved(with_hardware, "runs", {{"kg", s.budget_kg}}).value->best < s.value->best * 0.99);
}

TEST_CASE("a whole number of runs is whole in spite of rounding") {
  std::mt19937_64 random(7);
  for (int i = 0; i < 40 / test::fewer; ++i) {
    Json scenario = random_scenario(random);
    scenario["stages"].erase(scenario["stages"].begin() + 1, scenario["stages"].end());
    scenario["ranges"] = "as-given";
    for (int n = 1; n <= 60; n += 1 + i % 3) {
      scenario["stages"][0]["runs"] = n;
      const double kg = test::estimate(scenario, test::best_alone)->total_kg.best;
      INFO(scenario.dump());
      CHECK(*solved(scenario, "runs", {{"kg", kg}}, 0).whole == n);
    }
  }
}

TEST_CASE("what can't be solved for is a fault that says what would help") {
  const auto of = [](Json request) {
    request["schema"] = "fivecars/solve/1";
    return faults(request, &solve);
  };
  using Texts = std::vector<std::string>;
  const Json kg{{"kg", 100}};
  CHECK(of({{"scenario", many_stages()}, {"for", "hours"}, {"budget", kg}}) ==
        Texts{"\"stage\" is missing; there are several: say which one is meant, from 0 to 4"});
  CHECK(of({{"scenario", many_stages()}, {"for", "runs"}, {"stage", 5}, {"budget", kg}}) ==
        Texts{"/stage: 5 is not allowed; a whole number from 0 to 4"});
  CHECK(of({{"scenario", many_stages()}, {"for", "runs"}, {"stage", 5000}, {"budget", kg}}).size() == 1);
  CHECK(of({{"scenario", bert()}, {"for", "runs"}, {"budget", {{"equivalent", "flight"}}}}) ==
        Texts{"/budget/equivalent: \"flight\" is not a known equivalent; did you mean \"flight-ny-sf\"?"});
  CHECK(of({{"scenario", bert()},
            {"for", "runs"},
            {"budget", {{"equivalent", "flight-ny-sf"}, {"set", "epa"}}}}) ==
        Texts{"/budget/equivalent: \"flight-ny-sf\" is not a known equivalent of this set"});
  CHECK(of({{"scenario", bert()},
            {"for", "runs"},
            {"budget", {{"equivalent", "flight-ny-sf"}, {"set", "eps"}}}}) ==
        Texts{"/budget/set: \"eps\" is not a known set of equivalents; did you mean \"epa\"?"});
  Json energy = bert();
  energy["stages"] = {{{"energy", {{"it_kwh", 100}}}}};
  CHECK(of({{"scenario", energy}, {"for", "hours"}, {"budget", kg}}) ==
        Texts{"/scenario/stages/0: there is no time on the clock to vary; the energy is given, and no time: "
              "solve for runs"});
  CHECK(of({{"scenario", energy}, {"for", "devices"}, {"budget", kg}}) ==
        Texts{"/scenario/stages/0: there is no number of devices to vary; name the devices"});
  const Json computed = Json::parse(R"({"schema": "fivecars/scenario/1", "stages": [
    {"time": {"flop": 1e20}, "power": {"devices": [{"device": "nvidia-v100-sxm2-16gb", "count": 2}]}}]})");
  CHECK(of({{"scenario", computed}, {"for", "hours"}, {"budget", kg}}) ==
        Texts{"/scenario/stages/0/time: there is no time on the clock to vary; it follows from the "
              "computation: solve for runs"});
  // All at once, and nothing that only follows.
  CHECK(of({{"for", "hours"}}).size() == 2);
  CHECK(of({{"scenario", {{"schema", "fivecars/scenario/1"}}},
            {"for", "hours"},
            {"stage", 3},
            {"budget", kg}}) == Texts{"/scenario: \"stages\" is missing"});
}

// ---- diff

namespace {

void check_sums(const DifferenceDoc& d) {
  const auto sum = [](const std::vector<DiffPart>& parts) {
    double kg = 0;
    for (const DiffPart& part : parts)
      kg += part.kg;
    return kg;
  };
  const double size = std::max(d.from_kg.best, d.to_kg.best);
  CHECK(std::fabs(sum(d.parts) - d.difference_kg.best) <= 1e-9 * size);
  CHECK(std::fabs(sum(d.reasons) - d.difference_kg.best) <= 1e-9 * size);
  CHECK(d.difference_kg.best == d.to_kg.best - d.from_kg.best);
}

double of(const DifferenceDoc& d, std::string_view cause) {
  for (const auto* parts : {&d.parts, &d.reasons})
    for (const DiffPart& part : *parts)
      if (part.cause == cause)
        return part.kg;
  FAIL("no cause " << cause);
  return 0;
}

// That cause alone.
void check_only(const DifferenceDoc& d, const std::vector<std::string_view>& causes) {
  const double small = 1e-9 * std::max(d.from_kg.best, d.to_kg.best);
  for (const auto* parts : {&d.parts, &d.reasons})
    for (const DiffPart& part : *parts) {
      INFO(part.cause << " " << part.kg);
      const bool named = std::find(causes.begin(), causes.end(), part.cause) != causes.end();
      CHECK((std::fabs(part.kg) > small) == named);
    }
}

} // namespace

TEST_CASE("the parts of a difference add up to it, and swapped they are the negative") {
  std::mt19937_64 random(4);
  for (int i = 0; i < 200 / test::fewer; ++i) {
    Json from = random_scenario(random), to = random_scenario(random);
    if (i % 5 == 0)
      to["embodied"] = false, from.erase("embodied");
    if (i % 7 == 0)
      from["stages"][0] = {{"time", {{"hours", 0}}}, {"power", {{"measured_w", 300}}}};
    if (i % 3 == 0) {
      for (Json* s : {&from, &to}) {
        int n = 0;
        for (Json& stage : (*s)["stages"])
          stage["name"] = "stage " + std::to_string(n++ * (s == &from ? 1 : 2));
      }
    }
    INFO(from.dump() << "\n" << to.dump());
    const DifferenceDoc there = difference(from, to), back = difference(to, from);
    check_sums(there);
    check_sums(back);
    const double size = std::max(there.from_kg.best, there.to_kg.best);
    for (std::size_t p = 0; p < there.parts.size(); ++p)
      CHECK(std::fabs(there.parts[p].kg + back.parts[p].kg) <= 1e-9 * size);
    for (std::size_t p = 0; p < there.reasons.size(); ++p)
      CHECK(std::fabs(there.reasons[p].kg + back.reasons[p].kg) <= 1e-9 * size);
    CHECK(of(there, "time") == Approx(of(there, "time")));
    if (there.from_kg.best > 0)
      CHECK(*there.times == there.to_kg.best / there.from_kg.best);
    check_same(there.from_kg, test::estimate(from)->total_kg, 4e-2); // beside other inputs, by other points
  }
}

TEST_CASE("a scenario differs from itself by nothing at all") {
  std::mt19937_64 random(5);
  std::vector<Json> all = scenarios_of_all_kinds();
  for (int i = 0; i < 40 / test::fewer; ++i)
    all.push_back(random_scenario(random));
  for (const Json& scenario : all) {
    INFO(scenario.dump());
    const DifferenceDoc d = difference(scenario, scenario);
    for (const auto* parts : {&d.parts, &d.reasons})
      for (const DiffPart& part : *parts)
        CHECK(part.kg == 0);
    CHECK(d.difference_kg.best == 0);
    REQUIRE(d.difference_kg.spread);
    CHECK(d.difference_kg.spread->low == 0);
    CHECK(d.difference_kg.spread->median == 0);
    CHECK(d.difference_kg.spread->high == 0);
  }
}

TEST_CASE("what both scenarios share is drawn once: the range of a difference is that of what differs") {
  Json from = bert();
  from["embodied"] = true;
  from["ranges"] = "typical";
  Json to = from;
  to["stages"][0]["time"]["hours"] = from["stages"][0]["time"]["hours"].get<double>() * 1.1;
  const DifferenceDoc d = difference(from, to);
  // A tenth more of everything, in each sample.
  CHECK(d.difference_kg.best == Approx(0.1 * d.from_kg.best));
  CHECK(d.difference_kg.spread->low == Approx(0.1 * d.from_kg.spread->low).epsilon(1e-9));
  CHECK(d.difference_kg.spread->high == Approx(0.1 * d.from_kg.spread->high).epsilon(1e-9));
  // A number of its own varies on its own: then the difference is less sure.
  Json other = to;
  other["site"]["pue"] = {{"best", 1.58}, {"low", 1.2}, {"high", 2}};
  from["site"]["pue"] = {{"best", 1.58}, {"low", 1.2}, {"high", 2.1}};
  const DifferenceDoc less = difference(from, other);
  CHECK(less.difference_kg.spread->low < 0);
}

TEST_CASE("each cause is named for what it is") {
  Json from = bert();
  from["embodied"] = true;
  const auto with = [&](const std::function<void(Json&)>& change) {
    Json to = from;
    change(to);
    return difference(from, to);
  };
  check_only(with([](Json& s) { s["site"]["grid"] = {{"id", "ember/FRA"}}; }), {"place", "grid"});
  check_only(with([](Json& s) { s["site"]["pue"] = 1.1; }), {"overhead", "pue"});
  check_only(with([](Json& s) {
               s["site"]["region"] = "aws/eu-west-3", s["site"].erase("pue"), s["site"].erase("grid");
             }),
             {"place", "grid", "overhead", "pue"});
  check_only(with([](Json& s) { s["embodied"] = false; }), {"machines", "embodied"});
  check_only(with([](Json& s) { s["stages"][0]["power"]["measured_w"] = 9000; }), {"machines", "draw"});
  check_only(with([](Json& s) { s["stages"][0]["time"]["hours"] = 10; }), {"time", "coverage"});
  check_only(with([](Json& s) { s["stages"][0]["runs"] = 3; }), {"time", "coverage"});
  check_only(with([](Json& s) { s["stages"][0]["time"]["hours"] = 0; }), {"time", "coverage"});
  check_only(with([](Json& s) {
               s["stages"].push_back(s["stages"][0]);
               s["stages"][1]["site"] = {{"pue", 1.9}};
             }),
             {"time", "coverage"});
  from["stages"][0]["power"] = {{"devices", {{{"device", "nvidia-v100-sxm2-16gb"}, {"count", 64}}}}};
  check_only(with([](Json& s) { s["stages"][0]["power"]["node_overhead"] = 1.1; }), {"machines", "node"});
  check_only(with([](Json& s) { s["stages"][0]["power"]["devices"][0]["utilisation"] = 0.5; }),
             {"machines", "draw"});
}

TEST_CASE("no hours on one side is a matter of time alone, however else they differ by nothing") {
  const Json none = Json::parse(R"({"schema": "fivecars/scenario/1",
    "stages": [{"time": {"tokens": 0, "parameters": 1e9},
                "power": {"devices": [{"device": "nvidia-v100-sxm2-16gb", "count": 8}]}},
               {"like": {"stage": 0, "times": 0}}]})");
  Json some = none;
  some["stages"][0]["time"]["tokens"] = 1e12;
  some["stages"][1]["like"]["times"] = 2;
  check_only(difference(none, some), {"time", "coverage"});
  CHECK_FALSE(difference(none, some).times);
}

TEST_CASE("stages with names of their own are compared by name, whatever their order") {
  Json from = many_stages();
  from["stages"].erase(3), from["stages"].erase(2);
  Json to = from;
  to["stages"][0]["time"]["hours"] = 90;
  std::reverse(to["stages"].begin(), to["stages"].end());
  check_only(difference(from, to), {"time", "coverage"});
}

TEST_CASE("the order of the causes doesn't matter") {
  std::mt19937_64 random(6);
  for (int i = 0; i < 20 / test::fewer; ++i) {
    const Forwards from(random_scenario(random)), to(random_scenario(random));
    std::vector<accounting::Causes> players;
    for (unsigned c = 0; c < accounting::cause_count; ++c)
      players.push_back(accounting::only(static_cast<accounting::Cause>(c)));
    const auto forwards = accounting::attribute(from.scenario, to.scenario, players);
    std::reverse(players.begin(), players.end());
    auto backwards = accounting::attribute(from.scenario, to.scenario, players);
    std::reverse(backwards.begin(), backwards.end());
    const double size = std::max(from.total(), to.total());
    for (std::size_t p = 0; p < forwards.size(); ++p)
      CHECK(std::fabs(forwards[p] - backwards[p]) <= 1e-9 * size);
  }
}

TEST_CASE("two causes share evenly what only both together do") {
  // 100 kWh at 0.1 kg to 300 kWh at 0.5 kg: 20 and 120 kg for the energy first or last.
  const auto energy = [](double kwh, double kg) {
    return Json{{"schema", "fivecars/scenario/1"},
                {"embodied", false},
                {"stages", {{{"energy", {{"it_kwh", kwh}}}}}},
                {"site", {{"pue", 1}, {"grid", {{"kg_per_kwh", kg}}}}}};
  };
  const DifferenceDoc d = difference(energy(100, 0.1), energy(300, 0.5));
  CHECK(of(d, "machines") == Approx((20 + 100) / 2.0));
  CHECK(of(d, "place") == Approx((40 + 120) / 2.0));
  CHECK(of(d, "time") == 0);
}

TEST_CASE("a request that says more or other than it may is refused, however good its scenarios") {
  for (const char* fault : {"schema", "colour"}) {
    const auto with = [&](Json request) {
      request[fault] = "red";
      return request;
    };
    CHECK(faults(with({{"schema", "fivecars/diff/1"}, {"from", bert()}, {"to", bert()}}), &diff).size() == 1);
    CHECK(
        faults(with({{"schema", "fivecars/rank/1"}, {"scenario", bert()}, {"over", "pue"}}), &rank).size() ==
        1);
    CHECK(faults(with({{"schema", "fivecars/solve/1"},
                       {"scenario", bert()},
                       {"for", "runs"},
                       {"budget", {{"kg", 1}}}}),
                 &solve)
              .size() == 1);
    CHECK(faults(with({{"schema", "fivecars/compare/1"}, {"runs", {{{"scenario", bert()}}}}}), &compare)
              .size() == 1);
  }
}

// ---- compare

namespace {

Json every_model(bool ranges) {
  Json runs = Json::array();
  for (const auto& model : catalog::publications()) {
    if (!model.one_basis)
      continue;
    Json run{{"id", model.id},
             {"name", catalog::find(catalog::models(), model.id)->name},
             {"scenario", Json::parse(model.one_basis->json)}};
    if (model.scenario)
      run["published"] = Json::parse(model.scenario->json);
    if (model.id == "bert-base")
      run["printed_kg"] = 652;
    runs.push_back(std::move(run));
  }
  return {{"schema", "fivecars/compare/1"}, {"runs", runs}, {"ranges", ranges}};
}

} // namespace

TEST_CASE("every published model is compared on one basis, and its reasons add up") {
  const ComparisonDoc c = answered(every_model(false), &compare);
  REQUIRE(c.rows.size() >= 60);
  double before = std::numeric_limits<double>::infinity();
  for (const ComparedRow& row : c.rows) {
    INFO(row.id);
    const auto* model = catalog::find(catalog::publications(), row.id);
    CHECK(row.name == catalog::find(catalog::models(), row.id)->name);
    const Json one = Json::parse(model->one_basis->json);
    CHECK(row.total_kg.best == test::estimate(one, test::best_alone)->total_kg.best);
    CHECK_FALSE(row.total_kg.spread);
    CHECK(row.total_kg.best <= before);
    before = row.total_kg.best;
    CHECK(row.printed_kg.has_value() == (row.id == "bert-base"));
    REQUIRE(row.published_kg.has_value() == static_cast<bool>(model->scenario));
    REQUIRE(row.reasons.has_value() == row.published_kg.has_value());
    if (!row.reasons)
      continue;
    const Json own = Json::parse(model->scenario->json);
    CHECK(*row.published_kg == test::estimate(own, test::best_alone)->total_kg.best);
    double sum = 0;
    for (const DiffPart& part : *row.reasons)
      sum += part.kg;
    CHECK(std::fabs(sum - (row.total_kg.best - *row.published_kg)) <=
          1e-9 * std::max(row.total_kg.best, *row.published_kg));
  }
}

TEST_CASE("ranges of a comparison are those of ordinary estimates") {
  Json request = every_model(true);
  request["runs"].erase(request["runs"].begin() + 12, request["runs"].end());
  for (const ComparedRow& row : answered(request, &compare).rows) {
    INFO(row.id);
    const Json one = Json::parse(catalog::find(catalog::publications(), row.id)->one_basis->json);
    check_same(row.total_kg, test::estimate(one)->total_kg);
  }
}

TEST_CASE("faults of all compared runs are told at once, each at its place") {
  Json request = every_model(false);
  request["runs"][1]["scenario"]["stages"][0]["runs"] = 0;
  request["runs"][2]["published"] = 7;
  request["runs"][0]["scenario"]["site"] = {{"region", "aws/us-east-9"}};
  const auto found = faults(request, &compare);
  REQUIRE(found.size() == 3);
  const auto about = [&](std::string_view path) {
    return std::any_of(found.begin(), found.end(),
                       [&](const std::string& text) { return text.starts_with(path); });
  };
  CHECK(about("/runs/0/scenario/site/region: \"aws/us-east-9\" is not a known region"));
  CHECK(about("/runs/1/scenario/stages/0/runs: "));
  CHECK(about("/runs/2/published: "));
}
