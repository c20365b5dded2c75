// The module `what_if`: fetched when somebody asks what if. It has the whole core in it, so that a worker
// needs nothing else.
#include "bindings/answers.hpp"
#include "documents/what_if.hpp"

#include <emscripten/bind.h>

namespace fivecars::bindings {
namespace {

using namespace documents;

// {result} or {issues}. The argument as for estimate().
template <class Request, class Document>
val what_if(val request, Answer<Document> (*call)(const Request&, std::vector<Issue>)) {
  Answer<Document> result = answer(ValNode(std::move(request)), call);
  if (!result.document)
    return issues(std::move(result.issues));
  val out = val::object();
  out.set("result", to_val(*result.document));
  return out;
}
val rank(val request) { return what_if(std::move(request), &documents::rank); }
val solve(val request) { return what_if(std::move(request), &documents::solve); }
val diff(val request) { return what_if(std::move(request), &documents::diff); }
val compare(val request) { return what_if(std::move(request), &documents::compare); }

} // namespace
} // namespace fivecars::bindings

EMSCRIPTEN_BINDINGS(what_if) {
  emscripten::function("rank", &fivecars::bindings::rank);
  emscripten::function("solve", &fivecars::bindings::solve);
  emscripten::function("diff", &fivecars::bindings::diff);
  emscripten::function("compare", &fivecars::bindings::compare);
  emscripten::function("unreadable", &fivecars::bindings::unreadable);
}
