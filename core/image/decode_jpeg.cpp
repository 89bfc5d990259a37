// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/exif_facts.h"
#include "core/image/jpeg_scan_length.h"
#include "core/image/picture_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <jconfig.h> // before jerror.h, whose numbers depend on what it defines
#include <jerror.h>
#include <jpeglib.h>
#include <string_view>

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
    JOCTET* profile = nullptr; // by malloc
    unsigned profileLength = 0;
    std::size_t scanStart = 0; // of the first scan's data; 0 while its header is read
    bool brokenProfile = false;
    bool strayInHeader = false;
    std::size_t strayAfterScans = 0; // bytes
    bool strayIsZero = true;         // all of those
    bool strayIsLast = true;         // none of them stands between two scans
    bool oddScanHeader = false;
    bool oddAdobeColours = false;
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

// Bytes before a marker that belong to nothing. Before one that restarts the decoder they are corrupt picture data.
void onStrayBytes(j_common_ptr jpeg) {
    Reader& reader = readerOf(jpeg);
    const auto count = static_cast<std::size_t>(jpeg->err->msg_parm.i[0]);
    const int marker = jpeg->err->msg_parm.i[1];
    if (reader.scanStart == 0) {
        reader.strayInHeader = true;
        return;
    }
    if (marker >= JPEG_RST0 && marker <= JPEG_RST0 + 7)
        giveUp(jpeg);
    reader.strayAfterScans += count;
    reader.strayIsLast = reader.strayIsLast && marker == JPEG_EOI;
    const JOCTET* const end = reader.jpeg.src->next_input_byte;
    const JOCTET* const begin = end - std::min(count, static_cast<std::size_t>(end - reader.source.data()));
    reader.strayIsZero = reader.strayIsZero && std::all_of(begin, end, [](JOCTET byte) { return byte == 0; });
}

// libjpeg only warns of a file that ends in the middle or whose data are corrupt, and fills up with grey.
void onMessage(j_common_ptr jpeg, int level) {
    if (level >= 0)
        return;
    Reader& reader = readerOf(jpeg);
    switch (jpeg->err->msg_code) {
    case JWRN_JFIF_MAJOR:
        return;
    case JWRN_ADOBE_XFORM:
        reader.oddAdobeColours = true;
        return;
    case JWRN_BOGUS_ICC:
        reader.brokenProfile = true;
        return;
    case JWRN_NOT_SEQUENTIAL: // which coefficients a scan holds, where it always holds all
        reader.oddScanHeader = true;
        return;
    case JWRN_EXTRANEOUS_DATA:
        onStrayBytes(jpeg);
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
    if (reader.code == JERR_BAD_PRECISION || reader.code == JERR_SOF_UNSUPPORTED)
        throw unsupported(reader.source, fmt::format("is a kind of JPEG that is not supported: {}", reader.message));
    throw damaged(reader.source, "JPEG", reader.message);
}

std::size_t positionOf(const Reader& reader) {
    return reader.source.size() - reader.jpeg.src->bytes_in_buffer;
}

void open(Reader& reader) {
    jpeg_create_decompress(&reader.jpeg);
    reader.jpeg.progress = &reader.progress;
    jpeg_mem_src(&reader.jpeg, reader.source.data(), static_cast<unsigned long>(reader.source.size()));
    jpeg_save_markers(&reader.jpeg, JPEG_APP0 + 1, 0xFFFF); // EXIF
    jpeg_save_markers(&reader.jpeg, JPEG_APP0 + 2, 0xFFFF); // ICC
    jpeg_save_markers(&reader.jpeg, JPEG_APP0 + 14, 0xFF);  // Adobe
    jpeg_read_header(&reader.jpeg, TRUE);
    reader.scanStart = positionOf(reader);
}

bool isCmyk(const Reader& reader) {
    return reader.jpeg.num_components == 4;
}

void start(Reader& reader) {
    reader.jpeg.out_color_space = isCmyk(reader) ? JCS_CMYK : JCS_RGB;
    jpeg_start_decompress(&reader.jpeg);
    jpeg_read_icc_profile(&reader.jpeg, &reader.profile, &reader.profileLength);
}

void readRows(Reader& reader) {
    jpeg_decompress_struct& jpeg = reader.jpeg;
    while (jpeg.output_scanline < jpeg.output_height) {
        JSAMPROW row = reader.raw.samples8.data() + jpeg.output_scanline * reader.raw.rowSamples();
        jpeg_read_scanlines(&jpeg, &row, 1);
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
    if (isCmyk(reader))
        raw.kind = PixelKind::Cmyk;
    else if (reader.jpeg.num_components == 1)
        raw.kind = PixelKind::Grey;
    raw.samples8.resize(raw.samples());
}

// Adobe's programs store inks inverted.
void turnInks(Reader& reader) {
    if (isCmyk(reader) && reader.jpeg.saw_Adobe_marker != FALSE)
        std::ranges::transform(reader.raw.samples8, reader.raw.samples8.begin(),
                               [](std::uint8_t ink) { return static_cast<std::uint8_t>(255 - ink); });
}

// The first saved segment of this kind whose contents begin so; null without one.
const jpeg_marker_struct* segment(const Reader& reader, int marker, std::string_view beginning) {
    for (auto at = reader.jpeg.marker_list; at != nullptr; at = at->next)
        if (at->marker == marker && at->data_length >= beginning.size() &&
            std::equal(beginning.begin(), beginning.end(), at->data))
            return at;
    return nullptr;
}

void readMetadata(Reader& reader) {
    RawPicture& raw = reader.raw;
    if (reader.profile != nullptr)
        raw.stated = iccProfile({reader.profile, reader.profileLength});
    if (reader.brokenProfile)
        raw.notes.emplace_back("its ICC colour profile is damaged and is not applied");
    if (const auto* exif = segment(reader, JPEG_APP0 + 1, "Exif"))
        readExif(raw, {exif->data, exif->data_length});
    constexpr unsigned adobeLength = 12;
    const auto* adobe = segment(reader, JPEG_APP0 + 14, "Adobe");
    if (reader.oddAdobeColours || (adobe != nullptr && adobe->data_length < adobeLength))
        raw.notes.emplace_back("its Adobe segment is damaged: YCbCr colours are assumed");
    if (reader.oddScanHeader)
        raw.notes.emplace_back("its scan's header is damaged");
    if (reader.strayInHeader)
        raw.notes.emplace_back("stray bytes between its segments skipped");
}

// Bytes that remain after a scan are either stray or the rest of picture data that are corrupt. libjpeg takes a few
// bytes ahead of what it needs and does not see those as stray: zeros at the end are looked into.
void judgeStrayBytes(Reader& reader) {
    constexpr std::size_t mostStray = 64;    // unless they are zero
    constexpr std::size_t mostUnchecked = 8; // corrupt data of several scans leave more
    const std::size_t end = positionOf(reader) - 2;
    const std::uint8_t* const mark = reader.source.data() + end;
    const bool told = reader.strayAfterScans > 0;
    if (!told && (mark[-1] != 0 || mark[-2] != 0))
        return;
    const jpeg_decompress_struct& jpeg = reader.jpeg;
    const bool oneScan = jpeg.progressive_mode == FALSE && jpeg.arith_code == FALSE && jpeg.input_scan_number == 1;
    bool stray = told && (reader.strayIsZero || (reader.strayIsLast && reader.strayAfterScans <= mostUnchecked));
    if (oneScan) {
        const auto length = jpegScanLength(reader.source, reader.scanStart);
        stray =
            length && reader.scanStart + *length < end && (reader.strayIsZero || reader.strayAfterScans <= mostStray);
    }
    if (stray)
        reader.raw.notes.emplace_back("stray bytes after its picture data skipped");
    else if (told)
        throw damaged(reader.source, "JPEG", "its picture data are corrupt: bytes are left over");
}

// Phones store a second picture or a film there.
void noteRest(Reader& reader) {
    if (const std::size_t rest = reader.jpeg.src->bytes_in_buffer; rest > 0)
        reader.raw.notes.push_back(fmt::format("{} bytes after its end mark ignored", rest));
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
    turnInks(reader);
    judgeStrayBytes(reader);
    noteRest(reader);
    return std::move(reader.raw);
}

} // namespace blurig
