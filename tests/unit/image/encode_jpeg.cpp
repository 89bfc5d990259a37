// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "encoders.h"

#include <cstdio>
#include <cstdlib>
#include <jpeglib.h>

namespace blurig::test {

Bytes jpeg(int width, int height, const Samples& samples, const JpegOptions& options) {
    jpeg_compress_struct writer{};
    jpeg_error_mgr errors{};
    writer.err = jpeg_std_error(&errors);
    jpeg_create_compress(&writer);
    unsigned char* memory = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&writer, &memory, &size);
    writer.image_width = static_cast<JDIMENSION>(width);
    writer.image_height = static_cast<JDIMENSION>(height);
    writer.input_components = options.components;
    writer.in_color_space = options.components == 1 ? JCS_GRAYSCALE : options.components == 4 ? JCS_CMYK : JCS_RGB;
    jpeg_set_defaults(&writer);
    jpeg_set_quality(&writer, 95, TRUE);
    if (options.components == 3) // full colour resolution: the tests look at single pixels
        writer.comp_info[0].h_samp_factor = writer.comp_info[0].v_samp_factor = 1;
    if (options.components == 4)
        writer.write_Adobe_marker = options.adobe ? TRUE : FALSE;
    if (options.progressive)
        jpeg_simple_progression(&writer);
    writer.optimize_coding = options.optimised ? TRUE : FALSE;
    writer.restart_interval = static_cast<unsigned>(options.restartInterval);
    jpeg_start_compress(&writer, TRUE);
    if (!options.profile.empty())
        jpeg_write_icc_profile(&writer, options.profile.data(), static_cast<unsigned>(options.profile.size()));
    if (options.orientation != 1 || !options.exif.empty()) {
        Samples marker{'E', 'x', 'i', 'f', 0, 0};
        const Samples block = options.exif.empty() ? exifBlock(options.orientation) : options.exif;
        marker.insert(marker.end(), block.begin(), block.end());
        jpeg_write_marker(&writer, JPEG_APP0 + 1, marker.data(), static_cast<unsigned>(marker.size()));
    }
    const std::size_t stride = static_cast<std::size_t>(width) * static_cast<std::size_t>(options.components);
    while (writer.next_scanline < writer.image_height) {
        auto* row = const_cast<JSAMPROW>(samples.data() + writer.next_scanline * stride);
        jpeg_write_scanlines(&writer, &row, 1);
    }
    jpeg_finish_compress(&writer);
    jpeg_destroy_compress(&writer);
    const auto view = std::as_bytes(std::span(memory, size));
    Bytes bytes(view.begin(), view.end());
    std::free(memory);
    return bytes;
}

} // namespace blurig::test
