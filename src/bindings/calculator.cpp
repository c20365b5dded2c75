// The module `calculator`: first load of the page, the embed and Node.
#include "bindings/val_node.hpp"
#include "catalog/catalog.hpp"
#include "documents/calculate.hpp"
#include "documents/json_syntax.hpp"

#include <emscripten/bind.h>

namespace fivecars::bindings {
namespace {

using namespace documents;

template <class T>
val to_val(const T& value) {
  ValSink sink;
  write(sink, value);
  return sink.take();
}

val issues(std::vector<Issue> list) { return to_val(IssuesDoc{std::move(list)}); }

// {estimate} or {issues}. The argument must come out of structuredClone.
val estimate(val scenario) {
  Calculated result = calculate(ValNode(std::move(scenario)));
  if (!result.document)
    return issues(std::move(result.issues));
  val out = val::object();
  out.set("estimate", to_val(*result.document));
  return out;
}

// {issues}: none if the text is JSON.
val check_json(const std::string& text) {
  std::vector<Issue> found;
  if (auto fault = json_fault(text))
    found.push_back(*fault);
  return issues(found);
}

// An issue that was found outside, in the one form and with the one English text.
val unreadable(const std::string& reason) {
  constexpr std::size_t longest = 200;
  return issues({Issue{code::unreadable, ""}.with("reason", clipped(reason, longest))});
}

// Everything that is known, for pickers and wording.
val catalogue() { return val::global("JSON").call<val>("parse", std::string(catalog::document_json())); }

} // namespace
} // namespace fivecars::bindings

EMSCRIPTEN_BINDINGS(calculator) {
  emscripten::function("estimate", &fivecars::bindings::estimate);
  emscripten::function("checkJson", &fivecars::bindings::check_json);
  emscripten::function("unreadable", &fivecars::bindings::unreadable);
  emscripten::function("catalogue", &fivecars::bindings::catalogue);
}
