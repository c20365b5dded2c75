// The tables as catalogc packs them, and back: texts in one string, numbers in another, in the order of the
// rows' shapes. Numbers are kept as they are written in data/, 0.45829 as 45829 and five decimals, and come
// back as the same doubles. Against constant tables of rows with pointers and doubles this halves what a
// browser fetches.
//
// For what catalogc wrote into the program, and nothing else: nothing is checked.
#pragma once

#include "accounting/range.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

namespace fivecars::catalog {

// A number's first byte: its power of ten, moved up by this; or that its eight bytes follow as they are.
inline constexpr int power_bias = 64;
inline constexpr unsigned char as_it_is = 127;
// Powers of ten up to here, and whole numbers up to 2^53, are exact doubles; so is one division or product of
// two.
inline constexpr int largest_power = 22;

class Unpacker {
public:
  Unpacker(const char* texts, const char* numbers) : texts_(texts), numbers_(numbers) {}

  // `power` as it is written: moved up by power_bias.
  static double scaled(std::int64_t digits, unsigned char power) {
    double ten = 1;
    const int p = power - power_bias;
    for (int i = p < 0 ? -p : p; i > 0; --i)
      ten *= 10;
    const auto x = static_cast<double>(digits);
    return p < 0 ? x / ten : x * ten;
  }

  std::uint64_t count() {
    std::uint64_t value = 0;
    for (int shift = 0;; shift += 7) {
      const auto byte = static_cast<unsigned char>(*numbers_++);
      value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if (byte < 0x80)
        return value;
    }
  }
  std::int64_t integer() {
    const std::uint64_t n = count();
    return static_cast<std::int64_t>(n >> 1U) ^ -static_cast<std::int64_t>(n & 1U);
  }

  // As many entries as are said next, to be filled.
  template <class T>
  std::span<T>& sized(std::span<T>& list) {
    const auto size = static_cast<std::size_t>(count());
    list = {new T[size]{}, size};
    return list;
  }

  void read(std::string_view& out) {
    out = texts_;
    texts_ += out.size() + 1;
  }
  void read(bool& out) { out = count() != 0; }
  void read(std::int64_t& out) { out = integer(); }
  void read(double& out) {
    const auto power = static_cast<unsigned char>(*numbers_++);
    out = power == as_it_is ? raw() : scaled(integer(), power);
  }
  void read(accounting::Range& out) {
    read(out.best);
    out.low = out.high = out.best;
    if (count() == 0)
      return;
    read(out.low);
    read(out.high);
  }
  // A common power, then the first and each one's difference from the one before.
  void read(std::span<double>& out) {
    sized(out);
    const auto power = static_cast<unsigned char>(*numbers_++);
    std::int64_t digits = 0;
    for (double& x : out)
      x = power == as_it_is ? raw() : scaled(digits += integer(), power);
  }
  void read(std::span<std::string_view>& out) {
    for (auto& text : sized(out))
      read(text);
  }
  template <class E>
    requires std::is_enum_v<E>
  void read(E& out) {
    out = static_cast<E>(count());
  }
  template <class T>
  void read(std::optional<T>& out) {
    if (count() != 0)
      read(out.emplace());
  }

private:
  double raw() {
    double x = 0;
    std::memcpy(&x, numbers_, sizeof x);
    numbers_ += sizeof x;
    return x;
  }

  const char* texts_;
  const char* numbers_;
};

} // namespace fivecars::catalog
