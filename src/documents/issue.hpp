// What is wrong with a document (an issue), or worth knowing about its estimate (a warning): a code that a
// page can translate, the place as a JSON pointer, the particulars, and from these the English text.
#pragma once

#include "documents/limits.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace fivecars::documents {

// A number or a text. Not a std::variant: that is several hundred bytes of wasm for this one use.
struct Param {
  std::string_view name; // static storage
  bool is_number = false;
  double number = 0;
  std::string text;
};

struct Issue {
  std::string_view code = {}; // one of the codes below
  std::string path = {};      // JSON pointer; "" is the whole document
  std::vector<Param> params = {};

  // Adds a parameter; `name` in static storage. Chains: Issue{…}.with("min", 0).with("unit", "h").
  Issue& with(std::string_view name, double value);
  Issue& with(std::string_view name, std::string_view value);
  Issue& with(const Limit& limit); // min, max, above, whole, unit
};

namespace code {
// Faults of a document.
inline constexpr std::string_view not_json = "not-json";             // line, column, reason
inline constexpr std::string_view unreadable = "unreadable";         // reason
inline constexpr std::string_view missing = "missing";               // name, remedy
inline constexpr std::string_view unknown_member = "unknown-member"; // name, nearest
inline constexpr std::string_view wrong_type = "wrong-type";         // found, expected
inline constexpr std::string_view out_of_range = "out-of-range";     // value, min, max, unit, …
inline constexpr std::string_view not_whole = "not-whole";           // value, min, max
inline constexpr std::string_view not_finite = "not-finite";         // value
inline constexpr std::string_view range_order = "range-order";       // low, best, high
inline constexpr std::string_view best_at_floor = "best-at-floor";   // best, high
inline constexpr std::string_view too_wide = "too-wide";             // low, best, high, most
inline constexpr std::string_view wrong_count = "wrong-count";       // found, min, max
inline constexpr std::string_view wrong_length = "wrong-length";     // found, min, max
inline constexpr std::string_view unknown_value = "unknown-value";   // value, allowed
inline constexpr std::string_view unknown_id = "unknown-id";         // value, kind, nearest
inline constexpr std::string_view exactly_one = "exactly-one";       // names, found
inline constexpr std::string_view at_most_one = "at-most-one";       // names, found
inline constexpr std::string_view needs = "needs";                   // name, names
inline constexpr std::string_view at_least_one = "at-least-one";     // names
inline constexpr std::string_view not_with = "not-with";             // name, names
inline constexpr std::string_view no_figure = "no-figure";           // id, what, remedy
inline constexpr std::string_view duplicate = "duplicate";           // value, first
inline constexpr std::string_view no_draw = "no-draw";
inline constexpr std::string_view no_devices_speed = "no-devices-speed";
inline constexpr std::string_view too_large = "too-large"; // what, max
inline constexpr std::string_view no_count = "no-count";
inline constexpr std::string_view no_grid = "no-grid";
inline constexpr std::string_view nothing_to_vary = "nothing-to-vary";   // what
inline constexpr std::string_view no_such_stage = "no-such-stage";       // value
inline constexpr std::string_view too_many_ranges = "too-many-ranges";   // found, max
inline constexpr std::string_view too_many_devices = "too-many-devices"; // found, max
inline constexpr std::string_view too_many_members = "too-many-members"; // max
inline constexpr std::string_view too_many_issues = "too-many-issues";   // max

// Warnings of an estimate.
inline constexpr std::string_view default_used = "default-used"; // quantity, value, unit
inline constexpr std::string_view no_devices = "no-devices";     // stage
inline constexpr std::string_view best_outside = "best-outside"; // quantity
inline constexpr std::string_view other_year = "other-year";     // asked, used
inline constexpr std::string_view no_price = "no-price";         // stage
inline constexpr std::string_view no_market = "no-market";
inline constexpr std::string_view no_embodied = "no-embodied"; // stage
inline constexpr std::string_view no_score = "no-score";
inline constexpr std::string_view no_water = "no-water";
inline constexpr std::string_view water_measure = "water-measure";     // id, measure
inline constexpr std::string_view not_used = "not-used";               // name
inline constexpr std::string_view default_grid = "default-grid";       // name, value, unit
inline constexpr std::string_view wide_pue = "wide-pue";               // id, basis
inline constexpr std::string_view grid_of_country = "grid-of-country"; // id, name
inline constexpr std::string_view direct_basis = "direct-basis";       // name
} // namespace code

// "/stages/0/time/hours: -4 is not allowed; a number from 0 to 1,000,000". Ends without a full stop;
// control characters are replaced by spaces.
[[nodiscard]] std::string message(const Issue& issue);

// "a number from 0 to 1,000,000", "a whole number from 1 to 1,000", "a number above 0 and up to 1".
[[nodiscard]] std::string allowed(const Limit& limit);

// Up to 15 significant digits (12 beyond 1e35 and below 1e-6), thousands grouped by commas, exponent form
// from 1e15 on and below 1e-6. The same text on every platform.
[[nodiscard]] std::string format_number(double value);

// For a terminal or a page: control characters replaced by spaces.
[[nodiscard]] std::string printable(std::string text);

// A member name as it stands in a JSON pointer: ~ and / escaped.
[[nodiscard]] std::string pointer_token(std::string_view name);

// The first bytes of a UTF-8 text, at most `longest`, never cutting a character in two.
[[nodiscard]] std::string_view clipped(std::string_view text, std::size_t longest);

// Text of the user as it may stand in a message: in quotes, at most 60 bytes.
[[nodiscard]] std::string in_quotes(std::string_view text);

} // namespace fivecars::documents
