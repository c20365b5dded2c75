#include "catalog/choose.hpp"

#include <algorithm>
#include <cstdlib>

namespace fivecars::catalog {

const GridFigure<Compiled>* choose_figure(std::span<const GridFigure<Compiled>> figures,
                                          std::optional<std::int64_t> year, std::optional<Basis> basis) {
  const auto is_lifecycle = [](const auto& f) { return f.basis == Basis::lifecycle; };
  const Basis wanted = basis                                                       ? *basis
                       : std::any_of(figures.begin(), figures.end(), is_lifecycle) ? Basis::lifecycle
                                                                                   : Basis::direct;
  const GridFigure<Compiled>* chosen = nullptr;
  // Smaller is better: the distance, and of two as far the earlier; without a year, the latest.
  const auto rank = [&](std::int64_t y) {
    if (!year)
      return -2 * y;
    return 2 * std::abs(y - *year) + (y > *year ? 1 : 0);
  };
  for (const auto& figure : figures)
    if (figure.basis == wanted && (!chosen || rank(figure.year) < rank(chosen->year)))
      chosen = &figure;
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
  case Precision::fp32:
    break;
  }
  return peak.fp32;
}

} // namespace fivecars::catalog
