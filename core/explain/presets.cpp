// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/presets.h"

#include "core/record/look_defaults.h"

#include <algorithm>
#include <cassert>

namespace blurig {

namespace {

PaneChoice pane(const char* method, std::map<std::string, std::string> parameters = {}) {
    return {.method = method, .parameters = std::move(parameters), .baselinePicture = {}, .display = {}};
}

PaneChoice ig(const char* baseline) {
    return pane("ig", {{"baseline", baseline}});
}

DisplayChoice fig8Display() {
    DisplayChoice display = displayOfLook("overlay");
    display.colorMap = std::string("red-green");
    return display;
}

} // namespace

std::span<const ComparePreset> comparePresets() {
    static const std::vector<ComparePreset> presets = {
        {"fig-3", "Fig 3: Grad-CAM, IG (random), Blur IG", {pane("grad-cam"), ig("random"), pane("blur-ig")}, {}},
        {"table-1",
         "Table 1: all six methods",
         {pane("xrai"), pane("grad-cam"), ig("random"), ig("black"), ig("black+white"), pane("blur-ig")},
         {}},
        {"fig-7", "Fig 7: IG (greyscale), IG (black), Blur IG", {ig("grey"), ig("black"), pane("blur-ig")}, {}},
        {"fig-8",
         "Fig 8: green and red over the photo",
         {pane("grad-cam", {{"signed", "true"}}), ig("random"), pane("blur-ig")},
         fig8Display()},
    };
    return presets;
}

void applyPreset(Choice& choice, std::string_view id) {
    const auto presets = comparePresets();
    const auto found = std::ranges::find_if(presets, [&id](const ComparePreset& preset) { return id == preset.id; });
    assert(found != presets.end());
    choice.compare.panes = found->panes;
    choice.compare.a.reset();
    choice.compare.b.reset();
    choice.compare.display = found->display;
}

} // namespace blurig
