// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/placement.h"

#include "core/methods/method.h"

#include <utility>

namespace blurig {

Choice placed(Choice choice) {
    const Method* method = findMethod(choice.panes.front().method);
    if (!method || method->abilities().scales)
        return choice;
    const DisplayChoice display = choice.panes.front().display;
    if (choice.page == "explore") {
        choice.page = "compare";
        choice.compare.panes = std::exchange(choice.panes, {});
        choice.compare.a.reset();
        choice.compare.b.reset();
    }
    choice.panes = {PaneChoice{.display = display}};
    return choice;
}

} // namespace blurig
