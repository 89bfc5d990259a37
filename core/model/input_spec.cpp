// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/input_spec.h"

#include "core/error.h"

#include <fmt/format.h>

namespace blurig {
namespace {

ArrayLayout layout(const PictureSpec& spec) {
    ArrayLayout result = pictureLayout(spec.channels, spec.height, spec.width);
    result.range = spec.range;
    return result;
}

ArrayLayout layout(const ArraySpec& spec) {
    return spec.layout;
}

std::string size(const PictureSpec& spec) {
    return fmt::format("{} x {}", spec.width, spec.height);
}

ArrayLayout layout(const SoundSpec& spec) {
    return layoutOf(spec);
}

std::string axesText(const ArrayLayout& layout) {
    std::string sizes = std::to_string(layout.channels);
    std::string names;
    for (const Axis& axis : layout.axes) {
        sizes += fmt::format(" x {}", axis.size);
        names += (names.empty() ? "" : " x ") + axis.name;
    }
    return fmt::format("{} ({})", sizes, names);
}

std::string size(const ArraySpec& spec) {
    return axesText(spec.layout);
}

std::string size(const SoundSpec& spec) {
    return axesText(layoutOf(spec));
}

} // namespace

ArrayLayout layoutOf(const InputSpec& spec) {
    return std::visit([](const auto& kind) { return layout(kind); }, spec);
}

std::string sizeText(const InputSpec& spec) {
    return std::visit([](const auto& kind) { return size(kind); }, spec);
}

std::string kindText(const InputSpec& spec) {
    if (std::holds_alternative<PictureSpec>(spec))
        return "pictures";
    return std::holds_alternative<SoundSpec>(spec) ? "sounds" : fmt::format("arrays of {}", sizeText(spec));
}

const PictureSpec& pictureSpec(const InputSpec& spec, const std::string& model) {
    if (const auto* picture = std::get_if<PictureSpec>(&spec))
        return *picture;
    throw Error(ErrorCode::ModelInput, model, fmt::format("takes {}, not pictures", kindText(spec)),
                "Choose a model of pictures");
}

const SoundSpec& soundSpec(const InputSpec& spec, const std::string& model) {
    if (const auto* sound = std::get_if<SoundSpec>(&spec))
        return *sound;
    throw Error(ErrorCode::ModelInput, model, fmt::format("takes {}, not sounds", kindText(spec)),
                "Choose a model of sounds");
}

} // namespace blurig
