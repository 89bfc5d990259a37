// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

// Files of every format, made in memory for the tests. Samples are interleaved, row by row.
namespace blurig::test {

using Bytes = std::vector<std::byte>;
using Samples = std::vector<std::uint8_t>;

// RGB that no two neighbours share, so that a lost or shifted row shows. The same formula stands in
// tests/data/image/make_pillow_resize.py.
Samples pattern(int width, int height);

// Red, green, blue and white quarters: left to right, top to bottom.
Samples quarters(int width, int height);

Bytes bytesOf(const std::string& text);
Bytes first(const Bytes& bytes, std::size_t count);

// A TIFF-like EXIF block (without "Exif\0\0") that states nothing but this orientation.
Samples exifBlock(int orientation);
// One of a camera's file in Adobe RGB, by the rule DCF.
Samples exifOfAdobeRgb();

struct PngOptions {
    int colourType = 2; // as in IHDR: 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA
    int bits = 8;
    bool interlaced = false;
    std::vector<std::array<std::uint8_t, 3>> palette = {};
    int orientation = 1;
    Samples profile = {};                                // ICC
    double gamma = 0;                                    // as gAMA has it, 1 / 2.2 for sRGB; 0: none
    std::optional<std::array<double, 8>> primaries = {}; // x, y of white, red, green, blue
    Samples codePoints = {};                             // contents of a chunk cICP
    bool srgb = false;                                   // a chunk that says so
};
Bytes png(int width, int height, const Samples& rows, const PngOptions& options = {}); // rows as PNG packs them

struct JpegOptions {
    int components = 3; // 1 grey, 3 RGB, 4 CMYK
    bool progressive = false;
    bool adobe = false; // CMYK: with Adobe's marker, which means inverted inks
    int orientation = 1;
    Samples exif = {};       // a whole block instead of one of the orientation alone
    Samples profile = {};    // ICC, in one piece
    int restartInterval = 0; // in blocks
    bool optimised = false;  // tables of its own
};
Bytes jpeg(int width, int height, const Samples& samples, const JpegOptions& options = {});

struct TiffOptions {
    int samplesPerPixel = 3;
    int bits = 8;        // 16: samples are little-endian pairs of bytes
    int photometric = 2; // 0 white is zero, 1 black is zero, 2 RGB, 5 CMYK
    int orientation = 1;
    int extraSample = -1; // 1 premultiplied, 2 straight alpha
    int sampleFormat = 1; // 3 floating point
    bool directoryLast = false;
    std::uint32_t subfileType = 0;
};
Bytes tiff(int width, int height, const Samples& samples, const TiffOptions& options = {});

// Of every kind, as libtiff writes it. Tiles are multiples of 16 each way and may reach beyond the picture.
struct TiffPlan {
    int width = 0;
    int height = 0;
    int bits = 8;
    int photometric =
        2; // 0 white is zero, 1 black is zero, 2 RGB, 3 palette, 5 CMYK, 6 YCbCr (given as RGB); -1: not stated
    int samplesPerPixel = 3;
    bool planar = false;
    bool tiled = false;
    int blockWidth = 16;
    int blockHeight = 16;                         // of a strip or tile
    std::vector<std::uint16_t> extraSamples = {}; // 0 unspecified, 1 premultiplied, 2 straight alpha; may be fewer
    std::vector<std::uint16_t> palette = {};      // all reds, all greens, all blues
    int compression = 1;
    int predictor = 1;
    int inkSet = 0;
    bool bigEndian = false;
    bool big = false; // BigTIFF
    Samples profile = {};
    std::vector<float> chromaticities = {}; // x, y of white, red, green, blue
};
Bytes tiffOf(const TiffPlan& plan, const std::vector<std::uint16_t>& values); // interleaved

Bytes bmp24(int width, int height, const Samples& rgb, const Samples& profile = {}); // ICC
Bytes bmp32(int width, int height, const Samples& rgba, bool withAlphaMask);         // top row first
Bytes bmpRle8(int width, int height, const Samples& indices);                        // palette: index i is grey i

Bytes pnm(int kind, int width, int height, int largest, const std::vector<int>& values); // P1 to P6

struct GifOptions {
    int frames = 1;
    bool interlaced = false;
    int transparent = -1; // index
};
// Palette of 4: red, green, blue, white. Every frame holds the same indices.
Bytes gif(int width, int height, const Samples& indices, const GifOptions& options = {});

enum class WebpKind { Lossy, Lossless };
Bytes webp(int width, int height, const Samples& rgb, WebpKind kind, int orientation = 1, const Samples& profile = {});
Bytes webpWithAlpha(int width, int height, const Samples& rgba); // lossless
Bytes animatedWebp(int width, int height, const Samples& rgb, int frames);

} // namespace blurig::test
