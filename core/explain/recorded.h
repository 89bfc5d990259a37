// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/subject.h"
#include "core/methods/method.h"
#include "core/record/choice.h"

#include <string>
#include <vector>

namespace blurig {

// The choice with what its subject settled: names and hashes of the files, colours, how the model runs, its
// card where that is not the file's own, and what this program computes with. With it, the same program computes the
// same bits again on the same machine.
Choice recorded(Choice choice, const Subject& subject);
PaneChoice recorded(PaneChoice pane, const MethodState& state); // what a run settled

std::string givenCard(const ModelInfo& model); // as a Choice has it; empty where the card is the file's own, or assumed
ComputedWith computedHere(Device device);

// What differs between where a choice was recorded and here, and by how much a map may differ for that: a sentence
// each, without full stop. `where` names its file.
std::vector<std::string> deviations(const ComputedWith& recorded, const ComputedWith& here, const std::string& where);

} // namespace blurig
