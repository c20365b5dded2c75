// The known name that somebody who typed another one probably meant.
#pragma once

#include <span>
#include <string_view>

namespace fivecars::documents {

// The one of `known` with the fewest edits (insert, delete, replace) from `typed`, ignoring
// ASCII case; empty where even the nearest is further than a third of its length and further than two edits.
// Names that contain what was typed count as near.
[[nodiscard]] std::string_view nearest(std::string_view typed, std::span<const std::string_view> known);

} // namespace fivecars::documents
