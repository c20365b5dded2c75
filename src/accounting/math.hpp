// exp, log and the inverse normal, the same bits on every machine. A libm's last digits differ from the next
// one's; here are only additions, multiplications, divisions and square roots, which IEEE 754 rounds in one
// way, so long as nobody contracts them to fused multiply-adds (cmake/flags.cmake forbids it).
//
// exp and log have no branches, so that a loop over an array becomes vector code, with the same bits again.
#pragma once

#include <cmath>
#include <cstdint>

namespace fivecars::accounting {

namespace detail {

// ln 2 in two parts: the upper one ends in 33 zero bits, so that a product with an exponent is exact.
inline constexpr double ln2_upper = 0x1.62e42p-1;
inline constexpr double ln2_lower = 0x1.fdf473de6af28p-22;

// As std::bit_cast, which Emscripten 3.1.6 doesn't have.
[[nodiscard]] constexpr std::uint64_t bits_of(double x) { return __builtin_bit_cast(std::uint64_t, x); }
[[nodiscard]] constexpr double double_of(std::uint64_t bits) { return __builtin_bit_cast(double, bits); }

} // namespace detail

// e to the x, for any x but NaN: within 1 ulp (0.95 is the most that was
// seen), subnormal results included; 0 below them and infinity above the largest double.
[[nodiscard]] inline double exp(double x) {
  // Beyond 800 the result is 0 or infinity anyway. (Two comparisons in a row would keep GCC 12 from vector
  // code.)
  const double size = std::fabs(x);
  x = std::copysign(size > 800 ? 800 : size, x);
  // x = k ln 2 + r with |r| <= ln 2 / 2. Adding 1.5 * 2^52 rounds to an integer, which then stands in the low
  // bits.
  constexpr double rounder = 0x1.8p52;
  const double shifted = x * 0x1.71547652b82fep+0 + rounder;
  const double k = shifted - rounder;
  const double upper = x - k * detail::ln2_upper;
  const double lower = k * detail::ln2_lower;
  const double r = upper - lower;
  const double lost = (upper - r) - lower;
  // (e^r - 1 - r) / r^2, interpolated at Chebyshev nodes: 2e-17 of e^r.
  double p = 0x1.af38a9b0ec855p-26;
  p = p * r + 0x1.289185613a3d6p-22;
  p = p * r + 0x1.71de0dae63bb3p-19;
  p = p * r + 0x1.a019b90d2ae7ap-16;
  p = p * r + 0x1.a01a01a7c41d5p-13;
  p = p * r + 0x1.6c16c1788bd90p-10;
  p = p * r + 0x1.11111111109b3p-7;
  p = p * r + 0x1.5555555553d63p-5;
  p = p * r + 0x1.5555555555556p-3;
  p = p * r + 0x1.0000000000001p-1;
  const double power = 1 + (r + ((r * r) * p + lost));
  // Times 2^k in two factors, because k alone can be more than an exponent holds. 2^13 > 2 * 2046 + 1.
  const std::uint64_t twice_biased = (detail::bits_of(shifted) + 2046) & 0x1fff;
  const std::uint64_t half = twice_biased >> 1;
  return power * detail::double_of(half << 52) * detail::double_of((twice_biased - half) << 52);
}

// The natural logarithm of a positive, finite x, subnormal or not: within 1 ulp (0.86 is the
// most that was seen). Anything else is nonsense.
[[nodiscard]] inline double log(double x) {
  // A subnormal x, known by its empty exponent, is raised by 2^54. (A comparison would do, but not as vector
  // code.)
  const std::uint64_t raised = (0 - (((detail::bits_of(x) >> 52) - 1) >> 63)) & 54;
  const std::uint64_t bits = detail::bits_of(x * detail::double_of((1023 + raised) << 52));
  // x = 2^k m with sqrt(1/2) <= m < sqrt(2). The exponent becomes a double by standing in low bits of 2^52.
  const std::uint64_t above = bits - 0x3fe6a09e667f3bcd + 0x4000000000000000;
  const double m = detail::double_of(bits - (above & 0xfff0000000000000) + 0x4000000000000000);
  const double k =
      detail::double_of(((above >> 52) + 64 - raised) | 0x4330000000000000) - (0x1p52 + 1024 + 64);
  // With s = f / (2 + f), ln(1 + f) = 2 atanh s = f - f^2/2 + s (f^2/2 + R), where R = 2 s^2/3 + 2 s^4/5 + …,
  // interpolated at Chebyshev nodes: 1e-18 of the result.
  const double f = m - 1;
  const double s = f / (2 + f);
  const double z = s * s;
  double p = 0x1.0c04595972ab8p-3;
  p = p * z + 0x1.0fbe83c2cbcf3p-3;
  p = p * z + 0x1.3b1c360763b8ap-3;
  p = p * z + 0x1.745cf901605f7p-3;
  p = p * z + 0x1.c71c720160b47p-3;
  p = p * z + 0x1.2492492476c87p-2;
  p = p * z + 0x1.9999999999a38p-2;
  p = p * z + 0x1.5555555555555p-1;
  const double half_square = 0.5 * f * f;
  return k * detail::ln2_upper - ((half_square - (s * (half_square + z * p) + k * detail::ln2_lower)) - f);
}

// The z below which a standard normal lies with probability p, 0 < p < 1: relative error about 1e-15.
// M. J. Wichura (1988), Algorithm AS 241, Applied Statistics 37, 477-484.
[[nodiscard]] inline double inverse_normal(double p) {
  const auto ratio = [](double r, const double(&a)[8], const double(&b)[8]) {
    double above = a[7], below = b[7];
    for (int i = 6; i >= 0; --i) {
      above = above * r + a[i];
      below = below * r + b[i];
    }
    return above / below;
  };
  static constexpr double middle[2][8] = {
      {3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
       4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3},
      {1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3, 2.1213794301586595867e4,
       3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3}};
  static constexpr double outer[2][8] = {
      {1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
       1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2,
       7.74545014278341407640e-4},
      {1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
       1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
       1.05075007164441684324e-9}};
  static constexpr double far[2][8] = {
      {6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
       2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
       2.71155556874348757815e-5, 2.01033439929228813265e-7},
      {1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
       7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
       2.04426310338993978564e-15}};
  const double q = p - 0.5;
  if (std::fabs(q) <= 0.425)
    return q * ratio(0.180625 - q * q, middle[0], middle[1]);
  const double r = std::sqrt(-log(q < 0 ? p : 1 - p));
  const double z = r <= 5 ? ratio(r - 1.6, outer[0], outer[1]) : ratio(r - 5, far[0], far[1]);
  return q < 0 ? -z : z;
}

} // namespace fivecars::accounting
