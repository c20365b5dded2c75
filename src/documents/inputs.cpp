#include "documents/inputs.hpp"

#include "catalog/catalog.hpp"

#include <algorithm>
#include <utility>

namespace fivecars::documents {
namespace {

using accounting::Bounds;
using accounting::Range;

// An exact number with the range that is usual for such a number: a default's, in proportion. What is in
// proportion is the excess over the floor.
Range with_usual_range(double best, std::string_view usual, const Bounds& bounds) {
  const Range& row = catalog::find(catalog::defaults(), usual)->value;
  const auto in_proportion = [&](double end) {
    return bounds.floor + (best - bounds.floor) * ((end - bounds.floor) / (row.best - bounds.floor));
  };
  return {best, in_proportion(row.low), std::min(in_proportion(row.high), bounds.ceiling)};
}

// A low-carbon grid is known less well: its intensity hangs on few plants.
std::string_view usual_of(std::string_view usual, double best) {
  constexpr double low_carbon = 0.1; // kg/kWh
  return usual == "grid" && best < low_carbon ? "grid_low_carbon" : usual;
}

} // namespace

std::string Place::text() const {
  std::string path(part);
  path += member;
  return path;
}

std::string entry(std::string_view table, std::string_view id, std::string_view part) {
  std::string text(table);
  text += id;
  text += part;
  return text;
}

bool is_inside(std::string_view path, std::string_view whole) {
  return path.substr(0, whole.size()) == whole && (path.size() == whole.size() || path[whole.size()] == '/');
}

bool Inputs::was_refused(std::string_view path) const {
  return std::any_of(earlier_.begin(), earlier_.end(),
                     [&](const Issue& e) { return is_inside(e.path, path); });
}

void Inputs::unknown_id(const std::string& path, std::string_view typed, std::string_view kind,
                        std::string_view nearest) {
  Issue& found = issue(path, code::unknown_id).with("value", in_quotes(typed)).with("kind", kind);
  if (!nearest.empty())
    found.with("nearest", nearest);
}

// What is said of the scenario's own parts would be said again by every stage: once is enough.
Issue& Inputs::say(std::vector<Issue>& notes, const std::string& path, std::string_view code) {
  if (copies_ || path.substr(0, 8) != "/stages/")
    for (Issue& earlier : notes)
      if (earlier.code == code && earlier.path == path)
        return ignored_ = Issue{code, path};
  return notes.emplace_back(Issue{code, path});
}

std::uint32_t Inputs::add(const About& about, Range value, accounting::Origin origin, const Place& at,
                          Entry entry) {
  if (typical_ && value.exact() && !about.usual.empty())
    value = with_usual_range(value.best, usual_of(about.usual, value.best), about.bounds);
  list.push_back({about.symbol, about.unit, value, origin, at.text(), std::move(entry.id),
                  std::string(entry.source), about.bounds, entry.drawn_by});
  return static_cast<std::uint32_t>(list.size() - 1);
}

std::uint32_t Inputs::add_fallback(const About& about, std::string_view id, const Place& at) {
  const auto* row = catalog::find(catalog::defaults(), id);
  Issue& said = warn(at.text(), code::default_used).with("quantity", id).with("value", row->value.best);
  if (row->unit != "1")
    said.with("unit", row->unit);
  return add(about, row->value, accounting::Origin::fallback, at,
             {entry("defaults/", id), row->cited.source});
}

} // namespace fivecars::documents
