// Functions of uncertain inputs, to be sampled in two ways that share nothing but this: brute_force.cpp, with
// ten million pseudo-random samples and libm, and the tests, with the points and draws of the accounting.
#pragma once

#include <limits>
#include <string>
#include <vector>

namespace fivecars::test {

struct UncertainInput {
  std::string name;
  double best, low, high;
  double floor = 0;
  double ceiling = std::numeric_limits<double>::infinity();
};

struct UncertainCase {
  std::string name;
  std::vector<UncertainInput> inputs;
  double (*of)(const double* x); // x in the order of the inputs
};

inline std::vector<UncertainCase> uncertain_cases() {
  return {
      {"two stages with one default PUE",
       {{"pue", 1.54, 1.08, 2.00, 1},
        {"energy_1", 1200, 900, 1700},
        {"intensity_1", 0.35, 0.25, 0.55},
        {"energy_2", 400, 100, 2400},
        {"intensity_2", 0.6, 0.4, 0.7}},
       [](const double* x) { return x[0] * x[1] * x[2] + x[0] * x[3] * x[4]; }},
      {"a product of eight, wider below than above",
       {{"a", 1, 0.2, 1.5},
        {"b", 3, 0.5, 4},
        {"c", 0.4, 0.05, 0.5},
        {"d", 10, 2, 15},
        {"e", 7, 3, 8},
        {"f", 250, 60, 300},
        {"g", 1.3, 0.4, 2},
        {"h", 0.9, 0.1, 1.2}},
       [](const double* x) { return x[0] * x[1] * x[2] * x[3] * x[4] * x[5] * x[6] * x[7]; }},
      {"a product and a small constant",
       {{"a", 2, 1, 8}, {"b", 5, 4, 6.5}, {"constant", 1.5, 1.5, 1.5}},
       [](const double* x) { return x[0] * x[1] + x[2]; }},
      {"sides that reach down to nothing",
       {{"a", 4, 0, 9}, {"b", 1, 0.5, 3}, {"c", 2.5, 0, 3}, {"pue", 1.2, 1, 1.6, 1}},
       [](const double* x) { return x[3] * (x[0] * x[1] + x[2]); }},
      {"embodied carbon with a share that can't be above 1",
       {{"hours", 3000, 2000, 6000},
        {"card", 150, 100, 300},
        {"host", 250, 80, 900},
        {"lifetime_h", 35000, 26000, 53000},
        {"used_share", 0.8, 0.5, 0.98, 0, 1}},
       [](const double* x) { return x[0] * (x[1] + x[2]) / (x[3] * x[4]); }},
  };
}

} // namespace fivecars::test
