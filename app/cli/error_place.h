// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <string>

namespace blurig {

// Computes what an option asks for; an error of core, which knows no options, is then told as that option's.
template <typename Compute> decltype(auto) asOption(const std::string& option, Compute compute) {
    try {
        return compute();
    } catch (const Error& error) {
        throw Error(error.code(), option, error.happened(), error.remedy());
    }
}

} // namespace blurig
