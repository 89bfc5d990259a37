// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/class_index.h"
#include "core/model/model_card.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace blurig {

// Which function of the outputs is explained. ClassScore is softmax for logits, the value itself for probabilities and
// sigmoids, sigmoid for multi-label logits. Logit of a model that gives probabilities is an error.
enum class Score { ClassScore, Logit, LogProbability };

std::string_view name(Score score); // "softmax", "logit", "log-prob"
Score parseScore(std::string_view text);

struct WeightedClass {
    ClassIndex index = 0;
    double weight = 1.0;

    bool operator==(const WeightedClass&) const = default;
};

// F = sum over classes of weight x score: {tabby: 1}, {tabby: 1, tiger cat: -1}, all dogs.
struct Target {
    std::vector<WeightedClass> classes; // at least one, no index twice

    bool operator==(const Target&) const = default;
};

// "top" (needs classScores), or a comma-separated list of INDEX, WordNet id or NAME, each with an optional leading '-'.
// A name is matched whole, or by one of its comma-separated synonyms, without case. A name that is itself a
// comma-separated list of the card ("tabby, tabby cat") is one class. Throws Error (Target): unknown (with near names),
// ambiguous (lists the indices), out of range.
Target parseTarget(std::string_view text, const ModelCard& card, ClassIndex classCount,
                   std::span<const float> classScores = {});

// "espresso", "tabby - tiger cat"; the index where the card has no name. First synonym only.
std::string targetName(const Target& target, const ModelCard& card);
std::string className(ClassIndex index, const ModelCard& card); // whole, "class 7" without names

} // namespace blurig
