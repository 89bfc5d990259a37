// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/picture_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>

namespace blurig {
namespace {

enum Compression : std::uint32_t { Plain = 0, Rle8 = 1, Rle4 = 2, BitFields = 3, AlphaBitFields = 6 };

// One channel of a 16- or 32-bit pixel.
struct Field {
    std::uint32_t mask = 0;

    std::uint8_t of(std::uint32_t pixel) const {
        if (mask == 0)
            return 0;
        const int shift = std::countr_zero(mask);
        const std::uint64_t full = mask >> shift;
        return static_cast<std::uint8_t>(((pixel & mask) >> shift) * std::uint64_t{255} / full);
    }
};

class BmpDecoder {
public:
    explicit BmpDecoder(const PictureSource& source)
        : m_source(source) {}

    RawPicture decode() && {
        readHeader();
        if (m_bits <= 8)
            readPalette();
        if (m_compression == Rle8 || m_compression == Rle4) {
            fillWithFirstColour(); // what jumps leave out
            readRunLengths();
        } else {
            readPlain();
        }
        return std::move(m_raw);
    }

private:
    std::uint32_t at(std::uint64_t position, int bytes) const {
        if (position + static_cast<std::uint64_t>(bytes) > m_source.size())
            throw damaged(m_source, "BMP", "it ends too early");
        std::uint32_t value = 0;
        for (int i = bytes; i-- > 0;)
            value = value << 8 | m_source.data()[position + static_cast<std::uint64_t>(i)];
        return value;
    }

    void readHeader() {
        m_pixels = at(10, 4);
        m_headerSize = at(14, 4);
        const bool os2 = m_headerSize == 12;
        const std::int64_t width = os2 ? std::int64_t{at(18, 2)} : static_cast<std::int32_t>(at(18, 4));
        const std::int64_t height = os2 ? std::int64_t{at(20, 2)} : static_cast<std::int32_t>(at(22, 4));
        m_bits = static_cast<int>(os2 ? at(24, 2) : at(28, 2));
        m_compression = os2 ? std::uint32_t{Plain} : at(30, 4);
        m_colours = os2 ? 0 : at(46, 4);
        m_bottomUp = height > 0;
        requireSize(m_source, static_cast<std::uint64_t>(std::max<std::int64_t>(width, 0)),
                    static_cast<std::uint64_t>(std::abs(height)));
        m_raw.width = static_cast<int>(width);
        m_raw.height = static_cast<int>(std::abs(height));
        requireKnown();
        if (m_bits == 16)
            m_fields = {Field{0x7C00}, Field{0x03E0}, Field{0x001F}, Field{}};
        if (m_compression == BitFields || m_compression == AlphaBitFields) {
            const bool alpha = m_headerSize >= 56 || m_compression == AlphaBitFields;
            for (std::size_t i = 0; i < (alpha ? 4U : 3U); ++i)
                m_fields[i].mask = at(54 + 4 * i, 4);
        }
        m_raw.alpha = m_fields[3].mask != 0 ? Alpha::Straight : Alpha::None;
        readProfile();
    }

    // Of the newest header. One that lies outside of the file is damaged: it has no bytes.
    void readProfile() {
        constexpr std::uint32_t newest = 124;
        constexpr std::uint32_t embedded = 0x4D424544; // "MBED"
        if (m_headerSize < newest || at(70, 4) != embedded)
            return;
        const std::uint64_t begin = std::uint64_t{14} + at(126, 4);
        const std::uint64_t length = at(130, 4);
        const bool inside = begin + length <= m_source.size();
        m_raw.stated = iccProfile(inside ? std::span(m_source.data() + begin, length) : std::span<std::uint8_t>());
    }

    void requireKnown() const {
        const bool indexed = m_bits == 1 || m_bits == 4 || m_bits == 8;
        const bool masked = m_bits == 16 || m_bits == 32;
        const bool known = (m_compression == Plain && (indexed || masked || m_bits == 24)) ||
                           (m_compression == Rle8 && m_bits == 8) || (m_compression == Rle4 && m_bits == 4) ||
                           ((m_compression == BitFields || m_compression == AlphaBitFields) && masked);
        if (!known)
            throw unsupported(m_source, fmt::format("is a kind of BMP that is not supported ({} bits, compression {})",
                                                    m_bits, m_compression));
    }

    void readPalette() {
        const std::uint32_t most = 1U << m_bits;
        const std::uint32_t entry = m_headerSize == 12 ? 3 : 4;
        const std::uint32_t begin = 14 + m_headerSize;
        const std::uint32_t room = m_pixels > begin ? (m_pixels - begin) / entry : 0;
        const std::uint32_t count = std::min(room, m_colours == 0 ? most : std::min(m_colours, most));
        for (std::uint32_t i = 0; i < count; ++i)
            for (std::uint32_t channel = 0; channel < 3; ++channel) // stored as BGR
                m_palette[i][2 - channel] =
                    static_cast<std::uint8_t>(at(std::uint64_t{begin} + entry * i + channel, 1));
    }

    void fillWithFirstColour() {
        m_raw.samples8.resize(m_raw.samples());
        for (auto to = m_raw.samples8.begin(); to != m_raw.samples8.end();)
            to = std::copy_n(m_palette[0].begin(), 3, to);
    }

    std::uint8_t* row(int stored) {
        const int y = m_bottomUp ? m_raw.height - 1 - stored : stored;
        return m_raw.samples8.data() + static_cast<std::size_t>(y) * m_raw.rowSamples();
    }

    void readPlain() {
        const std::uint64_t stride =
            (static_cast<std::uint64_t>(m_raw.width) * static_cast<unsigned>(m_bits) + 31) / 32 * 4;
        // The last row's padding may be missing.
        const std::uint64_t lastRow = (static_cast<std::uint64_t>(m_raw.width) * static_cast<unsigned>(m_bits) + 7) / 8;
        if (m_pixels + stride * static_cast<std::uint64_t>(m_raw.height - 1) + lastRow > m_source.size())
            throw damaged(m_source, "BMP", "it ends too early");
        m_raw.samples8.resize(m_raw.samples());
        for (int y = 0; y < m_raw.height; ++y)
            readRow(m_source.data() + m_pixels + stride * static_cast<std::uint64_t>(y), row(y));
    }

    void readRow(const std::uint8_t* from, std::uint8_t* to) const {
        const int bytes = m_bits / 8;
        for (int x = 0; x < m_raw.width; ++x) {
            if (m_bits <= 8) {
                const int bit = x * m_bits;
                const int index = from[bit / 8] >> (8 - m_bits - bit % 8) & ((1 << m_bits) - 1);
                to = std::copy_n(m_palette[static_cast<std::size_t>(index)].begin(), 3, to);
                continue;
            }
            std::uint32_t pixel = 0;
            for (int i = bytes; i-- > 0;)
                pixel = pixel << 8 | from[x * bytes + i];
            for (std::size_t channel = 0; channel < m_raw.channels(); ++channel)
                *to++ = m_fields[channel].of(pixel);
        }
    }

    // Pairs of bytes: a count and a colour, or 0 and an escape: end of line, end of picture, a jump, or literal
    // indices.
    void readRunLengths() {
        int x = 0;
        int y = 0;
        std::uint64_t position = m_pixels;
        const auto put = [&](unsigned index) {
            if (x >= m_raw.width || y >= m_raw.height)
                throw damaged(m_source, "BMP", "its pixel data continue past the edge of the picture");
            std::copy_n(m_palette[index].begin(), 3, row(y) + 3 * x++);
        };
        const auto nibble = [](unsigned byte, unsigned i) { return i % 2 == 0 ? byte >> 4 : byte & 15; };
        while (true) {
            const std::uint32_t count = at(position, 1);
            const std::uint32_t value = at(position + 1, 1);
            position += 2;
            if (count > 0) {
                for (unsigned i = 0; i < count; ++i)
                    put(m_bits == 8 ? value : nibble(value, i));
            } else if (value == 0) {
                x = 0;
                ++y;
            } else if (value == 1) {
                return;
            } else if (value == 2) {
                x += static_cast<int>(at(position, 1));
                y += static_cast<int>(at(position + 1, 1));
                position += 2;
            } else {
                for (unsigned i = 0; i < value; ++i)
                    put(m_bits == 8 ? at(position + i, 1) : nibble(at(position + i / 2, 1), i));
                const std::uint32_t bytes = m_bits == 8 ? value : (value + 1) / 2;
                position += bytes + bytes % 2;
            }
        }
    }

    const PictureSource& m_source;
    std::uint32_t m_pixels = 0; // where they begin
    std::uint32_t m_headerSize = 0;
    std::uint32_t m_compression = Plain;
    std::uint32_t m_colours = 0;
    int m_bits = 0;
    bool m_bottomUp = true;
    std::array<Field, 4> m_fields{Field{0xFF0000}, Field{0xFF00}, Field{0xFF}, Field{}};
    std::array<std::array<std::uint8_t, 3>, 256> m_palette{};
    RawPicture m_raw;
};

} // namespace

RawPicture decodeBmp(const PictureSource& source) {
    return BmpDecoder(source).decode();
}

} // namespace blurig
