// Writes percentiles.json and whole.json: the percentiles of the cases by brute force, without anything of
// src/. Run it when a case changes; it takes some seconds. In tests/golden/brute_force:
//   fivecars_brute_force > percentiles.json
//   fivecars_brute_force whole > whole.json
#include "golden/brute_force/cases.hpp"
#include "golden/brute_force/whole_cases.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <iostream>
#include <random>
#include <string_view>

namespace {

using fivecars::test::UncertainCase;
using fivecars::test::UncertainInput;

constexpr std::size_t samples = 10'000'000;

// method.md, section 5, word for word, with its rounded 1.645 spelt out.
double drawn(const UncertainInput& in, double z) {
  const double percentile_95 = 1.6448536269514727;
  const double best = in.best - in.floor, low = in.low - in.floor, high = in.high - in.floor;
  double x = 0;
  if (z < 0 && low == 0)
    x = std::max(0.0, best + best * z / percentile_95);
  else if (z < 0)
    x = best * std::pow(best / low, z / percentile_95);
  else
    x = best * std::pow(high / best, z / percentile_95);
  return std::min(in.floor + x, in.ceiling);
}

nlohmann::ordered_json percentiles(const UncertainCase& c) {
  std::mt19937_64 random(20190606);
  std::normal_distribution<double> normal;
  std::vector<double> values(samples), x(c.inputs.size());
  for (double& value : values) {
    for (std::size_t i = 0; i < x.size(); ++i)
      x[i] = drawn(c.inputs[i], normal(random));
    value = c.of(x.data());
  }
  const auto number = [&](std::size_t percent) {
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(samples / 100 * percent - 1);
    std::nth_element(values.begin(), at, values.end());
    return *at;
  };
  nlohmann::ordered_json inputs;
  for (const auto& in : c.inputs) {
    inputs.push_back({{"name", in.name}, {"best", in.best}, {"low", in.low}, {"high", in.high}});
    if (in.floor > 0)
      inputs.back()["floor"] = in.floor;
    if (std::isfinite(in.ceiling))
      inputs.back()["ceiling"] = in.ceiling;
  }
  return {
      {"name", c.name}, {"inputs", inputs}, {"low", number(5)}, {"median", number(50)}, {"high", number(95)}};
}

} // namespace

int main(int argc, char** argv) {
  nlohmann::ordered_json all;
  if (argc == 2 && std::string_view(argv[1]) == "whole") {
    for (const auto& c : fivecars::test::whole_cases()) {
      all.push_back(percentiles(c.by_hand));
      all.back()["figure"] = c.figure;
    }
  } else {
    for (const auto& c : fivecars::test::uncertain_cases())
      all.push_back(percentiles(c));
  }
  std::cout << all.dump(2) << '\n';
}
