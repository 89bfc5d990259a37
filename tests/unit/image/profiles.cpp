// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles.h"

#include <array>
#include <cmath>
#include <lcms2.h>

namespace blurig::test {
namespace {

constexpr cmsCIExyY white{0.3127, 0.3290, 1};
constexpr cmsCIExyYTRIPLE srgbPrimaries{{0.64, 0.33, 1}, {0.30, 0.60, 1}, {0.15, 0.06, 1}};

Samples saved(cmsHPROFILE profile) {
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile, nullptr, &size);
    Samples bytes(size);
    cmsSaveProfileToMem(profile, bytes.data(), &size);
    cmsCloseProfile(profile);
    return bytes;
}

void setTitle(cmsHPROFILE profile, const std::string& title) {
    cmsMLU* text = cmsMLUalloc(nullptr, 1);
    cmsMLUsetASCII(text, "en", "US", title.c_str());
    cmsWriteTag(profile, cmsSigProfileDescriptionTag, text);
    cmsMLUfree(text);
}

Samples rgb(const cmsCIExyYTRIPLE& primaries, cmsToneCurve* curve, const std::string& title) {
    const std::array<cmsToneCurve*, 3> curves{curve, curve, curve};
    cmsHPROFILE profile = cmsCreateRGBProfile(&white, &primaries, curves.data());
    setTitle(profile, title);
    cmsFreeToneCurve(curve);
    return saved(profile);
}

// One node of the printer's table: inks in, Lab as ICC version 2 stores it out.
cmsInt32Number printed(const cmsUInt16Number in[], cmsUInt16Number out[], void* toLab) {
    std::array<std::uint16_t, 3> number{};
    for (std::size_t ink = 0; ink < 3; ++ink) {
        const double left = (1 - in[ink] / 65535.0) * (1 - in[3] / 65535.0);
        number[ink] = static_cast<std::uint16_t>(std::lround(65535 * left * left));
    }
    cmsDoTransform(toLab, number.data(), out, 1);
    return TRUE;
}

} // namespace

Samples srgbProfile() {
    return saved(cmsCreate_sRGBProfile());
}

Samples rgbProfile(double gamma, const std::string& title) {
    return rgb(srgbPrimaries, cmsBuildGamma(nullptr, gamma), title);
}

Samples displayP3Profile() {
    const std::array<double, 5> curve{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    return rgb({{0.680, 0.320, 1}, {0.265, 0.690, 1}, {0.150, 0.060, 1}},
               cmsBuildParametricToneCurve(nullptr, 4, curve.data()), "Display P3");
}

Samples greyProfile(double gamma) {
    cmsToneCurve* curve = cmsBuildGamma(nullptr, gamma);
    cmsHPROFILE profile = cmsCreateGrayProfile(cmsD50_xyY(), curve);
    cmsFreeToneCurve(curve);
    return saved(profile);
}

Samples inkProfile() {
    constexpr int gridPoints = 5;
    cmsHPROFILE srgb = cmsCreate_sRGBProfile();
    cmsHPROFILE lab = cmsCreateLab2Profile(nullptr);
    cmsHTRANSFORM toLab =
        cmsCreateTransform(srgb, TYPE_RGB_16, lab, TYPE_LabV2_16, INTENT_PERCEPTUAL, cmsFLAGS_NOOPTIMIZE);
    cmsPipeline* pipeline = cmsPipelineAlloc(nullptr, 4, 3);
    cmsStage* table = cmsStageAllocCLut16bit(nullptr, gridPoints, 4, 3, nullptr);
    cmsStageSampleCLut16bit(table, printed, toLab, 0);
    cmsPipelineInsertStage(pipeline, cmsAT_END, table);

    cmsHPROFILE profile = cmsCreateProfilePlaceholder(nullptr);
    cmsSetProfileVersion(profile, 2.1);
    cmsSetDeviceClass(profile, cmsSigOutputClass);
    cmsSetColorSpace(profile, cmsSigCmykData);
    cmsSetPCS(profile, cmsSigLabData);
    setTitle(profile, "Press");
    cmsWriteTag(profile, cmsSigAToB0Tag, pipeline);
    const Samples bytes = saved(profile);
    cmsPipelineFree(pipeline);
    cmsDeleteTransform(toLab);
    cmsCloseProfile(lab);
    cmsCloseProfile(srgb);
    return bytes;
}

} // namespace blurig::test
