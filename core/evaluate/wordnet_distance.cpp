// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/wordnet_distance.h"

#include "core/model/wordnet.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <map>

namespace blurig {

namespace {

enum class Parents { All, First };

// Steps to everything above, itself at 0.
std::map<std::string, int> stepsUp(const std::string& id, Parents which) {
    std::map<std::string, int> steps{{id, 0}};
    std::deque<std::string> waiting{id};
    while (!waiting.empty()) {
        const std::string next = waiting.front();
        waiting.pop_front();
        const Synset* synset = WordNet::ofImageNet().find(next);
        if (synset == nullptr)
            continue;
        const std::size_t count =
            which == Parents::All ? synset->parents.size() : std::min<std::size_t>(1, synset->parents.size());
        for (std::size_t i = 0; i < count; ++i)
            if (steps.emplace(synset->parents[i], steps.at(next) + 1).second)
                waiting.push_back(synset->parents[i]);
    }
    return steps;
}

std::optional<int> distance(const std::string& a, const std::string& b, Parents which) {
    const auto above = stepsUp(a, which);
    int least = std::numeric_limits<int>::max();
    for (const auto& [id, steps] : stepsUp(b, which))
        if (const auto common = above.find(id); common != above.end())
            least = std::min(least, steps + common->second);
    return least == std::numeric_limits<int>::max() ? std::nullopt : std::optional(least);
}

} // namespace

std::optional<WordNetDistance> wordNetDistance(const std::string& a, const std::string& b) {
    const WordNet& wordNet = WordNet::ofImageNet();
    if (wordNet.find(a) == nullptr || wordNet.find(b) == nullptr)
        return std::nullopt;
    const auto steps = distance(a, b, Parents::All);
    const auto first = distance(a, b, Parents::First);
    if (!steps || !first)
        return std::nullopt;
    return WordNetDistance{*steps, *first};
}

} // namespace blurig
