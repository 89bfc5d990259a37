// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/superclass.h"

#include "core/error.h"
#include "core/model/name_search.h"
#include "core/model/wordnet.h"
#include "core/trimmed.h"

#include <algorithm>
#include <map>

namespace blurig {

namespace {

constexpr std::size_t suggestionCount = 4;

using Members = std::map<std::string, std::vector<ClassIndex>>; // classes by the id of what is above them

Members membersOf(const ModelCard& card) {
    Members members;
    for (std::size_t i = 0; i < card.wordNetIds.size(); ++i)
        for (const std::string& id : WordNet::ofImageNet().upwards(card.wordNetIds[i]))
            members[id].push_back(static_cast<ClassIndex>(i));
    return members;
}

const std::vector<std::string>& namesOf(const std::string& id) {
    return WordNet::ofImageNet().find(id)->names;
}

std::string describe(const Members::value_type& member) {
    const std::size_t count = member.second.size();
    return "any:" + member.first + " (" + namesOf(member.first).front() + ", " + std::to_string(count) +
           (count == 1 ? " class)" : " classes)");
}

std::string joined(const std::vector<const Members::value_type*>& members) {
    std::string text;
    for (const Members::value_type* member : members)
        text += (text.empty() ? "" : ", ") + describe(*member);
    return text;
}

[[noreturn]] void failUnknown(std::string_view name, const Members& members) {
    std::vector<std::vector<std::string>> candidates;
    std::vector<const Members::value_type*> all;
    for (const Members::value_type& member : members) {
        candidates.push_back(namesOf(member.first));
        all.push_back(&member);
    }
    std::vector<const Members::value_type*> near;
    for (const std::size_t place : nearestNames(name, candidates, suggestionCount))
        near.push_back(all[place]);
    throw Error(ErrorCode::Target, "", "no superclass of the model's classes is called \"" + std::string(name) + "\"",
                "Near names: " + joined(near));
}

} // namespace

std::optional<std::string> superclassName(std::string_view text) {
    const std::string lower = folded(text);
    if (!lower.starts_with("any:") && !lower.starts_with("any "))
        return std::nullopt;
    return trimmed(std::string_view(trimmed(text)).substr(4));
}

Superclass findSuperclass(std::string_view name, const ModelCard& card) {
    const Members members = membersOf(card);
    if (members.empty())
        throw Error(ErrorCode::Target, "", "the classes of the model have no known WordNet ids, which \"any\" needs",
                    "Name the classes themselves, or add their \"wnids\" to the model card");
    const std::string wanted = folded(name);
    std::vector<const Members::value_type*> first;
    std::vector<const Members::value_type*> bySynonym;
    for (const Members::value_type& member : members) {
        const std::vector<std::string>& names = namesOf(member.first);
        const auto isWanted = [&wanted](const std::string& known) { return folded(known) == wanted; };
        if (member.first == wanted || isWanted(names.front()))
            first.push_back(&member);
        else if (std::ranges::any_of(names, isWanted))
            bySynonym.push_back(&member);
    }
    const std::vector<const Members::value_type*>& found = first.empty() ? bySynonym : first;
    if (found.empty())
        failUnknown(name, members);
    const auto sameClasses = [&](const Members::value_type* other) { return other->second == found.front()->second; };
    if (!std::ranges::all_of(found, sameClasses))
        throw Error(ErrorCode::Target, "",
                    "\"" + std::string(name) + "\" names " + std::to_string(found.size()) + " superclasses",
                    "Give an id: " + joined(found));
    return {
        .id = found.front()->first, .name = namesOf(found.front()->first).front(), .classes = found.front()->second};
}

std::vector<Superclass> superclassesOf(ClassIndex index, const ModelCard& card) {
    const auto place = static_cast<std::size_t>(index);
    if (place >= card.wordNetIds.size())
        return {};
    const Members members = membersOf(card);
    std::vector<Superclass> found;
    for (const std::string& id : WordNet::ofImageNet().upwards(card.wordNetIds[place])) {
        const std::vector<ClassIndex>& classes = members.at(id);
        if (classes.size() > 1 && classes.size() < card.wordNetIds.size())
            found.push_back({.id = id, .name = namesOf(id).front(), .classes = classes});
    }
    // Above one another, so that fewer classes are narrower; among equals the one with more above it is lower.
    std::ranges::sort(found, [](const Superclass& a, const Superclass& b) {
        const auto depth = [](const Superclass& of) { return WordNet::ofImageNet().upwards(of.id).size(); };
        return a.classes.size() != b.classes.size() ? a.classes.size() < b.classes.size() : depth(a) > depth(b);
    });
    const auto same = [](const Superclass& a, const Superclass& b) { return a.classes == b.classes; };
    found.erase(std::unique(found.begin(), found.end(), same), found.end());
    return found;
}

} // namespace blurig
