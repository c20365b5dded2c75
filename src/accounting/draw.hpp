// How an input varies: method.md, section 5. A two-piece lognormal, as a function of one standard normal z:
//
//   x = floor + (best - floor) * exp(z * s)
//   s = ln((best - floor) / (low - floor)) / z95 below, ln((high - floor) / (best - floor)) / z95 above
//
// Where low is the floor, the lower side is linear instead: x = best + (best - low) / z95 * z, down to the
// floor.
#pragma once

#include "accounting/range.hpp"

#include <limits>
#include <span>

namespace fivecars::accounting {

// The 95th percentile of the standard normal, 1.64485362695147271…, which the method rounds to 1.645.
inline constexpr double z95 = 0x1.a515209676abdp+0;

// Invariant: floor <= value.low and value.best <= ceiling; where best is the floor, so is high.
struct Draw {
  Range value;
  double floor = 0;                                         // 1 for a PUE: what varies is the excess over it
  double ceiling = std::numeric_limits<double>::infinity(); // 1 for a share
};

// x at each z, into z.size() doubles. Rises with z; finite at every z; best at 0 and, but for rounding, low
// at -z95 and high at z95. `out` may be where z is.
void draw(const Draw& input, std::span<const double> z, double* out);

// The same at one z, with the same bits.
[[nodiscard]] double draw(const Draw& input, double z);

} // namespace fivecars::accounting
