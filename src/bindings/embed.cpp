// The module `embed`: what an embed in another page fetches when its reader changes something. The same sums
// as those of `calculator`, and nothing beside them.
#include "bindings/answers.hpp"
#include "documents/calculate.hpp"
#include "documents/embed_document.hpp"

#include <emscripten/bind.h>

namespace fivecars::bindings {
namespace {

using namespace documents;

// {estimate} or {issues}. The argument must come out of structuredClone.
val estimate(val scenario) {
  std::vector<Issue> found, warnings;
  const auto known = read_scenario(ValNode(std::move(scenario)), found, warnings);
  if (!known)
    return issues(std::move(found));
  val out = val::object();
  out.set("estimate", to_val(TotalDoc{accounting::total(*known)}));
  return out;
}

template <class Row>
val briefly(std::span<const Row> rows) {
  std::vector<Brief<Row>> out;
  out.reserve(rows.size());
  for (const Row& row : rows)
    out.push_back({row});
  return to_val(out);
}

// All rows, in the order of the table; null for a table that isn't there, or that no sentence speaks of.
val list(const std::string& table) {
  if (table == "grids")
    return briefly(catalog::grids());
  if (table == "sites")
    return briefly(catalog::sites());
  if (table == "devices")
    return briefly(catalog::devices());
  return val::null();
}

} // namespace
} // namespace fivecars::bindings

EMSCRIPTEN_BINDINGS(embed) {
  emscripten::function("estimate", &fivecars::bindings::estimate);
  emscripten::function("checkJson", &fivecars::bindings::check_json);
  emscripten::function("unreadable", &fivecars::bindings::unreadable);
  emscripten::function("list", &fivecars::bindings::list);
}
