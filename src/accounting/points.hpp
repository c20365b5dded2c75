// The points at which inputs are drawn: method.md, section 5. The same for every scenario, so that two
// scenarios are compared at the same draws, and nothing moves when one is computed twice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace fivecars::accounting {

inline constexpr std::size_t point_count = 8192;
inline constexpr std::uint32_t sobol_bits = 13; // of point_count
inline constexpr std::size_t sobol_dimensions = 64;

// Standard normals at a dimension of an Owen-scrambled Sobol sequence, dimension < sobol_dimensions. Made at
// first use and kept (64 KiB each). Not safe to be called from several threads at once.
[[nodiscard]] std::span<const double> normals(std::uint32_t dimension);

// The same for the dimensions from sobol_dimensions on, into point_count doubles: the same 64 again and
// again, each time with the points in another order (Latin supercube sampling). Fills the one in `normals`
// that it reorders.
void hashed_normals(std::uint32_t dimension, double* out);

} // namespace fivecars::accounting
