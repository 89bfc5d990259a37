// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/exif_facts.h"
#include "core/image/picture_format.h"

#include <fmt/format.h>

#include <memory>
#include <string_view>
#include <webp/decode.h>
#include <webp/demux.h>

namespace blurig {
namespace {

struct Delete {
    void operator()(WebPDemuxer* demuxer) const { WebPDemuxDelete(demuxer); }
    void operator()(WebPAnimDecoder* decoder) const { WebPAnimDecoderDelete(decoder); }
};
using Demuxer = std::unique_ptr<WebPDemuxer, Delete>;

// The contents of the first chunk of this name; empty without one. Points into the source.
std::span<const std::uint8_t> chunk(const WebPDemuxer* demuxer, const char* name) {
    WebPChunkIterator found{};
    if (WebPDemuxGetChunk(demuxer, name, 1, &found) == 0)
        return {};
    const std::span<const std::uint8_t> contents(found.chunk.bytes, found.chunk.size);
    WebPDemuxReleaseChunkIterator(&found);
    return contents;
}

void decodeStill(const PictureSource& source, RawPicture& raw) {
    WebPBitstreamFeatures features{};
    if (WebPGetFeatures(source.data(), source.size(), &features) != VP8_STATUS_OK)
        throw damaged(source, "WebP", "its header cannot be read");
    if (features.width != raw.width || features.height != raw.height)
        throw damaged(source, "WebP", "its headers contradict each other");
    raw.alpha = features.has_alpha != 0 ? Alpha::Straight : Alpha::None;
    raw.samples8.resize(raw.samples());
    const int stride = static_cast<int>(raw.rowSamples());
    const auto decode = raw.alpha == Alpha::None ? WebPDecodeRGBInto : WebPDecodeRGBAInto;
    if (decode(source.data(), source.size(), raw.samples8.data(), raw.samples8.size(), stride) == nullptr)
        throw damaged(source, "WebP", "its pixels cannot be decoded");
}

void decodeFirstFrame(const PictureSource& source, RawPicture& raw, std::uint32_t frames) {
    const WebPData data{source.data(), source.size()};
    const std::unique_ptr<WebPAnimDecoder, Delete> decoder(WebPAnimDecoderNew(&data, nullptr));
    std::uint8_t* canvas = nullptr;
    int time = 0;
    if (!decoder || WebPAnimDecoderGetNext(decoder.get(), &canvas, &time) == 0)
        throw damaged(source, "WebP", "its first frame cannot be decoded");
    raw.alpha = Alpha::Straight; // WebPAnimDecoderOptions' default is RGBA
    raw.samples8.assign(canvas, canvas + raw.samples());
    raw.notes.push_back(fmt::format("first of {} frames", frames));
}

} // namespace

RawPicture decodeWebp(const PictureSource& source) {
    const WebPData data{source.data(), source.size()};
    const Demuxer demuxer(WebPDemux(&data)); // null unless the file is whole
    if (!demuxer)
        throw damaged(source, "WebP", "it is not whole");
    const std::uint32_t width = WebPDemuxGetI(demuxer.get(), WEBP_FF_CANVAS_WIDTH);
    const std::uint32_t height = WebPDemuxGetI(demuxer.get(), WEBP_FF_CANVAS_HEIGHT);
    requireSize(source, width, height);
    RawPicture raw;
    raw.width = static_cast<int>(width);
    raw.height = static_cast<int>(height);
    const bool animated = (WebPDemuxGetI(demuxer.get(), WEBP_FF_FORMAT_FLAGS) & ANIMATION_FLAG) != 0;
    if (animated)
        decodeFirstFrame(source, raw, WebPDemuxGetI(demuxer.get(), WEBP_FF_FRAME_COUNT));
    else
        decodeStill(source, raw);
    if (const auto profile = chunk(demuxer.get(), "ICCP"); !profile.empty())
        raw.stated = iccProfile(profile);
    if (const auto exif = chunk(demuxer.get(), "EXIF"); !exif.empty())
        readExif(raw, exif);
    return raw;
}

} // namespace blurig
