// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/picture_format.h"

#include "core/array/file_kind.h"

#include <algorithm>
#include <array>

namespace blurig {
namespace {

using namespace std::string_view_literals;
using Bytes = std::span<const std::byte>;

bool isPng(Bytes b) {
    return beginsWith(b, "\x89PNG\r\n\x1a\n"sv);
}
bool isJpeg(Bytes b) {
    return beginsWith(b, "\xff\xd8\xff"sv);
}
bool isWebp(Bytes b) {
    return beginsWith(b, "RIFF"sv) && beginsWith(b, "WEBP"sv, 8);
}
bool isTiff(Bytes b) {
    return beginsWith(b, "II*\0"sv) || beginsWith(b, "MM\0*"sv) || beginsWith(b, "II+\0"sv) || beginsWith(b, "MM\0+"sv);
}
// Two letters are little: text may begin with "BM". The header that follows has one of few sizes.
bool isBmp(Bytes b) {
    constexpr std::array<unsigned, 8> headerSizes{12, 16, 40, 52, 56, 64, 108, 124};
    return beginsWith(b, "BM"sv) && b.size() >= 18 &&
           std::count(headerSizes.begin(), headerSizes.end(), static_cast<unsigned>(b[14])) > 0 &&
           beginsWith(b, "\0\0\0"sv, 15);
}
bool isPnm(Bytes b) {
    if (b.size() < 3 || b[0] != std::byte{'P'})
        return false;
    const char kind = static_cast<char>(b[1]);
    const char next = static_cast<char>(b[2]);
    return kind >= '1' && kind <= '6' && " \t\r\n#"sv.find(next) != std::string_view::npos;
}
bool isGif(Bytes b) {
    return beginsWith(b, "GIF87a"sv) || beginsWith(b, "GIF89a"sv);
}

constexpr std::array pngNames{".png"sv, ".apng"sv};
constexpr std::array jpegNames{".jpg"sv, ".jpeg"sv, ".jpe"sv, ".jfif"sv};
constexpr std::array webpNames{".webp"sv};
constexpr std::array tiffNames{".tif"sv, ".tiff"sv};
constexpr std::array bmpNames{".bmp"sv, ".dib"sv};
constexpr std::array pnmNames{".pnm"sv, ".ppm"sv, ".pgm"sv, ".pbm"sv};
constexpr std::array gifNames{".gif"sv};

constexpr std::array<PictureFormat, 7> formats{{
    {"a PNG", pngNames, isPng, decodePng},
    {"a JPEG", jpegNames, isJpeg, decodeJpeg},
    {"a WebP", webpNames, isWebp, decodeWebp},
    {"a TIFF", tiffNames, isTiff, decodeTiff},
    {"a BMP", bmpNames, isBmp, decodeBmp},
    {"a PNM", pnmNames, isPnm, decodePnm},
    {"a GIF", gifNames, isGif, decodeGif},
}};

} // namespace

std::span<const PictureFormat> pictureFormats() {
    return formats;
}

const PictureFormat* formatOf(Bytes bytes) {
    const auto found = std::find_if(formats.begin(), formats.end(), [&](const auto& f) { return f.matches(bytes); });
    return found == formats.end() ? nullptr : &*found;
}

} // namespace blurig
