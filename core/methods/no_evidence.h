// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/target.h"

#include <cstddef>
#include <optional>
#include <string>

namespace blurig {

struct MethodState;

// Why a map that was computed is not to be painted as evidence: its colours would show rounding, or nothing.
struct NoEvidence {
    enum class Reason {
        FlatScore, // F is the same at all places of the path: its range is at most a millionth of |F|
        FaintMap,  // the map's magnitudes sum to less than a millionth of the greatest |F| that the run saw
        ZeroMap,
        NothingFor, // the same of a method that keeps only what speaks for the target
    };
    Reason reason = Reason::ZeroMap;
    std::size_t places = 0; // of the paths, where F was evaluated
    double score = 0;       // the greatest |F|, with its sign
    double magnitude = 0;   // of the map, summed over pixels and channels

    bool operator==(const NoEvidence&) const = default;
};

// Of a state with a map. Equal scores at both ends alone are no reason: they only make the sum zero.
std::optional<NoEvidence> noEvidence(const MethodState& state);

// The F of greatest |F| that the run saw.
double greatestScore(const MethodState& state);

std::string_view name(NoEvidence::Reason reason); // "flat-score", "faint-map", "zero-map", "nothing-for"
std::string wordsOf(const NoEvidence& found);     // "the score is 1 at all 24 places of the path: ..."

// The score to explain instead, that does not saturate; none where the model has no better one.
std::optional<Score> scoreToTry(Score score, const Target& target, OutputKind output);

} // namespace blurig
