// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/agreement.h"
#include "core/record/choice.h"
#include "ui/widgets/image_pane.h"

#include <QString>

#include <optional>
#include <span>
#include <string_view>

namespace blurig::ui {

// Panes A and B as the grid has them; both have a picture.
struct PanePair {
    const ImagePane& a;
    const ImagePane& b;
    bool sharedRange = false; // their colours end at one range, in one unit
    DisplayChoice display;
    std::optional<Agreement> agreement; // none while it is not known
    QString agreementOf = {};           // "of smoothed magnitudes"
};

// Where the eye is; not kept.
struct PairGaze {
    bool atB = false;     // of the two that take turns
    double divider = 0.5; // 0..1 of the picture's width
};

// One way to look at A and B in one large pane.
class PairMode {
public:
    virtual ~PairMode() = default;

    virtual const char* id() const = 0; // of CompareChoice::view
    virtual QString label() const = 0;
    virtual QString help() const = 0;
    virtual bool hasDivider() const { return false; }
    virtual void show(ImagePane& onto, const PanePair& pair, const PairGaze& gaze) const = 0;
};

std::span<const PairMode* const> pairModes();      // in the order in which they are offered
const PairMode* findPairMode(std::string_view id); // null: all panes side by side, or another version's

} // namespace blurig::ui
