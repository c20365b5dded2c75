#include "tools/what_if_commands.hpp"

#include "catalog/catalog.hpp"
#include "documents/catalogue_shapes.hpp"
#include "documents/what_if.hpp"
#include "tools/what_if_report.hpp"

#include <algorithm>
#include <array>
#include <iostream>
#include <span>
#include <string>
#include <utility>

namespace fivecars::tools {
namespace {

using namespace documents;

// An option of a command, and where in the request its value goes. Without a place it is no more than a
// switch.
struct Option {
  std::string_view name;
  std::string_view member; // a JSON pointer into the request
  enum class Takes : std::uint8_t { nothing, text, number } takes = Takes::nothing;
  std::string_view what = {}; // that it takes, in words
};

struct Said {
  std::vector<std::string> files;
  Json members = Json::object(); // by pointer
  bool text = false;
  bool models = false;
};

// What the words say; empty, with `exit`, if they say it wrongly.
std::optional<Said> understood(std::string_view command, const Words& words, std::span<const Option> options,
                               int& exit) {
  Said said;
  const auto wrong = [&](const std::string& reason) {
    exit = misuse(std::string(command) + ": " + reason);
    return std::nullopt;
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    const auto option =
        std::find_if(options.begin(), options.end(), [&](const Option& o) { return o.name == word; });
    if (word == "--text") {
      said.text = true;
    } else if (option != options.end() && option->takes == Option::Takes::nothing) {
      if (option->member.empty())
        said.models = true;
      else
        said.members[std::string(option->member)] = true;
    } else if (option != options.end()) {
      if (i + 1 == words.size())
        return wrong(std::string(word) + " takes " + std::string(option->what));
      const std::string value(words[++i]);
      Json json = value;
      if (option->takes == Option::Takes::number) {
        json = Json::parse(value, nullptr, false);
        if (!json.is_number())
          return wrong(std::string(word) + " takes " + std::string(option->what) +
                       "; given: " + in_quotes(printable(value)));
      }
      said.members[std::string(option->member)] = std::move(json);
    } else if (word == "-" || !word.starts_with("-")) {
      said.files.emplace_back(word);
    } else {
      std::string known = "--text";
      for (const Option& o : options)
        known += ", " + std::string(o.name);
      return wrong(in_quotes(printable(std::string(word))) + " is not known; it knows " + known);
    }
  }
  return said;
}

bool is_a(const Json& json, std::string_view schema) {
  return json.is_object() && json.contains("schema") && json["schema"] == schema;
}

void put(Json& request, const Json& members) {
  for (const auto& [pointer, value] : members.items())
    request[Json::json_pointer(pointer)] = value;
}

// The request around the scenario of a file; or the file, which may be one already.
std::optional<Json> request_of(std::string_view command, const Said& said, std::string_view schema,
                               std::string_view needed, int& exit) {
  if (said.files.size() != 1) {
    exit = misuse(std::string(command) + " takes one file, or - for standard input");
    return std::nullopt;
  }
  auto json = read_json(said.files[0], exit);
  if (!json)
    return std::nullopt;
  if (is_a(*json, schema)) {
    if (!said.members.empty()) {
      exit = misuse(std::string(command) + ": the file is a whole request; leave out all but --text");
      return std::nullopt;
    }
    return json;
  }
  if (!needed.empty()) {
    exit = misuse(std::string(command) + " needs " + std::string(needed));
    return std::nullopt;
  }
  Json request{{"schema", schema}, {"scenario", std::move(*json)}};
  put(request, said.members);
  return request;
}

// Answers it, as a document or by `report`.
template <class Request, class Document, class Report>
int answered(const Json& request, bool text, Answer<Document> (*call)(const Request&, std::vector<Issue>),
             const Report& report) {
  const Answer<Document> result = answer(JsonNode(request), call);
  if (!result.document)
    return refuse(result.issues);
  if (text)
    std::cout << report(*result.document);
  else
    std::cout << to_json(*result.document).dump(2) << "\n";
  return good;
}

std::string title_of(const Json& scenario) {
  return scenario.is_object() ? printable(scenario.value("title", "")) : "";
}

template <class E>
std::string spellings() {
  std::string all;
  for (std::size_t i = 0; i < Names<E>::all.size(); ++i)
    all += (i == 0 ? "" : i + 1 == Names<E>::all.size() ? " or " : ", ") + std::string(Names<E>::all[i]);
  return all;
}

// A value that isn't one of an enumeration's, as wrong words; true if all is well or it isn't given.
template <class E>
bool is_one(const Said& said, std::string_view command, std::string_view option, std::string_view member,
            int& exit) {
  const std::string key(member);
  if (!said.members.contains(key))
    return true;
  const auto& names = Names<E>::all;
  if (std::find(names.begin(), names.end(), said.members[key].template get<std::string>()) != names.end())
    return true;
  exit = misuse(std::string(command) + ": " + std::string(option) + " takes " + spellings<E>());
  return false;
}

// What is printed of a model's emissions, kg; empty where nothing is.
std::optional<double> printed_kg(std::string_view id) {
  using catalog::PrintedUnit;
  for (const auto& p : catalog::find(catalog::publications(), id)->printed) {
    if (p.quantity != catalog::Printed::emissions)
      continue;
    switch (p.unit) {
    case PrintedUnit::g:
      return p.value / 1000;
    case PrintedUnit::kg:
      return p.value;
    case PrintedUnit::t:
      return p.value * 1000;
    case PrintedUnit::lb:
      return p.value * accounting::kg_per_lb;
    default:
      break;
    }
  }
  return std::nullopt;
}

// All published models on one basis, each with its authors' scenario and print beside.
Json one_basis(bool ranges) {
  Json runs = Json::array();
  for (const auto& model : catalog::publications()) {
    if (!model.one_basis)
      continue;
    Json run{{"id", model.id},
             {"name", catalog::find(catalog::models(), model.id)->name},
             {"scenario", Json::parse(model.one_basis->json)}};
    if (model.scenario)
      run["published"] = Json::parse(model.scenario->json);
    if (const auto kg = printed_kg(model.id))
      run["printed_kg"] = *kg;
    runs.push_back(std::move(run));
  }
  Json request{{"schema", "fivecars/compare/1"}, {"runs", std::move(runs)}};
  if (ranges)
    request["ranges"] = true;
  return request;
}

constexpr auto a_text = Option::Takes::text;
constexpr auto a_number = Option::Takes::number;

} // namespace

int rank(const Words& words) {
  static constexpr std::array options{
      Option{"--over", "/over", a_text, "grids, sites, devices, pue or years"},
      Option{"--query", "/query", a_text, "what to search for"},
      Option{"--most", "/most", a_number, "a number of rows"},
      Option{"--ranges", "/ranges"},
  };
  int exit = good;
  auto said = understood("rank", words, options, exit);
  if (!said || !is_one<Over>(*said, "rank", "--over", "/over", exit))
    return exit;
  auto request = request_of("rank", *said, "fivecars/rank/1",
                            said->members.contains("/over") ? "" : "--over " + spellings<Over>(), exit);
  if (!request)
    return exit;
  return answered(*request, said->text, &documents::rank, [&](const RankingDoc& document) {
    // A person reads the first of them.
    constexpr std::size_t enough = 20;
    return ranking_report(document, title_of((*request)["scenario"]),
                          request->contains("most") ? document.rows.size() : enough);
  });
}

int solve(const Words& words) {
  static constexpr std::array options{
      Option{"--for", "/for", a_text, "runs, hours, devices or intensity"},
      Option{"--kg", "/budget/kg", a_number, "kg of CO2e"},
      Option{"--equivalent", "/budget/equivalent", a_text, "the id of an equivalent"},
      Option{"--set", "/budget/set", a_text, "a set of equivalents"},
      Option{"--count", "/budget/count", a_number, "a number of them"},
      Option{"--stage", "/stage", a_number, "the number of a stage, from 0"},
  };
  int exit = good;
  auto said = understood("solve", words, options, exit);
  if (!said || !is_one<SolveFor>(*said, "solve", "--for", "/for", exit))
    return exit;
  const bool kg = said->members.contains("/budget/kg");
  const bool equivalent = said->members.contains("/budget/equivalent");
  if (kg && equivalent)
    return misuse("solve takes --kg or --equivalent, not both");
  if (!equivalent && (said->members.contains("/budget/set") || said->members.contains("/budget/count")))
    return misuse("solve: --set and --count go with --equivalent");
  const std::string needed = !said->members.contains("/for") ? "--for " + spellings<SolveFor>()
                             : !kg && !equivalent            ? "a budget: --kg or --equivalent"
                                                             : "";
  auto request = request_of("solve", *said, "fivecars/solve/1", needed, exit);
  if (!request)
    return exit;
  return answered(*request, said->text, &documents::solve, [&](const SolutionDoc& document) {
    return solution_report(document, title_of((*request)["scenario"]));
  });
}

int diff(const Words& words) {
  int exit = good;
  const auto said = understood("diff", words, {}, exit);
  if (!said)
    return exit;
  const bool twice = std::count(said->files.begin(), said->files.end(), "-") > 1;
  if (said->files.empty() || said->files.size() > 2 || twice)
    return misuse("diff takes two files, one of them - for standard input if you like");
  std::vector<Json> read;
  for (const std::string& file : said->files) {
    auto json = read_json(file, exit);
    if (!json)
      return exit;
    read.push_back(std::move(*json));
  }
  constexpr std::string_view schema = "fivecars/diff/1";
  if (read.size() == 1 && !is_a(read[0], schema))
    return misuse("diff takes two files: the scenario before and the one after");
  const Json request =
      read.size() == 1 ? read[0] : Json{{"schema", schema}, {"from", read[0]}, {"to", read[1]}};
  return answered(request, said->text, &documents::diff, [&](const DifferenceDoc& document) {
    return difference_report(document, title_of(request["from"]), title_of(request["to"]));
  });
}

int compare(const Words& words) {
  static constexpr std::array options{Option{"--models", ""}, Option{"--ranges", "/ranges"}};
  int exit = good;
  const auto said = understood("compare", words, options, exit);
  if (!said)
    return exit;
  if (said->models ? !said->files.empty() : said->files.size() != 1 || !said->members.empty())
    return misuse("compare takes one file, or - for standard input; or --models, and --ranges if you like");
  Json request;
  if (said->models) {
    request = one_basis(said->members.contains("/ranges"));
  } else {
    auto json = read_json(said->files[0], exit);
    if (!json)
      return exit;
    request = std::move(*json);
  }
  return answered(request, said->text, &documents::compare, &comparison_report);
}

} // namespace fivecars::tools
