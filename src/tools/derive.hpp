// Figures that nobody prints, worked out from those that are.
#pragma once

#include "tools/data_files.hpp"

namespace fivecars::tools {

// Adds to the grids of data that was found good:
// - of a part of a country with an official direct factor and a mix, a lifecycle figure:
//   direct + sum over the sources of power of share * upstream;
// - of a grid with a known loss, a grid of its own, "ID/delivered", with direct / (1 - loss).
// Both are marked as derived. Single figures become series of one.
void derive(Data& data);

} // namespace fivecars::tools
