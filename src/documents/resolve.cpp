#include "documents/resolve.hpp"

#include "catalog/catalog.hpp"
#include "catalog/choose.hpp"
#include "catalog/search.hpp"
#include "documents/catalogue_shapes.hpp"
#include "documents/nearest_id.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace fivecars::documents {
namespace {

using namespace fivecars::accounting;

// The pointer `path` is `whole`, or leads into it.
bool is_inside(std::string_view path, std::string_view whole) {
  return path.substr(0, whole.size()) == whole && (path.size() == whole.size() || path[whole.size()] == '/');
}

class Resolver {
public:
  // `earlier`: what the reader found.
  Resolver(const ScenarioDoc& doc, const std::vector<Issue>& earlier, std::vector<Issue>& issues,
           std::vector<Issue>& warnings)
      : doc_(doc), earlier_(earlier), issues_(issues), warnings_(warnings) {}

  Scenario run() {
    out_.stages.reserve(doc_.stages.size());
    for (std::size_t i = 0; i < doc_.stages.size() && !full(); ++i)
      stage(doc_.stages[i], "/stages/" + std::to_string(i));
    for (const auto& row : catalog::equivalents())
      out_.equivalents.push_back(
          {row.id, row.set,
           row.divides == catalog::Divides::operational ? DividesWhat::operational : DividesWhat::total,
           known<Kilograms>("factor", row.kg, {}, "", entry("equivalents/", row.id), row.cited.source)});
    say_what_is_not_computed();
    return std::move(out_);
  }

private:
  // A member of the scenario that a stage may replace, and where it stands.
  template <class Part>
  struct Found {
    const Part* part = nullptr;
    std::string path;
    explicit operator bool() const { return part != nullptr; }
  };

  Issue& issue(const std::string& path, std::string_view code) { return say(issues_, path, code); }
  Issue& warn(const std::string& path, std::string_view code) { return say(warnings_, path, code); }

  // As many faults as anybody reads.
  [[nodiscard]] bool full() const { return static_cast<double>(issues_.size()) >= limits::issues.max; }

  // True if the reader refused that part, or something in it.
  [[nodiscard]] bool was_refused(std::string_view path) const {
    return std::any_of(earlier_.begin(), earlier_.end(),
                       [&](const Issue& e) { return is_inside(e.path, path); });
  }

  // What is said of the scenario's own parts would be said again by every stage: once is enough.
  Issue& say(std::vector<Issue>& list, const std::string& path, std::string_view code) {
    if (path.substr(0, 8) != "/stages/")
      for (Issue& earlier : list)
        if (earlier.code == code && earlier.path == path)
          return ignored_ = Issue{code, path};
    return list.emplace_back(Issue{code, path});
  }

  // Where a number stands: a part of the document and the member's name, put together only here.
  struct Place {
    const std::string& part;
    std::string_view member;
    [[nodiscard]] std::string text() const {
      std::string path = part;
      path += member;
      return path;
    }
  };

  std::uint32_t add_input(std::string_view symbol, std::string_view unit, const Range& value, Origin origin,
                          const Place& at, std::string_view entry, std::string_view source) {
    out_.inputs.push_back({symbol, unit, value, origin, at.text(), std::string(entry), std::string(source)});
    return static_cast<std::uint32_t>(out_.inputs.size() - 1);
  }
  std::uint32_t add_given(std::string_view symbol, std::string_view unit, const Range& value,
                          const Place& at) {
    if (!value.exact())
      has_ranges_ = true;
    return add_input(symbol, unit, value, Origin::given, at, {}, {});
  }
  std::uint32_t add_given_if(std::string_view symbol, std::string_view unit,
                             const std::optional<Number>& number, const Place& at) {
    return number ? add_given(symbol, unit, number->range, at) : no_input;
  }
  std::uint32_t add_fallback(std::string_view symbol, std::string_view unit, std::string_view id,
                             const Place& at) {
    const auto* row = catalog::find(catalog::defaults(), id);
    Issue& said = warn(at.text(), code::default_used).with("quantity", id).with("value", row->value.best);
    if (row->unit != "1")
      said.with("unit", row->unit);
    return add_input(symbol, unit, row->value, Origin::fallback, at, entry("defaults/", id),
                     row->cited.source);
  }
  static std::string entry(std::string_view table, std::string_view id, std::string_view part = {}) {
    std::string text(table);
    text += id;
    text += part;
    return text;
  }

  template <class Unit>
  static constexpr std::string_view unit_text(const Quantity<Unit>*) {
    return Unit::text;
  }
  template <class Q>
  static constexpr std::string_view unit_of = unit_text(static_cast<const Q*>(nullptr));

  template <class Q>
  Ref<Q> given(std::string_view symbol, const Number& number, const std::string& part,
               std::string_view member) {
    return {add_given(symbol, unit_of<Q>, number.range, {part, member})};
  }
  template <class Q>
  Ref<Q> given_if(std::string_view symbol, const std::optional<Number>& number, const std::string& part,
                  std::string_view member) {
    return {add_given_if(symbol, unit_of<Q>, number, {part, member})};
  }
  Ref<Ratio> given_count(std::string_view symbol, const std::optional<std::int64_t>& n,
                         const std::string& part, std::string_view member) {
    if (!n)
      return {};
    return {add_given(symbol, unit_of<Ratio>, Range::exactly(static_cast<double>(*n)), {part, member})};
  }
  template <class Q>
  Ref<Q> known(std::string_view symbol, const Range& value, const std::string& part, std::string_view member,
               std::string_view entry, std::string_view source) {
    return {add_input(symbol, unit_of<Q>, value, Origin::catalogue, {part, member}, entry, source)};
  }
  template <class Q>
  Ref<Q> fallback(std::string_view symbol, std::string_view id, const std::string& part,
                  std::string_view member) {
    return {add_fallback(symbol, unit_of<Q>, id, {part, member})};
  }

  // A part of a stage's site or prices, else of the scenario's.
  template <class Whole, class Part>
  Found<Part> pick(const std::optional<Whole>& stage, const std::optional<Whole>& scenario,
                   const std::string& stage_path, std::string_view name,
                   std::optional<Part> Whole::* member) const {
    if (stage && (*stage).*member)
      return {&*((*stage).*member), Place{stage_path, name}.text()};
    if (scenario && (*scenario).*member)
      return {&*((*scenario).*member), std::string(name)};
    return {nullptr, std::string(name)};
  }

  void stage(const StageDoc& doc, const std::string& path) {
    Stage s;
    s.name = doc.name.value_or("");
    s.runs = given_count("runs", doc.runs, path, "/runs");
    if (doc.power)
      power(s, *doc.power, doc, path + "/power");
    if (doc.energy)
      energy(s, *doc.energy, path + "/energy");
    if (doc.time)
      time(s, *doc.time, path);
    site(s, doc, path);
    prices(s, doc, path);
    if (s.devices.empty() && s.time_by != TimeBy::device_hours)
      warn(path, code::no_devices);
    // The time of all devices alone tells the time on the clock only with their number, or where each is on
    // its own.
    if (s.time_by == TimeBy::device_hours && doc.power && s.devices.empty() && !was_refused(path + "/power"))
      issue(path + "/time/device_hours", code::no_count);
    out_.stages.push_back(std::move(s));
  }

  void time(Stage& s, const TimeDoc& t, const std::string& stage_path) {
    const std::string path = stage_path + "/time";
    if (t.hours) {
      s.time_by = TimeBy::hours;
      s.hours = given<Hours>("t", *t.hours, path, "/hours");
    } else if (t.device_hours) {
      s.time_by = TimeBy::device_hours;
      s.device_hours = given<DeviceHours>("device_hours", *t.device_hours, path, "/device_hours");
    } else if (t.flop || (t.parameters && t.tokens)) {
      if (t.flop) {
        s.time_by = TimeBy::flop;
        s.flop = given<Flop>("FLOP", *t.flop, path, "/flop");
      } else {
        s.time_by = TimeBy::parameters;
        s.parameters = given<Ratio>("parameters", *t.parameters, path, "/parameters");
        s.tokens = given<Ratio>("tokens", *t.tokens, path, "/tokens");
        s.epochs = given_if<Ratio>("epochs", t.epochs, path, "/epochs");
      }
      s.mfu = t.mfu ? given<Ratio>("mfu", *t.mfu, path, "/mfu") : fallback<Ratio>("mfu", "mfu", path, "/mfu");
      if (s.devices.empty() && !was_refused(stage_path + "/power"))
        issue(path, code::no_devices_speed);
    }
  }

  void energy(Stage& s, const EnergyDoc& e, const std::string& path) {
    if (e.it_kwh) {
      s.energy_by = EnergyBy::it_energy;
      s.energy = given<KilowattHours>("it_kwh", *e.it_kwh, path, "/it_kwh");
    } else if (e.meter_kwh) {
      s.energy_by = EnergyBy::meter_energy;
      s.energy = given<KilowattHours>("meter_kwh", *e.meter_kwh, path, "/meter_kwh");
    }
  }

  void power(Stage& s, const PowerDoc& p, const StageDoc& doc, const std::string& path) {
    const bool measured = p.measured_w.has_value();
    const bool whole_nodes = measured && p.scope.value_or(DrawScope::node) == DrawScope::node;
    if (!measured && !p.devices)
      return; // the reader has said so
    s.energy_by = whole_nodes ? EnergyBy::node_draw : measured ? EnergyBy::card_draw : EnergyBy::devices;
    if (measured)
      s.measured = given<Watts>(whole_nodes ? "P_IT" : "P_cards", *p.measured_w, path, "/measured_w");

    bool all_with_host = s.energy_by == EnergyBy::devices && !p.devices->empty();
    if (p.devices) {
      const bool needs_speed = doc.time && (doc.time->flop || doc.time->parameters);
      // One kind of device, and nothing known but of each one: the device-hours are all that counts.
      const bool count_may_be_absent =
          doc.time && doc.time->device_hours && p.devices->size() == 1 && !measured && !p.host_w;
      for (std::size_t d = 0; d < p.devices->size() && !full(); ++d) {
        const std::string at = path + "/devices/" + std::to_string(d);
        const Device device = this->device((*p.devices)[d], measured, needs_speed, at);
        if (!device.count && !count_may_be_absent)
          issue(at, code::missing).with("name", "count");
        all_with_host = all_with_host && device.system_watts;
        s.devices.push_back(device);
      }
    }

    const std::string_view host_is_inside = whole_nodes     ? "measured_w of whole nodes"
                                            : all_with_host ? "devices whose system_watts hold their host"
                                                            : "";
    if (!host_is_inside.empty() && !was_refused(path + "/scope")) {
      refuse(p.node_overhead, path, "node_overhead", host_is_inside);
      refuse(p.host_w, path, "host_w", host_is_inside);
      return;
    }
    s.host = given_if<Watts>("host_w", p.host_w, path, "/host_w");
    if (p.node_overhead)
      s.node_overhead = given<Ratio>("node_overhead", *p.node_overhead, path, "/node_overhead");
    else if (!p.host_w)
      s.node_overhead = fallback<Ratio>("node_overhead", "node_overhead", path, "/node_overhead");
  }

  // A number that would be ignored is a fault, not a shrug.
  void refuse(const std::optional<Number>& number, const std::string& part, std::string_view name,
              std::string_view beside) {
    if (!number)
      return;
    issue(entry(part, "/", name), code::not_with).with("name", name).with("names", beside);
  }

  Device device(const DeviceDoc& d, bool measured, bool needs_speed, const std::string& path) {
    Device out;
    out.count = given_count("count", d.count, path, "/count");
    const catalog::Device<catalog::Compiled>* row = nullptr;
    if (d.device) {
      row = catalog::find(catalog::devices(), *d.device);
      if (!row)
        unknown_id(path + "/device", *d.device, "device",
                   nearest_id(*d.device, catalog::devices(), catalog::search_devices));
    }
    const bool id_failed = d.device && !row;

    if (measured) {
      refuse(d.utilisation, path, "utilisation", "measured_w");
      refuse(d.watts, path, "watts", "measured_w");
      refuse(d.system_watts, path, "system_watts", "measured_w");
    } else if (d.watts) {
      out.watts = given<Watts>("card_watts", *d.watts, path, "/watts");
    } else if (d.system_watts) {
      out.system_watts = given<Watts>("system_watts", *d.system_watts, path, "/system_watts");
    } else if (row && row->system_watts && !d.utilisation) {
      out.system_watts =
          known<Watts>("system_watts", row->system_watts->watts, path, "/device",
                       entry("devices/", row->id, "/system_watts"), row->system_watts->cited.source);
    } else if (row && row->tdp_w) {
      out.tdp = known<Watts>("TDP", *row->tdp_w, path, "/device", entry("devices/", row->id, "/tdp_w"),
                             row->cited.source);
      out.utilisation = d.utilisation ? given<Ratio>("utilisation", *d.utilisation, path, "/utilisation")
                                      : fallback<Ratio>("utilisation", "utilisation", path, "/utilisation");
    } else if (row) {
      issue(path, code::no_figure).with("id", row->id).with("what", "TDP").with("remedy", "give \"watts\"");
    } else if (!id_failed) {
      issue(path, code::no_draw);
    }

    if (needs_speed)
      speed(out, d, row, id_failed, path);
    if (!needs_speed && d.peak_flops)
      warn(path + "/peak_flops", code::not_used).with("name", "peak_flops");
    if (!needs_speed && d.precision)
      warn(path + "/precision", code::not_used).with("name", "precision");
    if (row && row->price) {
      const auto& price = *row->price;
      out.preemptible = known<UsdPerDeviceHour>(
          "price_preemptible", Range::exactly(price.preemptible_usd_per_hour), path, "/device",
          entry("devices/", row->id, "/price/preemptible"), price.cited.source);
      out.on_demand = known<UsdPerDeviceHour>("price_on_demand", Range::exactly(price.on_demand_usd_per_hour),
                                              path, "/device", entry("devices/", row->id, "/price/on_demand"),
                                              price.cited.source);
    }
    return out;
  }

  void speed(Device& out, const DeviceDoc& d, const catalog::Device<catalog::Compiled>* row, bool id_failed,
             const std::string& path) {
    if (d.peak_flops) {
      out.peak = given<FlopPerSecond>("peak", *d.peak_flops, path, "/peak_flops");
      return;
    }
    if (id_failed)
      return;
    if (row) {
      if (const auto peak = catalog::choose_peak(row->peak, d.precision)) {
        out.peak = known<FlopPerSecond>("peak", Range::exactly(*peak), path, "/device",
                                        entry("devices/", row->id, "/peak"),
                                        (row->peak_cited ? *row->peak_cited : row->cited).source);
        return;
      }
    }
    issue(path, code::no_figure)
        .with("id", row ? row->id : "this device")
        .with("what", d.precision ? "peak speed in this precision" : "peak speed")
        .with("remedy", "give \"peak_flops\"");
  }

  // A member of a stage's site, else of the scenario's: but a stage that names a region stands elsewhere, and
  // what the scenario says of its own place says nothing of that one.
  template <class Part>
  Found<Part> pick_of_site(const StageDoc& doc, const std::string& path, std::string_view name,
                           std::optional<Part> SiteDoc::* member) const {
    if (!doc.site || !doc.site->region)
      return pick(doc.site, doc_.site, path, name, member);
    const auto& part = (*doc.site).*member;
    return {part ? &*part : nullptr, Place{path, name}.text()};
  }

  void site(Stage& s, const StageDoc& doc, const std::string& path) {
    const auto region = pick_of_site(doc, path, "/site/region", &SiteDoc::region);
    const catalog::Site<catalog::Compiled>* known_site = nullptr;
    if (region) {
      known_site = catalog::find(catalog::sites(), *region.part);
      if (!known_site)
        unknown_id(region.path, *region.part, "region",
                   nearest_id(*region.part, catalog::sites(), catalog::search_sites));
    }

    const auto pue = pick_of_site(doc, path, "/site/pue", &SiteDoc::pue);
    if (pue) {
      s.pue = given<Ratio>("PUE", *pue.part, pue.path, "");
    } else if (known_site && known_site->pue) {
      s.pue = known<Ratio>("PUE", known_site->pue->value, region.path, "",
                           entry("sites/", known_site->id, "/pue"), known_site->pue->cited.source);
      if (known_site->pue->basis > catalog::Covers::region)
        warn(region.path, code::wide_pue)
            .with("id", known_site->id)
            .with("basis", Names<catalog::Covers>::all[static_cast<std::size_t>(known_site->pue->basis)]);
    } else {
      s.pue = fallback<Ratio>("PUE", "pue", pue.path, "");
    }

    const auto grid = pick_of_site(doc, path, "/site/grid", &SiteDoc::grid);
    if (grid && grid.part->kg_per_kwh) {
      s.intensity = given<KgPerKwh>("I", *grid.part->kg_per_kwh, grid.path, "/kg_per_kwh");
    } else if (grid && grid.part->id) {
      s.intensity = intensity(*grid.part, *grid.part->id, grid.path, "/id", false);
    } else if (known_site && known_site->grid) {
      const auto* row = catalog::find(catalog::grids(), *known_site->grid);
      const bool wide =
          known_site->grid_known_by == catalog::KnownBy::country && row && row->varied.value_or(false);
      if (wide)
        warn(region.path, code::grid_of_country).with("id", known_site->id).with("name", row->name);
      s.intensity = intensity({}, *known_site->grid, region.path, "", wide);
    } else {
      const auto* row = catalog::find(catalog::grids(), catalog::default_grid());
      const auto figure = catalog::choose_figure(row->series, {}, {});
      warn(grid.path, code::default_grid)
          .with("name", row->in_a_sentence.value_or(row->name))
          .with("value", figure.kg_per_kwh)
          .with("unit", unit_of<KgPerKwh>);
      s.intensity = {add_input("I", unit_of<KgPerKwh>, spread(figure, false), Origin::fallback,
                               {grid.path, ""}, grid_entry(row->id, figure), figure.series->cited.source)};
    }

    const auto market = pick_of_site(doc, path, "/site/market_kg_per_kwh", &SiteDoc::market_kg_per_kwh);
    if (market)
      s.market_intensity = given<KgPerKwh>("I_market", *market.part, market.path, "");
  }

  // A year may have a figure on either basis.
  static std::string grid_entry(std::string_view id, const catalog::Chosen& figure) {
    std::string text = entry("grids/", id, "/");
    text += std::to_string(figure.year);
    text += '/';
    text += Names<catalog::Basis>::all[static_cast<std::size_t>(figure.series->basis)];
    return text;
  }

  // The range of a catalogue's intensity: by how it came about, else by its height.
  static Range spread(const catalog::Chosen& figure, bool wide) {
    constexpr double low_carbon = 0.1; // kg/kWh
    const std::string_view id = wide                                     ? "grid_by_country"
                                : figure.series->derived.value_or(false) ? "grid_derived"
                                : figure.kg_per_kwh < low_carbon         ? "grid_low_carbon"
                                                                         : "grid";
    const Range& relative = catalog::find(catalog::defaults(), id)->value;
    return {figure.kg_per_kwh, figure.kg_per_kwh * relative.low, figure.kg_per_kwh * relative.high};
  }

  // `wide`: only the country of the place is known.
  Ref<KgPerKwh> intensity(const GridDoc& grid, std::string_view id, const std::string& path,
                          std::string_view member, bool wide) {
    const auto* row = catalog::find(catalog::grids(), id);
    if (!row) {
      unknown_id(entry(path, member), id, "grid", nearest_id(id, catalog::grids(), catalog::search_grids));
      return {};
    }
    const auto chosen = catalog::choose_figure(row->series, grid.year, grid.basis);
    if (!chosen) {
      const bool none = row->series.empty();
      issue(none ? entry(path, member) : path + "/basis", code::no_figure)
          .with("id", row->id)
          .with("what", none                                       ? "intensity"
                        : *grid.basis == catalog::Basis::lifecycle ? "lifecycle figure"
                                                                   : "direct figure")
          .with("remedy", none ? "give \"kg_per_kwh\"" : "leave \"basis\" out");
      return {};
    }
    if (!grid.basis && chosen.series->basis == catalog::Basis::direct)
      warn(path + (grid.id ? "/basis" : ""), code::direct_basis).with("name", row->name);
    if (grid.year && chosen.year != *grid.year)
      warn(path + "/year", code::other_year)
          .with("asked", std::to_string(*grid.year))
          .with("used", std::to_string(chosen.year));
    return known<KgPerKwh>("I", spread(chosen, wide), path, member, grid_entry(row->id, chosen),
                           chosen.series->cited.source);
  }

  void prices(Stage& s, const StageDoc& doc, const std::string& path) {
    const auto electricity = pick(doc.prices, doc_.prices, path, "/prices/electricity_usd_per_kwh",
                                  &PricesDoc::electricity_usd_per_kwh);
    if (electricity)
      s.electricity_price = given<UsdPerKwh>("price_kWh", *electricity.part, electricity.path, "");

    const auto device =
        pick(doc.prices, doc_.prices, path, "/prices/device_usd_per_hour", &PricesDoc::device_usd_per_hour);
    if (device) {
      const auto preemptible =
          given<UsdPerDeviceHour>("price_preemptible", device.part->preemptible, device.path, "/preemptible");
      const auto on_demand =
          given<UsdPerDeviceHour>("price_on_demand", device.part->on_demand, device.path, "/on_demand");
      // Device-hours alone have a price, too, whatever the devices are.
      if (s.devices.empty() && s.time_by == TimeBy::device_hours && doc.energy)
        s.devices.emplace_back();
      for (Device& d : s.devices)
        d.preemptible = preemptible, d.on_demand = on_demand;
    }
    const bool unpriced =
        std::any_of(s.devices.begin(), s.devices.end(), [](const Device& d) { return !d.on_demand; });
    if (unpriced)
      warn(path, code::no_price);
  }

  void unknown_id(const std::string& path, std::string_view typed, std::string_view kind,
                  std::string_view near) {
    Issue& found = issue(path, code::unknown_id).with("value", in_quotes(typed)).with("kind", kind);
    if (!near.empty())
      found.with("nearest", near);
  }

  void say_what_is_not_computed() {
    const auto counts_embodied = [](const std::optional<EmbodiedSwitch>& e) {
      return !e || !std::holds_alternative<bool>(*e) || *std::get_if<bool>(&*e);
    };
    const auto has_water = [](const std::optional<SiteDoc>& s) {
      return s && (s->wue_l_per_kwh || s->ewif_l_per_kwh);
    };
    for (std::size_t i = 0; i < doc_.stages.size(); ++i) {
      const StageDoc& stage = doc_.stages[i];
      const std::string path = "/stages/" + std::to_string(i);
      if (counts_embodied(stage.embodied ? stage.embodied : doc_.embodied))
        warn((stage.embodied ? path : "") + "/embodied", code::not_computed).with("quantity", "embodied_kg");
      if (has_water(stage.site))
        warn(path + "/site", code::not_computed).with("quantity", "water_l");
    }
    if (has_water(doc_.site))
      warn("/site", code::not_computed).with("quantity", "water_l");
    if (doc_.per)
      warn("/per", code::not_computed).with("quantity", "sci_kg");
    if (has_ranges_ || doc_.ranges == Ranges::typical)
      warn(doc_.ranges ? "/ranges" : "", code::ranges_not_computed);

    const auto has_market = [](const Stage& s) { return static_cast<bool>(s.market_intensity); };
    const auto with_market = std::count_if(out_.stages.begin(), out_.stages.end(), has_market);
    if (with_market != 0 && with_market != static_cast<std::ptrdiff_t>(out_.stages.size()))
      warn("", code::no_market);
  }

  const ScenarioDoc& doc_;
  const std::vector<Issue>& earlier_;
  std::vector<Issue>& issues_;
  std::vector<Issue>& warnings_;
  Scenario out_;
  bool has_ranges_ = false;
  Issue ignored_; // takes the parameters of what was said before
};

// Says no more than `earlier`: the same of the same place, or something of a value that wasn't even of its
// type.
bool follows_from(const Issue& earlier, const Issue& issue) {
  if (earlier.code == issue.code && earlier.path == issue.path)
    return true;
  const bool unreadable = earlier.code == code::wrong_type || earlier.code == code::wrong_count ||
                          earlier.code == code::wrong_length || earlier.code == code::unknown_value ||
                          earlier.code == code::too_many_members;
  return unreadable && !earlier.path.empty() && is_inside(issue.path, earlier.path);
}

} // namespace

std::optional<Scenario> resolve(const ScenarioDoc& document, std::vector<Issue>& issues,
                                std::vector<Issue>& warnings) {
  std::size_t devices = 0;
  for (const StageDoc& stage : document.stages)
    if (stage.power && stage.power->devices)
      devices += stage.power->devices->size();
  if (static_cast<double>(devices) > limits::all_devices.max) {
    issues.push_back(Issue{code::too_many_devices, "/stages"}
                         .with("found", static_cast<double>(devices))
                         .with("max", limits::all_devices.max));
    return std::nullopt;
  }
  const std::vector<Issue> earlier = issues;
  std::vector<Issue> found;
  Scenario scenario = Resolver(document, earlier, found, warnings).run();
  for (Issue& issue : found) {
    const bool said =
        std::any_of(earlier.begin(), earlier.end(), [&](const Issue& e) { return follows_from(e, issue); });
    if (said)
      continue;
    if (static_cast<double>(issues.size()) >= limits::issues.max) {
      if (issues.back().code != code::too_many_issues)
        issues.push_back(Issue{code::too_many_issues, ""}.with("max", limits::issues.max));
      break;
    }
    issues.push_back(std::move(issue));
  }
  if (!issues.empty())
    return std::nullopt;
  return scenario;
}

} // namespace fivecars::documents
