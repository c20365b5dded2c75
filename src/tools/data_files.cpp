#include "tools/data_files.hpp"

#include "documents/json_syntax.hpp"
#include "documents/node_json.hpp"
#include "documents/read.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <utility>

namespace fivecars::tools {
namespace {

using documents::Issue;
using documents::Json;
using documents::JsonNode;
namespace code = documents::code;
namespace fs = std::filesystem;

std::string slurp(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// FNV-1a, 64 bit: enough to tell two states of the data apart.
class Hash {
public:
  void add(std::string_view text) {
    for (const char c : text)
      value_ = (value_ ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  }
  [[nodiscard]] std::string hex() const {
    char text[17];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(value_));
    return std::string(text).substr(0, 8);
  }

private:
  std::uint64_t value_ = 0xcbf29ce484222325ULL;
};

// YYYY-MM-DD, in universal time.
std::string today() {
  const std::time_t now = std::time(nullptr);
  char text[11];
  std::strftime(text, sizeof text, "%Y-%m-%d", std::gmtime(&now));
  return text;
}

class DataReader {
public:
  DataReader(const fs::path& folder, std::vector<Fault>& faults) : folder_(folder), faults_(faults) {}

  Data run() {
    if (!fs::is_directory(folder_)) {
      fault("", "", code::missing).with("name", folder_.string());
      return {};
    }
    rows<SourcesFile>("sources.json", "fivecars/sources/1", "/sources", &SourcesFile::sources, data_.sources);
    rows<DevicesFile>("devices.json", "fivecars/devices/1", "/devices", &DevicesFile::devices, data_.devices);
    rows<GridsFile>("grids.json", "fivecars/grids/1", "/grids", &GridsFile::grids, data_.grids);
    rows<EquivalentsFile>("equivalents.json", "fivecars/equivalents/1", "/equivalents",
                          &EquivalentsFile::equivalents, data_.equivalents);
    if (const auto defaults = rows<DefaultsFile>("defaults.json", "fivecars/defaults/1", "/defaults",
                                                 &DefaultsFile::defaults, data_.defaults))
      data_.default_grid = defaults->grid;

    std::vector<fs::path> model_files;
    if (fs::is_directory(folder_ / "models"))
      for (const auto& entry : fs::directory_iterator(folder_ / "models"))
        if (entry.path().extension() == ".json")
          model_files.push_back(entry.path().lexically_relative(folder_));
    std::sort(model_files.begin(), model_files.end());
    for (const fs::path& file : model_files)
      rows<ModelsFile>(file.generic_string(), "fivecars/models/1", "/models", &ModelsFile::models,
                       data_.models);

    check_ids();
    check_references();
    const std::string stamp = slurp(folder_ / "VERSION");
    std::string version(stamp.begin(), std::find(stamp.begin(), stamp.end(), '\n'));
    if (!std::regex_match(version, std::regex("\\d{4}\\.\\d{2}(\\.\\d+)?")))
      fault("VERSION", "", code::wrong_type)
          .with("found", documents::in_quotes(version))
          .with("expected", "YYYY.MM or YYYY.MM.N");
    data_.version = version + "+" + hash_.hex();
    return std::move(data_);
  }

private:
  // The new fault's issue, to add parameters to; valid until the next one.
  Issue& fault(std::string file, std::string path, std::string_view code) {
    return faults_.emplace_back(Fault{std::move(file), Issue{code, std::move(path)}}).issue;
  }

  template <class File, class Row>
  std::optional<File> rows(const std::string& name, std::string_view schema, const std::string& pointer,
                           std::vector<Row> File::* list, std::vector<Placed<Row>>& into) {
    if (!fs::is_regular_file(folder_ / name)) {
      fault(name, "", code::missing).with("name", name);
      return std::nullopt;
    }
    const std::string text = slurp(folder_ / name);
    hash_.add(name);
    hash_.add(text);
    if (auto issue = documents::json_fault(text)) {
      faults_.push_back({name, std::move(*issue)});
      return std::nullopt;
    }
    std::vector<Issue> issues;
    const Json json = Json::parse(text);
    auto file = documents::read<File>(JsonNode(json), issues);
    if (file.schema != schema)
      issues.push_back(Issue{code::unknown_value, "/schema"}
                           .with("value", documents::in_quotes(file.schema))
                           .with("allowed", documents::in_quotes(schema)));
    for (Issue& issue : issues)
      faults_.push_back({name, std::move(issue)});
    for (std::size_t i = 0; i < (file.*list).size(); ++i)
      into.push_back({(file.*list)[i], name, pointer + "/" + std::to_string(i)});
    return file;
  }

  template <class Row>
  void unique(const std::vector<Placed<Row>>& rows) {
    static const std::regex form("[a-zA-Z0-9]+([-./][a-zA-Z0-9]+)*|[a-z_]+");
    std::map<std::string, const Placed<Row>*> seen;
    for (const auto& placed : rows) {
      const std::string id(placed.row.id);
      if (!std::regex_match(id, form))
        fault(placed.file, placed.pointer + "/id", code::wrong_type)
            .with("found", documents::in_quotes(id))
            .with("expected", "an id of letters, digits and - . / between them");
      const auto [at, fresh] = seen.emplace(id, &placed);
      if (!fresh)
        fault(placed.file, placed.pointer + "/id", code::duplicate)
            .with("value", documents::in_quotes(id))
            .with("first", at->second->file + at->second->pointer);
    }
  }

  void check_ids() {
    unique(data_.sources);
    unique(data_.devices);
    unique(data_.grids);
    unique(data_.equivalents);
    unique(data_.defaults);
    unique(data_.models);
  }

  template <class Row>
  void reference(const std::string& file, const std::string& pointer, const std::string& id,
                 const std::vector<Placed<Row>>& rows, std::string_view kind) {
    std::vector<std::string_view> ids;
    for (const auto& placed : rows)
      ids.push_back(placed.row.id);
    if (std::find(ids.begin(), ids.end(), id) != ids.end())
      return;
    Issue& issue =
        fault(file, pointer, code::unknown_id).with("value", documents::in_quotes(id)).with("kind", kind);
    if (const auto near = documents::nearest(id, ids); !near.empty())
      issue.with("nearest", near);
  }

  void citation(const std::string& file, const std::string& pointer, const catalog::Citation<Owned>& cited) {
    reference(file, pointer + "/source", cited.source, data_.sources, "source");
  }

  void check_references() {
    for (const auto& [row, file, at] : data_.devices) {
      citation(file, at + "/cited", row.cited);
      if (row.system_watts)
        citation(file, at + "/system_watts/cited", row.system_watts->cited);
      if (row.price)
        citation(file, at + "/price/cited", row.price->cited);
      if (!std::regex_match(row.release, std::regex("\\d{4}-\\d{2}-\\d{2}")))
        fault(file, at + "/release", code::wrong_type)
            .with("found", documents::in_quotes(row.release))
            .with("expected", "a date, YYYY-MM-DD");
      else if (row.release > today_)
        fault(file, at + "/release", code::wrong_type)
            .with("found", documents::in_quotes(row.release))
            .with("expected", "a date that has been");
    }
    for (const auto& [row, file, at] : data_.grids) {
      std::map<std::pair<std::int64_t, catalog::Basis>, std::string> seen;
      for (std::size_t i = 0; i < row.figures.size(); ++i) {
        const std::string here = at + "/figures/" + std::to_string(i);
        citation(file, here + "/cited", row.figures[i].cited);
        const auto [first, fresh] = seen.emplace(std::pair{row.figures[i].year, row.figures[i].basis}, here);
        if (!fresh)
          fault(file, here, code::duplicate)
              .with("value", "a figure of " + std::to_string(row.figures[i].year) + " on this basis")
              .with("first", file + first->second);
      }
    }
    for (const auto& [row, file, at] : data_.equivalents)
      citation(file, at + "/cited", row.cited);
    for (const auto& [row, file, at] : data_.defaults) {
      citation(file, at + "/cited", row.cited);
      default_in_limits(row, file, at);
    }
    reference("defaults.json", "/grid", data_.default_grid, data_.grids, "grid");
    for (const char* needed : {"pue", "utilisation", "node_overhead", "mfu"})
      if (std::none_of(data_.defaults.begin(), data_.defaults.end(),
                       [&](const auto& d) { return d.row.id == needed; }))
        fault("defaults.json", "/defaults", code::missing).with("name", needed);
    for (const auto& placed : data_.models)
      model(placed);
  }

  // A default must be a value that a scenario could give.
  void default_in_limits(const catalog::Fallback<Owned>& row, const std::string& file,
                         const std::string& at) {
    namespace limits = documents::limits;
    const std::map<std::string, documents::Limit> of{{"pue", limits::pue},
                                                     {"utilisation", limits::utilisation},
                                                     {"node_overhead", limits::node_overhead},
                                                     {"mfu", limits::mfu}};
    const auto found = of.find(row.id);
    if (found == of.end()) {
      fault(file, at + "/id", code::unknown_id)
          .with("value", documents::in_quotes(row.id))
          .with("kind", "quantity with a default");
      return;
    }
    const documents::Limit& limit = found->second;
    for (const double x : {row.value.best, row.value.low, row.value.high})
      if (x < limit.min || x > limit.max)
        fault(file, at + "/value", code::out_of_range).with("value", x).with(limit);
    if (row.unit != limit.unit)
      fault(file, at + "/unit", code::unknown_value)
          .with("value", documents::in_quotes(row.unit))
          .with("allowed", documents::in_quotes(limit.unit));
  }

  void model(const Placed<catalog::Model<Owned>>& placed) {
    const auto& [row, file, at] = placed;
    citation(file, at + "/cited", row.cited);
    if (row.corrects)
      reference(file, at + "/corrects", *row.corrects, data_.models, "model");
    if (row.scenario.json.empty())
      return; // already refused
    const Json scenario = Json::parse(row.scenario.json);
    const auto pointer_in_scenario = [&](const std::string& path, const std::string& where) {
      try {
        if (scenario.contains(Json::json_pointer(path)))
          return;
      } catch (const Json::exception&) {
        // Not a pointer at all: the same fault.
      }
      fault(file, where, code::unknown_id)
          .with("value", documents::in_quotes(path))
          .with("kind", "number of the scenario");
    };
    if (!row.origins)
      fault(file, at, code::missing).with("name", "origins");
    for (std::size_t i = 0; row.origins && i < row.origins->size(); ++i) {
      const std::string where = at + "/origins/" + std::to_string(i);
      citation(file, where + "/cited", (*row.origins)[i].cited);
      pointer_in_scenario((*row.origins)[i].path, where + "/path");
    }
    for (std::size_t i = 0; i < row.misprints.size(); ++i)
      pointer_in_scenario(row.misprints[i].path, at + "/misprints/" + std::to_string(i) + "/path");
    ids_in_scenario(scenario, file, at + "/scenario");
  }

  void ids_in_scenario(const Json& node, const std::string& file, const std::string& at) {
    if (node.is_object()) {
      for (const auto& item : node.items()) {
        const std::string here = at + "/" + documents::pointer_token(item.key());
        if (item.key() == "device" && item.value().is_string())
          reference(file, here, item.value().get<std::string>(), data_.devices, "device");
        if (item.key() == "grid" && item.value().is_object() && item.value().contains("id") &&
            item.value()["id"].is_string())
          reference(file, here + "/id", item.value()["id"].get<std::string>(), data_.grids, "grid");
        ids_in_scenario(item.value(), file, here);
      }
    } else if (node.is_array()) {
      for (std::size_t i = 0; i < node.size(); ++i)
        ids_in_scenario(node[i], file, at + "/" + std::to_string(i));
    }
  }

  fs::path folder_;
  std::vector<Fault>& faults_;
  Data data_;
  Hash hash_;
  std::string today_ = today();
};

} // namespace

Data read_data(const fs::path& folder, std::vector<Fault>& faults) {
  return DataReader(folder, faults).run();
}

} // namespace fivecars::tools
