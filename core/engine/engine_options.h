// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/opened_models.h"
#include "core/model/examination_memory.h"
#include "core/network/device.h"
#include "core/network/network_format.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <thread>

namespace blurig {

struct EngineOptions {
    int threads = 0;                                           // of the model; 0: as many as the machine has cores
    DeviceWish device = DeviceWish::Automatic;                 // of the models that it opens
    std::shared_ptr<ExaminationMemory> examinations = nullptr; // of the models that it opens
    NetworkFormats formats = builtInFormats();                 // of the models that it opens
    std::shared_ptr<OpenedModels> models = nullptr;            // in which it keeps them; null: of its own
    // Called after a lane was told something, on whichever thread told it; must return at once (post an event).
    std::function<void()> wake = [] {};
    std::size_t memoryBudget = 0; // bytes, half of it for kept results; 0: a quarter of the machine
    // Whether holdOff() holds; by default where the model's threads leave no core for a window.
    bool sharesCores = std::thread::hardware_concurrency() < 4;
};

} // namespace blurig
