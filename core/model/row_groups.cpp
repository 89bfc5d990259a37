// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/row_groups.h"

#include <algorithm>

namespace blurig {

std::vector<RowGroup> rowGroups(std::int64_t count, std::int64_t together) {
    std::vector<RowGroup> groups;
    for (std::int64_t first = 0; first < count; first += together) {
        const std::int64_t here = std::min(together, count - first);
        groups.push_back({first, here, here <= 2 ? std::min<std::int64_t>(2, together) : together});
    }
    return groups;
}

} // namespace blurig
