// Does a step's sum by its formula, as a reader with a pocket calculator would. Knows + - * / and
// parentheses.
#pragma once

#include "accounting/trace.hpp"

#include <cstdlib>
#include <stdexcept>
#include <string>

namespace fivecars::test {

class Formula {
public:
  explicit Formula(const accounting::Step& step) : step_(step), text_(step.formula) {}

  double value() {
    const double v = sum();
    if (at_ != text_.size())
      throw std::runtime_error("left over in the formula: " + text_.substr(at_));
    return v;
  }

private:
  void space() {
    while (at_ < text_.size() && text_[at_] == ' ')
      ++at_;
  }
  bool take(char c) {
    space();
    if (at_ == text_.size() || text_[at_] != c)
      return false;
    ++at_;
    space();
    return true;
  }
  double sum() {
    double v = product();
    while (true) {
      if (take('+'))
        v += product();
      else if (take('-'))
        v -= product();
      else
        return v;
    }
  }
  double product() {
    double v = factor();
    while (true) {
      if (take('*'))
        v *= factor();
      else if (take('/'))
        v /= factor();
      else
        return v;
    }
  }
  double factor() {
    if (take('(')) {
      const double v = sum();
      if (!take(')'))
        throw std::runtime_error("no closing parenthesis in " + text_);
      return v;
    }
    space();
    std::size_t end = at_;
    while (end < text_.size() && std::string(" +*/()").find(text_[end]) == std::string::npos)
      ++end;
    const std::string name = text_.substr(at_, end - at_);
    at_ = end;
    for (const auto& o : step_.operands)
      if (accounting::name_of(o.symbol, o.suffix) == name)
        return o.value;
    char* rest = nullptr;
    const double number = std::strtod(name.c_str(), &rest);
    if (name.empty() || *rest != '\0')
      throw std::runtime_error("\"" + name + "\" is no operand of " + text_);
    return number;
  }

  const accounting::Step& step_;
  std::string text_;
  std::size_t at_ = 0;
};

} // namespace fivecars::test
