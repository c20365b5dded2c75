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
#include <set>
#include <system_error>
#include <tuple>
#include <type_traits>
#include <utility>

namespace fivecars::tools {
namespace {

using documents::Issue;
using documents::Json;
using documents::JsonNode;
namespace code = documents::code;
namespace fs = std::filesystem;

// "" for what isn't a file: opening a folder succeeds, and reading it throws.
std::string slurp(const fs::path& path) {
  std::error_code ignored;
  if (!fs::is_regular_file(path, ignored))
    return {};
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
    std::error_code ignored;
    if (!fs::is_directory(folder_, ignored)) {
      fault("", "", code::missing).with("name", folder_.string());
      return {};
    }
    folder<SourcesFile>("sources", &SourcesFile::sources, data_.sources);
    folder<DevicesFile>("devices", &DevicesFile::devices, data_.devices);
    folder<GridsFile>("grids", &GridsFile::grids, data_.grids);
    folder<SitesFile>("sites", &SitesFile::sites, data_.sites);
    folder<ModelsFile>("models", &ModelsFile::models, data_.models);
    rows<UpstreamFile>("upstream.json", "upstream", &UpstreamFile::upstream, data_.upstream);
    rows<EquivalentsFile>("equivalents.json", "equivalents", &EquivalentsFile::equivalents,
                          data_.equivalents);
    rows<PipelinesFile>("pipelines.json", "pipelines", &PipelinesFile::pipelines, data_.pipelines);
    if (const auto defaults =
            rows<DefaultsFile>("defaults.json", "defaults", &DefaultsFile::defaults, data_.defaults))
      data_.default_grid = defaults->grid;

    check_ids();
    check_references();
    const std::string stamp = slurp(folder_ / "VERSION");
    std::string version(stamp.begin(), std::find(stamp.begin(), stamp.end(), '\n'));
    if (version.size() > longest_version ||
        !std::regex_match(version, std::regex("\\d{4}\\.\\d{2}(\\.\\d+)?")))
      fault("VERSION", "", code::wrong_type)
          .with("found", documents::in_quotes(version))
          .with("expected", "YYYY.MM or YYYY.MM.N");
    data_.this_year = this_year_;
    data_.version = version + "+" + hash_.hex();
    return std::move(data_);
  }

private:
  // The new fault's issue, to add parameters to; valid until the next one.
  Issue& fault(std::string file, std::string path, std::string_view code) {
    return faults_.emplace_back(Fault{std::move(file), Issue{code, std::move(path)}}).issue;
  }

  // Every file of a folder, in the order of their names.
  template <class File, class Row>
  void folder(const std::string& name, std::vector<Row> File::* list, std::vector<Placed<Row>>& into) {
    std::vector<fs::path> files;
    std::error_code ignored; // a folder that can't be read is one without files
    for (const auto& entry : fs::directory_iterator(folder_ / name, ignored))
      if (entry.path().extension() == ".json")
        files.push_back(entry.path().lexically_relative(folder_));
    if (files.empty()) {
      fault(name, "", code::missing).with("name", name + "/*.json");
      incomplete_.insert(&into);
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files)
      rows<File>(file.generic_string(), name, list, into);
  }

  // `kind` is the name of the schema and of the list in it.
  template <class File, class Row>
  std::optional<File> rows(const std::string& name, const std::string& kind, std::vector<Row> File::* list,
                           std::vector<Placed<Row>>& into) {
    const std::string schema = "fivecars/" + kind + "/1";
    const std::string pointer = "/" + kind;
    std::error_code ignored;
    if (!fs::is_regular_file(folder_ / name, ignored)) {
      fault(name, "", code::missing).with("name", name);
      incomplete_.insert(&into);
      return std::nullopt;
    }
    const std::string text = slurp(folder_ / name);
    hash_.add(name);
    hash_.add(text);
    if (auto issue = documents::json_fault(text)) {
      faults_.push_back({name, std::move(*issue)});
      incomplete_.insert(&into);
      return std::nullopt;
    }
    std::vector<Issue> issues;
    const Json json = Json::parse(text);
    plain_texts(json, name, "");
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

  // The tables end each text with a NUL, and no other control character belongs into one either.
  void plain_texts(const Json& node, const std::string& file, const std::string& at) {
    if (node.is_string()) {
      const auto& text = node.get_ref<const std::string&>();
      if (std::any_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }))
        fault(file, at, code::wrong_type).with("found", "a control character").with("expected", "plain text");
    } else if (node.is_object()) {
      for (const auto& item : node.items())
        plain_texts(item.value(), file, at + "/" + documents::pointer_token(item.key()));
    } else if (node.is_array()) {
      for (std::size_t i = 0; i < node.size(); ++i)
        plain_texts(node[i], file, at + "/" + std::to_string(i));
    }
  }

  template <class Row>
  void unique(const std::vector<Placed<Row>>& rows) {
    static const std::regex form("[a-zA-Z0-9]+([-./][a-zA-Z0-9]+)*|[a-z0-9_]+");
    std::map<std::string, const Placed<Row>*> seen;
    for (const auto& placed : rows) {
      const std::string id(placed.row.id);
      // std::regex recurses: a text that the reader has refused for its length would end the program.
      if (static_cast<double>(id.size()) <= documents::limits::text.max && !std::regex_match(id, form))
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
    unique(data_.upstream);
    unique(data_.sites);
    unique(data_.equivalents);
    unique(data_.defaults);
    unique(data_.pipelines);
    unique(data_.models);
  }

  template <class Row>
  void reference(const std::string& file, const std::string& pointer, const std::string& id,
                 const std::vector<Placed<Row>>& rows, std::string_view kind) {
    if (incomplete_.contains(&rows))
      return; // a file of that table couldn't be read, which is told: nobody knows which ids are in it
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

  void year(const std::string& file, const std::string& pointer, std::int64_t y) {
    if (y > this_year_)
      fault(file, pointer, code::out_of_range)
          .with("value", static_cast<double>(y))
          .with(documents::Limit{documents::limits::year.min, static_cast<double>(this_year_), "year", false,
                                 true});
  }

  void check_references() {
    for (const auto& [row, file, at] : data_.sources) {
      year(file, at + "/year", row.year);
      // What may not be shipped as we ship it.
      static const std::regex closed("\\b(SA|ND)\\b|share-?alike|no-?deriv", std::regex::icase);
      if (std::regex_search(row.licence, closed))
        fault(file, at + "/licence", code::wrong_type)
            .with("found", documents::in_quotes(row.licence))
            .with("expected", "a licence without share-alike and no-derivatives");
    }
    for (const auto& placed : data_.devices)
      device(placed);
    for (const auto& placed : data_.grids)
      grid(placed);
    for (const auto& [row, file, at] : data_.upstream)
      citation(file, at + "/cited", row.cited);
    upstream_of_every_part();
    for (const auto& placed : data_.sites)
      site(placed);
    for (const auto& [row, file, at] : data_.equivalents) {
      citation(file, at + "/cited", row.cited);
      year(file, at + "/vintage", row.vintage);
    }
    for (const auto& [row, file, at] : data_.defaults) {
      citation(file, at + "/cited", row.cited);
      default_in_limits(row, file, at);
    }
    reference("defaults.json", "/grid", data_.default_grid, data_.grids, "grid");
    has_figure("defaults.json", "/grid", data_.default_grid);
    for (const auto& [id, limit] : default_limits())
      if (std::none_of(data_.defaults.begin(), data_.defaults.end(),
                       [&, id = id](const auto& d) { return d.row.id == id; }))
        fault("defaults.json", "/defaults", code::missing).with("name", id);
    for (const auto& [row, file, at] : data_.pipelines)
      citation(file, at + "/cited", row.cited);
    for (const auto& placed : data_.models)
      model(placed);
  }

  // A part of a mix without its upstream figure would count as nothing.
  void upstream_of_every_part() {
    std::vector<std::string_view> parts;
    const auto part = [&](const auto& line) {
      if (std::is_same_v<typename std::decay_t<decltype(line)>::Type, std::optional<double>>)
        parts.push_back(line.name);
    };
    std::apply([&](const auto&... line) { (part(line), ...); },
               documents::Shape<catalog::Mix<Owned>>::fields);
    for (const std::string_view id : parts)
      if (!incomplete_.contains(&data_.upstream) &&
          std::none_of(data_.upstream.begin(), data_.upstream.end(),
                       [&](const auto& placed) { return placed.row.id == id; }))
        fault("upstream.json", "/upstream", code::missing).with("name", id);
    for (const auto& [row, file, at] : data_.upstream)
      if (std::find(parts.begin(), parts.end(), row.id) == parts.end())
        fault(file, at + "/id", code::unknown_id)
            .with("value", documents::in_quotes(row.id))
            .with("kind", "part of a mix");
  }

  // What an estimate needs of a grid that something stands on.
  void has_figure(const std::string& file, const std::string& pointer, const std::string& id) {
    for (const auto& placed : data_.grids)
      if (placed.row.id == id && placed.row.figures.empty() && placed.row.series.empty())
        fault(file, pointer, code::no_figure)
            .with("what", "intensity")
            .with("id", id)
            .with("remedy", "choose another grid");
  }

  void device(const Placed<catalog::Device<Owned>>& placed) {
    const auto& [row, file, at] = placed;
    citation(file, at + "/cited", row.cited);
    if (row.peak_cited)
      citation(file, at + "/peak_cited", *row.peak_cited);
    if (row.system_watts)
      citation(file, at + "/system_watts/cited", row.system_watts->cited);
    if (row.price) {
      citation(file, at + "/price/cited", row.price->cited);
      year(file, at + "/price/year", row.price->year);
    }
    if (row.embodied)
      citation(file, at + "/embodied/cited", row.embodied->cited);
    if (!row.release)
      return;
    static const std::regex date("\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?");
    if (!std::regex_match(*row.release, date))
      fault(file, at + "/release", code::wrong_type)
          .with("found", documents::in_quotes(*row.release))
          .with("expected", "a date, YYYY, YYYY-MM or YYYY-MM-DD");
    else if (*row.release > today_)
      fault(file, at + "/release", code::wrong_type)
          .with("found", documents::in_quotes(*row.release))
          .with("expected", "a date that has been");
  }

  void grid(const Placed<catalog::Grid<Owned>>& placed) {
    const auto& [row, file, at] = placed;
    if (row.grid_loss) {
      // catalogc makes a grid of that name out of the direct figures: derive.hpp.
      for (const auto& other : data_.grids)
        if (other.row.id == row.id + "/delivered")
          fault(other.file, other.pointer + "/id", code::duplicate)
              .with("value", documents::in_quotes(other.row.id))
              .with("first", file + at + "/grid_loss");
      if (std::none_of(row.figures.begin(), row.figures.end(),
                       [](const auto& f) { return f.basis == catalog::Basis::direct; }))
        fault(file, at + "/figures", code::missing).with("name", "a direct figure");
    }
    std::map<std::pair<std::int64_t, catalog::Basis>, std::string> seen;
    const auto figure = [&, &file = file](const std::string& here, std::int64_t y, catalog::Basis basis) {
      year(file, here, y);
      const auto [first, fresh] = seen.emplace(std::pair{y, basis}, here);
      if (!fresh)
        fault(file, here, code::duplicate)
            .with("value", "a figure of " + std::to_string(y) + " on this basis")
            .with("first", file + first->second);
    };
    for (std::size_t i = 0; i < row.figures.size(); ++i) {
      const std::string here = at + "/figures/" + std::to_string(i);
      citation(file, here + "/cited", row.figures[i].cited);
      figure(here, row.figures[i].year, row.figures[i].basis);
    }
    for (std::size_t i = 0; i < row.series.size(); ++i) {
      const auto& series = row.series[i];
      const std::string here = at + "/series/" + std::to_string(i);
      citation(file, here + "/cited", series.cited);
      for (std::size_t k = 0; k < series.kg_per_kwh.size(); ++k)
        figure(here + "/kg_per_kwh/" + std::to_string(k), series.from + static_cast<std::int64_t>(k),
               series.basis);
      if (series.derived)
        fault(file, here + "/derived", code::wrong_type)
            .with("found", "a figure that is said to be derived")
            .with("expected", "only figures that somebody publishes: catalogc derives the others");
    }
    if (row.mix) {
      citation(file, at + "/mix/cited", row.mix->cited);
      year(file, at + "/mix/year", row.mix->year);
      const auto& m = *row.mix;
      double sum = 0;
      for (const auto& part :
           {m.coal, m.gas, m.oil, m.nuclear, m.hydro, m.wind, m.solar, m.biomass, m.geothermal, m.other})
        sum += part.value_or(0);
      constexpr documents::Limit whole{90, 106, "%"};
      if (sum < whole.min || sum > whole.max)
        fault(file, at + "/mix", code::out_of_range).with("value", sum).with(whole);
    }
    if (row.water)
      citation(file, at + "/water/cited", row.water->cited);
    if (row.country && !incomplete_.contains(&data_.grids) &&
        std::none_of(data_.grids.begin(), data_.grids.end(), [&, &row = row](const auto& other) {
          return other.row.kind == catalog::GridKind::country &&
                 catalog::of_country(other.row.id, *row.country);
        }))
      fault(file, at + "/country", code::unknown_id)
          .with("value", documents::in_quotes(*row.country))
          .with("kind", "country");
  }

  void site(const Placed<catalog::Site<Owned>>& placed) {
    const auto& [row, file, at] = placed;
    if (row.grid) {
      reference(file, at + "/grid", *row.grid, data_.grids, "grid");
      has_figure(file, at + "/grid", *row.grid);
    }
    if (row.grid.has_value() != row.grid_known_by.has_value())
      fault(file, at, code::missing).with("name", row.grid ? "grid_known_by" : "grid");
    default_of(file, at + "/machine", row.machine, documents::limits::embodied_kg);
    default_of(file, at + "/active_share", row.active_share, documents::limits::active_share);
    const auto site_figure = [&, &file = file](const auto& figure, const std::string& here,
                                               const documents::Limit& limit) {
      if (!figure)
        return;
      citation(file, here + "/cited", figure->cited);
      year(file, here + "/year", figure->year);
      for (const double x : {figure->value.low, figure->value.high})
        if (x < limit.min || x > limit.max) {
          fault(file, here + "/value", code::out_of_range).with("value", x).with(limit);
          return;
        }
      best_above_floor(file, here + "/value", figure->value, limit);
    };
    site_figure(row.pue, at + "/pue", documents::limits::pue);
    site_figure(row.wue_l_per_kwh, at + "/wue_l_per_kwh", documents::limits::wue);
    for (std::size_t i = 0; i < row.carbon_free.size(); ++i) {
      citation(file, at + "/carbon_free/" + std::to_string(i) + "/cited", row.carbon_free[i].cited);
      year(file, at + "/carbon_free/" + std::to_string(i) + "/year", row.carbon_free[i].year);
    }
    for (std::size_t i = 0; i < row.intensities.size(); ++i) {
      citation(file, at + "/intensities/" + std::to_string(i) + "/cited", row.intensities[i].cited);
      year(file, at + "/intensities/" + std::to_string(i) + "/year", row.intensities[i].year);
    }
  }

  // As the reader has it of a scenario: what stands at its least can't spread upwards from there.
  void best_above_floor(const std::string& file, const std::string& at, const accounting::Range& r,
                        const documents::Limit& limit) {
    if (r.best == limit.min && r.high > r.best)
      fault(file, at, code::best_at_floor).with("best", r.best).with("high", r.high);
  }

  // An id of a default for a quantity of that limit.
  void default_of(const std::string& file, const std::string& at, const std::optional<std::string>& id,
                  const documents::Limit& limit) {
    if (!id)
      return;
    reference(file, at, *id, data_.defaults, "default");
    const auto of = default_limits();
    const auto found = of.find(*id);
    if (found != of.end() && (found->second.unit != limit.unit || found->second.min != limit.min ||
                              found->second.above_min != limit.above_min))
      fault(file, at, code::unknown_value)
          .with("value", documents::in_quotes(*id))
          .with("allowed", "a default in " + std::string(limit.unit));
  }

  // As a multiple of the figure that it is the spread of: about 1.
  static constexpr documents::Limit relative{0.1, 10, "1"};

  // What has a default, each with the limit of what a scenario could give.
  static std::map<std::string, documents::Limit> default_limits() {
    namespace limits = documents::limits;
    return {{"pue", limits::pue},
            {"utilisation", limits::utilisation},
            {"node_overhead", limits::node_overhead},
            {"mfu", limits::mfu},
            {"lifetime_years", limits::lifetime_years},
            {"active_share", limits::active_share},
            {"active_share_own", limits::active_share},
            {"host_share_kg", limits::embodied_kg},
            {"host_share_kg_h100", limits::embodied_kg},
            {"desktop_kg", limits::embodied_kg},
            {"laptop_kg", limits::embodied_kg},
            {"card_kg", limits::embodied_kg},
            {"wue_l_per_kwh", limits::wue},
            {"grid", relative},
            {"grid_low_carbon", relative},
            {"grid_derived", relative},
            {"grid_by_country", relative},
            {"sensor", relative},
            {"sensor_a100_h100", relative}};
  }

  // A default must be a value that a scenario could give.
  void default_in_limits(const catalog::Fallback<Owned>& row, const std::string& file,
                         const std::string& at) {
    const auto of = default_limits();
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
    best_above_floor(file, at + "/value", row.value, limit);
    if (limit.min == relative.min && row.value.best != 1)
      fault(file, at + "/value", code::out_of_range).with("value", row.value.best).with({1, 1, "1"});
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
    year(file, at + "/year", row.year);
    for (std::size_t i = 0; i < row.origins.size(); ++i)
      citation(file, at + "/origins/" + std::to_string(i) + "/cited", row.origins[i].cited);
    for (std::size_t i = 0; i < row.others.size(); ++i)
      citation(file, at + "/others/" + std::to_string(i) + "/cited", row.others[i].cited);
    if (row.kind == catalog::ModelKind::published && row.printed.empty() && !row.no_figure)
      fault(file, at, code::missing).with("name", "printed");
    if (row.one_basis && !row.one_basis->json.empty())
      ids_in_scenario(Json::parse(row.one_basis->json), file, at + "/one_basis");
    if (!row.scenario || row.scenario->json.empty())
      return; // there is none, or it was refused already
    const Json scenario = Json::parse(row.scenario->json);
    ids_in_scenario(scenario, file, at + "/scenario");
    const auto pointer_in_scenario = [&, &file = file](const std::string& path, const std::string& where) {
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
    for (std::size_t i = 0; i < row.origins.size(); ++i)
      pointer_in_scenario(row.origins[i].path, at + "/origins/" + std::to_string(i) + "/path");
    for (std::size_t i = 0; i < row.misprints.size(); ++i)
      pointer_in_scenario(row.misprints[i].path, at + "/misprints/" + std::to_string(i) + "/path");
  }

  void ids_in_scenario(const Json& node, const std::string& file, const std::string& at) {
    if (node.is_object()) {
      for (const auto& item : node.items()) {
        const std::string here = at + "/" + documents::pointer_token(item.key());
        if (item.key() == "device" && item.value().is_string())
          reference(file, here, item.value().get<std::string>(), data_.devices, "device");
        if (item.key() == "region" && item.value().is_string())
          reference(file, here, item.value().get<std::string>(), data_.sites, "region");
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
  static constexpr std::size_t longest_version = 20;

  std::vector<Fault>& faults_;
  std::set<const void*> incomplete_; // lists of data_ that lack a file
  Data data_;
  Hash hash_;
  std::string today_ = today();
  std::int64_t this_year_ = std::stoll(today_);
};

} // namespace

Data read_data(const fs::path& folder, std::vector<Fault>& faults) {
  return DataReader(folder, faults).run();
}

} // namespace fivecars::tools
