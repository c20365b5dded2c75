// Is this text JSON, and if not, where does it go wrong? The parsers behind the two front doors
// (nlohmann/json and JSON.parse) each describe faults in their own words, and JSON.parse often without a
// place. This check runs before either, so that the same text gets the same issue at both.
#pragma once

#include "documents/issue.hpp"

#include <optional>
#include <string_view>

namespace fivecars::documents {

// Nothing if `text` is one JSON value (RFC 8259) in valid UTF-8, nested at most 64 deep, at most 16 MiB long,
// with no number of 1e308 or more, and no object that names a member twice or has more members than any here
// has. Else the first fault, with line and column counted from 1, the column in characters.
[[nodiscard]] std::optional<Issue> json_fault(std::string_view text);

} // namespace fivecars::documents
