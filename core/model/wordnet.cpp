// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/wordnet.h"

#include "core/model/name_search.h"
#include "core/model/wordnet_table.h"

#include <algorithm>
#include <sstream>

namespace blurig {

namespace {

std::string_view takeUntil(std::string_view& text, char end) {
    const std::size_t length = std::min(text.find(end), text.size());
    const std::string_view part = text.substr(0, length);
    text.remove_prefix(std::min(length + 1, text.size()));
    return part;
}

} // namespace

const WordNet& WordNet::ofImageNet() {
    static const WordNet shared(wordNetTable());
    return shared;
}

WordNet::WordNet(std::string_view table) {
    while (!table.empty()) {
        std::string_view line = takeUntil(table, '\n');
        if (line.empty() || line.front() == '#')
            continue;
        const std::string id(takeUntil(line, '\t'));
        std::istringstream parents{std::string(takeUntil(line, '\t'))};
        Synset synset{.names = splitAtCommas(line), .parents = {}};
        for (std::string parent; parents >> parent;)
            synset.parents.push_back(parent);
        m_synsets.emplace(id, std::move(synset));
    }
}

const Synset* WordNet::find(std::string_view id) const {
    const auto found = m_synsets.find(id);
    return found == m_synsets.end() ? nullptr : &found->second;
}

std::set<std::string> WordNet::upwards(const std::string& id) const {
    std::set<std::string> reached;
    std::vector<std::string> waiting = {id};
    while (!waiting.empty()) {
        const std::string next = waiting.back();
        waiting.pop_back();
        const Synset* synset = find(next);
        if (synset && reached.insert(next).second)
            waiting.insert(waiting.end(), synset->parents.begin(), synset->parents.end());
    }
    return reached;
}

} // namespace blurig
