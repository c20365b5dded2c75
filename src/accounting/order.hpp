// Putting things in order.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace fivecars::accounting {

// The places of the keys, from the least to the greatest; equal ones as they stand. No key is NaN.
[[nodiscard]] std::vector<std::uint32_t> ascending(std::span<const double> keys);

} // namespace fivecars::accounting
