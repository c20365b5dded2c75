// fivecars: the calculator on the command line.
#include "catalog/catalog.hpp"
#include "documents/calculate.hpp"
#include "documents/catalogue_shapes.hpp"
#include "documents/listing.hpp"
#include "documents/nearest_id.hpp"
#include "documents/node_json.hpp"
#include "documents/version.hpp"
#include "documents/what_if.hpp"
#include "tools/command_line.hpp"
#include "tools/data_files.hpp"
#include "tools/schema.hpp"
#include "tools/text.hpp"
#include "tools/text_report.hpp"
#include "tools/what_if_commands.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstdint>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fivecars::tools {
namespace {

using namespace documents;

constexpr std::string_view usage =
    "fivecars: what training an AI model emitted\n"
    "\n"
    "  fivecars estimate FILE|- [--text [--unit kg|lb|t] [--set NAME]]\n"
    "                      the estimate of a scenario, as a document or for a person, with one set of "
    "equivalents\n"
    "  fivecars rank FILE|- --over grids|sites|devices|pue|years [--query Q] [--most N] [--ranges] [--text]\n"
    "                      the same run elsewhere, on other devices, at every PUE or in every year, least "
    "first\n"
    "  fivecars solve FILE|- --for runs|hours|devices|intensity (--kg X | --equivalent ID [--set S] [--count "
    "N])\n"
    "                 [--stage I] [--text]\n"
    "                      how much of it fits a budget\n"
    "  fivecars diff FROM TO [--text]\n"
    "                      why two scenarios differ\n"
    "  fivecars compare FILE|- [--text]\n"
    "  fivecars compare --models [--ranges] [--text]\n"
    "                      several runs, most first; --models: all published models on one basis, with what\n"
    "                      was printed of them and why it isn't the same\n"
    "  fivecars models [QUERY]\n"
    "                      the published models, a line each\n"
    "  fivecars model ID [--one-basis]\n"
    "                      the scenario of a published model, ready for estimate: as its authors counted, "
    "or\n"
    "                      on the same terms as all others\n"
    "  fivecars grids [QUERY]    grids with their latest intensity: \"france\", \"USA\", \"california\"\n"
    "  fivecars sites [QUERY]    cloud regions and other places with their PUE: \"frankfurt\", "
    "\"us-east-1\"\n"
    "  fivecars devices [QUERY]  accelerators and processors with their draw: \"a100 80gb\", \"rtx 3090\"\n"
    "  fivecars pipelines [QUERY]  what was spent around a run, as a multiple of it\n"
    "  fivecars schema NAME\n"
    "                      a JSON Schema: scenario, estimate, a request or answer of the above, issues, or "
    "a\n"
    "                      file of data/\n"
    "  fivecars --version\n"
    "\n"
    "The FILE of rank, solve, diff and compare may also be the whole request (fivecars schema rank, ...).\n"
    "Exit 0; 1 for wrong words or a file that can't be read; 2 if the scenario has faults, each on a line of "
    "its\n"
    "own with the place as a JSON pointer, or if nothing fits a QUERY.\n";

std::string equivalent_sets() {
  std::string names, last;
  for (const auto& row : catalog::equivalents())
    if (row.set != last)
      names += (names.empty() ? "" : ", ") + (last = row.set);
  return names;
}

int estimate(const Words& args) {
  std::string path;
  bool text = false;
  bool has_unit = false;
  std::string_view set;
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
    } else if (args[i] == "--set" && i + 1 < args.size()) {
      set = args[++i];
      if (std::none_of(catalog::equivalents().begin(), catalog::equivalents().end(),
                       [&](const auto& row) { return row.set == set; }))
        return misuse("--set takes " + equivalent_sets());
    } else if (path.empty() && (args[i] == "-" || !args[i].starts_with("-")))
      path = args[i];
    else
      return misuse("estimate takes one file, or - for standard input");
  }
  if (path.empty())
    return misuse("estimate takes one file, or - for standard input");
  if (has_unit && !text)
    return misuse("--unit goes with --text; a document is always in kg");
  if (!set.empty() && !text)
    return misuse("--set goes with --text; a document has all sets");
  int exit = good;
  const auto json = read_json(path, exit);
  if (!json)
    return exit;
  const auto result = calculate(JsonNode(*json));
  if (!result.document)
    return refuse(result.issues);
  const EstimateDoc& document = *result.document;
  if (text) {
    std::cout << text_report(document, json->value("title", ""), unit,
                             set.empty() ? catalog::equivalents()[0].set : set);
  } else {
    std::cout << to_json(document).dump(2) << "\n";
  }
  return good;
}

// Four digits that matter: a list is for choosing, `catalogc --explain` has them all.
std::string short_number(double x) {
  constexpr double four = 1e4;
  double scale = 1;
  while (x != 0 && x * scale < four / 10 && scale < 1e9)
    scale *= 10;
  return format_number(std::round(x * scale) / scale);
}

// What its source prints: "284 t CO2e  [Strubell et al. 2019]".
std::string printed_emissions(std::string_view id) {
  std::string text;
  for (const auto& p : catalog::find(catalog::publications(), id)->printed)
    if (p.quantity == catalog::Printed::emissions && text.empty())
      text = format_number(p.value) + " " +
             std::string(Names<catalog::PrintedUnit>::all[static_cast<std::size_t>(p.unit)]) + " CO2e";
  const auto* model = catalog::find(catalog::models(), id);
  if (model->kind == catalog::ModelKind::guess)
    text = text.empty() ? "somebody's guess" : "somebody's guess: " + text;
  if (model->kind == catalog::ModelKind::ours)
    text = "nobody printed a footprint";
  return text + (text.empty() ? "" : "  ") + "[" +
         std::string(catalog::find(catalog::sources(), model->cited.source)->label) + "]";
}

// A line for each row that fits: id, name and its chief figure, in columns.
int search(Table table, std::string_view query) {
  const Listing found = list(table, query, SIZE_MAX);
  if (found.rows.empty()) {
    std::cerr << "fivecars: nothing in " << Names<Table>::all[static_cast<std::size_t>(table)] << " fits "
              << in_quotes(query) << "\n";
    return faulty;
  }
  std::size_t id_width = 0, name_width = 0;
  for (const Listed& row : found.rows) {
    id_width = std::max(id_width, row.id.size());
    name_width = std::max(name_width, characters(row.name));
  }
  for (const Listed& row : found.rows) {
    std::string figure;
    if (table == Table::models)
      figure = printed_emissions(row.id);
    else if (row.value)
      figure = (table == Table::sites ? "PUE " : "") + short_number(*row.value) +
               (table == Table::grids       ? " kg/kWh"
                : table == Table::devices   ? " W"
                : table == Table::pipelines ? " times the run"
                                            : "");
    std::string more(table == Table::sites || table == Table::models ? std::string_view{} : row.also);
    if (row.year)
      more += (more.empty() ? "" : " ") + std::to_string(*row.year);
    if (table == Table::sites) {
      const auto grid = catalog::find(catalog::sites(), row.id)->grid;
      more = std::string(row.also) + (grid ? ", grid " + std::string(*grid) : "");
    }
    std::cout << row.id << std::string(id_width + 2 - row.id.size(), ' ') << row.name
              << std::string(name_width + 2 - characters(row.name), ' ') << figure
              << (figure.empty() || more.empty() ? "" : "  ") << more << "\n";
  }
  return good;
}

int model(std::string_view id, bool one_basis) {
  const auto* row = catalog::find(catalog::publications(), id);
  if (!row) {
    Issue issue = Issue{code::unknown_id, ""}.with("value", in_quotes(id)).with("kind", "model");
    if (const auto near = nearest_id(id, catalog::models(), catalog::search_models); !near.empty())
      issue.with("nearest", near);
    return refuse({issue});
  }
  const auto& scenario = one_basis ? row->one_basis : row->scenario;
  if (!scenario) {
    std::cerr << id
              << " has no such scenario: " << (one_basis ? row->no_one_basis : row->no_scenario).value_or("")
              << "\n";
    return faulty;
  }
  std::cout << Json::parse(scenario->json).dump(2) << "\n";
  return good;
}

// A document, and how its schema is made.
struct SchemaOf {
  std::string_view name;
  Json (*make)(std::string_view id);
  std::string_view id;
};
constexpr std::array schemas{
    SchemaOf{"scenario", &schema_of<ScenarioDoc>, "fivecars/scenario/1"},
    SchemaOf{"estimate", &schema_of<EstimateDoc>, "fivecars/estimate/1"},
    SchemaOf{"rank", &schema_of<RankDoc>, "fivecars/rank/1"},
    SchemaOf{"ranking", &schema_of<RankingDoc>, "fivecars/ranking/1"},
    SchemaOf{"solve", &schema_of<SolveDoc>, "fivecars/solve/1"},
    SchemaOf{"solution", &schema_of<SolutionDoc>, "fivecars/solution/1"},
    SchemaOf{"diff", &schema_of<DiffDoc>, "fivecars/diff/1"},
    SchemaOf{"difference", &schema_of<DifferenceDoc>, "fivecars/difference/1"},
    SchemaOf{"compare", &schema_of<CompareDoc>, "fivecars/compare/1"},
    SchemaOf{"comparison", &schema_of<ComparisonDoc>, "fivecars/comparison/1"},
    SchemaOf{"issues", &schema_of<IssuesDoc>, ""},
    SchemaOf{"sources", &schema_of<SourcesFile>, "fivecars/sources/1"},
    SchemaOf{"devices", &schema_of<DevicesFile>, "fivecars/devices/1"},
    SchemaOf{"grids", &schema_of<GridsFile>, "fivecars/grids/1"},
    SchemaOf{"sites", &schema_of<SitesFile>, "fivecars/sites/1"},
    SchemaOf{"upstream", &schema_of<UpstreamFile>, "fivecars/upstream/1"},
    SchemaOf{"equivalents", &schema_of<EquivalentsFile>, "fivecars/equivalents/1"},
    SchemaOf{"defaults", &schema_of<DefaultsFile>, "fivecars/defaults/1"},
    SchemaOf{"pipelines", &schema_of<PipelinesFile>, "fivecars/pipelines/1"},
    SchemaOf{"models", &schema_of<ModelsFile>, "fivecars/models/1"},
};

int print_schema(std::string_view name) {
  std::string known;
  for (const SchemaOf& s : schemas) {
    if (s.name == name) {
      std::cout << s.make(s.id).dump(2) << "\n";
      return good;
    }
    known += (known.empty() ? "" : ", ") + std::string(s.name);
  }
  return misuse("schema takes one of " + known);
}

// `fivecars devices rtx 3090` needs no quotes.
std::string words(const Words& args) {
  std::string text;
  for (const auto& arg : args)
    text += (text.empty() ? "" : " ") + std::string(arg);
  return text;
}

int run(const Words& args) {
  if (args.empty())
    return misuse("what should it do?");
  const std::string_view verb = args[0];
  const auto asks_for_help = [](std::string_view arg) { return arg == "--help" || arg == "-h"; };
  if (verb == "help" || std::any_of(args.begin(), args.end(), asks_for_help)) {
    std::cout << usage;
    return good;
  }
  if (verb == "--version") {
    std::cout << "fivecars " << engine_version << ", data " << catalog::data_version() << "\n";
    return good;
  }
  if (verb == "estimate")
    return estimate({args.begin() + 1, args.end()});
  constexpr std::array what_ifs{std::pair{"rank", &rank}, std::pair{"solve", &solve},
                                std::pair{"diff", &diff}, std::pair{"compare", &compare}};
  for (const auto& [name, command] : what_ifs)
    if (verb == name)
      return command({args.begin() + 1, args.end()});
  for (std::size_t i = 0; i < Names<Table>::all.size(); ++i)
    if (verb == Names<Table>::all[i])
      return search(static_cast<Table>(i), words({args.begin() + 1, args.end()}));
  if (verb == "model" && args.size() == 2)
    return model(args[1], false);
  if (verb == "model" && args.size() == 3 && args[2] == "--one-basis")
    return model(args[1], true);
  if (verb == "schema" && args.size() == 2)
    return print_schema(args[1]);
  if (verb == "model")
    return misuse("model takes an id, and --one-basis if you like");
  if (verb == "schema")
    return misuse("schema takes a name");
  return misuse(in_quotes(verb) + " is not known here");
}

} // namespace
} // namespace fivecars::tools

int main(int argc, char** argv) {
  const int result = fivecars::tools::run({argv + 1, argv + argc});
  std::cout.flush();
  if (std::cout)
    return result;
  // Whoever read it may have had enough; a system with signals ends the program itself then.
  if (errno != EPIPE)
    std::cerr << "fivecars: the output can't be written\n";
  return 1;
}
