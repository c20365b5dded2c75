#include "documents/estimate_document.hpp"

#include "catalog/catalog.hpp"
#include "documents/version.hpp"

#include <utility>

namespace fivecars::documents {
namespace {

using accounting::Origin;
using accounting::Outcome;

OutcomeDoc outcome(const Outcome& o) {
  OutcomeDoc d{o.best, {}, {}, {}};
  if (o.spread) d.low = o.spread->low, d.median = o.spread->median, d.high = o.spread->high;
  return d;
}

std::optional<OutcomeDoc> outcome(const std::optional<Outcome>& o) {
  return o ? std::optional{outcome(*o)} : std::nullopt;
}

std::optional<std::string> unless_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional{text};
}

OperandDoc operand(const accounting::Scenario& scenario, accounting::Operand&& o) {
  OperandDoc d{std::move(o.symbol), o.value, o.unit, "step", {}, {}, {}};
  if (o.input == accounting::no_input) return d;
  const accounting::Input& input = scenario.inputs[o.input];
  d.origin = input.origin == Origin::given ? "given" : input.origin == Origin::catalogue ? "catalogue" : "default";
  d.path = unless_empty(input.path);
  d.entry = unless_empty(input.entry);
  d.source = unless_empty(input.source);
  return d;
}

}  // namespace

std::vector<IssueDoc> issue_documents(const std::vector<Issue>& issues) {
  std::vector<IssueDoc> out;
  out.reserve(issues.size());
  for (const Issue& issue : issues) out.push_back({issue.code, issue.path, {issue.params}, message(issue)});
  return out;
}

EstimateDoc estimate_document(const accounting::Scenario& scenario, accounting::Estimate e,
                              const std::vector<Issue>& warnings) {
  EstimateDoc d;
  d.it_energy_kwh = outcome(e.it_energy_kwh);
  d.energy_kwh = outcome(e.energy_kwh);
  d.device_hours = outcome(e.device_hours);
  d.operational_kg = outcome(e.operational_kg);
  d.market_kg = outcome(e.market_kg);
  d.embodied_kg = outcome(e.embodied_kg);
  d.total_kg = outcome(e.total_kg);
  d.cost_usd.electricity = outcome(e.electricity_usd);
  if (e.cloud_usd) d.cost_usd.cloud = CloudDoc{outcome(e.cloud_usd->preemptible), outcome(e.cloud_usd->on_demand)};
  for (accounting::StageEstimate& s : e.stages)
    d.stages.push_back({std::move(s.name), outcome(s.it_energy_kwh), outcome(s.energy_kwh), outcome(s.operational_kg),
                        outcome(s.embodied_kg), outcome(s.device_hours)});
  for (const accounting::EquivalentCount& q : e.equivalents) d.equivalents.push_back({q.id, q.set, outcome(q.count)});
  for (accounting::Step& step : e.trace) {
    StepDoc& s = d.trace.emplace_back();
    s.symbol = std::move(step.symbol);
    if (step.stage != accounting::whole_scenario) s.stage = step.stage;
    s.formula = std::move(step.formula);
    for (accounting::Operand& o : step.operands) s.operands.push_back(operand(scenario, std::move(o)));
    s.value = step.value;
    s.unit = step.unit;
  }
  d.warnings = issue_documents(warnings);
  d.data_version = catalog::data_version();
  d.engine_version = engine_version;
  return d;
}

}  // namespace fivecars::documents
