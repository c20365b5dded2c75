// Which of several figures of one row counts.
#pragma once

#include "catalog/rows.hpp"

#include <optional>
#include <span>

namespace fivecars::catalog {

// One year of a series. `series` is null where there is none.
struct Chosen {
  const Series<Compiled>* series = nullptr;
  std::int64_t year = 0;
  double kg_per_kwh = 0;
  explicit operator bool() const { return series != nullptr; }
};

// Of a grid's figures: on the basis asked for, else lifecycle if there is any, else direct; of these the one
// of the year asked for, else of the nearest year (the earlier of two as near), else the latest. Empty if
// there is none on the basis asked for.
[[nodiscard]] Chosen choose_figure(std::span<const Series<Compiled>> series, std::optional<std::int64_t> year,
                                   std::optional<Basis> basis);

// FLOP/s in the precision asked for, else in bf16 if the device has it, else in fp16. Nothing if it has no
// such figure.
[[nodiscard]] std::optional<double> choose_peak(const Peak& peak, std::optional<Precision> precision);

// Whose figure of water at the power stations counts for a grid: its own, else that of the country that it is
// a part of. That row has `water`; nullptr if neither has.
[[nodiscard]] const Grid<Compiled>* water_of(const Grid<Compiled>& grid);

} // namespace fivecars::catalog
