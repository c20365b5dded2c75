#include "tools/pack.hpp"

#include <array>

namespace fivecars::tools {
namespace {

constexpr double largest_whole = 9007199254740992.0; // 2^53

double power_of_ten(int p) {
  double ten = 1;
  for (; p > 0; --p)
    ten *= 10;
  return ten;
}

// As the program will read it.
double back(const Decimal& d) {
  return catalog::Unpacker::scaled(d.digits, static_cast<unsigned char>(d.power + catalog::power_bias));
}

} // namespace

std::optional<Decimal> decimal(double x) {
  // The fewest digits that give x back, as d.ddddde+xx.
  std::array<char, 40> text{};
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), x, std::chars_format::scientific).ptr;
  const std::string_view all(text.data(), static_cast<std::size_t>(end - text.data()));
  const std::size_t e = all.find('e');
  std::string digits;
  int decimals = 0;
  for (const char c : all.substr(0, e)) {
    if (c == '.')
      continue;
    digits += c;
  }
  if (const auto point = all.find('.'); point != std::string_view::npos && point < e)
    decimals = static_cast<int>(e - point - 1);
  Decimal d{std::stoll(digits), std::stoi(std::string(all.substr(e + 1))) - decimals};
  while (d.digits != 0 && d.digits % 10 == 0 && d.power < 0) {
    d.digits /= 10;
    ++d.power;
  }
  if (std::abs(static_cast<double>(d.digits)) > largest_whole || std::abs(d.power) > catalog::largest_power ||
      back(d) != x)
    return std::nullopt;
  return d;
}

std::string quote(std::string_view bytes) {
  std::string q = "\"";
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte >= 0x7F || c == '"' || c == '\\' || c == '?') {
      char octal[5];
      std::snprintf(octal, sizeof octal, "\\%03o", static_cast<unsigned>(byte));
      q += octal;
    } else {
      q += c;
    }
  }
  return q + "\"";
}

void Packer::count(std::uint64_t n) {
  for (; n >= 0x80; n >>= 7U)
    numbers_ += static_cast<char>((n & 0x7FU) | 0x80U);
  numbers_ += static_cast<char>(n);
}

void Packer::integer(std::int64_t n) {
  count((static_cast<std::uint64_t>(n) << 1U) ^ static_cast<std::uint64_t>(n < 0 ? -1 : 0));
}

void Packer::number(double x) {
  if (const auto d = decimal(x)) {
    numbers_ += static_cast<char>(d->power + catalog::power_bias);
    integer(d->digits);
    return;
  }
  numbers_ += static_cast<char>(catalog::as_it_is);
  numbers_.append(reinterpret_cast<const char*>(&x), sizeof x);
}

void Packer::range(const accounting::Range& r) {
  number(r.best);
  count(r.exact() ? 0 : 1);
  if (r.exact())
    return;
  number(r.low);
  number(r.high);
}

void Packer::list(const std::vector<double>& values) {
  count(values.size());
  // One power for all: the least.
  int power = catalog::largest_power;
  bool whole = true;
  for (const double x : values) {
    const auto d = decimal(x);
    whole = whole && d;
    if (d)
      power = std::min(power, d->power);
  }
  std::vector<std::int64_t> digits;
  for (const double x : values) {
    const auto d = decimal(x);
    if (!d)
      break;
    const double scaled = static_cast<double>(d->digits) * power_of_ten(d->power - power);
    if (std::abs(scaled) > largest_whole) {
      whole = false;
      break;
    }
    const Decimal same{static_cast<std::int64_t>(scaled), power};
    whole = whole && back(same) == x;
    digits.push_back(same.digits);
  }
  if (!whole) {
    numbers_ += static_cast<char>(catalog::as_it_is);
    for (const double x : values)
      numbers_.append(reinterpret_cast<const char*>(&x), sizeof x);
    return;
  }
  numbers_ += static_cast<char>(power + catalog::power_bias);
  std::int64_t before = 0;
  for (const std::int64_t d : digits) {
    integer(d - before);
    before = d;
  }
}

} // namespace fivecars::tools
