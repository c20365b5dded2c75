// The parts of resolving a stage: its machines, and the place where they stand. Inside of resolve.cpp.
#pragma once

#include "accounting/scenario.hpp"
#include "catalog/rows.hpp"
#include "documents/inputs.hpp"
#include "documents/scenario.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace fivecars::documents {

// A member of the scenario that a stage may replace, and where it stands, or would stand.
template <class Part>
struct Found {
  const Part* part = nullptr;
  std::string path;
  explicit operator bool() const { return part != nullptr; }
};

// A stage of a document, where it stands, and the whole around it.
struct StageAt {
  const ScenarioDoc& scenario;
  const StageDoc& stage;
  std::string path;                  // "/stages/0"
  const StageAt* original = nullptr; // the stage that this one is a multiple of

  // Who says what the machines are.
  [[nodiscard]] const StageDoc& machines() const { return original ? original->stage : stage; }
};

// A part of a stage's site or prices: the stage's own word, else that of the stage it is a multiple of, else
// the scenario's.
template <class Whole, class Part>
Found<Part> pick(const StageAt& at, std::optional<Whole> StageDoc::* of_stage,
                 const std::optional<Whole>& of_scenario, std::string_view name,
                 std::optional<Part> Whole::* member) {
  for (const StageAt* s = &at; s; s = s->original)
    if (const auto& whole = s->stage.*of_stage; whole && (*whole).*member)
      return {&*((*whole).*member), Place{s->path, name}.text()};
  if (of_scenario && (*of_scenario).*member)
    return {&*((*of_scenario).*member), std::string(name)};
  return {nullptr, std::string(name)};
}

// Time, power and energy.
void resolve_machines(Inputs& in, accounting::Stage& s, const StageAt& at);

// PUE, grid, water. Says which region the place is, if that is known.
const catalog::Site<catalog::Compiled>* resolve_place(Inputs& in, accounting::Stage& s, const StageAt& at);

// The row of a device that is named and known.
[[nodiscard]] const catalog::Device<catalog::Compiled>* device_row(const DeviceDoc& d);

} // namespace fivecars::documents
