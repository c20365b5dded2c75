#include "documents/listing.hpp"

#include "catalog/choose.hpp"

#include <algorithm>

namespace fivecars::documents {
namespace {

using namespace catalog;

template <class E>
std::string_view name_of(E value) {
  return Names<E>::all[static_cast<std::size_t>(value)];
}

Listed line(const Grid<Compiled>& row) {
  const Chosen figure = choose_figure(row.series, {}, {});
  if (!figure)
    return {row.id, row.name, name_of(row.kind), {}, {}, {}};
  const bool derived = figure.series->derived.value_or(false);
  const std::string_view basis = figure.series->basis == Basis::lifecycle
                                     ? (derived ? "lifecycle, derived" : "lifecycle")
                                     : (derived ? "direct, derived" : "direct");
  return {row.id, row.name, name_of(row.kind), basis, figure.kg_per_kwh, figure.year};
}

Listed line(const Site<Compiled>& row) {
  if (!row.pue)
    return {row.id, row.name, row.provider, row.place, {}, {}};
  return {row.id, row.name, row.provider, row.place, row.pue->value.best, row.pue->year};
}

Listed line(const Device<Compiled>& row) {
  // As an estimate would take it.
  if (row.system_watts)
    return {row.id, row.name, row.maker, "with its share of the host", row.system_watts->watts.best, {}};
  if (!row.tdp_w)
    return {row.id, row.name, row.maker, {}, {}, {}};
  return {row.id,          row.name, row.maker, row.tdp_estimated.value_or(false) ? "TDP, estimated" : "TDP",
          row.tdp_w->best, {}};
}

Listed line(const ListedModel<Compiled>& row) {
  return {row.id, row.name, row.group, row.organisation.value_or(""), {}, row.year};
}

Listed line(const Pipeline<Compiled>& row) {
  double times = 0;
  for (const auto& stage : row.stages)
    times += stage.times.best;
  return {row.id, row.name, {}, row.about, times, {}};
}

template <class Row>
Listing lines(std::span<const Row> rows, const std::vector<std::size_t>& found, std::size_t most) {
  Listing out;
  out.total = static_cast<std::int64_t>(found.size());
  for (std::size_t i = 0; i < std::min(most, found.size()); ++i)
    out.rows.push_back(line(rows[found[i]]));
  return out;
}

} // namespace

Listing list(Table table, std::string_view query, std::size_t most) {
  switch (table) {
  case Table::grids:
    return lines(grids(), search_grids(query), most);
  case Table::sites:
    return lines(sites(), search_sites(query), most);
  case Table::devices:
    return lines(devices(), search_devices(query), most);
  case Table::pipelines:
    return lines(pipelines(), search_pipelines(query), most);
  case Table::models:
    break;
  }
  return lines(models(), search_models(query), most);
}

} // namespace fivecars::documents
