// What a sample of a result says: method.md, section 5.
#pragma once

#include "accounting/range.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fivecars::accounting {

// The 5th, 50th and 95th percentile: of N values in order the one with number ceil(q N), so always one of the
// values. At least one value; all finite, in any order, as many equal ones as there may be.
[[nodiscard]] Spread percentiles(std::span<const double> values);

// How many values lie in each bin: edges has one more element than counts, and bin i goes from edges[i] up
// to, but not with, edges[i + 1]. The first and the last bin also hold what lies beyond, so that the counts
// add up to N.
struct Histogram {
  std::vector<double> edges;
  std::vector<std::uint32_t> counts;
};

inline constexpr std::size_t histogram_bins = 40;

// From the 0.1th to the 99.9th percentile, in equal ratios where all values are positive, else in equal
// steps. One bin, both edges the same, where these percentiles are the same. Values as for percentiles().
[[nodiscard]] Histogram histogram(std::span<const double> values);

} // namespace fivecars::accounting
