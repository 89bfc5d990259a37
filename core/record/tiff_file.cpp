// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/tiff_file.h"

#include "core/record/write_file.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <memory>
#include <span>
#include <stdexcept>
#include <tiffio.h>

namespace blurig {

namespace {

// What libtiff writes into, and the first thing that it complained of.
struct Memory {
    std::vector<std::byte> bytes;
    std::uint64_t position = 0;
    char message[200] = "";
};

Memory& memoryOf(thandle_t handle) {
    return *static_cast<Memory*>(handle);
}

tmsize_t onRead(thandle_t handle, void* to, tmsize_t count) {
    Memory& memory = memoryOf(handle);
    const std::uint64_t left = memory.bytes.size() - std::min<std::uint64_t>(memory.position, memory.bytes.size());
    const std::uint64_t got = std::min(left, static_cast<std::uint64_t>(count));
    if (got > 0)
        std::memcpy(to, memory.bytes.data() + memory.position, got);
    memory.position += got;
    return static_cast<tmsize_t>(got);
}

tmsize_t onWrite(thandle_t handle, void* from, tmsize_t count) {
    Memory& memory = memoryOf(handle);
    const std::uint64_t end = memory.position + static_cast<std::uint64_t>(count);
    if (end > memory.bytes.size())
        memory.bytes.resize(end);
    std::memcpy(memory.bytes.data() + memory.position, from, static_cast<std::size_t>(count));
    memory.position = end;
    return count;
}

toff_t onSeek(thandle_t handle, toff_t offset, int whence) {
    Memory& memory = memoryOf(handle);
    const std::uint64_t base = whence == SEEK_CUR ? memory.position : whence == SEEK_END ? memory.bytes.size() : 0;
    memory.position = base + offset;
    return memory.position;
}

int onClose(thandle_t) {
    return 0;
}

toff_t onSize(thandle_t handle) {
    return memoryOf(handle).bytes.size();
}

int onError(TIFF*, void* user, const char*, const char* format, std::va_list arguments) {
    Memory& memory = memoryOf(user);
    if (memory.message[0] == '\0')
        std::vsnprintf(memory.message, sizeof(memory.message), format, arguments);
    return 1;
}

struct Close {
    void operator()(TIFF* tiff) const { TIFFClose(tiff); }
    void operator()(TIFFOpenOptions* options) const { TIFFOpenOptionsFree(options); }
};
using File = std::unique_ptr<TIFF, Close>;

File open(Memory& memory) {
    const std::unique_ptr<TIFFOpenOptions, Close> options(TIFFOpenOptionsAlloc());
    if (!options)
        throw std::bad_alloc();
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), onError, &memory);
    // Little-endian on every machine.
    return File(TIFFClientOpenExt("", "wl", &memory, onRead, onWrite, onSeek, onClose, onSize, nullptr, nullptr,
                                  options.get()));
}

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
    Memory memory;
    {
        const File file = open(memory);
        bool whole = file != nullptr;
        for (std::size_t page = 0; whole && page < pages; ++page)
            whole = writePage(file.get(), values.subspan(page * plane, plane), width, height,
                              static_cast<std::uint16_t>(page), static_cast<std::uint16_t>(pages));
        if (!whole)
            throw std::runtime_error(memory.message);
    }
    return std::move(memory.bytes);
}

void writeTiff(const std::filesystem::path& file, const Array& array) {
    writeFile(file, encodeTiff(array));
}

} // namespace blurig
