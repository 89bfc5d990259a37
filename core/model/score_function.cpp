// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/score_function.h"

#include "core/error.h"

#include <ATen/ops/cat.h>
#include <ATen/ops/log_sigmoid.h>
#include <ATen/ops/log_softmax.h>
#include <ATen/ops/sigmoid.h>
#include <ATen/ops/softmax.h>
#include <ATen/ops/zeros_like.h>
#include <ATen/TensorOperators.h>

#include <cassert>
#include <limits>

namespace blurig {
namespace {

// One logit is the second of two classes: softmax of (0, x) is sigmoid(x).
at::Tensor asLogits(const at::Tensor& outputs, OutputKind kind) {
    return kind == OutputKind::OneLogit ? at::cat({at::zeros_like(outputs), outputs}, 1) : outputs;
}

bool givesProbabilities(OutputKind kind) {
    return kind == OutputKind::Probabilities || kind == OutputKind::Sigmoids;
}

at::Tensor logProbabilities(const at::Tensor& logits, OutputKind kind) {
    if (kind == OutputKind::MultiLabelLogits)
        return at::log_sigmoid(logits);
    if (givesProbabilities(kind)) // a probability that underflowed to 0 has no logarithm: the least float stands for it
        return logits.clamp_min(static_cast<double>(std::numeric_limits<float>::denorm_min())).log();
    return at::log_softmax(logits, 1);
}

at::Tensor scoresOf(const at::Tensor& outputs, Score score, OutputKind kind, const std::string& where) {
    const at::Tensor logits = asLogits(outputs, kind);
    switch (score) {
    case Score::ClassScore:
        return classScoresOf(outputs, kind);
    case Score::Logit:
        if (givesProbabilities(kind))
            throw Error(ErrorCode::Target, where, "gives probabilities, so there is no logit to explain",
                        "Choose the class score or log-prob");
        return logits;
    case Score::LogProbability:
        return logProbabilities(logits, kind);
    }
    return logits;
}

} // namespace

at::Tensor classScoresOf(const at::Tensor& outputs, OutputKind kind) {
    const at::Tensor logits = asLogits(outputs, kind);
    if (givesProbabilities(kind))
        return logits;
    return kind == OutputKind::MultiLabelLogits ? at::sigmoid(logits) : at::softmax(logits, 1);
}

at::Tensor targetScore(const at::Tensor& outputs, const Target& target, Score score, OutputKind kind,
                       const std::string& where) {
    assert(!target.classes.empty());
    const at::Tensor scores = scoresOf(outputs, score, kind, where);
    at::Tensor sum;
    for (const WeightedClass& weighted : target.classes) {
        const at::Tensor part = scores.select(1, weighted.index) * weighted.weight;
        sum = sum.defined() ? sum + part : part;
    }
    return sum;
}

} // namespace blurig
