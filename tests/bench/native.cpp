// The kernels under Google Benchmark. `fivecars_bench --cold` prints how many microseconds the first estimate
// with ranges takes in a new process, which has yet to make the points.
#include "kernels.hpp"

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdio>
#include <string>

int main(int argc, char** argv) {
  using namespace fivecars::bench;
  if (argc == 2 && std::string_view(argv[1]) == "--cold") {
    benchmark::DoNotOptimize(find("best")->run());
    const auto start = std::chrono::steady_clock::now();
    benchmark::DoNotOptimize(find("ranges")->run());
    std::printf("%.3f\n",
                std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count());
    return 0;
  }
  for (const Kernel& kernel : kernels())
    benchmark::RegisterBenchmark(std::string(kernel.name).c_str(), [&kernel](benchmark::State& state) {
      double result = kernel.run();
      for (auto _ : state)
        benchmark::DoNotOptimize(result = kernel.run());
      state.counters["result"] = result;
    });
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv))
    return 1;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
