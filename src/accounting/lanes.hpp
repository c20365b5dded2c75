// Several doubles that go through a sum side by side: several samples for the price of one walk through the
// scenario. Each lane does what a double alone would do, to the last bit.
#pragma once

#include <cstddef>

namespace fivecars::accounting {

inline constexpr std::size_t lane_count = 4;

class Lanes {
public:
  Lanes() : x_{} {}
  Lanes(double all) : x_(Vector{} + all) {} // a number that doesn't vary is the same in every lane

  static Lanes load(const double* from) {
    Lanes lanes;
    __builtin_memcpy(&lanes.x_, from, sizeof lanes.x_);
    return lanes;
  }
  [[nodiscard]] double first() const { return x_[0]; }
  void store(double* to) const { __builtin_memcpy(to, &x_, sizeof x_); }

  friend Lanes operator+(const Lanes& a, const Lanes& b) { return Lanes(a.x_ + b.x_); }
  friend Lanes operator-(const Lanes& a, const Lanes& b) { return Lanes(a.x_ - b.x_); }
  friend Lanes operator*(const Lanes& a, const Lanes& b) { return Lanes(a.x_ * b.x_); }
  friend Lanes operator/(const Lanes& a, const Lanes& b) { return Lanes(a.x_ / b.x_); }

private:
  // Known to GCC and clang alike; each target splits it into what it has.
  using Vector = double __attribute__((vector_size(lane_count * sizeof(double)), aligned(16)));
  explicit Lanes(const Vector& x) : x_(x) {}
  Vector x_;
};

} // namespace fivecars::accounting
