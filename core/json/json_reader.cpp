// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/json/json_reader.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <set>

namespace blurig {

struct JsonReader::Document {
    Json root;
    JsonSource source;
    std::set<std::string> asked; // whole keys
};

JsonReader::JsonReader(std::string_view text, JsonSource source)
    : m_document(std::make_shared<Document>()) {
    m_document->source = std::move(source);
    m_document->root = Json::parse(text, nullptr, false);
    m_object = &m_document->root;
    const JsonSource& of = m_document->source;
    if (m_object->is_discarded())
        throw Error(of.code, of.where, fmt::format("{} is not JSON", of.what), of.remedy);
    if (!m_object->is_object())
        fail("", "must be an object");
}

JsonReader::JsonReader(std::shared_ptr<Document> document, const Json* object, std::string prefix)
    : m_document(std::move(document))
    , m_object(object)
    , m_prefix(std::move(prefix)) {}

void JsonReader::fail(const std::string& key, const std::string& words) const {
    const JsonSource& of = m_document->source;
    const std::string whole = m_prefix + key;
    throw Error(of.code, of.where,
                whole.empty() ? fmt::format("{} {}", of.what, words)
                              : fmt::format("{}'s \"{}\" {}", of.what, whole, words),
                of.remedy);
}

const Json* JsonReader::find(const std::string& key) const {
    m_document->asked.insert(m_prefix + key);
    const auto found = m_object->find(key);
    return found == m_object->end() || found->is_null() ? nullptr : &*found;
}

bool JsonReader::has(const std::string& key) const {
    return find(key) != nullptr;
}

bool JsonReader::isText(const std::string& key) const {
    const Json* found = find(key);
    return found && found->is_string();
}

bool JsonReader::isFlag(const std::string& key) const {
    const Json* found = find(key);
    return found && found->is_boolean();
}

bool JsonReader::isNumber(const std::string& key) const {
    const Json* found = find(key);
    return found && found->is_number();
}

bool JsonReader::isList(const std::string& key) const {
    const Json* found = find(key);
    return found && found->is_array();
}

std::vector<std::string> JsonReader::keys() const {
    std::vector<std::string> keys;
    for (const auto& [key, value] : m_object->items())
        keys.push_back(key);
    return keys;
}

std::string JsonReader::text(const std::string& key, std::string fallback) const {
    const Json* found = find(key);
    if (!found)
        return fallback;
    if (!found->is_string())
        fail(key, "must be text");
    return found->get<std::string>();
}

bool JsonReader::flag(const std::string& key, bool fallback) const {
    const Json* found = find(key);
    if (!found)
        return fallback;
    if (!found->is_boolean())
        fail(key, "must be true or false");
    return found->get<bool>();
}

double JsonReader::number(const std::string& key, double fallback) const {
    const Json* found = find(key);
    if (!found)
        return fallback;
    if (!found->is_number() || !std::isfinite(found->get<double>()))
        fail(key, "must be a number");
    return found->get<double>();
}

std::int64_t JsonReader::integer(const std::string& key, std::int64_t fallback, std::int64_t least,
                                 std::int64_t most) const {
    const Json* found = find(key);
    if (!found)
        return fallback;
    if (!found->is_number_integer() || found->get<std::int64_t>() < least || found->get<std::int64_t>() > most)
        fail(key, fmt::format("must be a whole number from {} to {}", least, most));
    return found->get<std::int64_t>();
}

// Null where it is missing.
const Json* JsonReader::list(const std::string& key, const char* of) const {
    const Json* found = find(key);
    if (found && !found->is_array())
        fail(key, fmt::format("must be a list of {}", of));
    return found;
}

std::vector<double> JsonReader::numbers(const std::string& key) const {
    std::vector<double> values;
    if (const Json* found = list(key, "numbers"))
        for (const Json& value : *found) {
            if (!value.is_number())
                fail(key, "must be a list of numbers");
            values.push_back(value.get<double>());
        }
    return values;
}

std::vector<std::string> JsonReader::texts(const std::string& key) const {
    std::vector<std::string> values;
    if (const Json* found = list(key, "texts"))
        for (const Json& value : *found) {
            if (!value.is_string())
                fail(key, "must be a list of texts");
            values.push_back(value.get<std::string>());
        }
    return values;
}

std::map<std::string, std::string> JsonReader::textsByKey(const std::string& key) const {
    std::map<std::string, std::string> values;
    const JsonReader inner = object(key);
    for (const std::string& name : inner.keys())
        values[name] = inner.text(name, {});
    return values;
}

JsonReader JsonReader::object(const std::string& key) const {
    static const Json none = Json::object();
    const Json* found = find(key);
    if (found && !found->is_object())
        fail(key, "must be an object");
    return {m_document, found ? found : &none, m_prefix + key + "."};
}

std::vector<JsonReader> JsonReader::objects(const std::string& key) const {
    std::vector<JsonReader> readers;
    if (const Json* found = list(key, "objects"))
        for (std::size_t index = 0; index < found->size(); ++index) {
            const std::string name = fmt::format("{}[{}]", key, index);
            m_document->asked.insert(m_prefix + name);
            if (!(*found)[index].is_object())
                fail(name, "must be an object");
            readers.push_back({m_document, &(*found)[index], m_prefix + name + "."});
        }
    return readers;
}

std::string JsonReader::objectText(const std::string& key) const {
    const Json* found = find(key);
    if (found && !found->is_object())
        fail(key, "must be an object");
    return found ? lineOf(*found) : std::string();
}

namespace {

void collectUnknown(const Json& object, const std::string& prefix, const std::set<std::string>& asked,
                    std::vector<std::string>& unknown) {
    const auto collect = [&](const Json& value, const std::string& whole) {
        // A value whose parts nobody asked for was taken as a whole.
        const auto part = asked.upper_bound(whole + ".");
        if (value.is_object() && part != asked.end() && part->starts_with(whole + "."))
            collectUnknown(value, whole + ".", asked, unknown);
    };
    for (const auto& [key, value] : object.items()) {
        const std::string whole = prefix + key;
        if (!asked.contains(whole)) {
            unknown.push_back(whole);
            continue;
        }
        collect(value, whole);
        if (value.is_array())
            for (std::size_t index = 0; index < value.size(); ++index)
                collect(value[index], fmt::format("{}[{}]", whole, index));
    }
}

} // namespace

std::vector<std::string> JsonReader::unknownKeys() const {
    std::vector<std::string> unknown;
    collectUnknown(m_document->root, "", m_document->asked, unknown);
    return unknown;
}

} // namespace blurig
