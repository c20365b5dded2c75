#include "accounting/draw.hpp"

#include "accounting/math.hpp"

namespace fivecars::accounting {
namespace {

// What doesn't depend on z.
struct Curve {
  double floor;
  double ceiling;
  double excess;       // of best over the floor
  double below, above; // s of the method
  double slope;        // of a linear lower side
  bool linear_below;
};

// ln(a / b), also where the quotient is too much for a double.
double log_ratio(double a, double b) {
  const double ratio = a / b;
  constexpr double most = std::numeric_limits<double>::max();
  return ratio > 0 && ratio <= most ? log(ratio) : log(a) - log(b);
}

Curve curve(const Draw& d) {
  // The largest double stands for what would be infinite: a range can be wide without breaking the sums after
  // it.
  constexpr double most = std::numeric_limits<double>::max();
  const auto& [best, low, high] = d.value;
  Curve c{d.floor,       d.ceiling < most ? d.ceiling : most, best - d.floor, 0, 0, (best - low) / z95,
          low <= d.floor};
  if (!c.linear_below)
    c.below = log_ratio(c.excess, low - d.floor) / z95;
  if (c.excess > 0)
    c.above = log_ratio(high - d.floor, c.excess) / z95;
  return c;
}

bool constant(const Draw& d) { return d.value.exact() || d.value.best <= d.floor; }

double least(double a, double b) { return b < a ? b : a; }
double most(double a, double b) { return a < b ? b : a; }

// Without branches: the loop over this becomes vector code. (The bool is known at compile time.)
template <bool linear_below>
double at(const Curve& c, double z) {
  if constexpr (linear_below) {
    // One of the two parts is always as at z = 0.
    const double x = c.floor + c.excess * exp(most(z, 0) * c.above) + least(z, 0) * c.slope;
    return least(most(x, c.floor), c.ceiling);
  } else {
    return least(c.floor + c.excess * exp(z * (z < 0 ? c.below : c.above)), c.ceiling);
  }
}

template <bool linear_below>
void each(const Curve c, std::span<const double> z, double* out) {
  for (std::size_t i = 0; i < z.size(); ++i)
    out[i] = at<linear_below>(c, z[i]);
}

} // namespace

void draw(const Draw& input, std::span<const double> z, double* out) {
  if (constant(input)) {
    for (std::size_t i = 0; i < z.size(); ++i)
      out[i] = least(input.value.best, input.ceiling);
    return;
  }
  const Curve c = curve(input);
  c.linear_below ? each<true>(c, z, out) : each<false>(c, z, out);
}

double draw(const Draw& input, double z) {
  if (constant(input))
    return least(input.value.best, input.ceiling);
  const Curve c = curve(input);
  return c.linear_below ? at<true>(c, z) : at<false>(c, z);
}

} // namespace fivecars::accounting
