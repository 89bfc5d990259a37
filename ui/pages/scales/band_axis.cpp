// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/scales/band_axis.h"

#include "ui/widgets/scale_axis.h"

#include <algorithm>
#include <cmath>

namespace blurig::ui {

namespace {
constexpr double tickDistance = 38; // px
}

BandAxis::BandAxis(DensityAxis axis, double first, double last)
    : m_kind(axis)
    , m_first(first)
    , m_last(last) {
    m_low = placeOf(kind() == DensityAxis::LogSigma ? first : 0);
    m_high = placeOf(last);
}

double BandAxis::placeOf(double sigma) const {
    switch (m_kind) {
    case DensityAxis::LogSigma:
        return std::log(std::max(sigma, m_first));
    case DensityAxis::LogScale:
        return axisPosition(sigma);
    case DensityAxis::Sigma:
        return sigma;
    }
    return 0;
}

double BandAxis::sigmaAt(double place) const {
    const double slack = 1e-9 * (m_high - m_low);
    if (place <= m_low + slack)
        return 0;
    if (place >= m_high - slack)
        return m_last;
    switch (m_kind) {
    case DensityAxis::LogSigma:
        return std::exp(place);
    case DensityAxis::LogScale:
        return sigmaAtAxis(place);
    case DensityAxis::Sigma:
        return place;
    }
    return 0;
}

// Round sigmas, the roundest first; the ends always.
std::vector<std::pair<double, QString>> BandAxis::ticks(double pixelWidth) const {
    const auto label = [](double sigma) { return QString::number(sigma, 'g', 3); };
    std::vector<double> offered{m_kind == DensityAxis::LogSigma ? m_first : 0, m_last};
    for (const double factor : {1.0, 5.0, 2.0})
        for (double decade = 1e-3; decade < m_last; decade *= 10)
            offered.push_back(factor * decade);
    std::vector<std::pair<double, QString>> ticks;
    for (const double sigma : offered) {
        const double place = placeOf(sigma);
        const bool near = std::ranges::any_of(ticks, [&](const auto& tick) {
            return std::abs(place - tick.first) / (m_high - m_low) * pixelWidth < tickDistance;
        });
        if (sigma <= m_last && place >= m_low && (!near || ticks.size() < 2))
            ticks.emplace_back(place, label(sigma));
    }
    std::ranges::sort(ticks);
    return ticks;
}

} // namespace blurig::ui
