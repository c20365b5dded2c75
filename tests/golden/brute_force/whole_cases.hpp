// Whole scenarios, each with its result written out by hand: the document on one side; on the other what
// varies, with the method's defaults and typical ranges copied out of method.md, section 4, and the sum.
// Evaluated like the cases of cases.hpp: by brute_force.cpp from the right side alone, by the tests from the
// left side alone.
#pragma once

#include "golden/brute_force/cases.hpp"

#include <string>
#include <vector>

namespace fivecars::test {

struct WholeCase {
  std::string figure; // of the estimate
  std::string scenario;
  UncertainCase by_hand;
};

inline std::vector<WholeCase> whole_cases() {
  const UncertainInput utilisation{"utilisation", 0.75, 0.45, 0.95, 0, 1},
      overhead{"overhead", 1.6, 1.3, 2, 1}, pue{"pue", 1.54, 1.08, 2, 1}, card{"card_kg", 150, 60, 575},
      host{"host_share_kg", 450, 250, 750}, lifetime{"lifetime", 4, 3, 6},
      share{"active_share", 0.85, 0.5, 1, 0, 1}, mfu{"mfu", 0.35, 0.15, 0.5, 0, 1};
  return {
      {"total_kg",
       R"({"schema":"fivecars/scenario/1",
         "stages":[{"time":{"hours":100},"power":{"devices":[{"device":"nvidia-v100-sxm2-16gb","count":8}]}},
                   {"runs":2,"time":{"hours":30},"power":{"devices":[{"device":"nvidia-v100-sxm2-16gb","count":64}]},
                    "site":{"grid":{"kg_per_kwh":{"best":0.05,"low":0.02,"high":0.06}}}}],
         "site":{"grid":{"kg_per_kwh":{"best":0.4,"low":0.3,"high":0.7}}}})",
       {"two stages that share every default, on two grids",
        {utilisation,
         overhead,
         pue,
         card,
         host,
         lifetime,
         share,
         {"I_1", 0.4, 0.3, 0.7},
         {"I_2", 0.05, 0.02, 0.06}},
        [](const double* x) {
          const double kwh_of_a_device_hour = 0.3 * x[0] * x[1] * x[2];
          const double kg_of_a_device_hour = (x[3] + x[4]) / (x[5] * 8760 * x[6]);
          return kwh_of_a_device_hour * (800 * x[7] + 3840 * x[8]) + 4640 * kg_of_a_device_hour;
        }}},
      {"total_kg",
       R"({"schema":"fivecars/scenario/1","ranges":"typical",
         "stages":[{"time":{"hours":79.2},"power":{"measured_w":12041.51,"devices":[{"device":"nvidia-v100-sxm2-16gb","count":64}]}},
                   {"time":{"device_hours":90000},"power":{"devices":[{"watts":250,"count":32}],"node_overhead":1.3}}],
         "site":{"pue":1.2,"grid":{"kg_per_kwh":0.4}},
         "embodied":{"card_kg":200,"lifetime_years":5}})",
       {"typical ranges of what is given, and defaults",
        {{"P_IT", 12041.51, 0.95 * 12041.51, 1.05 * 12041.51},
         {"watts", 250, 237.5, 262.5},
         {"overhead", 1.3, 1.15, 1.5, 1},
         {"pue", 1.2, 1 + 0.2 * 0.08 / 0.54, 1 + 0.2 / 0.54, 1},
         {"I", 0.4, 0.32, 0.5},
         {"card_kg", 200, 80, 200 * 575 / 150.0},
         host,
         {"lifetime", 5, 3.75, 7.5},
         share},
        [](const double* x) {
          const double it = 79.2 * x[0] / 1000 + 90000 * x[1] * x[2] / 1000;
          return x[3] * it * x[4] + (79.2 * 64 + 90000) * (x[5] + x[6]) / (x[7] * 8760 * x[8]);
        }}},
      {"total_kg",
       R"({"schema":"fivecars/scenario/1",
         "stages":[{"name":"training","time":{"parameters":7e9,"tokens":{"best":1e12,"low":8e11,"high":1.1e12}},"power":{"devices":[{"watts":{"best":400,"low":300,"high":420},"count":256,"peak_flops":3.12e14}],"host_w":{"best":20000,"low":10000,"high":60000}}},
                   {"name":"before","like":{"stage":0,"times":{"best":0.8,"low":0.2,"high":3}},"site":{"pue":1.1,"grid":{"kg_per_kwh":0.02}}}],
         "site":{"grid":{"kg_per_kwh":{"best":0.5,"low":0.25,"high":0.6}}}})",
       {"time from computation, and what came before as a multiple of it elsewhere",
        {mfu,
         {"tokens", 1e12, 8e11, 1.1e12},
         {"watts", 400, 300, 420},
         {"host_w", 20000, 10000, 60000},
         pue,
         {"I", 0.5, 0.25, 0.6},
         {"times", 0.8, 0.2, 3},
         card,
         host,
         lifetime,
         share},
        [](const double* x) {
          const double hours = 6 * 7e9 * x[1] / (256 * 3.12e14 * x[0]) / 3600;
          const double it = hours * (256 * x[2] + x[3]) / 1000;
          return it * (x[4] * x[5] + x[6] * 1.1 * 0.02) +
                 (1 + x[6]) * hours * 256 * (x[7] + x[8]) / (x[9] * 8760 * x[10]);
        }}},
      {"water_l",
       R"({"schema":"fivecars/scenario/1",
         "stages":[{"energy":{"it_kwh":{"best":900,"low":700,"high":1200}},"site":{"ewif_l_per_kwh":{"best":3,"low":0,"high":5}}},
                   {"energy":{"meter_kwh":{"best":2000,"low":1500,"high":2200}},"site":{"ewif_l_per_kwh":{"best":1.5,"low":1,"high":4}}}]})",
       {"water, with the default on site and a power station that may need none",
        {{"it_kwh", 900, 700, 1200},
         {"meter_kwh", 2000, 1500, 2200},
         pue,
         {"wue", 0.3, 0.03, 1.8},
         {"ewif_1", 3, 0, 5},
         {"ewif_2", 1.5, 1, 4}},
        [](const double* x) { return x[0] * x[3] + x[0] * x[2] * x[4] + x[1] / x[2] * x[3] + x[1] * x[5]; }}},
      {"sci_kg",
       R"({"schema":"fivecars/scenario/1","ranges":"typical",
         "stages":[{"time":{"hours":3000},"power":{"devices":[{"device":"nvidia-h100-sxm5-80gb","count":1,"utilisation":0.6}]}}],
         "site":{"region":"own/desktop","grid":{"kg_per_kwh":0.06}},
         "per":{"unit":"million_tokens","count":{"best":500,"low":300,"high":600}}})",
       {"the SCI score of a desktop computer on clean electricity, typical",
        {{"utilisation", 0.6, 0.36, 0.76, 0, 1},
         overhead,
         {"I", 0.06, 0.039, 0.09},
         {"desktop_kg", 226, 226 * 0.4, 226 * 575 / 150.0},
         lifetime,
         {"R", 500, 300, 600}},
        [](const double* x) {
          return (3000 * 0.7 * x[0] * x[1] * x[2] + 3000 * x[3] / (x[4] * 8760)) / x[5];
        }}},
  };
}

} // namespace fivecars::test
