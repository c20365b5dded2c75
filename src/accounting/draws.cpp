#include "accounting/draws.hpp"

#include "accounting/order.hpp"

namespace fivecars::accounting {

Draws draws(const Scenario& scenario) {
  const auto& inputs = scenario.inputs;
  Draws out;
  out.dimension.assign(inputs.size(), no_input);

  // Neighbours share a key; the first of each in front.
  std::vector<std::uint32_t> varying;
  for (std::uint32_t i = 0; i < inputs.size(); ++i)
    if (!inputs[i].value.exact())
      varying.push_back(i);
  sort_indices(std::span(varying),
               [&](std::uint32_t a, std::uint32_t b) { return draw_key(inputs[a]) < draw_key(inputs[b]); });

  std::vector<std::uint32_t> first_with_key(inputs.size(), no_input);
  for (std::size_t i = 0; i < varying.size(); ++i) {
    const bool same = i != 0 && draw_key(inputs[varying[i - 1]]) == draw_key(inputs[varying[i]]);
    first_with_key[varying[i]] = same ? first_with_key[varying[i - 1]] : varying[i];
  }
  for (std::uint32_t i = 0; i < inputs.size(); ++i) {
    const std::uint32_t first = first_with_key[i];
    if (first == no_input)
      continue;
    if (first == i) {
      out.dimension[i] = static_cast<std::uint32_t>(out.drawn.size());
      out.drawn.emplace_back();
    } else {
      out.dimension[i] = out.dimension[first];
    }
    out.drawn[out.dimension[i]].push_back(i);
  }
  return out;
}

} // namespace fivecars::accounting
