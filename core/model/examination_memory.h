// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/model_card.h"
#include "core/network/device.h"

#include <optional>
#include <string>

namespace blurig {

// Where examinations are remembered from one start of a program to the next. Safe to use from several threads.
class ExaminationMemory {
public:
    virtual ~ExaminationMemory() = default;
    virtual std::optional<std::string> find(const std::string& key) const = 0; // the text that was kept
    virtual void keep(const std::string& key, const std::string& text) = 0;    // throws Error
};

// Of all that an examination depends on: the file, what its card says of input and output, the device, and LibTorch.
std::string examinationKey(const std::string& fileSha256, const ModelCard& card, Device device);

} // namespace blurig
