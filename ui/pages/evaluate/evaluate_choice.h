// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/runner.h"
#include "core/record/choice.h"

#include <string>

namespace blurig::ui {

inline constexpr const char* evaluatePageId = "evaluate";

// The Evaluate page's part of the choice: the words of the command `evaluate`.
struct EvaluateChoice {
    std::string folder = {};
    std::string annotations = {};                                                      // empty: XML beside the photos
    std::string methods = "blur-ig,ig:black,ig:random-4,ig:black+white,grad-cam,xrai"; // the paper's Table 1
    std::string metrics = "localisation";
    std::string out = {};
    int most = 0; // photos; 0: all

    bool operator==(const EvaluateChoice&) const = default;
};

EvaluateChoice evaluateChoiceOf(const Choice& choice);
void setEvaluateChoice(Choice& choice, const EvaluateChoice& part);

// Throws Error (Argument): a word that is not known, or no folder.
StudyRequest studyRequest(const EvaluateChoice& part);

} // namespace blurig::ui
