// A scenario document, fivecars/scenario/1: what a person says about a run, before anything is looked up.
// method.md, section 8, is its description; the shapes below are its rules.
#pragma once

#include "catalog/rows.hpp"
#include "documents/shape.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace fivecars::documents {

enum class ScenarioVersion { v1 };
template <>
struct Names<ScenarioVersion> {
  static constexpr std::array<std::string_view, 1> all{"fivecars/scenario/1"};
};

enum class Ranges { as_given, typical };
template <>
struct Names<Ranges> {
  static constexpr std::array<std::string_view, 2> all{"as-given", "typical"};
};

enum class DrawScope { node, accelerators };
template <>
struct Names<DrawScope> {
  static constexpr std::array<std::string_view, 2> all{"node", "accelerators"};
};

template <>
struct Names<catalog::Precision> {
  static constexpr std::array<std::string_view, 5> all{"bf16", "fp16", "tf32", "fp8", "fp32"};
};

template <>
struct Names<catalog::Basis> {
  static constexpr std::array<std::string_view, 2> all{"lifecycle", "direct"};
};

enum class FunctionalUnit { run, million_tokens };
template <>
struct Names<FunctionalUnit> {
  static constexpr std::array<std::string_view, 2> all{"run", "million_tokens"};
};

struct TimeDoc {
  std::optional<Number> hours, device_hours, flop, parameters, tokens, epochs, mfu;
};
template <>
struct Shape<TimeDoc> {
  static constexpr std::string_view title = "How long one run takes";
  static constexpr auto fields = std::tuple{
      field("hours", &TimeDoc::hours, limits::hours, "Wall-clock hours of one run"),
      field("device_hours", &TimeDoc::device_hours, limits::device_hours,
            "Hours of one run, summed over its devices"),
      field("flop", &TimeDoc::flop, limits::flop, "Computation of one run"),
      field("parameters", &TimeDoc::parameters, limits::parameters,
            "Parameters of the model; the active ones of a mixture of experts"),
      field("tokens", &TimeDoc::tokens, limits::tokens, "Tokens of training data"),
      field("epochs", &TimeDoc::epochs, limits::epochs, "Passes over the data; 1 if absent"),
      field("mfu", &TimeDoc::mfu, limits::mfu,
            "Model FLOP utilisation: share of the peak speed that does useful work"),
  };
  static constexpr std::array<Rule, 5> rules{{
      {Rule::Kind::exactly_one, {"hours", "device_hours", "flop", "parameters"}},
      {Rule::Kind::needs, {"parameters", "tokens"}},
      {Rule::Kind::needs, {"tokens", "parameters"}},
      {Rule::Kind::needs, {"epochs", "parameters"}},
      {Rule::Kind::needs, {"mfu", "flop", "parameters"}},
  }};
};

struct DeviceDoc {
  std::optional<std::string> device;
  std::optional<std::int64_t> count;
  std::optional<Number> utilisation, watts, system_watts, peak_flops;
  std::optional<catalog::Precision> precision;
};
template <>
struct Shape<DeviceDoc> {
  static constexpr std::string_view title = "One kind of accelerator";
  static constexpr auto fields = std::tuple{
      field("device", &DeviceDoc::device, "Id in the catalogue"),
      field("count", &DeviceDoc::count, limits::count,
            "How many; may be left out with device_hours and a single kind"),
      field("utilisation", &DeviceDoc::utilisation, limits::utilisation, "Share of the TDP that is drawn"),
      field("watts", &DeviceDoc::watts, limits::device_w, "Draw of one card"),
      field("system_watts", &DeviceDoc::system_watts, limits::device_w,
            "Draw of one card with its share of the host"),
      field("peak_flops", &DeviceDoc::peak_flops, limits::peak_flops, "Dense peak speed of one card"),
      field("precision", &DeviceDoc::precision,
            "Whose peak speed counts; bf16 if the device has it, else fp16"),
  };
  static constexpr std::array<Rule, 3> rules{{
      {Rule::Kind::at_most_one, {"utilisation", "watts", "system_watts"}},
      {Rule::Kind::at_most_one, {"peak_flops", "precision"}},
      {Rule::Kind::needs, {"utilisation", "device"}},
  }};
};

struct PowerDoc {
  std::optional<Number> measured_w;
  std::optional<DrawScope> scope;
  std::optional<std::vector<DeviceDoc>> devices;
  std::optional<Number> node_overhead, host_w;
};
template <>
struct Shape<PowerDoc> {
  static constexpr std::string_view title = "What the machines draw";
  static constexpr auto fields = std::tuple{
      field("measured_w", &PowerDoc::measured_w, limits::draw_w, "Measured draw of all machines together"),
      field("scope", &PowerDoc::scope,
            "What was measured: whole nodes (the default) or the accelerators alone"),
      field("devices", &PowerDoc::devices, limits::devices, "The accelerators"),
      field("node_overhead", &PowerDoc::node_overhead, limits::node_overhead,
            "Draw of a node over that of its cards"),
      field("host_w", &PowerDoc::host_w, limits::draw_w, "Draw of the hosts beside the cards"),
  };
  static constexpr std::array<Rule, 3> rules{{
      {Rule::Kind::at_least_one, {"measured_w", "devices"}},
      {Rule::Kind::needs, {"scope", "measured_w"}},
      {Rule::Kind::needs, {"node_overhead", "devices", "measured_w"}},
  }};
};

struct EnergyDoc {
  std::optional<Number> it_kwh, meter_kwh;
};
template <>
struct Shape<EnergyDoc> {
  static constexpr std::string_view title = "Energy of one run, where it is known directly";
  static constexpr auto fields = std::tuple{
      field("it_kwh", &EnergyDoc::it_kwh, limits::energy_kwh, "Into the machines"),
      field("meter_kwh", &EnergyDoc::meter_kwh, limits::energy_kwh, "At the meter, PUE inside"),
  };
  static constexpr std::array<Rule, 1> rules{{{Rule::Kind::exactly_one, {"it_kwh", "meter_kwh"}}}};
};

struct GridDoc {
  std::optional<std::string> id;
  std::optional<std::int64_t> year;
  std::optional<catalog::Basis> basis;
  std::optional<Number> kg_per_kwh;
};
template <>
struct Shape<GridDoc> {
  static constexpr std::string_view title = "The grid that the site draws from";
  static constexpr auto fields = std::tuple{
      field("id", &GridDoc::id, "Id in the catalogue; the region's grid if absent"),
      field("year", &GridDoc::year, limits::year, "The latest if absent"),
      field("basis", &GridDoc::basis, "Lifecycle if the grid has it, else direct"),
      field("kg_per_kwh", &GridDoc::kg_per_kwh, limits::kg_per_kwh,
            "Grid intensity, kg CO2e per kWh, instead of an id"),
  };
  static constexpr std::array<Rule, 4> rules{{
      {Rule::Kind::at_least_one, {"id", "kg_per_kwh", "year", "basis"}},
      {Rule::Kind::at_most_one, {"id", "kg_per_kwh"}},
      {Rule::Kind::at_most_one, {"year", "kg_per_kwh"}},
      {Rule::Kind::at_most_one, {"basis", "kg_per_kwh"}},
  }};
};

struct SiteDoc {
  std::optional<std::string> region;
  std::optional<GridDoc> grid;
  std::optional<Number> pue, wue_l_per_kwh, ewif_l_per_kwh, market_kg_per_kwh;
};
template <>
struct Shape<SiteDoc> {
  static constexpr std::string_view title = "Where the machines stand";
  static constexpr auto fields = std::tuple{
      field("region", &SiteDoc::region, "Cloud region, \"aws/us-east-1\"; what else is given overrides it"),
      field("grid", &SiteDoc::grid),
      field("pue", &SiteDoc::pue, limits::pue,
            "Power usage effectiveness: energy at the meter over energy into the machines"),
      field("wue_l_per_kwh", &SiteDoc::wue_l_per_kwh, limits::wue,
            "Water usage effectiveness: litres on site per kWh into the machines"),
      field("ewif_l_per_kwh", &SiteDoc::ewif_l_per_kwh, limits::ewif,
            "Water at the power station, litres per kWh at the meter"),
      field("market_kg_per_kwh", &SiteDoc::market_kg_per_kwh, limits::kg_per_kwh,
            "Market-based intensity, only where one is published"),
  };
};

struct EmbodiedDoc {
  std::optional<Number> card_kg, host_share_kg, lifetime_years, active_share;
};
template <>
struct Shape<EmbodiedDoc> {
  static constexpr std::string_view title = "Making the hardware";
  static constexpr auto fields = std::tuple{
      field("card_kg", &EmbodiedDoc::card_kg, limits::embodied_kg, "kg CO2e of making one card"),
      field("host_share_kg", &EmbodiedDoc::host_share_kg, limits::embodied_kg,
            "kg CO2e of a card's share of its host"),
      field("lifetime_years", &EmbodiedDoc::lifetime_years, limits::lifetime_years, "Years in service"),
      field("active_share", &EmbodiedDoc::active_share, limits::active_share,
            "Share of its life that a device is in use"),
  };
};

struct DevicePriceDoc {
  Number preemptible, on_demand;
};
template <>
struct Shape<DevicePriceDoc> {
  static constexpr std::string_view title =
      "Cloud price of one device for one hour: two prices to choose between";
  static constexpr auto fields = std::tuple{
      field("preemptible", &DevicePriceDoc::preemptible, limits::usd_per_device_hour, "May be interrupted"),
      field("on_demand", &DevicePriceDoc::on_demand, limits::usd_per_device_hour, "List price"),
  };
};

struct PricesDoc {
  std::optional<Number> electricity_usd_per_kwh;
  std::optional<DevicePriceDoc> device_usd_per_hour;
};
template <>
struct Shape<PricesDoc> {
  static constexpr std::string_view title = "Prices";
  static constexpr auto fields = std::tuple{
      field("electricity_usd_per_kwh", &PricesDoc::electricity_usd_per_kwh, limits::usd_per_kwh),
      field("device_usd_per_hour", &PricesDoc::device_usd_per_hour),
  };
};

struct PerDoc {
  FunctionalUnit unit{};
  std::optional<Number> count;
};
template <>
struct Shape<PerDoc> {
  static constexpr std::string_view title = "Functional unit of the SCI score";
  static constexpr auto fields = std::tuple{
      field("unit", &PerDoc::unit),
      field("count", &PerDoc::count, limits::per_count, "How many; 1 if absent"),
  };
};

using EmbodiedSwitch = std::variant<bool, EmbodiedDoc>;

struct LikeDoc {
  std::int64_t stage = -1; // unless it can be read
  Number times;
};
template <>
struct Shape<LikeDoc> {
  static constexpr std::string_view title = "A multiple of another stage, on the same machines";
  static constexpr auto fields = std::tuple{
      field("stage", &LikeDoc::stage, limits::stage_index,
            "Its place in the list of stages, from 0; not one that is a multiple itself"),
      field("times", &LikeDoc::times, limits::times,
            "How many times its energy, device-hours and embodied carbon"),
  };
};

struct StageDoc {
  std::optional<std::string> name;
  std::optional<std::int64_t> runs;
  std::optional<TimeDoc> time;
  std::optional<PowerDoc> power;
  std::optional<EnergyDoc> energy;
  std::optional<LikeDoc> like;
  std::optional<SiteDoc> site;
  std::optional<EmbodiedSwitch> embodied;
  std::optional<PricesDoc> prices;
};
template <>
struct Shape<StageDoc> {
  static constexpr std::string_view title =
      "One part of the work: a training, a search, the experiments before it";
  static constexpr auto fields = std::tuple{
      field("name", &StageDoc::name),
      field("runs", &StageDoc::runs, limits::runs, "How often it was run; 1 if absent"),
      field("time", &StageDoc::time),
      field("power", &StageDoc::power),
      field("energy", &StageDoc::energy),
      field("like", &StageDoc::like),
      field("site", &StageDoc::site, "Replaces the scenario's, key by key"),
      field("embodied", &StageDoc::embodied, "Replaces the scenario's, key by key"),
      field("prices", &StageDoc::prices, "Replaces the scenario's, key by key"),
  };
  static constexpr std::array<Rule, 4> rules{{
      {Rule::Kind::exactly_one, {"power", "energy", "like"}},
      {Rule::Kind::needs, {"power", "time"}},
      {Rule::Kind::needs, {"time", "power", "energy"}},
      {Rule::Kind::at_most_one, {"runs", "like"}},
  }};
};

struct ScenarioDoc {
  ScenarioVersion schema{};
  std::optional<std::string> title;
  std::optional<Ranges> ranges;
  std::vector<StageDoc> stages;
  std::optional<SiteDoc> site;
  std::optional<EmbodiedSwitch> embodied;
  std::optional<PricesDoc> prices;
  std::optional<PerDoc> per;
};
template <>
struct Shape<ScenarioDoc> {
  static constexpr std::string_view title = "Five Cars scenario";
  static constexpr auto fields = std::tuple{
      field("schema", &ScenarioDoc::schema),
      field("title", &ScenarioDoc::title),
      field("ranges", &ScenarioDoc::ranges,
            "\"typical\" gives every exact input the range that is usual for it"),
      field("stages", &ScenarioDoc::stages, limits::stages),
      field("site", &ScenarioDoc::site),
      field("embodied", &ScenarioDoc::embodied),
      field("prices", &ScenarioDoc::prices),
      field("per", &ScenarioDoc::per),
  };
};

} // namespace fivecars::documents
