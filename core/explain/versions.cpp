// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/versions.h"

#include <opencv2/core/version.hpp>
#include <torch/version.h>

namespace blurig {

Versions versions() {
    return {.blurig = BLURIG_VERSION, .libtorch = TORCH_VERSION, .opencv = CV_VERSION};
}

} // namespace blurig
