#include "tools/text_report.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace fivecars::tools {
namespace {

using documents::format_number;

std::string in_unit(std::string_view unit) { return unit == "1" ? "" : " " + std::string(unit); }

// Cents below a hundred dollars: a small cost is no zero.
std::string dollars(double usd) {
  constexpr double whole_from = 100;
  if (usd >= whole_from || usd == 0)
    return format_number(std::round(usd));
  const double cents = std::round(usd * 100) / 100;
  return cents > 0 ? format_number(cents) : rounded(usd);
}

std::string line(std::string_view what, std::string_view value) {
  constexpr std::size_t width = 20;
  std::string text = "  ";
  text += what;
  text.append(what.size() < width ? width - what.size() : 1, ' ');
  text += value;
  return text + "\n";
}

// "  (5-95 %: 415-930)"; nothing where nothing varies.
template <class InUnit>
std::string range(const accounting::Outcome& o, const InUnit& in_unit) {
  if (!o.spread || o.spread->low == o.spread->high)
    return "";
  return "  (5-95 %: " + in_unit(o.spread->low) + "-" + in_unit(o.spread->high) + ")";
}
std::string range(const accounting::Outcome& o) { return range(o, brief); }

// Beside a figure in a table.
std::string low_to_high(double low, double high, MassUnit unit) {
  return low == high ? "" : brief_mass(low, unit) + "-" + brief_mass(high, unit);
}

double share(double part, double whole) { return whole == 0 ? 0 : part / whole; }

// The total, and what it is the sum of.
std::string emissions(const accounting::Estimate& e, MassUnit unit) {
  const MassUnit other = unit == MassUnit::lb ? MassUnit::kg : MassUnit::lb;
  const auto in_mass = [&](double kg) { return brief_mass(kg, unit); };
  const double total = e.total_kg.best;
  std::string text =
      line("emissions", mass(total, unit) + " CO2e = " + mass(total, other) + range(e.total_kg, in_mass));
  if (e.embodied_kg) {
    text += line("  running", mass(e.operational_kg.best, unit) + ", " +
                                  percent(share(e.operational_kg.best, total)) +
                                  range(e.operational_kg, in_mass));
    text +=
        line("  hardware", mass(e.embodied_kg->best, unit) + ", " +
                               percent(share(e.embodied_kg->best, total)) + range(*e.embodied_kg, in_mass));
  }
  if (e.market_kg)
    text += line("market-based", mass(e.market_kg->best, unit) + " CO2e" + range(*e.market_kg, in_mass));
  if (e.sci_kg)
    text += line("SCI score", mass(e.sci_kg->best, unit) + " CO2e per unit" + range(*e.sci_kg, in_mass));
  return text;
}

std::string stages(const accounting::Estimate& e, MassUnit unit) {
  if (e.stages.size() < 2)
    return "";
  Columns table("<>>");
  for (std::size_t i = 0; i < e.stages.size(); ++i) {
    const accounting::StageEstimate& s = e.stages[i];
    table.row({s.name.empty() ? "stage " + std::to_string(i + 1) : documents::printable(s.name),
               mass(s.total_kg.best, unit), percent(share(s.total_kg.best, e.total_kg.best))});
  }
  return "\nIts stages\n" + table.text();
}

// What one would have to know better, and what the total would be at either end of it.
std::string narrowing(const documents::EstimateDoc& document, MassUnit unit) {
  Columns table("<<>>>");
  table.row({"", "", "5-95 %", "total " + std::string(name_of(unit)), "of the spread"});
  constexpr std::size_t enough = 5;
  constexpr double least = 0.01;
  std::size_t rows = 0;
  for (const documents::Swing& swing : document.sensitivity) {
    if (rows == enough || !swing.to.variance_share || *swing.to.variance_share < least)
      break;
    const auto entry = documents::view::swing_entry(swing);
    const auto& value = documents::view::swing_value(swing);
    const auto [low, high] = std::minmax(swing.to.total_kg_low, swing.to.total_kg_high);
    table.row({std::string(documents::view::swing_input(swing)),
               std::string(entry.value_or(documents::view::swing_path(swing).value_or(""))),
               brief(value.low) + "-" + brief(value.high), low_to_high(low, high, unit),
               percent(*swing.to.variance_share)});
    ++rows;
  }
  return rows == 0 ? "" : "\nWhat would narrow it most\n" + table.text();
}

// The equivalents of one set, and which other sets there are.
std::string amounts(const accounting::Estimate& e, std::string_view set) {
  Columns table("<<<");
  std::string others, last;
  for (const auto& q : e.equivalents) {
    if (q.set == set)
      table.row({std::string(q.id), rounded(q.count.best), range(q.count)});
    else if (q.set != last)
      others += (others.empty() ? "" : ", ") + (last = q.set);
  }
  return "\nIt amounts to (" + std::string(set) + (others.empty() ? "" : "; --set " + others) + ")\n" +
         table.text();
}

} // namespace

std::string text_report(const documents::EstimateDoc& document, std::string_view title, MassUnit unit,
                        std::string_view set) {
  const accounting::Estimate& e = document.estimate;
  std::string text;
  if (!title.empty())
    text += documents::printable(std::string(title)) + "\n\n";
  text += line("energy", rounded(e.energy_kwh.best) + " kWh (" + rounded(e.it_energy_kwh.best) +
                             " into the machines)" + range(e.energy_kwh));
  text += emissions(e, unit);
  if (e.water_l)
    text += line("water", rounded(e.water_l->best) + " L" + range(*e.water_l));
  if (e.device_hours)
    text += line("device-hours", rounded(e.device_hours->best) + range(*e.device_hours));
  if (e.cost_usd.cloud)
    text += line("cloud cost", "USD " + dollars(e.cost_usd.cloud->preemptible.best) + " pre-emptible, " +
                                   dollars(e.cost_usd.cloud->on_demand.best) + " on demand");
  if (e.cost_usd.electricity)
    text += line("electricity cost",
                 "USD " + dollars(e.cost_usd.electricity->best) + range(*e.cost_usd.electricity, dollars));

  text += stages(e, unit);
  text += narrowing(document, unit);
  text += amounts(e, set);

  text += "\nThe work\n";
  for (const auto& step : e.trace) {
    const bool of_another_set = std::any_of(e.equivalents.begin(), e.equivalents.end(), [&](const auto& q) {
      return q.id == step.symbol && q.set != set;
    });
    if (of_another_set)
      continue;
    std::string numbers;
    for (const auto& o : step.operands) {
      numbers += (numbers.empty() ? "" : ", ") + documents::view::operand_symbol(o) + " = " +
                 format_number(o.value) + in_unit(o.unit);
      if (const auto source = documents::view::operand_source(o))
        numbers += " [" + std::string(*source) + "]";
      if (documents::view::operand_origin(o) == "default")
        numbers += " [default]";
    }
    text += "  " + documents::view::step_symbol(step) +
            (step.stage == accounting::whole_scenario ? " (all)" : "") + " = " + step.formula +
            "\n      with " + numbers + "\n      = " + rounded(step.value) + in_unit(step.unit) + "\n";
  }
  if (!document.warnings.empty()) {
    text += "\nWorth knowing\n";
    for (const auto& warning : document.warnings)
      text += "  " + documents::message(warning) + "\n";
  }
  return text + "\ndata " + std::string(documents::view::data_version(document)) + ", engine " +
         std::string(documents::view::engine_version(document)) + "\n";
}

} // namespace fivecars::tools
