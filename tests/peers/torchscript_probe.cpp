// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/model/class_ranking.h"
#include "core/model/compute_scope.h"
#include "core/model/model.h"
#include "core/record/npy.h"
#include "tests/peers/probe_main.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <string>
#include <vector>

// Scores of many models for one input, and the gradient of the top logit, as examined and as filed.
// Usage: torchscript_probe INPUT.npy MODEL...
// INPUT is C x H x W in pixel space. Prints a JSON object: for each file, what was found, or the error in words.
using namespace blurig;

namespace {

using Json = nlohmann::json;

Json probe(const std::string& file, const Array& input, Freezing freezing) {
    try {
        const auto model = loadModel(file, {.freezing = freezing});
        const Array batch = asBatch(input);
        const Array scores = model->classScores(batch).front();
        Json found{{"execution", toText(model->execution())},
                   {"repeatable", model->examination().repeatable},
                   {"notes", model->notes()},
                   {"scores", scores.host()}};
        const Target top{{{bestClasses(scores.host(), 1).front(), 1.0}}};
        const Score score = model->card().output == OutputKind::Probabilities ? Score::ClassScore : Score::Logit;
        found["gradient"] = model->evaluate(batch, top, score).gradients.front().host();
        return found;
    } catch (const Error& error) {
        return {{"error", error.what()}};
    }
}

void run(const std::vector<std::string>& arguments) {
    const ComputeScope scope;
    const Array input = readNpy(arguments.at(0));
    Json all = Json::object();
    for (std::size_t i = 1; i < arguments.size(); ++i)
        all[arguments[i]] = {{"examined", probe(arguments[i], input, Freezing::Frozen)},
                             {"filed", probe(arguments[i], input, Freezing::AsFiled)}};
    std::cout << all.dump() << '\n';
}

} // namespace

int main(int count, char** words) {
    return probeMain(count, words, run);
}
