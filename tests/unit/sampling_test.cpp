#include "support/catch.hpp"

#include "accounting/draw.hpp"
#include "accounting/math.hpp"
#include "accounting/percentiles.hpp"
#include "accounting/points.hpp"
#include "accounting/sobol_table.hpp"
#include "golden/brute_force/cases.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <limits>
#include <numeric>
#include <random>
#include <vector>

using namespace fivecars;
using accounting::Draw;
using accounting::point_count;
using accounting::sobol_dimensions;
using accounting::z95;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

std::uint64_t bits(double x) { return accounting::detail::bits_of(x); }

double uniform(std::mt19937_64& random, double from, double to) {
  return from + (to - from) * static_cast<double>(random() >> 11) * 0x1p-53;
}

// How many doubles apart; for numbers of the same sign.
std::uint64_t apart(double a, double b) { return bits(a) > bits(b) ? bits(a) - bits(b) : bits(b) - bits(a); }

// FNV-1a over the bits, to compare machines with one number.
class Checksum {
public:
  void add(double x) {
    for (int shift = 0; shift < 64; shift += 8)
      sum_ = (sum_ ^ (bits(x) >> shift & 0xff)) * 0x100000001b3;
  }
  void add(std::span<const double> values) {
    for (const double x : values)
      add(x);
  }
  [[nodiscard]] std::uint64_t value() const { return sum_; }

private:
  std::uint64_t sum_ = 0xcbf29ce484222325;
};

std::vector<double> points(std::uint32_t dimension) {
  std::vector<double> z(point_count);
  if (dimension < sobol_dimensions) {
    const auto all = accounting::normals(dimension);
    z.assign(all.begin(), all.end());
  } else {
    accounting::hashed_normals(dimension, z.data());
  }
  return z;
}

// Which of 2^k equal strata of (0, 1) the normals came from.
std::vector<std::uint32_t> strata(std::uint32_t dimension, std::uint32_t k) {
  std::vector<std::uint32_t> out;
  for (const double z : points(dimension))
    out.push_back(static_cast<std::uint32_t>(0.5 * std::erfc(-z / std::sqrt(2.0)) * (1u << k)));
  return out;
}

// Whether every box of a 2^i by 2^j grid has the same number of points.
bool even(const std::vector<std::uint32_t>& x, const std::vector<std::uint32_t>& y, std::uint32_t k,
          std::uint32_t i, std::uint32_t j) {
  std::vector<std::uint32_t> count(std::size_t{1} << (i + j));
  for (std::size_t p = 0; p < point_count; ++p)
    ++count[(x[p] >> (k - i)) << j | y[p] >> (k - j)];
  return std::all_of(count.begin(), count.end(), [&](auto c) { return c == point_count >> (i + j); });
}

accounting::Spread sorted_percentiles(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const auto number = [&](std::size_t percent) { return values[(values.size() * percent + 99) / 100 - 1]; };
  return {number(5), number(50), number(95)};
}

bool agrees(const std::vector<double>& values) {
  const auto a = accounting::percentiles(values);
  const auto b = sorted_percentiles(values);
  return a.low == b.low && a.median == b.median && a.high == b.high;
}

[[maybe_unused]] accounting::Spread sampled(const std::vector<Draw>& inputs, double (*of)(const double*)) {
  std::vector<std::vector<double>> x;
  for (std::uint32_t i = 0; i < inputs.size(); ++i) {
    x.push_back(points(i));
    accounting::draw(inputs[i], x.back(), x.back().data());
  }
  std::vector<double> values(point_count), at(inputs.size());
  for (std::size_t p = 0; p < point_count; ++p) {
    for (std::size_t i = 0; i < inputs.size(); ++i)
      at[i] = x[i][p];
    values[p] = of(at.data());
  }
  return accounting::percentiles(values);
}

const std::vector<Draw> many_shapes{{{2, 1, 5}},
                                    {{1.54, 1.08, 2}, 1},
                                    {{1.2, 1, 1.6}, 1},
                                    {{0.8, 0.5, 0.98}, 0, 1},
                                    {{4, 0, 9}},
                                    {{3, 0, 3}},
                                    {{3, 3, 8}},
                                    {{3, 1, 3}},
                                    {{7, 7, 7}},
                                    {{1e-3, 1e-9, 1e6}},
                                    {{500, 499.999, 500.001}}};

} // namespace

TEST_CASE("exp is within 1 ulp or so of libm's, from the smallest result to the largest") {
  std::mt19937_64 random(1);
  std::uint64_t worst = 0;
  for (int i = 0; i < 300'000; ++i) {
    const double x = i % 2 == 0 ? uniform(random, -745, 709.78) : uniform(random, -3, 3);
    worst = std::max(worst, apart(accounting::exp(x), std::exp(x)));
  }
  CHECK(worst <= 2); // of theirs and ours
  CHECK(bits(accounting::exp(0)) == bits(1.0));
  CHECK(accounting::exp(710) == infinity);
  CHECK(accounting::exp(1e300) == infinity);
  CHECK(accounting::exp(infinity) == infinity);
  CHECK(accounting::exp(-746) == 0);
  CHECK(accounting::exp(-infinity) == 0);
  CHECK(accounting::exp(-745) == 0x1p-1074);
  CHECK(std::isfinite(accounting::exp(709.782712893384)));
}

TEST_CASE("log is within 1 ulp or so of libm's, subnormal numbers included") {
  std::mt19937_64 random(2);
  std::uint64_t worst = 0;
  const auto compare = [&](double x) { worst = std::max(worst, apart(accounting::log(x), std::log(x))); };
  for (int i = 0; i < 100'000; ++i) {
    compare(uniform(random, 0.4, 2.5));
    compare(1 + uniform(random, -1, 1) * std::exp(uniform(random, -30, -1)));
    compare(accounting::detail::double_of(random() % 0x7ff0000000000000 + 1));
    compare(accounting::detail::double_of(random() % 0x0010000000000000 + 1));
  }
  CHECK(worst <= 2);
  CHECK(bits(accounting::log(1)) == bits(0.0));
  CHECK(accounting::log(std::numeric_limits<double>::max()) == std::log(std::numeric_limits<double>::max()));
  compare(0x1p-1022);
  compare(0x1p-1074);
  compare(std::nextafter(std::sqrt(0.5), 0.0));
  CHECK(worst <= 2);
}

TEST_CASE("the inverse normal gives the percentiles that tables print, and erfc leads back") {
  using accounting::inverse_normal;
  CHECK(inverse_normal(0.5) == 0);
  CHECK(inverse_normal(0.975) == Approx(1.959963984540054).epsilon(1e-14));
  CHECK(inverse_normal(0.05) == Approx(-1.6448536269514729).epsilon(1e-15));
  CHECK(inverse_normal(0.1) == Approx(-1.2815515655446004).epsilon(1e-15));
  CHECK(inverse_normal(1e-10) == Approx(-6.361340902404056).epsilon(2e-15));
  CHECK(inverse_normal(1e-100) == Approx(-21.273453560965324).epsilon(2e-15));
  CHECK(std::abs(z95 + inverse_normal(0.05)) < 1e-15);
  std::mt19937_64 random(3);
  double worst = 0;
  for (int i = 0; i < 100'000; ++i) {
    const double p = i % 2 == 0 ? uniform(random, 1e-9, 0.5) : std::exp(uniform(random, -500, -0.7));
    const double z = inverse_normal(p);
    // An error of z shows as one of p that is about z^2 as large.
    worst = std::max(worst, std::abs(0.5 * std::erfc(-z / std::sqrt(2.0)) / p - 1) / (1 + z * z));
    if (1 - (1 - p) == p)
      REQUIRE(inverse_normal(1 - p) == -z);
  }
  CHECK(worst < 1e-15);
}

TEST_CASE("the same bits come out on every machine") {
  Checksum exp, log, normal, sobol, padding, drawn;
  for (int i = -7460; i <= 7100; ++i)
    exp.add(accounting::exp(i * 0.1));
  for (int i = 1; i < 20'000; ++i)
    log.add(accounting::log(accounting::exp(i * 0.07 - 700)));
  for (int i = 1; i < 20'000; ++i)
    normal.add(accounting::inverse_normal(i / 20'000.0));
  for (std::uint32_t d = 0; d < sobol_dimensions; ++d)
    sobol.add(accounting::normals(d));
  for (const std::uint32_t d : {64u, 65u, 127u, 128u, 1000u})
    padding.add(points(d));
  for (const Draw& d : many_shapes) {
    auto x = points(3);
    accounting::draw(d, x, x.data());
    drawn.add(x);
  }
  CHECK(exp.value() == 0x673d655b2bba8bd0);
  CHECK(log.value() == 0x532520b73eae53a9);
  CHECK(normal.value() == 0xe7b84858d8ee1143);
  CHECK(sobol.value() == 0xf6b29d15a810f6b5);
  CHECK(padding.value() == 0x5a341d6432f01e71);
  CHECK(drawn.value() == 0x30f31b69a1ce1f43);
}

TEST_CASE("the direction numbers are odd, small enough, and as many as the polynomials ask for") {
  std::size_t at = 0;
  for (const std::uint32_t polynomial : accounting::sobol_polynomial) {
    CHECK(polynomial % 2 == 1);
    for (std::uint32_t i = 2; polynomial >> i != 0; ++i, ++at)
      CHECK(accounting::sobol_m[at] < 1u << (i - 1));
  }
  CHECK(at == std::size(accounting::sobol_m));
}

TEST_CASE("every dimension has one point in each of 8192 strata") {
  for (std::uint32_t d = 0; d < 2 * sobol_dimensions + 5; ++d) {
    CAPTURE(d);
    auto s = strata(d, accounting::sobol_bits);
    std::sort(s.begin(), s.end());
    std::vector<std::uint32_t> all(point_count);
    std::iota(all.begin(), all.end(), 0);
    CHECK(s == all);
  }
}

TEST_CASE("the first two dimensions have one point in every box of a 8192th, whatever its shape") {
  const auto x = strata(0, 13), y = strata(1, 13);
  for (std::uint32_t i = 0; i <= 13; ++i)
    CHECK(even(x, y, 13, i, 13 - i));
}

TEST_CASE("the first dimension and any other are as even as the degree of its polynomial says") {
  const auto x = strata(0, 13);
  for (std::uint32_t d = 1; d < sobol_dimensions; ++d) {
    const auto y = strata(d, 13);
    // Sobol: t = s - 1, so that boxes of 2^(t - 13) are evenly filled.
    std::uint32_t k = 13 + 1;
    for (std::uint32_t p = accounting::sobol_polynomial[d - 1]; p > 1; p >>= 1)
      --k;
    for (std::uint32_t i = 0; i <= k; ++i) {
      CAPTURE(d, i, k);
      CHECK(even(x, y, 13, i, k - i));
    }
  }
}

TEST_CASE("any two of the Sobol dimensions share their points evenly among the quadrants") {
  std::vector<std::vector<std::uint32_t>> s;
  for (std::uint32_t d = 0; d < sobol_dimensions; ++d)
    s.push_back(strata(d, 1));
  for (std::size_t a = 0; a < s.size(); ++a)
    for (std::size_t b = 0; b < a; ++b) {
      CAPTURE(a, b);
      CHECK(even(s[a], s[b], 1, 1, 1));
    }
}

TEST_CASE("no two dimensions go together, padding included") {
  std::vector<std::vector<double>> z;
  for (std::uint32_t d = 0; d < 2 * sobol_dimensions + 10; ++d)
    z.push_back(points(d));
  double worst_sobol = 0, worst = 0;
  for (std::size_t a = 0; a < z.size(); ++a)
    for (std::size_t b = 0; b < a; ++b) {
      const double r = std::inner_product(z[a].begin(), z[a].end(), z[b].begin(), 0.0) / point_count;
      double& most = a < sobol_dimensions ? worst_sobol : worst;
      most = std::max(most, std::abs(r));
    }
  CHECK(worst_sobol < 0.015);
  CHECK(worst < 0.05); // of 9,000 pairs in random order: 4.5 times 1/sqrt(8192)
}

TEST_CASE("the points of a dimension are standard normals") {
  for (const std::uint32_t d : {0u, 1u, 17u, 63u, 64u, 200u}) {
    const auto z = points(d);
    double mean = 0, square = 0, fourth = 0;
    for (const double v : z) {
      mean += v / point_count;
      square += v * v / point_count;
      fourth += v * v * v * v / point_count;
    }
    CHECK(std::abs(mean) < 1e-3);
    CHECK(square == Approx(1).epsilon(3e-3));
    CHECK(fourth == Approx(3).epsilon(3e-2));
  }
}

TEST_CASE("percentiles are those of the sorted values, however hostile") {
  std::mt19937_64 random(4);
  const auto normal = [&] { return accounting::inverse_normal(uniform(random, 0x1p-53, 1)); };
  for (const std::size_t n : {1u, 2u, 3u, 7u, 19u, 20u, 21u, 48u, 49u, 100u, 1000u, 8191u, 8192u}) {
    CAPTURE(n);
    std::vector<double> v(n);
    const auto each = [&](auto make) {
      for (std::size_t i = 0; i < n; ++i)
        v[i] = make(i);
      return agrees(v);
    };
    CHECK(each([&](auto) { return accounting::exp(normal()); }));
    CHECK(each([&](auto) { return accounting::exp(40 * normal()); }));
    CHECK(each([&](auto) { return 500 + 1e-9 * normal(); }));
    CHECK(each([&](auto) { return normal(); }));
    CHECK(each([&](auto) { return std::max(0.0, normal()); }));
    CHECK(each([&](auto) { return random() % 3 == 0 ? 0.0 : accounting::exp(normal()); }));
    CHECK(each([&](auto) { return random() % 2 == 0 ? 0.0 : -0.0; }));
    CHECK(each([&](auto i) { return i % 3 == 0 ? 0.0 : i % 3 == 1 ? -0.0 : 1.0; }));
    CHECK(each([&](auto) { return random() % 2 == 0 ? -0.0 : 1.0; }));
    CHECK(each([&](auto) { return static_cast<double>(random() % 5); }));
    CHECK(each([&](auto) { return 3.0; }));
    CHECK(each([&](auto i) { return static_cast<double>(i); }));
    CHECK(each([&](auto i) { return -static_cast<double>(i); }));
    CHECK(each([&](auto i) { return i == 0 ? 1e300 : 1 + static_cast<double>(i) * 0x1p-52; }));
    CHECK(each([&](auto i) { return i == 0 ? -1e300 : i == 1 ? 1e-320 : normal(); }));
    CHECK(each([&](auto i) { return static_cast<double>(i % 1000) * 0x1p-1074; }));
    // Crowds inside crowds: every round of dividing meets the next one.
    CHECK(each([&](auto) {
      return std::ldexp(1.0, static_cast<int>(random() % 2) * 900 - static_cast<int>(random() % 50)) +
             (random() % 2 == 0 ? 0 : 0x1p-49);
    }));
    CHECK(each([&](auto) {
      const std::uint64_t keep = ~std::uint64_t{0} >> random() % 64;
      return accounting::detail::double_of(0x4000000000000000 + (random() & keep & 0x3fffffffffffff));
    }));
    CHECK(each([&](auto) {
      double x = infinity;
      while (!std::isfinite(x))
        x = accounting::detail::double_of(random());
      return x;
    }));
  }
}

TEST_CASE("a histogram counts every value, in bins of equal ratio") {
  std::vector<double> v = points(2);
  accounting::draw({{2, 1, 5}}, v, v.data());
  const auto h = accounting::histogram(v);
  REQUIRE(h.counts.size() == accounting::histogram_bins);
  REQUIRE(h.edges.size() == accounting::histogram_bins + 1);
  CHECK(std::accumulate(h.counts.begin(), h.counts.end(), 0u) == point_count);
  std::vector<double> sorted = v;
  std::sort(sorted.begin(), sorted.end());
  CHECK(h.edges.front() == sorted[8]); // number ceil(0.001 N) and ceil(0.999 N)
  CHECK(h.edges.back() == sorted[8183]);
  for (std::size_t i = 0; i < h.counts.size(); ++i) {
    CHECK(h.edges[i + 1] / h.edges[i] == Approx(h.edges[1] / h.edges[0]).epsilon(1e-12));
    const double from = i == 0 ? -infinity : h.edges[i];
    const double to = i + 1 == h.counts.size() ? infinity : h.edges[i + 1];
    CHECK(h.counts[i] == std::count_if(v.begin(), v.end(), [&](double x) { return from <= x && x < to; }));
  }
}

TEST_CASE("a histogram that reaches 0 has equal steps, and that of a constant one bin") {
  std::vector<double> v = points(2);
  accounting::draw({{2, 0, 5}}, v, v.data());
  const auto h = accounting::histogram(v);
  REQUIRE(h.counts.size() == accounting::histogram_bins);
  CHECK(h.edges.front() == 0);
  for (std::size_t i = 0; i < h.counts.size(); ++i)
    CHECK(h.edges[i + 1] - h.edges[i] == Approx(h.edges[1]).epsilon(1e-12));
  CHECK(std::accumulate(h.counts.begin(), h.counts.end(), 0u) == point_count);

  // A value on an edge belongs to the bin above it.
  for (std::size_t i = 0; i < point_count; ++i)
    v[i] = static_cast<double>(i % 41 == 18 ? 19 : i % 41);
  const auto whole = accounting::histogram(v);
  CHECK(whole.edges[17] == 17);
  CHECK(whole.counts[17] == std::count(v.begin(), v.end(), 17.0));

  for (const double value : {0.0, 3.0, -1.0}) {
    const auto one = accounting::histogram(std::vector<double>(100, value));
    CHECK(one.edges == std::vector<double>{value, value});
    CHECK(one.counts == std::vector<std::uint32_t>{100});
  }
}

TEST_CASE("an input is best in the middle and low and high at its percentiles, and rises between") {
  for (const Draw& d : many_shapes) {
    const auto& r = d.value;
    CAPTURE(r.best, r.low, r.high);
    CHECK(accounting::draw(d, 0) == Approx(r.best).epsilon(1e-15));
    // The error of an exponential is that of its argument.
    const double wide = 2 + std::log((r.high - d.floor) / std::max(r.low - d.floor, r.best * 1e-3));
    CHECK(accounting::draw(d, -z95) - r.low ==
          Approx(0).margin(1e-15 * wide * std::max(r.low, d.floor + r.best * 1e-3)));
    CHECK(accounting::draw(d, z95) == Approx(r.high).epsilon(1e-15 * wide));
    double before = -infinity;
    for (double z = -9; z <= 9; z += 1.0 / 512) {
      const double x = accounting::draw(d, z);
      REQUIRE(x >= before);
      REQUIRE(x >= d.floor);
      REQUIRE(x <= d.ceiling);
      before = x;
    }
  }
}

TEST_CASE("a low at the floor makes the lower side a line") {
  const Draw d{{1.2, 1, 1.6}, 1};
  CHECK(accounting::draw(d, -z95 / 2) == Approx(1.1).epsilon(1e-15));
  CHECK(accounting::draw(d, -z95 / 4) == Approx(1.15).epsilon(1e-15));
  CHECK(accounting::draw(d, -3) == 1);
  CHECK(accounting::draw(d, z95 / 2) == Approx(1 + 0.2 * std::sqrt(3.0)).epsilon(1e-15));
}

TEST_CASE("drawing an array gives the bits of drawing one by one") {
  for (const Draw& d : many_shapes)
    for (const std::size_t n : {std::size_t{1}, std::size_t{7}, point_count}) {
      const auto z = points(5);
      std::vector<double> x(n);
      accounting::draw(d, {z.data(), n}, x.data());
      for (std::size_t i = 0; i < n; ++i)
        REQUIRE(bits(x[i]) == bits(accounting::draw(d, z[i])));
    }
}

TEST_CASE("the widest ranges stay finite, and a floor without a range is a constant") {
  for (const Draw& d : {Draw{{1, 1e-300, 1e300}}, Draw{{1e-300, 1e-308, 1e308}},
                        Draw{{1e308, 5e-324, 1.7e308}}, Draw{{5e-324, 0, 1e308}}})
    for (const double z : {-9.0, -z95, -1e-9, 0.0, 1e-9, z95, 9.0}) {
      CHECK(std::isfinite(accounting::draw(d, z)));
      CHECK(accounting::draw(d, z) >= 0);
    }
  CHECK(accounting::draw({{1, 1, 1}, 1}, 2) == 1);
  CHECK(accounting::draw({{0, 0, 0}}, -2) == 0);
}

TEST_CASE("a product of symmetric inputs spreads as the closed form says") {
  double worst = 0;
  for (const std::size_t k : {1u, 2u, 3u, 4u, 5u, 6u, 7u, 8u, 9u, 10u, 11u, 12u, 24u, 48u, 64u, 80u, 130u}) {
    std::vector<double> product(point_count, 1.0), x(point_count);
    double square = 0;
    for (std::uint32_t i = 0; i < k; ++i) {
      const double ratio = 1.1 + 0.3 * (i % 4);
      square += std::log(ratio) * std::log(ratio);
      accounting::draw({{1, 1 / ratio, ratio}}, points(i), x.data());
      for (std::size_t p = 0; p < point_count; ++p)
        product[p] *= x[p];
    }
    const auto s = accounting::percentiles(product);
    const double half = std::sqrt(square);
    CAPTURE(k);
    for (const double off : {std::log(s.low) + half, std::log(s.median), std::log(s.high) - half}) {
      CHECK(std::abs(off) < 0.03 * 2 * half);
      worst = std::max(worst, std::abs(off) / (2 * half));
    }
  }
  INFO("worst: " << worst);
  CHECK(worst < 0.015);
}

#ifdef FIVECARS_GOLDEN // natively; in wasm there are no files, and the same bits anyway
TEST_CASE("8192 points find the percentiles of ten million") {
  std::ifstream file(FIVECARS_GOLDEN "/brute_force/percentiles.json");
  const auto golden = nlohmann::json::parse(file);
  const auto cases = test::uncertain_cases();
  REQUIRE(golden.size() == cases.size());
  for (std::size_t i = 0; i < cases.size(); ++i) {
    REQUIRE(golden[i]["name"] == cases[i].name);
    std::vector<Draw> inputs;
    for (const auto& in : cases[i].inputs)
      inputs.push_back({{in.best, in.low, in.high}, in.floor, in.ceiling});
    const auto s = sampled(inputs, cases[i].of);
    const double low = golden[i]["low"], median = golden[i]["median"], high = golden[i]["high"];
    INFO(cases[i].name << ": off by " << s.low / low - 1 << ", " << s.median / median - 1 << ", "
                       << s.high / high - 1);
    constexpr double enough = 0.015;
    CHECK(s.low == Approx(low).epsilon(enough));
    CHECK(s.median == Approx(median).epsilon(enough));
    CHECK(s.high == Approx(high).epsilon(enough));
  }
}
#endif
