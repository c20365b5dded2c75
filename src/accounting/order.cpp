#include "accounting/order.hpp"

#include <cstddef>
#include <utility>

namespace fivecars::accounting {

void detail::sort_indices(std::span<std::uint32_t> list, IsBefore before, const void* how) {
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

std::vector<std::uint32_t> ascending(std::span<const double> keys) {
  std::vector<std::uint32_t> places(keys.size());
  for (std::uint32_t i = 0; i < places.size(); ++i)
    places[i] = i;
  sort_indices(std::span(places), [keys](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
  return places;
}

} // namespace fivecars::accounting
