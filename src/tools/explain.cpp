#include "tools/explain.hpp"

#include "documents/node_json.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace fivecars::tools {
namespace {

using documents::Json;

// Calls visit(table, rows) for each table.
template <class Visit>
void each_table(const Data& data, Visit&& visit) {
  visit("devices", data.devices);
  visit("grids", data.grids);
  visit("sites", data.sites);
  visit("upstream", data.upstream);
  visit("equivalents", data.equivalents);
  visit("defaults", data.defaults);
  visit("pipelines", data.pipelines);
  visit("models", data.models);
}

std::string source_text(const Data& data, const Json& cited) {
  const std::string id = cited["source"];
  const auto at =
      std::find_if(data.sources.begin(), data.sources.end(), [&](const auto& s) { return s.row.id == id; });
  if (at == data.sources.end())
    return id;
  const auto& s = at->row;
  return s.authors + " (" + std::to_string(s.year) + "): " + s.title + ". " +
         cited["locator"].get<std::string>() + ". " +
         (s.url          ? *s.url + " "
          : s.identifier ? *s.identifier + " "
                         : "") +
         "[" + s.licence + "; " + cited["evidence"].get<std::string>() + "]";
}

bool cites(const Json& node) {
  if (node.is_object() && node.contains("cited"))
    return true;
  return node.is_structured() && std::any_of(node.begin(), node.end(), cites);
}

// Every object that has a source, with what it says but for the parts that have sources of their own.
void figures(const Data& data, const Json& node, const std::string& path, std::string& out) {
  if (node.is_array()) {
    for (std::size_t i = 0; i < node.size(); ++i)
      figures(data, node[i], path + "/" + std::to_string(i), out);
    return;
  }
  if (!node.is_object())
    return;
  if (node.contains("cited")) {
    std::string values;
    for (const auto& [name, value] : node.items()) {
      const bool nothing = value.is_structured() && value.empty();
      if (name != "id" && name != "cited" && name != "scenario" && name != "one_basis" && !nothing &&
          !cites(value))
        values += (values.empty() ? "" : ", ") + name + " " +
                  (value.is_string() ? value.template get<std::string>() : value.dump());
    }
    out += "  " + (path.empty() ? "" : path + ": ") + values + "\n      from " +
           source_text(data, node["cited"]) + "\n";
  }
  if (node.contains("peak_cited"))
    out += "  peak\n      from " + source_text(data, node["peak_cited"]) + "\n";
  for (const auto& [name, value] : node.items())
    if (name != "cited" && name != "scenario" && name != "one_basis")
      figures(data, value, path + "/" + name, out);
}

void sources_in(const Json& node, std::set<std::string>& into) {
  if (node.is_object() && node.contains("source") && node.contains("evidence"))
    into.insert(node["source"].get<std::string>());
  if (node.is_structured())
    for (const auto& child : node)
      sources_in(child, into);
}

} // namespace

std::string explain(const Data& data, std::string_view id) {
  std::string out;
  each_table(data, [&](const char* table, const auto& rows) {
    for (const auto& placed : rows) {
      if (placed.row.id != id)
        continue;
      out += std::string(table) + "/" + std::string(id) + "  (data/" + placed.file + placed.pointer + ")\n";
      figures(data, documents::to_json(placed.row), "", out);
    }
  });
  for (const auto& placed : data.sources) {
    if (placed.row.id != id)
      continue;
    const Json row = documents::to_json(placed.row);
    out += "sources/" + std::string(id) + "  (data/" + placed.file + placed.pointer + ")\n";
    for (const auto& [name, value] : row.items())
      out +=
          "  " + name + ": " + (value.is_string() ? value.template get<std::string>() : value.dump()) + "\n";
  }
  return out;
}

std::string stale(const Data& data) {
  constexpr std::int64_t years = 3;
  std::string out;
  const auto tell = [&](const char* table, const auto& placed, const char* what, std::int64_t year) {
    if (year + years < data.this_year)
      out += std::string(table) + "/" + placed.row.id + ": " + what + " of " + std::to_string(year) +
             "  (data/" + placed.file + placed.pointer + ")\n";
  };
  for (const auto& placed : data.grids) {
    std::int64_t newest = 0;
    for (const auto& series : placed.row.series)
      newest = std::max(newest, series.from + static_cast<std::int64_t>(series.kg_per_kwh.size()) - 1);
    if (newest != 0)
      tell("grids", placed, "intensity", newest);
  }
  for (const auto& placed : data.sites) {
    if (placed.row.pue)
      tell("sites", placed, "PUE", placed.row.pue->year);
    if (placed.row.wue_l_per_kwh)
      tell("sites", placed, "WUE", placed.row.wue_l_per_kwh->year);
  }
  for (const auto& placed : data.devices)
    if (placed.row.price)
      tell("devices", placed, "price", placed.row.price->year);
  for (const auto& placed : data.equivalents)
    tell("equivalents", placed, "factor", placed.row.vintage);
  return out;
}

std::string attribution(const Data& data) {
  std::map<std::string, std::set<std::string>> used_in; // by source
  each_table(data, [&](const char* table, const auto& rows) {
    for (const auto& placed : rows) {
      std::set<std::string> sources;
      sources_in(documents::to_json(placed.row), sources);
      for (const auto& source : sources)
        used_in[source].insert(table);
    }
  });
  std::map<std::string, std::vector<const catalog::Source<Owned>*>> by_licence;
  for (const auto& placed : data.sources)
    by_licence[placed.row.licence].push_back(&placed.row);

  std::string out = "# Attribution\n"
                    "\n"
                    "The figures of Five Cars stand in `data/`, each with its source and its place there. "
                    "This list is made from\n"
                    "`data/sources/` (`make attribution`). Our compilation of them is under CC BY 4.0.\n";
  for (auto& [licence, sources] : by_licence) {
    std::sort(sources.begin(), sources.end(),
              [](const auto* a, const auto* b) { return a->label < b->label; });
    out += "\n## " + licence + "\n\n";
    for (const auto* s : sources) {
      out += "- " + s->authors + " (" + std::to_string(s->year) +
             "): " + (s->url ? "[" + s->title + "](" + *s->url + ")" : s->title);
      if (s->identifier)
        out += ", " + *s->identifier;
      std::string tables;
      for (const auto& table : used_in[s->id])
        tables += (tables.empty() ? "" : ", ") + table;
      out += ". " + (tables.empty() ? "Cited by the method" : "In: " + tables) + ".\n";
    }
  }
  return out;
}

} // namespace fivecars::tools
