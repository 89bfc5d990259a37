// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/picture_format.h"

#include <algorithm>
#include <limits>

namespace blurig {
namespace {

// Netpbm's portable bit, grey and pixel maps: P1 to P3 are text, P4 to P6 binary.
class PnmDecoder {
public:
    explicit PnmDecoder(const PictureSource& source)
        : m_source(source)
        , m_kind(source.data()[1] - '0') {}

    RawPicture decode() && {
        const std::uint64_t width = number();
        const std::uint64_t height = number();
        requireSize(m_source, width, height);
        m_max = bits() ? 1 : number();
        if (m_max < 1 || m_max > 65535)
            throw damaged(m_source, "PNM", "its largest value is not between 1 and 65535");
        if (!text())
            skipOneSpace();
        m_raw.width = static_cast<int>(width);
        m_raw.height = static_cast<int>(height);
        requireLength();
        if (m_max > 255)
            fill(m_raw.samples16);
        else
            fill(m_raw.samples8);
        return std::move(m_raw);
    }

private:
    bool text() const { return m_kind <= 3; }
    bool bits() const { return m_kind == 1 || m_kind == 4; }
    bool colour() const { return m_kind == 3 || m_kind == 6; }

    std::uint8_t byte() {
        if (m_position >= m_source.size())
            throw damaged(m_source, "PNM", "it ends too early");
        return m_source.data()[m_position++];
    }

    static bool isSpace(std::uint8_t c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

    std::uint8_t afterSpace() {
        std::uint8_t c = byte();
        while (isSpace(c) || c == '#') {
            while (c == '#' && byte() != '\n') {
            }
            c = byte();
        }
        return c;
    }

    void skipOneSpace() {
        if (!isSpace(byte()))
            throw damaged(m_source, "PNM", "its header does not end with a space");
    }

    // Something must follow even the last number: without it nobody knows whether digits are missing.
    std::uint64_t number() {
        std::uint8_t c = afterSpace();
        if (c < '0' || c > '9')
            throw damaged(m_source, "PNM", "a number is missing");
        std::uint64_t value = 0;
        for (; c >= '0' && c <= '9'; c = byte())
            value = std::min<std::uint64_t>(10 * value + (c - '0'), 1'000'000'000'000);
        --m_position;
        return value;
    }

    // Before the pixels are allocated: a short file may state a large size.
    void requireLength() const {
        const std::uint64_t columns = static_cast<std::uint64_t>(m_raw.width) * (colour() ? 3 : 1);
        const std::uint64_t rowBytes = text() ? columns : bits() ? (columns + 7) / 8 : columns * (m_max > 255 ? 2 : 1);
        if (rowBytes * static_cast<std::uint64_t>(m_raw.height) > m_source.size() - m_position)
            throw damaged(m_source, "PNM", "it ends too early");
    }

    std::uint64_t sample() {
        if (bits()) {
            const std::uint8_t digit = afterSpace(); // need not be separated
            if (digit != '0' && digit != '1')
                throw damaged(m_source, "PNM", "a pixel is neither 0 nor 1");
            return digit == '0' ? 1 : 0; // 1 is black
        }
        if (text())
            return number();
        const std::uint64_t high = byte();
        return m_max > 255 ? high << 8 | byte() : high;
    }

    template <typename Sample> Sample scaled(std::uint64_t value) const {
        if (value > m_max)
            throw damaged(m_source, "PNM", "a value exceeds the stated largest one");
        constexpr std::uint64_t full = std::numeric_limits<Sample>::max();
        return static_cast<Sample>((value * full + m_max / 2) / m_max);
    }

    template <typename Sample> void fill(std::vector<Sample>& samples) {
        samples.resize(m_raw.samples());
        auto to = samples.begin();
        for (int y = 0; y < m_raw.height; ++y) {
            std::uint8_t packed = 0;
            for (int x = 0; x < m_raw.width; ++x) {
                if (colour()) {
                    for (int channel = 0; channel < 3; ++channel)
                        *to++ = scaled<Sample>(sample());
                    continue;
                }
                if (m_kind == 4 && x % 8 == 0)
                    packed = byte();
                const std::uint64_t value = m_kind == 4 ? (packed >> (7 - x % 8) & 1 ? 0U : 1U) : sample();
                to = std::fill_n(to, 3, scaled<Sample>(value));
            }
        }
    }

    const PictureSource& m_source;
    int m_kind;
    std::size_t m_position = 2;
    std::uint64_t m_max = 0;
    RawPicture m_raw;
};

} // namespace

RawPicture decodePnm(const PictureSource& source) {
    return PnmDecoder(source).decode();
}

} // namespace blurig
