// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/console.h"
#include "app/cli/output_folder.h"
#include "core/evaluate/judged_method.h"
#include "core/model/model.h"

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace blurig {

// `evaluate FOLDER` of sounds: the metrics of L-MAC for each clip and method, as rows.csv and means. A clip that cannot
// be used is told and left out: AlreadyReported at the end. Throws Error, or Cancelled.
void evaluateSounds(Console& console, OutputFolder& out, const std::vector<std::filesystem::path>& files,
                    std::span<const JudgedMethod> methods, const std::shared_ptr<const Model>& model);

} // namespace blurig
