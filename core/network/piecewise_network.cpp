// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/piecewise_network.h"

#include "core/error.h"
#include "core/network/inner_forward.h"

#include <ATen/ops/cat.h>
#include <ATen/TensorOperators.h>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace blurig {

PiecewiseNetwork::PiecewiseNetwork(std::unique_ptr<Network> whole, std::string where)
    : m_whole(std::move(whole))
    , m_where(std::move(where))
    , m_rows(m_whole->traits().fixedBatch.value()) {}

at::Tensor PiecewiseNetwork::piece(const at::Tensor& input, std::int64_t first) const {
    const std::int64_t count = std::min(m_rows, input.size(0) - first);
    std::vector<at::Tensor> parts{input.narrow(0, first, count)};
    parts.resize(static_cast<std::size_t>(1 + m_rows - count), input.narrow(0, first + count - 1, 1));
    return parts.size() == 1 ? parts.front() : at::cat(parts);
}

void PiecewiseNetwork::addFurther(std::vector<std::vector<at::Tensor>>& pieces, const at::Tensor& input) const {
    for (auto first = m_rows * static_cast<std::int64_t>(pieces.size()); first < input.size(0); first += m_rows)
        pieces.push_back(m_whole->forward(piece(input, first)));
}

std::vector<at::Tensor> PiecewiseNetwork::joined(const std::vector<std::vector<at::Tensor>>& pieces,
                                                 std::int64_t rows) const {
    std::vector<at::Tensor> outputs;
    for (std::size_t output = 0; output < pieces.front().size(); ++output) {
        std::vector<at::Tensor> parts;
        for (const std::vector<at::Tensor>& of : pieces) {
            if (output >= of.size() || of[output].dim() == 0 || of[output].size(0) != m_rows)
                throw Error(ErrorCode::ModelOutput, m_where,
                            fmt::format("takes batches of {} only, and does not return a row for each of them", m_rows),
                            "Export it with a batch axis of any size");
            parts.push_back(of[output]);
        }
        outputs.push_back(at::cat(parts).narrow(0, 0, rows));
    }
    return outputs;
}

std::vector<at::Tensor> PiecewiseNetwork::forward(const at::Tensor& input) const {
    if (input.size(0) == m_rows)
        return m_whole->forward(input);
    std::vector<std::vector<at::Tensor>> pieces;
    addFurther(pieces, input);
    return joined(pieces, input.size(0));
}

InnerForward PiecewiseNetwork::forwardInside(const at::Tensor& input, const std::string& keep) const {
    if (input.size(0) == m_rows)
        return m_whole->forwardInside(input, keep);
    InnerForward inside = m_whole->forwardInside(piece(input, 0), keep);
    std::vector<std::vector<at::Tensor>> pieces{std::move(inside.outputs)};
    addFurther(pieces, input);
    inside.outputs = joined(pieces, input.size(0));
    for (InnerValue& value : inside.values)
        if (!value.sizes.empty() && value.sizes.front() == m_rows)
            value.sizes.front() = input.size(0);
    return inside;
}

} // namespace blurig
