// What `make bench` measures: sums that are prepared once and then run over and over. One source for Google
// Benchmark, for wasm and for the unit tests, so that the three measure and check the same.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace fivecars::bench {

struct Kernel {
  std::string_view name; // a word for command lines
  std::string_view what; // for the table
  // One go; the first also prepares. What it returns depends on what was worked out, and is the same to the
  // last bit natively and in wasm.
  double (*run)();
};

[[nodiscard]] std::span<const Kernel> kernels();

// nullptr if there is none of that name.
[[nodiscard]] const Kernel* find(std::string_view name);

// Of the scenario that is measured: its stages, how many of its inputs vary (each once, however many stages
// share it), and how many of the things that it is compared with.
struct Size {
  std::size_t stages, inputs, equivalents;
  std::size_t ranked; // grids and sites
};
[[nodiscard]] Size size();

// The scenario itself, JSON: for the module that ships, which takes nothing else.
[[nodiscard]] std::string_view scenario_text();

} // namespace fivecars::bench
