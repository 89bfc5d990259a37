// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/model.h"
#include "core/path/sink.h"

#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace blurig {

// The paths whose labels are compared (section 5.1): blur, IG's from black, IG's from one random picture.
enum class LabelPath { Blur, Black, Random };
std::string_view name(LabelPath path); // "blur-ig", "ig:black", "ig:random"

// The last label before the input's, coming from the far end.
struct SecondLastLabel {
    LabelPath path = LabelPath::Blur;
    std::optional<ClassIndex> label; // none where the label never changes
    double position = 0;             // of that change: sigma, or 1 - alpha
};

inline constexpr int labelPlaces = 48; // on each path, even in log(1 + sigma/0.5) or in alpha, both ends included

// Blur goes to sigma max(H, W). Each change of label is bisected to 1 % of its sigma, or to 0.001 of alpha; between two
// places of one label no other is looked for. Throws Error, or Cancelled once the stop token is set.
std::vector<SecondLastLabel> secondLastLabels(const Model& model, const Array& input, Sink& sink,
                                              const std::stop_token& stop = {});

} // namespace blurig
