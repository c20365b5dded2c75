#include "documents/estimate_document.hpp"

#include "catalog/catalog.hpp"
#include "documents/version.hpp"

namespace fivecars::documents {
namespace {

using accounting::Outcome;

void check(const Outcome& o, std::string_view quantity, std::vector<Issue>& warnings) {
  if (o.spread && (o.best < o.spread->low || o.best > o.spread->high))
    warnings.push_back(Issue{code::best_outside, ""}.with("quantity", quantity));
}
void check(const std::optional<Outcome>& o, std::string_view quantity, std::vector<Issue>& warnings) {
  if (o)
    check(*o, quantity, warnings);
}

} // namespace

EstimateDoc::EstimateDoc(accounting::Scenario resolved, std::vector<Issue> notes, accounting::Ask ask)
    : scenario(std::move(resolved)), estimate(accounting::estimate(scenario, ask)),
      warnings(std::move(notes)) {
  for (const auto& s : estimate.sensitivity)
    sensitivity.push_back({&scenario.inputs[s.input], s});
  check(estimate.it_energy_kwh, "it_energy_kwh", warnings);
  check(estimate.energy_kwh, "energy_kwh", warnings);
  check(estimate.device_hours, "device_hours", warnings);
  check(estimate.operational_kg, "operational_kg", warnings);
  check(estimate.market_kg, "market_kg", warnings);
  check(estimate.embodied_kg, "embodied_kg", warnings);
  check(estimate.total_kg, "total_kg", warnings);
  check(estimate.sci_kg, "sci_kg", warnings);
  check(estimate.water_l, "water_l", warnings);
}

} // namespace fivecars::documents

namespace fivecars::documents::view {
namespace {

std::string_view origin(const accounting::Input& input) {
  switch (input.origin) {
  case accounting::Origin::given:
    return "given";
  case accounting::Origin::catalogue:
    return "catalogue";
  case accounting::Origin::fallback:
    break;
  }
  return "default";
}

std::optional<std::string_view> unless_empty(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional{text};
}

} // namespace

std::optional<double> low(const Outcome& o) { return o.spread ? std::optional{o.spread->low} : std::nullopt; }
std::optional<double> median(const Outcome& o) {
  return o.spread ? std::optional{o.spread->median} : std::nullopt;
}
std::optional<double> high(const Outcome& o) {
  return o.spread ? std::optional{o.spread->high} : std::nullopt;
}

std::string operand_symbol(const Operand& o) { return accounting::name_of(o.symbol, o.suffix); }

std::string_view operand_origin(const Operand& o) { return o.input ? origin(*o.input) : "step"; }

std::string_view swing_input(const Swing& s) { return s.input->symbol; }
std::string_view swing_unit(const Swing& s) { return s.input->unit; }
std::string_view swing_origin(const Swing& s) { return origin(*s.input); }
std::optional<std::string_view> swing_path(const Swing& s) { return unless_empty(s.input->path); }
std::optional<std::string_view> swing_entry(const Swing& s) { return unless_empty(s.input->entry); }
const accounting::Range& swing_value(const Swing& s) { return s.input->value; }

std::optional<std::string_view> operand_path(const Operand& o) {
  return o.input ? unless_empty(o.input->path) : std::nullopt;
}
std::optional<std::string_view> operand_entry(const Operand& o) {
  return o.input ? unless_empty(o.input->entry) : std::nullopt;
}
std::optional<std::string_view> operand_source(const Operand& o) {
  return o.input ? unless_empty(o.input->source) : std::nullopt;
}

std::string step_symbol(const Step& s) { return accounting::name_of(s.symbol, s.suffix); }
std::optional<std::int64_t> step_stage(const Step& s) {
  return s.stage == accounting::whole_scenario ? std::nullopt : std::optional<std::int64_t>{s.stage};
}

std::string_view schema(const EstimateDoc&) { return "fivecars/estimate/1"; }
std::string_view data_version(const EstimateDoc&) { return catalog::data_version(); }
std::string_view engine_version(const EstimateDoc&) { return documents::engine_version; }

} // namespace fivecars::documents::view
