// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/page.h"

#include <vector>

namespace blurig::ui {

using PageList = std::vector<PageDescription>;

PageList pageList(); // the program's, in the order of the tabs

// The window's actions and those of its pages, in the order of the menus: the pages' lead the View menu. An action that
// several pages have is listed once.
std::vector<ActionSpec> actionsOf(const PageList& pages);

} // namespace blurig::ui
