// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/choice.h"

namespace blurig {

bool sameComputation(const PaneChoice& a, const PaneChoice& b) {
    return a.method == b.method && a.parameters == b.parameters && a.baselinePicture == b.baselinePicture &&
           a.target == b.target && a.model == b.model;
}

} // namespace blurig
