// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/judged_method.h"
#include "core/evaluate/sound_metrics.h"
#include "core/explain/reference_models.h"
#include "core/methods/method.h"

#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace blurig {

// One method's map of one clip, judged.
struct SoundRow {
    std::string clip; // file
    std::string method;
    std::string target; // in words
    SoundMetrics metrics;
    int gradients = 0;
    double seconds = 0; // of its maps
};

// The sounds of a folder by name, in order of their names, without its folders; none where it has pictures as well.
std::vector<std::filesystem::path> soundsIn(const std::filesystem::path& folder);

// The clip's top class explained by each method, patch by patch; the maps of patches are joined. Throws Error, or
// Cancelled.
std::vector<SoundRow> judgeSound(const std::shared_ptr<const Model>& model, std::shared_ptr<const Clip> clip,
                                 std::span<const JudgedMethod> methods, ReferenceModels& references, MethodSink& sink,
                                 const std::stop_token& stop = {});

std::string soundTable(std::span<const SoundRow> rows); // CSV with a heading

} // namespace blurig
