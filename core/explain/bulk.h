// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/method.h"
#include "core/path/bulk.h"

#include <optional>
#include <string>

namespace blurig {

// Where on the scales of a run the score changed: the interval of sigma (model pixels) that holds bulkShare of it, see
// bulkInterval(). None where the run has no path over sigma, or found no evidence.
std::optional<PositionInterval> bulkOf(const MethodState& state);

// The middle of the interval in log(1 + sigma/0.5), in model pixels.
double denseSigma(const PositionInterval& bulk);

// "Coming from blur, 80 % of the change of the score for espresso happens between sigma 3.4 and 0.48 px". It says where
// the score changes while the picture is sharpened, not which details the model needs.
std::string bulkSentence(const PositionInterval& bulk, const std::string& target);
// The same where sigma is not in px: `from` and `to` in words.
std::string bulkSentence(const std::string& target, const std::string& from, const std::string& to);

} // namespace blurig
