// catalogc: checks every file of data/ and compiles them into constant tables.
//
//   catalogc DATA                       check only
//   catalogc DATA --tables FILE.cpp     … and write the tables
//   catalogc DATA --texts FILE.json     … and the long texts, fetched when somebody asks for a source
//
// Exit 0; 1 if a file can't be written; 2 if the data has a fault: each is told as FILE: POINTER: REASON.
#include "documents/node_json.hpp"
#include "documents/catalogue_document.hpp"
#include "documents/version.hpp"
#include "tools/data_files.hpp"

#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>

namespace fivecars::tools {
namespace {

using namespace documents;

// The row as the tables keep it.
template <class T>
struct CompiledOf {
  using Type = T;
};
template <template <class> class Row>
struct CompiledOf<Row<Owned>> {
  using Type = Row<catalog::Compiled>;
};

// Prints a row as an aggregate of the Compiled tables, member by member, by its shape. Lists become arrays of
// their own, before the table that points to them.
class TablePrinter {
public:
  // As a C++ string literal.
  static std::string quote(std::string_view text) {
    std::string q = "\"";
    for (const char c : text) {
      if (static_cast<unsigned char>(c) < 0x20) {
        char octal[5];
        std::snprintf(octal, sizeof octal, "\\%03o", static_cast<unsigned>(c));
        q += octal;
        continue;
      }
      if (c == '"' || c == '\\')
        q += '\\';
      q += c;
    }
    return q + "\"";
  }
  template <class Row>
  void table(std::string_view type, std::string_view name, const std::vector<Placed<Row>>& rows) {
    std::string body;
    for (const auto& placed : rows)
      body += "    " + value(placed.row) + ",\n";
    const auto array = std::string(name) + "_table";
    out_ << lists_.str();
    lists_.str("");
    out_ << "constexpr " << type << " " << array << "[] = {\n" << body << "};\n\n";
  }
  [[nodiscard]] std::string text() const { return out_.str(); }

private:
  static std::string number(double x) {
    const std::string digits = Json(x).dump();
    return digits;
  }

  template <class T>
  std::string value(const T& v) {
    if constexpr (OptionalOf<T>::value) {
      if (!v)
        return "std::nullopt";
      if constexpr (HasShape<typename OptionalOf<T>::Inner>)
        return type_of(&*v) + value(*v);
      else
        return value(*v);
    } else if constexpr (VectorOf<T>::value) {
      if (v.empty())
        return "{}";
      std::string body;
      for (const auto& element : v)
        body += value(element) + ", ";
      const std::string name = "list_" + std::to_string(++list_count_);
      lists_ << "constexpr " << type_of(static_cast<const typename T::value_type*>(nullptr)) << " " << name
             << "[] = {" << body << "};\n";
      return name;
    } else if constexpr (std::is_same_v<T, accounting::Range>) {
      return "{" + number(v.best) + ", " + number(v.low) + ", " + number(v.high) + "}";
    } else if constexpr (std::is_same_v<T, std::string>) {
      return quote(v);
    } else if constexpr (std::is_enum_v<T>) {
      return "static_cast<" + type_of(static_cast<const T*>(nullptr)) + ">(" +
             std::to_string(static_cast<int>(v)) + ")";
    } else if constexpr (std::is_floating_point_v<T>) {
      return number(v);
    } else if constexpr (std::is_same_v<T, bool>) {
      return v ? "true" : "false";
    } else if constexpr (std::is_integral_v<T>) {
      return std::to_string(v);
    } else if constexpr (IsEmbedded<T>) {
      return "{" + quote(v.json) + "}";
    } else {
      return aggregate(
          v, std::make_index_sequence<std::tuple_size_v<std::decay_t<decltype(Shape<T>::fields)>>>{});
    }
  }

  template <class T, std::size_t... i>
  std::string aggregate(const T& v, std::index_sequence<i...>) {
    using Table = typename CompiledOf<T>::Type;
    std::string body;
    const auto add = [&](const std::string& text) { body += (body.empty() ? "" : ", ") + text; };
    (
        [&] {
          using InTable = typename std::decay_t<decltype(std::get<i>(Shape<Table>::fields))>::Type;
          if constexpr (std::is_same_v<InTable, catalog::LeftOut>)
            add("{}");
          else
            add(value(v.*(std::get<i>(Shape<T>::fields).member)));
        }(),
        ...);
    return "{" + body + "}";
  }

  static std::string type_of(const catalog::GridFigure<Owned>*) { return "GridFigure<Compiled>"; }
  static std::string type_of(const catalog::Price<Owned>*) { return "Price<Compiled>"; }
  static std::string type_of(const catalog::SystemWatts<Owned>*) { return "SystemWatts<Compiled>"; }
  static std::string type_of(const catalog::Subunit<Owned>*) { return "Subunit<Compiled>"; }
  static std::string type_of(const catalog::PrintedFigure<Owned>*) { return "PrintedFigure<Compiled>"; }
  static std::string type_of(const catalog::Origin<Owned>*) { return "Origin<Compiled>"; }
  static std::string type_of(const catalog::Misprint<Owned>*) { return "Misprint<Compiled>"; }
  static std::string type_of(const catalog::Evidence*) { return "Evidence"; }
  static std::string type_of(const catalog::Basis*) { return "Basis"; }
  static std::string type_of(const catalog::Divides*) { return "Divides"; }
  static std::string type_of(const catalog::Printed*) { return "Printed"; }
  static std::string type_of(const catalog::PrintedUnit*) { return "PrintedUnit"; }

  std::ostringstream out_, lists_;
  int list_count_ = 0;
};

template <class Row>
std::vector<Row> rows_of(const std::vector<Placed<Row>>& placed) {
  std::vector<Row> rows;
  for (const auto& p : placed)
    rows.push_back(p.row);
  return rows;
}

std::string catalogue_json(const Data& data) {
  std::vector<catalog::SourceLabel> sources;
  for (const auto& s : data.sources)
    sources.push_back({s.row.id, s.row.label});
  std::vector<ListedModel> models;
  for (const auto& m : data.models)
    models.push_back({m.row});
  const CatalogueDoc document{data.version,
                              std::string(engine_version),
                              data.default_grid,
                              sources,
                              rows_of(data.devices),
                              rows_of(data.grids),
                              rows_of(data.equivalents),
                              rows_of(data.defaults),
                              models,
                              {},
                              {}};
  return to_json(document).dump();
}

std::string tables(const Data& data) {
  TablePrinter printer;
  std::string sources = "constexpr SourceLabel sources_table[] = {\n";
  for (const auto& s : data.sources)
    sources += "    {" + TablePrinter::quote(s.row.id) + ", " + TablePrinter::quote(s.row.label) + "},\n";
  sources += "};\n\n";
  printer.table("Device<Compiled>", "devices", data.devices);
  printer.table("Grid<Compiled>", "grids", data.grids);
  printer.table("Equivalent<Compiled>", "equivalents", data.equivalents);
  printer.table("Fallback<Compiled>", "defaults", data.defaults);
  printer.table("Model<Compiled>", "models", data.models);
  return "// Made by catalogc from data/. Not to be edited.\n"
         "#include \"catalog/catalog.hpp\"\n\n"
         "namespace fivecars::catalog {\n"
         "namespace {\n\n" +
         sources + printer.text() +
         "}  // namespace\n\n"
         "std::string_view data_version() { return \"" +
         data.version +
         "\"; }\n"
         "std::string_view default_grid() { return \"" +
         data.default_grid +
         "\"; }\n"
         "std::string_view document_json() { return " +
         TablePrinter::quote(catalogue_json(data)) +
         "; }\n"
         "std::span<const SourceLabel> sources() { return sources_table; }\n"
         "std::span<const Device<Compiled>> devices() { return devices_table; }\n"
         "std::span<const Grid<Compiled>> grids() { return grids_table; }\n"
         "std::span<const Equivalent<Compiled>> equivalents() { return equivalents_table; }\n"
         "std::span<const Fallback<Compiled>> defaults() { return defaults_table; }\n"
         "std::span<const Model<Compiled>> models() { return models_table; }\n\n"
         "}  // namespace fivecars::catalog\n";
}

std::string texts(const Data& data) {
  Json sources = Json::array();
  for (const auto& placed : data.sources)
    sources.push_back(to_json(placed.row));
  Json publications = Json::object();
  for (const auto& placed : data.models)
    publications[placed.row.id] = to_json(Publication{placed.row});
  return Json{{"data_version", data.version},
              {"sources", std::move(sources)},
              {"publications", std::move(publications)}}
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

int run(int argc, char** argv) {
  std::string folder, tables_path, texts_path;
  for (int i = 1; i < argc; ++i) {
    const std::string_view arg = argv[i];
    if (arg == "--tables" && i + 1 < argc)
      tables_path = argv[++i];
    else if (arg == "--texts" && i + 1 < argc)
      texts_path = argv[++i];
    else if (folder.empty() && !arg.starts_with("--"))
      folder = arg;
    else {
      std::cerr << "usage: catalogc DATA [--tables FILE.cpp] [--texts FILE.json]\n";
      return 1;
    }
  }
  std::vector<Fault> faults;
  const Data data = read_data(folder, faults);
  for (const Fault& fault : faults) {
    const std::string text = message(fault.issue);
    std::cerr << "data/" << fault.file << ": " << text << "\n";
  }
  if (!faults.empty()) {
    std::cerr << "catalogc: " << faults.size() << (faults.size() == 1 ? " fault\n" : " faults\n");
    return 2;
  }
  const bool saved = (tables_path.empty() || save(tables_path, tables(data))) &&
                     (texts_path.empty() || save(texts_path, texts(data)));
  return saved ? 0 : 1;
}

} // namespace
} // namespace fivecars::tools

int main(int argc, char** argv) { return fivecars::tools::run(argc, argv); }
