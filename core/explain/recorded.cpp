// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/recorded.h"

#include "core/explain/crop_words.h"
#include "core/explain/sound_choice.h"
#include "core/explain/versions.h"
#include "core/path/integrator.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace blurig {

std::string givenCard(const ModelInfo& model) {
    return model.cardOrigin == CardOrigin::GivenByUser ? lineOf(cardJson(model.card)) : std::string();
}

ComputedWith computedHere(Device device) {
    return {.libtorch = std::string(versions().libtorch),
            .device = device == Device::Cuda ? "cuda" : "cpu",
            .startNodes = Integration::startNodes,
            .roundSize = Integration::roundSize};
}

Choice recorded(Choice choice, const Subject& subject) {
    if (!subject.picture.empty()) {
        choice.picture = subject.picture.name();
        choice.pictureSha256 = subject.picture.sha256();
        choice.colours = name(subject.picture.colours());
        choice.crop = choiceOf(subject.crop);
    }
    if (subject.clip) {
        choice.picture = subject.clip->sound.name;
        choice.pictureSha256 = subject.clip->sound.sha256;
        write(SoundChoice{.patch = subject.patch, .blurred = subject.blurred}, choice);
    }
    if (subject.model) {
        const ModelInfo& model = *subject.model;
        choice.model = model.file;
        choice.modelSha256 = model.sha256;
        choice.unfrozen = model.asFiled;
        choice.execution = toText(model.execution);
        choice.card = givenCard(model);
        choice.computedWith = computedHere(model.network.device);
    }
    return choice;
}

PaneChoice recorded(PaneChoice pane, const MethodState& state) {
    pane.baselineSha256 = state.ownBaselineSha256;
    return pane;
}

std::vector<std::string> deviations(const ComputedWith& recorded, const ComputedWith& here, const std::string& where) {
    std::vector<std::string> notes;
    if (recorded.libtorch.empty())
        return notes;
    if (recorded.libtorch != here.libtorch || recorded.device != here.device)
        notes.push_back(fmt::format("{} was computed with LibTorch {} ({}), here it is LibTorch {} ({}): maps can "
                                    "differ by the rounding of float32, 0.05 to 0.4 %",
                                    where, recorded.libtorch, recorded.device, here.libtorch, here.device));
    if (recorded.startNodes != here.startNodes || recorded.roundSize != here.roundSize)
        notes.push_back(fmt::format("{} was computed with other constants of the adaptive schedule ({} start nodes, {} "
                                    "intervals a round, here {} and {}): its maps can differ by 3 to 5 %",
                                    where, recorded.startNodes, recorded.roundSize, here.startNodes, here.roundSize));
    return notes;
}

} // namespace blurig
