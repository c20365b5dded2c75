// What goes back to JavaScript.
#pragma once

#include "bindings/val_node.hpp"
#include "documents/estimate_document.hpp"
#include "documents/write.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace fivecars::bindings {

template <class T>
val to_val(const T& value) {
  ValSink sink;
  documents::write(sink, value);
  return sink.take();
}

inline val issues(std::vector<documents::Issue> list) {
  return to_val(documents::IssuesDoc{std::move(list)});
}

// An issue that was found outside, in the one form and with the one English text.
inline val unreadable(const std::string& reason) {
  constexpr std::size_t longest = 200;
  return issues({documents::Issue{documents::code::unreadable, ""}.with(
      "reason", documents::clipped(reason, longest))});
}

} // namespace fivecars::bindings
