// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/explain.h"

#include <string>

namespace blurig {

// An explanation in words, for a terminal and the lines of a figure.
std::string targetText(const Explanation& explanation);       // "espresso (967)"
std::string scoreText(const Explanation& explanation);        // "softmax"
std::string completenessText(const Explanation& explanation); // one line; of a method without a gap F(input) and cost
std::string noEvidenceText(const Explanation& explanation);   // why nothing is drawn and what to do; else empty
std::string
bulkText(const Explanation& explanation); // where the score changes, a sentence; empty without a path over sigma
std::string headline(const Explanation& explanation); // noEvidenceText(), else completenessText()

} // namespace blurig
