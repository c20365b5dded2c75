#include "accounting/trace.hpp"

namespace fivecars::accounting {

std::string name_of(std::string_view symbol, std::uint32_t suffix) {
  std::string name(symbol);
  if (suffix != 0) {
    name += '_';
    name += std::to_string(suffix);
  }
  return name;
}

StepLog& StepLog::step(std::string_view symbol, std::uint32_t suffix) {
  Step& s = steps.emplace_back();
  s.symbol = symbol;
  s.suffix = suffix;
  s.stage = stage;
  in_product_ = false;
  return *this;
}

StepLog& StepLog::text(std::string_view text) {
  steps.back().formula += text;
  in_product_ = false;
  return *this;
}

StepLog& StepLog::factor(const Operand& operand) {
  Step& s = steps.back();
  if (in_product_)
    s.formula += " * ";
  s.formula += name_of(operand.symbol, operand.suffix);
  s.operands.push_back(operand);
  in_product_ = true;
  return *this;
}

StepLog& StepLog::factor(std::uint32_t index, std::uint32_t suffix) {
  if (index == no_input)
    return *this;
  const Input& input = scenario_.inputs[index];
  return factor({input.symbol, suffix, x_[index], input.unit, &input});
}

void StepLog::finish(double value, std::string_view unit) {
  steps.back().value = value;
  steps.back().unit = unit;
}

} // namespace fivecars::accounting
