// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/model.h"

namespace blurig {

// The scalar function that a path is integrated for.
struct Explained {
    const Model& model;
    const Target& target;
    Score score = Score::ClassScore;
};

} // namespace blurig
