#include "tools/text_report.hpp"

#include "accounting/units.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace fivecars::tools {
namespace {

using documents::format_number;

// Four to six digits that matter, thousands grouped: 1,506.8, 0.0114, 626,155.3.
std::string rounded(double x) {
  if (x == 0)
    return "0";
  constexpr double least_plain = 1e-4;
  if (std::fabs(x) < least_plain) {
    char text[32];
    std::snprintf(text, sizeof text, "%.3g", x);
    return text;
  }
  const double size = std::floor(std::log10(std::fabs(x)));
  const double decimals = size >= 2 ? 1 : size >= 0 ? 2 : 2 - size;
  const double scale = std::pow(10, decimals);
  return format_number(std::round(x * scale) / scale);
}

std::string mass(double kg, MassUnit unit) {
  switch (unit) {
  case MassUnit::kg:
    return rounded(kg) + " kg";
  case MassUnit::lb:
    return rounded(kg / accounting::kg_per_lb) + " lb";
  case MassUnit::t:
    break;
  }
  return rounded(kg / 1000) + " t";
}

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

// The equivalents of one set, and which other sets there are.
std::string amounts(const accounting::Estimate& e, std::string_view set) {
  std::size_t width = 0;
  std::string others, last;
  for (const auto& q : e.equivalents) {
    if (q.set == set)
      width = std::max(width, q.id.size());
    else if (q.set != last)
      others += (others.empty() ? "" : ", ") + (last = q.set);
  }
  std::string text =
      "\nIt amounts to (" + std::string(set) + (others.empty() ? "" : "; --set " + others) + ")\n";
  for (const auto& q : e.equivalents)
    if (q.set == set)
      text +=
          "  " + std::string(q.id) + std::string(width + 2 - q.id.size(), ' ') + rounded(q.count.best) + "\n";
  return text;
}

} // namespace

std::string text_report(const documents::EstimateDoc& document, std::string_view title, MassUnit unit,
                        std::string_view set) {
  const accounting::Estimate& e = document.estimate;
  std::string text;
  if (!title.empty())
    text += documents::printable(std::string(title)) + "\n\n";
  const MassUnit other = unit == MassUnit::lb ? MassUnit::kg : MassUnit::lb;
  text += line("energy",
               rounded(e.energy_kwh.best) + " kWh (" + rounded(e.it_energy_kwh.best) + " into the machines)");
  text +=
      line("emissions", mass(e.operational_kg.best, unit) + " CO2e = " + mass(e.operational_kg.best, other));
  if (e.market_kg)
    text += line("market-based", mass(e.market_kg->best, unit) + " CO2e");
  if (e.device_hours)
    text += line("device-hours", rounded(e.device_hours->best));
  if (e.cost_usd.cloud)
    text += line("cloud cost", "USD " + dollars(e.cost_usd.cloud->preemptible.best) + " pre-emptible, " +
                                   dollars(e.cost_usd.cloud->on_demand.best) + " on demand");
  if (e.cost_usd.electricity)
    text += line("electricity cost", "USD " + dollars(e.cost_usd.electricity->best));

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
