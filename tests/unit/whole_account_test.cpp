// Making the hardware, water, the SCI score and stages that are a multiple of another: each against a sum
// done by hand.
#include "support/catch.hpp"
#include "support/scenarios.hpp"

#include "catalog/choose.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>

using namespace fivecars;
using documents::Json;

namespace {

constexpr double year = 8760;

// A list, and not a Json: of {one} GCC makes an array, clang a copy.
Json scenario_of(std::initializer_list<Json> stages, const char* rest = "{}") {
  Json s{{"schema", "fivecars/scenario/1"},
         {"stages", Json::array()},
         {"site", {{"pue", 1.2}, {"grid", {{"kg_per_kwh", 0.4}}}}}};
  for (const Json& stage : stages)
    s["stages"].push_back(stage);
  s.update(Json::parse(rest));
  return s;
}

Json stage(const char* text) { return Json::parse(text); }

const char* const eight_cards =
    R"({"time":{"hours":100},"power":{"devices":[{"watts":300,"count":8}],"node_overhead":1}})";

const char* const all_given =
    R"({"embodied":{"card_kg":100,"host_share_kg":300,"lifetime_years":5,"active_share":0.5}})";

double embodied(const Json& scenario) {
  const auto e = test::estimate(scenario, test::best_alone);
  REQUIRE(e->embodied_kg);
  CHECK(e->total_kg.best == Approx(e->operational_kg.best + e->embodied_kg->best).epsilon(1e-14));
  return e->embodied_kg->best;
}

bool warns(const test::Estimated& e, std::string_view code, std::string_view path) {
  const auto& all = e.document().warnings;
  return std::any_of(all.begin(), all.end(), [&](const auto& w) { return w.code == code && w.path == path; });
}

std::string fault(const Json& scenario) {
  const auto result = test::calculate(scenario, test::best_alone);
  std::string all;
  for (const auto& i : result.issues)
    all += std::string(i.code) + " " + i.path + ";";
  CHECK(result.document.has_value() == all.empty());
  return all;
}

const accounting::Input* operand(const test::Estimated& e, std::string_view step, std::string_view symbol,
                                 std::int32_t stage = 0) {
  for (const auto& s : e->trace)
    if (s.symbol == step && s.stage == stage)
      for (const auto& o : s.operands)
        if (accounting::name_of(o.symbol, o.suffix) == symbol)
          return o.input;
  return nullptr;
}

} // namespace

TEST_CASE("a reading of a sensor that looks away most of the time is known less well") {
  const auto spread = [](const char* device, const char* power) {
    const auto e = test::estimate(documents::Json::parse(
        std::string(
            R"({"schema":"fivecars/scenario/1","ranges":"typical","embodied":false,"stages":[{"time":{"hours":10},"power":{)") +
        power + R"("devices":[{"device":")" + device +
        R"(","count":8}],"node_overhead":1}}],"site":{"pue":1,"grid":{"kg_per_kwh":0.5}}})"));
    for (const auto& s : e->sensitivity) {
      const auto& input = e.document().scenario.inputs[s.input];
      if (input.unit == "W")
        return input.value.high / input.value.best;
    }
    return 0.0;
  };
  const char* const cards = R"("measured_w":2000,"scope":"accelerators",)";
  CHECK(spread("nvidia-v100-sxm2-16gb", cards) == Approx(1.05));
  CHECK(spread("nvidia-a100-sxm4-80gb", cards) == Approx(1.1));
  CHECK(spread("nvidia-h100-sxm5-80gb", cards) == Approx(1.1));
}

TEST_CASE("embodied carbon of one kind of device, by hand") {
  CHECK(embodied(scenario_of({stage(eight_cards)}, all_given)) ==
        Approx(800 * 400.0 / (5 * year * 0.5)).epsilon(1e-14));
  // Repeated, and in device-hours without a count.
  Json s = scenario_of({stage(eight_cards)}, all_given);
  s["stages"][0]["runs"] = 7;
  CHECK(embodied(s) == Approx(7 * 800 * 400.0 / (5 * year * 0.5)).epsilon(1e-14));
  CHECK(embodied(scenario_of({stage(R"({"time":{"device_hours":640},"power":{"devices":[{"watts":300}]}})")},
                             all_given)) == Approx(640 * 400.0 / (5 * year * 0.5)).epsilon(1e-14));
  // Zero hours wear nothing out.
  s["stages"][0]["time"]["hours"] = 0;
  CHECK(embodied(s) == 0);
}

TEST_CASE("embodied carbon of several kinds of device: each by its count and its own making") {
  const Json s = scenario_of(
      {stage(
          R"({"time":{"hours":10},"power":{"devices":[{"device":"nvidia-h100-sxm5-80gb","count":6},{"device":"google-tpu-v4i","count":3},{"watts":100,"count":5}]}})")},
      R"({"embodied":{"lifetime_years":3,"active_share":0.8}})");
  // The H100 stands in a large host; the TPU's row has its host in it; of the third nothing is known.
  const double kg = 6 * (225.0 + 700) + 3 * 386.0 + 5 * (150.0 + 450);
  CHECK(embodied(s) == Approx(10 * kg / (3 * year * 0.8)).epsilon(1e-14));

  // By device-hours: the same hours on each.
  Json by_hours = s;
  by_hours["stages"][0]["time"] = {{"device_hours", 140}};
  CHECK(embodied(by_hours) == Approx(embodied(s)).epsilon(1e-14));

  // A card that is given counts for all kinds, and has no host inside.
  Json given = s;
  given["embodied"]["card_kg"] = 90;
  CHECK(embodied(given) ==
        Approx(10 * (6 * (90.0 + 700) + 8 * (90.0 + 450)) / (3 * year * 0.8)).epsilon(1e-14));
  // A host that is given counts for all, those with a host inside, too.
  Json host = s;
  host["embodied"]["host_share_kg"] = 20;
  CHECK(embodied(host) == Approx(10 * (6 * 245.0 + 3 * 406.0 + 5 * 170.0) / (3 * year * 0.8)).epsilon(1e-14));
}

TEST_CASE("embodied carbon by default: 4 years in use for 0.85 of them") {
  const auto e = test::estimate(
      scenario_of({stage(R"({"time":{"hours":100},"power":{"devices":[{"watts":300,"count":8}]}})")}));
  CHECK(e->embodied_kg->best == Approx(800 * 600.0 / (4 * year * 0.85)).epsilon(1e-14));
  for (const char* path :
       {"/embodied/card_kg", "/embodied/host_share_kg", "/embodied/lifetime_years", "/embodied/active_share"})
    CHECK(warns(e, "default-used", path));
  CHECK(operand(e, "C_embodied", "host_share_kg")->entry == "defaults/host_share_kg");
  const auto h100 = test::estimate(scenario_of(
      {stage(R"({"time":{"hours":1},"power":{"devices":[{"device":"nvidia-h100-sxm5-80gb","count":8}]}})")}));
  CHECK(operand(h100, "C_embodied", "host_share_kg")->entry == "defaults/host_share_kg_h100");
  CHECK(operand(h100, "C_embodied", "card_kg")->entry == "devices/nvidia-h100-sxm5-80gb/embodied/card_kg");
}

TEST_CASE("a stage's word about the hardware counts key by key, then the scenario's, then the default") {
  Json s = scenario_of({stage(eight_cards), stage(eight_cards), stage(eight_cards)},
                       R"({"embodied":{"card_kg":100,"lifetime_years":5}})");
  s["stages"][1]["embodied"] = {{"host_share_kg", 30}, {"lifetime_years", 2}};
  s["stages"][2]["embodied"] = {{"card_kg", 10}, {"active_share", 0.25}};
  const auto e = test::estimate(s);
  CHECK(e->stages[0].embodied_kg->best == Approx(800 * 550.0 / (5 * year * 0.85)).epsilon(1e-14));
  CHECK(e->stages[1].embodied_kg->best == Approx(800 * 130.0 / (2 * year * 0.85)).epsilon(1e-14));
  CHECK(e->stages[2].embodied_kg->best == Approx(800 * 460.0 / (5 * year * 0.25)).epsilon(1e-14));
  CHECK(operand(e, "C_embodied", "card_kg", 1)->path == "/embodied/card_kg");
  CHECK(operand(e, "C_embodied", "card_kg", 2)->path == "/stages/2/embodied/card_kg");
  CHECK(operand(e, "C_embodied", "lifetime", 2)->path == "/embodied/lifetime_years");

  // Off, and on again in one stage.
  s["embodied"] = false;
  s["stages"][1].erase("embodied");
  s["stages"][2]["embodied"] = true;
  const auto some = test::estimate(s);
  CHECK_FALSE(some->stages[0].embodied_kg);
  CHECK_FALSE(some->stages[1].embodied_kg);
  CHECK(some->stages[2].embodied_kg->best == Approx(800 * 600.0 / (4 * year * 0.85)).epsilon(1e-14));
  CHECK(some->embodied_kg->best == some->stages[2].embodied_kg->best);
  // On, and off in one stage: the rest of the scenario's numbers stay.
  s = scenario_of({stage(eight_cards), stage(eight_cards)}, all_given);
  s["stages"][0]["embodied"] = false;
  const auto one = test::estimate(s);
  CHECK_FALSE(one->stages[0].embodied_kg);
  CHECK(one->embodied_kg->best == Approx(800 * 400.0 / (5 * year * 0.5)).epsilon(1e-14));
  CHECK(one->total_kg.best == Approx(one->operational_kg.best + one->embodied_kg->best).epsilon(1e-14));
  // A stage that says true, where the scenario gives numbers: they count.
  s["stages"][0]["embodied"] = true;
  CHECK(embodied(s) == Approx(2 * 800 * 400.0 / (5 * year * 0.5)).epsilon(1e-14));
  // Off everywhere: there is none, which isn't zero.
  s["embodied"] = false;
  s["stages"][0].erase("embodied");
  CHECK_FALSE(test::estimate(s)->embodied_kg);
  CHECK(test::estimate(s)->total_kg.best == test::estimate(s)->operational_kg.best);
}

TEST_CASE("a laptop and a desktop are a machine in all, used a fifth of their lives") {
  for (const auto& [region, kg] : {std::pair{"own/laptop", 125.0}, {"own/desktop", 226.0}}) {
    Json s = scenario_of({stage(
        R"({"time":{"hours":50},"power":{"devices":[{"device":"nvidia-h100-sxm5-80gb","count":1}]}})")});
    s["site"] = {{"region", region}, {"grid", {{"kg_per_kwh", 0.4}}}};
    const auto e = test::estimate(s);
    CHECK(e->embodied_kg->best == Approx(50 * kg / (4 * year * 0.2)).epsilon(1e-14));
    CHECK(operand(e, "C_embodied", "host_share_kg") == nullptr);
    CHECK(operand(e, "C_embodied", "active_share")->entry == "defaults/active_share_own");
    CHECK(e->energy_kwh.best == e->it_energy_kwh.best); // PUE 1

    s["embodied"] = {{"active_share", 0.5}};
    CHECK(embodied(s) == Approx(50 * kg / (4 * year * 0.5)).epsilon(1e-14));
    // Who gives the card speaks of cards, so the host comes to it; and the other way round.
    s["embodied"] = {{"card_kg", 60}};
    CHECK(embodied(s) == Approx(50 * (60.0 + 700) / (4 * year * 0.2)).epsilon(1e-14));
    s["embodied"] = {{"host_share_kg", 80}};
    CHECK(embodied(s) == Approx(50 * (225.0 + 80) / (4 * year * 0.2)).epsilon(1e-14));
  }
  // A machine room of one's own is a data centre.
  Json s = scenario_of({stage(eight_cards)});
  s["site"] = {{"region", "own/machine-room"}, {"grid", {{"kg_per_kwh", 0.4}}}};
  CHECK(embodied(s) == Approx(800 * 600.0 / (4 * year * 0.85)).epsilon(1e-14));
}

TEST_CASE("energy with device-hours has embodied carbon only with a card's") {
  Json s = scenario_of({stage(R"({"runs":2,"energy":{"it_kwh":500},"time":{"device_hours":700}})")});
  const auto without = test::estimate(s);
  CHECK_FALSE(without->embodied_kg);
  CHECK(warns(without, "no-embodied", "/stages/0"));
  s["embodied"] = {{"host_share_kg", 300}};
  CHECK_FALSE(test::estimate(s)->embodied_kg);

  s["embodied"] = {{"card_kg", 100}};
  CHECK(embodied(s) == Approx(1400 * 550.0 / (4 * year * 0.85)).epsilon(1e-14));
  s["embodied"]["host_share_kg"] = 300;
  CHECK(embodied(s) == Approx(1400 * 400.0 / (4 * year * 0.85)).epsilon(1e-14));
  CHECK_FALSE(warns(test::estimate(s), "no-embodied", "/stages/0"));

  // A price of a device-hour is no reason to know how the devices were made.
  s.erase("embodied");
  s["prices"] = {{"device_usd_per_hour", {{"preemptible", 1}, {"on_demand", 2}}}};
  const auto priced = test::estimate(s);
  CHECK_FALSE(priced->embodied_kg);
  CHECK(warns(priced, "no-embodied", "/stages/0"));
  CHECK(priced->cost_usd.cloud->on_demand.best == 2800);
  s["embodied"] = {{"card_kg", 100}};
  CHECK(embodied(s) == Approx(1400 * 550.0 / (4 * year * 0.85)).epsilon(1e-14));

  // Wall-clock hours, or none, tell no device-hours.
  s["stages"][0]["time"] = {{"hours", 7}};
  CHECK_FALSE(test::estimate(s)->embodied_kg);
  s["stages"][0].erase("time");
  CHECK_FALSE(test::estimate(s)->embodied_kg);
}

TEST_CASE("a stage without devices adds nothing to embodied carbon") {
  const Json measured = stage(R"({"time":{"hours":100},"power":{"measured_w":2000}})");
  const auto e = test::estimate(scenario_of({measured, stage(eight_cards)}, all_given));
  CHECK(warns(e, "no-embodied", "/stages/0"));
  CHECK_FALSE(e->stages[0].embodied_kg);
  CHECK(e->embodied_kg->best == Approx(800 * 400.0 / (5 * year * 0.5)).epsilon(1e-14));
  CHECK_FALSE(test::estimate(scenario_of({measured}, all_given))->embodied_kg);
}

TEST_CASE("water: on site by what goes into the machines, at the power station by the meter") {
  Json s = scenario_of({stage(R"({"energy":{"it_kwh":1000}})")});
  s["site"]["wue_l_per_kwh"] = 1.8;
  s["site"]["ewif_l_per_kwh"] = 3;
  CHECK(test::estimate(s)->water_l->best == Approx(1000 * 1.8 + 1200 * 3.0).epsilon(1e-15));
  s["stages"][0]["energy"] = {{"meter_kwh", 1200}};
  CHECK(test::estimate(s)->water_l->best == Approx(1000 * 1.8 + 1200 * 3.0).epsilon(1e-15));
  s["stages"][0]["runs"] = 3;
  CHECK(test::estimate(s)->water_l->best == Approx(3 * (1000 * 1.8 + 1200 * 3.0)).epsilon(1e-15));

  // The WUE has a default, the power station hasn't.
  s["site"].erase("wue_l_per_kwh");
  const auto by_default = test::estimate(s);
  CHECK(by_default->water_l->best == Approx(3 * (1000 * 0.3 + 1200 * 3.0)).epsilon(1e-15));
  CHECK(warns(by_default, "default-used", "/site/wue_l_per_kwh"));
  s["site"].erase("ewif_l_per_kwh");
  s["site"]["wue_l_per_kwh"] = 1.8;
  const auto unknown = test::estimate(s);
  CHECK_FALSE(unknown->water_l);
  CHECK(warns(unknown, "no-water", "/site/ewif_l_per_kwh"));
}

TEST_CASE("water of one stage alone would mislead: there is none unless every stage has it") {
  Json s = scenario_of({stage(R"({"energy":{"it_kwh":1000}})"), stage(R"({"energy":{"it_kwh":10}})")});
  s["stages"][0]["site"] = {{"ewif_l_per_kwh", 3}, {"wue_l_per_kwh", 0}};
  const auto one = test::estimate(s);
  CHECK_FALSE(one->water_l);
  CHECK(warns(one, "no-water", "/site/ewif_l_per_kwh"));
  s["stages"][1]["site"] = {{"ewif_l_per_kwh", 2}, {"wue_l_per_kwh", 0}};
  CHECK(test::estimate(s)->water_l->best == Approx(3600 + 24).epsilon(1e-15));
}

TEST_CASE("water by the catalogue: the grid's and the region's, with a warning where withdrawal is meant") {
  Json s = scenario_of({stage(R"({"energy":{"it_kwh":1000}})")});
  s["site"] = {{"pue", 1.2}, {"grid", {{"id", "ember/world"}}}, {"wue_l_per_kwh", 1}};
  CHECK(test::estimate(s)->water_l->best == Approx(1000 + 1200 * 3.908).epsilon(1e-14));

  // The factor of a grid that nothing is said of is still that of the place.
  const catalog::Site<catalog::Compiled>* withdrawing = nullptr;
  for (const auto& site : catalog::sites())
    if (site.wue_l_per_kwh && site.wue_l_per_kwh->measures == catalog::WaterUse::withdrawal && site.grid &&
        catalog::water_of(*catalog::find(catalog::grids(), *site.grid)))
      withdrawing = &site;
  REQUIRE(withdrawing);
  s["site"] = {{"region", withdrawing->id}, {"pue", 1.2}};
  const auto e = test::estimate(s);
  CHECK(warns(e, "water-measure", "/site/region"));
  const auto* grid = catalog::find(catalog::grids(), *withdrawing->grid);
  CHECK(e->water_l->best == Approx(1000 * withdrawing->wue_l_per_kwh->value.best +
                                   1200 * catalog::water_of(*grid)->water->l_per_kwh.best)
                                .epsilon(1e-14));
  // An intensity that is given leaves the place's power stations where they are.
  s["site"]["grid"] = {{"kg_per_kwh", 0.1}};
  CHECK(test::estimate(s)->water_l->best == e->water_l->best);
  s["site"]["wue_l_per_kwh"] = 1;
  CHECK_FALSE(warns(test::estimate(s), "water-measure", "/site/region"));
}

TEST_CASE("the SCI score: embodied carbon as if every hour of a life were used, per unit") {
  Json s = scenario_of({stage(eight_cards), stage(eight_cards)}, all_given);
  s["stages"][1]["embodied"] = {{"active_share", 0.1}};
  s["per"] = {{"unit", "run"}};
  const double operational = 2 * 1.2 * 240 * 0.4;
  const double made = 2 * 800 * 400.0 / (5 * year); // active share 1, whatever the stages say
  CHECK(test::estimate(s)->sci_kg->best == Approx(operational + made).epsilon(1e-14));
  s["per"] = {{"unit", "million_tokens"}, {"count", 2000}};
  CHECK(test::estimate(s)->sci_kg->best == Approx((operational + made) / 2000).epsilon(1e-14));
  s["per"]["count"] = 0.5;
  CHECK(test::estimate(s)->sci_kg->best == Approx((operational + made) / 0.5).epsilon(1e-14));

  // Where hardware counts in one stage, the energy of all goes in.
  s["stages"][1]["embodied"] = false;
  CHECK(test::estimate(s)->sci_kg->best == Approx((operational + made / 2) / 0.5).epsilon(1e-14));
  s["embodied"] = false;
  const auto off = test::estimate(s);
  CHECK_FALSE(off->sci_kg);
  CHECK(warns(off, "no-score", "/per"));
  s["embodied"] = true;
  s.erase("per");
  CHECK_FALSE(test::estimate(s)->sci_kg);
}

TEST_CASE("the SCI score varies with what it is made of, its unit included") {
  Json s = scenario_of({stage(eight_cards)}, all_given);
  s["embodied"]["active_share"] = Json::parse(R"({"best":0.5,"low":0.3,"high":0.9})");
  s["per"] = {{"unit", "run"}};
  const auto e = test::estimate(s);
  CHECK(e->embodied_kg->spread->low < e->embodied_kg->best);
  CHECK(e->sci_kg->spread->low == Approx(e->sci_kg->best).epsilon(1e-12)); // it doesn't care for the share
  CHECK(e->sci_kg->spread->high == Approx(e->sci_kg->best).epsilon(1e-12));
  s["per"]["count"] = Json::parse(R"({"best":2,"low":1,"high":4})");
  const auto per = test::estimate(s);
  CHECK(per->sci_kg->spread->low == Approx(e->sci_kg->best / 4).epsilon(0.01));
  CHECK(per->sci_kg->spread->median == Approx(e->sci_kg->best / 2).epsilon(0.01));
  CHECK(per->sci_kg->spread->high == Approx(e->sci_kg->best).epsilon(0.01));
  CHECK(per->total_kg.spread->high == e->total_kg.spread->high);
}

TEST_CASE("a market-based figure: the meter's energy by its factor, and only with every stage") {
  Json s = scenario_of({stage(eight_cards), stage(eight_cards)});
  s["stages"][0]["site"] = {{"market_kg_per_kwh", 0.1}};
  const auto one = test::estimate(s);
  CHECK_FALSE(one->market_kg);
  CHECK(warns(one, "no-market", ""));
  s["site"]["market_kg_per_kwh"] = 0;
  const auto both = test::estimate(s);
  CHECK(both->market_kg->best ==
        Approx(1.2 * 240 * 0.1).epsilon(1e-14));    // the other's is 0, as somebody says
  CHECK(both->total_kg.best == one->total_kg.best); // location-based, always
  CHECK_FALSE(test::estimate(scenario_of({stage(eight_cards)}))->market_kg);
}

TEST_CASE("a stage that is so many times another one is that one, written out and repeated") {
  Json s = scenario_of({stage(eight_cards), stage(R"({"name":"before","like":{"stage":0,"times":3}})")},
                       all_given);
  s["site"]["ewif_l_per_kwh"] = 2;
  s["prices"] = {{"electricity_usd_per_kwh", 0.1},
                 {"device_usd_per_hour", {{"preemptible", 1}, {"on_demand", 2}}}};
  s["stages"][0]["runs"] = 2;
  Json written = s;
  written["stages"][1] = written["stages"][0];
  written["stages"][1]["runs"] = 6;
  const auto a = test::estimate(s), b = test::estimate(written);
  CHECK(a->stages[1].name == "before");
  CHECK(a->stages[1].energy_kwh.best == b->stages[1].energy_kwh.best);
  CHECK(a->stages[1].device_hours->best == b->stages[1].device_hours->best);
  CHECK(a->stages[1].embodied_kg->best == b->stages[1].embodied_kg->best);
  CHECK(a->total_kg.best == b->total_kg.best);
  CHECK(a->water_l->best == b->water_l->best);
  CHECK(a->cost_usd.electricity->best == b->cost_usd.electricity->best);
  CHECK(a->cost_usd.cloud->on_demand.best == b->cost_usd.cloud->on_demand.best);
  // Three halves of an energy.
  s["stages"][0] = stage(R"({"runs":4,"energy":{"meter_kwh":100},"time":{"device_hours":10}})");
  s["stages"][1]["like"]["times"] = 1.5;
  const auto e = test::estimate(s);
  CHECK(e->stages[1].energy_kwh.best == 600);
  CHECK(e->stages[1].device_hours->best == 60);
  CHECK(e->energy_kwh.best == 1000);
  s["stages"][1]["like"]["times"] = 0;
  CHECK(test::estimate(s)->energy_kwh.best == 400);
}

TEST_CASE("a multiple of a stage varies with it, whatever it says of its own place, prices or hardware") {
  Json s = scenario_of({stage(eight_cards), stage(R"({"like":{"stage":0,"times":2}})")}, all_given);
  const Json range = Json::parse(R"({"best":100,"low":50,"high":300})");
  s["stages"][0]["time"]["hours"] = range;
  s["stages"][0]["site"] = {{"pue", Json::parse(R"({"best":1.3,"low":1.1,"high":1.8})")}};
  s["stages"][0]["embodied"] = {{"card_kg", Json::parse(R"({"best":100,"low":50,"high":200})")}};
  const auto twice = [&](const Json& scenario, bool place, bool hardware) {
    const auto e = test::estimate(scenario);
    const auto& [one, two] = std::pair(e->stages[0], e->stages[1]);
    if (place) {
      CHECK(two.energy_kwh.spread->low == 2 * one.energy_kwh.spread->low);
      CHECK(two.energy_kwh.spread->high == 2 * one.energy_kwh.spread->high);
      CHECK(e->energy_kwh.spread->high == Approx(3 * one.energy_kwh.spread->high).epsilon(1e-12));
      CHECK(operand(e, "E", "PUE", 1)->path == "/stages/0/site/pue");
    }
    if (hardware) {
      CHECK(two.embodied_kg->spread->low == Approx(2 * one.embodied_kg->spread->low).epsilon(1e-12));
      CHECK(e->embodied_kg->spread->high == Approx(3 * one.embodied_kg->spread->high).epsilon(1e-12));
      CHECK(operand(e, "C_embodied", "card_kg", 1)->path == "/stages/0/embodied/card_kg");
    }
  };
  twice(s, true, true);
  Json prices = s;
  prices["stages"][1]["prices"] = {{"electricity_usd_per_kwh", 0.1}};
  twice(prices, true, true);
  CHECK(test::estimate(prices)->cost_usd.electricity->best == Approx(2 * 1.3 * 240 * 0.1).epsilon(1e-14));
  Json off = s;
  off["stages"][1]["embodied"] = false;
  twice(off, true, false);
  CHECK_FALSE(test::estimate(off)->stages[1].embodied_kg);
  Json own = s;
  own["stages"][1]["embodied"] = {{"card_kg", 700}};
  twice(own, true, false);
  CHECK(test::estimate(own)->stages[1].embodied_kg->best ==
        Approx(2 * 800 * 1000.0 / (5 * year * 0.5)).epsilon(1e-14));
  Json elsewhere = s;
  elsewhere["stages"][1]["site"] = {{"pue", 1.1}, {"grid", {{"kg_per_kwh", 0.02}}}};
  twice(elsewhere, false, true);
}

TEST_CASE("a multiple of a stage can stand in another place") {
  Json s = scenario_of({stage(eight_cards), stage(R"({"like":{"stage":0,"times":2}})")}, all_given);
  s["stages"][1]["site"] = {{"pue", 1.1}, {"grid", {{"kg_per_kwh", 0.02}}}, {"market_kg_per_kwh", 0.3}};
  const auto e = test::estimate(s);
  CHECK(e->stages[1].it_energy_kwh.best == 480);
  CHECK(e->stages[1].operational_kg.best == Approx(480 * 1.1 * 0.02).epsilon(1e-14));
  CHECK(e->stages[0].operational_kg.best == Approx(240 * 1.2 * 0.4).epsilon(1e-14));
  CHECK(e->stages[1].embodied_kg->best == Approx(2 * e->stages[0].embodied_kg->best).epsilon(1e-14));
  // At home the hardware is another.
  s.erase("embodied");
  s["stages"][0]["power"]["devices"][0]["count"] = 1;
  s["stages"][1]["site"] = {{"region", "own/laptop"}, {"grid", {{"kg_per_kwh", 0.02}}}};
  const auto home = test::estimate(s);
  CHECK(home->stages[0].embodied_kg->best == Approx(100 * 600.0 / (4 * year * 0.85)).epsilon(1e-14));
  CHECK(home->stages[1].embodied_kg->best == Approx(200 * 125.0 / (4 * year * 0.2)).epsilon(1e-14));
  // The other way round, it's no longer a laptop.
  s["site"] = s["stages"][1]["site"];
  s["stages"][1]["site"] = {{"region", "own/machine-room"}, {"grid", {{"kg_per_kwh", 0.02}}}};
  const auto room = test::estimate(s);
  CHECK(room->stages[0].embodied_kg->best == Approx(100 * 125.0 / (4 * year * 0.2)).epsilon(1e-14));
  CHECK(room->stages[1].embodied_kg->best == Approx(200 * 600.0 / (4 * year * 0.85)).epsilon(1e-14));
  // The hardware of a laptop, though only its use is said.
  s["stages"][1].erase("site");
  s["stages"][1]["embodied"] = {{"active_share", 0.5}};
  CHECK(test::estimate(s)->stages[1].embodied_kg->best ==
        Approx(200 * 125.0 / (4 * year * 0.5)).epsilon(1e-14));
}

TEST_CASE("a multiple of no stage, of itself or of a multiple is a fault") {
  const auto with = [](const char* like) { return scenario_of({stage(eight_cards), stage(like)}); };
  CHECK(fault(with(R"({"like":{"stage":1,"times":2}})")) == "no-such-stage /stages/1/like/stage;");
  CHECK(fault(with(R"({"like":{"stage":2,"times":2}})")) == "no-such-stage /stages/1/like/stage;");
  CHECK(fault(with(R"({"like":{"stage":-1,"times":2}})")) == "out-of-range /stages/1/like/stage;");
  CHECK(fault(with(R"({"like":{"stage":0.5,"times":2}})")) == "not-whole /stages/1/like/stage;");
  CHECK(fault(with(R"({"runs":2,"like":{"stage":0,"times":2}})")) == "at-most-one /stages/1;");
  CHECK(fault(with(R"({"like":{"stage":0,"times":2},"time":{"hours":2}})")).substr(0, 16) ==
        "needs /stages/1;");
  CHECK(fault(with(R"({"like":{"stage":0,"times":2},"energy":{"it_kwh":2}})")) == "exactly-one /stages/1;");
  CHECK(fault(with(R"({"like":{"stage":0}})")) == "missing /stages/1/like;");
  Json chain = with(R"({"like":{"stage":0,"times":2}})");
  chain["stages"].push_back(stage(R"({"like":{"stage":1,"times":2}})"));
  CHECK(fault(chain) == "no-such-stage /stages/2/like/stage;");
  // The one that it is a multiple of may stand behind it.
  CHECK(fault(scenario_of({stage(R"({"like":{"stage":1,"times":2}})"), stage(eight_cards)})).empty());
}

TEST_CASE("typical ranges: each exact number gets the spread of its row, in proportion, and the rest stays") {
  Json s = scenario_of(
      {stage(
          R"({"runs":3,"time":{"parameters":1e9,"tokens":2e10,"mfu":0.7},"power":{"devices":[{"device":"nvidia-v100-sxm2-16gb","count":8,"utilisation":0.5}],"node_overhead":1.3}})")},
      R"({"ranges":"typical","embodied":{"card_kg":300,"host_share_kg":90,"lifetime_years":2,"active_share":0.9}})");
  s["site"]["market_kg_per_kwh"] = 0.05;
  s["site"]["wue_l_per_kwh"] = 3;
  s["site"]["ewif_l_per_kwh"] = 2;
  const auto e = test::estimate(s);
  const auto is = [&](const char* step, const char* symbol, double best, double low, double high) {
    const auto* in = operand(e, step, symbol);
    INFO(symbol);
    REQUIRE(in);
    CHECK(in->value.best == best);
    CHECK(in->value.low == Approx(low).epsilon(1e-14));
    CHECK(in->value.high == Approx(high).epsilon(1e-14));
  };
  is("E_IT", "runs", 3, 3, 3);
  is("FLOP", "parameters", 1e9, 1e9, 1e9);
  is("FLOP", "tokens", 2e10, 2e10, 2e10);
  is("peak_all", "count", 8, 8, 8);
  is("peak_all", "peak", 125e12, 125e12, 125e12);
  is("t", "mfu", 0.7, 0.7 * 0.15 / 0.35, 1);
  is("P_cards", "TDP", 300, 300, 300);
  is("P_cards", "utilisation", 0.5, 0.3, 0.5 * 0.95 / 0.75);
  is("P_IT", "node_overhead", 1.3, 1 + 0.3 * 0.5, 1 + 0.3 * 1 / 0.6);
  is("E", "PUE", 1.2, 1 + 0.2 * 0.08 / 0.54, 1 + 0.2 * 1 / 0.54);
  is("C_operational", "I", 0.4, 0.32, 0.5);
  is("C_market", "I_market", 0.05, 0.65 * 0.05, 0.075); // low-carbon, so known less well
  is("W", "WUE", 3, 0.3, 18);
  is("W", "EWIF", 2, 2, 2);
  is("C_embodied", "card_kg", 300, 120, 1150);
  is("C_embodied", "host_share_kg", 90, 50, 150);
  is("C_embodied", "lifetime", 2, 1.5, 3);
  is("C_embodied", "active_share", 0.9, 0.9 * 0.5 / 0.85, 1);

  // A range that is given stays, and without "typical" nothing gets one.
  s["site"]["pue"] = Json::parse(R"({"best":1.2,"low":1.1,"high":1.25})");
  CHECK(operand(test::estimate(s), "E", "PUE")->value == accounting::Range{1.2, 1.1, 1.25});
  s["site"]["pue"] = 1.2;
  s["ranges"] = "as-given";
  const auto exact = test::estimate(s);
  CHECK(exact->total_kg.spread->low == exact->total_kg.best);
  CHECK(exact->total_kg.spread->high == exact->total_kg.best);
  CHECK(exact->sensitivity.empty());
}

TEST_CASE("typical ranges of a measured draw and of an energy are a sensor's") {
  for (const auto& [text, step, symbol] :
       {std::tuple{R"({"time":{"hours":5},"power":{"measured_w":1000}})", "E_IT", "P_IT"},
        {R"({"time":{"hours":5},"power":{"measured_w":1000,"scope":"accelerators"}})", "P_IT", "P_cards"},
        {R"({"time":{"hours":5},"power":{"devices":[{"watts":1000,"count":2}],"host_w":50}})", "P_cards",
         "card_watts"},
        {R"({"time":{"hours":5},"power":{"devices":[{"system_watts":1000,"count":2}]}})", "P_system",
         "system_watts"},
        {R"({"energy":{"it_kwh":1000}})", "E_IT", "it_kwh"},
        {R"({"energy":{"meter_kwh":1000}})", "E", "meter_kwh"}}) {
    const auto e = test::estimate(scenario_of({stage(text)}, R"({"ranges":"typical"})"));
    const auto* in = operand(e, step, symbol);
    INFO(text);
    REQUIRE(in);
    CHECK(in->value.low == Approx(950).epsilon(1e-14));
    CHECK(in->value.high == Approx(1050).epsilon(1e-14));
  }
}
