// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/card_file.h"

#include "core/array/file_bytes.h"
#include "core/array/text_file.h"
#include "core/error.h"

#include <algorithm>
#include <system_error>

namespace blurig {
namespace {

// A text in an encoding that cannot be read is looked at byte by byte: whether it wanted to be a card.
bool saysModelCardInAnyEncoding(std::string_view bytes, const std::string& where) {
    try {
        return saysModelCard(decodedText(bytes, where));
    } catch (const Error&) {
        return saysModelCard(bytes);
    }
}

} // namespace

std::vector<std::filesystem::path> placesOfCard(const std::filesystem::path& model) {
    std::vector<std::filesystem::path> places;
    std::filesystem::path appended = model;
    appended += ".json";
    for (const std::filesystem::path& place : {appended, std::filesystem::path(model).replace_extension(".json")}) {
        std::error_code failure;
        if (place != model && std::ranges::find(places, place) == places.end() &&
            std::filesystem::is_regular_file(place, failure))
            places.push_back(place);
    }
    return places;
}

std::optional<ModelCard> cardInFile(const std::filesystem::path& file) {
    std::error_code failure;
    if (std::filesystem::is_empty(file, failure))
        return std::nullopt;
    const std::vector<std::byte> bytes = readFile(file);
    if (!saysModelCardInAnyEncoding(asText(bytes), file.string()))
        return std::nullopt;
    return parseModelCard(asText(bytes), file.string());
}

ModelCard readModelCard(const std::filesystem::path& file) {
    return parseModelCard(asText(readFile(file)), file.string());
}

} // namespace blurig
