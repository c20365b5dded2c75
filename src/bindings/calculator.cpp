// The module `calculator`: first load of the page, the embed and Node.
#include "bindings/answers.hpp"
#include "catalog/catalog.hpp"
#include "documents/calculate.hpp"
#include "documents/catalogue_document.hpp"
#include "documents/listing.hpp"
#include "documents/version.hpp"

#include <emscripten/bind.h>

namespace fivecars::bindings {
namespace {

using namespace documents;

// {estimate} or {issues}. The argument must come out of structuredClone.
val estimate(val scenario) {
  Calculated result = calculate(ValNode(std::move(scenario)));
  if (!result.document)
    return issues(std::move(result.issues));
  val out = val::object();
  out.set("estimate", to_val(*result.document));
  return out;
}

// What a page needs at once. Devices, grids and sites are searched and fetched one by one.
val catalogue() {
  return to_val(CatalogueDoc{catalog::data_version(),
                             engine_version,
                             catalog::default_grid(),
                             catalog::sources(),
                             catalog::equivalents(),
                             catalog::defaults(),
                             catalog::pipelines(),
                             catalog::models(),
                             {},
                             {}});
}

std::optional<Table> table_named(const std::string& name) {
  for (std::size_t i = 0; i < Names<Table>::all.size(); ++i)
    if (Names<Table>::all[i] == name)
      return static_cast<Table>(i);
  return std::nullopt;
}

// {rows, total}; null for a table that isn't there.
val search(const std::string& table, const std::string& query, unsigned most) {
  const auto known = table_named(table);
  return known ? to_val(list(*known, query, most)) : val::null();
}

template <class Row>
val row_or_null(std::span<const Row> rows, const std::string& id) {
  const Row* row = catalog::find(rows, id);
  return row ? to_val(*row) : val::null();
}

// The row with that id; null if there is none, or no such table.
val row(const std::string& table, const std::string& id) {
  const auto known = table_named(table);
  if (!known)
    return val::null();
  switch (*known) {
  case Table::grids:
    return row_or_null(catalog::grids(), id);
  case Table::sites:
    return row_or_null(catalog::sites(), id);
  case Table::devices:
    return row_or_null(catalog::devices(), id);
  case Table::pipelines:
    return row_or_null(catalog::pipelines(), id);
  case Table::models:
    break;
  }
  return row_or_null(catalog::models(), id);
}

} // namespace
} // namespace fivecars::bindings

EMSCRIPTEN_BINDINGS(calculator) {
  emscripten::function("estimate", &fivecars::bindings::estimate);
  emscripten::function("checkJson", &fivecars::bindings::check_json);
  emscripten::function("unreadable", &fivecars::bindings::unreadable);
  emscripten::function("catalogue", &fivecars::bindings::catalogue);
  emscripten::function("search", &fivecars::bindings::search);
  emscripten::function("row", &fivecars::bindings::row);
}
