// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/map_mean.h"

#include "core/array/torch_access.h"

#include <ATen/ops/zeros_like.h>

namespace blurig {

void MapMean::add(const Array& map) {
    if (m_count++ == 0) {
        m_sum = at::zeros_like(tensorOf(map), at::kDouble);
        m_layout = map.layout();
    }
    m_sum.add_(tensorOf(map));
}

Array MapMean::mean() const {
    return m_count == 0 ? Array() : arrayOf(m_sum.div(static_cast<double>(m_count)).to(at::kFloat), m_layout);
}

} // namespace blurig
