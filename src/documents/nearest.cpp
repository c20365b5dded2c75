#include "documents/nearest.hpp"

#include "catalog/spelling.hpp"

#include <algorithm>
#include <cstddef>

namespace fivecars::documents {
namespace {

bool same(char a, char b) { return catalog::lower(a) == catalog::lower(b); }

bool contains(std::string_view whole, std::string_view part) {
  return std::search(whole.begin(), whole.end(), part.begin(), part.end(), same) != whole.end();
}

} // namespace

std::string_view nearest(std::string_view typed, std::span<const std::string_view> known) {
  if (typed.empty() || typed.size() > catalog::longest_worth_comparing)
    return {};
  std::string_view best;
  std::size_t fewest = 0;
  for (const std::string_view name : known) {
    const std::size_t distance = typed.size() >= 3 && contains(name, typed) ? 1 : catalog::edits(name, typed);
    // Two letters swapped are two edits.
    if (distance > std::max<std::size_t>(name.size() < 4 ? 1 : 2, name.size() / 3))
      continue;
    if (best.empty() || distance < fewest) {
      best = name;
      fewest = distance;
    }
  }
  return best;
}

} // namespace fivecars::documents
