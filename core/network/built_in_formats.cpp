// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/network_format.h"
#include "core/network/torchscript/torchscript_format.h"

namespace blurig {

const NetworkFormats& builtInFormats() {
    static const NetworkFormats formats{
        std::make_shared<const TorchScriptFormat>(),
    };
    return formats;
}

} // namespace blurig
