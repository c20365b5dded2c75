// fivecars rank, solve, diff and compare: a request is put together from the words, or is the file itself;
// the answer is a document, or a table for a person.
#pragma once

#include "tools/command_line.hpp"

namespace fivecars::tools {

// What follows the name of the command. What to exit with.
int rank(const Words& words);
int solve(const Words& words);
int diff(const Words& words);
int compare(const Words& words);

} // namespace fivecars::tools
