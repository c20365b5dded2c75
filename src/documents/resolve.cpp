#include "documents/resolve.hpp"

#include "catalog/catalog.hpp"
#include "documents/resolve_parts.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace fivecars::documents {
namespace {

using namespace fivecars::accounting;
using Site = catalog::Site<catalog::Compiled>;

std::string stage_path(std::size_t i) { return "/stages/" + std::to_string(i); }

void prices(Inputs& in, Stage& s, const StageAt& at) {
  const auto& whole = at.scenario.prices;
  const auto electricity = pick(at, &StageDoc::prices, whole, "/prices/electricity_usd_per_kwh",
                                &PricesDoc::electricity_usd_per_kwh);
  if (electricity)
    s.electricity_price = in.given(kinds::price_kwh, *electricity.part, electricity.path, "");

  const auto device =
      pick(at, &StageDoc::prices, whole, "/prices/device_usd_per_hour", &PricesDoc::device_usd_per_hour);
  if (device) {
    const auto preemptible =
        in.given(kinds::price_preemptible, device.part->preemptible, device.path, "/preemptible");
    const auto on_demand =
        in.given(kinds::price_on_demand, device.part->on_demand, device.path, "/on_demand");
    // Device-hours alone have a price, too, whatever the devices are.
    if (s.devices.empty() && s.time_by == TimeBy::device_hours && at.machines().energy)
      s.devices.emplace_back();
    for (Device& d : s.devices)
      d.preemptible = preemptible, d.on_demand = on_demand;
  }
  const bool unpriced =
      std::any_of(s.devices.begin(), s.devices.end(), [](const Device& d) { return !d.on_demand; });
  if (unpriced)
    in.warn(at.path, code::no_price);
}

// Making the hardware. A stage's own word counts, key by key; then that of the stage it is a multiple of;
// else the scenario's.
class Embodied {
public:
  Embodied(Inputs& in, const StageAt& at, const Site* site) : in_(in), at_(at), site_(site) {}

  void add_to(Stage& s) {
    const std::optional<EmbodiedSwitch>* decides = &at_.scenario.embodied;
    for (const StageAt* stage = &at_; stage; stage = stage->original)
      if (stage->stage.embodied) {
        decides = &stage->stage.embodied;
        break;
      }
    const bool* counted = *decides ? std::get_if<bool>(&**decides) : nullptr;
    if (counted && !*counted)
      return;
    const auto card = find("/card_kg", &EmbodiedDoc::card_kg);
    const auto host = find("/host_share_kg", &EmbodiedDoc::host_share_kg);
    // Device-hours alone have a share in making the hardware, too, if one is given. (A price has already made
    // a device of them.)
    const bool named = at_.machines().power && at_.machines().power->devices;
    if (s.devices.empty() && s.time_by == TimeBy::device_hours && card)
      s.devices.emplace_back();
    if (s.devices.empty() || !(named || card)) {
      in_.warn(at_.path, code::no_embodied);
      return;
    }
    for (std::size_t d = 0; d < s.devices.size(); ++d)
      device(s.devices[d], d, card, host);
    s.lifetime =
        given_or_default(kinds::lifetime, "/lifetime_years", &EmbodiedDoc::lifetime_years, "lifetime_years");
    s.active_share = given_or_default(kinds::active_share, "/active_share", &EmbodiedDoc::active_share,
                                      site_ && site_->active_share ? *site_->active_share : "active_share");
  }

private:
  static const EmbodiedDoc* numbers(const std::optional<EmbodiedSwitch>& e) {
    return e ? std::get_if<EmbodiedDoc>(&*e) : nullptr;
  }

  Found<Number> find(std::string_view name, std::optional<Number> EmbodiedDoc::* member) const {
    const std::string path = Place{"/embodied", name}.text();
    for (const StageAt* stage = &at_; stage; stage = stage->original)
      if (const EmbodiedDoc* own = numbers(stage->stage.embodied); own && own->*member)
        return {&*(own->*member), Place{stage->path, path}.text()};
    const EmbodiedDoc* whole = numbers(at_.scenario.embodied);
    return {whole && whole->*member ? &*(whole->*member) : nullptr, path};
  }

  template <class Q>
  Ref<Q> given_or_default(const NumberKind<Q>& kind, std::string_view name,
                          std::optional<Number> EmbodiedDoc::* member, std::string_view id) {
    const auto found = find(name, member);
    return found ? in_.given(kind, *found.part, found.path, "") : in_.fallback(kind, id, found.path, "");
  }

  void device(Device& d, std::size_t index, const Found<Number>& card, const Found<Number>& host) {
    const auto* row = row_of(index);
    const auto* made = row && row->embodied ? &*row->embodied : nullptr;
    const bool whole_machine = site_ && site_->machine && !card && !host;
    if (card)
      d.card_kg = in_.given(kinds::card_kg, *card.part, card.path, "");
    else if (whole_machine)
      d.card_kg = in_.fallback(kinds::card_kg, *site_->machine, card.path, "");
    else if (made)
      d.card_kg = in_.known(kinds::card_kg, made->card_kg, card.path, "",
                            {entry("devices/", row->id, "/embodied/card_kg"), made->cited.source});
    else
      d.card_kg = in_.fallback(kinds::card_kg, "card_kg", card.path, "");

    const bool host_inside = whole_machine || (!card && made && made->includes_host.value_or(false));
    if (host)
      d.host_share_kg = in_.given(kinds::host_share_kg, *host.part, host.path, "");
    else if (!host_inside)
      d.host_share_kg = in_.fallback(
          kinds::host_share_kg,
          row && row->large_host.value_or(false) ? "host_share_kg_h100" : "host_share_kg", host.path, "");
  }

  const catalog::Device<catalog::Compiled>* row_of(std::size_t index) const {
    const auto& power = at_.machines().power;
    return power && power->devices && index < power->devices->size() ? device_row((*power->devices)[index])
                                                                     : nullptr;
  }

  Inputs& in_;
  const StageAt& at_;
  const Site* site_;
};

// A stage, and the place that embodied carbon has to know.
struct Resolved {
  Stage stage;
  const Site* site = nullptr;
};

Resolved resolve_stage(Inputs& in, const StageAt& at) {
  Stage s;
  s.name = at.stage.name.value_or("");
  s.runs = in.given_if(kinds::runs, at.stage.runs, at.path, "/runs");
  resolve_machines(in, s, at);
  if (s.devices.empty() && s.time_by != TimeBy::device_hours)
    in.warn(at.path, code::no_devices);
  const Site* site = resolve_place(in, s, at);
  prices(in, s, at);
  Embodied(in, at, site).add_to(s);
  return {std::move(s), site};
}

// A stage that is so many times another one, on the same machines. What it says of its place, prices or
// hardware counts instead of what that one says, key by key; the rest is that one's, number by number, so
// that it varies with it.
void resolve_like(Inputs& in, std::vector<Resolved>& stages, std::size_t index, const StageAt& at) {
  const LikeDoc& like = *at.stage.like;
  if (like.stage < 0)
    return; // the reader has said so
  const auto from = static_cast<std::size_t>(like.stage);
  if (from >= stages.size() || from == index || at.scenario.stages[from].like) {
    in.issue(at.path + "/like/stage", code::no_such_stage).with("value", static_cast<double>(like.stage));
    return;
  }
  auto [s, site] = stages[from];
  s.name = at.stage.name.value_or("");
  s.times = in.given(kinds::times, like.times, at.path, "/like/times");
  const StageAt original{at.scenario, at.scenario.stages[from], stage_path(from)};
  const StageAt here{at.scenario, at.stage, at.path, &original};
  if (at.stage.site)
    site = resolve_place(in, s, here);
  if (at.stage.prices)
    prices(in, s, here);
  if (at.stage.site || at.stage.embodied) {
    s.lifetime = {};
    s.active_share = {};
    for (Device& d : s.devices)
      d.card_kg = {}, d.host_share_kg = {};
    Embodied(in, here, site).add_to(s);
  }
  stages[index] = {std::move(s), site};
}

std::vector<Stage> resolve_stages(Inputs& in, const ScenarioDoc& doc) {
  std::vector<Resolved> resolved(doc.stages.size());
  for (std::size_t i = 0; i < resolved.size() && !in.full(); ++i)
    if (!doc.stages[i].like)
      resolved[i] = resolve_stage(in, {doc, doc.stages[i], stage_path(i)});
  in.copies();
  for (std::size_t i = 0; i < resolved.size() && !in.full(); ++i)
    if (doc.stages[i].like)
      resolve_like(in, resolved, i, {doc, doc.stages[i], stage_path(i)});
  std::vector<Stage> out;
  for (Resolved& r : resolved)
    out.push_back(std::move(r.stage));
  return out;
}

Scenario resolve_scenario(Inputs& in, const ScenarioDoc& doc) {
  Scenario out;
  out.stages = resolve_stages(in, doc);

  if (doc.per) {
    const Number one{Range::exactly(1)};
    out.functional_units =
        in.given(kinds::functional_units, doc.per->count ? *doc.per->count : one, "/per/count", "");
    const auto counted = [](const Stage& s) { return static_cast<bool>(s.lifetime); };
    if (std::none_of(out.stages.begin(), out.stages.end(), counted))
      in.warn("/per", code::no_score);
  }
  const auto has_market = [](const Stage& s) { return static_cast<bool>(s.market_intensity); };
  const auto with_market = std::count_if(out.stages.begin(), out.stages.end(), has_market);
  if (with_market != 0 && with_market != static_cast<std::ptrdiff_t>(out.stages.size()))
    in.warn("", code::no_market);

  for (const auto& row : catalog::equivalents())
    out.equivalents.push_back(
        {row.id, row.set,
         row.divides == catalog::Divides::operational ? DividesWhat::operational : DividesWhat::total,
         in.known(kinds::factor, row.kg, {}, "", {entry("equivalents/", row.id), row.cited.source})});
  out.inputs = std::move(in.list);
  return out;
}

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
  Inputs in(earlier, found, warnings, document.ranges == Ranges::typical);
  Scenario scenario = resolve_scenario(in, document);
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
