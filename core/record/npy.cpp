// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Own code: xtensor's reader trusts the shape for its allocation and takes a truncated file as whole, and its writer
// formats the shape in the process's locale.

#include "core/record/npy.h"

#include "core/array/file_bytes.h"
#include "core/error.h"
#include "core/record/write_file.h"
#include "core/trimmed.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>
#include <ranges>

namespace blurig {

static_assert(std::endian::native == std::endian::little, "files are written in the machine's order");

namespace {

constexpr std::string_view magic{"\x93NUMPY", 6};
constexpr std::size_t alignment = 64;
// Far above any model's input; keeps a hostile shape from asking for the machine's memory.
constexpr std::int64_t maximumElements = std::int64_t{1} << 30;

// Format version 1.0: magic, version, header length in two bytes, a Python dictionary padded to 64 bytes by spaces.
std::string header(const std::vector<std::int64_t>& shape) {
    std::string dictionary =
        fmt::format("{{'descr': '<f4', 'fortran_order': False, 'shape': ({}), }}", fmt::join(shape, ", "));
    const std::size_t prefix = magic.size() + 4;
    dictionary.append(alignment - (prefix + dictionary.size() + 1) % alignment, ' ');
    dictionary += '\n';
    std::string result{magic};
    result += {'\x01', '\x00', static_cast<char>(dictionary.size() & 0xff), static_cast<char>(dictionary.size() >> 8)};
    return result + dictionary;
}

Error malformed(const std::filesystem::path& file, std::string happened) {
    return Error(ErrorCode::Argument, file.string(), std::move(happened),
                 "Give a NumPy file of float32 or float64, channels x height x width or height x width");
}

// What follows the key of the Python dictionary; empty where it is missing.
std::string_view valueAt(std::string_view dictionary, std::string_view key) {
    const std::size_t at = dictionary.find(fmt::format("'{}':", key));
    if (at == std::string_view::npos)
        return {};
    std::string_view value = dictionary.substr(at + key.size() + 3);
    value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
    return value;
}

// Between the brackets, if it stands in brackets.
std::string_view inside(std::string_view value, char open, char close) {
    const std::size_t end = value.starts_with(open) ? value.find(close, 1) : std::string_view::npos;
    return end == std::string_view::npos ? std::string_view{} : value.substr(1, end - 1);
}

// "3, 224, 224"; empty where it is anything else.
std::vector<std::int64_t> parseShape(std::string_view text) {
    std::vector<std::int64_t> shape;
    for (const auto part : std::views::split(text, ',')) {
        const std::string digits = trimmed({part.begin(), part.end()});
        std::int64_t size = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), size);
        if (digits.empty())
            continue; // after the last comma
        if (end != digits.data() + digits.size() || size < 0)
            return {};
        shape.push_back(error == std::errc{} ? size : maximumElements + 1);
    }
    return shape;
}

bool plausible(const std::vector<std::int64_t>& shape) {
    std::int64_t elements = 1;
    for (const std::int64_t size : shape) {
        if (size <= 0 || size > maximumElements / elements)
            return false;
        elements *= size;
    }
    return shape.size() == 3 || shape.size() == 2;
}

template <typename Value> std::vector<float> convert(std::string_view data) {
    std::vector<float> values(data.size() / sizeof(Value));
    for (std::size_t index = 0; index < values.size(); ++index) {
        Value value{};
        std::memcpy(&value, data.data() + index * sizeof(Value), sizeof(Value));
        values[index] = static_cast<float>(value);
    }
    return values;
}

} // namespace

void writeNpy(const std::filesystem::path& file, const Array& array) {
    const ArrayLayout& layout = array.layout();
    std::vector<std::int64_t> shape;
    if (layout.batch > 0)
        shape.push_back(layout.batch);
    shape.push_back(layout.channels);
    for (const Axis& axis : layout.axes)
        shape.push_back(axis.size);

    std::string bytes = header(shape);
    const std::span<const float> values = array.host();
    bytes.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
    writeFile(file, bytes);
}

Array readNpy(const std::filesystem::path& file) {
    const std::vector<std::byte> bytes = readFile(file);
    const std::string_view view(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (view.size() < 12 || !view.starts_with(magic))
        throw malformed(file, "is not a NumPy file");
    const bool wide = view[6] != 1; // versions 2 and 3 have four bytes of length
    std::uint32_t length = 0;
    std::memcpy(&length, view.data() + 8, wide ? 4 : 2);
    const std::size_t start = (wide ? std::size_t{12} : std::size_t{10}) + length;
    if (start > view.size() || length > 65536)
        throw malformed(file, "ends within its header");

    const std::string_view dictionary = view.substr(wide ? 12 : 10, length);
    const std::string_view type = inside(valueAt(dictionary, "descr"), '\'', '\'');
    if (type != "<f4" && type != "<f8")
        throw malformed(file, fmt::format("has values of type \"{}\"", type));
    if (!valueAt(dictionary, "fortran_order").starts_with("False"))
        throw malformed(file, "is stored in Fortran order");
    std::vector<std::int64_t> shape = parseShape(inside(valueAt(dictionary, "shape"), '(', ')'));
    if (!plausible(shape))
        throw malformed(file, fmt::format("has the shape ({})", fmt::join(shape, ", ")));
    if (shape.size() == 2)
        shape.insert(shape.begin(), 1);

    const std::size_t width = type == "<f4" ? 4 : 8;
    const ArrayLayout layout = pictureLayout(shape[0], shape[1], shape[2]);
    const std::size_t expected = static_cast<std::size_t>(layout.elements()) * width;
    if (view.size() - start != expected)
        throw malformed(file, fmt::format("holds {} bytes of values instead of {}", view.size() - start, expected));
    const std::string_view data = view.substr(start);
    return Array::fromHost(layout, width == 4 ? convert<float>(data) : convert<double>(data));
}

} // namespace blurig
