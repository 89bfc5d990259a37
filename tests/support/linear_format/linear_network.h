// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/network/network.h"

#include <ATen/core/Tensor.h>

#include <optional>

namespace blurig::test {

class LinearNetwork final : public Network {
public:
    LinearNetwork(at::Tensor weights, std::optional<int> fixedBatch); // classes x channels x rows x columns

    std::vector<at::Tensor> forward(const at::Tensor& input) const override;
    InnerForward forwardInside(const at::Tensor& input, const std::string& keep) const override;
    Traits traits() const override;

private:
    at::Tensor m_weights;
    std::optional<int> m_fixedBatch;
};

} // namespace blurig::test
