#include "documents/json_syntax.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace fivecars::documents {
namespace {

constexpr std::size_t deepest = 64;
constexpr std::size_t longest = std::size_t{16} << 20U;
constexpr long largest_exponent = 308;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Scanner {
public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::optional<Issue> run() {
    if (text_.size() > longest)
      return Issue{code::too_large, ""}.with("what", "the text").with("max", "16 MiB");
    if (const std::size_t at = bad_utf8(); at != text_.size())
      fail(at, "this is not valid UTF-8 text");
    if (!reason_) {
      if (text_.substr(0, 3) == "\xEF\xBB\xBF")
        at_ = 3;
      space();
      if (at_ == text_.size())
        fail(at_, "the text is empty; a JSON object is expected");
      else if (value(0)) {
        space();
        if (at_ != text_.size())
          fail(at_, "the document has ended; nothing may follow it");
      }
    }
    if (!reason_)
      return std::nullopt;
    return issue();
  }

private:
  bool fail(std::size_t at, const char* reason) {
    if (!reason_)
      reason_ = reason, fault_ = at;
    return false;
  }

  Issue issue() const {
    double line = 1, column = 1;
    for (std::size_t i = 0; i < fault_ && i < text_.size(); ++i) {
      if (text_[i] == '\n')
        ++line, column = 1;
      else if ((static_cast<unsigned char>(text_[i]) & 0xC0U) != 0x80U)
        ++column;
    }
    return Issue{code::not_json, ""}.with("line", line).with("column", column).with("reason", reason_);
  }

  // Index of the first byte that is not part of a valid character; size() if there is none.
  std::size_t bad_utf8() const {
    for (std::size_t i = 0; i < text_.size();) {
      const auto c = static_cast<unsigned char>(text_[i]);
      std::size_t more = 0;
      unsigned low = 0x80, high = 0xBF; // of the second byte
      if (c < 0x80)
        more = 0;
      else if (c >= 0xC2 && c <= 0xDF)
        more = 1;
      else if (c >= 0xE0 && c <= 0xEF) {
        more = 2;
        if (c == 0xE0)
          low = 0xA0;
        if (c == 0xED)
          high = 0x9F;
      } else if (c >= 0xF0 && c <= 0xF4) {
        more = 3;
        if (c == 0xF0)
          low = 0x90;
        if (c == 0xF4)
          high = 0x8F;
      } else
        return i;
      for (std::size_t k = 1; k <= more; ++k) {
        if (i + k >= text_.size())
          return i;
        const auto next = static_cast<unsigned char>(text_[i + k]);
        if (next < (k == 1 ? low : 0x80U) || next > (k == 1 ? high : 0xBFU))
          return i;
      }
      i += more + 1;
    }
    return text_.size();
  }

  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  [[nodiscard]] bool end() const { return at_ == text_.size(); }
  void space() {
    while (!end() && (peek() == ' ' || peek() == '\n' || peek() == '\t' || peek() == '\r'))
      ++at_;
  }

  bool value(std::size_t depth) {
    if (depth > deepest)
      return fail(at_, "this is nested more than 64 deep");
    if (end())
      return fail(at_, "the text ends where a value is expected");
    switch (peek()) {
    case '{':
      return object(depth);
    case '[':
      return array(depth);
    case '"':
      return string();
    case 't':
      return word("true");
    case 'f':
      return word("false");
    case 'n':
      return word("null");
    case '\'':
      return fail(at_, "texts stand in double quotes, not single ones");
    default:
      break;
    }
    if (peek() == '-' || is_digit(peek()))
      return number();
    return fail(at_, "a value is expected here");
  }

  bool word(std::string_view expected) {
    if (text_.substr(at_, expected.size()) != expected)
      return fail(at_, "a value is expected here");
    at_ += expected.size();
    return true;
  }

  bool number() {
    const std::size_t start = at_;
    if (peek() == '-')
      ++at_;
    if (!is_digit(peek()))
      return fail(at_, "a digit is expected here");
    long whole_digits = 0;
    bool zero = true;
    if (peek() == '0') {
      ++at_;
      if (is_digit(peek()))
        return fail(at_, "a number may not begin with 0");
    }
    for (; is_digit(peek()); ++at_)
      ++whole_digits, zero = false;
    long first = whole_digits; // decimal exponent of the first digit that isn't 0, plus 1
    if (peek() == '.') {
      ++at_;
      if (!is_digit(peek()))
        return fail(at_, "a digit is expected after the decimal point");
      for (; is_digit(peek()); ++at_) {
        if (zero && peek() == '0')
          --first;
        else
          zero = false;
      }
    }
    if (peek() == 'e' || peek() == 'E') {
      ++at_;
      const bool negative = peek() == '-';
      if (peek() == '+' || peek() == '-')
        ++at_;
      if (!is_digit(peek()))
        return fail(at_, "a digit is expected in the exponent");
      long exponent = 0;
      for (; is_digit(peek()); ++at_)
        exponent = std::min(exponent * 10 + (peek() - '0'), 100000000L);
      first += negative ? -exponent : exponent;
    }
    if (!zero && first > largest_exponent)
      return fail(start, "this number is too large");
    return true;
  }

  bool string() {
    for (++at_; !end(); ++at_) {
      const char c = peek();
      if (c == '"') {
        ++at_;
        return true;
      }
      if (static_cast<unsigned char>(c) < 0x20)
        return fail(at_, "a line break or control character inside a text");
      if (c != '\\')
        continue;
      ++at_;
      if (peek() == 'u') {
        unsigned unit = 0;
        if (!hex(unit))
          return false;
        // A half of a surrogate pair is no character: JSON.parse lets it pass, UTF-8 can't hold it.
        if (unit >= 0xD800 && unit <= 0xDFFF) {
          const std::size_t here = at_;
          unsigned other = 0;
          if (unit >= 0xDC00 || text_.substr(at_ + 1, 2) != "\\u")
            return fail(here, "this is half of a character");
          at_ += 2;
          if (!hex(other))
            return false;
          if (other < 0xDC00 || other > 0xDFFF)
            return fail(here, "this is half of a character");
        }
      } else if (std::string_view("\"\\/bfnrt").find(peek()) == std::string_view::npos || end()) {
        return fail(at_, "this is no escape that JSON knows");
      }
    }
    return fail(at_, "the text ends inside a quoted text");
  }

  // at_ is on the u; leaves it on the last digit.
  bool hex(unsigned& unit) {
    for (int i = 0; i < 4; ++i) {
      ++at_;
      const char c = peek();
      unsigned digit = 0;
      if (is_digit(c))
        digit = static_cast<unsigned>(c - '0');
      else if (c >= 'a' && c <= 'f')
        digit = static_cast<unsigned>(c - 'a' + 10);
      else if (c >= 'A' && c <= 'F')
        digit = static_cast<unsigned>(c - 'A' + 10);
      else
        return fail(at_, "four hexadecimal digits are expected here");
      unit = unit * 16 + digit;
    }
    return true;
  }

  // A name as it is meant, good enough to tell whether two are the same: \u0061 is a.
  static std::string unescaped(std::string_view raw) {
    std::string text;
    for (std::size_t i = 0; i < raw.size(); ++i) {
      if (raw[i] != '\\') {
        text += raw[i];
        continue;
      }
      ++i;
      if (raw[i] != 'u') {
        constexpr std::string_view from = "bfnrt", to = "\b\f\n\r\t";
        const auto at = from.find(raw[i]);
        text += at == std::string_view::npos ? raw[i] : to[at];
        continue;
      }
      unsigned unit = 0;
      for (int k = 0; k < 4; ++k) {
        const char c = raw[++i];
        unit = unit * 16 + static_cast<unsigned>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
      }
      if (unit < 0x80)
        text += static_cast<char>(unit);
      else if (unit < 0x800) {
        text += static_cast<char>(0xC0 | (unit >> 6U));
        text += static_cast<char>(0x80 | (unit & 0x3FU));
      } else {
        // Pairs stay as two halves: the same name as a character and as an escape is not looked for beyond
        // U+FFFF.
        text += static_cast<char>(0xE0 | (unit >> 12U));
        text += static_cast<char>(0x80 | ((unit >> 6U) & 0x3FU));
        text += static_cast<char>(0x80 | (unit & 0x3FU));
      }
    }
    return text;
  }

  bool array(std::size_t depth) {
    ++at_;
    space();
    if (peek() == ']') {
      ++at_;
      return true;
    }
    while (true) {
      space();
      if (!value(depth + 1))
        return false;
      space();
      if (peek() == ',') {
        ++at_;
        continue;
      }
      if (peek() != ']')
        return fail(at_, "a comma or ] is expected here");
      ++at_;
      return true;
    }
  }

  bool object(std::size_t depth) {
    ++at_;
    space();
    if (peek() == '}') {
      ++at_;
      return true;
    }
    std::vector<std::string> names;
    while (true) {
      space();
      if (peek() != '"')
        return fail(at_, "a member's name in double quotes is expected here");
      const std::size_t start = at_;
      if (!string())
        return false;
      std::string name = unescaped(text_.substr(start + 1, at_ - start - 2));
      if (std::find(names.begin(), names.end(), name) != names.end())
        return fail(start, "this member stands here a second time");
      names.push_back(std::move(name));
      // The search for a second one is quadratic, and no object here has as many.
      if (static_cast<double>(names.size()) > limits::members.max)
        return fail(start, "this object has more than 64 members");
      space();
      if (peek() != ':')
        return fail(at_, "a colon is expected here");
      ++at_;
      space();
      if (!value(depth + 1))
        return false;
      space();
      if (peek() == ',') {
        ++at_;
        continue;
      }
      if (peek() != '}')
        return fail(at_, "a comma or } is expected here");
      ++at_;
      return true;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  const char* reason_ = nullptr;
  std::size_t fault_ = 0;
};

} // namespace

std::optional<Issue> json_fault(std::string_view text) { return Scanner(text).run(); }

} // namespace fivecars::documents
