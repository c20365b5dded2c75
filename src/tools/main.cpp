// fivecars: the calculator on the command line.
#include "catalog/catalog.hpp"
#include "documents/calculate.hpp"
#include "documents/catalogue_shapes.hpp"
#include "documents/json_syntax.hpp"
#include "documents/node_json.hpp"
#include "documents/version.hpp"
#include "tools/data_files.hpp"
#include "tools/schema.hpp"
#include "tools/text_report.hpp"

#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fivecars::tools {
namespace {

using namespace documents;

constexpr int good = 0;
constexpr int misused = 1; // wrong words, or a file that can't be read
constexpr int faulty = 2;  // the document has faults

constexpr std::string_view usage =
    "fivecars: what training an AI model emitted\n"
    "\n"
    "  fivecars estimate FILE|- [--text] [--unit kg|lb|t]\n"
    "                      the estimate of a scenario, as a document or for a person\n"
    "  fivecars models     the published models, a line each\n"
    "  fivecars model ID   the scenario of a published model, ready for estimate\n"
    "  fivecars schema NAME\n"
    "                      a JSON Schema: scenario, estimate, issues, or a file of data/\n"
    "  fivecars --version\n"
    "\n"
    "Exit 0; 1 for wrong words or a file that can't be read; 2 if the scenario has faults, each on a line "
    "of\n"
    "its own with the place as a JSON pointer.\n";

std::optional<std::string> slurp(const std::string& path) {
  if (path == "-")
    return std::string(std::istreambuf_iterator<char>(std::cin), {});
  std::ifstream in(path, std::ios::binary);
  if (!in || in.peek() == std::ifstream::traits_type::eof()) {
    if (!in.is_open() || in.bad() || !in.eof())
      return std::nullopt;
  }
  in.clear();
  return std::string(std::istreambuf_iterator<char>(in), {});
}

int misuse(std::string_view reason) {
  std::cerr << "fivecars: " << reason << "\n\n" << usage;
  return misused;
}

int refuse(const std::vector<Issue>& issues) {
  for (const Issue& issue : issues)
    std::cerr << message(issue) << "\n";
  return faulty;
}

int estimate(const std::vector<std::string_view>& args) {
  std::string path;
  bool text = false;
  bool has_unit = false;
  MassUnit unit = MassUnit::kg;
  for (std::size_t i = 0; i < args.size(); ++i) {
    if (args[i] == "--text")
      text = true;
    else if (args[i] == "--unit" && i + 1 < args.size()) {
      const std::string_view name = args[++i];
      has_unit = true;
      if (name == "kg")
        unit = MassUnit::kg;
      else if (name == "lb")
        unit = MassUnit::lb;
      else if (name == "t")
        unit = MassUnit::t;
      else
        return misuse("--unit takes kg, lb or t");
    } else if (path.empty() && (args[i] == "-" || !args[i].starts_with("-")))
      path = args[i];
    else
      return misuse("estimate takes one file, or - for standard input");
  }
  if (path.empty())
    return misuse("estimate takes one file, or - for standard input");
  if (has_unit && !text)
    return misuse("--unit goes with --text; a document is always in kg");
  const auto content = slurp(path);
  if (!content) {
    std::cerr << "fivecars: " << path << " can't be read\n";
    return misused;
  }
  if (const auto fault = json_fault(*content))
    return refuse({*fault});
  const Json json = Json::parse(*content);
  const auto result = calculate(JsonNode(json));
  if (!result.document)
    return refuse(result.issues);
  const EstimateDoc& document = *result.document;
  if (text) {
    std::cout << text_report(document, json.value("title", ""), unit);
  } else {
    std::cout << to_json(document).dump(2) << "\n";
  }
  return good;
}

int models() {
  std::size_t width = 0;
  for (const auto& model : catalog::models())
    width = std::max(width, model.id.size());
  for (const auto& model : catalog::models()) {
    std::cout << model.id << std::string(width + 2 - model.id.size(), ' ') << model.name;
    for (const auto& p : model.printed)
      if (p.quantity == catalog::Printed::emissions)
        std::cout << ": " << format_number(p.value) << ' '
                  << Names<catalog::PrintedUnit>::all[static_cast<std::size_t>(p.unit)] << " CO2e";
    std::cout << "  [" << catalog::find(catalog::sources(), model.cited.source)->label << "]\n";
  }
  return good;
}

int model(std::string_view id) {
  if (const auto* row = catalog::find(catalog::models(), id)) {
    std::cout << Json::parse(row->scenario.json).dump(2) << "\n";
    return good;
  }
  std::vector<std::string_view> ids;
  for (const auto& row : catalog::models())
    ids.push_back(row.id);
  Issue issue = Issue{code::unknown_id, ""}.with("value", in_quotes(id)).with("kind", "model");
  if (const auto near = nearest(id, ids); !near.empty())
    issue.with("nearest", near);
  return refuse({issue});
}

std::optional<Json> schema(std::string_view name) {
  if (name == "scenario")
    return schema_of<ScenarioDoc>("fivecars/scenario/1");
  if (name == "estimate")
    return schema_of<EstimateDoc>("fivecars/estimate/1");
  if (name == "issues")
    return schema_of<IssuesDoc>("");
  if (name == "sources")
    return schema_of<SourcesFile>("fivecars/sources/1");
  if (name == "devices")
    return schema_of<DevicesFile>("fivecars/devices/1");
  if (name == "grids")
    return schema_of<GridsFile>("fivecars/grids/1");
  if (name == "equivalents")
    return schema_of<EquivalentsFile>("fivecars/equivalents/1");
  if (name == "defaults")
    return schema_of<DefaultsFile>("fivecars/defaults/1");
  if (name == "models")
    return schema_of<ModelsFile>("fivecars/models/1");
  return std::nullopt;
}

int print_schema(std::string_view name) {
  const auto found = schema(name);
  if (!found)
    return misuse(
        "schema takes scenario, estimate, issues, sources, devices, grids, equivalents, defaults or models");
  std::cout << found->dump(2) << "\n";
  return good;
}

int run(const std::vector<std::string_view>& args) {
  if (args.empty())
    return misuse("what should it do?");
  const std::string_view verb = args[0];
  if (verb == "--help" || verb == "-h" || verb == "help") {
    std::cout << usage;
    return good;
  }
  if (verb == "--version") {
    std::cout << "fivecars " << engine_version << ", data " << catalog::data_version() << "\n";
    return good;
  }
  if (verb == "estimate")
    return estimate({args.begin() + 1, args.end()});
  if (verb == "models" && args.size() == 1)
    return models();
  if (verb == "model" && args.size() == 2)
    return model(args[1]);
  if (verb == "schema" && args.size() == 2)
    return print_schema(args[1]);
  return misuse("these words are not known");
}

} // namespace
} // namespace fivecars::tools

int main(int argc, char** argv) {
  const int result = fivecars::tools::run({argv + 1, argv + argc});
  std::cout.flush();
  if (std::cout)
    return result;
  std::cerr << "fivecars: the output can't be written\n";
  return 1;
}
