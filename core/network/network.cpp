// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/network.h"

#include "core/network/inner_forward.h"

namespace blurig {

InnerForward Network::forwardInside(const at::Tensor& input, const std::string& /*keep*/) const {
    return {.outputs = forward(input), .values = {}, .kept = {}};
}

} // namespace blurig
