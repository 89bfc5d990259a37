// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/name_search.h"

#include "core/model/edit_distance.h"
#include "core/trimmed.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace blurig {

std::string folded(std::string_view text) {
    std::string lower = trimmed(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return c < 128 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c); });
    return lower;
}

std::vector<std::string> splitAtCommas(std::string_view text) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t comma = std::min(text.find(',', begin), text.size());
        parts.push_back(trimmed(text.substr(begin, comma - begin)));
        begin = comma + 1;
    }
    return parts;
}

std::vector<std::size_t> nearestNames(std::string_view name, std::span<const std::vector<std::string>> candidates,
                                      std::size_t count) {
    const std::string wanted = folded(name);
    std::vector<std::pair<std::size_t, std::size_t>> near;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        std::size_t best = std::string::npos;
        for (const std::string& synonym : candidates[i]) {
            const std::string candidate = folded(synonym);
            const bool part = candidate.find(wanted) != std::string::npos;
            best = std::min(best, part ? std::size_t{0} : editDistance(wanted, candidate));
        }
        near.emplace_back(best, i);
    }
    const std::size_t shown = std::min(count, near.size());
    std::partial_sort(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(shown), near.end());
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < shown; ++i)
        places.push_back(near[i].second);
    return places;
}

} // namespace blurig
