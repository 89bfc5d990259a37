// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tiff_cases.h"

#include <fmt/format.h>

#include <algorithm>
#include <random>

namespace blurig::test {
namespace {

std::vector<std::uint16_t> paletteOf(int bits) {
    const std::size_t entries = std::size_t{1} << bits;
    std::vector<std::uint16_t> palette;
    for (std::size_t channel = 0; channel < 3; ++channel)
        for (std::size_t entry = 0; entry < entries; ++entry)
            palette.push_back(
                static_cast<std::uint16_t>(257 * ((entry * (37 + 20 * channel) + 200 - 50 * channel) % 256)));
    return palette;
}

TiffCase caseOf(int bits, int kind, bool planar, bool tiled, TiffExtra extra) {
    TiffCase made{.plan = {.width = 37,
                           .height = 29,
                           .bits = bits,
                           .photometric = kind,
                           .samplesPerPixel = colourSamples(kind) + (extra == None ? 0 : 1),
                           .planar = planar,
                           .tiled = tiled,
                           .blockWidth = 16,
                           .blockHeight = tiled ? 32 : 6},
                  .extra = extra};
    if (kind == Palette)
        made.plan.palette = paletteOf(bits);
    if (extra != None)
        made.plan.extraSamples = {static_cast<std::uint16_t>(extra)};
    return made;
}

} // namespace

std::vector<TiffCase> tiffCases() {
    const std::vector<std::pair<int, const char*>> kinds{{BlackIsZero, "black is zero"},
                                                         {WhiteIsZero, "white is zero"},
                                                         {Rgb, "RGB"},
                                                         {Palette, "palette"},
                                                         {Cmyk, "CMYK"}};
    const std::vector<std::pair<TiffExtra, const char*>> extras{
        {None, "nothing"}, {Unspecified, "unspecified"}, {Premultiplied, "premultiplied"}, {Straight, "straight"}};
    std::vector<TiffCase> cases;
    for (const int bits : {1, 2, 4, 8, 12, 16})
        for (const auto& [kind, kindName] : kinds)
            for (const bool planar : {false, true})
                for (const bool tiled : {false, true})
                    for (const auto& [extra, extraName] : extras) {
                        TiffCase made = caseOf(bits, kind, planar, tiled, extra);
                        made.title = fmt::format("{} bits, {}, {}, {}, {} more", bits, kindName,
                                                 planar ? "planar" : "pixels", tiled ? "tiles" : "strips", extraName);
                        cases.push_back(std::move(made));
                    }
    return cases;
}

int colourSamples(int kind) {
    return kind == Rgb ? 3 : kind == Cmyk ? 4 : 1;
}

std::vector<std::uint16_t> valuesOf(const TiffPlan& plan, TiffExtra extra) {
    std::mt19937 random(7);
    std::vector<std::uint16_t> values;
    for (int pixel = 0; pixel < plan.width * plan.height; ++pixel) {
        std::vector<std::uint16_t> samples;
        for (int sample = 0; sample < plan.samplesPerPixel; ++sample)
            samples.push_back(static_cast<std::uint16_t>(random() % (1U << plan.bits)));
        if (extra == Premultiplied && plan.photometric != Palette)
            for (std::uint16_t& sample : samples)
                sample = std::min(sample, samples.back());
        values.insert(values.end(), samples.begin(), samples.end());
    }
    return values;
}

} // namespace blurig::test
