// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/sign_part.h"

#include "core/error.h"
#include "core/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <vector>

namespace blurig {

namespace {

constexpr Words<SignPart, 4> partWords{{{SignPart::Signed, "signed"},
                                        {SignPart::Positive, "positive"},
                                        {SignPart::Negative, "negative"},
                                        {SignPart::Absolute, "absolute"}}};

template <typename Operation> Array mapped(const Array& plane, Operation operation) {
    const std::span<const float> values = plane.host();
    std::vector<float> result(values.size());
    std::transform(values.begin(), values.end(), result.begin(), operation);
    return Array::fromHost(plane.layout(), std::move(result));
}

} // namespace

std::string_view name(SignPart part) {
    return wordOf(partWords, part);
}

SignPart parseSignPart(std::string_view text) {
    if (const auto part = valueOf(partWords, text))
        return *part;
    throw Error(ErrorCode::Argument, "sign", fmt::format("there is no part \"{}\" of a map", text),
                "Choose " + listOf(partWords));
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
