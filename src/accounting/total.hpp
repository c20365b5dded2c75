// The total alone, with what it amounts to: the part of an estimate that an embed shows, to the same digits.
// It takes a third of the time, and of the code.
#pragma once

#include "accounting/estimate.hpp"

#include <optional>
#include <vector>

namespace fivecars::accounting {

struct Total {
  Outcome total_kg;
  std::optional<Outcome> embodied_kg; // empty where no stage has it
  std::vector<EquivalentCount> equivalents;
  Histogram histogram;
  std::optional<double> hours; // of one run of the first stage; empty where nothing says
};

// Precondition: as for estimate(). Ranges are always in it.
[[nodiscard]] Total total(const Scenario& scenario);

} // namespace fivecars::accounting
