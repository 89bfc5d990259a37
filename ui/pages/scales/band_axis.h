// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scales/scale_density.h"

#include <QString>

#include <utility>
#include <vector>

namespace blurig::ui {

// The x axis of the band chart: sigma on the axis that the density is per unit of.
class BandAxis {
public:
    BandAxis() = default;
    BandAxis(DensityAxis axis, double first, double last); // sigma: of the first node above 0, of the far end

    DensityAxis kind() const { return m_kind; }
    double placeOf(double sigma) const; // below the first node, on the log axis, at its beginning
    double sigmaAt(double place) const; // 0 at the beginning, the far end at the end
    double low() const { return m_low; }
    double high() const { return m_high; }
    std::vector<std::pair<double, QString>> ticks(double pixelWidth) const; // places with their labels

private:
    DensityAxis m_kind = DensityAxis::LogScale;
    double m_first = 0;
    double m_last = 1;
    double m_low = 0;
    double m_high = 1;
};

} // namespace blurig::ui
