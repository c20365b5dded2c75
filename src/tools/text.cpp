#include "tools/text.hpp"

#include "accounting/units.hpp"
#include "documents/issue.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace fivecars::tools {
namespace {

using documents::format_number;

// Exact up to 22.
double power_of_ten(int n) {
  double power = 1;
  for (; n > 0; --n)
    power *= 10;
  return power;
}

// The power of ten that a finite positive number reaches: 0 for 1 to 9.99. Not by a libm's logarithm, which
// may put a number beside a power of ten on its other side on another machine.
int size_of(double x) {
  int size = 0;
  while (x >= power_of_ten(size + 1))
    ++size;
  while (x * power_of_ten(-size) < 1)
    --size;
  return size;
}

// With so many digits after the point for a number of that size.
template <class Decimals>
std::string with_decimals(double x, const Decimals& decimals_of) {
  if (x == 0)
    return "0";
  if (!std::isfinite(x))
    return format_number(x);
  constexpr double least_plain = 1e-4;
  if (std::fabs(x) < least_plain) {
    char text[32];
    std::snprintf(text, sizeof text, "%.3g", x);
    return text;
  }
  const int decimals = decimals_of(size_of(std::fabs(x)));
  const double scale = power_of_ten(std::abs(decimals));
  return format_number(decimals < 0 ? std::round(x / scale) * scale : std::round(x * scale) / scale);
}

double in_unit(double kg, MassUnit unit) {
  return unit == MassUnit::lb ? kg / accounting::kg_per_lb : unit == MassUnit::t ? kg / 1000 : kg;
}

} // namespace

std::string rounded(double x) {
  return with_decimals(x, [](int size) { return size >= 2 ? 1 : size >= 0 ? 2 : 2 - size; });
}

std::string brief(double x) {
  return with_decimals(x, [](int size) { return 2 - size; });
}

std::string_view name_of(MassUnit unit) {
  return unit == MassUnit::lb ? "lb" : unit == MassUnit::t ? "t" : "kg";
}

std::string mass(double kg, MassUnit unit) {
  return rounded(in_unit(kg, unit)) + " " + std::string(name_of(unit));
}

std::string brief_mass(double kg, MassUnit unit) { return brief(in_unit(kg, unit)); }

std::string percent(double share) {
  constexpr double one = 0.01, half = 0.005;
  if (share > 0 && share < half)
    return "under 1 %";
  if (share < 0 && share > -half)
    return "0 %"; // never -0
  return format_number(std::round(share / one)) + " %";
}

std::string signed_percent(double share) {
  const double rounded = std::round(share * 100);
  return (rounded > 0 ? "+" : "") + format_number(rounded == 0 ? 0 : rounded) + " %";
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

std::string Columns::text() const {
  std::vector<std::size_t> widths(sides_.size());
  for (const auto& row : rows_)
    for (std::size_t c = 0; c < row.size(); ++c)
      widths[c] = std::max(widths[c], characters(row[c]));
  std::string out;
  for (const auto& row : rows_) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (widths[c] == 0)
        continue; // a column that nobody filled
      const std::string space(widths[c] - characters(row[c]), ' ');
      out += "  " + (sides_[c] == '>' ? space + row[c] : row[c] + space);
    }
    while (!out.empty() && out.back() == ' ')
      out.pop_back();
    out += '\n';
  }
  return out;
}

} // namespace fivecars::tools
