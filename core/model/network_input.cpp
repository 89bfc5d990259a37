// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/network_input.h"

#include <ATen/ops/tensor.h>
#include <ATen/TensorOperators.h>

namespace blurig {

// Channels-last is faster where the weights were laid out for it; contiguous is what other programs give, for equal
// rounding.
at::Tensor networkInput(const at::Tensor& z, const ModelCard& card, MemoryLayout layout) {
    const auto perChannel = [&z](const std::vector<double>& values) {
        std::vector<std::int64_t> sizes(static_cast<std::size_t>(z.dim()), 1);
        sizes[1] = -1;
        return at::tensor(values, z.options().requires_grad(false)).view(sizes);
    };
    at::Tensor x = (z - perChannel(card.mean)) / perChannel(card.standardDeviation);
    if (card.channelOrder == ChannelOrder::Bgr)
        x = x.flip({1});
    if (card.axisOrder == AxisOrder::Nhwc)
        return x.movedim(1, -1).contiguous();
    return x.contiguous(layout == MemoryLayout::ChannelsLast && x.dim() == 4 ? at::MemoryFormat::ChannelsLast
                                                                             : at::MemoryFormat::Contiguous);
}

} // namespace blurig
