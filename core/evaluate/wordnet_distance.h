// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>

namespace blurig {

// How far two nouns of WordNet 3.0 are apart: the least d(a, c) + d(b, c) over all c above both, d the least number of
// steps from a noun to its hypernyms, instances included. The paper calls WordNet a tree, in which a noun has one
// parent: with the first of each noun's alone, a third of the pairs are further apart.
struct WordNetDistance {
    int steps = 0;
    int firstParentSteps = 0; // by the first hypernym of each noun
};

// By ids of ImageNet's classes; none where one is unknown.
std::optional<WordNetDistance> wordNetDistance(const std::string& a, const std::string& b);

} // namespace blurig
