// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/orientation.h"
#include "core/image/picture_format.h"

#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <jerror.h>
#include <jpeglib.h>

namespace blurig {
namespace {

// A small file may ask for thousands of passes over a large picture. Encoders write about ten.
constexpr int maxScans = 200;

// Everything that lives across libjpeg's longjmp, so that no frame that it skips owns anything.
struct Reader {
    explicit Reader(const PictureSource& from)
        : source(from) {}
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader() {
        jpeg_destroy_decompress(&jpeg);
        std::free(profile);
    }

    const PictureSource& source;
    jpeg_decompress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg_progress_mgr progress{};
    std::jmp_buf onError{};
    int code = 0;
    char message[JMSG_LENGTH_MAX] = "";
    RawPicture raw;
    std::vector<JSAMPLE> cmykRow;
    JOCTET* profile = nullptr; // by malloc
    unsigned profileLength = 0;
};

Reader& readerOf(j_common_ptr jpeg) {
    return *static_cast<Reader*>(jpeg->client_data);
}

[[noreturn]] void giveUp(j_common_ptr jpeg) {
    Reader& reader = readerOf(jpeg);
    reader.code = jpeg->err->msg_code;
    jpeg->err->format_message(jpeg, reader.message);
    std::longjmp(reader.onError, 1);
}

// libjpeg only warns of a file that ends in the middle or whose data are corrupt, and fills up with grey.
void onMessage(j_common_ptr jpeg, int level) {
    if (level >= 0)
        return;
    switch (jpeg->err->msg_code) {
    case JWRN_ADOBE_XFORM: // remarks on metadata
    case JWRN_JFIF_MAJOR:
    case JWRN_BOGUS_ICC:
        return;
    default:
        giveUp(jpeg);
    }
}

void onProgress(j_common_ptr jpeg) {
    if (reinterpret_cast<j_decompress_ptr>(jpeg)->input_scan_number <= maxScans)
        return;
    jpeg->err->msg_code = JWRN_BOGUS_PROGRESSION;
    giveUp(jpeg);
}

bool guarded(Reader& reader, void (*step)(Reader&)) {
    if (setjmp(reader.onError) != 0)
        return false;
    step(reader);
    return true;
}

void step(Reader& reader, void (*what)(Reader&)) {
    if (guarded(reader, what))
        return;
    if (reader.code == JERR_OUT_OF_MEMORY)
        throw std::bad_alloc();
    throw damaged(reader.source, "JPEG", reader.message);
}

void open(Reader& reader) {
    jpeg_create_decompress(&reader.jpeg);
    reader.jpeg.progress = &reader.progress;
    jpeg_mem_src(&reader.jpeg, reader.source.data(), static_cast<unsigned long>(reader.source.size()));
    jpeg_save_markers(&reader.jpeg, JPEG_APP0 + 1, 0xFFFF); // EXIF
    jpeg_save_markers(&reader.jpeg, JPEG_APP0 + 2, 0xFFFF); // ICC
    jpeg_read_header(&reader.jpeg, TRUE);
}

bool isCmyk(const Reader& reader) {
    return reader.jpeg.num_components == 4;
}

void start(Reader& reader) {
    reader.jpeg.out_color_space = isCmyk(reader) ? JCS_CMYK : JCS_RGB;
    jpeg_start_decompress(&reader.jpeg);
    jpeg_read_icc_profile(&reader.jpeg, &reader.profile, &reader.profileLength);
}

// Inks to light without a profile, as image viewers do. Adobe's programs store the inks inverted.
void cmykToRgb(const JSAMPLE* cmyk, std::uint8_t* rgb, int width, bool inverted) {
    for (int x = 0; x < width; ++x, cmyk += 4, rgb += 3)
        for (int ink = 0; ink < 3; ++ink) {
            const int light = inverted ? cmyk[ink] : 255 - cmyk[ink];
            const int key = inverted ? cmyk[3] : 255 - cmyk[3];
            rgb[ink] = static_cast<std::uint8_t>((light * key + 127) / 255);
        }
}

void readRows(Reader& reader) {
    jpeg_decompress_struct& jpeg = reader.jpeg;
    while (jpeg.output_scanline < jpeg.output_height) {
        std::uint8_t* rgb = reader.raw.samples8.data() + jpeg.output_scanline * reader.raw.rowSamples();
        JSAMPROW row = isCmyk(reader) ? reader.cmykRow.data() : rgb;
        jpeg_read_scanlines(&jpeg, &row, 1);
        if (isCmyk(reader))
            cmykToRgb(row, rgb, reader.raw.width, jpeg.saw_Adobe_marker != FALSE);
    }
    jpeg_finish_decompress(&jpeg); // reads to the end marker, so that a file without one is noticed
}

// Each scan of a progressive file refines the picture; one cut off between two scans and closed properly gives libjpeg
// no reason to warn. coef_bits is the number of missing low bits, -1 for a coefficient that never came.
void requireAllScans(const Reader& reader) {
    const jpeg_decompress_struct& jpeg = reader.jpeg;
    if (jpeg.progressive_mode == FALSE || jpeg.coef_bits == nullptr)
        return;
    for (int component = 0; component < jpeg.num_components; ++component)
        for (const int missing : std::span(jpeg.coef_bits[component], DCTSIZE2))
            if (missing != 0)
                throw damaged(reader.source, "JPEG", "scans are missing");
}

void allocate(Reader& reader) {
    RawPicture& raw = reader.raw;
    raw.width = static_cast<int>(reader.jpeg.image_width);
    raw.height = static_cast<int>(reader.jpeg.image_height);
    raw.samples8.resize(raw.samples());
    if (isCmyk(reader))
        reader.cmykRow.resize(4 * static_cast<std::size_t>(raw.width));
}

void readMetadata(Reader& reader) {
    for (auto marker = reader.jpeg.marker_list; marker != nullptr; marker = marker->next)
        if (marker->marker == JPEG_APP0 + 1 && marker->data_length > 6 && marker->data[0] == 'E')
            reader.raw.orientation = exifOrientation({marker->data, marker->data_length});
    if (reader.profile != nullptr)
        noteColourProfile(reader.raw, {reader.profile, reader.profileLength});
    if (isCmyk(reader))
        reader.raw.notes.emplace_back("CMYK converted to RGB without its printing profile");
}

} // namespace

RawPicture decodeJpeg(const PictureSource& source) {
    Reader reader(source);
    reader.jpeg.err = jpeg_std_error(&reader.errors);
    reader.jpeg.client_data = &reader;
    reader.errors.error_exit = giveUp;
    reader.errors.emit_message = onMessage;
    reader.progress.progress_monitor = onProgress;
    step(reader, open);
    requireSize(source, reader.jpeg.image_width, reader.jpeg.image_height);
    step(reader, start);
    requireAllScans(reader);
    allocate(reader);
    readMetadata(reader);
    step(reader, readRows);
    return std::move(reader.raw);
}

} // namespace blurig
