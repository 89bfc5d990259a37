// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/parameter.h"
#include "core/record/choice.h"

namespace blurig::ui {

// "Go on": twice the gradients that the run was allowed.
void enlargeBudget(PaneChoice& pane, const Parameters& ran);

} // namespace blurig::ui
