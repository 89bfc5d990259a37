// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/tiff_file.h"

#include "core/array/file_bytes.h"
#include "core/error.h"
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

Array readTiff(const std::filesystem::path& file) {
    constexpr std::uint32_t greatestSide = 1 << 15;
    const auto malformed = [&file](std::string happened) {
        return Error(ErrorCode::Argument, file.string(), std::move(happened),
                     "Give a TIFF of 32-bit floats, a page a channel");
    };
    const std::vector<std::byte> bytes = readFile(file);
    const TiffMemory memory(bytes);
    TIFF* tiff = memory.file();
    if (tiff == nullptr)
        throw malformed("is no TIFF");
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::int64_t channels = 0;
    std::vector<float> values;
    do {
        std::uint32_t pageWidth = 0;
        std::uint32_t pageHeight = 0;
        std::uint16_t bits = 0;
        std::uint16_t samples = 1;
        std::uint16_t format = SAMPLEFORMAT_UINT;
        TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &pageWidth);
        TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &pageHeight);
        TIFFGetField(tiff, TIFFTAG_BITSPERSAMPLE, &bits);
        TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLESPERPIXEL, &samples);
        TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLEFORMAT, &format);
        if (bits != 32 || samples != 1 || format != SAMPLEFORMAT_IEEEFP || TIFFIsTiled(tiff) != 0)
            throw malformed("holds other values than 32-bit floats, one a pixel, in strips");
        if (pageWidth == 0 || pageHeight == 0 || pageWidth > greatestSide || pageHeight > greatestSide ||
            (channels > 0 && (pageWidth != width || pageHeight != height)))
            throw malformed("has pages that cannot be channels of one map");
        width = pageWidth;
        height = pageHeight;
        const std::size_t before = values.size();
        values.resize(before + std::size_t{width} * height);
        for (std::uint32_t row = 0; row < height; ++row)
            if (TIFFReadScanline(tiff, values.data() + before + std::size_t{row} * width, row) < 0)
                throw malformed("is damaged: " + memory.error());
        ++channels;
    } while (TIFFReadDirectory(tiff) == 1);
    return Array::fromHost(pictureLayout(channels, height, width), std::move(values));
}

void writeTiff(const std::filesystem::path& file, const Array& array) {
    writeFile(file, encodeTiff(array));
}

} // namespace blurig
