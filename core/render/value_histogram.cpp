// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/value_histogram.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace blurig {

ValueHistogram::ValueHistogram(const Array& plane, SignPart part, std::size_t bins)
    : m_counts(bins, 0)
    , m_signed(part == SignPart::Signed) {
    assert(bins > 0 && plane.channels() == 1);
    double sum = 0;
    std::size_t present = 0;
    for (const float value : plane.host()) {
        const double magnitude = std::abs(static_cast<double>(value));
        m_greatest = std::max(m_greatest, magnitude);
        sum += magnitude;
        present += magnitude > 0 ? 1 : 0;
    }
    if (empty())
        return;
    m_unit = sum / static_cast<double>(present);
    const double from = m_signed ? -1.0 : 0.0;
    const double perBin = static_cast<double>(bins) / (1.0 - from);
    for (const float value : plane.host()) {
        const double bin = (positionOf(static_cast<double>(value)) - from) * perBin;
        ++m_counts[std::min(static_cast<std::size_t>(std::max(bin, 0.0)), bins - 1)]; // the last edge is the last bin's
    }
}

double ValueHistogram::positionOf(double value) const {
    return std::clamp(std::asinh(value / m_unit) / std::asinh(m_greatest / m_unit), -1.0, 1.0);
}

double ValueHistogram::valueAt(double position) const {
    return std::sinh(position * std::asinh(m_greatest / m_unit)) * m_unit;
}

} // namespace blurig
