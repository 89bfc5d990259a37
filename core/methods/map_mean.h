// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"

#include <ATen/core/Tensor.h>

namespace blurig {

// The mean of maps of one layout, summed in float64 in the order in which they come.
class MapMean {
public:
    void add(const Array& map);
    Array mean() const; // float32; empty while there is no map
    int count() const { return m_count; }

private:
    at::Tensor m_sum;
    ArrayLayout m_layout;
    int m_count = 0;
};

} // namespace blurig
