// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/audio/clip.h"
#include "core/model/model.h"

#include <span>
#include <stop_token>
#include <string_view>

namespace blurig {

// How well a mask on the magnitudes of the short-time Fourier transform explains a score, by the definitions of L-MAC
// (Paissan, Ravanelli, Subakan 2024). p is the score of the clip, o that of the masked clip.
struct SoundMetrics {
    double score = 0;           // p
    double maskedScore = 0;     // o
    double restScore = 0;       // of the clip without the masked part
    double increase = 0;        // AI: 100 where o > p, else 0
    double drop = 0;            // AD: 100 max(0, p - o) / p; 0 where p = 0
    double gain = 0;            // AG: 100 max(0, o - p) / (1 - p); 0 where p = 1
    double faithfulness = 0;    // FF: p less the score of the rest
    bool inputFidelity = false; // Fid-In: the masked clip has the same top class
    double sparseness = 0;      // Gini index of the mask, 0 (even) to 1
    double complexity = 0;      // entropy of the mask, in nats
};

double giniIndex(std::span<const float> values); // of magnitudes; 0 where all are 0
double entropy(std::span<const float> values);   // of magnitudes as shares of their sum, in nats; 0 where all are 0

// What tables and summaries give, in their order.
struct SoundFigure {
    std::string_view name; // "AI"
    double (*of)(const SoundMetrics&);
};
std::span<const SoundFigure> soundFigures();

// The map is the whole clip's, of a model of spectrograms; `scores` is the clip's, the mean over its patches. Throws
// Error: ModelInput where the model takes no spectrograms.
SoundMetrics soundMetrics(const Model& model, const Clip& clip, const Array& scores, const Array& map,
                          const Target& target, const std::stop_token& stop = {});

} // namespace blurig
