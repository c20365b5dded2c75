// What goes back to JavaScript.
#pragma once

#include "bindings/val_node.hpp"
#include "documents/estimate_document.hpp"
#include "documents/write.hpp"

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

} // namespace fivecars::bindings
