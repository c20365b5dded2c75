#include "documents/estimate_document.hpp"

#include "catalog/catalog.hpp"
#include "documents/version.hpp"

namespace fivecars::documents::view {
namespace {

std::optional<std::string_view> unless_empty(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional{text};
}

} // namespace

std::optional<double> low(const Outcome& o) { return o.spread ? std::optional{o.spread->low} : std::nullopt; }
std::optional<double> median(const Outcome& o) {
  return o.spread ? std::optional{o.spread->median} : std::nullopt;
}
std::optional<double> high(const Outcome& o) {
  return o.spread ? std::optional{o.spread->high} : std::nullopt;
}

std::string operand_symbol(const Operand& o) { return accounting::name_of(o.symbol, o.suffix); }

std::string_view operand_origin(const Operand& o) {
  if (!o.input)
    return "step";
  switch (o.input->origin) {
  case accounting::Origin::given:
    return "given";
  case accounting::Origin::catalogue:
    return "catalogue";
  case accounting::Origin::fallback:
    break;
  }
  return "default";
}

std::optional<std::string_view> operand_path(const Operand& o) {
  return o.input ? unless_empty(o.input->path) : std::nullopt;
}
std::optional<std::string_view> operand_entry(const Operand& o) {
  return o.input ? unless_empty(o.input->entry) : std::nullopt;
}
std::optional<std::string_view> operand_source(const Operand& o) {
  return o.input ? unless_empty(o.input->source) : std::nullopt;
}

std::string step_symbol(const Step& s) { return accounting::name_of(s.symbol, s.suffix); }
std::optional<std::int64_t> step_stage(const Step& s) {
  return s.stage == accounting::whole_scenario ? std::nullopt : std::optional<std::int64_t>{s.stage};
}

std::string_view schema(const EstimateDoc&) { return "fivecars/estimate/1"; }
std::optional<NotYet> not_yet(const EstimateDoc&) { return std::nullopt; }
std::string_view data_version(const EstimateDoc&) { return catalog::data_version(); }
std::string_view engine_version(const EstimateDoc&) { return documents::engine_version; }

} // namespace fivecars::documents::view
