// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/linear_format/linear_network.h"

#include "core/error.h"
#include "core/network/inner_forward.h"

#include <ATen/ops/adaptive_avg_pool2d.h>
#include <ATen/ops/matmul.h>

namespace blurig::test {

namespace {
constexpr const char* cellsName = "cells";
}

LinearNetwork::LinearNetwork(at::Tensor weights, std::optional<int> fixedBatch)
    : m_weights(std::move(weights))
    , m_fixedBatch(fixedBatch) {}

InnerForward LinearNetwork::forwardInside(const at::Tensor& input, const std::string& keep) const {
    if (m_fixedBatch && input.size(0) != *m_fixedBatch)
        throw Error(ErrorCode::ModelFailed, "linear model", "was given another batch than it takes", "None");
    const at::Tensor cells = at::adaptive_avg_pool2d(input, {m_weights.size(2), m_weights.size(3)});
    return {.outputs = {at::matmul(cells.flatten(1), m_weights.flatten(1).t())},
            .values = {{.name = cellsName, .operation = "average", .sizes = cells.sizes().vec()}},
            .kept = keep == cellsName ? cells : at::Tensor()};
}

std::vector<at::Tensor> LinearNetwork::forward(const at::Tensor& input) const {
    return forwardInside(input, {}).outputs;
}

Traits LinearNetwork::traits() const {
    return {.format = "Linear", .parameterCount = m_weights.numel(), .fixedBatch = m_fixedBatch, .outputs = {"scores"}};
}

} // namespace blurig::test
