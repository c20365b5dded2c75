// Putting things in order, once for all: every std::sort is code of its own, a kilobyte to download.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace fivecars::accounting {

namespace detail {
using IsBefore = bool (*)(const void* how, std::uint32_t a, std::uint32_t b);
void sort_indices(std::span<std::uint32_t> list, IsBefore before, const void* how);
} // namespace detail

// Puts `list` in order; those of which neither is before the other stay as they were. Merges, so that
// thousands take no longer than they have to.
template <class Before>
void sort_indices(std::span<std::uint32_t> list, const Before& before) {
  detail::sort_indices(
      list,
      [](const void* how, std::uint32_t a, std::uint32_t b) {
        return (*static_cast<const Before*>(how))(a, b);
      },
      &before);
}

// The places of the keys, from the least to the greatest; equal ones as they stand. No key is NaN.
[[nodiscard]] std::vector<std::uint32_t> ascending(std::span<const double> keys);

} // namespace fivecars::accounting
