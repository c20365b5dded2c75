#include "support/catch.hpp"
#include "support/scenarios.hpp"

#include "catalog/choose.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace fivecars;
using documents::Json;

namespace {

Json with_stage(Json stage) {
  return {
      {"schema", "fivecars/scenario/1"},
      {"stages", {std::move(stage)}},
      {"site", {{"pue", 1.2}, {"grid", {{"kg_per_kwh", 0.3}}}}},
      {"prices",
       {{"electricity_usd_per_kwh", 0.1}, {"device_usd_per_hour", {{"preemptible", 1}, {"on_demand", 3}}}}},
      {"embodied", false}};
}

double pick(std::mt19937& random, double from, double to) {
  return std::uniform_real_distribution<double>(from, to)(random);
}

Json random_stage(std::mt19937& random) {
  Json stage{{"time", {{"hours", pick(random, 0.01, 5000)}}}, {"runs", 1 + random() % 50}};
  if (random() % 2 == 0)
    stage["power"] = {{"measured_w", pick(random, 1, 1e6)}};
  else
    stage["power"] = {{"devices",
                       {{{"watts", pick(random, 10, 700)}, {"count", 1 + random() % 512}},
                        {{"device", "nvidia-v100-sxm2-16gb"}, {"count", 1 + random() % 64}}}},
                      {"node_overhead", pick(random, 1, 2)}};
  return stage;
}

bool has_warning(const test::Estimated& e, std::string_view code, std::string_view path) {
  const auto& warnings = e.document().warnings;
  return std::any_of(warnings.begin(), warnings.end(),
                     [&](const auto& w) { return w.code == code && w.path == path; });
}

} // namespace

TEST_CASE("k times the hours is k times the energy, the emissions and the cost") {
  std::mt19937 random(1);
  for (int i = 0; i < 200 / test::fewer; ++i) {
    Json stage = random_stage(random);
    const double k = pick(random, 0.1, 20);
    const auto once = test::estimate(with_stage(stage));
    stage["time"]["hours"] = stage["time"]["hours"].get<double>() * k;
    const auto scaled = test::estimate(with_stage(stage));
    CHECK(scaled->it_energy_kwh.best == Approx(k * once->it_energy_kwh.best).epsilon(1e-12));
    CHECK(scaled->energy_kwh.best == Approx(k * once->energy_kwh.best).epsilon(1e-12));
    CHECK(scaled->total_kg.best == Approx(k * once->total_kg.best).epsilon(1e-12));
    CHECK(scaled->cost_usd.electricity->best == Approx(k * once->cost_usd.electricity->best).epsilon(1e-12));
    REQUIRE(scaled->cost_usd.cloud.has_value() == once->cost_usd.cloud.has_value());
    if (once->cost_usd.cloud)
      CHECK(scaled->cost_usd.cloud->on_demand.best ==
            Approx(k * once->cost_usd.cloud->on_demand.best).epsilon(1e-12));
  }
}

TEST_CASE("n runs are n times one run, and one run is what no runs means") {
  Json stage{{"time", {{"hours", 7.5}}}, {"power", {{"measured_w", 3210}}}};
  const double once = test::estimate(with_stage(stage))->total_kg.best;
  stage["runs"] = 1;
  CHECK(test::estimate(with_stage(stage))->total_kg.best == once);
  stage["runs"] = 4789;
  CHECK(test::estimate(with_stage(stage))->total_kg.best == Approx(4789 * once).epsilon(1e-13));
}

TEST_CASE("the order of stages doesn't matter") {
  std::mt19937 random(2);
  for (int i = 0; i < 50; ++i) {
    Json scenario = with_stage(random_stage(random));
    for (int s = 0; s < 6; ++s)
      scenario["stages"].push_back(random_stage(random));
    const double before = test::estimate(scenario)->total_kg.best;
    std::vector<Json> stages = scenario["stages"];
    std::shuffle(stages.begin(), stages.end(), random);
    scenario["stages"] = stages;
    CHECK(test::estimate(scenario)->total_kg.best == Approx(before).epsilon(1e-12));
  }
}

TEST_CASE("more hours, runs, devices, watts, PUE or intensity never lower the total") {
  std::mt19937 random(3);
  const auto total = [](const Json& s) { return test::estimate(s, test::best_alone)->total_kg.best; };
  for (int i = 0; i < 100; ++i) {
    Json stage{{"runs", 1 + random() % 9},
               {"time", {{"hours", pick(random, 0, 100)}}},
               {"power", {{"devices", {{{"watts", pick(random, 0, 500)}, {"count", 1 + random() % 9}}}}}}};
    const Json scenario = with_stage(stage);
    const double before = total(scenario);
    for (const char* pointer : {"/stages/0/runs", "/stages/0/time/hours", "/stages/0/power/devices/0/watts",
                                "/stages/0/power/devices/0/count", "/site/pue", "/site/grid/kg_per_kwh"}) {
      Json more = scenario;
      Json& number = more[Json::json_pointer(pointer)];
      if (number.is_number_integer())
        number = number.get<int>() + 1;
      else
        number = number.get<double>() * 1.1 + 0.01;
      INFO(pointer);
      CHECK(total(more) >= before);
    }
  }
}

TEST_CASE("a stage splits into two without changing the total") {
  const Json half{{"time", {{"hours", 5}}}, {"power", {{"measured_w", 100}}}};
  Json whole = half;
  whole["time"]["hours"] = 10;
  Json two = with_stage(half);
  two["stages"].push_back(half);
  CHECK(test::estimate(two)->total_kg.best ==
        Approx(test::estimate(with_stage(whole))->total_kg.best).epsilon(1e-14));
}

TEST_CASE("energy at the meter has the PUE inside, energy into the machines hasn't") {
  const auto meter = test::estimate(with_stage({{"energy", {{"meter_kwh", 120}}}}));
  CHECK(meter->energy_kwh.best == 120);
  CHECK(meter->it_energy_kwh.best == Approx(100));
  const auto machines = test::estimate(with_stage({{"energy", {{"it_kwh", 100}}}}));
  CHECK(machines->it_energy_kwh.best == 100);
  CHECK(machines->energy_kwh.best == Approx(120));
}

TEST_CASE("time from FLOP, from parameters and tokens, and GPT-3's energy from them") {
  // Patterson et al. 2021: 3.14e23 FLOP at 24.6 TFLOP/s on V100 drawing 330 W, PUE 1.1.
  Json stage{
      {"time", {{"flop", 3.14e23}, {"mfu", 24.6 / 125}}},
      {"power",
       {{"devices", {{{"device", "nvidia-v100-sxm2-16gb"}, {"count", 10000}, {"system_watts", 330}}}}}}};
  Json scenario = with_stage(stage);
  scenario["site"]["pue"] = 1.1;
  const auto e = test::estimate(scenario);
  CHECK(e->energy_kwh.best / 1000 == Approx(1287).epsilon(0.001));
  CHECK(e->device_hours->best / 10000 / 24 == Approx(14.8).epsilon(0.01));

  stage["time"] = {{"parameters", 1e9}, {"tokens", 2e10}, {"epochs", 2}, {"mfu", 0.5}};
  CHECK(test::estimate(with_stage(stage))->device_hours->best ==
        Approx(6 * 1e9 * 2e10 * 2 / (125e12 * 0.5) / 3600).epsilon(1e-12));
}

TEST_CASE("card draw gets the node overhead, unless the host is known or inside") {
  const auto it = [](const char* power) {
    return test::estimate(with_stage({{"time", {{"hours", 1000}}}, {"power", Json::parse(power)}}))
        ->it_energy_kwh.best;
  };
  CHECK(it(R"({"devices":[{"watts":100,"count":2}]})") == Approx(200 * 1.6));
  CHECK(it(R"({"devices":[{"watts":100,"count":2}],"node_overhead":1})") == 200);
  CHECK(it(R"({"devices":[{"watts":100,"count":2}],"host_w":30})") == 230);
  CHECK(it(R"({"devices":[{"system_watts":100,"count":2}]})") == 200);
  CHECK(it(R"({"measured_w":500})") == 500);
  CHECK(it(R"({"measured_w":500,"scope":"accelerators"})") == Approx(500 * 1.6));
}

TEST_CASE("what a stage has replaces what the scenario has, key by key") {
  Json scenario = with_stage({{"energy", {{"it_kwh", 100}}}, {"site", {{"pue", 2}}}});
  CHECK(test::estimate(scenario)->energy_kwh.best == 200);
  CHECK(test::estimate(scenario)->operational_kg.best == Approx(60)); // the scenario's 0.3 still holds
}

TEST_CASE("every default that is used says so, with its place") {
  const auto e = test::estimate(R"({"schema":"fivecars/scenario/1","stages":[
      {"time":{"flop":1e20},"power":{"devices":[{"device":"nvidia-v100-sxm2-16gb","count":8}]}}]})");
  CHECK(has_warning(e, "default-used", "/stages/0/time/mfu"));
  CHECK(has_warning(e, "default-used", "/stages/0/power/devices/0/utilisation"));
  CHECK(has_warning(e, "default-used", "/stages/0/power/node_overhead"));
  CHECK(has_warning(e, "default-used", "/site/pue"));
  CHECK(has_warning(e, "default-grid", "/site/grid"));
  CHECK(has_warning(e, "default-used", "/embodied/card_kg"));
  CHECK(has_warning(e, "default-used", "/embodied/host_share_kg"));
  CHECK(has_warning(e, "default-used", "/embodied/lifetime_years"));
  CHECK(has_warning(e, "default-used", "/embodied/active_share"));
}

TEST_CASE("a market-based figure stands beside the location-based one, and only where every stage has it") {
  Json scenario = with_stage({{"energy", {{"it_kwh", 100}}}, {"site", {{"market_kg_per_kwh", 0}}}});
  const auto e = test::estimate(scenario);
  REQUIRE(e->market_kg);
  CHECK(e->market_kg->best == 0);
  CHECK(e->total_kg.best == Approx(36)); // 0 was asked for; the total stays location-based

  scenario["stages"].push_back({{"energy", {{"it_kwh", 100}}}});
  const auto half = test::estimate(scenario);
  CHECK_FALSE(half->market_kg);
  CHECK(has_warning(half, "no-market", ""));
}

TEST_CASE("what isn't known is null, never zero") {
  const auto e = test::estimate(with_stage({{"energy", {{"it_kwh", 100}}}}));
  CHECK_FALSE(e->device_hours);
  CHECK_FALSE(e->cost_usd.cloud);
  CHECK_FALSE(e->embodied_kg);
  CHECK(has_warning(e, "no-devices", "/stages/0"));
}

TEST_CASE("a draw of all machines needs their number before device-hours can be time") {
  const auto codes = [](const char* stage) {
    std::vector<std::string> found;
    for (const auto& issue : test::calculate(with_stage(Json::parse(stage))).issues)
      found.emplace_back(issue.code);
    return found;
  };
  using List = std::vector<std::string>;
  CHECK(codes(R"({"time":{"device_hours":64},"power":{"measured_w":100}})") == List{"no-count"});
  CHECK(
      codes(
          R"({"time":{"device_hours":64},"power":{"measured_w":100,"devices":[{"device":"nvidia-m40"}]}})") ==
      List{"missing"});
  CHECK(codes(R"({"time":{"device_hours":64},"power":{"devices":[{"watts":100}],"host_w":10}})") ==
        List{"missing"});
  CHECK(codes(R"({"time":{"device_hours":64},"power":{"devices":[{"watts":100}]}})").empty());
  const auto bert = test::estimate(with_stage(Json::parse(
      R"({"time":{"device_hours":5068.8},"power":{"measured_w":12041.51,"devices":[{"device":"nvidia-v100-sxm2-16gb","count":64}]}})")));
  CHECK(bert->it_energy_kwh.best == Approx(953.687592));
}

TEST_CASE("device-hours beside a given energy have their price") {
  const auto e =
      test::estimate(with_stage(Json::parse(R"({"time":{"device_hours":1000},"energy":{"it_kwh":1}})")));
  CHECK(e->device_hours->best == 1000);
  CHECK(e->cost_usd.cloud->on_demand.best == 3000);
}

TEST_CASE("what is given and not used is said") {
  const auto e = test::estimate(with_stage(Json::parse(
      R"({"time":{"hours":1},"power":{"devices":[{"device":"nvidia-v100-sxm2-16gb","count":1,"precision":"bf16"}]}})")));
  CHECK(has_warning(e, "not-used", "/stages/0/power/devices/0/precision"));
  CHECK(has_warning(test::estimate_model("bert-base"), "direct-basis", "/site/grid/basis"));
}

TEST_CASE("which figure of a grid counts, and which peak of a device") {
  using namespace catalog;
  double two[] = {0.5, 0.6}, one[] = {0.7}, direct[] = {0.4}, later[] = {0.3};
  Series<Compiled> grid[] = {{Basis::lifecycle, 2020, two, {}, {}},
                             {Basis::lifecycle, 2024, one, {}, {}},
                             {Basis::direct, 2018, direct, {}, {}},
                             {Basis::direct, 2025, later, {}, {}}};
  const auto year = [&](std::optional<std::int64_t> asked, std::optional<Basis> basis) {
    return choose_figure(grid, asked, basis).year;
  };
  CHECK(year({}, {}) == 2024);
  CHECK(choose_figure(grid, {}, {}).kg_per_kwh == 0.7);
  CHECK(year(2020, {}) == 2020);
  CHECK(year(2012, {}) == 2020);
  CHECK(year(2030, {}) == 2024);
  CHECK(choose_figure(grid, 2021, {}).kg_per_kwh == 0.6);
  CHECK(year(2022, {}) == 2021);
  CHECK(year(2023, {}) == 2024);
  CHECK(year({}, Basis::direct) == 2025);
  CHECK(year(2021, Basis::direct) == 2018); // 3 years away, and 4 the other
  CHECK_FALSE(choose_figure(std::span(grid).first(2), {}, Basis::direct));
  CHECK(choose_figure(std::span(grid).subspan(2, 2), {}, {}).year == 2025);

  const Peak all{1.0, 2.0, {}, {}, 3.0}, old{{}, 2.0, {}, {}, 3.0};
  CHECK(choose_peak(all, {}) == 1.0);
  CHECK(choose_peak(old, {}) == 2.0);
  CHECK(choose_peak(all, Precision::fp32) == 3.0);
  CHECK_FALSE(choose_peak(old, Precision::bf16));
}

TEST_CASE("extreme but legal input gives finite results") {
  const auto tiny =
      test::estimate(with_stage({{"time", {{"hours", 1.0 / 3600}}}, {"power", {{"measured_w", 1}}}}));
  CHECK(tiny->total_kg.best > 0);
  const auto vast =
      test::estimate(with_stage({{"time", {{"hours", 87600}}}, {"power", {{"measured_w", 1e10}}}}));
  CHECK(vast->energy_kwh.best == Approx(1e7 * 87600 * 1.2));
  Json clean = with_stage({{"energy", {{"it_kwh", 100}}}});
  clean["site"]["grid"]["kg_per_kwh"] = 0;
  CHECK(test::estimate(clean)->total_kg.best == 0);

  Json thousand = with_stage({{"energy", {{"it_kwh", 1}}}});
  for (int i = 1; i < 1000; ++i)
    thousand["stages"].push_back({{"energy", {{"it_kwh", 1}}}});
  CHECK(test::estimate(thousand)->it_energy_kwh.best == 1000);
}

template <class A, class B>
concept can_add = requires(A a, B b) { a + b; };

TEST_CASE("quantities of different units don't mix") {
  using namespace accounting;
  const KilowattHours e = Hours{2} * Watts{500};
  CHECK(e == KilowattHours{1});
  CHECK(e * KgPerKwh{0.5} == Kilograms{0.5});
  STATIC_REQUIRE_FALSE(std::is_convertible_v<Watts, Hours>);
  STATIC_REQUIRE(can_add<Watts, Watts>);
  STATIC_REQUIRE_FALSE(can_add<Watts, Hours>);
  STATIC_REQUIRE_FALSE(can_add<KilowattHours, Kilograms>);
}
