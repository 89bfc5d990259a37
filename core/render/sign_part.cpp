// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/sign_part.h"

#include "core/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <vector>

namespace blurig {

namespace {

template <typename Operation> Array mapped(const Array& plane, Operation operation) {
    const std::span<const float> values = plane.host();
    std::vector<float> result(values.size());
    std::transform(values.begin(), values.end(), result.begin(), operation);
    return Array::fromHost(plane.layout(), std::move(result));
}

} // namespace

std::string_view name(SignPart part) {
    switch (part) {
    case SignPart::Signed:
        return "signed";
    case SignPart::Positive:
        return "positive";
    case SignPart::Negative:
        return "negative";
    case SignPart::Absolute:
        return "absolute";
    }
    return "";
}

SignPart parseSignPart(std::string_view text) {
    for (const SignPart part : signParts)
        if (name(part) == text)
            return part;
    throw Error(ErrorCode::Argument, "sign", fmt::format("there is no part \"{}\" of a map", text),
                "Choose signed, positive, negative or absolute");
}

Array signPart(const Array& plane, SignPart part) {
    assert(plane.channels() == 1);
    switch (part) {
    case SignPart::Signed:
        break;
    case SignPart::Positive:
        return mapped(plane, [](float value) { return value > 0.0F ? value : 0.0F; });
    case SignPart::Negative:
        return mapped(plane, [](float value) { return value < 0.0F ? -value : 0.0F; });
    case SignPart::Absolute:
        return mapped(plane, [](float value) { return std::abs(value); });
    }
    return plane;
}

SignPart shownPart(SignPart wish, ChannelReduction reduction) {
    return reduction == ChannelReduction::Absolute ? SignPart::Absolute : wish;
}

ColorMap::Kind colorsFor(SignPart part) {
    return part == SignPart::Signed ? ColorMap::Kind::Diverging : ColorMap::Kind::Sequential;
}

} // namespace blurig
