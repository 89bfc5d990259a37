// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/tiff_layout.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace blurig {

// Reads a TIFF's strips or tiles, one place of the picture after the other, with all the planes that are wanted there.
class TiffBlocks {
public:
    TiffBlocks(const TiffStream& stream, const TiffLayout& layout); // throws DamagedPicture; refers to both

    std::size_t samplesWanted() const { return m_wanted.size(); } // of a pixel: its colours, then alpha

    // The block whose first pixel this is. Throws DamagedPicture.
    void read(int x, int y);
    // samplesWanted() numbers, as stored, for each of the first `width` pixels of a row of the block that was read.
    void unpackRow(int row, int width, std::uint16_t* to) const;

private:
    bool fillsLastRow(std::size_t plane, int x, int y, std::size_t rows, std::uint8_t before);
    std::size_t planes() const { return m_layout.planar ? m_wanted.size() : 1; }

    const TiffStream& m_stream;
    const TiffLayout& m_layout;
    std::vector<std::size_t> m_wanted; // which samples of a pixel
    std::size_t m_rowBytes = 0;
    std::size_t m_blockBytes = 0;
    std::unique_ptr<std::uint8_t[]> m_bytes; // block after block, not initialised: most of a huge tile is never touched
};

} // namespace blurig
