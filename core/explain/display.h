// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/reading.h"
#include "core/record/choice.h"
#include "core/render/contact_sheet.h"
#include "core/render/map_drawing.h"
#include "core/render/sign_part.h"

#include <optional>
#include <string>

namespace blurig {

// How maps are drawn: the words of a DisplayChoice in values.
struct Display {
    const ColorMap* colors = nullptr; // fit the part
    ChannelReduction reduction = ChannelReduction::Sum;
    SignPart part = SignPart::Signed;
    double clipLowPercentile = 0;
    double clipPercentile = 99;
    DrawingStyle style = DrawingStyle::Map;
    double opacity = 0.8;
    double topArea = 20;

    Array plane(const Array& map) const;       // 1 x H x W: reduced, and of the part
    ClipRange range(const Array& plane) const; // of that plane
    MapDrawing drawing(const ClipRange& range) const;

    // The key to an attribution's colours: with the range's numbers or "low" and "high", and with what they mean for
    // the target ("supports tabby").
    SheetBar bar(const std::optional<ClipRange>& range, const std::string& target = {}) const;
    std::string description() const; // for a figure's footer
};

// Colours of another kind than the part's are the first that fit.
Display displayOf(const DisplayChoice& choice, Reading reading);

} // namespace blurig
