// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/model_card.h"
#include "core/model/output_rows.h"
#include "core/network/execution.h"
#include "core/network/gradient_stop.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace blurig {

class NetworkFile;

// Whether the top output of a network has a gradient with respect to its input.
enum class GradientState { Exists, None, Zero, NotFinite };

// What a few runs of a network on fixed pictures showed, before any number of it is used. Execution::reference() is the
// measure of all: one picture alone, contiguous, unfrozen.
struct Examination {
    Execution execution; // the fastest that agrees with the reference
    OutputRows outputRows = OutputRows::Pictures;
    bool repeatable = true; // two equal runs agree; else no number of the model can be trusted
    bool sumsToOne = false; // its logits are said to be logits, and are probabilities
    GradientState gradient = GradientState::Exists;
    GradientStop gradientStop = {"gives scores that do not depend on its input by a gradient",
                                 "Export it without detach(), argmax or no_grad around its layers"}; // if there is none
    double scoreDeviation = 0;         // of the execution from the reference: largest difference of a score
    double gradientDeviation = 0;      // relative L2
    std::vector<std::string> findings; // all that is not usual, a sentence each, without full stop

    bool operator==(const Examination&) const = default;
};

// The greatest deviations from the reference at which an execution is kept, and two runs count as equal.
inline constexpr double scoreTolerance = 1e-4;
inline constexpr double gradientTolerance = 0.02;
inline constexpr double repeatTolerance = 1e-6;

// What is being done, and its share of the whole from 0 to 1.
using ExaminationProgress = std::function<void(const std::string& step, double done)>;

// The pictures are made from the card's size, so that the result never depends on what a user opened first. Costs at
// most about twelve gradients. Throws Error where the reference itself does not run, Cancelled once the stop token is
// set.
Examination examine(const NetworkFile& file, const ModelCard& card, const std::string& where,
                    const ExaminationProgress& progress = {}, const std::stop_token& stop = {});

// JSON, for the memory of examinations and for records.
Json examinationJson(const Examination& examination);
std::string toJson(const Examination& examination);
std::optional<Examination> parseExamination(std::string_view json); // none where it is not one of this version

} // namespace blurig
