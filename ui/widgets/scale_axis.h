// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace blurig::ui {

// The chart's x axis: u = log(1 + sigma / 0.5), so that small scales, where fine classes live, have room.
double axisPosition(double sigma);
double sigmaAtAxis(double position);

// sigma after moving by a fraction of the axis; ends exactly at 0 and at sigmaMax.
double steppedSigma(double sigma, double fraction, double sigmaMax);

// Of ascending nodes: the next one in a direction (+1, -1), and the nearest one on the axis.
std::optional<double> nextNode(const std::vector<double>& nodes, double sigma, int direction);
std::optional<double> nearestNode(const std::vector<double>& nodes, double sigma);

struct AxisTick {
    double sigma = 0;
    QString label;
};
// 0, 0.5, 1, 2, 5, 10, ... and the end, with its unit; what would come nearer than `leastDistance` to a more important
// one is left out.
std::vector<AxisTick> axisTicks(double sigmaMax, double pixelWidth, double leastDistance,
                                const QString& unit = QStringLiteral("px"));

} // namespace blurig::ui
