#include "documents/read.hpp"

#include <algorithm>

namespace fivecars::documents {
namespace {

std::vector<Param> limit_params(std::vector<Param> first, const Limit& limit) {
  first.push_back({"min", limit.min});
  first.push_back({"max", limit.max});
  first.push_back({"above", limit.above_min ? 1.0 : 0.0});
  first.push_back({"whole", limit.whole ? 1.0 : 0.0});
  first.push_back({"unit", std::string(limit.unit)});
  return first;
}

std::string list_of(std::span<const std::string_view> names) {
  std::string text;
  for (const std::string_view name : names) {
    if (!text.empty()) text += ", ";
    text += name;
  }
  return text;
}

}  // namespace

void Faults::wrong_type(const Path& path, Kind found, std::string_view expected) {
  add(path, code::wrong_type, {{"found", std::string(name_of(found))}, {"expected", std::string(expected)}});
}

void Faults::missing(const Path& path, std::string_view name) {
  add(path, code::missing, {{"name", std::string(name)}});
}

void Faults::unknown_member(const Path& path, std::string_view name, std::span<const std::string_view> known) {
  std::vector<Param> params{{"name", in_quotes(name)}};
  if (const auto near = nearest(name, known); !near.empty()) params.push_back({"nearest", std::string(near)});
  params.push_back({"known", list_of(known)});
  // A name of a megabyte would make a pointer of a megabyte.
  constexpr std::size_t longest = 200;
  issues_.push_back({code::unknown_member, path.text() + '/' + pointer_token(clipped(name, longest)),
                     std::move(params)});
}

void Faults::wrong_size(const Path& path, std::string_view code, std::size_t found, const Limit& limit) {
  add(path, code, {{"found", static_cast<double>(found)}, {"min", limit.min}, {"max", limit.max}});
}

bool Faults::check(const Path& path, double value, const Limit& limit) {
  if (!std::isfinite(value)) {
    add(path, code::not_finite,
        limit_params({{"value", std::string(std::isnan(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity")}}, limit));
    return false;
  }
  if (value < limit.min || value > limit.max || (limit.above_min && value == limit.min)) {
    add(path, code::out_of_range, limit_params({{"value", value}}, limit));
    return false;
  }
  if (limit.whole && value != std::floor(value)) {
    add(path, code::not_whole, limit_params({{"value", value}}, limit));
    return false;
  }
  return true;
}

bool Faults::check_order(const Path& path, const accounting::Range& r, const Limit& limit) {
  if (!(r.low <= r.best && r.best <= r.high)) {
    add(path, code::range_order, {{"low", r.low}, {"best", r.best}, {"high", r.high}});
    return false;
  }
  if (r.best == limit.min && r.high > r.best) {
    add(path, code::best_at_floor, {{"best", r.best}, {"high", r.high}});
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
      add(path, code::exactly_one, {{"names", list_of(names)}, {"found", static_cast<double>(given)}});
    break;
  case Rule::Kind::at_most_one:
    if (given > 1)
      add(path, code::at_most_one, {{"names", list_of(names)}, {"found", static_cast<double>(given)}});
    break;
  case Rule::Kind::needs:
    if (is_present(names[0]) && given == 1)
      add(path, code::needs, {{"name", std::string(names[0])}, {"names", list_of(names.subspan(1))}});
    break;
  case Rule::Kind::not_with:
    if (is_present(names[0]) && given > 1)
      add(path, code::not_with, {{"name", std::string(names[0])}, {"names", list_of(names.subspan(1))}});
    break;
  }
}

}  // namespace fivecars::documents
