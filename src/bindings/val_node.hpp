// The adapter over emscripten::val.
//
// Precondition for reading: the value came out of structuredClone. It has then no getters, no proxies and no
// functions, so that reading it can't run foreign code: an exception thrown by a getter in the middle of a
// read would leave the instance broken for good.
#pragma once

#include "documents/node.hpp"
#include "documents/write.hpp"

#include <emscripten/val.h>

#include <string>
#include <string_view>
#include <vector>

namespace fivecars::bindings {

using emscripten::val;

class ValNode {
public:
  explicit ValNode(val value);

  [[nodiscard]] documents::Kind kind() const { return kind_; }
  [[nodiscard]] bool boolean() const;
  [[nodiscard]] double number() const;
  [[nodiscard]] std::string text() const;
  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] ValNode at(std::size_t i) const;
  [[nodiscard]] ValNode member(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> names() const;

private:
  val value_;
  documents::Kind kind_;
};
static_assert(documents::Node<ValNode>);

// Makes a JavaScript value of what the writer says.
class ValSink {
public:
  ValSink();
  void null();
  void number(double x);
  void text(std::string_view t);
  void boolean(bool b);
  void json(std::string_view t);
  void key(std::string_view name) { key_ = name; }
  void begin_object();
  void begin_array();
  void end();

  [[nodiscard]] val take() { return whole_; }

private:
  struct Open {
    val value;
    bool is_array;
    std::string_view key; // under which it stands in its parent
  };
  void put(const val& value);
  void open(val value, bool is_array);

  val whole_;
  std::vector<Open> open_;
  std::string_view key_;
};
static_assert(documents::Sink<ValSink>);

} // namespace fivecars::bindings
