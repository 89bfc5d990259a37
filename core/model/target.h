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

// The words of options and sessions: "softmax" (whatever the model's class score is), "logit", "log-prob". scoreName()
// says what the score is.
std::string_view name(Score score);
Score parseScore(std::string_view text); // "class-score", too, is ClassScore; throws Error (Argument)

struct WeightedClass {
    ClassIndex index = 0;
    double weight = 1.0;

    bool operator==(const WeightedClass&) const = default;
};

// F = sum over classes of weight x score: {tabby: 1}, {tabby: 1, tiger cat: -1}, all dogs.
struct Target {
    std::vector<WeightedClass> classes; // at least one, no index twice
    std::string words;                  // "any dog - tiger cat" where superclasses were named, else empty

    bool operator==(const Target& other) const { return classes == other.classes; }
};

// "top" (needs classScores), or a comma-separated list of INDEX, WordNet id, NAME or superclass ("any:dog", "any dog":
// every class that WordNet has under it), each with an optional leading '-'. A name is matched whole, or by one of its
// comma-separated synonyms, without case. A name that is itself a comma-separated list of the card ("tabby, tabby cat")
// is one class. A class with '-' is taken out of a superclass that holds it. "index:2" and "name:2" say how a number is
// read. Throws Error (Target): unknown (with near names), ambiguous (lists the indices, or both readings of a number),
// out of range.
Target parseTarget(std::string_view text, const ModelCard& card, ClassIndex classCount,
                   std::span<const float> classScores = {});

// The text by which parseTarget finds this class, whatever the classes of the model are called.
std::string indexTarget(ClassIndex index);

// "espresso", "tabby - tiger cat", "any dog"; the index where the card has no name. First synonym only.
std::string targetName(const Target& target, const ModelCard& card);
std::string className(ClassIndex index, const ModelCard& card);      // whole, "class 7" without names
std::string shortClassName(ClassIndex index, const ModelCard& card); // its first synonym: "tabby"

} // namespace blurig
