#include "tools/command_line.hpp"

#include "documents/json_syntax.hpp"

#include <array>
#include <cstdio>
#include <iostream>
#include <utility>

namespace fivecars::tools {

using documents::Issue;
using documents::Json;

std::optional<std::string> slurp(const std::string& path) {
  // Not by a stream: what one says of a folder depends on the library.
  std::FILE* in = path == "-" ? stdin : std::fopen(path.c_str(), "rb");
  if (!in)
    return std::nullopt;
  std::string content;
  std::array<char, 65536> piece{};
  while (const std::size_t count = std::fread(piece.data(), 1, piece.size(), in))
    content.append(piece.data(), count);
  const bool bad = std::ferror(in) != 0;
  if (in != stdin)
    std::fclose(in);
  return bad ? std::nullopt : std::optional(std::move(content));
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
