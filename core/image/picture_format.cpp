// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/picture_format.h"

#include <algorithm>
#include <array>

namespace blurig {
namespace {

using namespace std::string_view_literals;
using Bytes = std::span<const std::byte>;

bool startsWith(Bytes bytes, std::string_view signature, std::size_t offset = 0) {
    if (bytes.size() < offset + signature.size())
        return false;
    const char* at = reinterpret_cast<const char*>(bytes.data()) + offset;
    return std::string_view(at, signature.size()) == signature;
}

bool isPng(Bytes b) {
    return startsWith(b, "\x89PNG\r\n\x1a\n"sv);
}
bool isJpeg(Bytes b) {
    return startsWith(b, "\xff\xd8\xff"sv);
}
bool isWebp(Bytes b) {
    return startsWith(b, "RIFF"sv) && startsWith(b, "WEBP"sv, 8);
}
bool isTiff(Bytes b) {
    return startsWith(b, "II*\0"sv) || startsWith(b, "MM\0*"sv) || startsWith(b, "II+\0"sv) || startsWith(b, "MM\0+"sv);
}
// Two letters are little: text may begin with "BM". The header that follows has one of few sizes.
bool isBmp(Bytes b) {
    constexpr std::array<unsigned, 8> headerSizes{12, 16, 40, 52, 56, 64, 108, 124};
    return startsWith(b, "BM"sv) && b.size() >= 18 &&
           std::count(headerSizes.begin(), headerSizes.end(), static_cast<unsigned>(b[14])) > 0 &&
           startsWith(b, "\0\0\0"sv, 15);
}
bool isPnm(Bytes b) {
    if (b.size() < 3 || b[0] != std::byte{'P'})
        return false;
    const char kind = static_cast<char>(b[1]);
    const char next = static_cast<char>(b[2]);
    return kind >= '1' && kind <= '6' && " \t\r\n#"sv.find(next) != std::string_view::npos;
}
bool isGif(Bytes b) {
    return startsWith(b, "GIF87a"sv) || startsWith(b, "GIF89a"sv);
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

struct Kind {
    std::string_view signature;
    std::size_t offset;
    std::string_view name;
};

constexpr std::array<Kind, 24> kinds{{
    {"%PDF-", 0, "a PDF document"},
    {"%!PS", 0, "a PostScript document"},
    {"PK\3\4", 0, "a ZIP archive (as TorchScript models and office documents are)"},
    {"\x1f\x8b", 0, "a gzip archive"},
    {"7z\xbc\xaf", 0, "a 7-Zip archive"},
    {"\x7f"
     "ELF",
     0, "a program"},
    {"MZ", 0, "a Windows program"},
    {"ftypheic", 4, "a HEIC photo, which is not supported"},
    {"ftypmif1", 4, "a HEIF photo, which is not supported"},
    {"ftypavif", 4, "an AVIF picture, which is not supported"},
    {"ftyp", 4, "a film"},
    {"\xff\x0a", 0, "a JPEG XL picture, which is not supported"},
    {"\0\0\0\x0cJXL "sv, 0, "a JPEG XL picture, which is not supported"},
    {"\0\0\0\x0cjP"sv, 0, "a JPEG 2000 picture, which is not supported"},
    {"v/1\1", 0, "an OpenEXR picture, which is not supported"},
    {"8BPS", 0, "a Photoshop document, which is not supported"},
    {"\0\0\1\0"sv, 0, "a Windows icon, which is not supported"},
    {"P7\n", 0, "a PAM picture, which is not supported"},
    {"\x93NUMPY", 0, "a NumPy array"},
    {"\x89HDF", 0, "an HDF5 file"},
    {"DICM", 128, "a DICOM file, which is not supported"},
    {"NITF", 0, "a NITF file, which is not supported"},
    {"RIFF", 0, "an audio or video file"},
    {"OggS", 0, "an audio or video file"},
}};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string_view guessText(Bytes bytes) {
    std::string head;
    for (const std::byte byte : bytes.first(std::min<std::size_t>(bytes.size(), 512))) {
        const auto c = static_cast<unsigned char>(byte);
        if (c < 32 && c != '\t' && c != '\n' && c != '\r' && c != '\f')
            return {};
        head += lower(static_cast<char>(c));
    }
    if (head.find("<svg") != std::string::npos)
        return "an SVG drawing, which is not supported";
    if (head.find("<!doctype html") != std::string::npos || head.find("<html") != std::string::npos)
        return "a web page (HTML)";
    return "text";
}

} // namespace

std::span<const PictureFormat> pictureFormats() {
    return formats;
}

const PictureFormat* formatOf(Bytes bytes) {
    const auto found = std::find_if(formats.begin(), formats.end(), [&](const auto& f) { return f.matches(bytes); });
    return found == formats.end() ? nullptr : &*found;
}

std::string_view guessKind(Bytes bytes) {
    for (const Kind& kind : kinds)
        if (startsWith(bytes, kind.signature, kind.offset))
            return kind.name;
    return guessText(bytes);
}

} // namespace blurig
