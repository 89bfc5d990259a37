// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/network.h"

#include "core/network/inner_forward.h"
#include "core/network/torchscript/torchscript_format.h"

#include <array>

namespace blurig {

InnerForward Network::forwardInside(const at::Tensor& input, const std::string& /*keep*/) const {
    return {.outputs = forward(input), .values = {}, .kept = {}};
}

std::span<const NetworkFormat* const> networkFormats() {
    static const TorchScriptFormat torchScript;
    static const std::array<const NetworkFormat*, 1> formats{&torchScript};
    return formats;
}

} // namespace blurig
