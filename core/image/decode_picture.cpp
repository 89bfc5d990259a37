// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/array/digest.h"
#include "core/array/file_bytes.h"
#include "core/array/file_kind.h"
#include "core/image/finish_picture.h"
#include "core/image/picture_format.h"
#include "core/image/settle_colours.h"

#include <fmt/format.h>

#include <algorithm>
#include <new>
#include <stdexcept>

namespace blurig {
namespace {

std::string lowerExtension(const std::filesystem::path& name) {
    std::string extension = name.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return extension;
}

bool has(const PictureFormat& format, std::string_view extension) {
    return std::find(format.extensions.begin(), format.extensions.end(), extension) != format.extensions.end();
}

// Only where the name claims another picture format: ".jpg_large" or no extension claims nothing.
void noteOtherName(RawPicture& raw, const PictureFormat& format, const std::string& name) {
    const std::string extension = lowerExtension(name);
    if (isNamedAsPicture(name) && !has(format, extension))
        raw.notes.insert(raw.notes.begin(), fmt::format("{} file named {}", format.name, extension));
}

const PictureFormat& requireFormat(const PictureSource& source) {
    const std::string remedy = "Choose a PNG, JPEG, WebP, TIFF, BMP, PNM or GIF file";
    if (source.bytes.empty())
        throw Error(ErrorCode::NotAPicture, source.name, "is empty (0 bytes)", remedy);
    if (const PictureFormat* format = formatOf(source.bytes))
        return *format;
    const std::string_view kind = guessKind(source.bytes).name;
    throw Error(ErrorCode::NotAPicture, source.name,
                kind.empty() ? "is not a picture in a supported format"
                             : fmt::format("is not a picture: it seems to be {}", kind),
                remedy);
}

Error tooLarge(const std::string& name) {
    return {ErrorCode::Memory, name, "does not fit into the memory",
            "Close other programs, or make it smaller in an image editor"};
}

} // namespace

Picture decodePicture(std::span<const std::byte> bytes, std::string name, const PictureOptions& options) {
    const PictureSource source{bytes, name};
    try {
        const PictureFormat& format = requireFormat(source);
        RawPicture raw = format.decode(source);
        noteOtherName(raw, format, name);
        settleColours(raw, options.colours);
        if (!options.turnedByExif && raw.orientation > 1) {
            raw.notes.emplace_back("not rotated, although its EXIF orientation says so");
            raw.orientation = 1;
        }
        auto pixels = finishPicture(raw);
        return {std::move(pixels), std::move(name), sha256Hex(bytes), std::move(raw.notes), options.colours};
    } catch (const std::bad_alloc&) {
        throw tooLarge(source.name);
    } catch (const std::length_error&) {
        throw tooLarge(source.name);
    }
}

bool isNamedAsPicture(const std::filesystem::path& file) {
    return std::ranges::any_of(pictureFormats(), [extension = lowerExtension(file)](const PictureFormat& format) {
        return has(format, extension);
    });
}

Picture readPicture(const std::filesystem::path& file, const PictureOptions& options) {
    return decodePicture(readFile(file), file.string(), options);
}

} // namespace blurig
