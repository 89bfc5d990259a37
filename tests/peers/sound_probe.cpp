// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audio/clip.h"
#include "core/audio/spectrogram.h"
#include "core/error.h"
#include "core/model/compute_scope.h"
#include "core/model/model_card.h"
#include "core/record/npy.h"
#include "tests/peers/probe_main.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <limits>
#include <string>
#include <vector>

// What a card of sounds makes of a clip.
// Usage: sound_probe CARD.json CLIP SAMPLES.npy WHOLE.npy
// Writes the samples at the card's rate and the whole spectrogram; prints JSON: how long the spectrogram took, at best.
using namespace blurig;

namespace {

double secondsAtBest(const Array& samples, const FrontEnd& frontEnd) {
    double best = std::numeric_limits<double>::infinity();
    for (int i = 0; i < 5; ++i) {
        const auto start = std::chrono::steady_clock::now();
        spectrogram(samples, frontEnd);
        best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

void run(const std::vector<std::string>& arguments) {
    const ComputeScope scope(1);
    std::ifstream card(arguments.at(0));
    const std::string text{std::istreambuf_iterator<char>(card), {}};
    const SoundSpec spec = soundSpec(parseModelCard(text, arguments.at(0)).input, arguments.at(0));
    const Clip clip = readClip(arguments.at(1), spec);
    writeNpy(arguments.at(2), clip.sound.samples);
    writeNpy(arguments.at(3), clip.whole);
    const nlohmann::json found{{"seconds", secondsAtBest(clip.sound.samples, *frontEndOf(spec))},
                               {"patches", clip.patches.size()}};
    std::cout << found.dump() << '\n';
}

} // namespace

int main(int count, char** words) {
    return probeMain(count, words, run);
}
