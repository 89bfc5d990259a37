// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "encoders.h"

#include <fmt/format.h>

#include <string>

namespace blurig::test {
namespace {

// Little-endian.
void put(Bytes& bytes, std::uint64_t value, int count) {
    for (int i = 0; i < count; ++i, value >>= 8)
        bytes.push_back(static_cast<std::byte>(value));
}

void append(Bytes& bytes, const Samples& samples) {
    for (const std::uint8_t sample : samples)
        bytes.push_back(std::byte{sample});
}

void bmpHeader(Bytes& bytes, int width, int height, int bits, int compression, int headerSize, int paletteBytes) {
    append(bytes, {'B', 'M'});
    put(bytes, 0, 8); // file size, which nobody relies on
    put(bytes, static_cast<std::uint64_t>(14 + headerSize + paletteBytes), 4);
    put(bytes, static_cast<std::uint64_t>(headerSize), 4);
    put(bytes, static_cast<std::uint64_t>(width), 4);
    put(bytes, static_cast<std::uint64_t>(height), 4);
    put(bytes, 1, 2);
    put(bytes, static_cast<std::uint64_t>(bits), 2);
    put(bytes, static_cast<std::uint64_t>(compression), 4);
    put(bytes, 0, 20);
}

} // namespace

Bytes tiff(int width, int height, const Samples& samples, const TiffOptions& o) {
    struct Entry {
        int tag, type, count;
        std::uint64_t value;
    };
    // Bits and sample format of every sample stand in one value where they fit, else behind the header.
    const std::size_t directorySize = 2 + 12 * 13 + 4;
    const std::size_t listAt = 8 + (o.directoryLast ? samples.size() : directorySize);
    const std::size_t samplesAt = o.directoryLast ? 8 : listAt + 16;
    const bool longList = o.samplesPerPixel > 2;
    const std::uint64_t bits = static_cast<std::uint64_t>(o.bits);
    const std::array<Entry, 13> entries{{
        {254, 4, 1, o.subfileType},
        {256, 4, 1, static_cast<std::uint64_t>(width)},
        {257, 4, 1, static_cast<std::uint64_t>(height)},
        {258, 3, o.samplesPerPixel, longList ? listAt : bits | bits << 16},
        {259, 3, 1, 1},
        {262, 3, 1, static_cast<std::uint64_t>(o.photometric)},
        {273, 4, 1, samplesAt},
        {274, 3, 1, static_cast<std::uint64_t>(o.orientation)},
        {277, 3, 1, static_cast<std::uint64_t>(o.samplesPerPixel)},
        {278, 4, 1, static_cast<std::uint64_t>(height)},
        {279, 4, 1, samples.size()},
        {o.extraSample >= 0 ? 338 : 305, o.extraSample >= 0 ? 3 : 2, 1,
         static_cast<std::uint64_t>(o.extraSample >= 0 ? o.extraSample : 0)},
        {339, 3, 1, static_cast<std::uint64_t>(o.sampleFormat)},
    }};
    Bytes list;
    for (int i = 0; i < 8; ++i)
        put(list, bits, 2);
    Bytes directory;
    put(directory, entries.size(), 2);
    for (const Entry& entry : entries) {
        put(directory, static_cast<std::uint64_t>(entry.tag), 2);
        put(directory, static_cast<std::uint64_t>(entry.type), 2);
        put(directory, static_cast<std::uint64_t>(entry.count), 4);
        put(directory, entry.value, 4);
    }
    put(directory, 0, 4);

    Bytes bytes = bytesOf("II*");
    put(bytes, 0, 1);
    put(bytes, o.directoryLast ? listAt + list.size() : 8, 4);
    if (o.directoryLast) {
        append(bytes, samples);
        bytes.insert(bytes.end(), list.begin(), list.end());
        bytes.insert(bytes.end(), directory.begin(), directory.end());
    } else {
        bytes.insert(bytes.end(), directory.begin(), directory.end());
        bytes.insert(bytes.end(), list.begin(), list.end());
        append(bytes, samples);
    }
    return bytes;
}

Bytes bmp24(int width, int height, const Samples& rgb, const Samples& profile) {
    Bytes bytes;
    constexpr int newestHeader = 124;
    bmpHeader(bytes, width, height, 24, 0, profile.empty() ? 40 : newestHeader, 0);
    const std::size_t afterPixels = static_cast<std::size_t>((width * 3 + 3) / 4 * 4 * height);
    if (!profile.empty()) {
        put(bytes, 0, 16);
        put(bytes, 0x4D424544, 4); // "MBED": the profile stands behind the pixels
        bytes.resize(126);
        put(bytes, newestHeader + afterPixels, 4);
        put(bytes, profile.size(), 4);
        put(bytes, 0, 4);
    }
    for (int y = height - 1; y >= 0; --y) {
        for (int x = 0; x < width; ++x)
            for (int channel = 2; channel >= 0; --channel)
                put(bytes, rgb.at(static_cast<std::size_t>((y * width + x) * 3 + channel)), 1);
        put(bytes, 0, (4 - width * 3 % 4) % 4);
    }
    append(bytes, profile);
    return bytes;
}

Bytes bmp32(int width, int height, const Samples& rgba, bool withAlphaMask) {
    Bytes bytes;
    bmpHeader(bytes, width, -height, 32, withAlphaMask ? 3 : 0, withAlphaMask ? 108 : 40, 0);
    if (withAlphaMask) {
        for (const std::uint64_t mask : {0x00FF0000U, 0x0000FF00U, 0x000000FFU, 0xFF000000U})
            put(bytes, mask, 4);
        for (int i = 0; i < 52 / 4; ++i)
            put(bytes, 0, 4);
    }
    for (std::size_t i = 0; i < rgba.size(); i += 4)
        append(bytes, {rgba[i + 2], rgba[i + 1], rgba[i], rgba[i + 3]});
    return bytes;
}

Bytes bmpRle8(int width, int height, const Samples& indices) {
    Bytes bytes;
    bmpHeader(bytes, width, height, 8, 1, 40, 1024);
    for (std::uint64_t i = 0; i < 256; ++i)
        put(bytes, i | i << 8 | i << 16, 4);
    for (int y = height - 1; y >= 0; --y) {
        for (int x = 0; x < width; ++x) {
            put(bytes, 1, 1);
            put(bytes, indices.at(static_cast<std::size_t>(y * width + x)), 1);
        }
        put(bytes, 0, 2);
    }
    put(bytes, 0x0100, 2);
    return bytes;
}

Bytes pnm(int kind, int width, int height, int largest, const std::vector<int>& values) {
    std::string text = fmt::format("P{}\n# made by a test\n{} {}\n", kind, width, height);
    if (kind != 1 && kind != 4)
        text += fmt::format("{}\n", largest);
    int column = 0;
    int packed = 0;
    for (const int value : values) {
        if (kind <= 3)
            text += fmt::format("{} ", value);
        else if (kind == 4) {
            packed |= value << (7 - column % 8);
            if (++column % 8 == 0 || column == width) {
                text += static_cast<char>(packed);
                packed = 0;
            }
            column %= width;
        } else {
            if (largest > 255)
                text += static_cast<char>(value >> 8);
            text += static_cast<char>(value & 255);
        }
    }
    return bytesOf(text);
}

} // namespace blurig::test
