// The steps of a sum. A step's formula is an expression in the symbols of its operands with + - * / and
// parentheses, so that anybody (and a test) can put the numbers in and get its value.
#pragma once

#include "accounting/scenario.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fivecars::accounting {

// A number on its way through the sum: cheap to carry along when nobody keeps the steps.
template <class Q>
struct Term {
  Q value;
  std::string_view symbol;
  std::uint32_t suffix = 0;     // 1, 2, … for the first, second, … of several; 0 for none
  const Input* input = nullptr; // where it came from; null for the result of a step
};

// The same, whatever its unit: what a kept step holds.
struct Operand {
  std::string_view symbol;
  std::uint32_t suffix = 0;
  double value = 0;
  std::string_view unit;
  const Input* input = nullptr; // in the scenario, which must outlive it
};

inline constexpr std::int32_t whole_scenario = -1;

struct Step {
  std::string_view symbol;
  std::uint32_t suffix = 0;
  std::int32_t stage = whole_scenario;
  std::string formula;
  std::vector<Operand> operands;
  double value = 0;
  std::string_view unit;
};

// "count_2", or "count" where there is one only.
[[nodiscard]] std::string name_of(std::string_view symbol, std::uint32_t suffix);

// Keeps nothing. What a sample uses.
struct NoLog {
  static constexpr bool on = false;
};

// Keeps every step, in the order of the sum. A step is told piece by piece:
//   log.step("E_IT").by(runs).by(hours).by(power).text(" / 1000").is(value)
// puts " * " between the operands of a product; text() says anything else.
class StepLog {
public:
  static constexpr bool on = true;

  explicit StepLog(const Scenario& scenario, Values x) : scenario_(scenario), x_(x) {}

  std::int32_t stage = whole_scenario;
  std::vector<Step> steps;

  StepLog& step(std::string_view symbol, std::uint32_t suffix = 0);
  StepLog& text(std::string_view text);
  template <class Unit>
  StepLog& by(const Term<Quantity<Unit>>& t) {
    return factor({t.symbol, t.suffix, t.value.value, Unit::text, t.input});
  }
  // An input of the scenario; nothing if the scenario has none.
  template <class Q>
  StepLog& by(Ref<Q> ref, std::uint32_t suffix = 0) {
    return factor(ref.index, suffix);
  }
  StepLog& by(const Operand& operand) { return factor(operand); }
  template <class Unit>
  void is(Quantity<Unit> value) {
    finish(value.value, Unit::text);
  }
  void is(double value, std::string_view unit) { finish(value, unit); }

  [[nodiscard]] const Scenario& scenario() const { return scenario_; }

private:
  StepLog& factor(const Operand& operand);
  StepLog& factor(std::uint32_t input, std::uint32_t suffix);
  void finish(double value, std::string_view unit);

  const Scenario& scenario_;
  Values x_;
  bool in_product_ = false; // the last piece was an operand: the next one is multiplied to it
};

// An input of the scenario as a term. `suffix` as in Term.
template <class Q, class Rep>
[[nodiscard]] auto term(const Scenario& s, ValuesIn<Rep> x, Ref<Q> ref, std::uint32_t suffix = 0) {
  const Input& input = s.inputs[ref.index];
  return Term<typename Q::template In<Rep>>{{x[ref.index]}, input.symbol, suffix, &input};
}

} // namespace fivecars::accounting
