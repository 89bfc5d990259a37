// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/array/text_file.h"

#include "core/array/file_bytes.h"
#include "core/error.h"

#include <algorithm>
#include <iterator>
#include <utf8cpp/utf8.h>

namespace blurig {
namespace {

constexpr std::string_view utf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16LittleMark = "\xFF\xFE";
constexpr std::string_view utf16BigMark = "\xFE\xFF";

[[noreturn]] void fail(const std::string& where, const std::string& line, const std::string& what) {
    throw Error(ErrorCode::UnreadableFile, where, "line " + line + " is not UTF-8: " + what,
                "Save the file as UTF-8, as editors offer it, or convert it with iconv");
}

std::string lineAt(std::string_view text, std::size_t place) {
    return std::to_string(1 + std::ranges::count(text.substr(0, place), '\n'));
}

std::string hexOf(char byte) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto value = static_cast<unsigned char>(byte);
    return {'0', 'x', digits[value >> 4U], digits[value & 0xFU]};
}

// Half a pair, or half a unit at the end, is as wrong as a bad byte.
std::string fromUtf16(std::string_view bytes, bool little, const std::string& where) {
    std::u16string units;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        const auto first = static_cast<unsigned char>(bytes[i]);
        const auto second = static_cast<unsigned char>(bytes[i + 1]);
        units.push_back(static_cast<char16_t>(little ? first | second << 8U : first << 8U | second));
    }
    std::string text;
    try {
        utf8::utf16to8(units.begin(), units.end(), std::back_inserter(text));
    } catch (const utf8::invalid_utf16&) {
        fail(where, lineAt(text, text.size()), "it begins as UTF-16, but has half of a surrogate pair here");
    }
    if (bytes.size() % 2 != 0)
        fail(where, lineAt(text, text.size()), "it begins as UTF-16, but ends within a character");
    return text;
}

} // namespace

std::string_view asText(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string decodedText(std::string_view bytes, const std::string& where) {
    std::string text;
    if (bytes.starts_with(utf16LittleMark) || bytes.starts_with(utf16BigMark))
        text = fromUtf16(bytes.substr(2), bytes.starts_with(utf16LittleMark), where);
    else
        text = bytes.substr(bytes.starts_with(utf8Mark) ? utf8Mark.size() : 0);
    if (const std::size_t zero = text.find('\0'); zero != std::string::npos)
        fail(where, lineAt(text, zero),
             "it holds a zero byte; the encoding may be UTF-16 without a byte-order mark, or UTF-32");
    const auto bad = utf8::find_invalid(text.begin(), text.end());
    if (bad != text.end())
        fail(where, lineAt(text, static_cast<std::size_t>(bad - text.begin())),
             "it holds the byte " + hexOf(*bad) + "; the encoding may be Latin-1 or Windows-1252");
    return text;
}

std::string readTextFile(const std::filesystem::path& file) {
    return decodedText(asText(readFile(file)), file.string());
}

} // namespace blurig
