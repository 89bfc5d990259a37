// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <algorithm>
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

// The same where the error's place is one of these keys of a choice: "target" is --target.
template <typename Keys, typename Compute> decltype(auto) asOptions(const Keys& keys, Compute compute) {
    try {
        return compute();
    } catch (const Error& error) {
        if (std::ranges::find(keys, error.where()) == std::ranges::end(keys))
            throw;
        throw Error(error.code(), "--" + error.where(), error.happened(), error.remedy());
    }
}

} // namespace blurig
