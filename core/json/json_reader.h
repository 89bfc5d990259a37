// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/json/json.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace blurig {

// What a JSON text is, for errors: "WHERE: the model card's "input.std" must be ...".
struct JsonSource {
    ErrorCode code = ErrorCode::Argument;
    std::string where;  // file
    std::string what;   // "the model card"
    std::string remedy; // ends every error
};

// Reads one object of a JSON text by key. A key of the wrong type is an Error that names the whole key; a missing one
// gives the fallback, and so does null. Remembers which keys were asked for, over all readers of one text.
class JsonReader {
public:
    // Throws Error: not JSON, or not an object.
    JsonReader(std::string_view text, JsonSource source);

    bool has(const std::string& key) const; // and it is not null
    bool isText(const std::string& key) const;
    bool isFlag(const std::string& key) const;
    bool isNumber(const std::string& key) const;
    bool isList(const std::string& key) const;
    std::vector<std::string> keys() const;

    std::string text(const std::string& key, std::string fallback) const;
    bool flag(const std::string& key, bool fallback) const;
    double number(const std::string& key, double fallback) const; // finite
    std::int64_t integer(const std::string& key, std::int64_t fallback, std::int64_t least, std::int64_t most) const;
    std::vector<double> numbers(const std::string& key) const;
    std::vector<std::string> texts(const std::string& key) const;
    std::map<std::string, std::string> textsByKey(const std::string& key) const;
    JsonReader object(const std::string& key) const; // empty where it is missing
    std::vector<JsonReader> objects(const std::string& key) const;
    std::string
    objectText(const std::string& key) const; // an object as a whole, in one line; empty where it is missing

    // One of the words of a table of pairs (value, word).
    template <typename Words, typename Value>
    Value word(const std::string& key, const Words& words, Value fallback) const {
        if (!has(key))
            return fallback;
        const std::string given = text(key, {});
        std::string known;
        for (const auto& [value, candidate] : words) {
            if (given == candidate)
                return value;
            known += (known.empty() ? "" : ", ") + std::string(candidate);
        }
        fail(key, "is \"" + given + "\", but must be one of " + known);
    }

    [[noreturn]] void fail(const std::string& key, const std::string& words) const; // "must be a number"

    // Whole keys of the text that no reader asked for so far, without those inside of others that nobody asked for.
    std::vector<std::string> unknownKeys() const;

private:
    struct Document;
    JsonReader(std::shared_ptr<Document> document, const Json* object, std::string prefix);
    const Json* find(const std::string& key) const; // null where it is missing or null
    const Json* list(const std::string& key, const char* of) const;

    std::shared_ptr<Document> m_document; // shared with the readers of its parts
    const Json* m_object;
    std::string m_prefix; // "input.resize."
};

} // namespace blurig
