#include "support/catch.hpp"
#include "support/scenarios.hpp"

#include "documents/json_syntax.hpp"
#include "documents/nearest.hpp"
#include "documents/scenario.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

using namespace fivecars;
using namespace fivecars::documents;

namespace {

std::vector<std::string> codes(const Json& scenario) {
  std::vector<std::string> found;
  for (const auto& issue : test::calculate(scenario).issues)
    found.emplace_back(issue.code);
  return found;
}

Json good() {
  return Json::parse(R"({"schema":"fivecars/scenario/1",
    "stages":[{"time":{"hours":79.2},"power":{"measured_w":12041.51}}],
    "site":{"pue":1.58,"grid":{"id":"strubell-2019/US"}},"embodied":false})");
}

} // namespace

TEST_CASE("numbers are written for people, the same on every platform") {
  CHECK(format_number(0) == "0");
  CHECK(format_number(-4) == "-4");
  CHECK(format_number(79.2) == "79.2");
  CHECK(format_number(1000000) == "1,000,000");
  CHECK(format_number(12041.51) == "12,041.51");
  CHECK(format_number(0.43272712098) == "0.43272712098");
  CHECK(format_number(0.1 + 0.2) == "0.3");
  CHECK(format_number(999999.9999999999) == "1,000,000");
  CHECK(format_number(0.000001) == "0.000001");
  CHECK(format_number(1e15) == "1e15");
  CHECK(format_number(1.5e-7) == "1.5e-7");
  CHECK(format_number(-2.5e300) == "-2.5e300");
  CHECK(format_number(5e-324) == "4.94065645841e-324");
  CHECK(format_number(1.7976931348623157e308) == "1.79769313486e308");
}

TEST_CASE("a written number reads back to itself within its digits") {
  std::mt19937_64 random(4);
  std::uniform_real_distribution<double> exponent(-300, 300);
  for (int i = 0; i < 20000; ++i) {
    const double x = std::pow(10, exponent(random)) * (random() % 2 == 0 ? 1 : -1);
    std::string text = format_number(x);
    text.erase(std::remove(text.begin(), text.end(), ','), text.end());
    INFO(text);
    const bool near_one = std::fabs(x) >= 1e-6 && std::fabs(x) < 1e35;
    CHECK(std::fabs(std::stod(text) / x - 1) <= (near_one ? 6e-15 : 6e-12));
  }
}

TEST_CASE("what is allowed is said in words") {
  CHECK(allowed(limits::hours) == "a number from 0 to 1,000,000");
  CHECK(allowed(limits::runs) == "a whole number from 1 to 1,000,000,000");
  CHECK(allowed(limits::active_share) == "a number from 0.001 to 1");
  CHECK(allowed(limits::epochs) == "a number above 0 and up to 1,000,000");
}

TEST_CASE("the message of the method's example is the one it prints") {
  Json scenario = good();
  scenario["stages"][0]["time"]["hours"] = -4;
  const auto issues = test::calculate(scenario).issues;
  REQUIRE(issues.size() == 1);
  CHECK(message(issues[0]) == "/stages/0/time/hours: -4 is not allowed; a number from 0 to 1,000,000");
}

TEST_CASE("every limit is kept: the ends are allowed, a step beyond is not") {
  const auto check = [](const char* pointer, const Limit& limit, Json scenario) {
    const auto verdict = [&](double x) {
      scenario[Json::json_pointer(pointer)] = x;
      return codes(scenario).empty();
    };
    INFO(pointer);
    CHECK(verdict(limit.max));
    CHECK_FALSE(verdict(std::nextafter(limit.max, 1e300)));
    CHECK(verdict(limit.min) == !limit.above_min);
    CHECK_FALSE(verdict(limit.min - 1));
  };
  check("/stages/0/time/hours", limits::hours, good());
  check("/stages/0/power/measured_w", limits::draw_w, good());
  check("/site/pue", limits::pue, good());
  Json own = good();
  own["site"]["grid"] = {{"kg_per_kwh", 1}};
  check("/site/grid/kg_per_kwh", limits::kg_per_kwh, own);
  Json cards = good();
  cards["stages"][0]["time"] = {{"parameters", 1e9}, {"tokens", 1e9}, {"epochs", 1}, {"mfu", 0.5}};
  cards["stages"][0]["power"] = {{"devices", {{{"count", 1}, {"watts", 10}, {"peak_flops", 1e12}}}},
                                 {"node_overhead", 1}};
  check("/stages/0/time/epochs", limits::epochs, cards);
  check("/stages/0/time/mfu", limits::mfu, cards);
  check("/stages/0/time/tokens", limits::tokens, cards);
  check("/stages/0/power/node_overhead", limits::node_overhead, cards);
  check("/stages/0/power/devices/0/watts", limits::device_w, cards);
  check("/stages/0/power/devices/0/peak_flops", limits::peak_flops, cards);
}

TEST_CASE("one fault doesn't hide another, nor make one up") {
  using List = std::vector<std::string>;
  Json s = good();
  s.erase("schema");
  s["site"]["grid"]["id"] = "nowhere";
  CHECK(codes(s) == List{"missing", "unknown-id"});

  s = good();
  s["stages"][0]["power"] = {{"devices", {{{"device", "nvidia-v1"}, {"count", 1}}}}, {"node_overhead", 1.5}};
  CHECK(codes(s) == List{"unknown-id"});
  s["stages"][0]["energy"] = {{"it_kwh", 1}};
  CHECK(codes(s) == List{"exactly-one", "unknown-id"});
  s = good();
  s["stages"][0]["power"] = {{"devices", {{{"watts", -1}}}}};
  CHECK(codes(s) == List{"out-of-range", "missing"});
  s["stages"][0]["power"] = {{"devices", "V100"}, {"node_overhead", 1.5}};
  s["stages"][0]["time"] = {{"flop", 1e20}};
  CHECK(codes(s) == List{"wrong-type"});
  s = good();
  s["stages"][0]["power"] = {{"measured_w", 5}, {"scope", "acelerators"}, {"node_overhead", 1.5}};
  CHECK(codes(s) == List{"unknown-value"});
  s["stages"][0]["power"] = Json::object();
  CHECK(codes(s) == List{"at-least-one"});
  s = good();
  s["stages"][0]["power"] = {{"devices", {{{"device", ""}, {"count", 1}}}}};
  CHECK(codes(s) == List{"wrong-length"});
}

TEST_CASE("faults without end are told as far as anybody reads, and soon") {
  Json s = good();
  s["stages"][0]["power"] = {{"devices", Json::array()}};
  for (int i = 0; i < 100; ++i)
    s["stages"][0]["power"]["devices"].push_back({{"device", "q"}, {"count", 1}, {"x", 1}});
  for (int i = 1; i < 12; ++i)
    s["stages"].push_back(s["stages"][0]);
  const auto found = codes(s);
  CHECK(found.size() == 1001);
  CHECK(found.back() == "too-many-issues");

  s = good();
  for (int i = 0; i < 100; ++i)
    s["x" + std::to_string(i)] = 1;
  CHECK(codes(s) == std::vector<std::string>{"too-many-members"});
}

TEST_CASE("years are written without a comma") {
  Json s = good();
  s["site"]["grid"]["year"] = 1800;
  CHECK(message(test::calculate(s).issues.at(0)) ==
        "/site/grid/year: 1800 is not allowed; a whole number from 1990 to 2100");
}

TEST_CASE("a range must be in order, and its best above the floor") {
  Json scenario = good();
  const auto pue = [&](double low, double best, double high) {
    scenario["site"]["pue"] = {{"best", best}, {"low", low}, {"high", high}};
    return codes(scenario);
  };
  CHECK(pue(1.1, 1.2, 1.4).empty());
  CHECK(pue(1, 1, 1).empty());
  CHECK(pue(1, 1.2, 1.4).empty());
  CHECK(pue(1.3, 1.2, 1.4) == std::vector<std::string>{"range-order"});
  CHECK(pue(1, 1, 1.4) == std::vector<std::string>{"best-at-floor"});
}

TEST_CASE("a scenario that is read and written says the same") {
  for (const auto& model : catalog::publications()) {
    if (!model.scenario)
      continue;
    std::vector<Issue> issues;
    const Json before = test::model_scenario(model.id);
    const auto document = read<ScenarioDoc>(JsonNode(before), issues);
    CHECK(issues.empty());
    CHECK(nlohmann::json(to_json(document)) == nlohmann::json(before)); // but for the order of members
  }
}

TEST_CASE("each member of a scenario, once unknown, is a fault with its place") {
  const Json flat = good().flatten();
  for (const auto& item : flat.items()) {
    Json scenario = good();
    const Json::json_pointer at{item.key()};
    scenario[at.parent_pointer()]["unknown"] = 1;
    const auto issues = test::calculate(scenario).issues;
    if (scenario[at.parent_pointer()].is_object()) {
      REQUIRE(issues.size() == 1);
      CHECK(issues[0].path == at.parent_pointer().to_string() + "/unknown");
    }
  }
}

TEST_CASE("scenario-wide faults are told once, however many stages there are") {
  Json scenario = good();
  for (int i = 0; i < 50; ++i)
    scenario["stages"].push_back(scenario["stages"][0]);
  scenario["site"]["grid"]["id"] = "nowhere";
  CHECK(codes(scenario) == std::vector<std::string>{"unknown-id"});
}

TEST_CASE("the nearest known name is found through slips of the fingers, and nothing for strangers") {
  const std::vector<std::string_view> known{"nvidia-v100-sxm2-16gb", "nvidia-p100-sxm2", "google-tpu-v2"};
  CHECK(nearest("nvidia-v100-smx2-16gb", known) == known[0]);
  CHECK(nearest("NVIDIA-P100-SXM2", known) == known[1]);
  CHECK(nearest("tpu-v2", known) == known[2]);
  CHECK(nearest("gogle-tpu-v2", known) == known[2]);
  CHECK(nearest("banana", known).empty());
  CHECK(nearest("", known).empty());
  CHECK(nearest(std::string(100000, 'x'), known).empty());
}

TEST_CASE("pointers escape what JSON pointers escape, and clipping keeps characters whole") {
  CHECK(pointer_token("a/b~c") == "a~1b~0c");
  CHECK(clipped("abc", 5) == "abc");
  CHECK(clipped("grün", 3) == "gr"); // ü has two bytes
  CHECK(clipped("grün", 4) == "grü");
}

TEST_CASE("JSON is told from what isn't, exactly as the parser tells it") {
  const std::vector<std::string> texts{
      "{}",
      "[]",
      " 1 ",
      "-0",
      "0.5e-3",
      "1E+5",
      "\"\\u00e9\\n\"",
      "[1,[2,{\"a\":null}]]",
      "true",
      "\"\\ud83d\\ude00\"",
      "",
      "{",
      "[1,]",
      "{\"a\"}",
      "{\"a\":}",
      "01",
      "1.",
      ".5",
      "+1",
      "1e",
      "'a'",
      "\"a",
      "\"\t\"",
      "\"\\x\"",
      "\"\\u12\"",
      "tru",
      "nul",
      "[1 2]",
      "{\"a\":1,}",
      "{a:1}",
      "[}",
      "\xff",
      "\"\xc0\xaf\"",
      "1 1",
      "/**/1",
      "NaN",
      "-",
      "-a",
  };
  for (const auto& text : texts) {
    INFO(text);
    CHECK(json_fault(text).has_value() == !Json::accept(text));
  }
}

TEST_CASE("mutated documents: the check and the parser agree, but for what the check adds") {
  std::mt19937 random(5);
  const std::string text = good().dump(1);
  const std::string odd = "{}[]\",:\\0e-+.\n atrue";
  int broken = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string t = text;
    for (int k = 0; k < 2; ++k)
      t[random() % t.size()] = odd[random() % odd.size()];
    const auto fault = json_fault(t);
    if (fault) {
      ++broken;
      const std::string said = message(*fault);
      const bool added =
          said.find("second time") != std::string::npos || said.find("too large") != std::string::npos;
      if (!added) {
        INFO(t << said);
        CHECK_FALSE(Json::accept(t));
      }
    } else {
      INFO(t);
      CHECK(Json::accept(t));
    }
  }
  CHECK(broken > 10000);
}

TEST_CASE("a member that is named twice is a fault, however it is spelt") {
  CHECK(json_fault(R"({"a":1,"a":2})"));
  CHECK(json_fault(R"({"hours":1,"\u0068ours":2})"));
  CHECK(json_fault(R"({"\/":1,"/":2})"));
  CHECK(json_fault(R"({"é":1,"\u00e9":2})"));
  CHECK_FALSE(json_fault(R"({"a":1,"A":2,"\u0061\u0061":3})"));
}

TEST_CASE("a fault of the syntax has its line and its column in characters") {
  const auto place = [](std::string_view text) {
    const auto fault = json_fault(text);
    REQUIRE(fault);
    return std::pair{fault->params[0].number, fault->params[1].number};
  };
  CHECK(place("x") == std::pair{1.0, 1.0});
  CHECK(place("{\n  \"a\": x\n}") == std::pair{2.0, 8.0});
  CHECK(place("[\"grün ✓\", x]") == std::pair{1.0, 12.0});
}
