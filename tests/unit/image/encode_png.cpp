// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "encoders.h"

#include <png.h>

namespace blurig::test {
namespace {

void onWrite(png_structp png, png_bytep from, std::size_t count) {
    auto& bytes = *static_cast<Bytes*>(png_get_io_ptr(png));
    const auto view = std::as_bytes(std::span(from, count));
    bytes.insert(bytes.end(), view.begin(), view.end());
}

void onFlush(png_structp) {}

} // namespace

Bytes png(int width, int height, const Samples& rows, const PngOptions& options) {
    Bytes bytes;
    png_structp writer = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(writer);
    png_set_write_fn(writer, &bytes, onWrite, onFlush);
    png_set_user_limits(writer, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_IHDR(writer, info, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height), options.bits,
                 options.colourType, options.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    std::vector<png_color> palette;
    for (const auto& [red, green, blue] : options.palette)
        palette.push_back({red, green, blue});
    if (!palette.empty())
        png_set_PLTE(writer, info, palette.data(), static_cast<int>(palette.size()));
    Samples exif = exifBlock(options.orientation);
    if (options.orientation != 1)
        png_set_eXIf_1(writer, info, static_cast<png_uint_32>(exif.size()), exif.data());
    if (!options.profile.empty())
        png_set_iCCP(writer, info, "profile", PNG_COMPRESSION_TYPE_BASE, options.profile.data(),
                     static_cast<png_uint_32>(options.profile.size()));
    if (options.gamma > 0)
        png_set_gAMA(writer, info, options.gamma);
    if (const auto& c = options.primaries)
        png_set_cHRM(writer, info, (*c)[0], (*c)[1], (*c)[2], (*c)[3], (*c)[4], (*c)[5], (*c)[6], (*c)[7]);
    if (!options.codePoints.empty()) {
        png_unknown_chunk chunk{{'c', 'I', 'C', 'P', 0},
                                const_cast<png_bytep>(options.codePoints.data()),
                                options.codePoints.size(),
                                PNG_HAVE_IHDR};
        png_set_keep_unknown_chunks(writer, PNG_HANDLE_CHUNK_ALWAYS, nullptr, 0);
        png_set_unknown_chunks(writer, info, &chunk, 1);
    }
    if (options.srgb)
        png_set_sRGB(writer, info, PNG_sRGB_INTENT_PERCEPTUAL);
    png_write_info(writer, info);
    if (!rows.empty()) { // else a header alone
        const std::size_t stride = rows.size() / static_cast<std::size_t>(height);
        std::vector<png_bytep> lines;
        for (std::size_t y = 0; y < static_cast<std::size_t>(height); ++y)
            lines.push_back(const_cast<png_bytep>(rows.data() + y * stride));
        png_write_image(writer, lines.data());
        png_write_end(writer, info);
    }
    png_destroy_write_struct(&writer, &info);
    return bytes;
}

} // namespace blurig::test
