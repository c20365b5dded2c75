// The other side of catalog/unpack.hpp: rows into two strings, and the code that reads them back, both by the
// rows' shapes.
#pragma once

#include "catalog/unpack.hpp"
#include "documents/catalogue_shapes.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fivecars::tools {

// x = digits * 10^power, as x is written in the fewest digits. Nothing if that doesn't give the same double
// back.
struct Decimal {
  std::int64_t digits = 0;
  int power = 0;
};
[[nodiscard]] std::optional<Decimal> decimal(double x);

// As a C++ string literal.
[[nodiscard]] std::string quote(std::string_view bytes);

// The row as tables of that keeping fill it.
template <class Keeping, class T>
struct KeptIn {
  using Type = T;
};
template <class Keeping, template <class> class Row>
struct KeptIn<Keeping, Row<catalog::Owning>> {
  using Type = Row<Keeping>;
};

class Packer {
public:
  // One table: its rows into the strings, its code out. `Keeping`: Compiled, or Lean.
  template <class Keeping = catalog::Compiled, class Row>
  std::string table(const std::vector<Row>& rows) {
    count(rows.size());
    for (const Row& row : rows)
      object<Keeping>(row);
    return "    for (auto& row : unpacker.sized(rows)) {\n" + code<Keeping, Row>("row", 6) + "    }\n";
  }
  [[nodiscard]] const std::string& texts() const { return texts_; }
  [[nodiscard]] const std::string& numbers() const { return numbers_; }

private:
  void count(std::uint64_t n);
  void integer(std::int64_t n);
  void number(double x);
  void range(const accounting::Range& r);
  void list(const std::vector<double>& values);

  // Calls visit.operator()<i>() for each field that the tables keep.
  template <class Keeping, class T, class Visit>
  static void each_kept(Visit&& visit) {
    using Table = typename KeptIn<Keeping, T>::Type;
    constexpr auto size = std::tuple_size_v<std::decay_t<decltype(documents::Shape<T>::fields)>>;
    [&]<std::size_t... i>(std::index_sequence<i...>) {
      (
          [&] {
            using InTable =
                typename std::decay_t<decltype(std::get<i>(documents::Shape<Table>::fields))>::Type;
            if constexpr (!std::is_same_v<InTable, catalog::LeftOut>)
              visit.template operator()<i>();
          }(),
          ...);
    }(std::make_index_sequence<size>{});
  }

  template <class Keeping, class T>
  void object(const T& row) {
    each_kept<Keeping, T>(
        [&]<std::size_t i>() { value<Keeping>(row.*(std::get<i>(documents::Shape<T>::fields).member)); });
  }

  template <class Keeping, class T>
  void value(const T& v) {
    if constexpr (documents::OptionalOf<T>::value) {
      count(v ? 1 : 0);
      if (v)
        value<Keeping>(*v);
    } else if constexpr (std::is_same_v<T, std::vector<double>>) {
      list(v);
    } else if constexpr (documents::VectorOf<T>::value) {
      count(v.size());
      for (const auto& element : v)
        value<Keeping>(element);
    } else if constexpr (std::is_same_v<T, accounting::Range>) {
      range(v);
    } else if constexpr (std::is_same_v<T, std::string>) {
      texts_ += v;
      texts_ += '\0';
    } else if constexpr (std::is_enum_v<T>) {
      count(static_cast<std::uint64_t>(v));
    } else if constexpr (std::is_same_v<T, double>) {
      number(v);
    } else if constexpr (std::is_same_v<T, bool>) {
      count(v ? 1 : 0);
    } else if constexpr (std::is_same_v<T, std::int64_t>) {
      integer(v);
    } else if constexpr (documents::IsEmbedded<T>) {
      value<Keeping>(v.json);
    } else {
      object<Keeping>(v);
    }
  }

  // What unpacker.read() can't know: the members of a struct.
  template <class T>
  static constexpr bool is_struct =
      documents::HasShape<T> && !std::is_same_v<T, accounting::Range> && !documents::IsEmbedded<T>;

  template <class Keeping, class T>
  static std::string code(const std::string& name, std::size_t indent) {
    const std::string margin(indent, ' ');
    std::string out;
    each_kept<Keeping, T>([&]<std::size_t i>() {
      constexpr auto& line = std::get<i>(documents::Shape<T>::fields);
      using Member = typename std::decay_t<decltype(line)>::Type;
      const std::string member = name + "." + std::string(line.name);
      const std::string deeper = name + "_" + std::string(line.name);
      if constexpr (is_struct<Member>) {
        if (const std::string inside = code<Keeping, Member>(deeper, indent + 2); !inside.empty())
          out += margin + "{\n" + margin + "  auto& " + deeper + " = " + member + ";\n" + inside + margin +
                 "}\n";
      } else if constexpr (documents::OptionalOf<Member>::value) {
        using Inner = typename documents::OptionalOf<Member>::Inner;
        if constexpr (is_struct<Inner>)
          out += margin + "if (unpacker.count() != 0) {\n" + margin + "  auto& " + deeper + " = " + member +
                 ".emplace();\n" + code<Keeping, Inner>(deeper, indent + 2) + margin + "}\n";
        else if constexpr (documents::IsEmbedded<Inner>)
          out += margin + "if (unpacker.count() != 0)\n" + margin + "  unpacker.read(" + member +
                 ".emplace().json);\n";
        else
          out += margin + "unpacker.read(" + member + ");\n";
      } else if constexpr (documents::VectorOf<Member>::value) {
        if constexpr (is_struct<typename documents::VectorOf<Member>::Inner>)
          out += margin + "for (auto& " + deeper + " : unpacker.sized(" + member + ")) {\n" +
                 code<Keeping, typename documents::VectorOf<Member>::Inner>(deeper, indent + 2) + margin +
                 "}\n";
        else
          out += margin + "unpacker.read(" + member + ");\n";
      } else if constexpr (documents::IsEmbedded<Member>) {
        out += margin + "unpacker.read(" + member + ".json);\n";
      } else {
        out += margin + "unpacker.read(" + member + ");\n";
      }
    });
    return out;
  }

  std::string texts_, numbers_;
};

} // namespace fivecars::tools
