// The reader: any JSON-like value, by its shape, into a C++ struct. Collects every fault; coerces nothing.
#pragma once

#include "documents/issue.hpp"
#include "documents/nearest.hpp"
#include "documents/node.hpp"
#include "documents/shape.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fivecars::documents {

// A place in a document while it is walked; grows and shrinks with the walk.
class Path {
public:
  class Step {
  public:
    Step(Path& path, std::string_view token);
    ~Step();
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

  Issue& add(const Path& path, std::string_view code);       // valid until the next one
  [[nodiscard]] std::size_t count() const { return count_; } // those that are not told, too
  // As many are told as anybody reads; a walk may stop.
  [[nodiscard]] bool full() const { return static_cast<double>(issues_.size()) >= limits::issues.max; }
  void finish();
  void wrong_type(const Path& path, Kind found, std::string_view expected);
  void missing(const Path& path, std::string_view name);
  void unknown_member(const Path& path, std::string_view name, std::span<const std::string_view> known);
  void unknown_value(const Path& path, std::string_view value, std::span<const std::string_view> names);
  void wrong_size(const Path& path, std::string_view code, std::size_t found, const Limit& limit);
  // True if the value may stand.
  bool check(const Path& path, double value, const Limit& limit);
  bool check_order(const Path& path, const accounting::Range& range, const Limit& limit);
  void check_rule(const Path& path, const Rule& rule, std::span<const std::string_view> present);

private:
  std::vector<Issue>& issues_;
  std::size_t count_ = 0;
  Issue ignored_;
};

template <Node N>
class Reader {
public:
  explicit Reader(std::vector<Issue>& issues) : faults_(issues) {}

  template <HasShape T>
  void read(const N& node, T& out) {
    static constexpr auto members = members_of<T>(std::make_index_sequence<field_count<T>>{});
    if constexpr (HasRules<T>)
      read_object(node, &out, members, Shape<T>::rules);
    else
      read_object(node, &out, members, {});
  }

  template <class T>
  void read_value(const N& node, T& out, const Limit& limit, const Limit& each = limits::text) {
    if constexpr (OptionalOf<T>::value) {
      const std::size_t before = faults_.count();
      read_value(node, out.emplace(), limit, each);
      // A name that isn't known is none, not the first of those that are.
      if (std::is_enum_v<typename OptionalOf<T>::Inner> && faults_.count() != before)
        out.reset();
    } else if constexpr (SwitchOrShape<T>::value) {
      if (node.kind() == Kind::boolean)
        out = node.boolean();
      else if (node.kind() == Kind::object)
        read(node, out.template emplace<1>());
      else
        faults_.wrong_type(path_, node.kind(), "true, false or an object");
    } else if constexpr (VectorOf<T>::value) {
      out.resize(list_size(node, limit));
      for (std::size_t i = 0; i < out.size() && !faults_.full(); ++i) {
        const Path::Step step(path_, std::to_string(i));
        read_value(node.at(i), out[i], each);
      }
    } else if constexpr (std::is_same_v<T, Number>) {
      read_range(node, out.range, limit);
    } else if constexpr (std::is_same_v<T, accounting::Range>) {
      read_range(node, out, limit);
    } else if constexpr (std::is_same_v<T, double> || std::is_same_v<T, std::int64_t>) {
      double x = 0;
      if (read_number(node, x, limit, ""))
        out = static_cast<T>(x);
    } else if constexpr (std::is_same_v<T, bool>) {
      if (node.kind() == Kind::boolean)
        out = node.boolean();
      else
        faults_.wrong_type(path_, node.kind(), "true or false");
    } else if constexpr (std::is_same_v<T, std::string>) {
      read_text(node, out, limit);
    } else if constexpr (std::is_enum_v<T>) {
      out = static_cast<T>(read_name(node, Names<T>::all));
    } else if constexpr (IsEmbedded<T>) {
      typename Embedded<T>::Document checked;
      read(node, checked);
      out.json = node.dump();
    } else {
      read(node, out);
    }
  }

  void finish() { faults_.finish(); }

private:
  // One line of a shape as the walk needs it: what depends on the member's type is behind one pointer.
  struct Member {
    std::string_view name;
    bool required;
    void (*read)(Reader& reader, const N& node, void* object);
  };

  template <class T>
  static constexpr std::size_t field_count = std::tuple_size_v<std::decay_t<decltype(Shape<T>::fields)>>;

  template <class T, std::size_t i>
  static void read_member(Reader& reader, const N& node, void* object) {
    // Out of the field, one by one, so that a program that only reads doesn't carry the schema's texts.
    constexpr auto member = std::get<i>(Shape<T>::fields).member;
    constexpr const Limit* limit = std::get<i>(Shape<T>::fields).limit;
    constexpr const Limit* each = std::get<i>(Shape<T>::fields).each;
    reader.read_value(node, static_cast<T*>(object)->*member, *limit, *each);
  }

  template <class T, std::size_t... i>
  static constexpr std::array<Member, sizeof...(i)> members_of(std::index_sequence<i...>) {
    return {Member{std::get<i>(Shape<T>::fields).name,
                   is_required<typename std::decay_t<decltype(std::get<i>(Shape<T>::fields))>::Type>(
                       *std::get<i>(Shape<T>::fields).limit),
                   &read_member<T, i>}...};
  }

  void read_object(const N& node, void* out, std::span<const Member> members, std::span<const Rule> rules) {
    if (node.kind() != Kind::object) {
      faults_.wrong_type(path_, node.kind(), "an object");
      return;
    }
    std::vector<std::string_view> known, present;
    known.reserve(members.size());
    for (const Member& m : members)
      known.push_back(m.name);
    const std::vector<std::string> names = node.names();
    if (static_cast<double>(names.size()) > limits::members.max) {
      faults_.add(path_, code::too_many_members).with("max", limits::members.max);
      return;
    }
    for (const std::string& name : names) {
      const auto at = std::find(known.begin(), known.end(), name);
      if (at == known.end())
        faults_.unknown_member(path_, name, known);
      else
        present.push_back(*at);
    }
    for (const Member& m : members) {
      if (std::find(present.begin(), present.end(), m.name) == present.end()) {
        if (m.required)
          faults_.missing(path_, m.name);
        continue;
      }
      const Path::Step step(path_, m.name);
      m.read(*this, node.member(m.name), out);
    }
    for (const Rule& rule : rules)
      faults_.check_rule(path_, rule, present);
  }

  // 0 for what is no list, or one of a length that isn't allowed: a billion holes are not worth a walk.
  std::size_t list_size(const N& node, const Limit& limit) {
    if (node.kind() != Kind::array) {
      faults_.wrong_type(path_, node.kind(), "a list");
      return 0;
    }
    const std::size_t size = node.size();
    if (static_cast<double>(size) >= limit.min && static_cast<double>(size) <= limit.max)
      return size;
    faults_.wrong_size(path_, code::wrong_count, size, limit);
    return 0;
  }

  // `also` is what else would have been allowed here.
  bool read_number(const N& node, double& out, const Limit& limit, std::string_view also) {
    if (node.kind() != Kind::number) {
      faults_.wrong_type(path_, node.kind(), allowed(limit) + std::string(also));
      return false;
    }
    out = node.number();
    return faults_.check(path_, out, limit);
  }

  void read_text(const N& node, std::string& out, const Limit& limit) {
    if (node.kind() != Kind::text) {
      faults_.wrong_type(path_, node.kind(), "a text");
      return;
    }
    out = node.text();
    if (static_cast<double>(out.size()) < limit.min || static_cast<double>(out.size()) > limit.max)
      faults_.wrong_size(path_, code::wrong_length, out.size(), limit);
  }

  std::size_t read_name(const N& node, std::span<const std::string_view> names) {
    std::string text;
    const std::size_t before = faults_.count();
    read_text(node, text, limits::text);
    if (faults_.count() != before)
      return 0;
    const auto at = std::find(names.begin(), names.end(), text);
    if (at != names.end())
      return static_cast<std::size_t>(at - names.begin());
    faults_.unknown_value(path_, text, names);
    return 0;
  }

  void read_range(const N& node, accounting::Range& out, const Limit& limit) {
    if (node.kind() != Kind::object) {
      double x = 0;
      if (read_number(node, x, limit, ", or {best, low, high}"))
        out = accounting::Range::exactly(x);
      return;
    }
    static constexpr std::array<std::string_view, 3> known{"best", "low", "high"};
    const std::vector<std::string> present = node.names();
    for (const std::string& name : present)
      if (std::find(known.begin(), known.end(), name) == known.end())
        faults_.unknown_member(path_, name, known);
    bool good = true;
    double* const parts[] = {&out.best, &out.low, &out.high};
    for (std::size_t i = 0; i < known.size(); ++i) {
      if (std::find(present.begin(), present.end(), known[i]) == present.end()) {
        faults_.missing(path_, known[i]);
        good = false;
        continue;
      }
      const Path::Step step(path_, known[i]);
      good = read_number(node.member(known[i]), *parts[i], limit, "") && good;
    }
    if (good)
      faults_.check_order(path_, out, limit);
  }

  Faults faults_;
  Path path_;
};

// Reads a document as far as it can be read; every fault is in `issues`.
template <class T, Node N>
[[nodiscard]] T read(const N& node, std::vector<Issue>& issues) {
  T out{};
  Reader<N> reader(issues);
  reader.read(node, out);
  reader.finish();
  return out;
}

} // namespace fivecars::documents
