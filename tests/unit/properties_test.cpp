// What holds for every scenario, tried on thousands made by chance.
#include "support/catch.hpp"
#include "golden/brute_force/whole_cases.hpp"
#include "support/random_scenario.hpp"
#include "support/scenarios.hpp"
#include "support/steps.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace fivecars;
using accounting::Outcome;
using documents::Json;
using test::RandomScenario;

namespace {

using test::fewer;

using Results = std::map<std::string, const Outcome*>;

// Every result of an estimate, by its name in the document.
Results results(const accounting::Estimate& e) {
  Results out;
  const auto add = [&](const std::string& name, const Outcome& o) { out[name] = &o; };
  const auto add_if = [&](const std::string& name, const std::optional<Outcome>& o) {
    if (o)
      out[name] = &*o;
  };
  add("it_energy_kwh", e.it_energy_kwh);
  add("energy_kwh", e.energy_kwh);
  add_if("device_hours", e.device_hours);
  add("operational_kg", e.operational_kg);
  add_if("market_kg", e.market_kg);
  add_if("embodied_kg", e.embodied_kg);
  add("total_kg", e.total_kg);
  add_if("sci_kg", e.sci_kg);
  add_if("water_l", e.water_l);
  add_if("cost_usd/electricity", e.cost_usd.electricity);
  if (e.cost_usd.cloud) {
    add("cost_usd/cloud/preemptible", e.cost_usd.cloud->preemptible);
    add("cost_usd/cloud/on_demand", e.cost_usd.cloud->on_demand);
  }
  for (std::size_t i = 0; i < e.stages.size(); ++i) {
    const std::string at = "stages/" + std::to_string(i) + "/";
    const auto& s = e.stages[i];
    add(at + "it_energy_kwh", s.it_energy_kwh);
    add(at + "energy_kwh", s.energy_kwh);
    add(at + "operational_kg", s.operational_kg);
    add_if(at + "embodied_kg", s.embodied_kg);
    add_if(at + "device_hours", s.device_hours);
  }
  for (const auto& q : e.equivalents)
    add("equivalents/" + std::string(q.set) + "/" + std::string(q.id), q.count);
  return out;
}

bool of_stage(const std::string& name) { return name.starts_with("stages/"); }

double best_total(const Json& scenario) { return test::estimate(scenario, test::best_alone)->total_kg.best; }

double off(double a, double b) {
  return a == b ? 0 : std::fabs(a - b) / std::max(std::fabs(a), std::fabs(b));
}

// How far apart the results of two scenarios are at most, relatively; stages aside.
struct Apart {
  double best = 0, range = 0;
};
Apart apart(const Json& a, const Json& b, accounting::Ask ask = {.trace = false}) {
  const auto e = test::estimate(a, ask), f = test::estimate(b, ask);
  const Results x = results(*e.operator->()), y = results(*f.operator->());
  Apart out;
  for (const auto& [name, o] : x) {
    if (of_stage(name))
      continue;
    const auto at = y.find(name);
    REQUIRE(at != y.end());
    const Outcome& p = *at->second;
    out.best = std::max(out.best, off(o->best, p.best));
    if (o->spread)
      out.range = std::max({out.range, off(o->spread->low, p.spread->low),
                            off(o->spread->median, p.spread->median), off(o->spread->high, p.spread->high)});
  }
  return out;
}

// Calls visit(pointer, number) for every number of a document that can have a range.
void each_number(Json& at, const std::string& pointer,
                 const std::function<void(const std::string&, const std::string&, Json&)>& visit) {
  static const std::set<std::string> numbers{
      "hours",      "device_hours",   "flop",         "parameters",  "tokens",     "epochs", "mfu",
      "measured_w", "watts",          "system_watts", "utilisation", "peak_flops", "host_w", "it_kwh",
      "meter_kwh",  "node_overhead",  "pue",          "kg_per_kwh",  "card_kg",    "runs",   "host_share_kg",
      "count",      "lifetime_years", "active_share", "times"};
  if (at.is_array())
    for (std::size_t i = 0; i < at.size(); ++i)
      each_number(at[i], pointer + "/" + std::to_string(i), visit);
  if (!at.is_object())
    return;
  for (auto& [name, value] : at.items()) {
    if (numbers.contains(name) && pointer != "/per")
      visit(pointer + "/" + name, name, value);
    else
      each_number(value, pointer + "/" + name, visit);
  }
}

// Scales a number, with its range; false where a limit is in the way.
bool scale(Json& value, double by, double most) {
  if (value.is_object()) {
    for (auto& part : value)
      if (part.get<double>() * by > most)
        return false;
    for (auto& part : value)
      part = part.get<double>() * by;
    return true;
  }
  if (value.get<double>() * by > most)
    return false;
  value = value.get<double>() * by;
  return true;
}

double most_of(const std::string& name) {
  if (name == "mfu" || name == "utilisation" || name == "active_share")
    return 1;
  return name == "pue" || name == "node_overhead" ? 10 : 1e30;
}

} // namespace

TEST_CASE(
    "more work, draw, overhead, intensity or making never lowers the total; better use never raises it") {
  RandomScenario random(1);
  random.ranges = true;
  std::map<std::string, int> tried;
  for (int i = 0; i < 1500 / fewer; ++i) {
    const Json scenario = random.scenario();
    const double before = best_total(scenario);
    Json changed = scenario;
    each_number(changed, "", [&](const std::string& pointer, const std::string& name, Json& value) {
      const Json old = value;
      if (name == "runs") {
        value = old.get<std::int64_t>() + 1;
      } else if (name == "count") {
        // With the time on the clock given; else more devices take less of it.
        if (!changed["stages"][std::stoul(pointer.substr(8))]["time"].contains("hours"))
          return;
        value = old.get<std::int64_t>() + 1;
      } else if (!scale(value, 1.25, most_of(name))) {
        value = old;
        return;
      }
      const double after = best_total(changed);
      const bool better =
          name == "mfu" || name == "lifetime_years" || name == "active_share" || name == "peak_flops";
      INFO(scenario.dump() << "\n" << pointer << ": " << before << " to " << after);
      CHECK((better ? after <= before * (1 + 1e-14) : after >= before * (1 - 1e-14)));
      tried[name] += after != before ? 1 : 0;
      value = old;
    });
  }
  // Each of them did move a total, and often.
  for (const char* name : {"hours",         "device_hours", "flop",           "parameters",   "tokens",
                           "epochs",        "mfu",          "measured_w",     "watts",        "system_watts",
                           "utilisation",   "peak_flops",   "host_w",         "it_kwh",       "meter_kwh",
                           "node_overhead", "pue",          "kg_per_kwh",     "card_kg",      "runs",
                           "host_share_kg", "count",        "lifetime_years", "active_share", "times"}) {
    INFO(name << ": " << tried[name]);
    CHECK(tried[name] >= (fewer == 1 ? 30 : 2));
  }
}

TEST_CASE("every range is in order and finite, and a best outside of it is told") {
  RandomScenario random(2);
  random.ranges = random.typical = true;
  const std::set<std::string> told{"it_energy_kwh",  "energy_kwh", "device_hours",
                                   "operational_kg", "market_kg",  "embodied_kg",
                                   "total_kg",       "sci_kg",     "water_l"};
  int outside = 0;
  for (int i = 0; i < 150 / fewer; ++i) {
    const Json scenario = random.scenario();
    INFO(scenario.dump());
    const auto e = test::estimate(scenario);
    std::set<std::string> warned, is_outside;
    for (const auto& w : e.document().warnings)
      if (w.code == "best-outside")
        warned.insert(w.params[0].text);
    for (const auto& [name, o] : results(*e.operator->())) {
      INFO(name);
      REQUIRE(o->spread);
      CHECK(std::isfinite(o->best));
      CHECK(std::isfinite(o->spread->high));
      CHECK(o->best >= 0);
      CHECK(o->spread->low >= 0);
      CHECK(o->spread->low <= o->spread->median);
      CHECK(o->spread->median <= o->spread->high);
      if (told.contains(name) && (o->best < o->spread->low || o->best > o->spread->high))
        is_outside.insert(name);
    }
    CHECK(warned == is_outside);
    outside += is_outside.empty() ? 0 : 1;

    const auto& h = e->histogram;
    std::uint64_t counted = 0;
    for (const auto c : h.counts)
      counted += c;
    CHECK(counted == (e->sensitivity.empty() && h.counts.size() == 1 ? h.counts[0] : 8192));
    CHECK(h.edges.size() == h.counts.size() + 1);
    CHECK(std::is_sorted(h.edges.begin(), h.edges.end()));
    CHECK(h.edges.front() <= e->total_kg.spread->low);
    CHECK(h.edges.back() >= e->total_kg.spread->high);

    double shares = 0;
    for (const auto& s : e->sensitivity) {
      const auto& in = e.document().scenario.inputs[s.input];
      INFO(in.symbol);
      CHECK_FALSE(in.value.exact());
      REQUIRE(s.variance_share);
      shares += *s.variance_share;
      // One end below or at the best, the other above or at it.
      const auto [least, most] = std::minmax(s.total_kg_low, s.total_kg_high);
      CHECK(least <= e->total_kg.best * (1 + 1e-12));
      CHECK(most >= e->total_kg.best * (1 - 1e-12));
    }
    CHECK(shares == Approx(e->sensitivity.empty() ? 0 : 1).epsilon(1e-12));
    for (std::size_t k = 1; k < e->sensitivity.size(); ++k)
      CHECK(*e->sensitivity[k].variance_share <= *e->sensitivity[k - 1].variance_share);
  }
  CHECK(outside <= 150 / fewer / 4);
}

TEST_CASE("where everything reaches to one side, the best of every figure lies outside, and is told") {
  const Json up = Json::parse(
      R"({"schema":"fivecars/scenario/1","per":{"unit":"run"},"embodied":{"card_kg":100,"host_share_kg":100,"lifetime_years":4,"active_share":0.8},"stages":[{
    "time":{"parameters":{"best":1e9,"low":1e9,"high":2e9},"tokens":{"best":1e9,"low":1e9,"high":2e9},
            "epochs":{"best":1,"low":1,"high":2},"mfu":{"best":0.5,"low":0.2,"high":0.5}},
    "power":{"devices":[{"watts":300,"count":8,"peak_flops":{"best":1e14,"low":5e13,"high":1e14}}]}}],
    "site":{"pue":{"best":1.1,"low":1.1,"high":1.9},"grid":{"kg_per_kwh":0.4},"market_kg_per_kwh":0.1,
            "wue_l_per_kwh":1,"ewif_l_per_kwh":1}})");
  std::set<std::string> warned;
  const auto e = test::estimate(up);
  for (const auto& w : e.document().warnings)
    if (w.code == "best-outside")
      warned.insert(w.params[0].text);
  for (const char* name : {"it_energy_kwh", "energy_kwh", "device_hours", "operational_kg", "market_kg",
                           "embodied_kg", "total_kg", "sci_kg", "water_l"}) {
    INFO(name);
    const Outcome& o = *results(*e.operator->()).at(name);
    CHECK(o.best < o.spread->low);
    CHECK(warned.contains(name));
  }
}

TEST_CASE("an end of the tornado is the total with that input there") {
  RandomScenario random(11);
  random.ranges = true;
  random.likes = false;
  int checked = 0;
  for (int i = 0; i < 60 / fewer; ++i) {
    const Json scenario = random.scenario();
    const auto e = test::estimate(scenario);
    for (const auto& s : e->sensitivity) {
      const auto& in = e.document().scenario.inputs[s.input];
      if (in.origin != accounting::Origin::given)
        continue;
      for (const bool high : {false, true}) {
        Json at_end = scenario;
        at_end.at(Json::json_pointer(in.path)) = high ? in.value.high : in.value.low;
        INFO(scenario.dump() << "\n" << in.path);
        CHECK((high ? s.total_kg_high : s.total_kg_low) == Approx(best_total(at_end)).epsilon(1e-11));
        ++checked;
      }
    }
  }
  CHECK(checked > 100 / fewer);
}

TEST_CASE("a stage cut in two is the same as one") {
  RandomScenario random(3);
  random.ranges = true;
  random.stage_ranges = false; // what a stage says is its own draw
  int cut = 0;
  for (int i = 0; i < 400 / fewer; ++i) {
    const Json scenario = random.scenario();
    Json two = scenario;
    Json rest = scenario["stages"][0];
    const bool by_runs = rest.contains("runs") && rest["runs"] >= 2;
    if (by_runs) {
      two["stages"][0]["runs"] = 1;
      rest["runs"] = rest["runs"].get<std::int64_t>() - 1;
    } else {
      // A part and the rest of what makes one run long.
      const char* const name = rest.contains("energy") ? "energy" : "time";
      bool done = false;
      for (const char* part : {"hours", "device_hours", "flop", "tokens", "it_kwh", "meter_kwh"})
        if (rest[name].contains(part)) {
          const double all = rest[name][part].get<double>();
          two["stages"][0][name][part] = 0.25 * all;
          rest[name][part] = 0.75 * all;
          done = true;
        }
      // Of an energy, its time is another thing to cut.
      if (!done || (rest.contains("energy") && rest.contains("time")))
        continue;
    }
    bool copied = false;
    for (const Json& s : scenario["stages"])
      copied = copied || s.contains("like");
    if (copied)
      continue;
    two["stages"].push_back(rest);
    INFO(scenario.dump());
    const Apart a = apart(scenario, two, i % 4 == 0 ? accounting::Ask{.trace = false} : test::best_alone);
    CHECK(a.best < 1e-12);
    CHECK(a.range < 1e-9);
    ++cut;
  }
  CHECK(cut > 200 / fewer);
}

TEST_CASE("the unit in which something is said doesn't matter") {
  RandomScenario random(4);
  int changed = 0;
  for (int i = 0; i < 1500 / fewer; ++i) {
    Json scenario = random.scenario();
    Json other = scenario;
    bool any = false;
    for (std::size_t k = 0; k < scenario["stages"].size(); ++k) {
      const Json& was = scenario["stages"][k];
      Json& s = other["stages"][k];
      if (was.contains("like"))
        continue;
      double n = 0;
      if (was.contains("power") && was["power"].contains("devices"))
        for (const Json& d : was["power"]["devices"])
          n += d.value("count", 0);
      if (was.contains("time") && was.contains("power")) {
        const Json& t = was["time"];
        if (n > 0 && t.contains("hours")) {
          s["time"] = {{"device_hours", t["hours"].get<double>() * n}};
          any = true;
        } else if (t.contains("parameters")) {
          const double epochs = t.value("epochs", 1.0);
          s["time"] = {{"flop", 6 * t["parameters"].get<double>() * t["tokens"].get<double>() * epochs}};
          if (t.contains("mfu"))
            s["time"]["mfu"] = t["mfu"];
          any = true;
        }
        for (std::size_t d = 0;
             n > 0 && was["power"].contains("devices") && d < was["power"]["devices"].size(); ++d) {
          const Json& device = was["power"]["devices"][d];
          if (device.contains("utilisation")) {
            const auto* row =
                catalog::find(catalog::devices(), device["device"].get_ref<const std::string&>());
            Json& as_watts = s["power"]["devices"][d];
            as_watts["watts"] = device["utilisation"].get<double>() * row->tdp_w->best;
            as_watts.erase("utilisation");
            any = true;
          }
        }
      }
    }
    if (!any)
      continue;
    ++changed;
    INFO(scenario.dump() << "\n" << other.dump());
    CHECK(apart(scenario, other, test::best_alone).best < 1e-12);
  }
  CHECK(changed > 500 / fewer);

  for (int i = 0; i < 200 / fewer; ++i) {
    const double pue = random.spread(1, 2), kwh = random.spread(1, 1e6);
    Json meter = random.scenario();
    for (Json& s : meter["stages"]) {
      s.erase("site");
      if (!s.contains("like")) {
        s.erase("power");
        s.erase("time");
        s["energy"] = {{"meter_kwh", kwh}};
      }
    }
    meter["site"]["pue"] = pue;
    Json it = meter;
    for (Json& s : it["stages"])
      if (!s.contains("like"))
        s["energy"] = {{"it_kwh", kwh / pue}};
    CHECK(apart(meter, it, test::best_alone).best < 1e-12);
  }
}

TEST_CASE("the order of the stages doesn't matter") {
  RandomScenario random(5);
  random.ranges = random.typical = true;
  random.likes = false;
  Apart worst;
  for (int i = 0; i < 60 / fewer; ++i) {
    Json scenario = random.scenario();
    if (scenario["stages"].size() == 1)
      continue;
    Json other = scenario;
    std::reverse(other["stages"].begin(), other["stages"].end());
    INFO(scenario.dump());
    CHECK(apart(scenario, other, test::best_alone).best < 1e-12);
    const auto e = test::estimate(scenario), f = test::estimate(other);
    const auto &a = *e->total_kg.spread, &b = *f->total_kg.spread;
    const double most = std::max({off(a.low, b.low), off(a.median, b.median), off(a.high, b.high)});
    worst.range = std::max(worst.range, most);
  }
  INFO("at most " << worst.range);
  CHECK(worst.range < 0.005);
}

TEST_CASE("a scenario gives the same bytes twice") {
  RandomScenario random(6);
  random.ranges = random.typical = true;
  for (int i = 0; i < 30 / fewer + 2; ++i) {
    const Json scenario = random.scenario();
    const auto once = test::json(test::estimate(scenario).document()).dump();
    const auto between = test::json(test::estimate(random.scenario()).document()).dump();
    CHECK(once == test::json(test::estimate(scenario).document()).dump());
    CHECK(once != between);
  }
}

TEST_CASE("the steps of any scenario can be followed, and come to the same bits as without them") {
  RandomScenario random(7);
  random.ranges = true;
  for (int i = 0; i < 1000 / fewer; ++i) {
    const Json scenario = random.scenario();
    test::check_steps(scenario);
    const auto with = test::estimate(scenario, {.trace = true, .ranges = false});
    const auto without = test::estimate(scenario, test::best_alone);
    const Results x = results(*with.operator->()), y = results(*without.operator->());
    REQUIRE(x.size() == y.size());
    for (const auto& [name, o] : x) {
      INFO(scenario.dump() << "\n" << name);
      CHECK(o->best == y.at(name)->best);
    }
    // The last of each symbol is the result.
    for (const auto& [symbol, name] : {std::pair{"E_IT", "it_energy_kwh"},
                                       {"E", "energy_kwh"},
                                       {"C_operational", "operational_kg"},
                                       {"C_embodied", "embodied_kg"},
                                       {"C_market", "market_kg"},
                                       {"C_total", "total_kg"},
                                       {"W", "water_l"},
                                       {"SCI", "sci_kg"},
                                       {"device_hours_all", "device_hours"}}) {
      const std::string_view wanted = symbol; // clang 14 captures no binding
      const auto& steps = with->trace;
      const auto last =
          std::find_if(steps.rbegin(), steps.rend(), [&](const auto& s) { return s.symbol == wanted; });
      if (x.contains(name)) {
        INFO(scenario.dump() << "\n" << name);
        REQUIRE(last != steps.rend());
        CHECK(last->value == x.at(name)->best);
      }
    }
  }
}

namespace {

// Two stages with embodied carbon and every default.
Json shared_defaults() {
  return Json::parse(R"({"schema":"fivecars/scenario/1","stages":[
    {"time":{"parameters":1e9,"tokens":2e10},"power":{"devices":[{"device":"nvidia-a100-sxm4-80gb","count":8}]}}]})");
}

double width(const Outcome& o) { return std::log(o.spread->high / o.spread->low); }

} // namespace

TEST_CASE("a default that stages share is one draw, a user's own number is its own") {
  const Json one = shared_defaults();
  Json two = one;
  two["stages"].push_back(two["stages"][0]);
  const auto a = test::estimate(one), b = test::estimate(two);
  for (const auto& [name, o] : results(*a.operator->())) {
    if (of_stage(name))
      continue;
    INFO(name);
    const auto all = results(*b.operator->());
    const Outcome& twice = *all.at(name);
    CHECK(twice.best == Approx(2 * o->best).epsilon(1e-14));
    CHECK(twice.spread->low == Approx(2 * o->spread->low).epsilon(1e-12));
    CHECK(twice.spread->median == Approx(2 * o->spread->median).epsilon(1e-12));
    CHECK(twice.spread->high == Approx(2 * o->spread->high).epsilon(1e-12));
  }
  CHECK(b->sensitivity.size() == a->sensitivity.size());

  const Json range = Json::parse(R"({"best":1000,"low":500,"high":2000})");
  Json given = Json::parse(
      R"({"schema":"fivecars/scenario/1","stages":[{"energy":{"meter_kwh":0}}],"site":{"pue":1,"grid":{"kg_per_kwh":0.5}}})");
  given["stages"][0]["energy"]["meter_kwh"] = range;
  const auto alone = test::estimate(given);
  for (int i = 0; i < 3; ++i)
    given["stages"].push_back(given["stages"][0]);
  const auto four = test::estimate(given);
  // About half as wide: four of the same are.
  CHECK(width(four->total_kg) < 0.6 * width(alone->total_kg));
  CHECK(width(four->total_kg) > 0.4 * width(alone->total_kg));
  CHECK(four->sensitivity.size() == 4);
  for (const auto& s : four->sensitivity)
    CHECK(*s.variance_share == Approx(0.25).epsilon(1e-9));
  // Said of the scenario, a number is one, though four stages use it.
  given["site"]["grid"]["kg_per_kwh"] = Json::parse(R"({"best":0.5,"low":0.25,"high":1})");
  for (Json& s : given["stages"])
    s["energy"]["meter_kwh"] = 1000;
  CHECK(width(test::estimate(given)->total_kg) == Approx(width(alone->total_kg)).epsilon(1e-9));
  // A grid has one draw whatever the year.
  Json grids = Json::parse(
      R"({"schema":"fivecars/scenario/1","stages":[{"energy":{"meter_kwh":1000},"site":{"grid":{"id":"ember/FRA","year":2019}}},{"energy":{"meter_kwh":1000},"site":{"grid":{"id":"ember/FRA","year":2022}}}],"site":{"pue":1}})");
  CHECK(test::estimate(grids)->sensitivity.size() == 1);
  grids["stages"][1]["site"]["grid"]["id"] = "ember/DEU";
  CHECK(test::estimate(grids)->sensitivity.size() == 2);
}

TEST_CASE("a product of symmetric inputs spreads through a whole scenario as the closed form says") {
  RandomScenario random(8);
  double worst = 0;
  for (int i = 0; i < 80 / fewer; ++i) {
    double square = 0;
    const auto symmetric = [&](double best, double most) {
      const double ratio = random.between(1.02, most);
      square += std::log(ratio) * std::log(ratio);
      return Json{{"best", best}, {"low", best / ratio}, {"high", best * ratio}};
    };
    Json s{{"schema", "fivecars/scenario/1"}, {"embodied", false}};
    Json device{{"count", 8}, {"watts", symmetric(300, 2)}};
    Json& stage = s["stages"][0];
    stage["power"] = {{"node_overhead", 1}};
    if (random.chance(2)) {
      stage["time"] = {{"hours", symmetric(100, 3)}};
    } else {
      stage["time"] = {{"parameters", symmetric(1e9, 2)},
                       {"tokens", symmetric(1e10, 2)},
                       {"epochs", symmetric(2, 1.5)},
                       {"mfu", 0.4}};
      device["peak_flops"] = symmetric(1e14, 1.5);
    }
    stage["power"]["devices"].push_back(device);
    s["site"] = {{"pue", 1.3}, {"grid", {{"kg_per_kwh", symmetric(0.4, 2)}}}};
    if (random.chance(2)) // a share of it all that is in proportion
      s["stages"].push_back({{"like", {{"stage", 0}, {"times", 3}}}});
    const auto e = test::estimate(s);
    const double half = std::sqrt(square), best = e->total_kg.best;
    for (const double miss :
         {std::log(e->total_kg.spread->low / best) + half, std::log(e->total_kg.spread->median / best),
          std::log(e->total_kg.spread->high / best) - half}) {
      INFO(s.dump());
      CHECK(std::fabs(miss) < 0.03 * 2 * half);
      worst = std::max(worst, std::fabs(miss) / (2 * half));
    }
  }
  CHECK(worst < 0.02);
}

TEST_CASE("the variance shares of a product are those of its logarithms") {
  const Json s = Json::parse(
      R"({"schema":"fivecars/scenario/1","embodied":false,
      "stages":[{"time":{"hours":{"best":100,"low":50,"high":200}},"power":{"measured_w":{"best":1000,"low":800,"high":1250}}}],
      "site":{"pue":1,"grid":{"kg_per_kwh":{"best":0.4,"low":0.1,"high":1.6}}},"prices":{"electricity_usd_per_kwh":{"best":0.1,"low":0.05,"high":0.2}}})");
  const auto e = test::estimate(s);
  const double a = std::log(2), b = std::log(1.25), c = std::log(4), all = a * a + b * b + c * c;
  REQUIRE(e->sensitivity.size() == 3); // a price moves no carbon
  const auto is = [&](std::size_t i, const char* symbol, double share, double low, double high) {
    CHECK(e.document().sensitivity[i].input->symbol == symbol);
    CHECK(*e->sensitivity[i].variance_share == Approx(share).epsilon(1e-9));
    CHECK(e->sensitivity[i].total_kg_low == Approx(low).epsilon(1e-12));
    CHECK(e->sensitivity[i].total_kg_high == Approx(high).epsilon(1e-12));
  };
  is(0, "I", c * c / all, 10, 160);
  is(1, "t", a * a / all, 20, 80);
  is(2, "P_IT", b * b / all, 32, 50);
}

TEST_CASE("the variance of an input that varies to one side only is that of half a normal") {
  const auto e = test::estimate(Json::parse(
      R"({"schema":"fivecars/scenario/1","embodied":false,
      "stages":[{"time":{"hours":{"best":100,"low":100,"high":200}},"power":{"measured_w":{"best":1000,"low":500,"high":2000}}}],
      "site":{"pue":1,"grid":{"kg_per_kwh":0.4}}})"));
  REQUIRE(e->sensitivity.size() == 2);
  const double half = 0.5 - 0.5 / 3.14159265358979; // of the larger of z and 0
  CHECK(*e->sensitivity[0].variance_share == Approx(1 / (1 + half)).epsilon(0.01));
  CHECK(*e->sensitivity[1].variance_share == Approx(half / (1 + half)).epsilon(0.01));
  CHECK(e->sensitivity[1].total_kg_low == Approx(40).epsilon(1e-14));
}

TEST_CASE("what is divided by comes out the other way round in the tornado") {
  Json s = shared_defaults();
  const auto e = test::estimate(s);
  for (const auto& swing : e.document().sensitivity) {
    const bool divides = swing.input->symbol == "mfu" || swing.input->symbol == "lifetime" ||
                         swing.input->symbol == "active_share";
    INFO(swing.input->symbol);
    CHECK((swing.to.total_kg_low > swing.to.total_kg_high) == divides);
  }
  CHECK(e.document().sensitivity.size() == 9);
}

TEST_CASE("the least and the most: one watt for a second, ten gigawatts for a century, and nothing at all") {
  Json s = Json::parse(
      R"({"schema":"fivecars/scenario/1","ranges":"typical","stages":[{"time":{"hours":0},"power":{"measured_w":1}}],"site":{"pue":1.1,"grid":{"kg_per_kwh":0.4}}})");
  s["stages"][0]["time"]["hours"] = 1.0 / 3600;
  const auto second = test::estimate(s);
  CHECK(second->total_kg.best == Approx(1.1 * 0.4 / 3.6e6).epsilon(1e-14));
  CHECK(second->total_kg.spread->low > 0.5 * second->total_kg.best);
  CHECK(second->total_kg.spread->high < 2 * second->total_kg.best);

  s["stages"][0] = Json::parse(R"({"time":{"hours":876000},"power":{"measured_w":1e10}})");
  const auto century = test::estimate(s);
  CHECK(century->total_kg.best == Approx(8.76e12 * 1.1 * 0.4).epsilon(1e-14));
  CHECK(std::isfinite(century->total_kg.spread->high));
  s["stages"][0]["time"]["hours"] = 1000001;
  CHECK(test::calculate(s).issues.at(0).code == "out-of-range");
  s["stages"][0]["power"]["measured_w"] = 1.1e10;
  CHECK(test::calculate(s).issues.size() == 2);

  // Nothing emitted: no shares of a variance that there isn't.
  Json nothing = shared_defaults();
  nothing["embodied"] = false;
  nothing["site"] = {{"grid", {{"kg_per_kwh", 0}}}};
  const auto zero = test::estimate(nothing);
  CHECK(zero->total_kg.best == 0);
  CHECK(zero->total_kg.spread->high == 0);
  CHECK(zero->sensitivity.empty());
  CHECK(zero->histogram.counts.size() == 1);
  CHECK(zero->energy_kwh.spread->low < zero->energy_kwh.spread->high);
  // Nothing at best can't have a range; down to nothing it can.
  nothing["site"]["grid"]["kg_per_kwh"] = Json::parse(R"({"best":0,"low":0,"high":0.5})");
  CHECK(test::calculate(nothing).issues.at(0).code == "best-at-floor");
  nothing["site"]["grid"]["kg_per_kwh"] = Json::parse(R"({"best":0.3,"low":0,"high":0.5})");
  nothing["stages"][0]["time"] = {{"hours", Json::parse(R"({"best":10,"low":0,"high":30})")}};
  const auto down = test::estimate(nothing);
  CHECK(down->total_kg.spread->low >= 0);
  CHECK(down->total_kg.spread->low < 0.05 * down->total_kg.best);
  for (const auto& swing : down->sensitivity)
    CHECK(swing.variance_share);
  CHECK(down.document().sensitivity[0].to.total_kg_low == Approx(0).margin(1e-12));
}

TEST_CASE("the largest product of all limits is a number, and so is every range of it") {
  const char* const most = R"({"schema":"fivecars/scenario/1","stages":[{
    "runs":1000000000,"time":{"parameters":1e16,"tokens":1e18,"epochs":1e6,"mfu":1e-6},
    "power":{"devices":[{"count":100000000,"watts":1e5,"peak_flops":1}],"node_overhead":10,"host_w":1e10}},
    {"like":{"stage":0,"times":1e6}}],
    "site":{"pue":10,"grid":{"kg_per_kwh":5},"market_kg_per_kwh":5,"wue_l_per_kwh":100,"ewif_l_per_kwh":1000},
    "embodied":{"card_kg":1e6,"host_share_kg":1e6,"lifetime_years":0.01,"active_share":0.001},
    "prices":{"electricity_usd_per_kwh":100,"device_usd_per_hour":{"preemptible":1e5,"on_demand":1e5}},
    "per":{"unit":"run","count":1e-6}})";
  // As large as the limits let them be, and as wide: from each limit, and from the middle, where both sides
  // are.
  for (const int from : {0, 1, 2}) {
    Json s = Json::parse(most);
    const auto widest = [&](Json& value, double least, double top) {
      const double best =
          from == 2 ? std::max(std::sqrt(std::max(least, 1e-6) * top), least) : value.get<double>();
      if (from != 0)
        value = {{"best", best}, {"low", std::max(least, best / 9e5)}, {"high", std::min(top, best * 9e5)}};
    };
    Json& stage = s["stages"][0];
    widest(stage["time"]["parameters"], 2, 1e16);
    widest(stage["time"]["tokens"], 1, 1e18);
    widest(stage["time"]["epochs"], 1e-300, 1e6);
    widest(stage["power"]["devices"][0]["watts"], 0, 1e5);
    widest(stage["power"]["host_w"], 0, 1e10);
    widest(s["stages"][1]["like"]["times"], 0, 1e6);
    widest(s["embodied"]["card_kg"], 0, 1e6);
    widest(s["embodied"]["host_share_kg"], 0, 1e6);
    widest(s["site"]["grid"]["kg_per_kwh"], 0, 5);
    if (from != 0) {
      stage["time"]["mfu"] = Json::parse(R"({"best":0.9,"low":1e-6,"high":1})");
      stage["power"]["devices"][0]["peak_flops"] = Json::parse(R"({"best":999998,"low":2,"high":1e11})");
      stage["power"]["node_overhead"] = Json::parse(R"({"best":1.0001,"low":1,"high":10})");
      s["site"]["pue"] = Json::parse(R"({"best":1.0001,"low":1,"high":10})");
      s["embodied"]["lifetime_years"] = Json::parse(R"({"best":50,"low":0.01,"high":50})");
      s["embodied"]["active_share"] = Json::parse(R"({"best":0.9,"low":0.001,"high":1})");
      s["per"]["count"] = Json::parse(R"({"best":0.9,"low":0.000001,"high":1})");
    }
    const auto e = test::estimate(s);
    for (const auto& [name, o] : results(*e.operator->())) {
      INFO(from << " " << name);
      CHECK(std::isfinite(o->best));
      CHECK(std::isfinite(o->spread->low));
      CHECK(std::isfinite(o->spread->high));
      CHECK(o->best < 1e120);
    }
    for (const double edge : e->histogram.edges)
      CHECK(std::isfinite(edge));
    for (const auto& swing : e->sensitivity) {
      CHECK(std::isfinite(swing.total_kg_high));
      CHECK(std::isfinite(*swing.variance_share));
    }
  }
}

TEST_CASE("a range wider than a million to one side is refused, and says what to do") {
  Json s = shared_defaults();
  const auto refused = [&](const char* pointer, const char* range) {
    Json with = s;
    with[Json::json_pointer(pointer)] = Json::parse(range);
    const auto result = test::calculate(with, test::best_alone);
    if (result.document)
      return std::string();
    CHECK(result.issues.size() == 1);
    CHECK(result.issues[0].path.starts_with(pointer));
    return std::string(result.issues[0].code);
  };
  CHECK(refused("/site/grid/kg_per_kwh", R"({"best":0.000001,"low":0,"high":2})") == "too-wide");
  CHECK(refused("/site/grid/kg_per_kwh", R"({"best":0.000001,"low":0,"high":1})").empty());
  CHECK(refused("/site/grid/kg_per_kwh", R"({"best":1,"low":1e-300,"high":1})") == "too-wide");
  CHECK(refused("/site/grid/kg_per_kwh", R"({"best":1,"low":0,"high":1})").empty());
  CHECK(refused("/site/pue", R"({"best":1.00001,"low":1,"high":1.1})").empty());
  CHECK(refused("/site/pue", R"({"best":1.000001,"low":1,"high":3})") == "too-wide");
  CHECK(refused("/stages/0/time/mfu", R"({"best":0.5,"low":1e-6,"high":0.5})").empty());
  CHECK(refused("/embodied/lifetime_years", R"({"best":4,"low":0.001,"high":5})") == "out-of-range");
  Json text = s;
  text["site"]["grid"]["kg_per_kwh"] = Json::parse(R"({"best":1,"low":1e-9,"high":1})");
  CHECK(
      documents::message(test::calculate(text).issues.at(0)) ==
      "/site/grid/kg_per_kwh: low 1e-9, best 1, high 1 are too far apart: high can be 1,000,000 times best, "
      "and best 1,000,000 times low, or low 0");
}

TEST_CASE("a thousand stages, each with ranges of its own") {
  RandomScenario random(9);
  Json s{{"schema", "fivecars/scenario/1"}, {"ranges", "typical"}};
  const int stages = fewer == 1 ? 1000 : 100;
  double square = 0, mean = 0;
  for (int i = 0; i < stages; ++i) {
    const double hours = random.spread(10, 100);
    s["stages"].push_back(
        {{"time", {{"hours", {{"best", hours}, {"low", hours / 2}, {"high", hours * 2}}}}},
         {"power",
          {{"devices", {{{"device", "nvidia-a100-sxm4-80gb"}, {"count", 8}, {"utilisation", 0.6}}}}}},
         {"site", {{"grid", {{"kg_per_kwh", random.between(0.2, 0.6)}}}}}});
    mean += hours;
    square += hours * hours;
  }
  const auto e = test::estimate(s);
  const double draws = static_cast<double>(e->sensitivity.size());
  CHECK(draws > 2.9 * stages);
  for (const auto& [name, o] : results(*e.operator->())) {
    CHECK(std::isfinite(o->spread->high));
    CHECK(o->spread->low < o->spread->median);
    CHECK(o->spread->median < o->spread->high);
  }
  // Independent hours lend the total next to no spread, though each has a factor of 2 to either side.
  const double s1 = std::log(2) / 1.6448536269514727;
  const double deviation = std::sqrt((std::exp(s1 * s1) - 1) * square) / mean;
  CHECK(width(*e->device_hours) == Approx(2 * 1.6448536269514727 * deviation).epsilon(0.1));
  CHECK(e->device_hours->spread->median / e->device_hours->best ==
        Approx(std::exp(s1 * s1 / 2)).epsilon(0.01));
}

TEST_CASE("equivalents divide what their set says, in every percentile") {
  const auto e = test::estimate(shared_defaults());
  const auto& s = e.document().scenario;
  int of_operational = 0, ranged = 0;
  for (std::size_t i = 0; i < s.equivalents.size(); ++i) {
    const auto& row = s.equivalents[i];
    const auto& factor = s.inputs[row.factor.index].value;
    const auto& kg = row.divides == accounting::DividesWhat::operational ? e->operational_kg : e->total_kg;
    const auto& count = e->equivalents[i].count;
    INFO(row.id);
    CHECK(count.best == Approx(kg.best / factor.best).epsilon(1e-14));
    of_operational += row.divides == accounting::DividesWhat::operational ? 1 : 0;
    if (factor.exact()) {
      CHECK(count.spread->low == Approx(kg.spread->low / factor.best).epsilon(1e-14));
      CHECK(count.spread->median == Approx(kg.spread->median / factor.best).epsilon(1e-14));
      CHECK(count.spread->high == Approx(kg.spread->high / factor.best).epsilon(1e-14));
    } else {
      ++ranged;
      CHECK(width(count) > width(kg));
      CHECK(width(count) < width(kg) + std::log(factor.high / factor.low));
    }
  }
  CHECK(of_operational > 0);
  CHECK(ranged > 0);

  // With a factor of the 2019 set that isn't exact, too.
  accounting::Scenario other = s;
  for (auto& row : other.equivalents)
    if (row.divides == accounting::DividesWhat::operational)
      other.inputs[row.factor.index].value.high *= 1 + 1e-9;
  const auto f = accounting::estimate(other, {.trace = false});
  for (std::size_t i = 0; i < s.equivalents.size(); ++i)
    if (s.equivalents[i].divides == accounting::DividesWhat::operational)
      CHECK(f.equivalents[i].count.spread->high ==
            Approx(e->equivalents[i].count.spread->high).epsilon(1e-8));
}

TEST_CASE("two figures of one draw vary together, each in its own range") {
  const char* const text =
      R"({"schema":"fivecars/scenario/1","embodied":false,"site":{"pue":1},"stages":[
      {"energy":{"meter_kwh":1000},"site":{"grid":{"id":"ember/CHN","year":2012}}},
      {"energy":{"meter_kwh":1000},"site":{"grid":{"id":"ember/CHN","year":2024}}}]})";
  const Json both = Json::parse(text);
  const auto e = test::estimate(both);
  REQUIRE(e->stages[0].operational_kg.best != e->stages[1].operational_kg.best);
  CHECK(e->sensitivity.size() == 1);
  for (std::size_t i = 0; i < 2; ++i) {
    Json one = both;
    one["stages"] = Json::array({both["stages"][i]});
    const auto alone = test::estimate(one);
    CHECK(e->stages[i].operational_kg.spread->low == alone->operational_kg.spread->low);
    CHECK(e->stages[i].operational_kg.spread->high == alone->operational_kg.spread->high);
  }
  CHECK(e->total_kg.spread->high ==
        Approx(e->stages[0].operational_kg.spread->high + e->stages[1].operational_kg.spread->high)
            .epsilon(1e-12));
}

#ifdef FIVECARS_GOLDEN // natively; in wasm there are no files, and the same bits anyway
TEST_CASE("whole scenarios have the percentiles of ten million samples of the sum by hand") {
  std::ifstream file(FIVECARS_GOLDEN "/brute_force/whole.json");
  const Json golden = Json::parse(file);
  const auto cases = test::whole_cases();
  REQUIRE(golden.size() == cases.size());
  for (std::size_t i = 0; i < cases.size(); ++i) {
    REQUIRE(golden[i]["name"] == cases[i].by_hand.name);
    const auto e = test::estimate(Json::parse(cases[i].scenario));
    const Outcome& o = *results(*e.operator->()).at(cases[i].figure);
    std::vector<double> bests;
    for (const auto& in : cases[i].by_hand.inputs)
      bests.push_back(in.best);
    CHECK(o.best == Approx(cases[i].by_hand.of(bests.data())).epsilon(1e-13));
    const double low = golden[i]["low"], median = golden[i]["median"], high = golden[i]["high"];
    INFO(cases[i].by_hand.name << ": off by " << o.spread->low / low - 1 << ", "
                               << o.spread->median / median - 1 << ", " << o.spread->high / high - 1 << " of "
                               << std::log(high / low));
    CHECK(o.spread->low == Approx(low).epsilon(0.015));
    CHECK(o.spread->median == Approx(median).epsilon(0.015));
    CHECK(o.spread->high == Approx(high).epsilon(0.015));
  }
}
#endif
