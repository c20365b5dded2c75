#include "documents/nearest.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace fivecars::documents {
namespace {

constexpr std::size_t longest_worth_comparing = 80;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same(char a, char b) { return lower(a) == lower(b); }

// Levenshtein distance, row by row. Precondition: b is no longer than is worth comparing.
std::size_t edits(std::string_view a, std::string_view b) {
  std::array<std::size_t, longest_worth_comparing + 1> row{};
  for (std::size_t j = 0; j <= b.size(); ++j)
    row[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (same(a[i], b[j]) ? 0U : 1U);
      diagonal = row[j + 1];
      row[j + 1] = std::min(std::min(row[j], diagonal) + 1, replaced);
    }
  }
  return row[b.size()];
}

bool contains(std::string_view whole, std::string_view part) {
  return std::search(whole.begin(), whole.end(), part.begin(), part.end(), same) != whole.end();
}

} // namespace

std::string_view nearest(std::string_view typed, std::span<const std::string_view> known) {
  if (typed.empty() || typed.size() > longest_worth_comparing)
    return {};
  std::string_view best;
  std::size_t fewest = 0;
  for (const std::string_view name : known) {
    const std::size_t distance = typed.size() >= 3 && contains(name, typed) ? 1 : edits(name, typed);
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
