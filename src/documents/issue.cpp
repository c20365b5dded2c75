#include "documents/issue.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

namespace fivecars::documents {
namespace {

// The English text of every code. {name} stands for the parameter of that name; {allowed} for its limit in
// words; [ … ] is left out where a parameter inside it is missing.
struct Sentence {
  std::string_view code;
  std::string_view text;
};

constexpr std::array sentences{
    Sentence{code::not_json, "line {line}, column {column}: {reason}"},
    Sentence{code::unreadable, "this can't be read as data: {reason}"},
    Sentence{code::missing, "\"{name}\" is missing[; {remedy}]"},
    Sentence{code::unknown_member,
             "{name} is not known here[; did you mean \"{nearest}\"?] (known: {known})"},
    Sentence{code::wrong_type, "{found} is not allowed; {expected}"},
    Sentence{code::out_of_range, "{value} is not allowed; {allowed}"},
    Sentence{code::not_whole, "{value} is not allowed; {allowed}"},
    Sentence{code::not_finite, "{value} is not allowed; {allowed}"},
    Sentence{code::range_order, "low {low}, best {best}, high {high} are out of order; low ≤ best ≤ high"},
    Sentence{code::best_at_floor, "best is {best}, the least there can be, while high is {high}; give a best "
                                  "above it, or {best} alone"},
    Sentence{code::too_wide,
             "low {low}, best {best}, high {high} are too far apart: high can be {most} times "
             "best, and best {most} times low, or low 0"},
    Sentence{code::wrong_count, "{found} entries are not allowed; from {min} to {max}"},
    Sentence{code::wrong_length, "{found} bytes of text are not allowed; from {min} to {max}"},
    Sentence{code::unknown_value, "{value} is not known; one of {allowed}"},
    Sentence{code::unknown_id, "{value} is not a known {kind}[; did you mean \"{nearest}\"?]"},
    Sentence{code::exactly_one, "exactly one of {names} is needed; given: {found}"},
    Sentence{code::at_most_one, "at most one of {names} is allowed; given: {found}"},
    Sentence{code::at_least_one, "at least one of {names} is needed"},
    Sentence{code::needs, "\"{name}\" is only allowed beside {names}"},
    Sentence{code::not_with, "\"{name}\" is not allowed together with {names}"},
    Sentence{code::no_figure, "no {what} is known for \"{id}\"; {remedy}"},
    Sentence{code::duplicate, "{value} stands here a second time; the first is at {first}"},
    Sentence{code::no_draw,
             "nothing says what this device draws; give \"device\", \"watts\" or \"system_watts\""},
    Sentence{code::no_devices_speed, "time from computation needs the peak speed of \"devices\" in "
                                     "\"power\"; without them, give \"hours\""},
    Sentence{code::no_count, "device_hours give the time only with the number of devices: add \"devices\" "
                             "with their \"count\", or "
                             "give \"hours\""},
    Sentence{code::no_grid, "a year or a basis alone needs a region whose grid is known; give \"id\", too"},
    Sentence{code::nothing_to_vary, "there is no {what} to vary; {remedy}"},
    Sentence{code::no_such_stage, "{value} is not another stage with machines or an energy of its own"},
    Sentence{code::too_many_ranges,
             "ranges of {found} stages are more than one call works out, {max}; ask for fewer "
             "rows, or leave \"ranges\" out"},
    Sentence{code::too_many_devices,
             "{found} kinds of device are not allowed in all stages together; up to {max}"},
    Sentence{code::too_many_members, "more than {max} members are not allowed in one object"},
    Sentence{code::too_many_issues, "there are more faults; these are the first {max}"},
    Sentence{code::too_large, "{what} is larger than {max}"},

    Sentence{code::default_used, "nothing given for {quantity}; the default of {value}[ {unit}] is used"},
    Sentence{code::no_devices, "the stage names no devices: it has no device-hours and no cloud cost"},
    Sentence{code::no_price, "no price is known for these devices: the stage adds nothing to the cloud cost"},
    Sentence{code::no_market, "not every stage has a market-based factor: there is no market-based total"},
    Sentence{code::best_outside, "the best estimate of {quantity} lies outside its range: many inputs reach "
                                 "further to one side, and the median says more"},
    Sentence{code::no_embodied, "no devices are named: making the hardware of this stage isn't counted"},
    Sentence{code::no_score, "an SCI score needs embodied carbon, which isn't counted: there is none"},
    Sentence{code::no_water,
             "water at the power station isn't known for this grid: there is no water figure; "
             "\"ewif_l_per_kwh\" would give one"},
    Sentence{code::water_measure,
             "the WUE of {id} counts the {measure} of water; others count it differently"},
    Sentence{code::not_used, "\"{name}\" is not used: the time doesn't follow from computation"},
    Sentence{code::default_grid, "nothing says where the machines stand; {name} is used: {value} {unit}"},
    Sentence{code::wide_pue, "the PUE of {id} is an average over its {basis}"},
    Sentence{code::grid_of_country,
             "the grid of {id} is known by its country alone ({name}): its range is wide"},
    Sentence{code::direct_basis, "{name}: direct combustion alone is counted; there is no lifecycle figure"},
    Sentence{code::other_year, "there is no figure for {asked}; the one for {used} is used"},
};

constexpr double largest_plain = 1e15;
constexpr double smallest_plain = 1e-6;

const Param* find(const Issue& issue, std::string_view name) {
  const auto at =
      std::find_if(issue.params.begin(), issue.params.end(), [&](const Param& p) { return p.name == name; });
  return at == issue.params.end() ? nullptr : &*at;
}

double number_or(const Issue& issue, std::string_view name, double otherwise) {
  const Param* p = find(issue, name);
  return p && p->is_number ? p->number : otherwise;
}

Limit limit_of(const Issue& issue) {
  return {number_or(issue, "min", 0),
          number_or(issue, "max", 0),
          {},
          number_or(issue, "above", 0) != 0,
          number_or(issue, "whole", 0) != 0};
}

// Years are written without a comma.
bool is_year(const Issue& issue) {
  const Param* unit = find(issue, "unit");
  return unit && unit->text == "year";
}

// False if the issue has no such parameter.
bool insert(std::string& text, const Issue& issue, std::string_view name) {
  const Param* p = find(issue, name);
  if (!p && name != "allowed")
    return false;
  const std::string value = !p ? allowed(limit_of(issue)) : p->is_number ? format_number(p->number) : p->text;
  const bool year = is_year(issue);
  for (const char c : value)
    if (c != ',' || !year)
      text += c;
  return true;
}

void fill(std::string& text, std::string_view sentence, const Issue& issue) {
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (sentence[i] == '[') {
      const std::size_t end = sentence.find(']', i);
      const std::size_t open = sentence.find('{', i);
      const auto name = sentence.substr(open + 1, sentence.find('}', open) - open - 1);
      if (find(issue, name))
        fill(text, sentence.substr(i + 1, end - i - 1), issue);
      i = end;
    } else if (sentence[i] == '{') {
      const std::size_t end = sentence.find('}', i);
      insert(text, issue, sentence.substr(i + 1, end - i - 1));
      i = end;
    } else {
      text += sentence[i];
    }
  }
}

// value = whole * 10^exponent, whole below 10^15 and rounded.
struct Decimal {
  std::uint64_t whole = 0;
  int exponent = 0;
};

Decimal decimal(double x) {
  if (x == 0)
    return {};
  constexpr double top = 1e15, bottom = 1e14;
  int exponent = 0;
  double scaled = x;
  for (; scaled >= 1e35; exponent += 20)
    scaled /= 1e20;
  for (; scaled < 1e-6; exponent -= 20)
    scaled *= 1e20;
  // One multiplication or division by an exact power of ten from here, so that short decimals stay short.
  int shift = 0;
  double power = 1;
  if (scaled < bottom) {
    while (scaled * power < bottom)
      power *= 10, ++shift;
    scaled *= power;
  } else if (scaled >= top) {
    while (scaled / power >= top)
      power *= 10, --shift;
    scaled /= power;
  }
  Decimal d{static_cast<std::uint64_t>(scaled + 0.5), exponent - shift};
  // Far from 1 the scaling itself has rounded: fewer digits, all of them right.
  if (exponent != 0)
    d.whole = (d.whole + 500) / 1000, d.exponent += 3;
  while (d.whole != 0 && d.whole % 10 == 0)
    d.whole /= 10, ++d.exponent;
  return d;
}

} // namespace

Issue& Issue::with(std::string_view name, double value) {
  params.push_back({name, true, value, {}});
  return *this;
}

Issue& Issue::with(std::string_view name, std::string_view value) {
  params.push_back({name, false, 0, std::string(value)});
  return *this;
}

Issue& Issue::with(const Limit& limit) {
  with("min", limit.min).with("max", limit.max).with("above", limit.above_min ? 1 : 0);
  return with("whole", limit.whole ? 1 : 0).with("unit", limit.unit);
}

std::string format_number(double value) {
  if (std::isnan(value))
    return "NaN";
  const double x = std::fabs(value);
  if (std::isinf(value))
    return value > 0 ? "Infinity" : "-Infinity";
  const Decimal d = decimal(x);
  std::string whole = std::to_string(d.whole);
  std::string text = value < 0 ? "-" : "";
  const int size = static_cast<int>(whole.size());

  if (x != 0 && (x >= largest_plain || x < smallest_plain)) {
    text += whole[0];
    if (size > 1)
      text += "." + whole.substr(1);
    return text + "e" + std::to_string(d.exponent + size - 1);
  }
  std::string fraction;
  if (d.exponent >= 0) {
    whole.append(static_cast<std::size_t>(d.exponent), '0');
  } else {
    const int before = size + d.exponent;
    if (before > 0) {
      fraction = whole.substr(static_cast<std::size_t>(before));
      whole.resize(static_cast<std::size_t>(before));
    } else {
      fraction = std::string(static_cast<std::size_t>(-before), '0') + whole;
      whole = "0";
    }
  }
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (i != 0 && (whole.size() - i) % 3 == 0)
      text += ',';
    text += whole[i];
  }
  return fraction.empty() ? text : text + "." + fraction;
}

std::string allowed(const Limit& limit) {
  std::string text = limit.whole ? "a whole number " : "a number ";
  if (limit.above_min)
    text += "above " + format_number(limit.min) + " and up to " + format_number(limit.max);
  else
    text += "from " + format_number(limit.min) + " to " + format_number(limit.max);
  return text;
}

std::string message(const Issue& issue) {
  std::string text = issue.path.empty() ? "" : issue.path + ": ";
  const auto at = std::find_if(sentences.begin(), sentences.end(),
                               [&](const Sentence& s) { return s.code == issue.code; });
  if (at != sentences.end())
    fill(text, at->text, issue);
  // Names come from the document, and a message may end on a terminal.
  return printable(std::move(text));
}

std::string printable(std::string text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x20 || c == 0x7f)
      text[i] = ' ';
    // U+0080 to U+009F, which some terminals obey, too.
    if (c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0)
      text[i] = text[i + 1] = ' ';
  }
  return text;
}

std::string pointer_token(std::string_view name) {
  std::string text;
  for (const char c : name) {
    if (c == '~')
      text += "~0";
    else if (c == '/')
      text += "~1";
    else
      text += c;
  }
  return text;
}

std::string_view clipped(std::string_view text, std::size_t longest) {
  if (text.size() <= longest)
    return text;
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
    --end;
  return text.substr(0, end);
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t longest = 60;
  const std::string_view shown = clipped(text, longest);
  std::string out = "\"";
  out += shown;
  out += shown.size() < text.size() ? "…\"" : "\"";
  return out;
}

} // namespace fivecars::documents
