// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace blurig {

// A baseline of IG, in z's space.
struct Baseline {
    std::string name;        // "black", "random 2 of 4 (seed 7)"
    Array image;             // layout of the input
    std::string sha256 = {}; // of its file, where it comes from one
};

struct BaselineKind {
    std::string id;    // "black", "white", "black+white", "random", "grey", "mean", "blurred", "own"
    std::string label; // "black + white, averaged"
};

const std::vector<BaselineKind>& baselineKinds();

// The images of one kind or a list of kinds ("black,white,random"); all that they make are averaged with equal weights.
// Black is the range's low end, white its high end, random uniform between (same seed, same image on every machine),
// grey the input's luma (of three channels, Rec. 601; of others their mean), blurred the input at blurSigma px, by
// default 10 % of its width. Throws Error (Argument): unknown kind, an image made twice, "own" without an image or of
// another size.
std::vector<Baseline> makeBaselines(std::string_view kinds, const Array& input, int randomCount, std::uint64_t seed,
                                    const Baseline& own, std::optional<double> blurSigma = {});

bool needsOwnImage(std::string_view kinds); // "own" is among them

} // namespace blurig
