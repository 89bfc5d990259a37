// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/two_axes.h"

#include "core/error.h"

#include <fmt/format.h>

namespace blurig {

void requireTwoAxes(const ArrayLayout& input, const std::string& method) {
    if (input.axes.size() != 2)
        throw Error(ErrorCode::Argument, method,
                    fmt::format("needs an input of two axes, and this has {}", input.axes.size()),
                    "Choose another method");
}

} // namespace blurig
