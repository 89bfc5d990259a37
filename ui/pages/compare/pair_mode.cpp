// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/pair_mode.h"

#include "ui/pages/compare/difference_mode.h"
#include "ui/pages/compare/flicker_mode.h"
#include "ui/pages/compare/swipe_mode.h"

#include <algorithm>
#include <array>

namespace blurig::ui {

std::span<const PairMode* const> pairModes() {
    static const FlickerMode flicker;
    static const SwipeMode swipe;
    static const DifferenceMode difference;
    static const std::array<const PairMode*, 3> all{&flicker, &swipe, &difference};
    return all;
}

const PairMode* findPairMode(std::string_view id) {
    const auto modes = pairModes();
    const auto found = std::ranges::find_if(modes, [id](const PairMode* mode) { return mode->id() == id; });
    return found == modes.end() ? nullptr : *found;
}

} // namespace blurig::ui
