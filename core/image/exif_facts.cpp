// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/exif_facts.h"

#include <algorithm>
#include <libexif/exif-data.h>
#include <limits>
#include <memory>
#include <optional>
#include <string_view>

namespace blurig {
namespace {

struct Unref {
    void operator()(ExifData* data) const { exif_data_unref(data); }
};
using Block = std::unique_ptr<ExifData, Unref>;

constexpr std::string_view exifMark("Exif\0\0", 6);

Block parse(std::span<const std::uint8_t> exif) {
    std::vector<std::uint8_t> block;
    const bool marked = exif.size() >= exifMark.size() && std::equal(exifMark.begin(), exifMark.end(), exif.begin());
    if (!marked)
        block.assign(exifMark.begin(), exifMark.end());
    block.insert(block.end(), exif.begin(), exif.end());
    if (block.size() > std::numeric_limits<unsigned>::max())
        return {};
    return Block(exif_data_new_from_data(block.data(), static_cast<unsigned>(block.size())));
}

bool isEmpty(const ExifData& data) {
    return std::ranges::all_of(data.ifd, [](const ExifContent* content) { return content->count == 0; });
}

std::optional<int> shortNumber(ExifData* data, ExifIfd folder, ExifTag tag) {
    const ExifEntry* entry = exif_content_get_entry(data->ifd[folder], tag);
    if (entry == nullptr || entry->format != EXIF_FORMAT_SHORT || entry->components < 1 || entry->size < 2)
        return std::nullopt;
    return exif_get_short(entry->data, exif_data_get_byte_order(data));
}

// The camera rule DCF: Adobe RGB has no number of its own among the colour spaces, but the file's kind is "R03".
bool isAdobeRgb(ExifData* data) {
    const std::optional<int> space = shortNumber(data, EXIF_IFD_EXIF, EXIF_TAG_COLOR_SPACE);
    const ExifEntry* kind =
        exif_content_get_entry(data->ifd[EXIF_IFD_INTEROPERABILITY], EXIF_TAG_INTEROPERABILITY_INDEX);
    const bool marked =
        kind != nullptr && kind->size >= 3 && std::string_view(reinterpret_cast<const char*>(kind->data), 3) == "R03";
    return space == 2 || (marked && space != 1);
}

} // namespace

void readExif(RawPicture& raw, std::span<const std::uint8_t> exif) {
    const Block data = parse(exif);
    if (!data || isEmpty(*data)) {
        raw.notes.emplace_back("its EXIF block is damaged and not used");
        return;
    }
    const int orientation = shortNumber(data.get(), EXIF_IFD_0, EXIF_TAG_ORIENTATION).value_or(1);
    raw.orientation = orientation >= 1 && orientation <= 8 ? orientation : 1;
    if (!raw.stated && isAdobeRgb(data.get()))
        raw.stated = {.where = "its colour space, Adobe RGB (EXIF),",
                      .gamma = 563.0 / 256,
                      .chromaticities = {0.3127, 0.3290, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06}};
}

} // namespace blurig
