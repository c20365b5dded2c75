// JSON Schemas (draft 2020-12) from shapes: the same tables that the reader and the writer walk.
#pragma once

#include "documents/estimate_document.hpp"
#include "documents/node_json.hpp"
#include "documents/shape.hpp"
#include "documents/write.hpp"

#include <string>
#include <string_view>

namespace fivecars::tools {

namespace detail {

using namespace documents;

// A schema with the definitions that it refers to, each once.
class SchemaMaker {
public:
  template <class T>
  Json make(std::string_view id) {
    Json root = object<T>();
    Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", Shape<T>::title}};
    if (!id.empty())
      root["properties"]["schema"] = Json{{"const", id}};
    schema.update(root);
    if (!definitions_.empty())
      schema["$defs"] = definitions_;
    return schema;
  }

private:
  static Json number(const Limit& limit) {
    Json s{{"type", limit.whole ? "integer" : "number"}};
    s[limit.above_min ? "exclusiveMinimum" : "minimum"] = limit.min;
    s["maximum"] = limit.max;
    if (limit.unit != "1")
      s["description"] = "Unit: " + std::string(limit.unit);
    return s;
  }
  static Json range_of(const Json& number) {
    return {{"type", "object"},
            {"description", "best with its 5th and 95th percentile; low <= best <= high"},
            {"properties", {{"best", number}, {"low", number}, {"high", number}}},
            {"required", {"best", "low", "high"}},
            {"additionalProperties", false}};
  }

  template <class T>
  Json reference() {
    const std::string name(Shape<T>::title);
    if (!definitions_.contains(name)) {
      definitions_[name] = nullptr; // for a shape that contains itself
      definitions_[name] = object<T>();
    }
    return {{"$ref", "#/$defs/" + documents::pointer_token(name)}};
  }

  template <class T>
  Json value(const Limit* limit, const Limit* each = &limits::text) {
    if constexpr (OptionalOf<T>::value) {
      return value<typename OptionalOf<T>::Inner>(limit, each);
    } else if constexpr (SwitchOrShape<T>::value) {
      return {{"anyOf", {Json{{"type", "boolean"}}, reference<typename SwitchOrShape<T>::Inner>()}}};
    } else if constexpr (std::is_same_v<T, std::vector<Param>>) {
      return {{"type", "object"}, {"additionalProperties", Json{{"type", {"number", "string"}}}}};
    } else if constexpr (IsList<T>::value) {
      Json list{{"type", "array"}, {"items", value<typename VectorOf<T>::Inner>(each)}};
      if (limit && limit->whole) {
        list["minItems"] = static_cast<std::int64_t>(limit->min);
        list["maxItems"] = static_cast<std::int64_t>(limit->max);
      }
      return list;
    } else if constexpr (std::is_same_v<T, Number> || std::is_same_v<T, accounting::Range>) {
      if constexpr (std::is_same_v<T, accounting::Range>)
        if (!limit)
          return reference<T>(); // only written
      std::string name =
          documents::allowed(*limit) + (limit->unit == "1" ? "" : " " + std::string(limit->unit));
      name += ", or a range";
      if (!definitions_.contains(name)) {
        const Json one = number(*limit);
        definitions_[name] = Json{{"anyOf", {one, range_of(one)}}};
      }
      return {{"$ref", "#/$defs/" + documents::pointer_token(name)}};
    } else if constexpr (std::is_same_v<T, bool>) {
      return {{"type", "boolean"}};
    } else if constexpr (std::is_arithmetic_v<T>) {
      return limit ? number(*limit) : Json{{"type", std::is_integral_v<T> ? "integer" : "number"}};
    } else if constexpr (std::is_enum_v<T>) {
      return {{"enum", Names<T>::all}};
    } else if constexpr (std::is_convertible_v<T, std::string_view>) {
      Json text{{"type", "string"}};
      if (limit) {
        // The limit is one of bytes; a text has at least as many as characters.
        text["minLength"] = static_cast<std::int64_t>(limit->min);
        text["maxLength"] = static_cast<std::int64_t>(limit->max);
      }
      return text;
    } else if constexpr (IsEmbedded<T>) {
      return reference<typename Embedded<T>::Document>();
    } else {
      return reference<T>();
    }
  }

  template <class T>
  Json object() {
    Json properties = Json::object();
    Json required = Json::array();
    each_field<T>([&](const auto& line) {
      using Member = typename std::decay_t<decltype(line)>::Type;
      constexpr bool is_read = requires { line.limit; };
      const Limit* limit = nullptr;
      const Limit* each = &limits::text;
      if constexpr (is_read) {
        // What is only written has no limits but those of its type.
        each = line.each;
        if (!KeepsNulls<T> && !std::is_same_v<T, accounting::Outcome> &&
            !std::is_same_v<T, accounting::Range>)
          limit = line.limit;
        else
          each = nullptr;
      }
      Json member = value<Member>(limit, each);
      if constexpr (OptionalOf<Member>::value && KeepsNulls<T>)
        member = {{"anyOf", {member, Json{{"type", "null"}}}}};
      if (!line.about.empty())
        member["description"] = line.about;
      properties[std::string(line.name)] = std::move(member);
      bool must = !OptionalOf<Member>::value || KeepsNulls<T>;
      if constexpr (is_read && VectorOf<Member>::value)
        must = must && (KeepsNulls<T> || line.limit->min > 0);
      if (must)
        required.push_back(line.name);
    });
    Json s{{"type", "object"}, {"properties", std::move(properties)}};
    if (!required.empty())
      s["required"] = std::move(required);
    s["additionalProperties"] = false;
    if constexpr (HasRules<T>) {
      Json all = Json::array();
      for (const Rule& rule : Shape<T>::rules)
        all.push_back(rule_schema(rule));
      s["allOf"] = std::move(all);
    }
    return s;
  }

  static Json has(std::string_view name) { return {{"required", {name}}}; }

  static Json rule_schema(const Rule& rule) {
    Json each = Json::array();
    for (std::size_t i = 0; i < rule.size(); ++i)
      each.push_back(has(rule.names[i]));
    Json others(each.begin() + 1, each.end());
    switch (rule.kind) {
    case Rule::Kind::exactly_one:
      return {{"oneOf", each}};
    case Rule::Kind::at_most_one:
      each.push_back(Json{{"not", {{"anyOf", each}}}});
      return {{"oneOf", each}};
    case Rule::Kind::needs:
      return {{"if", has(rule.names[0])}, {"then", {{"anyOf", others}}}};
    case Rule::Kind::at_least_one:
      return {{"anyOf", each}};
    }
    return {};
  }

  Json definitions_ = Json::object();
};

} // namespace detail

// The schema of a document with that shape; `id` is what its member "schema" must say, "" if it has none.
template <class T>
[[nodiscard]] documents::Json schema_of(std::string_view id) {
  return detail::SchemaMaker().make<T>(id);
}

} // namespace fivecars::tools
