// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "encoders.h"

#include <gif_lib.h>
#include <webp/encode.h>

namespace blurig::test {
namespace {

int onWrite(GifFileType* gif, const GifByteType* from, int count) {
    auto& bytes = *static_cast<Bytes*>(gif->UserData);
    const auto view = std::as_bytes(std::span(from, static_cast<std::size_t>(count)));
    bytes.insert(bytes.end(), view.begin(), view.end());
    return count;
}

Bytes taken(std::uint8_t* memory, std::size_t size) {
    const auto view = std::as_bytes(std::span(memory, size));
    Bytes bytes(view.begin(), view.end());
    WebPFree(memory);
    return bytes;
}

void put(Bytes& bytes, std::size_t value, int count) {
    for (int i = 0; i < count; ++i, value >>= 8)
        bytes.push_back(static_cast<std::byte>(value));
}

void append(Bytes& bytes, const Bytes& more) {
    bytes.insert(bytes.end(), more.begin(), more.end());
}

Bytes chunk(const std::string& name, const Bytes& contents) {
    Bytes bytes = bytesOf(name);
    put(bytes, contents.size(), 4);
    append(bytes, contents);
    put(bytes, 0, static_cast<int>(contents.size() % 2));
    return bytes;
}

// The extended container around what follows its first chunk.
Bytes extended(int width, int height, int flags, const Bytes& chunks) {
    Bytes header;
    put(header, static_cast<std::size_t>(flags), 4);
    put(header, static_cast<std::size_t>(width - 1), 3);
    put(header, static_cast<std::size_t>(height - 1), 3);
    Bytes contents = bytesOf("WEBP");
    append(contents, chunk("VP8X", header));
    append(contents, chunks);
    return chunk("RIFF", contents);
}

// The chunk with the pixels of a simple file.
Bytes pixelsOf(const Bytes& simple) {
    return {simple.begin() + 12, simple.end()};
}

} // namespace

Bytes gif(int width, int height, const Samples& indices, const GifOptions& options) {
    Bytes bytes;
    GifFileType* writer = EGifOpen(&bytes, onWrite, nullptr);
    const std::array<GifColorType, 4> colours{{{255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {255, 255, 255}}};
    ColorMapObject* map = GifMakeMapObject(4, colours.data());
    EGifSetGifVersion(writer, true);
    EGifPutScreenDesc(writer, width, height, 8, 0, map);
    GifFreeMapObject(map);
    for (int frame = 0; frame < options.frames; ++frame) {
        if (options.transparent >= 0) {
            const GraphicsControlBlock control{0, false, 0, options.transparent};
            std::array<GifByteType, 4> block{};
            EGifGCBToExtension(&control, block.data());
            EGifPutExtension(writer, GRAPHICS_EXT_FUNC_CODE, 4, block.data());
        }
        EGifPutImageDesc(writer, 0, 0, width, height, options.interlaced, nullptr);
        const std::vector<std::array<int, 2>> passes =
            options.interlaced ? std::vector<std::array<int, 2>>{{0, 8}, {4, 8}, {2, 4}, {1, 2}}
                               : std::vector<std::array<int, 2>>{{0, 1}};
        for (const auto& [start, step] : passes)
            for (int y = start; y < height; y += step) {
                std::vector<GifPixelType> line(indices.begin() + y * width, indices.begin() + (y + 1) * width);
                EGifPutLine(writer, line.data(), width);
            }
    }
    EGifCloseFile(writer, nullptr);
    return bytes;
}

Bytes webp(int width, int height, const Samples& rgb, WebpKind kind, int orientation, const Samples& profile) {
    std::uint8_t* memory = nullptr;
    const std::size_t size = kind == WebpKind::Lossless
                                 ? WebPEncodeLosslessRGB(rgb.data(), width, height, 3 * width, &memory)
                                 : WebPEncodeRGB(rgb.data(), width, height, 3 * width, 95, &memory);
    Bytes simple = taken(memory, size);
    if (orientation == 1 && profile.empty())
        return simple;
    const auto bytesOfSamples = [](const Samples& samples) {
        const auto view = std::as_bytes(std::span(samples));
        return Bytes(view.begin(), view.end());
    };
    Bytes chunks = profile.empty() ? Bytes() : chunk("ICCP", bytesOfSamples(profile));
    append(chunks, pixelsOf(simple));
    if (orientation != 1)
        append(chunks, chunk("EXIF", bytesOfSamples(exifBlock(orientation))));
    return extended(width, height, (profile.empty() ? 0 : 0x20) | (orientation == 1 ? 0 : 0x08), chunks);
}

Bytes webpWithAlpha(int width, int height, const Samples& rgba) {
    std::uint8_t* memory = nullptr;
    const std::size_t size = WebPEncodeLosslessRGBA(rgba.data(), width, height, 4 * width, &memory);
    return taken(memory, size);
}

Bytes animatedWebp(int width, int height, const Samples& rgb, int frames) {
    Bytes frame;
    put(frame, 0, 6); // offset
    put(frame, static_cast<std::size_t>(width - 1), 3);
    put(frame, static_cast<std::size_t>(height - 1), 3);
    put(frame, 100, 4); // ms, and no flags
    append(frame, pixelsOf(webp(width, height, rgb, WebpKind::Lossless)));
    Bytes animation;
    put(animation, 0, 6); // background, endless
    Bytes chunks = chunk("ANIM", animation);
    for (int i = 0; i < frames; ++i)
        append(chunks, chunk("ANMF", frame));
    return extended(width, height, 0x02, chunks);
}

} // namespace blurig::test
