#include "catalog/choose.hpp"

#include "catalog/catalog.hpp"

#include <algorithm>
#include <cstdlib>

namespace fivecars::catalog {

Chosen choose_figure(std::span<const Series<Compiled>> series, std::optional<std::int64_t> year,
                     std::optional<Basis> basis) {
  const auto is_lifecycle = [](const auto& s) { return s.basis == Basis::lifecycle; };
  const Basis wanted = basis                                                     ? *basis
                       : std::any_of(series.begin(), series.end(), is_lifecycle) ? Basis::lifecycle
                                                                                 : Basis::direct;
  // Smaller is better: the distance, and of two as far the earlier; without a year, the latest.
  const auto rank = [&](std::int64_t y) {
    if (!year)
      return -2 * y;
    return 2 * std::abs(y - *year) + (y > *year ? 1 : 0);
  };
  Chosen chosen;
  for (const auto& s : series) {
    if (s.basis != wanted || s.kg_per_kwh.empty())
      continue;
    const std::int64_t last = s.from + static_cast<std::int64_t>(s.kg_per_kwh.size()) - 1;
    const std::int64_t y = year ? std::clamp(*year, s.from, last) : last;
    if (!chosen || rank(y) < rank(chosen.year))
      chosen = {&s, y, s.kg_per_kwh[static_cast<std::size_t>(y - s.from)]};
  }
  return chosen;
}

std::optional<double> choose_peak(const Peak& peak, std::optional<Precision> precision) {
  if (!precision)
    return peak.bf16 ? peak.bf16 : peak.fp16;
  switch (*precision) {
  case Precision::bf16:
    return peak.bf16;
  case Precision::fp16:
    return peak.fp16;
  case Precision::tf32:
    return peak.tf32;
  case Precision::fp8:
    return peak.fp8;
  case Precision::fp32:
    break;
  }
  return peak.fp32;
}

const Grid<Compiled>* water_of(const Grid<Compiled>& grid) {
  if (grid.water)
    return &grid;
  if (!grid.country)
    return nullptr;
  for (const auto& other : grids())
    if (other.kind == GridKind::country && other.water && of_country(other.id, *grid.country))
      return &other;
  return nullptr;
}

} // namespace fivecars::catalog
