// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/picture_format.h"
#include "core/image/tiff_blocks.h"
#include "core/image/tiff_layout.h"
#include "core/image/tiff_stream.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <limits>
#include <memory>

namespace blurig {
namespace {

// Numbers of any depth to the whole range of a sample.
template <typename Sample> class Scale {
public:
    explicit Scale(int bits)
        : m_most((std::uint32_t{1} << bits) - 1) {}

    std::uint32_t operator()(std::uint32_t value) const {
        return m_most == range ? value : (value * range + m_most / 2) / m_most;
    }

    static constexpr std::uint32_t range = std::numeric_limits<Sample>::max();

private:
    std::uint32_t m_most;
};

// One row of stored numbers to the samples of a RawPicture.
template <typename Sample>
void convertRow(const TiffLayout& layout, const std::uint16_t* stored, std::size_t step, int width, Sample* to) {
    const Scale<Sample> scale(layout.bits);
    constexpr std::uint32_t white = Scale<Sample>::range;
    const auto put = [&to](std::uint32_t value) { *to++ = static_cast<Sample>(value); };
    for (int x = 0; x < width; ++x, stored += step) {
        const std::uint32_t opacity = layout.alpha == Alpha::None ? white : scale(stored[step - 1]);
        // Of a premultiplied sample, which counts from its own white.
        const std::uint32_t full = layout.alpha == Alpha::Premultiplied ? opacity : white;
        switch (layout.colours) {
        case TiffColours::Grey:
        case TiffColours::InvertedGrey: {
            const std::uint32_t value = scale(stored[0]);
            const std::uint32_t light = layout.colours == TiffColours::Grey ? value : full - std::min(full, value);
            put(light);
            put(light);
            put(light);
            break;
        }
        case TiffColours::Palette:
            for (const std::uint8_t value : layout.palette[stored[0]])
                put(value * (white / 255));
            break;
        case TiffColours::Rgb:
            for (std::size_t channel = 0; channel < 3; ++channel)
                put(scale(stored[channel]));
            break;
        case TiffColours::Cmyk: // straight, whatever they are stored as: see alphaOf()
            for (std::size_t ink = 0; ink < 4; ++ink) {
                const std::uint64_t value = scale(stored[ink]);
                put(full == 0 ? 0
                              : static_cast<std::uint32_t>(
                                    std::min<std::uint64_t>((value * white + full / 2) / full, white)));
            }
            break;
        }
        if (layout.alpha != Alpha::None)
            put(opacity);
    }
}

Alpha alphaOf(const TiffLayout& layout) {
    const bool inks = layout.colours == TiffColours::Cmyk;
    return inks && layout.alpha == Alpha::Premultiplied ? Alpha::Straight : layout.alpha;
}

template <typename Sample>
void readSamples(const TiffStream& stream, const TiffLayout& layout, const RawPicture& raw,
                 std::vector<Sample>& samples) {
    TiffBlocks blocks(stream, layout);
    samples.resize(raw.samples());
    std::vector<std::uint16_t> row(blocks.samplesWanted() *
                                   static_cast<std::size_t>(std::min(layout.blockWidth, layout.width)));
    for (int y = 0; y < layout.height; y += layout.blockHeight)
        for (int x = 0; x < layout.width; x += layout.blockWidth) {
            blocks.read(x, y);
            const int width = std::min(layout.blockWidth, layout.width - x);
            const int rows = std::min(layout.blockHeight, layout.height - y);
            for (int inside = 0; inside < rows; ++inside) {
                blocks.unpackRow(inside, width, row.data());
                Sample* to = samples.data() + static_cast<std::size_t>(y + inside) * raw.rowSamples() +
                             static_cast<std::size_t>(x) * raw.channels();
                convertRow(layout, row.data(), blocks.samplesWanted(), width, to);
            }
        }
}

void readOwn(const TiffStream& stream, const TiffLayout& layout, RawPicture& raw) {
    raw.alpha = alphaOf(layout);
    raw.notes.insert(raw.notes.end(), layout.notes.begin(), layout.notes.end());
    if (layout.colours == TiffColours::Cmyk)
        raw.kind = PixelKind::Cmyk;
    else if (layout.colours == TiffColours::Grey || layout.colours == TiffColours::InvertedGrey)
        raw.kind = PixelKind::Grey;
    if (layout.bits > 8 && layout.colours != TiffColours::Palette)
        readSamples(stream, layout, raw, raw.samples16);
    else
        readSamples(stream, layout, raw, raw.samples8);
}

// The kinds that libtiff makes 8-bit RGBA of, with premultiplied alpha.
void readAsRgba(const TiffStream& stream, RawPicture& raw) {
    char reason[1024] = "";
    TIFFRGBAImage image{};
    if (TIFFRGBAImageOK(stream.file(), reason) == 0)
        throw unsupported(stream.source(), std::string("is a kind of TIFF that is not supported: ") + reason);
    if (TIFFRGBAImageBegin(&image, stream.file(), 1, reason) == 0)
        throw stream.broken(reason);
    const std::unique_ptr<TIFFRGBAImage, void (*)(TIFFRGBAImage*)> end(&image, TIFFRGBAImageEnd);
    image.orientation = ORIENTATION_TOPLEFT; // as stored: finishPicture() turns it
    image.req_orientation = ORIENTATION_TOPLEFT;
    raw.alpha = Alpha::Premultiplied;
    raw.samples8.resize(raw.samples());
    auto* raster = reinterpret_cast<std::uint32_t*>(raw.samples8.data());
    if (TIFFRGBAImageGet(&image, raster, image.width, image.height) == 0)
        throw stream.broken();
    if constexpr (std::endian::native == std::endian::big)
        for (std::size_t i = 0; i < raw.samples8.size(); i += 4)
            std::reverse(raw.samples8.begin() + static_cast<std::ptrdiff_t>(i),
                         raw.samples8.begin() + static_cast<std::ptrdiff_t>(i + 4));
    if (stream.tag<std::uint16_t>(TIFFTAG_BITSPERSAMPLE) > 8)
        raw.notes.emplace_back("16 bits a channel reduced to 8");
    if (stream.tag<std::uint16_t>(TIFFTAG_PHOTOMETRIC) == PHOTOMETRIC_CIELAB) // libtiff does not adapt D50's white
        raw.notes.emplace_back("CIE Lab converted to RGB approximately: white may look tinted");
}

// libtiff only warns of a JPEG strip that is cut or corrupt, and fills up with grey.
void judgeRemark(const TiffStream& stream, RawPicture& raw) {
    if (stream.remark().empty())
        return;
    const bool isJpeg = stream.tag<std::uint16_t>(TIFFTAG_COMPRESSION) == COMPRESSION_JPEG;
    if (isJpeg && stream.remark().find("extraneous") == std::string::npos)
        throw stream.broken(stream.remark().c_str());
    raw.notes.push_back("message of the TIFF library: " + stream.remark());
}

std::optional<StatedColours> coloursOf(const TiffStream& stream) {
    std::uint32_t length = 0;
    const std::uint8_t* profile = nullptr;
    if (TIFFGetField(stream.file(), TIFFTAG_ICCPROFILE, &length, &profile) != 0)
        return iccProfile({profile, length});
    const float* white = nullptr;
    const float* primaries = nullptr;
    if (TIFFGetField(stream.file(), TIFFTAG_PRIMARYCHROMATICITIES, &primaries) == 0 ||
        TIFFGetField(stream.file(), TIFFTAG_WHITEPOINT, &white) == 0)
        return std::nullopt;
    StatedColours stated{.where = "its colour space (primary chromaticities)"};
    std::copy_n(white, 2, stated.chromaticities.begin());
    std::copy_n(primaries, 6, stated.chromaticities.begin() + 2);
    return areSrgb(stated.chromaticities) ? std::nullopt : std::optional(stated);
}

void readMetadata(const TiffStream& stream, RawPicture& raw) {
    const auto orientation = stream.tag<std::uint16_t>(TIFFTAG_ORIENTATION);
    raw.orientation = orientation >= 1 && orientation <= 8 ? orientation : 1;
    raw.stated = coloursOf(stream);
    if (TIFFLastDirectory(stream.file()) == 0)
        raw.notes.emplace_back("first of several pages");
}

void requireKnownKind(const TiffStream& stream) {
    const auto format = stream.tag<std::uint16_t>(TIFFTAG_SAMPLEFORMAT);
    if (format != SAMPLEFORMAT_UINT && format != SAMPLEFORMAT_VOID)
        throw unsupported(stream.source(),
                          "is a TIFF of floating-point or signed numbers, whose black and white are unknown");
    if ((stream.tag<std::uint32_t>(TIFFTAG_SUBFILETYPE) & FILETYPE_REDUCEDIMAGE) != 0)
        throw unsupported(stream.source(), "is a camera's raw file, of which only the preview could be read");
    const auto compression = stream.tag<std::uint16_t>(TIFFTAG_COMPRESSION);
    if (TIFFIsCODECConfigured(compression) == 0)
        throw unsupported(stream.source(),
                          fmt::format("is a TIFF whose compression ({}) is not supported", compression));
}

} // namespace

RawPicture decodeTiff(const PictureSource& source) {
    TiffStream stream(source);
    const auto width = stream.tag<std::uint32_t>(TIFFTAG_IMAGEWIDTH);
    const auto height = stream.tag<std::uint32_t>(TIFFTAG_IMAGELENGTH);
    requireSize(source, width, height);
    requireKnownKind(stream);
    RawPicture raw;
    raw.width = static_cast<int>(width);
    raw.height = static_cast<int>(height);
    readMetadata(stream, raw);
    stream.forgetRemarks();
    if (const std::optional<TiffLayout> layout = layoutOf(stream))
        readOwn(stream, *layout, raw);
    else
        readAsRgba(stream, raw);
    judgeRemark(stream, raw);
    return raw;
}

} // namespace blurig
