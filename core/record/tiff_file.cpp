// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/tiff_file.h"

#include "core/record/write_file.h"
#include "core/tiff/tiff_memory.h"

#include <span>
#include <stdexcept>

namespace blurig {

namespace {

bool writePage(TIFF* file, std::span<const float> values, std::uint32_t width, std::uint32_t height, std::uint16_t page,
               std::uint16_t pages) {
    TIFFSetField(file, TIFFTAG_SUBFILETYPE, FILETYPE_PAGE);
    TIFFSetField(file, TIFFTAG_PAGENUMBER, page, pages);
    TIFFSetField(file, TIFFTAG_IMAGEWIDTH, width);
    TIFFSetField(file, TIFFTAG_IMAGELENGTH, height);
    TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, 32);
    TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, 1);
    TIFFSetField(file, TIFFTAG_SAMPLEFORMAT, SAMPLEFORMAT_IEEEFP);
    TIFFSetField(file, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK);
    TIFFSetField(file, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(file, TIFFTAG_COMPRESSION, COMPRESSION_NONE);
    TIFFSetField(file, TIFFTAG_ROWSPERSTRIP, height);
    std::vector<float> copy(values.begin(), values.end()); // libtiff may turn the bytes where they are
    return TIFFWriteEncodedStrip(file, 0, copy.data(), static_cast<tmsize_t>(values.size_bytes())) >= 0 &&
           TIFFWriteDirectory(file) == 1;
}

} // namespace

std::vector<std::byte> encodeTiff(const Array& array) {
    const ArrayLayout& layout = array.layout();
    const auto height = static_cast<std::uint32_t>(layout.axes.size() > 1 ? layout.axes.front().size : 1);
    const auto width = static_cast<std::uint32_t>(layout.axes.back().size);
    const std::span<const float> values = array.host();
    const std::size_t plane = std::size_t{height} * width;
    const std::size_t pages = values.size() / plane;
    TiffMemory memory;
    bool whole = memory.file() != nullptr;
    for (std::size_t page = 0; whole && page < pages; ++page)
        whole = writePage(memory.file(), values.subspan(page * plane, plane), width, height,
                          static_cast<std::uint16_t>(page), static_cast<std::uint16_t>(pages));
    if (!whole)
        throw std::runtime_error(memory.error());
    return std::move(memory).take();
}

void writeTiff(const std::filesystem::path& file, const Array& array) {
    writeFile(file, encodeTiff(array));
}

} // namespace blurig
