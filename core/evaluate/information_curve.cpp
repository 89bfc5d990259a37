// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/information_curve.h"

#include "core/evaluate/quantile.h"
#include "core/evaluate/scattered_pixels.h"
#include "core/methods/seeded_random.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <memory>
#include <stdexcept>
#include <webp/encode.h>

namespace blurig {

namespace {

constexpr std::array thresholds{0.005, 0.01, 0.02, 0.03, 0.04, 0.05, 0.07, 0.10, 0.13, 0.21, 0.34, 0.5, 0.75};
constexpr double knownShare = 0.01;
constexpr std::uint64_t maskSeed = 1;
constexpr double leastScore = 0.8; // of the whole picture, as in pic.py
constexpr int points = 1000;       // of the curve

struct Scale { // of values to levels
    double low = 0;
    double width = 1;
};

std::vector<std::uint8_t> levelsOf(const Array& z, Scale scale) {
    const auto values = z.host();
    const std::size_t size = values.size() / 3;
    std::vector<std::uint8_t> rgb(values.size());
    for (std::size_t channel = 0; channel < 3; ++channel)
        for (std::size_t i = 0; i < size; ++i)
            rgb[3 * i + channel] = static_cast<std::uint8_t>(std::clamp(
                std::nearbyint(255 * (double{values[channel * size + i]} - scale.low) / scale.width), 0.0, 255.0));
    return rgb;
}

Array inputOf(const std::vector<std::uint8_t>& rgb, const ArrayLayout& layout, Scale scale) {
    const std::size_t size = rgb.size() / 3;
    std::vector<float> values(rgb.size());
    for (std::size_t channel = 0; channel < 3; ++channel)
        for (std::size_t i = 0; i < size; ++i)
            values[channel * size + i] = static_cast<float>(scale.low + scale.width * rgb[3 * i + channel] / 255.0);
    return Array::fromHost(layout, std::move(values));
}

class Curve final : public MetricRun {
public:
    Curve(std::vector<double> sizes, std::vector<SharedForwards::Place> places, Target target)
        : m_sizes(std::move(sizes))
        , m_places(std::move(places))
        , m_target(std::move(target)) {}

    std::vector<std::optional<double>> values(const SharedForwards& forwards) const override {
        if (m_places.empty()) // no picture of three channels
            return {std::nullopt, std::nullopt};
        std::vector<double> scores;
        std::vector<double> right;
        for (const SharedForwards::Place place : m_places) {
            scores.push_back(forwards.score(place));
            right.push_back(std::ranges::any_of(m_target.classes,
                                                [&](const WeightedClass& of) {
                                                    return of.weight > 0 && of.index == forwards.label(place);
                                                })
                                ? 1
                                : 0);
        }
        return {informationArea(m_sizes, scores, leastScore), informationArea(m_sizes, right, leastScore)};
    }

private:
    std::vector<double> m_sizes;
    std::vector<SharedForwards::Place> m_places;
    Target m_target;
};

} // namespace

std::vector<MetricColumn> InformationCurve::columns() const {
    const std::string how =
        "Area under the curve over the normalised size of the picture as lossless WebP, while the greatest sums over "
        "channels of |A| bring pixels back to a picture of which 1 % is known, the rest interpolated; kept from "
        "falling. "
        "Only photos whose own score is at least 0.8.";
    return {{"sic", "SIC", "Normalised class score. " + how, Better::Higher},
            {"aic", "AIC", "Whether the class is right. " + how, Better::Higher}};
}

std::size_t compressedSize(std::span<const std::uint8_t> rgb, int width, int height) {
    WebPConfig config;
    WebPPicture picture;
    if (WebPConfigInit(&config) == 0 || WebPPictureInit(&picture) == 0)
        throw std::runtime_error("libwebp has another version than its headers");
    config.lossless = 1;
    config.quality = 100;
    config.method = 4;
    picture.use_argb = 1;
    picture.width = width;
    picture.height = height;
    WebPMemoryWriter writer;
    WebPMemoryWriterInit(&writer);
    picture.writer = WebPMemoryWrite;
    picture.custom_ptr = &writer;
    const bool done = WebPPictureImportRGB(&picture, rgb.data(), 3 * width) != 0 && WebPEncode(&config, &picture) != 0;
    const std::size_t size = writer.size;
    WebPPictureFree(&picture);
    WebPMemoryWriterClear(&writer);
    if (!done)
        throw std::bad_alloc();
    return size;
}

Mask randomPixels(int width, int height, double share, std::uint64_t seed) {
    Mask mask{.width = width, .height = height};
    mask.inside.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    auto left = static_cast<std::size_t>(share * static_cast<double>(mask.inside.size()));
    SeededRandom random(seed);
    while (left > 0) {
        const auto place =
            std::min(mask.inside.size() - 1,
                     static_cast<std::size_t>(random.uniform() * static_cast<double>(mask.inside.size())));
        left -= mask.inside[place] == 0 ? 1 : 0;
        mask.inside[place] = 1;
    }
    return mask;
}

std::optional<double> informationArea(std::span<const double> sizes, std::span<const double> scores, double least) {
    assert(sizes.size() == scores.size() && sizes.size() >= 2);
    const double size = sizes.back() - sizes.front();
    const double score = scores.back() - scores.front();
    if (scores.back() < least || !(size > 0) || !(score > 0))
        return std::nullopt;
    std::vector<std::pair<double, double>> curve{{0, 0}, {1, 1}};
    double greatest = 0;
    for (std::size_t i = 1; i + 1 < sizes.size(); ++i) {
        greatest = std::max(greatest, std::clamp((scores[i] - scores.front()) / score, 0.0, 1.0));
        curve.emplace_back(std::clamp((sizes[i] - sizes.front()) / size, 0.0, 1.0), greatest);
    }
    std::ranges::stable_sort(curve, {}, &std::pair<double, double>::first);
    const auto at = [&curve](double x) {
        const auto next = std::ranges::upper_bound(curve, x, {}, &std::pair<double, double>::first);
        if (next == curve.end())
            return curve.back().second;
        const auto before = std::prev(next);
        const double width = next->first - before->first;
        return width > 0 ? before->second + (x - before->first) / width * (next->second - before->second)
                         : before->second;
    };
    double area = 0; // trapezoid, as numpy's
    double before = at(0);
    for (int i = 1; i <= points; ++i) {
        const double now = i == points ? 1 : at(static_cast<double>(i) / points);
        area += (before + now) / 2 / points;
        before = now;
    }
    return area;
}

std::unique_ptr<MetricRun> InformationCurve::begin(const JudgedMap& map, SharedForwards& forwards) const {
    const Array z = map.subject->prepared.z;
    if (z.channels() != 3)
        return std::make_unique<Curve>(std::vector<double>(), std::vector<SharedForwards::Place>(), map.target);
    const Scale scale{z.layout().range.low, z.layout().range.high - z.layout().range.low};
    const std::vector<std::uint8_t> rgb = levelsOf(z, scale);
    const auto width = static_cast<int>(z.width());
    const auto height = static_cast<int>(z.height());
    const Mask known = randomPixels(width, height, knownShare, maskSeed);
    const Array plane = map.magnitudes();
    std::vector<float> ascending(plane.host().begin(), plane.host().end());
    std::ranges::sort(ascending);
    std::vector<double> sizes;
    std::vector<SharedForwards::Place> places;
    const auto add = [&](std::vector<std::uint8_t> picture) {
        sizes.push_back(static_cast<double>(compressedSize(picture, width, height)));
        places.push_back(forwards.add(
            [picture = std::move(picture), layout = z.layout(), scale] { return inputOf(picture, layout, scale); }));
    };
    add(filledFrom(rgb, known));
    for (const double threshold : thresholds) {
        const double least = quantile(ascending, 1 - threshold);
        Mask shown = known;
        for (std::size_t i = 0; i < shown.inside.size(); ++i)
            if (double{plane.host()[i]} >= least)
                shown.inside[i] = 1;
        add(filledFrom(rgb, std::move(shown)));
    }
    add(rgb);
    return std::make_unique<Curve>(std::move(sizes), std::move(places), map.target);
}

} // namespace blurig
