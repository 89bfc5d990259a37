// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/network_input.h"

#include <ATen/ops/tensor.h>
#include <ATen/TensorOperators.h>

#include <string_view>
#include <variant>

namespace blurig {

namespace {

// N x C x F x T, or N x C x 1 x T, to the axes that the card names; those that it leaves out have one entry.
at::Tensor soundAxes(const at::Tensor& x, const SoundSpec& spec) {
    const std::string_view own = frontEndOf(spec) ? "NCFT" : "NC1T";
    std::vector<std::int64_t> order;
    for (const char axis : spec.axisOrder)
        order.push_back(static_cast<std::int64_t>(own.find(axis)));
    std::vector<std::int64_t> sizes;
    for (const std::int64_t axis : order)
        sizes.push_back(x.size(axis));
    for (std::int64_t axis = 0; axis < 4; ++axis)
        if (spec.axisOrder.find(own[static_cast<std::size_t>(axis)]) == std::string::npos)
            order.push_back(axis);
    return x.permute(order).reshape(sizes);
}

at::MemoryFormat formatOf(const at::Tensor& x, MemoryLayout layout) {
    return layout == MemoryLayout::ChannelsLast && x.dim() == 4 ? at::MemoryFormat::ChannelsLast
                                                                : at::MemoryFormat::Contiguous;
}

} // namespace

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
    if (const auto* sound = std::get_if<SoundSpec>(&card.input)) {
        const bool channelsSecond = sound->axisOrder[1] == 'C';
        x = soundAxes(x, *sound);
        return x.contiguous(channelsSecond ? formatOf(x, layout) : at::MemoryFormat::Contiguous);
    }
    return x.contiguous(formatOf(x, layout));
}

} // namespace blurig
