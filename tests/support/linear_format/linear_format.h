// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/network/network_format.h"

namespace blurig::test {

// A format as somebody else would add it: a linear model in JSON.
//   {"linear_model": {"grid": 4, "classes": 3, "weights": [...] or "file.bin", "batch": 1}, "card": {...}}
// The input is averaged over grid x grid cells (the inner value "cells"), and each class is a weighted sum of those: in
// the order classes, channels, rows, columns. A file holds the weights as float32. "batch" may be left out: any.
class LinearFormat final : public NetworkFormat {
public:
    ModelFileKind kind() const override { return {.format = "Linear", .endings = {"linear", "linear.json"}}; }
    std::unique_ptr<NetworkFile> open(NetworkSource& source, Device device) const override;
};

} // namespace blurig::test
