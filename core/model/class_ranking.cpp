// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/class_ranking.h"

#include <algorithm>
#include <numeric>

namespace blurig {

std::vector<ClassIndex> bestClasses(std::span<const float> scores, std::size_t count) {
    std::vector<ClassIndex> order(scores.size());
    std::iota(order.begin(), order.end(), ClassIndex{0});
    const auto end = order.begin() + static_cast<std::ptrdiff_t>(std::min(count, order.size()));
    std::partial_sort(order.begin(), end, order.end(), [scores](ClassIndex first, ClassIndex second) {
        const float left = scores[static_cast<std::size_t>(first)];
        const float right = scores[static_cast<std::size_t>(second)];
        return left != right ? left > right : first < second;
    });
    order.erase(end, order.end());
    return order;
}

} // namespace blurig
