// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/tiff_layout.h"

#include <fmt/format.h>

#include <algorithm>

namespace blurig {
namespace {

std::optional<TiffColours> coloursOf(std::uint16_t photometric) {
    switch (photometric) {
    case PHOTOMETRIC_MINISBLACK:
        return TiffColours::Grey;
    case PHOTOMETRIC_MINISWHITE:
        return TiffColours::InvertedGrey;
    case PHOTOMETRIC_PALETTE:
        return TiffColours::Palette;
    case PHOTOMETRIC_RGB:
        return TiffColours::Rgb;
    case PHOTOMETRIC_SEPARATED:
        return TiffColours::Cmyk;
    default:
        return std::nullopt;
    }
}

// A file that does not say is taken as libtiff takes it: a fax is black on white.
std::uint16_t photometricOf(const TiffStream& stream, TiffLayout& layout) {
    std::uint16_t photometric = 0;
    if (TIFFGetField(stream.file(), TIFFTAG_PHOTOMETRIC, &photometric) != 0)
        return photometric;
    layout.notes.emplace_back("it does not say what its samples mean: taken as grey or RGB according to their number");
    const auto compression = stream.tag<std::uint16_t>(TIFFTAG_COMPRESSION);
    const bool fax = compression == COMPRESSION_CCITTRLE || compression == COMPRESSION_CCITTRLEW ||
                     compression == COMPRESSION_CCITTFAX3 || compression == COMPRESSION_CCITTFAX4;
    if (layout.samplesPerPixel >= 3)
        return PHOTOMETRIC_RGB;
    return fax ? PHOTOMETRIC_MINISWHITE : PHOTOMETRIC_MINISBLACK;
}

// Of 16 bits an entry. Old programs wrote 8.
bool readPalette(const TiffStream& stream, TiffLayout& layout) {
    std::array<const std::uint16_t*, 3> map{};
    if (TIFFGetField(stream.file(), TIFFTAG_COLORMAP, &map[0], &map[1], &map[2]) == 0)
        return false;
    layout.palette.resize(std::size_t{1} << layout.bits);
    const bool deep = std::ranges::any_of(map, [&](const std::uint16_t* channel) {
        return std::any_of(channel, channel + layout.palette.size(), [](std::uint16_t value) { return value > 255; });
    });
    for (std::size_t index = 0; index < layout.palette.size(); ++index)
        for (std::size_t channel = 0; channel < 3; ++channel)
            layout.palette[index][channel] = static_cast<std::uint8_t>(map[channel][index] >> (deep ? 8 : 0));
    return true;
}

// Only a sample that is said to be alpha is one: the fourth band of a satellite picture is not.
void readAlpha(const TiffStream& stream, TiffLayout& layout) {
    std::size_t unknown = layout.samplesPerPixel - layout.colourSamples();
    std::uint16_t count = 0;
    const std::uint16_t* kinds = nullptr;
    if (TIFFGetField(stream.file(), TIFFTAG_EXTRASAMPLES, &count, &kinds) != 0)
        for (std::size_t index = 0; index < std::min<std::size_t>(count, unknown); ++index)
            if (kinds[index] == EXTRASAMPLE_ASSOCALPHA || kinds[index] == EXTRASAMPLE_UNASSALPHA) {
                layout.alpha = kinds[index] == EXTRASAMPLE_ASSOCALPHA ? Alpha::Premultiplied : Alpha::Straight;
                layout.alphaAt = layout.colourSamples() + index;
                --unknown;
                break;
            }
    // The number of a colour in a table cannot be multiplied by anything.
    if (layout.alpha == Alpha::Premultiplied && layout.colours == TiffColours::Palette)
        layout.alpha = Alpha::Straight;
    if (unknown > 0)
        layout.notes.push_back(fmt::format("{} extra channel{} ignored", unknown, unknown > 1 ? "s" : ""));
}

void readBlocks(const TiffStream& stream, TiffLayout& layout) {
    layout.planar = stream.tag<std::uint16_t>(TIFFTAG_PLANARCONFIG) == PLANARCONFIG_SEPARATE;
    layout.tiled = TIFFIsTiled(stream.file()) != 0;
    const auto width = layout.tiled ? stream.tag<std::uint32_t>(TIFFTAG_TILEWIDTH) : 0;
    const auto height = stream.tag<std::uint32_t>(layout.tiled ? TIFFTAG_TILELENGTH : TIFFTAG_ROWSPERSTRIP);
    constexpr std::uint32_t most = 1U << 30; // a strip of "all rows" has the greatest number there is
    if ((layout.tiled && (width == 0 || width > most || height > most)) || height == 0)
        throw stream.broken("its strips or tiles have no size");
    layout.blockWidth = layout.tiled ? static_cast<int>(width) : layout.width;
    layout.blockHeight = layout.tiled ? static_cast<int>(height)
                                      : static_cast<int>(std::min(height, static_cast<std::uint32_t>(layout.height)));
}

} // namespace

std::optional<TiffLayout> layoutOf(const TiffStream& stream) {
    TiffLayout layout;
    layout.width = static_cast<int>(stream.tag<std::uint32_t>(TIFFTAG_IMAGEWIDTH));
    layout.height = static_cast<int>(stream.tag<std::uint32_t>(TIFFTAG_IMAGELENGTH));
    layout.bits = stream.tag<std::uint16_t>(TIFFTAG_BITSPERSAMPLE);
    layout.samplesPerPixel = stream.tag<std::uint16_t>(TIFFTAG_SAMPLESPERPIXEL);
    const std::optional<TiffColours> colours = coloursOf(photometricOf(stream, layout));
    if (!colours || layout.bits < 1 || layout.bits > 16)
        return std::nullopt;
    layout.colours = *colours;
    if (*colours == TiffColours::Cmyk && stream.tag<std::uint16_t>(TIFFTAG_INKSET) == INKSET_MULTIINK)
        throw unsupported(stream.source(), "is a TIFF of inks other than cyan, magenta, yellow and black");
    if (layout.samplesPerPixel < layout.colourSamples() ||
        (*colours == TiffColours::Palette && !readPalette(stream, layout)))
        throw stream.broken("samples or the colour table are missing");
    readAlpha(stream, layout);
    readBlocks(stream, layout);
    return layout;
}

} // namespace blurig
