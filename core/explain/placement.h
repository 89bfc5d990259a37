// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/choice.h"

namespace blurig {

// The choice on the page that can show it. The Explore page follows a path through scales; a first pane whose method
// has none (a figure of `blurig attribute --method ig`) goes to the Compare page with what stands beside it, and
// Explore gets its default.
Choice placed(Choice choice);

} // namespace blurig
