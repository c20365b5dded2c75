// catalogc: checks every file of data/ and compiles them into tables.
//
//   catalogc [DATA]                       check only; DATA is "data" if it isn't given
//   catalogc DATA --tables FILE.cpp       … and write the tables
//   catalogc DATA --lean FILE.cpp         … and the tables for a program that shows totals alone
//   catalogc DATA --texts FILE.json       … and the long texts, fetched when somebody asks for a source
//   catalogc DATA --attribution FILE.md   … and whom to thank
//   catalogc [DATA] --explain ID          print where the figures of a row come from
//   catalogc [DATA] --stale               list rows whose figures are older than three years
//
// Exit 0; 1 for wrong words, an unknown id, or a file that can't be written; 2 if the data has a fault: each
// is told as FILE: POINTER: REASON.
#include "documents/catalogue_shapes.hpp"
#include "documents/node_json.hpp"
#include "tools/data_files.hpp"
#include "tools/derive.hpp"
#include "tools/explain.hpp"
#include "tools/pack.hpp"

#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace fivecars::tools {
namespace {

using namespace documents;

template <class Out, class Row>
std::vector<Out> rows_of(const std::vector<Placed<Row>>& placed) {
  std::vector<Out> rows;
  for (const auto& p : placed)
    rows.push_back(Out{p.row});
  return rows;
}

// The function that unpacks a table.
template <class Keeping, class Out, class Row>
std::string table(std::string_view type, std::string_view name, const std::vector<Placed<Row>>& placed) {
  Packer packer;
  const std::string code = packer.table<Keeping>(rows_of<Out>(placed));
  const std::string row(type);
  return "std::span<const " + row + "> " + std::string(name) + "() {\n  static const std::span<const " + row +
         "> table = [] {\n" + "    std::span<" + row + "> rows;\n    Unpacker unpacker(\n        " +
         quote(packer.texts()) + ",\n        " + quote(packer.numbers()) + ");\n" + code +
         "    return rows;\n  }();\n  return table;\n}\n\n";
}

template <class Keeping>
std::string tables(const Data& data) {
  using namespace catalog;
  std::string beside;
  if constexpr (!std::is_same_v<Keeping, Lean>)
    beside = table<Keeping, Source<Owned>>("Source<Compiled>", "sources", data.sources) +
             table<Keeping, Pipeline<Owned>>("Pipeline<Compiled>", "pipelines", data.pipelines) +
             table<Keeping, ListedModel<Owned>>("ListedModel<Compiled>", "models", data.models) +
             table<Keeping, Publication<Owned>>("Publication<Compiled>", "publications", data.models);
  return "// Made by catalogc from data/. Not to be edited.\n"
         "#include \"catalog/catalog.hpp\"\n"
         "#include \"catalog/unpack.hpp\"\n\n"
         "namespace fivecars::catalog {\n\n"
         "std::string_view data_version() { return " +
         quote(data.version) +
         "; }\n"
         "std::string_view default_grid() { return " +
         quote(data.default_grid) + "; }\n\n" +
         table<Keeping, Device<Owned>>("Device<Compiled>", "devices", data.devices) +
         table<Keeping, Grid<Owned>>("Grid<Compiled>", "grids", data.grids) +
         table<Keeping, Site<Owned>>("Site<Compiled>", "sites", data.sites) +
         table<Keeping, Equivalent<Owned>>("Equivalent<Compiled>", "equivalents", data.equivalents) +
         table<Keeping, Fallback<Owned>>("Fallback<Compiled>", "defaults", data.defaults) + beside +
         "} // namespace fivecars::catalog\n";
}

template <class Out, class Row>
Json by_id(const std::vector<Placed<Row>>& placed) {
  Json all = Json::object();
  for (const auto& p : placed) {
    Json row = to_json(Out{p.row});
    row.erase("id");
    all[p.row.id] = std::move(row);
  }
  return all;
}

// What the tables leave out, by table and id: sources, places in them, notes.
std::string texts(const Data& data) {
  Json grids = by_id<catalog::Grid<Owned>>(data.grids);
  // The figures themselves are in the tables.
  for (auto& grid : grids)
    for (auto& series : grid["series"])
      series.erase("kg_per_kwh");
  return Json{{"data_version", data.version},
              {"sources", by_id<catalog::Source<Owned>>(data.sources)},
              {"publications", by_id<catalog::Publication<Owned>>(data.models)},
              {"devices", by_id<catalog::Device<Owned>>(data.devices)},
              {"grids", std::move(grids)},
              {"sites", by_id<catalog::Site<Owned>>(data.sites)},
              {"upstream", by_id<catalog::Upstream<Owned>>(data.upstream)},
              {"equivalents", by_id<catalog::Equivalent<Owned>>(data.equivalents)},
              {"defaults", by_id<catalog::Fallback<Owned>>(data.defaults)},
              {"pipelines", by_id<catalog::Pipeline<Owned>>(data.pipelines)}}
             .dump() +
         "\n";
}

bool save(const std::string& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary);
  out << text;
  out.close();
  if (out)
    return true;
  std::cerr << "catalogc: " << path << " can't be written\n";
  return false;
}

int run(const std::vector<std::string>& args) {
  std::string folder, tables_path, lean_path, texts_path, attribution_path, explained;
  bool wants_stale = false;
  for (std::size_t i = 0; i < args.size(); ++i) {
    const bool more = i + 1 < args.size();
    if (args[i] == "--tables" && more)
      tables_path = args[++i];
    else if (args[i] == "--lean" && more)
      lean_path = args[++i];
    else if (args[i] == "--texts" && more)
      texts_path = args[++i];
    else if (args[i] == "--attribution" && more)
      attribution_path = args[++i];
    else if (args[i] == "--explain" && more)
      explained = args[++i];
    else if (args[i] == "--stale")
      wants_stale = true;
    else if (folder.empty() && !args[i].starts_with("--"))
      folder = args[i];
    else {
      std::cerr << "usage: catalogc [DATA] [--tables FILE.cpp] [--lean FILE.cpp] [--texts FILE.json]\n"
                   "                       [--attribution FILE.md]\n"
                   "       catalogc [DATA] --explain ID | --stale\n";
      return 1;
    }
  }
  std::vector<Fault> faults;
  Data data = read_data(folder.empty() ? "data" : folder, faults);
  for (const Fault& fault : faults)
    std::cerr << "data/" << fault.file << ": " << message(fault.issue) << "\n";
  if (!faults.empty()) {
    std::cerr << "catalogc: " << faults.size() << (faults.size() == 1 ? " fault\n" : " faults\n");
    return 2;
  }
  derive(data);
  if (wants_stale)
    std::cout << stale(data);
  if (!explained.empty()) {
    const std::string text = explain(data, explained);
    if (text.empty()) {
      std::cerr << "catalogc: no row of data/ has the id " << in_quotes(explained) << "\n";
      return 1;
    }
    std::cout << text;
  }
  const bool saved = (tables_path.empty() || save(tables_path, tables<catalog::Compiled>(data))) &&
                     (lean_path.empty() || save(lean_path, tables<catalog::Lean>(data))) &&
                     (texts_path.empty() || save(texts_path, texts(data))) &&
                     (attribution_path.empty() || save(attribution_path, attribution(data)));
  return saved ? 0 : 1;
}

} // namespace
} // namespace fivecars::tools

int main(int argc, char** argv) { return fivecars::tools::run({argv + 1, argv + argc}); }
