// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "encoders.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <tiffio.h>

namespace blurig::test {
namespace {

struct Memory {
    Bytes bytes;
    std::size_t position = 0;
};

Memory& memoryOf(thandle_t handle) {
    return *static_cast<Memory*>(handle);
}

tmsize_t onRead(thandle_t handle, void* to, tmsize_t count) {
    Memory& memory = memoryOf(handle);
    const std::size_t left = memory.bytes.size() - std::min(memory.position, memory.bytes.size());
    const std::size_t got = std::min(left, static_cast<std::size_t>(count));
    std::copy_n(memory.bytes.data() + memory.position, got, static_cast<std::byte*>(to));
    memory.position += got;
    return static_cast<tmsize_t>(got);
}

tmsize_t onWrite(thandle_t handle, void* from, tmsize_t count) {
    Memory& memory = memoryOf(handle);
    const std::size_t end = memory.position + static_cast<std::size_t>(count);
    memory.bytes.resize(std::max(memory.bytes.size(), end));
    std::copy_n(static_cast<const std::byte*>(from), count, memory.bytes.data() + memory.position);
    memory.position = end;
    return count;
}

toff_t onSeek(thandle_t handle, toff_t offset, int whence) {
    Memory& memory = memoryOf(handle);
    const std::size_t base = whence == SEEK_CUR ? memory.position : whence == SEEK_END ? memory.bytes.size() : 0;
    memory.position = base + offset;
    return memory.position;
}

int onClose(thandle_t) {
    return 0;
}

toff_t onSize(thandle_t handle) {
    return memoryOf(handle).bytes.size();
}

// Samples of one strip or tile, packed: high bits first, 16 bits as this machine has them.
class Packer {
public:
    explicit Packer(int bits)
        : m_bits(bits) {}

    void add(std::uint16_t value) {
        if (m_bits == 16) {
            std::array<std::uint8_t, 2> pair{};
            std::memcpy(pair.data(), &value, 2);
            m_bytes.insert(m_bytes.end(), pair.begin(), pair.end());
            return;
        }
        for (int bit = m_bits - 1; bit >= 0; --bit) {
            if (m_free == 0) {
                m_bytes.push_back(0);
                m_free = 8;
            }
            --m_free;
            m_bytes.back() = static_cast<std::uint8_t>(m_bytes.back() | (value >> bit & 1) << m_free);
        }
    }
    void endRow() { m_free = 0; }
    Samples& bytes() { return m_bytes; }

private:
    int m_bits;
    int m_free = 0; // bits of the last byte
    Samples m_bytes;
};

class Writer {
public:
    Writer(TIFF* file, const TiffPlan& plan, const std::vector<std::uint16_t>& values)
        : m_file(file)
        , m_plan(plan)
        , m_values(values) {}

    void writeBlocks() {
        const int blockWidth = m_plan.tiled ? m_plan.blockWidth : m_plan.width;
        std::uint32_t number = 0;
        for (int plane = 0; plane < (m_plan.planar ? m_plan.samplesPerPixel : 1); ++plane)
            for (int y = 0; y < m_plan.height; y += m_plan.blockHeight)
                for (int x = 0; x < m_plan.width; x += blockWidth)
                    writeBlock(number++, plane, x, y, blockWidth);
    }

private:
    // Beyond the picture's edge stands noise, as some programs leave there.
    std::uint16_t valueAt(int x, int y, int sample) const {
        if (x >= m_plan.width || y >= m_plan.height)
            return static_cast<std::uint16_t>((x * 3 + y) & ((1 << m_plan.bits) - 1));
        return m_values.at(static_cast<std::size_t>((y * m_plan.width + x) * m_plan.samplesPerPixel + sample));
    }

    void writeBlock(std::uint32_t number, int plane, int left, int top, int blockWidth) {
        const int rows = m_plan.tiled ? m_plan.blockHeight : std::min(m_plan.blockHeight, m_plan.height - top);
        Packer packer(m_plan.bits);
        for (int y = top; y < top + rows; ++y) {
            for (int x = left; x < left + blockWidth; ++x)
                for (int sample = 0; sample < (m_plan.planar ? 1 : m_plan.samplesPerPixel); ++sample)
                    packer.add(valueAt(x, y, m_plan.planar ? plane : sample));
            packer.endRow();
        }
        Samples& bytes = packer.bytes();
        const auto size = static_cast<tmsize_t>(bytes.size());
        const tmsize_t written = m_plan.tiled ? TIFFWriteEncodedTile(m_file, number, bytes.data(), size)
                                              : TIFFWriteEncodedStrip(m_file, number, bytes.data(), size);
        if (written != size)
            throw std::runtime_error("libtiff does not write this");
    }

    TIFF* m_file;
    const TiffPlan& m_plan;
    const std::vector<std::uint16_t>& m_values;
};

void setTags(TIFF* file, const TiffPlan& plan) {
    TIFFSetField(file, TIFFTAG_IMAGEWIDTH, plan.width);
    TIFFSetField(file, TIFFTAG_IMAGELENGTH, plan.height);
    TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, plan.bits);
    TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, plan.samplesPerPixel);
    if (plan.photometric >= 0)
        TIFFSetField(file, TIFFTAG_PHOTOMETRIC, plan.photometric);
    TIFFSetField(file, TIFFTAG_PLANARCONFIG, plan.planar ? PLANARCONFIG_SEPARATE : PLANARCONFIG_CONTIG);
    TIFFSetField(file, TIFFTAG_COMPRESSION, plan.compression);
    if (plan.compression == COMPRESSION_JPEG)
        TIFFSetField(file, TIFFTAG_JPEGQUALITY, 100);
    if (plan.photometric == PHOTOMETRIC_YCBCR)
        TIFFSetField(file, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
    if (plan.predictor != PREDICTOR_NONE)
        TIFFSetField(file, TIFFTAG_PREDICTOR, plan.predictor);
    if (plan.inkSet != 0)
        TIFFSetField(file, TIFFTAG_INKSET, plan.inkSet);
    if (plan.tiled) {
        TIFFSetField(file, TIFFTAG_TILEWIDTH, plan.blockWidth);
        TIFFSetField(file, TIFFTAG_TILELENGTH, plan.blockHeight);
    } else {
        TIFFSetField(file, TIFFTAG_ROWSPERSTRIP, plan.blockHeight);
    }
    if (!plan.extraSamples.empty())
        TIFFSetField(file, TIFFTAG_EXTRASAMPLES, static_cast<int>(plan.extraSamples.size()), plan.extraSamples.data());
    if (!plan.profile.empty())
        TIFFSetField(file, TIFFTAG_ICCPROFILE, static_cast<std::uint32_t>(plan.profile.size()), plan.profile.data());
    if (!plan.chromaticities.empty()) {
        TIFFSetField(file, TIFFTAG_WHITEPOINT, plan.chromaticities.data());
        TIFFSetField(file, TIFFTAG_PRIMARYCHROMATICITIES, plan.chromaticities.data() + 2);
    }
    if (!plan.palette.empty()) {
        const std::size_t entries = plan.palette.size() / 3;
        TIFFSetField(file, TIFFTAG_COLORMAP, plan.palette.data(), plan.palette.data() + entries,
                     plan.palette.data() + 2 * entries);
    }
}

} // namespace

Bytes tiffOf(const TiffPlan& plan, const std::vector<std::uint16_t>& values) {
    Memory memory;
    const char* mode = plan.bigEndian ? (plan.big ? "wb8" : "wb") : plan.big ? "wl8" : "wl";
    TIFF* file = TIFFClientOpen("", mode, &memory, onRead, onWrite, onSeek, onClose, onSize, nullptr, nullptr);
    setTags(file, plan);
    Writer(file, plan, values).writeBlocks();
    TIFFClose(file);
    return memory.bytes;
}

} // namespace blurig::test
