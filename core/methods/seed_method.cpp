// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/seed_method.h"

namespace blurig {

std::vector<std::string> methodIdsExcept(std::string_view id) {
    std::vector<std::string> ids;
    for (const Method* method : methods())
        if (method->id() != id)
            ids.push_back(method->id());
    return ids;
}

} // namespace blurig
