// What an adversary tries: requests that contradict themselves, places that nobody knows, copies of stages
// that say a little of their own.
#include "support/catch.hpp"
#include "support/scenarios.hpp"

#include "documents/what_if.hpp"

#include <algorithm>
#include <string>
#include <string_view>

using namespace fivecars;
using documents::Json;

namespace {

Json eight_cards(const char* more = "{}") {
  Json stage = Json::parse(
      R"({"time":{"hours":100},"power":{"devices":[{"device":"nvidia-a100-sxm4-80gb","count":8}]}})");
  stage.update(Json::parse(more));
  return stage;
}

Json scenario_of(std::initializer_list<Json> stages, const char* rest = "{}") {
  Json s{{"schema", "fivecars/scenario/1"}, {"stages", Json::array()}};
  for (const Json& stage : stages)
    s["stages"].push_back(stage);
  s.update(Json::parse(rest));
  return s;
}

template <class Request, class Document>
documents::Answer<Document>
ask(const Json& request, documents::Answer<Document> (*call)(const Request&, std::vector<documents::Issue>)) {
  return documents::answer(documents::JsonNode(request), call);
}

template <class Result>
std::string faults(const Result& result) {
  std::string all;
  for (const auto& i : result.issues)
    all += std::string(i.code) + " " + i.path + ";";
  CHECK(result.document.has_value() == all.empty());
  return all;
}

// Where the operand of a step stands.
std::string place(const test::Estimated& e, std::string_view step, std::string_view symbol,
                  std::int32_t stage) {
  for (const auto& s : e->trace)
    if (s.symbol == step && s.stage == stage)
      for (const auto& o : s.operands)
        if (o.symbol == symbol && o.input)
          return o.input->path;
  return "nowhere";
}

std::string entry(const test::Estimated& e, std::string_view step, std::string_view symbol) {
  for (const auto& s : e->trace)
    for (const auto& o : s.operands)
      if (s.symbol == step && o.symbol == symbol && o.input)
        return o.input->entry;
  return "nowhere";
}

} // namespace

TEST_CASE("a stage in a place that no grid is known of has no years, and keeps what it has") {
  const Json request{
      {"schema", "fivecars/rank/1"},
      {"over", "years"},
      {"ranges", true},
      {"scenario", scenario_of({eight_cards(), eight_cards(R"({"site":{"grid":{"id":"ember/FRA"}}})")},
                               R"({"site":{"region":"own/machine-room"}})")}};
  const auto result = ask(request, &documents::rank);
  CHECK(faults(result).empty());
  CHECK(result.document->rows.size() > 5);
}

TEST_CASE("a difference is refused for any fault of its request") {
  Json request{{"schema", "fivecars/diff/1"},
               {"from", scenario_of({eight_cards()})},
               {"to", scenario_of({eight_cards()})}};
  CHECK(faults(ask(request, &documents::diff)).empty());
  request["bogus"] = 1;
  CHECK(faults(ask(request, &documents::diff)) == "unknown-member /bogus;");
  request.erase("bogus");
  request["schema"] = "fivecars/diff/2";
  CHECK(faults(ask(request, &documents::diff)) == "unknown-value /schema;");
}

TEST_CASE("the whole number of devices is within the budget, also where more of them emit less") {
  Json request{
      {"schema", "fivecars/solve/1"},
      {"for", "devices"},
      {"budget", {{"kg", 6000}}},
      {"scenario",
       scenario_of(
           {Json::parse(
               R"({"time":{"flop":1e22},"power":{"devices":[{"device":"nvidia-a100-sxm4-80gb","count":8}],"host_w":5000}})")},
           R"({"embodied":false})")}};
  const auto solved = ask(request, &documents::solve);
  CHECK(faults(solved).empty());
  const auto emitted = [&](double devices) {
    request["scenario"]["stages"][0]["power"]["devices"][0]["count"] = devices;
    return test::estimate(request["scenario"], test::best_alone)->total_kg.best;
  };
  const double whole = *solved.document->whole;
  CHECK(emitted(whole) <= 6000);
  CHECK(emitted(whole - 1) > 6000);
}

TEST_CASE("one fault is told once") {
  const auto fault = [](const Json& s) { return faults(test::calculate(s, test::best_alone)); };
  const auto like = [](const char* stage) { return Json{{"like", Json::parse(stage)}}; };
  CHECK(fault(scenario_of({like("{}"), eight_cards()})) == "missing /stages/0/like;missing /stages/0/like;");
  CHECK(fault(scenario_of({like(R"({"stage":1000,"times":2})"), eight_cards()})) ==
        "out-of-range /stages/0/like/stage;");
  CHECK(fault(scenario_of({like(R"({"stage":1.5,"times":2})"), eight_cards()})) ==
        "not-whole /stages/0/like/stage;");
  CHECK(fault(scenario_of({eight_cards()}, R"({"site":{"region":"nowhere","grid":{"year":2020}}})")) ==
        "unknown-id /site/region;");
  CHECK(fault(scenario_of({eight_cards()}, R"({"site":{"grid":{"year":2020}}})")) == "no-grid /site/grid;");
}

TEST_CASE("a copy keeps, key by key, what it doesn't replace: the same number at the same place") {
  const Json two = Json::parse(R"({"stage":0,"times":2})");
  const Json original = eight_cards(
      R"({"site":{"region":"aws/us-east-1","pue":{"best":1.3,"low":1.1,"high":1.6}},
          "prices":{"electricity_usd_per_kwh":0.1},"embodied":{"card_kg":1000}})");
  const char* const whole = R"({"prices":{"electricity_usd_per_kwh":0.5},"embodied":{"host_share_kg":7}})";

  const auto place_of_its_own = test::estimate(
      scenario_of({original, {{"like", two}, {"site", {{"grid", {{"id", "ember/FRA"}}}}}}}, whole));
  CHECK(place(place_of_its_own, "E", "PUE", 1) == "/stages/0/site/pue");
  CHECK(place(place_of_its_own, "C_operational", "I", 1) == "/stages/1/site/grid/id");
  CHECK(place(place_of_its_own, "W", "WUE", 1) == "/stages/0/site/region");
  CHECK(place_of_its_own->stages[1].energy_kwh.spread->high ==
        2 * place_of_its_own->stages[0].energy_kwh.spread->high);

  const auto priced = test::estimate(scenario_of(
      {original,
       {{"like", two}, {"prices", {{"device_usd_per_hour", {{"preemptible", 1}, {"on_demand", 2}}}}}}},
      whole));
  CHECK(place(priced, "cost_electricity", "price_kWh", 1) == "/stages/0/prices/electricity_usd_per_kwh");

  for (const char* own : {R"({"lifetime_years":2})", "true"}) {
    const auto made =
        test::estimate(scenario_of({original, {{"like", two}, {"embodied", Json::parse(own)}}}, whole));
    CHECK(place(made, "C_embodied", "card_kg", 1) == "/stages/0/embodied/card_kg");
    CHECK(place(made, "C_embodied", "host_share_kg", 1) == "/embodied/host_share_kg");
  }
  // A region of its own is elsewhere.
  const auto elsewhere = test::estimate(
      scenario_of({original, {{"like", two}, {"site", {{"region", "aws/eu-west-3"}}}}}, whole));
  CHECK(place(elsewhere, "E", "PUE", 1) == "/stages/1/site/region");
}

TEST_CASE("what is said of a place is said once, however many copies of its stage there are") {
  const Json copy = Json::parse(R"({"like":{"stage":0,"times":2},"site":{"pue":1.1}})");
  const auto e = test::estimate(
      scenario_of({eight_cards(R"({"site":{"region":"aws/us-east-1"}})"), copy, copy}), test::best_alone);
  const auto& all = e.document().warnings;
  for (const auto& one : all)
    CHECK(std::count_if(all.begin(), all.end(), [&](const auto& other) {
            return other.code == one.code && other.path == one.path;
          }) == 1);
}

TEST_CASE("water that is known of a country alone is one figure in all of its grids") {
  const auto of = [](const char* region) {
    return entry(test::estimate(scenario_of(
                     {eight_cards((std::string(R"({"site":{"region":")") + region + R"("}})").c_str())})),
                 "W", "EWIF");
  };
  CHECK(of("aws/us-east-1") == "grids/ember/USA/water");
  CHECK(of("aws/us-west-2") == "grids/ember/USA/water");
}

TEST_CASE("ranges of more stages than one call works out are refused, with what would help") {
  documents::Json scenario = documents::Json::parse(
      R"({"schema":"fivecars/scenario/1","stages":[],"site":{"pue":1.2,"grid":{"kg_per_kwh":0.4}},"ranges":"typical","embodied":false})");
  for (int i = 0; i < 200; ++i)
    scenario["stages"].push_back({{"energy", {{"it_kwh", 100 + i}}}});
  documents::Json request{
      {"schema", "fivecars/rank/1"}, {"scenario", scenario}, {"over", "sites"}, {"ranges", true}};
  const auto all = documents::answer(documents::JsonNode(request), &documents::rank);
  REQUIRE(all.issues.size() == 1);
  CHECK(all.issues[0].code == documents::code::too_many_ranges);
  request["most"] = 2;
  CHECK(documents::answer(documents::JsonNode(request), &documents::rank).document);
}
