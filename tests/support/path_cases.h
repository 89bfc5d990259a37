// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/integrator.h"
#include "tests/support/script_model.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace blurig::test {

// A picture of deterministic, rough values in (0, 1).
Array roughPicture(std::int64_t channels, std::int64_t height, std::int64_t width, int seed = 1);
Array constantPicture(std::int64_t channels, std::int64_t height, std::int64_t width, float value);

// F is the expression's value, one a picture of the batch `x` ("x.flatten(1).sum(1)"); class 0 of two, score Logit.
// `w` may be used in it: 3 channels of rough weights in (-1, 1), as weights() gives them.
// Its batches have four rows, two or one: whatever their size, a row's bits are the same.
std::shared_ptr<const Model> scalarModel(const std::string& expression, const Array& like,
                                         Batching batching = Batching::Together);
std::shared_ptr<const Model> quadraticModel(const Array& like,
                                            Batching batching = Batching::Together); // the sum of w z^2
std::vector<double> weights(const Array& like);

// What the integrator is asked in most tests: class 0, with this score.
struct Run {
    std::shared_ptr<const Path> path;
    std::shared_ptr<const Model> model;
    Integration integration = {};
    Score score = Score::Logit;
    std::vector<std::shared_ptr<const PathNode>> known = {};
};
std::shared_ptr<const PathState> run(
    const Run& run, const PathStateSink& publish = [](const auto&) {});

// Largest difference of the map from what `expected` gives for each element, over the largest expected value.
double deviation(const Array& map, const std::vector<double>& expected);
std::vector<double> values(const Array& array);
bool finite(const PathState& state); // the map and every number of the completeness

} // namespace blurig::test
