// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/colour_transform.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <lcms2.h>
#include <limits>
#include <new>

namespace blurig {
namespace {

struct Close {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
    void operator()(cmsToneCurve* curve) const { cmsFreeToneCurve(curve); }
};
struct Delete {
    void operator()(void* transform) const { cmsDeleteTransform(transform); }
};
using Profile = std::unique_ptr<void, Close>;
using Transform = std::unique_ptr<void, Delete>;

constexpr std::size_t longestTitle = 60;

// The library reads what is left of a profile that is cut; its header says how long it should be.
bool isWhole(const std::vector<std::uint8_t>& profile) {
    if (profile.size() < 128)
        return false;
    const std::uint32_t size =
        std::uint32_t{profile[0]} << 24 | std::uint32_t{profile[1]} << 16 | std::uint32_t{profile[2]} << 8 | profile[3];
    return size <= profile.size();
}

// Numbers that are none, or no colours that anybody sees, come from damaged files.
bool isPlausible(const StatedColours& stated) {
    return stated.gamma >= 0 && stated.gamma <= 10 &&
           std::ranges::all_of(stated.chromaticities, [](double value) { return std::abs(value) <= 2; });
}

Profile openProfile(const StatedColours& stated) {
    if (const auto& icc = stated.profile)
        return Profile(isWhole(*icc) ? cmsOpenProfileFromMem(icc->data(), static_cast<cmsUInt32Number>(icc->size()))
                                     : nullptr);
    if (!isPlausible(stated))
        return {};
    // The curve of IEC 61966-2-1.
    const std::array<double, 5> srgb{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    const std::unique_ptr<cmsToneCurve, Close> curve(
        stated.gamma > 0 ? cmsBuildGamma(nullptr, stated.gamma) : cmsBuildParametricToneCurve(nullptr, 4, srgb.data()));
    if (!curve)
        return {};
    const Chromaticities& c = stated.chromaticities;
    const cmsCIExyY white{c[0], c[1], 1};
    const cmsCIExyYTRIPLE primaries{{c[2], c[3], 1}, {c[4], c[5], 1}, {c[6], c[7], 1}};
    const std::array<cmsToneCurve*, 3> curves{curve.get(), curve.get(), curve.get()};
    return Profile(cmsCreateRGBProfile(&white, &primaries, curves.data()));
}

std::string titleOf(cmsHPROFILE profile) {
    std::array<char, 256> text{};
    cmsGetProfileInfoASCII(profile, cmsInfoDescription, "en", "US", text.data(), text.size() - 1);
    std::string title(text.data());
    std::erase_if(title, [](char c) { return c < ' ' || c > '~' || c == '"'; });
    return title.substr(0, longestTitle);
}

bool fits(cmsColorSpaceSignature space, PixelKind kind) {
    switch (space) {
    case cmsSigGrayData:
        return kind == PixelKind::Grey;
    case cmsSigRgbData:
        return kind != PixelKind::Cmyk;
    case cmsSigCmykData:
        return kind == PixelKind::Cmyk;
    default:
        return false;
    }
}

// Of `stored` samples a pixel, whose first ones are the profile's.
cmsUInt32Number formatOf(cmsColorSpaceSignature space, std::size_t stored, std::size_t sampleBytes) {
    const auto all = static_cast<cmsUInt32Number>(stored);
    const auto bytes = static_cast<cmsUInt32Number>(sampleBytes);
    const cmsUInt32Number own = cmsChannelsOf(space);
    const auto type = static_cast<cmsUInt32Number>(_cmsLCMScolorSpace(space));
    return COLORSPACE_SH(type) | CHANNELS_SH(own) | EXTRA_SH(all - own) | BYTES_SH(bytes);
}

// How far the farthest colour of a grid moves, in 1/65535.
int greatestMove(cmsHPROFILE from, cmsHPROFILE srgb) {
    const cmsColorSpaceSignature space = cmsGetColorSpace(from);
    const Transform transform(cmsCreateTransform(from, formatOf(space, 3, 2), srgb, TYPE_RGB_16, INTENT_PERCEPTUAL, 0));
    if (!transform)
        return std::numeric_limits<int>::max();
    constexpr int steps = 16;
    int greatest = 0;
    for (int red = 0; red <= steps; ++red)
        for (int green = 0; green <= steps; ++green)
            for (int blue = 0; blue <= steps; ++blue) {
                std::array<std::uint16_t, 3> colour{};
                for (std::size_t channel = 0; channel < 3; ++channel) {
                    const int step = space == cmsSigGrayData || channel == 0 ? red : channel == 1 ? green : blue;
                    colour[channel] = static_cast<std::uint16_t>(step * 65535 / steps);
                }
                std::array<std::uint16_t, 3> moved{};
                cmsDoTransform(transform.get(), colour.data(), moved.data(), 1);
                for (std::size_t channel = 0; channel < 3; ++channel)
                    greatest = std::max(greatest, std::abs(moved[channel] - colour[channel]));
            }
    return greatest;
}

} // namespace

struct ColourTransform::Handles {
    Profile stated;
    Profile srgb;
    Transform transform;
};

ColourTransform::ColourTransform(const RawPicture& raw)
    : m_handles(new Handles{openProfile(*raw.stated), Profile(cmsCreate_sRGBProfile()), {}}) {
    Handles& handles = *m_handles;
    if (!handles.srgb)
        throw std::bad_alloc();
    if (!handles.stated) {
        m_fault = "is damaged";
        return;
    }
    const cmsColorSpaceSignature space = cmsGetColorSpace(handles.stated.get());
    if (!fits(space, raw.kind)) {
        m_fault = "does not fit its pixels";
        return;
    }
    if (raw.stated->profile)
        m_title = titleOf(handles.stated.get());
    const std::size_t bytes = raw.samples16.empty() ? 1 : 2;
    const std::size_t shown = raw.alpha == Alpha::None ? 3 : 4;
    handles.transform.reset(cmsCreateTransform(handles.stated.get(), formatOf(space, raw.channels(), bytes),
                                               handles.srgb.get(), formatOf(cmsSigRgbData, shown, bytes),
                                               INTENT_PERCEPTUAL, 0));
    if (!handles.transform)
        m_fault = "is damaged";
}

ColourTransform::~ColourTransform() = default;

bool ColourTransform::isSrgb() const {
    return cmsGetColorSpace(m_handles->stated.get()) != cmsSigCmykData &&
           greatestMove(m_handles->stated.get(), m_handles->srgb.get()) <= 3 * 257;
}

void ColourTransform::apply(const void* from, void* to, int pixels) const {
    cmsDoTransform(m_handles->transform.get(), from, to, static_cast<cmsUInt32Number>(pixels));
}

} // namespace blurig
