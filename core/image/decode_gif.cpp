// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/picture_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <gif_lib.h>
#include <memory>

namespace blurig {
namespace {

struct Input {
    const PictureSource& source;
    std::size_t position = 0;
};

int onRead(GifFileType* gif, GifByteType* to, int count) {
    auto& input = *static_cast<Input*>(gif->UserData);
    const std::size_t got = std::min(static_cast<std::size_t>(count), input.source.size() - input.position);
    std::memcpy(to, input.source.data() + input.position, got);
    input.position += got;
    return static_cast<int>(got);
}

struct Close {
    void operator()(GifFileType* gif) const { DGifCloseFile(gif, nullptr); }
};

class GifDecoder {
public:
    explicit GifDecoder(const PictureSource& source)
        : m_source(source)
        , m_input{source} {}

    RawPicture decode() && {
        int error = 0;
        m_gif.reset(DGifOpen(&m_input, onRead, &error));
        if (!m_gif)
            throw damaged(m_source, "GIF", wordsOf(error));
        int frames = 0;
        // To the end, though only the first frame is shown: a file that is cut off is not opened as if whole.
        for (GifRecordType record = UNDEFINED_RECORD_TYPE; record != TERMINATE_RECORD_TYPE;) {
            require(DGifGetRecordType(m_gif.get(), &record));
            if (record == EXTENSION_RECORD_TYPE)
                readExtension();
            else if (record == IMAGE_DESC_RECORD_TYPE) {
                require(DGifGetImageHeader(m_gif.get()));
                if (frames++ == 0)
                    readFrame();
                else
                    skipFrame();
            }
        }
        if (frames == 0)
            throw damaged(m_source, "GIF", "it holds no picture");
        if (frames > 1)
            m_raw.notes.push_back(fmt::format("first of {} frames", frames));
        return std::move(m_raw);
    }

private:
    static const char* wordsOf(int error) {
        const char* words = GifErrorString(error);
        return words != nullptr ? words : "it is not whole";
    }

    void require(int result) const {
        if (result == GIF_ERROR)
            throw damaged(m_source, "GIF", wordsOf(m_gif->Error));
    }

    void readExtension() {
        int code = 0;
        GifByteType* block = nullptr;
        require(DGifGetExtension(m_gif.get(), &code, &block));
        while (block != nullptr) {
            GraphicsControlBlock control{};
            if (m_raw.width == 0 && code == GRAPHICS_EXT_FUNC_CODE &&
                DGifExtensionToGCB(block[0], block + 1, &control) == GIF_OK)
                m_transparent = control.TransparentColor;
            require(DGifGetExtensionNext(m_gif.get(), &block));
        }
    }

    // The frame on the canvas, which some files state smaller than the frame; what it leaves free is transparent.
    void readFrame() {
        const GifImageDesc& frame = m_gif->Image;
        const int width = std::max(m_gif->SWidth, frame.Left + frame.Width);
        const int height = std::max(m_gif->SHeight, frame.Top + frame.Height);
        requireSize(m_source, static_cast<std::uint64_t>(width), static_cast<std::uint64_t>(height));
        const ColorMapObject* colours = frame.ColorMap != nullptr ? frame.ColorMap : m_gif->SColorMap;
        if (colours == nullptr)
            throw damaged(m_source, "GIF", "it has no colour table");
        if (frame.Width <= 0 || frame.Height <= 0)
            throw damaged(m_source, "GIF", "its first frame is empty");
        m_raw.width = width;
        m_raw.height = height;
        m_raw.alpha = Alpha::Straight;
        m_raw.samples8.resize(m_raw.samples());
        m_line.resize(static_cast<std::size_t>(frame.Width));
        constexpr std::array<std::array<int, 2>, 4> passes{{{0, 8}, {4, 8}, {2, 4}, {1, 2}}}; // first line, step
        if (frame.Interlace)
            for (const auto& [first, step] : passes)
                readLines(frame, *colours, first, step);
        else
            readLines(frame, *colours, 0, 1);
    }

    void readLines(const GifImageDesc& frame, const ColorMapObject& colours, int first, int step) {
        for (int line = first; line < frame.Height; line += step) {
            require(DGifGetLine(m_gif.get(), m_line.data(), frame.Width));
            std::uint8_t* to = m_raw.samples8.data() + static_cast<std::size_t>(frame.Top + line) * m_raw.rowSamples() +
                               4 * static_cast<std::size_t>(frame.Left);
            for (const GifPixelType index : m_line) {
                if (index >= colours.ColorCount)
                    throw damaged(m_source, "GIF", "a pixel's colour is not in its table");
                const GifColorType& colour = colours.Colors[index];
                const bool opaque = index != m_transparent;
                *to++ = colour.Red;
                *to++ = colour.Green;
                *to++ = colour.Blue;
                *to++ = opaque ? 255 : 0;
            }
        }
    }

    void skipFrame() {
        int size = 0;
        GifByteType* block = nullptr;
        require(DGifGetCode(m_gif.get(), &size, &block));
        while (block != nullptr)
            require(DGifGetCodeNext(m_gif.get(), &block));
    }

    const PictureSource& m_source;
    Input m_input;
    std::unique_ptr<GifFileType, Close> m_gif;
    int m_transparent = NO_TRANSPARENT_COLOR;
    RawPicture m_raw;
    std::vector<GifPixelType> m_line;
};

} // namespace

RawPicture decodeGif(const PictureSource& source) {
    return GifDecoder(source).decode();
}

} // namespace blurig
