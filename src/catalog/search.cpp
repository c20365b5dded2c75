#include "catalog/search.hpp"

#include "catalog/spelling.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace fivecars::catalog {
namespace {

// The letters of U+00C0 to U+017F without their accents; a space for what is no letter.
constexpr std::string_view plain = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
                                   "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
                                   "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(plain.size() == 0x180 - 0xC0);
constexpr std::uint32_t first_plain = 0xC0;
// U+1EA0 to U+1EF9, Vietnam's.
constexpr std::string_view vietnamese =
    "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy";
static_assert(vietnamese.size() == 0x1EFA - 0x1EA0);
constexpr std::uint32_t first_vietnamese = 0x1EA0;
constexpr std::uint32_t first_mark = 0x300; // accents that stand on their own, after their letter
constexpr std::uint32_t last_mark = 0x36F;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::string without_spaces(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ')
      out += c;
  return out;
}

// How well each word fits: a whole word, the start of one, or anywhere; with a digit also over the gap in "80
// GB".
enum Fit : int { nowhere = 0, inside = 1, start = 3, word = 4 };

Fit fit(std::string_view typed, std::string_view text, std::string_view squeezed) {
  Fit best = nowhere;
  for (std::size_t at = text.find(typed); at != std::string_view::npos; at = text.find(typed, at + 1)) {
    if (at != 0 && text[at - 1] != ' ') {
      best = std::max(best, inside);
      continue;
    }
    const std::size_t end = at + typed.size();
    if (end == text.size() || text[end] == ' ')
      return word;
    best = std::max(best, start);
  }
  const bool has_digit = std::any_of(typed.begin(), typed.end(), [](char c) { return c >= '0' && c <= '9'; });
  // Two letters are in the middle of everything.
  if (best == inside && typed.size() <= 2 && !has_digit)
    return nowhere;
  if (best == nowhere && has_digit && squeezed.find(typed) != std::string_view::npos)
    best = inside;
  return best;
}

// A word of the text is spelt nearly so: a slip in five letters, two in nine.
bool nearly(std::string_view typed, std::string_view text) {
  constexpr std::size_t shortest = 5, long_enough_for_two = 9;
  if (typed.size() < shortest || typed.size() > longest_worth_comparing)
    return false;
  const std::size_t slips = typed.size() >= long_enough_for_two ? 2 : 1;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::size_t length = end - at;
    if (length + slips >= typed.size() && length <= typed.size() + slips &&
        edits(text.substr(at, length), typed) <= slips)
      return true;
    at = end + 1;
  }
  return false;
}

template <class Row, class TextsOf>
std::vector<std::size_t> search(std::span<const Row> rows, std::string_view typed, TextsOf texts_of) {
  const Query query(typed);
  std::vector<std::pair<int, std::size_t>> found;
  std::vector<std::string_view> texts;
  // Only where nothing fits, what nearly does.
  for (const bool loosely : {false, true}) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      texts.clear();
      texts_of(rows[i], texts);
      if (const int score = query.empty() ? 1 : query.score(texts, loosely); score > 0)
        // Each into its place, behind those that fit as well: a few hundred at most, and std::sort costs a
        // browser half a kilobyte.
        found.insert(std::upper_bound(found.begin(), found.end(), score,
                                      [](int s, const auto& other) { return s > other.first; }),
                     {score, i});
    }
    if (!found.empty())
      break;
  }
  std::vector<std::size_t> indices;
  indices.reserve(found.size());
  for (const auto& [score, i] : found)
    indices.push_back(i);
  return indices;
}

} // namespace

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto gap = [&] {
    if (!out.empty() && out.back() != ' ')
      out += ' ';
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x80) {
      const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : static_cast<char>(c);
      if (is_letter(small))
        out += small;
      else if (small != '\'') // "Cote d'Ivoire" and "Cote dIvoire" are one
        gap();
      continue;
    }
    const auto follows = [&](std::size_t n) {
      return i + n < text.size() && (static_cast<unsigned char>(text[i + n]) & 0xC0U) == 0x80;
    };
    const auto next = [&](std::size_t n) { return static_cast<unsigned char>(text[i + n]) & 0x3FU; };
    const bool two = (c & 0xE0U) == 0xC0 && follows(1);
    const bool three = (c & 0xF0U) == 0xE0 && follows(1) && follows(2);
    const std::uint32_t code = two     ? (c & 0x1FU) << 6U | next(1)
                               : three ? (c & 0x0FU) << 12U | next(1) << 6U | next(2)
                                       : 0;
    const std::size_t more = two ? 1 : three ? 2 : 0;
    if (code >= first_plain && code < first_plain + plain.size()) {
      const char letter = plain[code - first_plain];
      letter == ' ' ? gap() : void(out += letter);
    } else if (code >= 0x218 && code <= 0x21B) {
      out += code < 0x21A ? 's' : 't'; // Romanian, with a comma below
    } else if (code >= first_vietnamese && code < first_vietnamese + vietnamese.size()) {
      out += vietnamese[code - first_vietnamese];
    } else if ((code >= 0x80 && code < first_plain) || (code >= 0x2000 && code < 0x2190)) {
      // Spaces, dashes, quotes, (R), TM; the apostrophe as above.
      if (code != 0x2019)
        gap();
    } else if (!(code >= first_mark && code <= last_mark) && code != 0xFEFF) {
      out += text.substr(i, more + 1);
    }
    i += more;
  }
  if (!out.empty() && out.back() == ' ')
    out.pop_back();
  return out;
}

Query::Query(std::string_view typed) {
  const std::string& text = phrase_ = folded(typed);
  whole_ = without_spaces(text);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    words_.emplace_back(text, at, end - at);
    at = end + 1;
  }
}

int Query::score(std::span<const std::string_view> texts, bool loosely) const {
  // The query is this row's id; is one of its texts; stands in one, word for word; begins one.
  constexpr int id_itself = 2000, whole_text = 1000, phrase = 300, text_starts = 200;
  constexpr int weights[] = {12, 8}; // of the first text and of the others
  int best_whole = 0;
  std::vector<int> of_word(words_.size(), 0);
  for (std::size_t t = 0; t < texts.size(); ++t) {
    const int weight = weights[t == 0 ? 0 : 1];
    const std::string text = folded(texts[t]);
    const std::string squeezed = without_spaces(text);
    if (squeezed == whole_)
      best_whole = std::max(best_whole, (t == id_at ? id_itself : whole_text) + weight);
    else if (fit(phrase_, text, {}) == word)
      best_whole = std::max(best_whole, phrase + weight);
    else if (squeezed.starts_with(whole_))
      best_whole = std::max(best_whole, text_starts + weight);
    for (std::size_t w = 0; w < words_.size(); ++w)
      of_word[w] = std::max(of_word[w], weight * (loosely && nearly(words_[w], text)
                                                      ? static_cast<int>(inside)
                                                      : static_cast<int>(fit(words_[w], text, squeezed))));
  }
  int sum = best_whole;
  for (const int s : of_word) {
    if (s == 0 && best_whole == 0)
      return 0;
    sum += s;
  }
  return sum;
}

std::vector<std::size_t> search_grids(std::string_view typed) {
  return search(grids(), typed, [](const auto& row, auto& texts) {
    texts = {row.name, row.id};
    texts.insert(texts.end(), row.aliases.begin(), row.aliases.end());
  });
}

std::vector<std::size_t> search_sites(std::string_view typed) {
  return search(sites(), typed, [](const auto& row, auto& texts) {
    texts = {row.name, row.id, row.place, row.provider};
    texts.insert(texts.end(), row.aliases.begin(), row.aliases.end());
  });
}

std::vector<std::size_t> search_devices(std::string_view typed) {
  return search(devices(), typed, [](const auto& row, auto& texts) {
    texts = {row.short_name, row.id, row.name, row.maker};
    texts.insert(texts.end(), row.aliases.begin(), row.aliases.end());
  });
}

std::vector<std::size_t> search_models(std::string_view typed) {
  return search(models(), typed, [](const auto& row, auto& texts) {
    texts = {row.name, row.id, row.group};
    if (row.organisation)
      texts.push_back(*row.organisation);
    texts.insert(texts.end(), row.aliases.begin(), row.aliases.end());
  });
}

std::vector<std::size_t> search_pipelines(std::string_view typed) {
  return search(pipelines(), typed,
                [](const auto& row, auto& texts) { texts = {row.name, row.id, row.about}; });
}

} // namespace fivecars::catalog
