#include "documents/read.hpp"

#include <algorithm>
#include <cmath>

namespace fivecars::documents {
namespace {

std::string list_of(std::span<const std::string_view> names, std::string_view between = ", ") {
  std::string text;
  for (const std::string_view name : names) {
    if (!text.empty())
      text += between;
    text += name;
  }
  return text;
}

} // namespace

Path::Step::Step(Path& path, std::string_view token) : path_(path), size_(path.text_.size()) {
  path.text_ += '/';
  path.text_ += pointer_token(token);
}
Path::Step::~Step() { path_.text_.resize(size_); }

Issue& Faults::add(const Path& path, std::string_view code) {
  ++count_;
  if (full())
    return ignored_ = Issue{code, {}};
  return issues_.emplace_back(Issue{code, path.text()});
}

void Faults::finish() {
  if (full() && issues_.back().code != code::too_many_issues)
    issues_.push_back(Issue{code::too_many_issues, ""}.with("max", limits::issues.max));
}

void Faults::unknown_value(const Path& path, std::string_view value,
                           std::span<const std::string_view> names) {
  std::string list;
  for (const std::string_view name : names) {
    if (!list.empty())
      list += ", ";
    list += in_quotes(name);
  }
  add(path, code::unknown_value).with("value", in_quotes(value)).with("allowed", list);
}

void Faults::wrong_type(const Path& path, Kind found, std::string_view expected) {
  add(path, code::wrong_type).with("found", name_of(found)).with("expected", expected);
}

void Faults::missing(const Path& path, std::string_view name) { add(path, code::missing).with("name", name); }

void Faults::unknown_member(const Path& path, std::string_view name,
                            std::span<const std::string_view> known) {
  // A name of a megabyte would make a pointer of a megabyte.
  constexpr std::size_t longest = 200;
  Issue& issue = add(path, code::unknown_member).with("name", in_quotes(name));
  issue.path += '/';
  issue.path += pointer_token(clipped(name, longest));
  if (const auto near = nearest(name, known); !near.empty())
    issue.with("nearest", near);
  issue.with("known", list_of(known));
}

void Faults::wrong_size(const Path& path, std::string_view code, std::size_t found, const Limit& limit) {
  add(path, code).with("found", static_cast<double>(found)).with("min", limit.min).with("max", limit.max);
}

bool Faults::check(const Path& path, double value, const Limit& limit) {
  if (!std::isfinite(value)) {
    add(path, code::not_finite)
        .with("value", std::isnan(value) ? "NaN"
                       : value > 0       ? "Infinity"
                                         : "-Infinity")
        .with(limit);
    return false;
  }
  if (value < limit.min || value > limit.max || (limit.above_min && value == limit.min)) {
    add(path, code::out_of_range).with("value", value).with(limit);
    return false;
  }
  if (limit.whole && value != std::floor(value)) {
    add(path, code::not_whole).with("value", value).with(limit);
    return false;
  }
  return true;
}

bool Faults::check_order(const Path& path, const accounting::Range& r, const Limit& limit) {
  if (!(r.low <= r.best && r.best <= r.high)) {
    add(path, code::range_order).with("low", r.low).with("best", r.best).with("high", r.high);
    return false;
  }
  if (r.best == limit.min && r.high > r.best) {
    add(path, code::best_at_floor).with("best", r.best).with("high", r.high);
    return false;
  }
  // The tails of a range reach as far beyond it as its ends are apart: of a few such ranges, a product would
  // be more than a double can hold.
  const double floor = limit.min == 1 ? 1 : 0; // of a PUE it is the excess over 1 that varies
  const double best = r.best - floor, low = r.low - floor, high = r.high - floor;
  if (high > best * limits::range_ratio || (low > 0 && best > low * limits::range_ratio)) {
    add(path, code::too_wide)
        .with("low", r.low)
        .with("best", r.best)
        .with("high", r.high)
        .with("most", limits::range_ratio);
    return false;
  }
  return true;
}

void Faults::check_rule(const Path& path, const Rule& rule, std::span<const std::string_view> present) {
  const auto is_present = [&](std::string_view name) {
    return std::find(present.begin(), present.end(), name) != present.end();
  };
  const std::span<const std::string_view> names(rule.names.data(), rule.size());
  const auto given = static_cast<std::size_t>(std::count_if(names.begin(), names.end(), is_present));
  switch (rule.kind) {
  case Rule::Kind::exactly_one:
    if (given != 1)
      add(path, code::exactly_one).with("names", list_of(names)).with("found", static_cast<double>(given));
    break;
  case Rule::Kind::at_most_one:
    if (given > 1)
      add(path, code::at_most_one).with("names", list_of(names)).with("found", static_cast<double>(given));
    break;
  case Rule::Kind::needs:
    if (is_present(names[0]) && given == 1)
      add(path, code::needs).with("name", names[0]).with("names", list_of(names.subspan(1), " or "));
    break;
  case Rule::Kind::at_least_one:
    if (given == 0)
      add(path, code::at_least_one).with("names", list_of(names));
    break;
  }
}

} // namespace fivecars::documents
