// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/baseline.h"

#include "core/array/torch_access.h"
#include "core/error.h"
#include "core/methods/parameter.h"
#include "core/methods/seeded_random.h"
#include "core/scale/scale_space.h"

#include <ATen/ops/full_like.h>
#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace blurig {

namespace {

Array filled(const Array& input, double value) {
    return arrayOf(at::full_like(tensorOf(input), value), input.layout());
}

Baseline black(const Array& input) {
    return {.name = "black", .image = filled(input, input.layout().range.low)};
}

Baseline white(const Array& input) {
    return {.name = "white", .image = filled(input, input.layout().range.high)};
}

std::vector<Baseline> randomImages(const Array& input, int count, std::uint64_t seed) {
    const ValueRange range = input.layout().range;
    SeededRandom random(seed);
    std::vector<Baseline> images;
    for (int i = 1; i <= count; ++i) {
        std::vector<float> values(static_cast<std::size_t>(input.layout().elements()));
        for (float& value : values)
            value = static_cast<float>(range.low + (range.high - range.low) * random.uniform());
        images.push_back({.name = fmt::format("random {} of {} (seed {})", i, count, seed),
                          .image = Array::fromHost(input.layout(), std::move(values))});
    }
    return images;
}

Baseline grey(const Array& input) {
    const at::Tensor z = tensorOf(input);
    at::Tensor luma = z.mean(0, true);
    if (input.channels() == 3) // Rec. 601, as Pillow's mode "L"
        luma = z.narrow(0, 0, 1).mul(0.299).add(z.narrow(0, 1, 1), 0.587).add(z.narrow(0, 2, 1), 0.114);
    return {.name = "grey", .image = arrayOf(luma.expand_as(z).contiguous(), input.layout())};
}

Baseline mean(const Array& input) {
    return {.name = "mean colour", .image = ScaleSpace(input).blurred(std::numeric_limits<double>::infinity())};
}

Baseline blurredImage(const Array& input, std::optional<double> sigma) {
    const double used = sigma.value_or(0.1 * static_cast<double>(input.layout().axes.back().size));
    return {.name = fmt::format("blurred (sigma {:.4g} px)", used), .image = ScaleSpace(input).blurred(used)};
}

Baseline ownImage(const Array& input, const Baseline& own) {
    const Array& image = own.image;
    if (image.empty())
        throw Error(ErrorCode::Argument, "baseline", "the baseline \"own\" has no image", "Choose an image for it");
    if (image.layout().channels != input.layout().channels || image.layout().axes != input.layout().axes)
        throw Error(ErrorCode::Argument, "baseline", "the own baseline does not have the size of the model's input",
                    "Choose an image that is prepared in the same way as the input");
    return {.name = own.name, .image = arrayOf(tensorOf(image), input.layout())};
}

std::vector<Baseline> baselinesOfKind(std::string_view kind, const Array& input, int randomCount, std::uint64_t seed,
                                      const Baseline& own, std::optional<double> blurSigma) {
    if (kind == "black")
        return {black(input)};
    if (kind == "white")
        return {white(input)};
    if (kind == "black+white")
        return {black(input), white(input)};
    if (kind == "random")
        return randomImages(input, randomCount, seed);
    if (kind == "grey")
        return {grey(input)};
    if (kind == "mean")
        return {mean(input)};
    if (kind == "blurred")
        return {blurredImage(input, blurSigma)};
    if (kind == "own")
        return {ownImage(input, own)};
    std::string ids;
    for (const BaselineKind& known : baselineKinds())
        ids += (ids.empty() ? "" : ", ") + known.id;
    throw Error(ErrorCode::Argument, "baseline", "there is no baseline \"" + std::string(kind) + "\"",
                "Use one of " + ids);
}

} // namespace

const std::vector<BaselineKind>& baselineKinds() {
    static const std::vector<BaselineKind> kinds = {
        {"black", "black"},
        {"white", "white"},
        {"black+white", "black + white, averaged"},
        {"random", "random, averaged"},
        {"grey", "the picture in grey"},
        {"mean", "mean colour"},
        {"blurred", "blurred picture"},
        {"own", "own image"},
    };
    return kinds;
}

std::vector<Baseline> makeBaselines(std::string_view kinds, const Array& input, int randomCount, std::uint64_t seed,
                                    const Baseline& own, std::optional<double> blurSigma) {
    std::vector<Baseline> baselines;
    for (const std::string& kind : listedWords(kinds))
        for (Baseline& baseline : baselinesOfKind(kind, input, randomCount, seed, own, blurSigma)) {
            if (std::ranges::find(baselines, baseline.name, &Baseline::name) != baselines.end())
                throw Error(ErrorCode::Argument, "baseline", "the baseline " + baseline.name + " is named twice",
                            "Name each once; black+white is both");
            baselines.push_back(std::move(baseline));
        }
    return baselines;
}

bool needsOwnImage(std::string_view kinds) {
    const std::vector<std::string> words = listedWords(kinds);
    return std::ranges::find(words, "own") != words.end();
}

} // namespace blurig
