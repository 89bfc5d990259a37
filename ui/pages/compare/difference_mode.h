// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/compare/pair_mode.h"

namespace blurig::ui {

// A - B, pixel by pixel: each divided by the end of its own colours, so that methods of different units compare; as it
// is where the colours have one range. Maps of different pixels have none, and the pane says so.
class DifferenceMode final : public PairMode {
public:
    static constexpr const char* name = "difference";

    const char* id() const override { return name; }
    QString label() const override;
    QString help() const override;
    void show(ImagePane& onto, const PanePair& pair, const PairGaze& gaze) const override;
};

} // namespace blurig::ui
