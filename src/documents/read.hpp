// The reader: any JSON-like value, by its shape, into a C++ struct. Collects every fault; coerces nothing.
#pragma once

#include "documents/issue.hpp"
#include "documents/nearest.hpp"
#include "documents/node.hpp"
#include "documents/shape.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fivecars::documents {

// A place in a document while it is walked; grows and shrinks with the walk.
class Path {
public:
  class Step {
  public:
    Step(Path& path, std::string_view token) : path_(path), size_(path.text_.size()) {
      path.text_ += '/';
      path.text_ += pointer_token(token);
    }
    ~Step() { path_.text_.resize(size_); }
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;

  private:
    Path& path_;
    std::size_t size_;
  };
  [[nodiscard]] const std::string& text() const { return text_; }

private:
  std::string text_;
};

// What the templates below share and what doesn't depend on the node: kept out of them to keep them small.
class Faults {
public:
  explicit Faults(std::vector<Issue>& issues) : issues_(issues) {}

  void add(const Path& path, std::string_view code, std::vector<Param> params) {
    issues_.push_back({code, path.text(), std::move(params)});
  }
  void wrong_type(const Path& path, Kind found, std::string_view expected);
  void missing(const Path& path, std::string_view name);
  void unknown_member(const Path& path, std::string_view name, std::span<const std::string_view> known);
  void wrong_size(const Path& path, std::string_view code, std::size_t found, const Limit& limit);
  // True if the value may stand.
  bool check(const Path& path, double value, const Limit& limit);
  bool check_order(const Path& path, const accounting::Range& range, const Limit& limit);
  void check_rule(const Path& path, const Rule& rule, std::span<const std::string_view> present);

private:
  std::vector<Issue>& issues_;
};

template <Node N>
class Reader {
public:
  explicit Reader(std::vector<Issue>& issues) : faults_(issues) {}

  template <HasShape T>
  void read(const N& node, T& out) {
    if (node.kind() != Kind::object) {
      faults_.wrong_type(path_, node.kind(), "an object");
      return;
    }
    static constexpr auto known = field_names<T>();
    std::vector<std::string_view> present;
    for (const std::string& name : node.names()) {
      const auto at = std::find(known.begin(), known.end(), name);
      if (at == known.end()) faults_.unknown_member(path_, name, known);
      else present.push_back(*at);
    }
    each_field<T>([&](const auto& field) {
      using Member = typename std::decay_t<decltype(field)>::Type;
      const N value = node.member(field.name);
      if (value.kind() == Kind::absent) {
        if (is_required<Member>(field.limit)) faults_.missing(path_, field.name);
        return;
      }
      const Path::Step step(path_, field.name);
      read_value(value, out.*(field.member), field.limit);
    });
    if constexpr (HasRules<T>)
      for (const Rule& rule : Shape<T>::rules) faults_.check_rule(path_, rule, present);
  }

  template <class T>
  void read_value(const N& node, T& out, const Limit& limit) {
    if constexpr (OptionalOf<T>::value) {
      read_value(node, out.emplace(), limit);
    } else if constexpr (SwitchOrShape<T>::value) {
      if (node.kind() == Kind::boolean) out = node.boolean();
      else if (node.kind() == Kind::object) read(node, out.template emplace<1>());
      else faults_.wrong_type(path_, node.kind(), "true, false or an object");
    } else if constexpr (VectorOf<T>::value) {
      read_list(node, out, limit);
    } else if constexpr (std::is_same_v<T, Number>) {
      read_number(node, out.range, limit);
    } else if constexpr (std::is_same_v<T, accounting::Range>) {
      read_number(node, out, limit);
    } else if constexpr (std::is_same_v<T, double> || std::is_same_v<T, std::int64_t>) {
      if (node.kind() != Kind::number) faults_.wrong_type(path_, node.kind(), allowed(limit));
      else if (const double x = node.number(); faults_.check(path_, x, limit)) out = static_cast<T>(x);
    } else if constexpr (std::is_same_v<T, bool>) {
      if (node.kind() != Kind::boolean) faults_.wrong_type(path_, node.kind(), "true or false");
      else out = node.boolean();
    } else if constexpr (std::is_same_v<T, std::string>) {
      if (node.kind() != Kind::text) {
        faults_.wrong_type(path_, node.kind(), "a text");
      } else {
        out = node.text();
        if (static_cast<double>(out.size()) < limit.min || static_cast<double>(out.size()) > limit.max)
          faults_.wrong_size(path_, code::wrong_length, out.size(), limit);
      }
    } else if constexpr (std::is_enum_v<T>) {
      read_enum(node, out);
    } else if constexpr (IsEmbedded<T>) {
      typename Embedded<T>::Document checked;
      read(node, checked);
      out.json = node.dump();
    } else {
      read(node, out);
    }
  }

private:
  template <class T>
  static constexpr auto field_names() {
    return std::apply([](const auto&... f) { return std::array<std::string_view, sizeof...(f)>{f.name...}; },
                      Shape<T>::fields);
  }

  template <class T>
  void read_list(const N& node, std::vector<T>& out, const Limit& limit) {
    if (node.kind() != Kind::array) {
      faults_.wrong_type(path_, node.kind(), "a list");
      return;
    }
    const std::size_t size = node.size();
    if (static_cast<double>(size) < limit.min || static_cast<double>(size) > limit.max) {
      faults_.wrong_size(path_, code::wrong_count, size, limit);
      return;  // a list of a billion holes is not worth a walk
    }
    out.reserve(size);
    for (std::size_t i = 0; i < size; ++i) {
      const Path::Step step(path_, std::to_string(i));
      read_value(node.at(i), out.emplace_back(), limits::text);
    }
  }

  void read_number(const N& node, accounting::Range& out, const Limit& limit) {
    if (node.kind() == Kind::number) {
      const double x = node.number();
      if (faults_.check(path_, x, limit)) out = accounting::Range::exactly(x);
      return;
    }
    if (node.kind() != Kind::object) {
      faults_.wrong_type(path_, node.kind(), allowed(limit) + ", or {best, low, high}");
      return;
    }
    static constexpr std::array<std::string_view, 3> known{"best", "low", "high"};
    for (const std::string& name : node.names())
      if (std::find(known.begin(), known.end(), name) == known.end())
        faults_.unknown_member(path_, name, known);
    bool good = true;
    double* const parts[] = {&out.best, &out.low, &out.high};
    for (std::size_t i = 0; i < known.size(); ++i) {
      const N part = node.member(known[i]);
      if (part.kind() == Kind::absent) {
        faults_.missing(path_, known[i]);
        good = false;
        continue;
      }
      const Path::Step step(path_, known[i]);
      if (part.kind() != Kind::number) {
        faults_.wrong_type(path_, part.kind(), allowed(limit));
        good = false;
      } else if (faults_.check(path_, part.number(), limit)) {
        *parts[i] = part.number();
      } else {
        good = false;
      }
    }
    if (good) faults_.check_order(path_, out, limit);
  }

  template <class E>
  void read_enum(const N& node, E& out) {
    constexpr auto& names = Names<E>::all;
    if (node.kind() != Kind::text) {
      faults_.wrong_type(path_, node.kind(), "a text");
      return;
    }
    const std::string text = node.text();
    const auto at = std::find(names.begin(), names.end(), text);
    if (at != names.end()) {
      out = static_cast<E>(at - names.begin());
      return;
    }
    std::string list;
    for (const std::string_view name : names) {
      if (!list.empty()) list += ", ";
      list += '"';
      list += name;
      list += '"';
    }
    faults_.add(path_, code::unknown_value, {{"value", in_quotes(text)}, {"allowed", list}});
  }

  Faults faults_;
  Path path_;
};

// Reads a document as far as it can be read; every fault is in `issues`.
template <class T, Node N>
[[nodiscard]] T read(const N& node, std::vector<Issue>& issues) {
  T out{};
  Reader<N>(issues).read(node, out);
  return out;
}

}  // namespace fivecars::documents
