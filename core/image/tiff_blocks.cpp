// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/tiff_blocks.h"

#include <algorithm>
#include <cstring>

namespace blurig {
namespace {

constexpr std::uint64_t mostBytes = std::uint64_t{1} << 30; // as libtiff's own limit of one allocation

// One sample of a row: high bits first, 16 bits as this machine has them.
std::uint16_t sampleAt(const std::uint8_t* row, int bits, std::size_t index) {
    const std::size_t first = index * static_cast<std::size_t>(bits);
    std::uint32_t value = 0;
    for (std::size_t bit = first; bit < first + static_cast<std::size_t>(bits); ++bit)
        value = value << 1 | (row[bit / 8] >> (7 - bit % 8) & 1U);
    return static_cast<std::uint16_t>(value);
}

// `count` samples, the first at `index` and then each `step` samples.
void unpack(const std::uint8_t* row, int bits, std::size_t index, std::size_t step, int count, std::uint16_t* to,
            std::size_t toStep) {
    if (bits == 8)
        for (int i = 0; i < count; ++i, index += step, to += toStep)
            *to = row[index];
    else if (bits == 16)
        for (int i = 0; i < count; ++i, index += step, to += toStep)
            std::memcpy(to, row + 2 * index, sizeof(*to));
    else
        for (int i = 0; i < count; ++i, index += step, to += toStep)
            *to = sampleAt(row, bits, index);
}

} // namespace

TiffBlocks::TiffBlocks(const TiffStream& stream, const TiffLayout& layout)
    : m_stream(stream)
    , m_layout(layout) {
    for (std::size_t sample = 0; sample < layout.colourSamples(); ++sample)
        m_wanted.push_back(sample);
    if (layout.alpha != Alpha::None)
        m_wanted.push_back(layout.alphaAt);

    const std::size_t rowSamples =
        static_cast<std::size_t>(layout.blockWidth) * (layout.planar ? 1 : layout.samplesPerPixel);
    m_rowBytes = (rowSamples * static_cast<std::size_t>(layout.bits) + 7) / 8;
    TIFF* file = stream.file();
    const std::uint64_t rowBytes = layout.tiled ? TIFFTileRowSize64(file) : TIFFScanlineSize64(file);
    const std::uint64_t blockBytes = layout.tiled ? TIFFTileSize64(file) : TIFFStripSize64(file);
    if (rowBytes != m_rowBytes || blockBytes < rowBytes * static_cast<std::uint64_t>(layout.blockHeight) ||
        blockBytes > mostBytes)
        throw stream.broken("its strips or tiles are of a wrong size");
    m_blockBytes = static_cast<std::size_t>(blockBytes);
    m_bytes = std::make_unique_for_overwrite<std::uint8_t[]>(planes() * m_blockBytes);
}

void TiffBlocks::read(int x, int y) {
    const std::size_t rows = static_cast<std::size_t>(std::min(m_layout.blockHeight, m_layout.height - y));
    for (std::size_t plane = 0; plane < planes(); ++plane)
        // A fax that ends early leaves the rows that it does not have as they were, without a word.
        if (!fillsLastRow(plane, x, y, rows, 0xA5) && !fillsLastRow(plane, x, y, rows, 0x5A))
            throw m_stream.broken("a strip or tile ends too early");
}

bool TiffBlocks::fillsLastRow(std::size_t plane, int x, int y, std::size_t rows, std::uint8_t before) {
    std::uint8_t* to = m_bytes.get() + plane * m_blockBytes;
    std::fill_n(to, rows * m_rowBytes, before);
    TIFF* file = m_stream.file();
    const auto column = static_cast<std::uint32_t>(x);
    const auto row = static_cast<std::uint32_t>(y);
    const auto sample = static_cast<std::uint16_t>(m_layout.planar ? m_wanted[plane] : 0);
    const auto size = static_cast<tmsize_t>(m_blockBytes);
    const tmsize_t got = m_layout.tiled
                             ? TIFFReadEncodedTile(file, TIFFComputeTile(file, column, row, 0, sample), to, size)
                             : TIFFReadEncodedStrip(file, TIFFComputeStrip(file, row, sample), to, size);
    if (got < 0)
        throw m_stream.broken();
    const std::uint8_t* lastRow = to + (rows - 1) * m_rowBytes;
    return static_cast<std::size_t>(got) >= rows * m_rowBytes &&
           std::any_of(lastRow, lastRow + m_rowBytes, [before](std::uint8_t byte) { return byte != before; });
}

void TiffBlocks::unpackRow(int row, int width, std::uint16_t* to) const {
    const std::uint8_t* bytes = m_bytes.get() + static_cast<std::size_t>(row) * m_rowBytes;
    for (std::size_t i = 0; i < m_wanted.size(); ++i) {
        if (m_layout.planar)
            unpack(bytes + i * m_blockBytes, m_layout.bits, 0, 1, width, to + i, m_wanted.size());
        else
            unpack(bytes, m_layout.bits, m_wanted[i], m_layout.samplesPerPixel, width, to + i, m_wanted.size());
    }
}

} // namespace blurig
