// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/compare/pair_mode.h"

namespace blurig::ui {

// A to the left of a divider, B to its right.
class SwipeMode final : public PairMode {
public:
    static constexpr const char* name = "swipe";

    const char* id() const override { return name; }
    QString label() const override;
    QString help() const override;
    bool hasDivider() const override { return true; }
    void show(ImagePane& onto, const PanePair& pair, const PairGaze& gaze) const override;
};

} // namespace blurig::ui
