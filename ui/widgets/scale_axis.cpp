// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/scale_axis.h"

#include "ui/widgets/number_text.h"

#include <algorithm>
#include <cmath>

namespace blurig::ui {

namespace {

constexpr double knee = 0.5; // px

QString plainNumber(double value) {
    return QString::number(value, 'g', 3);
}

} // namespace

double axisPosition(double sigma) {
    return std::log1p(sigma / knee);
}

double sigmaAtAxis(double position) {
    return knee * std::expm1(position);
}

double steppedSigma(double sigma, double fraction, double sigmaMax) {
    const double end = axisPosition(sigmaMax);
    const double position = axisPosition(sigma) + fraction * end;
    // A step that lands within rounding of an end has reached it.
    if (position <= end * 1e-9)
        return 0;
    return position >= end * (1 - 1e-9) ? sigmaMax : sigmaAtAxis(position);
}

std::optional<double> nextNode(const std::vector<double>& nodes, double sigma, int direction) {
    const double slack = 1e-9 * std::max(1.0, sigma);
    if (direction > 0) {
        const auto found = std::upper_bound(nodes.begin(), nodes.end(), sigma + slack);
        return found == nodes.end() ? std::nullopt : std::optional(*found);
    }
    const auto found = std::lower_bound(nodes.begin(), nodes.end(), sigma - slack);
    return found == nodes.begin() ? std::nullopt : std::optional(*std::prev(found));
}

std::optional<double> nearestNode(const std::vector<double>& nodes, double sigma) {
    if (nodes.empty())
        return {};
    const double at = axisPosition(sigma);
    return *std::min_element(nodes.begin(), nodes.end(), [at](double a, double b) {
        return std::abs(axisPosition(a) - at) < std::abs(axisPosition(b) - at);
    });
}

std::vector<AxisTick> axisTicks(double sigmaMax, double pixelWidth, double leastDistance, const QString& unit) {
    const double pixelsPerUnit = pixelWidth / axisPosition(sigmaMax);
    std::vector<AxisTick> ticks{{.sigma = 0, .label = QStringLiteral("0")},
                                {.sigma = sigmaMax, .label = plainNumber(sigmaMax) + u' ' + unit}};
    const auto offer = [&](double sigma) {
        if (sigma >= sigmaMax)
            return;
        for (const AxisTick& tick : ticks) {
            const double least = tick.sigma == sigmaMax ? 1.5 * leastDistance : leastDistance;
            if (std::abs(axisPosition(sigma) - axisPosition(tick.sigma)) * pixelsPerUnit < least)
                return;
        }
        ticks.push_back({.sigma = sigma, .label = plainNumber(sigma)});
    };
    for (double decade = 1; decade < sigmaMax; decade *= 10) // the round ones first
        offer(decade);
    offer(0.5);
    for (double decade = 1; decade < sigmaMax; decade *= 10) {
        offer(2 * decade);
        offer(5 * decade);
    }
    std::sort(ticks.begin(), ticks.end(), [](const AxisTick& a, const AxisTick& b) { return a.sigma < b.sigma; });
    return ticks;
}

} // namespace blurig::ui
