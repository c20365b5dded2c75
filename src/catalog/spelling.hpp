// How far apart two spellings are.
#pragma once

#include <cstddef>
#include <string_view>

namespace fivecars::catalog {

inline constexpr std::size_t longest_worth_comparing = 80;

[[nodiscard]] constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Letters to insert, remove or replace to make one of the other, whatever their case (Levenshtein).
// Precondition: b is no longer than is worth comparing.
[[nodiscard]] std::size_t edits(std::string_view a, std::string_view b);

} // namespace fivecars::catalog
