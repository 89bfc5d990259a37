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

std::string size(const ArraySpec& spec) {
    std::string sizes = std::to_string(spec.layout.channels);
    std::string names;
    for (const Axis& axis : spec.layout.axes) {
        sizes += fmt::format(" x {}", axis.size);
        names += (names.empty() ? "" : " x ") + axis.name;
    }
    return fmt::format("{} ({})", sizes, names);
}

} // namespace

ArrayLayout layoutOf(const InputSpec& spec) {
    return std::visit([](const auto& kind) { return layout(kind); }, spec);
}

std::string sizeText(const InputSpec& spec) {
    return std::visit([](const auto& kind) { return size(kind); }, spec);
}

const PictureSpec& pictureSpec(const InputSpec& spec, const std::string& model) {
    if (const auto* picture = std::get_if<PictureSpec>(&spec))
        return *picture;
    throw Error(ErrorCode::ModelInput, model, fmt::format("takes arrays of {}, not pictures", sizeText(spec)),
                "Choose a model of pictures");
}

} // namespace blurig
