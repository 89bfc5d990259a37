// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace blurig {

struct Synset {
    std::vector<std::string> names;   // "dog", "domestic dog", "Canis familiaris"
    std::vector<std::string> parents; // ids of its direct hypernyms; a dog is a canine and a domestic animal
};

// The nouns of WordNet 3.0 that the 1000 classes of ImageNet and everything above them are (resources/wordnet).
class WordNet {
public:
    static const WordNet& ofImageNet();
    explicit WordNet(std::string_view table); // lines of id, parents and names, as make_hypernyms.py writes them

    const Synset* find(std::string_view id) const; // null when it is not there
    std::set<std::string>
    upwards(const std::string& id) const; // the id and all above it, by every parent; none unknown

private:
    std::map<std::string, Synset, std::less<>> m_synsets;
};

} // namespace blurig
