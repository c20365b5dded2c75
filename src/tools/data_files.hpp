// The files of data/: their shapes, and reading them all.
#pragma once

#include "documents/catalogue_shapes.hpp"
#include "documents/issue.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fivecars::tools {

using Owned = catalog::Owning;

struct SourcesFile {
  std::string schema;
  std::vector<catalog::Source<Owned>> sources;
};
struct DevicesFile {
  std::string schema;
  std::vector<catalog::Device<Owned>> devices;
};
struct GridsFile {
  std::string schema;
  std::vector<catalog::Grid<Owned>> grids;
};
struct SitesFile {
  std::string schema;
  std::vector<catalog::Site<Owned>> sites;
};
struct UpstreamFile {
  std::string schema;
  std::vector<catalog::Upstream<Owned>> upstream;
};
struct EquivalentsFile {
  std::string schema;
  std::vector<catalog::Equivalent<Owned>> equivalents;
};
struct DefaultsFile {
  std::string schema;
  std::string grid; // of a place that nobody names
  std::vector<catalog::Fallback<Owned>> defaults;
};
struct PipelinesFile {
  std::string schema;
  std::vector<catalog::Pipeline<Owned>> pipelines;
};
struct ModelsFile {
  std::string schema;
  std::vector<catalog::Model<Owned>> models;
};

// A row and where it stands, for messages about it.
template <class Row>
struct Placed {
  Row row;
  std::string file;    // relative to the data folder
  std::string pointer; // JSON pointer in that file
};

struct Data {
  std::string version; // of the data: its date and a hash of its content
  std::string default_grid;
  std::int64_t this_year = 0; // no figure can be of a later one
  std::vector<Placed<catalog::Source<Owned>>> sources;
  std::vector<Placed<catalog::Device<Owned>>> devices;
  std::vector<Placed<catalog::Grid<Owned>>> grids;
  std::vector<Placed<catalog::Upstream<Owned>>> upstream;
  std::vector<Placed<catalog::Site<Owned>>> sites;
  std::vector<Placed<catalog::Equivalent<Owned>>> equivalents;
  std::vector<Placed<catalog::Fallback<Owned>>> defaults;
  std::vector<Placed<catalog::Pipeline<Owned>>> pipelines;
  std::vector<Placed<catalog::Model<Owned>>> models;
};

// A fault of a data file.
struct Fault {
  std::string file;
  documents::Issue issue;
};

// Reads and checks every file below `folder`. All faults of all files at once; data is complete only if there
// are none.
[[nodiscard]] Data read_data(const std::filesystem::path& folder, std::vector<Fault>& faults);

} // namespace fivecars::tools

namespace fivecars::documents {

template <>
struct Shape<tools::SourcesFile> {
  using T = tools::SourcesFile;
  static constexpr std::string_view title = "Five Cars data: sources, each once";
  static constexpr auto fields =
      std::tuple{field("schema", &T::schema), field("sources", &T::sources, limits::table)};
};
template <>
struct Shape<tools::DevicesFile> {
  using T = tools::DevicesFile;
  static constexpr std::string_view title = "Five Cars data: accelerators and processors";
  static constexpr auto fields =
      std::tuple{field("schema", &T::schema), field("devices", &T::devices, limits::table)};
};
template <>
struct Shape<tools::GridsFile> {
  using T = tools::GridsFile;
  static constexpr std::string_view title = "Five Cars data: grids";
  static constexpr auto fields =
      std::tuple{field("schema", &T::schema), field("grids", &T::grids, limits::table)};
};
template <>
struct Shape<tools::SitesFile> {
  using T = tools::SitesFile;
  static constexpr std::string_view title = "Five Cars data: places for machines";
  static constexpr auto fields =
      std::tuple{field("schema", &T::schema), field("sites", &T::sites, limits::table)};
};
template <>
struct Shape<tools::UpstreamFile> {
  using T = tools::UpstreamFile;
  static constexpr std::string_view title = "Five Cars data: upstream emissions of power stations";
  static constexpr auto fields =
      std::tuple{field("schema", &T::schema), field("upstream", &T::upstream, limits::table)};
};
template <>
struct Shape<tools::EquivalentsFile> {
  using T = tools::EquivalentsFile;
  static constexpr std::string_view title = "Five Cars data: equivalents";
  static constexpr auto fields =
      std::tuple{field("schema", &T::schema), field("equivalents", &T::equivalents, limits::table)};
};
template <>
struct Shape<tools::DefaultsFile> {
  using T = tools::DefaultsFile;
  static constexpr std::string_view title = "Five Cars data: what is assumed where nobody says";
  static constexpr auto fields =
      std::tuple{field("schema", &T::schema), field("grid", &T::grid, "Id of a grid"),
                 field("defaults", &T::defaults, limits::table)};
};
template <>
struct Shape<tools::PipelinesFile> {
  using T = tools::PipelinesFile;
  static constexpr std::string_view title = "Five Cars data: what was spent around a run";
  static constexpr auto fields =
      std::tuple{field("schema", &T::schema), field("pipelines", &T::pipelines, limits::table)};
};
template <>
struct Shape<tools::ModelsFile> {
  using T = tools::ModelsFile;
  static constexpr std::string_view title = "Five Cars data: published models";
  static constexpr auto fields =
      std::tuple{field("schema", &T::schema), field("models", &T::models, limits::table)};
};

} // namespace fivecars::documents
