// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/own_baseline.h"
#include "core/explain/reading.h"
#include "core/explain/subject.h"
#include "core/image/colour_conversion.h"
#include "core/methods/method.h"
#include "core/record/choice.h"

#include <string>

namespace blurig {

// A choice's words in values. Strict, a word that this program does not know is an Error (Argument, Target) whose place
// is the choice's key ("target", "score", "crop", "colours", "execution") or the parameter's; lenient, it is the
// default.

ColourConversion coloursOf(const Choice& choice, Reading reading);

// How a choice, or a pane with a model of its own, wants its model opened; the device and the memory are the host's.
ModelOptions modelOptionsOf(const Choice& choice, Reading reading);
ModelOptions modelOptionsOf(const PaneChoice& pane, Reading reading);

// One pane's computation.
struct Run {
    const Method* method = nullptr;
    Parameters parameters;
    std::string targetText; // as chosen: "top", "967"
    Target target;
    Score score = Score::ClassScore;
    OwnBaselineFile ownBaseline;
};

// What a pane's computation means for a subject; the pane's own target wins over the choice's.
Run resolve(const Choice& choice, const PaneChoice& pane, const Subject& subject);

} // namespace blurig
