#include "accounting/order.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace fivecars::accounting::detail {

void sort_indices(std::span<std::uint32_t> list, IsBefore before, const void* how) {
  const std::size_t n = list.size();
  std::vector<std::uint32_t> other(n);
  std::uint32_t* from = list.data();
  std::uint32_t* to = other.data();
  for (std::size_t width = 1; width < n; width *= 2) {
    for (std::size_t start = 0; start < n; start += 2 * width) {
      std::size_t a = start, b = start + width < n ? start + width : n;
      const std::size_t a_end = b, b_end = b + width < n ? b + width : n;
      for (std::size_t i = start; i < b_end; ++i) {
        const bool second = a == a_end || (b < b_end && before(how, from[b], from[a]));
        to[i] = from[second ? b++ : a++];
      }
    }
    std::swap(from, to);
  }
  for (std::size_t i = 0; i < n; ++i)
    list[i] = from[i];
}

} // namespace fivecars::accounting::detail
