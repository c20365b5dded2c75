// What goes back to JavaScript.
#pragma once

#include "bindings/val_node.hpp"
#include "documents/estimate_document.hpp"
#include "documents/json_syntax.hpp"
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

// {issues}: none if the text is JSON.
inline val check_json(const std::string& text) {
  std::vector<documents::Issue> found;
  if (auto fault = documents::json_fault(text))
    found.push_back(*fault);
  return issues(std::move(found));
}

} // namespace fivecars::bindings
