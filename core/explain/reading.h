// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <utility>

namespace blurig {

// What a word of a choice that this program does not know is: an Error, or the default (it may be another version's).
enum class Reading { Strict, Lenient };

template <typename Value, typename Parse> Value readWord(Reading reading, Value fallback, Parse parse) {
    try {
        return parse();
    } catch (const Error&) {
        if (reading == Reading::Strict)
            throw;
        return fallback;
    }
}

// Computes what a key of a choice asks for; an error that names no place names that key.
template <typename Compute> decltype(auto) atKey(const char* key, Compute compute) {
    try {
        return compute();
    } catch (const Error& error) {
        if (!error.where().empty())
            throw;
        throw Error(error.code(), key, error.happened(), error.remedy());
    }
}

} // namespace blurig
