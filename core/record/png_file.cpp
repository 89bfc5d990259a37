// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/png_file.h"

#include "core/error.h"
#include "core/record/write_file.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>
#include <png.h>

namespace blurig {

namespace {

constexpr double metresPerInch = 0.0254;

// libpng reports errors by a callback that must not return; an exception unwinds through its C frames, which Debian
// builds with unwind tables, and keeps C++ objects alive where longjmp would not.
[[noreturn]] void failed(png_structp, png_const_charp message) {
    throw std::runtime_error(message);
}

void ignored(png_structp, png_const_charp) {}

struct Writer {
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, failed, ignored);
    png_infop info = png_create_info_struct(png);
    Writer() = default;
    ~Writer() { png_destroy_write_struct(&png, &info); }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
};

struct Reader {
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, failed, ignored);
    png_infop info = png_create_info_struct(png);
    Reader() = default;
    ~Reader() { png_destroy_read_struct(&png, &info, nullptr); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
};

void append(png_structp png, png_bytep data, std::size_t size) {
    auto& bytes = *static_cast<std::vector<std::byte>*>(png_get_io_ptr(png));
    const auto* from = reinterpret_cast<const std::byte*>(data);
    bytes.insert(bytes.end(), from, from + size);
}

void takeNext(png_structp png, png_bytep data, std::size_t size) {
    auto& rest = *static_cast<std::span<const std::byte>*>(png_get_io_ptr(png));
    if (size > rest.size())
        png_error(png, "the file ends too early");
    std::memcpy(data, rest.data(), size);
    rest = rest.subspan(size);
}

int skipped(png_structp, png_unknown_chunkp) {
    return 1; // handled
}

void setTexts(const Writer& writer, const std::map<std::string, std::string>& texts) {
    std::vector<png_text> entries;
    std::string empty;
    for (const auto& [keyword, text] : texts) {
        png_text entry{};
        entry.compression = PNG_ITXT_COMPRESSION_NONE;
        entry.key = const_cast<char*>(keyword.c_str()); // libpng copies it
        entry.text = const_cast<char*>(text.c_str());
        entry.itxt_length = text.size();
        entry.lang = empty.data();
        entry.lang_key = empty.data();
        entries.push_back(entry);
    }
    if (!entries.empty())
        png_set_text(writer.png, writer.info, entries.data(), static_cast<int>(entries.size()));
}

bool isOpaque(const Raster& raster) {
    for (std::size_t at = 3; at < raster.rgba->size(); at += 4)
        if ((*raster.rgba)[at] != 255)
            return false;
    return true;
}

} // namespace

std::vector<std::byte> encodePng(const Raster& raster, const PngFacts& facts) {
    assert(!raster.empty());
    std::vector<std::byte> bytes;
    const Writer writer;
    png_set_write_fn(writer.png, &bytes, append, nullptr);
    const bool opaque = isOpaque(raster);
    png_set_IHDR(writer.png, writer.info, static_cast<png_uint_32>(raster.width),
                 static_cast<png_uint_32>(raster.height), 8, opaque ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGB_ALPHA,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    setTexts(writer, facts.texts);
    if (facts.dpi) {
        const auto perMetre = static_cast<png_uint_32>(std::lround(*facts.dpi / metresPerInch));
        png_set_pHYs(writer.png, writer.info, perMetre, perMetre, PNG_RESOLUTION_METER);
    }
    png_write_info(writer.png, writer.info);
    if (opaque)
        png_set_filler(writer.png, 0, PNG_FILLER_AFTER);
    for (int row = 0; row < raster.height; ++row)
        png_write_row(writer.png,
                      raster.rgba->data() + static_cast<std::size_t>(row) * 4 * static_cast<std::size_t>(raster.width));
    png_write_end(writer.png, nullptr);
    return bytes;
}

void writePng(const std::filesystem::path& file, const Raster& raster,
              const std::map<std::string, std::string>& texts) {
    writeFile(file, encodePng(raster, {.texts = texts}));
}

std::optional<std::string> pngText(std::span<const std::byte> bytes, const std::string& keyword) {
    const auto* signature = reinterpret_cast<png_const_bytep>(bytes.data());
    if (bytes.size() < 8 || png_sig_cmp(signature, 0, 8) != 0)
        return std::nullopt;
    const Reader reader;
    png_set_read_fn(reader.png, &bytes, takeNext);
    // Pixels are skipped, not decoded: texts may follow them. The limit also holds against texts that inflate.
    png_set_keep_unknown_chunks(reader.png, PNG_HANDLE_CHUNK_ALWAYS, reinterpret_cast<png_const_bytep>("IDAT"), 1);
    png_set_read_user_chunk_fn(reader.png, nullptr, skipped);
    png_set_chunk_malloc_max(reader.png, std::max<std::size_t>(bytes.size() + 1, 8'000'000));
    try {
        png_read_info(reader.png, reader.info);
        png_read_end(reader.png, reader.info);
    } catch (const std::runtime_error&) {
        // A damaged rest does not take away the texts before it.
    }
    png_textp entries = nullptr;
    const int count = png_get_text(reader.png, reader.info, &entries, nullptr);
    for (const png_text& entry : std::span(entries, static_cast<std::size_t>(std::max(count, 0))))
        if (keyword == entry.key)
            return std::string(entry.text);
    return std::nullopt;
}

} // namespace blurig
