// What goes into the sum and what comes out of it.
#pragma once

#include <optional>

namespace fivecars::accounting {

// An input: exact where low = best = high, else low and high are its 5th and 95th percentile.
// Invariant, checked by whoever makes one: low <= best <= high, all finite.
struct Range {
  double best = 0;
  double low = 0;
  double high = 0;

  static constexpr Range exactly(double x) { return {x, x, x}; }
  [[nodiscard]] constexpr bool exact() const { return low == best && best == high; }
  friend constexpr bool operator==(const Range&, const Range&) = default;
};

// The percentiles of a result: 5th, 50th, 95th.
struct Spread {
  double low = 0;
  double median = 0;
  double high = 0;
};

// A result, R of the method. `best` is the closed form at all bests. `spread` stays empty until the ranges
// of the inputs are propagated.
struct Outcome {
  double best = 0;
  std::optional<Spread> spread = {};
};

} // namespace fivecars::accounting
