// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/choice.h"

#include <string>
#include <vector>

namespace blurig::ui {

inline constexpr const char* laboratoryPageId = "laboratory";
inline constexpr int laboratorySteps = 64; // places on each path, beside the input

// The laboratory's part of the choice.
struct LaboratoryChoice {
    static constexpr const char* rowSignal = "row";     // of the picture
    static constexpr const char* drawnSignal = "drawn"; // by hand

    std::string signal = "noise"; // one of blurig::testSignals, or one of these two
    int row = -1;                 // of the model's input; -1: the middle one
    int seed = 1;                 // of noise, as signal and as baseline
    std::vector<float> drawn = {};
    int step = 16; // place on the paths, 0 to laboratorySteps

    bool operator==(const LaboratoryChoice&) const = default;
};

LaboratoryChoice laboratoryChoiceOf(const Choice& choice); // what is unknown or makes no sense is left out
void setLaboratoryChoice(Choice& choice, const LaboratoryChoice& part);

} // namespace blurig::ui
