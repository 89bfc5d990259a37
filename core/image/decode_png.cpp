// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/exif_facts.h"
#include "core/image/picture_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <csetjmp>
#include <cstring>
#include <optional>
#include <png.h>

namespace blurig {
namespace {

// Everything that lives across libpng's longjmp, so that no frame that it skips owns anything.
struct Reader {
    explicit Reader(const PictureSource& from)
        : source(from) {}
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader() { png_destroy_read_struct(&png, &info, nullptr); }

    const PictureSource& source;
    std::size_t position = 0;
    png_structp png = nullptr;
    png_infop info = nullptr;
    RawPicture raw;
    std::vector<png_bytep> rows;
    char message[160] = "";
    char colourRemark[160] = ""; // what libpng did not like of the chunks that state colours
};

[[noreturn]] void onError(png_structp png, png_const_charp message) {
    auto& reader = *static_cast<Reader*>(png_get_error_ptr(png));
    std::strncpy(reader.message, message, sizeof(reader.message) - 1);
    png_longjmp(png, 1);
}

// What is damaged is an error; the rest are remarks on metadata.
void onWarning(png_structp png, png_const_charp message) {
    auto& reader = *static_cast<Reader*>(png_get_error_ptr(png));
    for (const char* chunk : {"iCCP", "gAMA", "cHRM"})
        if (std::strncmp(message, chunk, 4) == 0 && reader.colourRemark[0] == '\0')
            std::strncpy(reader.colourRemark, message, sizeof(reader.colourRemark) - 1);
}

void onRead(png_structp png, png_bytep to, std::size_t count) {
    auto& reader = *static_cast<Reader*>(png_get_io_ptr(png));
    if (count > reader.source.size() - reader.position)
        png_error(png, "it ends too early");
    std::memcpy(to, reader.source.data() + reader.position, count);
    reader.position += count;
}

void open(Reader& reader) {
    reader.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reader, onError, onWarning);
    reader.info = reader.png != nullptr ? png_create_info_struct(reader.png) : nullptr;
    if (reader.info == nullptr)
        throw std::bad_alloc();
    png_set_read_fn(reader.png, &reader, onRead);
    png_set_user_limits(reader.png, PNG_UINT_31_MAX, PNG_UINT_31_MAX); // requireSize() decides
    png_set_keep_unknown_chunks(reader.png, PNG_HANDLE_CHUNK_ALWAYS, reinterpret_cast<png_const_bytep>("cICP"), 1);
    png_set_crc_action(reader.png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
}

// Each step runs under setjmp and owns nothing itself. False: libpng gave up, reader.message says why.
bool guarded(Reader& reader, void (*step)(Reader&)) {
    if (setjmp(png_jmpbuf(reader.png)) != 0)
        return false;
    step(reader);
    return true;
}

void step(Reader& reader, void (*what)(Reader&)) {
    if (!guarded(reader, what))
        throw damaged(reader.source, "PNG", reader.message);
}

// From IHDR, which comes first, before libpng looks at any other chunk.
void requireStatedSize(const PictureSource& source) {
    if (source.size() < 24)
        throw damaged(source, "PNG", "it ends too early");
    const std::uint8_t* bytes = source.data();
    const auto number = [bytes](std::size_t at) {
        return std::uint32_t{bytes[at]} << 24 | std::uint32_t{bytes[at + 1]} << 16 | std::uint32_t{bytes[at + 2]} << 8 |
               bytes[at + 3];
    };
    requireSize(source, number(16), number(20));
}

void readHeader(Reader& reader) {
    png_read_info(reader.png, reader.info);
}

// To RGB or RGBA of 8 bits, or 16 in this machine's byte order.
void chooseSamples(Reader& reader) {
    if ((png_get_color_type(reader.png, reader.info) & PNG_COLOR_MASK_COLOR) == 0)
        reader.raw.kind = PixelKind::Grey;
    png_set_expand(reader.png); // palette, 1 to 4 bits, transparent colour
    png_set_gray_to_rgb(reader.png);
    if (std::endian::native == std::endian::little)
        png_set_swap(reader.png);
    png_set_interlace_handling(reader.png);
    png_read_update_info(reader.png, reader.info);
}

void readRows(Reader& reader) {
    png_read_image(reader.png, reader.rows.data());
    png_read_end(reader.png, reader.info);
}

void allocate(Reader& reader) {
    RawPicture& raw = reader.raw;
    raw.width = static_cast<int>(png_get_image_width(reader.png, reader.info));
    raw.height = static_cast<int>(png_get_image_height(reader.png, reader.info));
    raw.alpha = png_get_channels(reader.png, reader.info) == 4 ? Alpha::Straight : Alpha::None;
    const bool deep = png_get_bit_depth(reader.png, reader.info) == 16;
    if (deep)
        raw.samples16.resize(raw.samples());
    else
        raw.samples8.resize(raw.samples());
    reader.rows.resize(static_cast<std::size_t>(raw.height));
    for (std::size_t y = 0; y < reader.rows.size(); ++y)
        reader.rows[y] = deep ? reinterpret_cast<png_bytep>(raw.samples16.data() + y * raw.rowSamples())
                              : raw.samples8.data() + y * raw.rowSamples();
}

// From the chunks gAMA and cHRM. What lies near sRGB's is sRGB: 45455 is what its writers are told to write.
std::optional<StatedColours> gammaOf(Reader& reader) {
    StatedColours stated{.where = "its gamma (gAMA)"};
    double encoding = 0;
    const bool hasGamma = png_get_gAMA(reader.png, reader.info, &encoding) != 0 && encoding > 0;
    if (hasGamma && std::abs(encoding * 2.2 - 1) > 0.02)
        stated.gamma = 1 / encoding;
    Chromaticities c{};
    const bool hasPrimaries =
        png_get_cHRM(reader.png, reader.info, &c[0], &c[1], &c[2], &c[3], &c[4], &c[5], &c[6], &c[7]) != 0 &&
        !areSrgb(c);
    if (hasPrimaries) {
        stated.chromaticities = c;
        stated.where = stated.gamma > 0 ? "its colour space (gAMA, cHRM)" : "its colour space (cHRM)";
    }
    return stated.gamma > 0 || hasPrimaries ? std::optional(stated) : std::nullopt;
}

// Code points of ITU-T H.273, which newer files state in cICP: of them, those that say what a profile could.
bool readCodePoints(Reader& reader) {
    png_unknown_chunkp chunks = nullptr;
    const int count = png_get_unknown_chunks(reader.png, reader.info, &chunks);
    const auto* chunk = std::find_if(chunks, chunks + count, [](const png_unknown_chunk& one) {
        return std::memcmp(one.name, "cICP", 4) == 0 && one.size == 4;
    });
    if (chunk == chunks + count)
        return false;
    const unsigned primaries = chunk->data[0];
    const unsigned curve = chunk->data[1];
    StatedColours stated{.where = fmt::format("its colour space (cICP {}, {})", primaries, curve)};
    if (primaries == 9) // BT.2020
        stated.chromaticities = {0.3127, 0.3290, 0.708, 0.292, 0.170, 0.797, 0.131, 0.046};
    else if (primaries == 12) // Display P3
        stated.chromaticities = {0.3127, 0.3290, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060};
    stated.gamma = curve == 4 ? 2.2 : curve == 8 ? 1 : 0; // 13 is sRGB's
    const bool known =
        (primaries == 1 || primaries == 9 || primaries == 12) && (curve == 4 || curve == 8 || curve == 13);
    if (known)
        reader.raw.stated = stated;
    else
        reader.raw.notes.push_back(stated.where + " cannot be applied");
    return true;
}

void readColours(Reader& reader) {
    if (readCodePoints(reader))
        return;
    png_charp name = nullptr;
    int compression = 0;
    png_bytep profile = nullptr;
    png_uint_32 length = 0;
    int intent = 0;
    if (png_get_iCCP(reader.png, reader.info, &name, &compression, &profile, &length) != 0)
        reader.raw.stated = iccProfile({profile, length});
    if (reader.raw.stated || png_get_sRGB(reader.png, reader.info, &intent) != 0)
        return;
    reader.raw.stated = gammaOf(reader);
    if (!reader.raw.stated && reader.colourRemark[0] != '\0')
        reader.raw.notes.push_back(std::string("its colour information is damaged and not applied: ") +
                                   reader.colourRemark);
}

void readMetadata(Reader& reader) {
    readColours(reader);
    png_uint_32 exifLength = 0;
    png_bytep exif = nullptr;
    if (png_get_eXIf_1(reader.png, reader.info, &exifLength, &exif) != 0)
        readExif(reader.raw, {exif, exifLength});
}

} // namespace

RawPicture decodePng(const PictureSource& source) {
    requireStatedSize(source);
    Reader reader(source);
    open(reader);
    step(reader, readHeader);
    step(reader, chooseSamples);
    allocate(reader);
    step(reader, readRows);
    readMetadata(reader);
    return std::move(reader.raw);
}

} // namespace blurig
