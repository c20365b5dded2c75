// What is measured is what it says, and works.
#include "support/catch.hpp"

#include "kernels.hpp"

#include <cmath>

using namespace fivecars;

TEST_CASE("every kernel of the benchmark runs, and says the same twice") {
  for (const bench::Kernel& kernel : bench::kernels()) {
    CAPTURE(kernel.name);
    const double once = kernel.run();
    CHECK(std::isfinite(once));
    CHECK(once > 0);
    CHECK(kernel.run() == once);
    CHECK(bench::find(kernel.name) == &kernel);
  }
  CHECK(bench::find("none") == nullptr);
}

TEST_CASE("the scenario of the benchmark has five stages, 12 uncertain inputs and enough to rank") {
  CHECK(bench::size().stages == 5);
  CHECK(bench::size().inputs == 12);
  CHECK(bench::size().ranked > 400);
}
