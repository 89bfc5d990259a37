// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/reading.h"
#include "core/record/choice.h"
#include "core/render/contact_sheet.h"
#include "core/render/look.h"
#include "core/render/sign_part.h"

#include <optional>
#include <string>

namespace blurig {

// How maps are drawn: the words of a DisplayChoice in values.
struct Display {
    const ColorMap* colors = nullptr; // fit the part
    ChannelReduction reduction = ChannelReduction::Absolute;
    SignPart part = SignPart::Absolute;
    double clipLowPercentile = 20;
    double clipPercentile = 99.5;
    LookKind look = LookKind::Region;
    double smoothing = 2; // px of 224
    double opacity = 1;
    double topArea = 20;

    Array plane(const Array& map) const;       // 1 x H x W, as it is painted: reduced, of the part, smoothed
    Array numbers(const Array& map) const;     // the same, not smoothed
    ClipRange range(const Array& plane) const; // of that plane
    Look drawing(const ClipRange& range) const;
    // For maps whose sign is theirs and no evidence (the LoG band): a region is drawn as pixels.
    Display ofValues() const;

    // The key to an attribution's colours: with the range's numbers or "low" and "high", and with what they mean for
    // the target ("supports tabby").
    SheetBar bar(const std::optional<ClipRange>& range, const std::string& target = {}) const;
    std::string description() const; // for a figure's footer
};

// Colours of another kind than the part's are the first that fit.
Display displayOf(const DisplayChoice& choice, Reading reading);

} // namespace blurig
