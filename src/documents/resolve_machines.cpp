// What computes, for how long, and what it draws.
#include "catalog/catalog.hpp"
#include "catalog/choose.hpp"
#include "catalog/search.hpp"
#include "documents/nearest_id.hpp"
#include "documents/resolve_parts.hpp"

#include <string>

namespace fivecars::documents {
namespace {

using namespace fivecars::accounting;
using Row = catalog::Device<catalog::Compiled>;

// A number that would be ignored is a fault, not a shrug.
void refuse(Inputs& in, const std::optional<Number>& number, std::string_view part, std::string_view name,
            std::string_view beside) {
  if (!number)
    return;
  in.issue(entry(part, "/", name), code::not_with).with("name", name).with("names", beside);
}

void time(Inputs& in, Stage& s, const TimeDoc& t, const std::string& stage_path) {
  const std::string path = stage_path + "/time";
  if (t.hours) {
    s.time_by = TimeBy::hours;
    s.hours = in.given(kinds::hours, *t.hours, path, "/hours");
  } else if (t.device_hours) {
    s.time_by = TimeBy::device_hours;
    s.device_hours = in.given(kinds::device_hours, *t.device_hours, path, "/device_hours");
  } else if (t.flop || (t.parameters && t.tokens)) {
    if (t.flop) {
      s.time_by = TimeBy::flop;
      s.flop = in.given(kinds::flop, *t.flop, path, "/flop");
    } else {
      s.time_by = TimeBy::parameters;
      s.parameters = in.given(kinds::parameters, *t.parameters, path, "/parameters");
      s.tokens = in.given(kinds::tokens, *t.tokens, path, "/tokens");
      s.epochs = in.given_if(kinds::epochs, t.epochs, path, "/epochs");
    }
    s.mfu = t.mfu ? in.given(kinds::mfu, *t.mfu, path, "/mfu") : in.fallback(kinds::mfu, "mfu", path, "/mfu");
    if (s.devices.empty() && !in.was_refused(stage_path + "/power"))
      in.issue(path, code::no_devices_speed);
  }
}

void energy(Inputs& in, Stage& s, const EnergyDoc& e, const std::string& path) {
  if (e.it_kwh) {
    s.energy_by = EnergyBy::it_energy;
    s.energy = in.given(kinds::it_kwh, *e.it_kwh, path, "/it_kwh");
  } else if (e.meter_kwh) {
    s.energy_by = EnergyBy::meter_energy;
    s.energy = in.given(kinds::meter_kwh, *e.meter_kwh, path, "/meter_kwh");
  }
}

void speed(Inputs& in, Device& out, const DeviceDoc& d, const Row* row, const std::string& path) {
  if (d.peak_flops) {
    out.peak = in.given(kinds::peak, *d.peak_flops, path, "/peak_flops");
    return;
  }
  if (d.device && !row)
    return;
  if (row) {
    if (const auto peak = catalog::choose_peak(row->peak, d.precision)) {
      out.peak = in.known(
          kinds::peak, Range::exactly(*peak), path, "/device",
          {entry("devices/", row->id, "/peak"), (row->peak_cited ? *row->peak_cited : row->cited).source});
      return;
    }
  }
  in.issue(path, code::no_figure)
      .with("id", row ? row->id : "this device")
      .with("what", d.precision ? "peak speed in this precision" : "peak speed")
      .with("remedy", "give \"peak_flops\"");
}

// A reading of the cards' own sensor.
NumberKind<Watts> reading(NumberKind<Watts> kind, const Row* row) {
  if (row && row->part_time_sensor.value_or(false))
    kind.usual = "sensor_a100_h100";
  return kind;
}

// What one device draws, where nothing was measured.
void draw(Inputs& in, Device& out, const DeviceDoc& d, const Row* row, const std::string& path) {
  if (d.watts) {
    out.watts = in.given(reading(kinds::card_watts, row), *d.watts, path, "/watts");
  } else if (d.system_watts) {
    out.system_watts = in.given(kinds::system_watts, *d.system_watts, path, "/system_watts");
  } else if (row && row->system_watts && !d.utilisation) {
    out.system_watts =
        in.known(kinds::system_watts, row->system_watts->watts, path, "/device",
                 {entry("devices/", row->id, "/system_watts"), row->system_watts->cited.source});
  } else if (row && row->tdp_w) {
    out.tdp = in.known(kinds::tdp, *row->tdp_w, path, "/device",
                       {entry("devices/", row->id, "/tdp_w"), row->cited.source});
    out.utilisation = d.utilisation ? in.given(kinds::utilisation, *d.utilisation, path, "/utilisation")
                                    : in.fallback(kinds::utilisation, "utilisation", path, "/utilisation");
  } else if (row) {
    in.issue(path, code::no_figure).with("id", row->id).with("what", "TDP").with("remedy", "give \"watts\"");
  } else if (!d.device) {
    in.issue(path, code::no_draw);
  }
}

Device device(Inputs& in, const DeviceDoc& d, bool measured, bool needs_speed, const std::string& path) {
  Device out;
  out.count = in.given_if(kinds::count, d.count, path, "/count");
  const Row* row = device_row(d);
  if (d.device && !row)
    in.unknown_id(path + "/device", *d.device, "device",
                  nearest_id(*d.device, catalog::devices(), catalog::search_devices));

  if (measured) {
    refuse(in, d.utilisation, path, "utilisation", "measured_w");
    refuse(in, d.watts, path, "watts", "measured_w");
    refuse(in, d.system_watts, path, "system_watts", "measured_w");
  } else {
    draw(in, out, d, row, path);
  }

  if (needs_speed)
    speed(in, out, d, row, path);
  if (!needs_speed && d.peak_flops)
    in.warn(path + "/peak_flops", code::not_used).with("name", "peak_flops");
  if (!needs_speed && d.precision)
    in.warn(path + "/precision", code::not_used).with("name", "precision");
  if (row && row->price) {
    const auto& price = *row->price;
    out.preemptible =
        in.known(kinds::price_preemptible, Range::exactly(price.preemptible_usd_per_hour), path, "/device",
                 {entry("devices/", row->id, "/price/preemptible"), price.cited.source});
    out.on_demand = in.known(kinds::price_on_demand, Range::exactly(price.on_demand_usd_per_hour), path,
                             "/device", {entry("devices/", row->id, "/price/on_demand"), price.cited.source});
  }
  return out;
}

void power(Inputs& in, Stage& s, const PowerDoc& p, const StageDoc& doc, const std::string& path) {
  const bool measured = p.measured_w.has_value();
  const bool whole_nodes = measured && p.scope.value_or(DrawScope::node) == DrawScope::node;
  if (!measured && !p.devices)
    return; // the reader has said so
  s.energy_by = whole_nodes ? EnergyBy::node_draw : measured ? EnergyBy::card_draw : EnergyBy::devices;
  if (whole_nodes) {
    s.measured = in.given(kinds::nodes, *p.measured_w, path, "/measured_w");
  } else if (measured) {
    NumberKind<Watts> kind = kinds::cards;
    for (const DeviceDoc& d : p.devices.value_or(std::vector<DeviceDoc>{}))
      kind = reading(kind, device_row(d));
    s.measured = in.given(kind, *p.measured_w, path, "/measured_w");
  }

  bool all_with_host = s.energy_by == EnergyBy::devices && !p.devices->empty();
  if (p.devices) {
    const bool needs_speed = doc.time && (doc.time->flop || doc.time->parameters);
    // One kind of device, and nothing known but of each one: the device-hours are all that counts.
    const bool count_may_be_absent =
        doc.time && doc.time->device_hours && p.devices->size() == 1 && !measured && !p.host_w;
    for (std::size_t d = 0; d < p.devices->size() && !in.full(); ++d) {
      const std::string at = path + "/devices/" + std::to_string(d);
      const Device device = documents::device(in, (*p.devices)[d], measured, needs_speed, at);
      if (!device.count && !count_may_be_absent)
        in.issue(at, code::missing).with("name", "count");
      all_with_host = all_with_host && device.system_watts;
      s.devices.push_back(device);
    }
  }

  const std::string_view host_is_inside = whole_nodes     ? "measured_w of whole nodes"
                                          : all_with_host ? "devices whose system_watts hold their host"
                                                          : "";
  if (!host_is_inside.empty() && !in.was_refused(path + "/scope")) {
    refuse(in, p.node_overhead, path, "node_overhead", host_is_inside);
    refuse(in, p.host_w, path, "host_w", host_is_inside);
    return;
  }
  s.host = in.given_if(kinds::host, p.host_w, path, "/host_w");
  if (p.node_overhead)
    s.node_overhead = in.given(kinds::node_overhead, *p.node_overhead, path, "/node_overhead");
  else if (!p.host_w)
    s.node_overhead = in.fallback(kinds::node_overhead, "node_overhead", path, "/node_overhead");
}

} // namespace

const Row* device_row(const DeviceDoc& d) {
  return d.device ? catalog::find(catalog::devices(), *d.device) : nullptr;
}

void resolve_machines(Inputs& in, Stage& s, const StageAt& at) {
  const StageDoc& doc = at.stage;
  if (doc.power)
    power(in, s, *doc.power, doc, at.path + "/power");
  if (doc.energy)
    energy(in, s, *doc.energy, at.path + "/energy");
  if (doc.time)
    time(in, s, *doc.time, at.path);
  // The time of all devices alone tells the time on the clock only with their number, or where each is on
  // its own.
  if (s.time_by == TimeBy::device_hours && doc.power && s.devices.empty() &&
      !in.was_refused(at.path + "/power"))
    in.issue(at.path + "/time/device_hours", code::no_count);
}

} // namespace fivecars::documents
