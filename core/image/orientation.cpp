// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/orientation.h"

#include <algorithm>
#include <libexif/exif-data.h>
#include <limits>
#include <memory>
#include <string_view>

namespace blurig {
namespace {

struct Unref {
    void operator()(ExifData* data) const { exif_data_unref(data); }
};

constexpr std::string_view exifMark("Exif\0\0", 6);

// Where the pixel that is stored first lies when upright, and the steps along stored columns and rows.
struct Walk {
    std::ptrdiff_t start = 0;
    std::ptrdiff_t column = 0;
    std::ptrdiff_t row = 0;
};

// EXIF 2.3, table 6: 1 as stored, 2 mirrored left-right, 3 turned by 180, 4 mirrored top-bottom, 5 transposed,
// 6 to be turned clockwise, 7 transposed along the other diagonal, 8 to be turned anticlockwise.
Walk walkOf(int orientation, std::ptrdiff_t width, std::ptrdiff_t height) {
    switch (orientation) {
    case 2:
        return {width - 1, -1, width};
    case 3:
        return {width * height - 1, -1, -width};
    case 4:
        return {width * (height - 1), 1, -width};
    case 5:
        return {0, height, 1};
    case 6:
        return {height - 1, height, -1};
    case 7:
        return {width * height - 1, -height, -1};
    case 8:
        return {height * (width - 1), -height, 1};
    default:
        return {0, 1, width};
    }
}

template <typename Sample> void turn(std::vector<Sample>& samples, int width, int height, int orientation) {
    std::vector<Sample> upright(samples.size());
    const Walk walk = walkOf(orientation, width, height);
    const Sample* from = samples.data();
    for (std::ptrdiff_t y = 0; y < height; ++y) {
        std::ptrdiff_t at = walk.start + y * walk.row;
        for (std::ptrdiff_t x = 0; x < width; ++x, at += walk.column, from += 3)
            std::copy_n(from, 3, upright.data() + 3 * at);
    }
    samples = std::move(upright);
}

} // namespace

int exifOrientation(std::span<const std::uint8_t> exif) {
    std::vector<std::uint8_t> block;
    const bool marked = exif.size() >= exifMark.size() && std::equal(exifMark.begin(), exifMark.end(), exif.begin());
    if (!marked)
        block.assign(exifMark.begin(), exifMark.end());
    block.insert(block.end(), exif.begin(), exif.end());
    if (block.size() > std::numeric_limits<unsigned>::max())
        return 1;
    const std::unique_ptr<ExifData, Unref> data(
        exif_data_new_from_data(block.data(), static_cast<unsigned>(block.size())));
    if (!data)
        return 1;
    const ExifEntry* entry = exif_content_get_entry(data->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);
    if (entry == nullptr || entry->format != EXIF_FORMAT_SHORT || entry->components < 1 || entry->size < 2)
        return 1;
    const int orientation = exif_get_short(entry->data, exif_data_get_byte_order(data.get()));
    return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

void makeUpright(Picture::Pixels& pixels, int orientation) {
    if (orientation <= 1 || orientation > 8)
        return;
    if (pixels.has16Bits())
        turn(pixels.samples16, pixels.width, pixels.height, orientation);
    else
        turn(pixels.samples8, pixels.width, pixels.height, orientation);
    if (orientation >= 5)
        std::swap(pixels.width, pixels.height);
}

} // namespace blurig
