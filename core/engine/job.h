// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/batch_policy.h"
#include "core/engine/request.h"
#include "core/engine/result_cache.h"

#include <functional>
#include <map>
#include <stop_token>
#include <string>

namespace blurig {

// Internal to the room: one request's way through the methods.
struct JobSurroundings {
    std::function<void(Answer, double progress)> publish; // what is known so far
    std::function<void()> letOthersRun;                   // at a batch boundary
    std::size_t memoryBudget = 0;                         // bytes for one batch
    DeviceWish device = DeviceWish::Automatic;            // of models
    ResultCache* results = nullptr;
    std::map<std::string, BatchPolicy>* batches = nullptr; // by model
    std::stop_token stop;
};

// Throws what the rooms throw; the worker's edge catches it.
Answer perform(const Request& request, const JobSurroundings& surroundings);

} // namespace blurig
