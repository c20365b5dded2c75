// The module `calculator`: first load of the page, the embed and Node.
#include "accounting/units.hpp"
#include "bindings/val_node.hpp"
#include "catalog/catalog.hpp"
#include "documents/calculate.hpp"
#include "documents/catalogue_shapes.hpp"
#include "documents/json_syntax.hpp"
#include "documents/version.hpp"

#include <emscripten/bind.h>

namespace fivecars::bindings {
namespace {

using namespace documents;

val issues_value(const std::vector<Issue>& issues) {
  ValBuilder b;
  val out = b.object();
  b.set(out, "issues", write(b, issue_documents(issues)));
  return out;
}

// {estimate} or {issues}. The argument must come out of structuredClone.
val estimate(val scenario) {
  const auto result = calculate(ValNode(std::move(scenario)));
  if (const auto* issues = std::get_if<std::vector<Issue>>(&result)) return issues_value(*issues);
  ValBuilder b;
  val out = b.object();
  b.set(out, "estimate", write(b, std::get<EstimateDoc>(result)));
  return out;
}

// {issues}: empty if the text is JSON.
val check_json(const std::string& text) {
  const auto fault = json_fault(text);
  return issues_value(fault ? std::vector<Issue>{*fault} : std::vector<Issue>{});
}

// An issue that was found outside, in the one form and with the one English text.
val unreadable(const std::string& reason) {
  return issues_value({{code::unreadable, "", {{"reason", std::string(clipped(reason, 200))}}}});
}

// The limits that inputs on a page need: name, from, to, unit.
val limits_value() {
  ValBuilder b;
  val out = b.object();
  const auto add = [&](const char* name, const Limit& limit) {
    val v = b.object();
    b.set(v, "min", b.number(limit.min));
    b.set(v, "max", b.number(limit.max));
    b.set(v, "whole", b.boolean(limit.whole));
    b.set(v, "unit", b.text(limit.unit));
    b.set(out, name, v);
  };
  add("runs", limits::runs);
  add("count", limits::count);
  add("hours", limits::hours);
  add("device_hours", limits::device_hours);
  add("draw_w", limits::draw_w);
  add("device_w", limits::device_w);
  add("pue", limits::pue);
  add("kg_per_kwh", limits::kg_per_kwh);
  return out;
}

// Everything that is known, for pickers and wording.
val catalogue() {
  ValBuilder b;
  val out = b.object();
  b.set(out, "data_version", b.text(catalog::data_version()));
  b.set(out, "engine_version", b.text(engine_version));
  b.set(out, "sources", write(b, catalog::sources()));
  b.set(out, "devices", write(b, catalog::devices()));
  b.set(out, "grids", write(b, catalog::grids()));
  b.set(out, "equivalents", write(b, catalog::equivalents()));
  b.set(out, "defaults", write(b, catalog::defaults()));
  b.set(out, "models", write(b, catalog::models()));
  b.set(out, "limits", limits_value());
  val units = b.object();  // kg in one of each
  b.set(units, "kg", b.number(1));
  b.set(units, "lb", b.number(accounting::kg_per_lb));
  b.set(units, "t", b.number(1000));
  b.set(out, "mass_units_kg", units);
  return out;
}

}  // namespace
}  // namespace fivecars::bindings

EMSCRIPTEN_BINDINGS(calculator) {
  emscripten::function("estimate", &fivecars::bindings::estimate);
  emscripten::function("checkJson", &fivecars::bindings::check_json);
  emscripten::function("unreadable", &fivecars::bindings::unreadable);
  emscripten::function("catalogue", &fivecars::bindings::catalogue);
}
