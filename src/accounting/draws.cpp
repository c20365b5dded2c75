#include "accounting/draws.hpp"

#include "accounting/order.hpp"

#include <utility>

namespace fivecars::accounting {
namespace {

// By what they are, not by where they stand: with its stages in another order a scenario keeps its draws.
bool is_before(const Input& a, const Input& b) {
  if (a.symbol != b.symbol)
    return a.symbol < b.symbol;
  const bool given = a.origin == Origin::given, other_given = b.origin == Origin::given;
  if (given != other_given)
    return given;
  if (!given)
    return draw_key(a) < draw_key(b);
  if (a.value.best != b.value.best)
    return a.value.best < b.value.best;
  return a.value.low != b.value.low ? a.value.low < b.value.low : a.value.high < b.value.high;
}

} // namespace

Draws draws(const Scenario& scenario) {
  const auto& inputs = scenario.inputs;
  // What only the score or an equivalent hangs on comes last, so that asking for them moves nothing else.
  // What nothing hangs on isn't drawn.
  enum Use : std::uint8_t { unused, beside, of_stage };
  std::vector<Use> use(inputs.size());
  if (scenario.functional_units)
    use[scenario.functional_units.index] = beside;
  for (const Equivalent& e : scenario.equivalents)
    use[e.factor.index] = beside;
  for (const Stage& stage : scenario.stages)
    each_input(stage, [&](std::uint32_t input) { use[input] = of_stage; });

  std::vector<std::uint32_t> varying;
  for (std::uint32_t i = 0; i < inputs.size(); ++i)
    if (use[i] != unused && !inputs[i].value.exact())
      varying.push_back(i);
  // Neighbours share a key; the first of each in front.
  sort_indices(std::span(varying),
               [&](std::uint32_t a, std::uint32_t b) { return draw_key(inputs[a]) < draw_key(inputs[b]); });
  std::vector<Drawn> found;
  for (const std::uint32_t i : varying) {
    if (found.empty() || draw_key(inputs[found.back().front()]) != draw_key(inputs[i]))
      found.emplace_back();
    found.back().push_back(i);
  }

  std::vector<std::uint32_t> order(found.size());
  for (std::uint32_t i = 0; i < order.size(); ++i)
    order[i] = i;
  sort_indices(std::span(order), [&](std::uint32_t a, std::uint32_t b) {
    const std::uint32_t first = found[a].front(), other = found[b].front();
    if (use[first] != use[other])
      return use[first] > use[other];
    if (is_before(inputs[first], inputs[other]))
      return true;
    return !is_before(inputs[other], inputs[first]) && first < other;
  });
  Draws out;
  out.dimension.assign(inputs.size(), no_input);
  for (const std::uint32_t i : order) {
    for (const std::uint32_t input : found[i])
      out.dimension[input] = static_cast<std::uint32_t>(out.drawn.size());
    out.drawn.push_back(std::move(found[i]));
  }
  return out;
}

} // namespace fivecars::accounting
