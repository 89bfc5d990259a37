// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/compare/pair_mode.h"

namespace blurig::ui {

// A and B by turns at one place, so that what differs moves.
class FlickerMode final : public PairMode {
public:
    static constexpr const char* name = "flicker";

    const char* id() const override { return name; }
    QString label() const override;
    QString help() const override;
    void show(ImagePane& onto, const PanePair& pair, const PairGaze& gaze) const override;
};

} // namespace blurig::ui
