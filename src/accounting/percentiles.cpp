#include "accounting/percentiles.hpp"

#include "accounting/math.hpp"

#include <array>
#include <bit>
#include <limits>

namespace fivecars::accounting {
namespace {

constexpr std::uint32_t bin_bits = 11;
constexpr std::size_t few = 48; // so few are sorted at once

// A whole number that is in the order of the doubles. Nearly a logarithm, so that values spread over many
// powers of ten share bins fairly. Adding 0 makes a negative zero a positive one, which it has to equal.
std::uint64_t rank(double x) {
  const auto bits = detail::bits_of(x + 0.0);
  return bits ^ ((0 - (bits >> 63)) | std::uint64_t{1} << 63);
}

struct Ends {
  double least, most;
};

Ends ends(std::span<const double> values) {
  // Several at once: one alone would wait for itself at every value.
  constexpr std::size_t lanes = 8;
  double least[lanes], most[lanes];
  for (std::size_t k = 0; k < lanes; ++k)
    least[k] = most[k] = values[0];
  const auto take = [&](std::size_t k, double x) {
    least[k] = x < least[k] ? x : least[k];
    most[k] = x > most[k] ? x : most[k];
  };
  std::size_t i = 0;
  for (; i + lanes <= values.size(); i += lanes)
    for (std::size_t k = 0; k < lanes; ++k)
      take(k, values[i + k]);
  for (; i < values.size(); ++i)
    take(0, values[i]);
  for (std::size_t k = 1; k < lanes; ++k) {
    take(0, least[k]);
    take(0, most[k]);
  }
  return {least[0], most[0]};
}

void sort_few(std::span<double> values) {
  for (std::size_t i = 1; i < values.size(); ++i) {
    const double x = values[i];
    std::size_t j = i;
    for (; j > 0 && values[j - 1] > x; --j)
      values[j] = values[j - 1];
    values[j] = x;
  }
}

// What is wanted: the value that stands at `place` (from 0) in the order, to be put into *value.
struct Wanted {
  std::size_t place;
  double* value;
};

constexpr std::size_t most_wanted = 3;

// Counts values per bin, and looks closer only at the bins in which something is wanted. Next to no branch
// here depends on chance, which is what makes the usual selection slow. `wanted` is in ascending order of
// place. A crowded bin is divided again; its values have 10 bits more in common, so that this ends after 6
// rounds.
void select(std::span<const double> values, std::span<const Wanted> wanted) {
  if (values.size() <= few) {
    double sorted[few];
    for (std::size_t i = 0; i < values.size(); ++i)
      sorted[i] = values[i];
    sort_few({sorted, values.size()});
    for (const Wanted& w : wanted)
      *w.value = sorted[w.place];
    return;
  }
  const auto [least, most] = ends(values);
  if (least == most) {
    for (const Wanted& w : wanted)
      *w.value = least;
    return;
  }
  const std::uint64_t first = rank(least);
  const auto width = static_cast<std::uint32_t>(std::bit_width(rank(most) - first));
  const std::uint32_t shift = width > bin_bits ? width - bin_bits : 0;
  const auto bin_of = [&](double x) { return static_cast<std::size_t>((rank(x) - first) >> shift); };

  std::uint32_t count[1u << bin_bits] = {};
  for (const double x : values)
    ++count[bin_of(x)];

  // The bins in which something is wanted, numbered from 1, and how much of it.
  struct Bin {
    std::size_t below;      // values in all bins before
    std::size_t start, end; // in `gathered`
    std::size_t wanted_end;
  };
  std::array<Bin, most_wanted + 1> bins{};
  std::uint8_t number[1u << bin_bits] = {};
  std::size_t found = 0, below = 0, bin = 0;
  for (std::size_t w = 0; w < wanted.size(); ++w) {
    for (; below + count[bin] <= wanted[w].place; ++bin)
      below += count[bin];
    if (number[bin] == 0) {
      const std::size_t start = bins[found].end;
      bins[++found] = {below, start, start + count[bin], 0};
      number[bin] = static_cast<std::uint8_t>(found);
    }
    bins[found].wanted_end = w + 1;
  }

  std::vector<double> gathered(bins[found].end);
  std::array<std::size_t, most_wanted + 1> next{};
  for (std::size_t b = 1; b <= found; ++b)
    next[b] = bins[b].start;
  for (const double x : values)
    if (const std::uint8_t b = number[bin_of(x)]; b != 0)
      gathered[next[b]++] = x;

  for (std::size_t b = 1; b <= found; ++b) {
    std::array<Wanted, most_wanted> inside{};
    const std::size_t from = bins[b - 1].wanted_end;
    const std::size_t many = bins[b].wanted_end - from;
    for (std::size_t i = 0; i < many; ++i)
      inside[i] = {wanted[from + i].place - bins[b].below, wanted[from + i].value};
    select(std::span(gathered).subspan(bins[b].start, bins[b].end - bins[b].start), {inside.data(), many});
  }
}

// The place of a percentile, from 0: ceil(q N) - 1, in whole numbers.
std::size_t place(std::size_t n, std::size_t per_mille) { return (n * per_mille + 999) / 1000 - 1; }

} // namespace

Spread percentiles(std::span<const double> values) {
  Spread s;
  const std::size_t n = values.size();
  const std::array<Wanted, 3> wanted{
      {{place(n, 50), &s.low}, {place(n, 500), &s.median}, {place(n, 950), &s.high}}};
  select(values, wanted);
  return s;
}

Histogram histogram(std::span<const double> values) {
  const std::size_t n = values.size();
  double least = 0, from = 0, to = 0;
  const std::array<Wanted, 3> wanted{{{0, &least}, {place(n, 1), &from}, {place(n, 999), &to}}};
  select(values, wanted);
  if (!(from < to))
    return {{from, to}, {static_cast<std::uint32_t>(n)}};

  Histogram h{std::vector<double>(histogram_bins + 1), std::vector<std::uint32_t>(histogram_bins)};
  const bool positive = least > 0;
  const double log_from = positive ? log(from) : 0;
  const double step = (positive ? log(to) - log_from : to - from) / histogram_bins;
  for (std::size_t i = 0; i <= histogram_bins; ++i) {
    const auto k = static_cast<double>(i);
    h.edges[i] = positive ? exp(log_from + k * step) : from + k * step;
  }
  h.edges.front() = from;
  h.edges.back() = to;

  // The bin is the number of inner edges that aren't above the value, found by halving, without a branch.
  double inner[64];
  for (std::size_t i = 0; i < 64; ++i)
    inner[i] = i + 1 < histogram_bins ? h.edges[i + 1] : std::numeric_limits<double>::infinity();
  static_assert(histogram_bins <= 64);
  for (const double x : values) {
    std::size_t bin = 0;
    for (std::size_t half = 32; half > 0; half /= 2)
      bin += inner[bin + half - 1] <= x ? half : 0;
    ++h.counts[bin];
  }
  return h;
}

} // namespace fivecars::accounting
