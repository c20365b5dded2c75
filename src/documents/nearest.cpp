#include "documents/nearest.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace fivecars::documents {
namespace {

constexpr std::size_t longest_worth_comparing = 80;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same(char a, char b) { return lower(a) == lower(b); }

// Optimal string alignment distance.
std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before, previous(b.size() + 1), current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1,
                             previous[j - 1] + (same(a[i - 1], b[j - 1]) ? 0U : 1U)});
      if (i > 1 && j > 1 && same(a[i - 1], b[j - 2]) && same(a[i - 2], b[j - 1]))
        current[j] = std::min(current[j], before[j - 2] + 1);
    }
    before = previous;
    std::swap(previous, current);
  }
  return previous[b.size()];
}

bool contains(std::string_view whole, std::string_view part) {
  return std::search(whole.begin(), whole.end(), part.begin(), part.end(), same) != whole.end();
}

}  // namespace

std::string_view nearest(std::string_view typed, std::span<const std::string_view> known) {
  if (typed.empty() || typed.size() > longest_worth_comparing) return {};
  std::string_view best;
  std::size_t fewest = 0;
  for (const std::string_view name : known) {
    const std::size_t distance = typed.size() >= 3 && contains(name, typed) ? 1 : edits(typed, name);
    if (distance > std::max<std::size_t>(1, name.size() / 3)) continue;
    if (best.empty() || distance < fewest) {
      best = name;
      fewest = distance;
    }
  }
  return best;
}

}  // namespace fivecars::documents
