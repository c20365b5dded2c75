// Scenarios of every form, by chance, but the same on every machine.
#pragma once

#include "documents/node_json.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>

namespace fivecars::test {

class RandomScenario {
public:
  explicit RandomScenario(std::uint64_t seed) : random_(seed) {}

  bool ranges = false;      // numbers may be {best, low, high}
  bool stage_ranges = true; // those of a stage, too
  bool typical = false;     // may be asked for
  bool likes = true;        // stages may be multiples of others
  std::uint64_t most_stages = 3;

  documents::Json scenario() {
    documents::Json s{{"schema", "fivecars/scenario/1"}};
    const std::uint64_t stages = 1 + below(most_stages);
    for (std::uint64_t i = 0; i < stages; ++i)
      s["stages"].push_back(likes && i > 0 && chance(5) && !s["stages"][0].contains("like") ? multiple()
                                                                                            : stage());
    if (chance(2))
      s["site"] = site();
    if (!chance(3))
      s["embodied"] = embodied();
    if (chance(2))
      s["prices"] = prices();
    if (chance(2)) {
      s["per"] = {{"unit", chance(2) ? "run" : "million_tokens"}};
      if (chance(2))
        s["per"]["count"] = number(0.5, 1e4);
    }
    if (typical && chance(2))
      s["ranges"] = "typical";
    return s;
  }

  std::uint64_t below(std::uint64_t n) { return random_() % n; }
  bool chance(std::uint64_t one_in) { return below(one_in) == 0; }
  double between(double low, double high) {
    return low + (high - low) * static_cast<double>(random_() >> 11) * 0x1p-53;
  }
  // Any power of ten is as likely; six digits, so that a document reads well.
  double spread(double low, double high) {
    const double x = low * std::pow(high / low, between(0, 1));
    const double unit = std::pow(10.0, std::floor(std::log10(x)) - 5);
    return std::clamp(std::round(x / unit) * unit, low, high);
  }

private:
  documents::Json number(double low, double high, double floor = 0, bool of_stage = false) {
    const double best = spread(low, high);
    if (!ranges || (of_stage && !stage_ranges) || chance(2))
      return best;
    // Now and then down to the floor, or one-sided.
    const double excess = best - floor;
    const double least = chance(8) && floor == low ? floor
                         : chance(8)               ? best
                                                   : floor + excess * between(0.4, 1);
    const double most = chance(8) || excess == 0 ? best : std::min(high, floor + excess * between(1, 2.5));
    return {{"best", best}, {"low", std::max(least, low)}, {"high", std::max(best, most)}};
  }
  documents::Json own(double low, double high, double floor = 0) { return number(low, high, floor, true); }

  const char* id(std::initializer_list<const char*> ids) { return ids.begin()[below(ids.size())]; }

  documents::Json device(bool counted, bool draws, bool speed) {
    documents::Json d{{"count", 1 + below(64)}};
    if (!counted)
      d.erase("count");
    const bool named = chance(2);
    if (named)
      d["device"] = id({"nvidia-v100-sxm2-16gb", "nvidia-h100-sxm5-80gb", "google-tpu-v3", "google-tpu-v6e",
                        "nvidia-a100-sxm4-80gb"});
    if (draws)
      switch (named ? below(4) : below(2)) {
      case 0:
        d["watts"] = own(20, 1000);
        break;
      case 1:
        d["system_watts"] = own(50, 2000);
        break;
      case 2:
        d["utilisation"] = own(0.1, 1);
        break;
      default:
        break;
      }
    if (speed && (!named || chance(3)))
      d["peak_flops"] = own(1e12, 1e15);
    return d;
  }

  documents::Json stage() {
    documents::Json s = documents::Json::object();
    if (chance(2))
      s["runs"] = 1 + below(30);
    if (chance(5)) {
      s["energy"] = {{chance(2) ? "it_kwh" : "meter_kwh", own(1, 1e6)}};
      if (!chance(3))
        s["time"] = {{chance(2) ? "hours" : "device_hours", own(1, 1e4)}};
    } else {
      const std::uint64_t form = below(4);
      const bool by_work = form >= 2;
      documents::Json& t = s["time"] = documents::Json::object();
      if (form == 0)
        t["hours"] = own(0.5, 2000);
      else if (form == 1)
        t["device_hours"] = own(1, 1e5);
      else if (form == 2)
        t["flop"] = own(1e18, 1e23);
      else
        t = {{"parameters", own(1e7, 1e11)}, {"tokens", own(1e9, 1e12)}};
      if (form == 3 && chance(2))
        t["epochs"] = own(1, 10);
      if (by_work && chance(2))
        t["mfu"] = own(0.1, 0.9);

      documents::Json& p = s["power"] = documents::Json::object();
      const bool measured = chance(3);
      const bool cards = measured && chance(2);
      const bool needs_devices = !measured || form != 0;
      const bool counted = form != 1 || measured || !chance(3);
      if (measured) {
        p["measured_w"] = own(100, 1e5);
        if (cards)
          p["scope"] = "accelerators";
      }
      bool systems = true;
      if (needs_devices || chance(2)) {
        const std::uint64_t kinds = counted ? 1 + below(3) : 1;
        for (std::uint64_t i = 0; i < kinds; ++i) {
          p["devices"].push_back(device(counted, !measured, by_work));
          const documents::Json& d = p["devices"].back();
          const bool by_row = d.contains("device") && d["device"].get<std::string>().starts_with("google") &&
                              !d.contains("watts") && !d.contains("utilisation");
          systems = systems && (d.contains("system_watts") || by_row);
        }
      }
      if (measured ? cards : !systems) {
        if (chance(3))
          p["node_overhead"] = own(1, 2.5, 1);
        if (chance(3) && counted)
          p["host_w"] = own(10, 1000);
      }
    }
    surroundings(s);
    return s;
  }

  void surroundings(documents::Json& s) {
    stage_of_ = true;
    if (chance(4))
      s["site"] = site();
    if (chance(4))
      s["embodied"] = embodied();
    if (chance(6))
      s["prices"] = prices();
    stage_of_ = false;
  }

  documents::Json multiple() {
    documents::Json s{{"like", {{"stage", 0}, {"times", own(0.1, 20)}}}};
    surroundings(s);
    return s;
  }

  documents::Json here(double low, double high, double floor = 0) {
    return number(low, high, floor, stage_of_);
  }

  documents::Json site() {
    documents::Json s = documents::Json::object();
    if (chance(3))
      s["region"] = id({"aws/us-east-1", "gcp/us-central1", "own/laptop", "own/desktop", "aws/eu-north-1"});
    if (chance(2))
      s["pue"] = here(1, 2, 1);
    if (!chance(3)) {
      if (chance(3))
        s["grid"] = {{"id", id({"ember/FRA", "ember/USA", "ember/world", "strubell-2019/US"})}};
      else
        s["grid"] = {{"kg_per_kwh", here(0.01, 1)}};
    }
    if (chance(3))
      s["wue_l_per_kwh"] = here(0.05, 5);
    if (chance(3))
      s["ewif_l_per_kwh"] = here(0.5, 10);
    if (chance(3))
      s["market_kg_per_kwh"] = here(0.01, 1);
    return s;
  }

  documents::Json embodied() {
    if (chance(4))
      return chance(2);
    documents::Json e = documents::Json::object();
    if (chance(2))
      e["card_kg"] = here(10, 2000);
    if (chance(2))
      e["host_share_kg"] = here(10, 2000);
    if (chance(2))
      e["lifetime_years"] = here(1, 10);
    if (chance(2))
      e["active_share"] = here(0.1, 1);
    return e;
  }

  documents::Json prices() {
    documents::Json p = documents::Json::object();
    if (!chance(3))
      p["electricity_usd_per_kwh"] = here(0.02, 0.5);
    if (chance(2))
      p["device_usd_per_hour"] = {{"preemptible", here(0.1, 5)}, {"on_demand", here(0.1, 10)}};
    return p;
  }

  std::mt19937_64 random_;
  bool stage_of_ = false;
};

} // namespace fivecars::test
