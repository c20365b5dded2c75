// What all commands share: exit codes, files, and how they refuse.
#pragma once

#include "documents/issue.hpp"
#include "documents/node_json.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fivecars::tools {

constexpr int good = 0;
constexpr int misused = 1; // wrong words, or a file that can't be read
constexpr int faulty = 2;  // the document has faults

using Words = std::vector<std::string_view>;

// The bytes of a file, or of standard input for "-". Empty if it can't be read.
[[nodiscard]] std::optional<std::string> slurp(const std::string& path);

// Says what is wrong with the words, or with the document, on standard error. What to exit with.
int misuse(std::string_view reason);
int unreadable(std::string_view path);
int refuse(const std::vector<documents::Issue>& issues);

// The JSON of a file. Else nothing, and `exit` is what to exit with: it has been said why.
[[nodiscard]] std::optional<documents::Json> read_json(const std::string& path, int& exit);

} // namespace fivecars::tools
