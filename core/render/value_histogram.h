// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/render/sign_part.h"

#include <cstddef>
#include <vector>

namespace blurig {

// How often the values of a map occur. Attributions are many small values and few large ones: the axis is
// asinh(value / unit), scaled so that the greatest magnitude lies at 1 (and its negative at -1).
class ValueHistogram {
public:
    ValueHistogram() = default; // of nothing
    // plane: 1 x H x W, of the part. Signed values lie from -1 to 1, magnitudes from 0 to 1, in `bins` equal steps.
    ValueHistogram(const Array& plane, SignPart part, std::size_t bins);

    bool empty() const { return m_greatest <= 0; } // no map, or one that is zero everywhere
    bool isSigned() const { return m_signed; }
    const std::vector<std::size_t>& counts() const { return m_counts; }
    double positionOf(double value) const; // beyond the ends, the end; not of an empty one
    double valueAt(double position) const;

private:
    std::vector<std::size_t> m_counts;
    double m_greatest = 0; // magnitude
    double m_unit = 1;     // the mean magnitude of what is not zero
    bool m_signed = false;
};

} // namespace blurig
