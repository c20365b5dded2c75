#include "accounting/order.hpp"

#include <algorithm>
#include <numeric>

namespace fivecars::accounting {

std::vector<std::uint32_t> ascending(std::span<const double> keys) {
  std::vector<std::uint32_t> places(keys.size());
  std::iota(places.begin(), places.end(), 0U);
  std::sort(places.begin(), places.end(), [keys](std::uint32_t a, std::uint32_t b) {
    return keys[a] != keys[b] ? keys[a] < keys[b] : a < b;
  });
  return places;
}

} // namespace fivecars::accounting
