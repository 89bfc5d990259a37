// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/network/network.h"

#include <cstdint>
#include <memory>

namespace blurig {

// A network that takes batches of one size only (Traits::fixedBatch), for batches of any size: it runs piece by piece,
// and copies of the last row fill the last piece. Inner values are those of the first piece.
class PiecewiseNetwork final : public Network {
public:
    PiecewiseNetwork(std::unique_ptr<Network> whole, std::string where); // where: the file, for errors

    std::vector<at::Tensor> forward(const at::Tensor& input) const override;
    InnerForward forwardInside(const at::Tensor& input, const std::string& keep) const override;
    Traits traits() const override { return m_whole->traits(); }

private:
    at::Tensor piece(const at::Tensor& input, std::int64_t first) const;
    std::vector<at::Tensor> joined(const std::vector<std::vector<at::Tensor>>& pieces, std::int64_t rows) const;
    void addFurther(std::vector<std::vector<at::Tensor>>& pieces, const at::Tensor& input) const;

    std::unique_ptr<Network> m_whole;
    std::string m_where;
    std::int64_t m_rows;
};

} // namespace blurig
