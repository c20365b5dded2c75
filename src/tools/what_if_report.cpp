#include "tools/what_if_report.hpp"

#include "tools/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace fivecars::tools {
namespace {

using namespace documents;
using accounting::Outcome;
using accounting::Solved;

// "415-930"; "" where nothing varies, or ranges weren't asked for.
std::string range(const Outcome& o) {
  if (!o.spread || (o.spread->low == o.spread->high))
    return "";
  return brief(o.spread->low) + (o.spread->low < 0 || o.spread->high < 0 ? " to " : "-") +
         brief(o.spread->high);
}

std::string in_brackets(const Outcome& o) {
  const std::string text = range(o);
  return text.empty() ? "" : "(5-95 %: " + text + ")";
}

std::string heading(std::string_view title) {
  return title.empty() ? std::string() : std::string(title) + "\n\n";
}

// Defaults are many and alike: how many they are will do here.
std::string worth_knowing(const std::vector<Issue>& warnings, std::string_view data) {
  std::string text;
  double defaults = 0;
  for (const Issue& warning : warnings) {
    if (warning.code == code::default_used)
      ++defaults;
    else
      text += "  " + message(warning) + "\n";
  }
  if (defaults > 0)
    text += "  " + format_number(defaults) + (defaults == 1 ? " default is" : " defaults are") +
            " used; estimate --text names them\n";
  return (text.empty() ? "" : "\nWorth knowing\n" + text) + "\ndata " + std::string(data) + "\n";
}

std::string times(double x) { return brief(x) + " times"; }

// The causes of a difference in words.
struct CauseWords {
  std::string_view cause, words;
};
constexpr std::array cause_words{
    CauseWords{"place", "the grid of the place"},
    CauseWords{"machines", "the machines"},
    CauseWords{"time", "how long they run"},
    CauseWords{"overhead", "the buildings (PUE)"},
    CauseWords{"grid", "the grid"},
    CauseWords{"pue", "the PUE"},
    CauseWords{"node", "the machines around the cards"},
    CauseWords{"draw", "the draw of the cards"},
    CauseWords{"embodied", "making the hardware"},
    CauseWords{"coverage", "the time that is counted"},
};
std::string in_words(std::string_view cause) {
  for (const CauseWords& c : cause_words)
    if (c.cause == cause)
      return std::string(c.words);
  return std::string(cause);
}

std::string_view plural_of(Over over) {
  return over == Over::pue ? "values" : Names<Over>::all[static_cast<std::size_t>(over)];
}

// The largest two, as shares of what the authors count: "making the hardware +31 %, the grid -8 %".
std::string largest_reasons(const ComparedRow& row) {
  if (!row.reasons || !row.published_kg)
    return "";
  if (*row.published_kg == 0)
    return row.total_kg.best == 0 ? "as published" : "its authors count nothing";
  std::vector<DiffPart> parts = *row.reasons;
  std::stable_sort(parts.begin(), parts.end(),
                   [](const DiffPart& a, const DiffPart& b) { return std::fabs(a.kg) > std::fabs(b.kg); });
  constexpr double least = 0.005;
  std::string text;
  for (std::size_t i = 0; i < 2 && i < parts.size(); ++i) {
    const double share = parts[i].kg / *row.published_kg;
    if (std::fabs(share) >= least)
      text += (text.empty() ? "" : ", ") + in_words(parts[i].cause) + " " + signed_percent(share);
  }
  return text.empty() ? "as published" : text;
}

} // namespace

std::string ranking_report(const RankingDoc& ranking, std::string_view title, std::size_t most) {
  Columns table("><>><>");
  const auto here = [&] {
    table.row({"", "as it is", brief(ranking.here.best), range(ranking.here), "", ""});
  };
  const std::size_t shown = std::min(most, ranking.rows.size());
  const auto place = static_cast<std::size_t>(ranking.lower);
  table.row({"", "", "kg CO2e", ranking.here.spread ? "5-95 %" : "", "", ""});
  for (std::size_t i = 0; i < shown; ++i) {
    if (i == place)
      here();
    const RankRow& row = ranking.rows[i];
    std::string name(row.name);
    if (row.value) {
      name = format_number(*row.value);
      if (ranking.over == Over::years)
        std::erase(name, ',');
      else
        name.insert(0, "PUE ");
    }
    table.row({std::to_string(i + 1), std::move(name), brief(row.total_kg.best), range(row.total_kg),
               std::string(row.id), times(row.times)});
  }
  if (place > shown)
    table.row({"", "…", "", "", "", ""});
  if (place >= shown)
    here();
  std::string text = heading(title) + table.text() + "\n";
  const std::string things(plural_of(ranking.over));
  const auto count = [](std::int64_t n) { return format_number(static_cast<double>(n)); };
  text += count(ranking.total) + " " + things + ", " + count(ranking.lower) + " of them lower than as it is";
  if (ranking.left_out != 0)
    text += "; " + count(ranking.left_out) +
            (ranking.left_out == 1 ? " more has no figure" : " more have no figure");
  if (static_cast<std::int64_t>(shown) < ranking.total)
    text += "; --most " + std::to_string(ranking.total) + " shows them all";
  return text + "\n" + worth_knowing(ranking.warnings, view::ranking_data(ranking));
}

std::string solution_report(const SolutionDoc& s, std::string_view title) {
  const std::string what = s.quantity == SolveFor::intensity
                               ? "grid intensity"
                               : std::string(Names<SolveFor>::all[static_cast<std::size_t>(s.quantity)]);
  const std::string whatever =
      "whatever the " + (s.quantity == SolveFor::intensity ? what : "number of " + what);
  const std::string unit = s.quantity == SolveFor::intensity ? " kg/kWh" : "";
  const auto kg = [](double x) { return rounded(x) + " kg CO2e"; };
  std::string text = heading(title);
  switch (s.status) {
  case Solved::found: {
    Columns lines("<<");
    const std::string brackets = in_brackets(*s.value);
    lines.row({what, rounded(s.value->best) + unit + (brackets.empty() ? "" : "  " + brackets)});
    if (s.whole)
      lines.row({"whole ones", format_number(*s.whole)});
    lines.row({"budget", kg(s.budget_kg)});
    text += lines.text();
    break;
  }
  case Solved::over:
    text += "  Over the budget of " + kg(s.budget_kg) + ", " + whatever + ": from " +
            kg(std::min(*s.least_kg, *s.most_kg)) + " up.\n";
    break;
  case Solved::never:
    text += "  Within the budget of " + kg(s.budget_kg) + ", " + whatever + ": up to " +
            kg(std::max(*s.least_kg, *s.most_kg)) + ".\n";
    break;
  case Solved::no_effect:
    text += "  It emits " + kg(*s.least_kg) + ", " + whatever + ".\n";
    break;
  }
  return text + worth_knowing(s.warnings, view::solution_data(s));
}

std::string difference_report(const DifferenceDoc& d, std::string_view from, std::string_view to) {
  Columns heads("<<>>");
  heads.row({"", "", "kg CO2e", d.difference_kg.spread ? "5-95 %" : ""});
  heads.row({"from", std::string(from), brief(d.from_kg.best), range(d.from_kg)});
  heads.row({"to", std::string(to), brief(d.to_kg.best), range(d.to_kg)});
  heads.row(
      {"difference", d.times ? times(*d.times) : "", brief(d.difference_kg.best), range(d.difference_kg)});
  const auto table = [&](const std::vector<DiffPart>& parts) {
    Columns rows("<>>");
    for (const DiffPart& part : parts)
      rows.row({in_words(part.cause), brief(part.kg),
                d.difference_kg.best == 0 ? "" : percent(part.kg / d.difference_kg.best)});
    return rows.text();
  };
  return heads.text() + "\nIt falls to\n" + table(d.parts) + "\nMore closely\n" + table(d.reasons) +
         worth_knowing(d.warnings, view::difference_data(d));
}

std::string comparison_report(const ComparisonDoc& comparison) {
  Columns table("><>>><");
  const bool ranges = std::any_of(comparison.rows.begin(), comparison.rows.end(),
                                  [](const ComparedRow& row) { return row.total_kg.spread.has_value(); });
  table.row({"", "", "kg CO2e", ranges ? "5-95 %" : "", "printed", "why it isn't as its authors count"});
  for (std::size_t i = 0; i < comparison.rows.size(); ++i) {
    const ComparedRow& row = comparison.rows[i];
    table.row({std::to_string(i + 1), printable(row.name.empty() ? row.id : row.name),
               brief(row.total_kg.best), range(row.total_kg), row.printed_kg ? rounded(*row.printed_kg) : "",
               largest_reasons(row)});
  }
  return table.text() + worth_knowing({}, view::comparison_data(comparison));
}

} // namespace fivecars::tools
