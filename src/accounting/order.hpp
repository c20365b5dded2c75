// Sorting, once for all: each std::sort is code of its own, a kilobyte after compression for the browser.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace fivecars::accounting {

// Puts `list` in order; of equals neither is before the other, and they stay as they were. Merges, so that
// thousands take no longer than they have to.
template <class Before>
void sort_indices(std::span<std::uint32_t> list, const Before& before);

// The places of the keys, from the least to the greatest; equal ones as they stand. No key is NaN.
[[nodiscard]] std::vector<std::uint32_t> ascending(std::span<const double> keys);

namespace detail {
using IsBefore = bool (*)(const void* how, std::uint32_t a, std::uint32_t b);
void sort_indices(std::span<std::uint32_t> list, IsBefore before, const void* how);
} // namespace detail

template <class Before>
void sort_indices(std::span<std::uint32_t> list, const Before& before) {
  detail::sort_indices(
      list,
      [](const void* how, std::uint32_t a, std::uint32_t b) {
        return (*static_cast<const Before*>(how))(a, b);
      },
      &before);
}

} // namespace fivecars::accounting
