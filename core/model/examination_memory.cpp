// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/examination_memory.h"

#include "core/array/digest.h"

#include <torch/csrc/api/include/torch/version.h>

#include <span>

namespace blurig {

std::string examinationKey(const std::string& fileSha256, const ModelCard& card, Device device) {
    ModelCard decisive = card;
    decisive.name.clear();
    decisive.classNames.clear();
    decisive.wordNetIds.clear();
    decisive.source.clear();
    decisive.licence.clear();
    const std::string all =
        fileSha256 + '\n' + toJson(decisive) + '\n' + std::string(name(device)) + '\n' + TORCH_VERSION;
    return sha256Hex(std::as_bytes(std::span(all)));
}

} // namespace blurig
