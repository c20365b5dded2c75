#include "tools/command_line.hpp"

#include "documents/json_syntax.hpp"

#include <fstream>
#include <iostream>
#include <iterator>

namespace fivecars::tools {

using documents::Issue;
using documents::Json;

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
  std::cerr << "fivecars: " << reason << "; see fivecars --help\n";
  return misused;
}

int unreadable(std::string_view path) {
  std::cerr << "fivecars: " << path << " can't be read\n";
  return misused;
}

int refuse(const std::vector<Issue>& issues) {
  for (const Issue& issue : issues)
    std::cerr << message(issue) << "\n";
  return faulty;
}

std::optional<Json> read_json(const std::string& path, int& exit) {
  const auto content = slurp(path);
  if (!content) {
    exit = unreadable(path);
    return std::nullopt;
  }
  if (const auto fault = documents::json_fault(*content)) {
    exit = refuse({*fault});
    return std::nullopt;
  }
  return Json::parse(*content);
}

} // namespace fivecars::tools
