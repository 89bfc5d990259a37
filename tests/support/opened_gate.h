// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/opened_models.h"
#include "tests/support/gate_model.h"

#include <memory>
#include <utility>

namespace blurig::test {

// The models that engines of a test know without having opened them.
inline const std::shared_ptr<OpenedModels>& openedModels() {
    static const auto models = std::make_shared<OpenedModels>();
    return models;
}

// A gate model, as requests name it.
inline std::shared_ptr<const ModelInfo> openedGate(std::shared_ptr<Gate> gate, int size = 8) {
    return openedModels()->keep(gateModel(std::move(gate), size));
}

} // namespace blurig::test
