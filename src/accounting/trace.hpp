// The steps of a sum. A step's formula is an expression in the symbols of its operands with + * / and
// parentheses, so that anybody (and a test) can put the numbers in and get its value.
#pragma once

#include "accounting/scenario.hpp"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fivecars::accounting {

inline constexpr std::uint32_t no_input = Ref<Ratio>::nowhere;

// A number on its way through the sum: cheap to carry along when nobody keeps the steps.
template <class Q>
struct Term {
  Q value;
  std::string_view symbol;
  std::uint32_t suffix = 0;         // 1, 2, … for the first, second, … of several; 0 for none
  std::uint32_t input = no_input;   // where it came from; no_input for the result of a step
};

struct Operand {
  std::string symbol;
  double value = 0;
  std::string_view unit;
  std::uint32_t input = no_input;
};

inline constexpr std::int32_t whole_scenario = -1;

struct Step {
  std::string symbol;
  std::int32_t stage = whole_scenario;
  std::string formula;
  std::vector<Operand> operands;
  double value = 0;
  std::string_view unit;
};

// Keeps nothing. What a sample uses.
struct NoLog {
  static constexpr bool on = false;
};

// Keeps every step, in the order of the sum.
class StepLog {
public:
  static constexpr bool on = true;
  std::vector<Step> steps;
  std::int32_t stage = whole_scenario;

  template <class Unit>
  void step(std::string symbol, std::string formula, std::vector<Operand> operands, Quantity<Unit> value) {
    steps.push_back({std::move(symbol), stage, std::move(formula), std::move(operands), value.value, Unit::text});
  }
};

[[nodiscard]] inline std::string name_of(std::string_view symbol, std::uint32_t suffix) {
  std::string name(symbol);
  if (suffix != 0) {
    name += '_';
    name += std::to_string(suffix);
  }
  return name;
}

template <class Unit>
[[nodiscard]] Operand operand(const Term<Quantity<Unit>>& t) {
  return {name_of(t.symbol, t.suffix), t.value.value, Unit::text, t.input};
}

template <class... Terms>
[[nodiscard]] std::vector<Operand> operands(const Terms&... terms) {
  return {operand(terms)...};
}

[[nodiscard]] inline std::string join(const std::vector<Operand>& operands, std::string_view between) {
  std::string text;
  for (const Operand& o : operands) {
    if (!text.empty()) text += between;
    text += o.symbol;
  }
  return text;
}

// An input of the scenario as a term. `suffix` as in Term.
template <class Q>
[[nodiscard]] Term<Q> term(const Scenario& s, Values x, Ref<Q> ref, std::uint32_t suffix = 0) {
  return {value_of(ref, x), s.inputs[ref.index].symbol, suffix, ref.index};
}

}  // namespace fivecars::accounting
