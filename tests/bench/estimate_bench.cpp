// One estimate, over and over, natively: from a scenario document to an estimate document, as in the wasm.
// Prints the median time in microseconds of one. Usage: fivecars_bench SCENARIO ITERATIONS
#include "documents/calculate.hpp"
#include "documents/node_json.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <vector>

int main(int argc, char** argv) {
  using namespace fivecars::documents;
  using Clock = std::chrono::steady_clock;
  if (argc != 3) {
    std::cerr << "usage: fivecars_bench SCENARIO ITERATIONS\n";
    return 1;
  }
  std::ifstream in(argv[1]);
  const Json scenario = Json::parse(in, nullptr, false);
  const long iterations = std::strtol(argv[2], nullptr, 10);
  if (scenario.is_discarded() || iterations < 1) {
    std::cerr << "fivecars_bench: " << argv[1] << " isn't JSON, or there is nothing to repeat\n";
    return 1;
  }

  std::vector<double> microseconds;
  double used = 0; // so that nothing is optimised away
  for (long i = 0; i < iterations; ++i) {
    const auto start = Clock::now();
    const Calculated result = calculate(JsonNode(scenario));
    if (!result.document) {
      std::cerr << "fivecars_bench: the scenario is refused\n";
      return 1;
    }
    const Json written = to_json(*result.document);
    used += written.at("operational_kg").at("best").get<double>();
    microseconds.push_back(std::chrono::duration<double, std::micro>(Clock::now() - start).count());
  }
  std::nth_element(microseconds.begin(), microseconds.begin() + iterations / 2, microseconds.end());
  std::cout << microseconds[static_cast<std::size_t>(iterations / 2)] << ' '
            << used / static_cast<double>(iterations) << '\n';
}
