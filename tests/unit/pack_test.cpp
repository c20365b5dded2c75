// Packing as catalogc does it, and unpacking as the program does it. Native alone: what a browser runs never
// packs.
#ifndef __EMSCRIPTEN__
#include "support/catch.hpp"

#include "support/same.hpp"
#include "tools/pack.hpp"

#include <random>
#include <vector>

using namespace fivecars;

namespace {

using Series = catalog::Series<catalog::Owning>;

std::vector<double> there_and_back(const std::vector<double>& values) {
  Series series;
  series.kg_per_kwh = values;
  tools::Packer packer;
  (void)packer.table(std::vector<Series>{series});
  catalog::Unpacker unpacker(packer.texts().data(), packer.numbers().data());
  catalog::Basis basis{};
  std::span<double> out;
  CHECK(unpacker.count() == 1);
  unpacker.read(basis);
  (void)unpacker.integer();
  unpacker.read(out);
  const std::vector<double> back(out.begin(), out.end());
  delete[] out.data(); // tables keep theirs for as long as the program runs
  return back;
}

double there_and_back(double value) {
  tools::Packer packer;
  (void)packer.table(std::vector<catalog::Peak>{{value, {}, {}, {}, {}}});
  catalog::Unpacker unpacker(packer.texts().data(), packer.numbers().data());
  std::optional<double> out;
  CHECK(unpacker.count() == 1);
  unpacker.read(out);
  return out.value_or(-1);
}

using test::same;

} // namespace

TEST_CASE("any number comes back from the packed tables as the same double") {
  std::vector<double> hostile{0,
                              0.1,
                              1.0 / 3,
                              0.45829,
                              125e12,
                              9007199254740991.0,
                              9007199254740994.0,
                              1e22,
                              1e23,
                              1e-22,
                              1e-23,
                              5e-324,
                              1.7976931348623157e308,
                              9.95,
                              4.35,
                              9.007199254740993e-7,
                              1.5e300};
  std::mt19937_64 random(2019);
  for (int i = 0; i < 20000; ++i)
    if (const double x = accounting::detail::double_of(random()); std::isfinite(x))
      hostile.push_back(x);
  int wrong = 0;
  for (const double x : hostile)
    wrong += same(there_and_back(x), x) ? 0 : 1;
  CHECK(wrong == 0);
}

TEST_CASE("any list of numbers comes back, with or without a common power of ten") {
  for (const std::vector<double>& list : std::vector<std::vector<double>>{{0.45, 0.4612, 0.39},
                                                                          {},
                                                                          {0, 0},
                                                                          {1.5, 1e-20},
                                                                          {1e22, 1e-22},
                                                                          {0.1, 1.0 / 3, 5e-324},
                                                                          {9007199254740992.0, 0.1},
                                                                          {-1.5, 2.25}}) {
    const auto back = there_and_back(list);
    REQUIRE(back.size() == list.size());
    for (std::size_t i = 0; i < list.size(); ++i)
      CHECK(same(back[i], list[i]));
  }
}

TEST_CASE("a range comes back with its three numbers, and texts in their places") {
  for (const accounting::Range& r : {accounting::Range{1.54, 1.08, 2}, {1.54, 1.54, 1.6}, {3, 3, 3}}) {
    catalog::Fallback<catalog::Owning> row{"pue", "1", r, {"nobody", "", {}}};
    tools::Packer packer;
    (void)packer.table(std::vector{row, row});
    catalog::Unpacker unpacker(packer.texts().data(), packer.numbers().data());
    CHECK(unpacker.count() == 2);
    for (int i = 0; i < 2; ++i) {
      std::string_view id, unit, source;
      accounting::Range back{};
      unpacker.read(id);
      unpacker.read(unit);
      unpacker.read(back);
      unpacker.read(source);
      CHECK(id == "pue");
      CHECK(source == "nobody");
      CHECK(back.best == r.best);
      CHECK(back.low == r.low);
      CHECK(back.high == r.high);
    }
  }
}

TEST_CASE("lean tables hold nothing that no total hangs on, and no code that would read it") {
  catalog::Fallback<catalog::Owning> row{"pue", "1", {1.54, 1.08, 2}, {"nobody", "", {}}};
  tools::Packer packer;
  const std::string code = packer.table<catalog::Lean>(std::vector{row});
  CHECK(packer.texts() == std::string("pue\0", 4));
  CHECK(code.find("row.value") != std::string::npos);
  CHECK(code.find("unit)") == std::string::npos);
  CHECK(code.find("cited") == std::string::npos);
}

TEST_CASE("a number that is written shortly is packed shortly") {
  REQUIRE(tools::decimal(0.45829));
  CHECK(tools::decimal(0.45829)->digits == 45829);
  CHECK(tools::decimal(0.45829)->power == -5);
  CHECK_FALSE(tools::decimal(1.7976931348623157e308));
}
#endif
