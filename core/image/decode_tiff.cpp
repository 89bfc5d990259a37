// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/picture_format.h"

#include <algorithm>
#include <bit>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <memory>
#include <tiffio.h>

namespace blurig {
namespace {

// What libtiff reads from, and the first thing that it complained of.
struct Input {
    const PictureSource& source;
    std::uint64_t position = 0;
    char message[200] = "";
};

Input& inputOf(thandle_t handle) {
    return *static_cast<Input*>(handle);
}

tmsize_t onRead(thandle_t handle, void* to, tmsize_t count) {
    Input& input = inputOf(handle);
    const std::uint64_t left = input.source.size() - std::min<std::uint64_t>(input.position, input.source.size());
    const std::uint64_t got = std::min(left, static_cast<std::uint64_t>(count));
    if (got > 0)
        std::memcpy(to, input.source.data() + input.position, got);
    input.position += got;
    return static_cast<tmsize_t>(got);
}

tmsize_t onWrite(thandle_t, void*, tmsize_t) {
    return 0;
}

toff_t onSeek(thandle_t handle, toff_t offset, int whence) {
    Input& input = inputOf(handle);
    const std::uint64_t base = whence == SEEK_CUR ? input.position : whence == SEEK_END ? input.source.size() : 0;
    input.position = base + offset;
    return input.position;
}

int onClose(thandle_t) {
    return 0;
}

toff_t onSize(thandle_t handle) {
    return inputOf(handle).source.size();
}

int onError(TIFF*, void* user, const char*, const char* format, std::va_list arguments) {
    Input& input = *static_cast<Input*>(user);
    if (input.message[0] == '\0')
        std::vsnprintf(input.message, sizeof(input.message), format, arguments);
    return 1;
}

int onWarning(TIFF*, void*, const char*, const char*, std::va_list) {
    return 1; // unknown tags and the like
}

struct Close {
    void operator()(TIFF* tiff) const { TIFFClose(tiff); }
    void operator()(TIFFOpenOptions* options) const { TIFFOpenOptionsFree(options); }
};
using File = std::unique_ptr<TIFF, Close>;

// With handlers of its own: libtiff's global ones print, and are shared with whoever else uses the library.
File open(Input& input) {
    const std::unique_ptr<TIFFOpenOptions, Close> options(TIFFOpenOptionsAlloc());
    if (!options)
        throw std::bad_alloc();
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), onError, &input);
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), onWarning, &input);
    TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), tmsize_t{1} << 30);
    return File(
        TIFFClientOpenExt("", "rm", &input, onRead, onWrite, onSeek, onClose, onSize, nullptr, nullptr, options.get()));
}

template <typename Value> Value tag(TIFF* file, std::uint32_t name) {
    Value value{};
    TIFFGetFieldDefaulted(file, name, &value);
    return value;
}

Error broken(const Input& input) {
    return damaged(input.source, "TIFF", input.message[0] != '\0' ? input.message : "it cannot be decoded");
}

// Any kind that libtiff knows, as 8-bit RGBA with premultiplied alpha.
void readAs8Bits(TIFF* file, Input& input, RawPicture& raw) {
    char reason[1024] = "";
    TIFFRGBAImage image{};
    if (TIFFRGBAImageOK(file, reason) == 0)
        throw unsupported(input.source, std::string("is a kind of TIFF that is not read: ") + reason);
    if (TIFFRGBAImageBegin(&image, file, 1, reason) == 0)
        throw damaged(input.source, "TIFF", reason);
    const std::unique_ptr<TIFFRGBAImage, void (*)(TIFFRGBAImage*)> end(&image, TIFFRGBAImageEnd);
    image.orientation = ORIENTATION_TOPLEFT; // as stored: finishPicture() turns it
    image.req_orientation = ORIENTATION_TOPLEFT;
    raw.alpha = Alpha::Premultiplied;
    raw.samples8.resize(raw.samples());
    auto* raster = reinterpret_cast<std::uint32_t*>(raw.samples8.data());
    if (TIFFRGBAImageGet(&image, raster, image.width, image.height) == 0)
        throw broken(input);
    if constexpr (std::endian::native == std::endian::big)
        for (std::size_t i = 0; i < raw.samples8.size(); i += 4)
            std::reverse(raw.samples8.begin() + static_cast<std::ptrdiff_t>(i),
                         raw.samples8.begin() + static_cast<std::ptrdiff_t>(i + 4));
}

// 16-bit grey or RGB, with or without alpha, in strips of whole pixels.
struct Deep {
    std::uint16_t samplesPerPixel = 1;
    bool colour = false;
    bool inverted = false; // 0 is white
    Alpha alpha = Alpha::None;

    std::size_t alphaAt() const { return colour ? 3 : 1; }
};

bool isDeep(TIFF* file, Deep& deep) {
    const auto photometric = tag<std::uint16_t>(file, TIFFTAG_PHOTOMETRIC);
    deep.samplesPerPixel = tag<std::uint16_t>(file, TIFFTAG_SAMPLESPERPIXEL);
    deep.colour = photometric == PHOTOMETRIC_RGB;
    deep.inverted = photometric == PHOTOMETRIC_MINISWHITE;
    std::uint16_t extras = 0;
    std::uint16_t* kinds = nullptr;
    if (TIFFGetField(file, TIFFTAG_EXTRASAMPLES, &extras, &kinds) != 0 && extras > 0) {
        if (kinds[0] == EXTRASAMPLE_ASSOCALPHA)
            deep.alpha = Alpha::Premultiplied;
        else if (kinds[0] == EXTRASAMPLE_UNASSALPHA)
            deep.alpha = Alpha::Straight;
    }
    const std::size_t least = deep.alphaAt() + (deep.alpha == Alpha::None ? 0 : 1);
    return tag<std::uint16_t>(file, TIFFTAG_BITSPERSAMPLE) == 16 && TIFFIsTiled(file) == 0 &&
           tag<std::uint16_t>(file, TIFFTAG_PLANARCONFIG) == PLANARCONFIG_CONTIG &&
           (photometric == PHOTOMETRIC_RGB || photometric == PHOTOMETRIC_MINISBLACK || deep.inverted) &&
           deep.samplesPerPixel >= least;
}

void readAs16Bits(TIFF* file, Input& input, RawPicture& raw, const Deep& deep) {
    const std::size_t lineSamples = static_cast<std::size_t>(raw.width) * deep.samplesPerPixel;
    if (TIFFScanlineSize64(file) != lineSamples * sizeof(std::uint16_t))
        throw damaged(input.source, "TIFF", "its line length is wrong");
    std::vector<std::uint16_t> line(lineSamples);
    raw.alpha = deep.alpha;
    raw.samples16.resize(raw.samples());
    auto to = raw.samples16.begin();
    const std::size_t step = deep.colour ? 1 : 0;
    for (int y = 0; y < raw.height; ++y) {
        if (TIFFReadScanline(file, line.data(), static_cast<std::uint32_t>(y)) != 1)
            throw broken(input);
        for (const std::uint16_t* pixel = line.data(); pixel != line.data() + line.size();
             pixel += deep.samplesPerPixel) {
            for (std::size_t channel = 0; channel < 3; ++channel) {
                const std::uint16_t value = pixel[channel * step];
                *to++ = deep.inverted ? static_cast<std::uint16_t>(65535 - value) : value;
            }
            if (deep.alpha != Alpha::None)
                *to++ = pixel[deep.alphaAt()];
        }
    }
}

void readMetadata(TIFF* file, RawPicture& raw) {
    const auto orientation = tag<std::uint16_t>(file, TIFFTAG_ORIENTATION);
    raw.orientation = orientation >= 1 && orientation <= 8 ? orientation : 1;
    std::uint32_t length = 0;
    void* profile = nullptr;
    if (TIFFGetField(file, TIFFTAG_ICCPROFILE, &length, &profile) != 0)
        noteColourProfile(raw, {static_cast<const std::uint8_t*>(profile), length});
    if (tag<std::uint16_t>(file, TIFFTAG_PHOTOMETRIC) == PHOTOMETRIC_SEPARATED)
        raw.notes.emplace_back("CMYK converted to RGB without its printing profile");
    if (TIFFLastDirectory(file) == 0)
        raw.notes.emplace_back("first of several pages");
}

} // namespace

RawPicture decodeTiff(const PictureSource& source) {
    Input input{source};
    const File file = open(input);
    if (!file)
        throw broken(input);
    const auto width = tag<std::uint32_t>(file.get(), TIFFTAG_IMAGEWIDTH);
    const auto height = tag<std::uint32_t>(file.get(), TIFFTAG_IMAGELENGTH);
    requireSize(source, width, height);
    const auto format = tag<std::uint16_t>(file.get(), TIFFTAG_SAMPLEFORMAT);
    if (format != SAMPLEFORMAT_UINT && format != SAMPLEFORMAT_VOID)
        throw unsupported(source, "is a TIFF of floating-point or signed numbers, whose black and white are unknown");
    if ((tag<std::uint32_t>(file.get(), TIFFTAG_SUBFILETYPE) & FILETYPE_REDUCEDIMAGE) != 0)
        throw unsupported(source, "is a camera's raw file, of which only the preview could be read");
    RawPicture raw;
    raw.width = static_cast<int>(width);
    raw.height = static_cast<int>(height);
    readMetadata(file.get(), raw);
    Deep deep;
    if (isDeep(file.get(), deep)) {
        readAs16Bits(file.get(), input, raw, deep);
        return raw;
    }
    readAs8Bits(file.get(), input, raw);
    if (tag<std::uint16_t>(file.get(), TIFFTAG_BITSPERSAMPLE) > 8)
        raw.notes.emplace_back("16 bits a channel reduced to 8");
    return raw;
}

} // namespace blurig
