// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/opened_models.h"
#include "core/engine/request.h"
#include "core/engine/result_cache.h"
#include "core/explain/reference_models.h"

#include <functional>
#include <stop_token>

namespace blurig {

// Internal to the room: one request's way through the methods.
struct JobSurroundings {
    std::function<void(Answer, double progress)> publish; // what is known so far
    std::function<void()> letOthersRun;                   // at a batch boundary
    DeviceWish device = DeviceWish::Automatic;            // of models
    std::shared_ptr<ExaminationMemory> examinations;
    NetworkFormats formats;
    OpenedModels* models = nullptr;
    ResultCache* results = nullptr;
    ReferenceModels* references = nullptr;
    std::stop_token stop;
};

// Throws what the rooms throw; the worker's edge catches it.
Answer perform(const Request& request, const JobSurroundings& surroundings);

} // namespace blurig
