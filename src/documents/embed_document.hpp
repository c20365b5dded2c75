// What an embed is given: of an estimate the part that it shows, in the same shapes, and of the catalogue
// what a sentence about a scenario or a list to choose from says. Everything else stays out of its module.
#pragma once

#include "accounting/total.hpp"
#include "catalog/catalog.hpp"
#include "documents/catalogue_shapes.hpp"
#include "documents/estimate_document.hpp"
#include "documents/version.hpp"

#include <string_view>

namespace fivecars::documents {

// A part of an estimate document.
struct TotalDoc {
  accounting::Total total;
  std::string_view data_version = catalog::data_version();
  std::string_view engine_version = documents::engine_version;
};

// A part of a row.
template <class Row>
struct Brief {
  const Row& row;
};

namespace view {

template <auto member>
const auto& of_total(const TotalDoc& d) {
  return d.total.*member;
}
template <class Row, auto member>
const auto& of_row(const Brief<Row>& b) {
  return b.row.*member;
}

} // namespace view

template <>
struct Shape<TotalDoc> {
  using E = accounting::Total;
  static constexpr bool keeps_nulls = true;
  static constexpr auto fields = std::tuple{
      computed("total_kg", &view::of_total<&E::total_kg>),
      computed("embodied_kg", &view::of_total<&E::embodied_kg>),
      computed("equivalents", &view::of_total<&E::equivalents>),
      computed("histogram", &view::of_total<&E::histogram>),
      computed("hours", &view::of_total<&E::hours>),
      field("data_version", &TotalDoc::data_version),
      field("engine_version", &TotalDoc::engine_version),
  };
};

template <>
struct Shape<Brief<catalog::Grid<catalog::Compiled>>> {
  using T = catalog::Grid<catalog::Compiled>;
  static constexpr auto fields = std::tuple{
      computed("id", &view::of_row<T, &T::id>),
      computed("name", &view::of_row<T, &T::name>),
      computed("in_a_sentence", &view::of_row<T, &T::in_a_sentence>),
      computed("kind", &view::of_row<T, &T::kind>),
      computed("country", &view::of_row<T, &T::country>),
  };
};
template <>
struct Shape<Brief<catalog::Site<catalog::Compiled>>> {
  using T = catalog::Site<catalog::Compiled>;
  static constexpr auto fields = std::tuple{
      computed("id", &view::of_row<T, &T::id>),
      computed("name", &view::of_row<T, &T::name>),
      computed("provider", &view::of_row<T, &T::provider>),
      computed("kind", &view::of_row<T, &T::kind>),
      computed("grid", &view::of_row<T, &T::grid>),
  };
};
template <>
struct Shape<Brief<catalog::Device<catalog::Compiled>>> {
  using T = catalog::Device<catalog::Compiled>;
  static constexpr auto fields = std::tuple{
      computed("id", &view::of_row<T, &T::id>),
      computed("short_name", &view::of_row<T, &T::short_name>),
      computed("kind", &view::of_row<T, &T::kind>),
  };
};

} // namespace fivecars::documents
