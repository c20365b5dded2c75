// Doubles that have to be the same ones, not only close.
#pragma once

#include "accounting/math.hpp"

namespace fivecars::test {

// To the bit, but for the sign of zero.
[[nodiscard]] inline bool same(double a, double b) {
  return accounting::detail::bits_of(a) == accounting::detail::bits_of(b) || (a == 0 && b == 0);
}

} // namespace fivecars::test
