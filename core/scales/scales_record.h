// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/json/json.h"
#include "core/model/model_card.h"
#include "core/model/target.h"
#include "core/scales/evolution.h"
#include "core/scales/octave_removal.h"
#include "core/scales/octave_split.h"
#include "core/scales/scale_density.h"

#include <string>
#include <vector>

namespace blurig {

Json numbersJson(const std::vector<double>& values); // a list

// What the command `scales` writes; snake_case keys, periods and sigmas in px of the model, null where a number does
// not exist.

// "bands": octave, period_from, period_to, sum (signed), sum_absolute (of the octave's map), sum_absolute_coefficients;
// "mean", "total", "method"; of one path over sigma "sigma_edges" and "matrix", a row an interval, a column a band.
Json octavesJson(const OctaveSplit& split, const std::string& method);

// "score_input", "logit_input"; "without", "only_up_to", "only_from": octave, score, logit, clipped (share of values
// outside the input's range) each; with `shapley`, its values by octave.
Json removalJson(const OctaveRemoval& removal, const OctaveShapley* shapley = nullptr);

// "labels": index, name, from, to of each stretch, from the input on; "second_last_label" or null; "top_classes".
// `position`: what from and to are, "sigma" or "1 - alpha".
Json evolutionJson(const Evolution& evolution, std::string_view position, const ModelCard& card);

// "cells": from_sigma, to_sigma, change, evidence, gap, and both per_log_sigma (null where it begins at 0), per_u and
// per_px; "bulk": share, from_sigma, to_sigma of the intervals that hold 50, 80 and 90 % of the change.
Json densityJson(const PathState& state);

} // namespace blurig
