// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <utility>
#include <vector>

namespace blurig {

// Charts as SVG for files that a command writes. What is told apart by colour is told apart by a pattern or a label,
// too. All texts are data: they are escaped.

struct BarSeries {
    std::string name;
    std::vector<double> values; // one a group; NaN leaves a bar out
};

// Signed bars in groups, each group with its words under it.
struct BarChart {
    std::string title;
    std::string valueAxis;
    std::string groupAxis;
    std::vector<std::string> groups;
    std::vector<BarSeries> series;
    std::vector<std::string> notes; // lines under the chart
};
std::string svgOf(const BarChart& chart);

struct LineSeries {
    std::string name;
    std::vector<std::pair<double, double>> points; // place on the axis, value; ascending
    bool steps = false;                            // the value of a point holds up to the next
};

struct ChartSpan {
    double from = 0; // places on the axis
    double to = 0;
    std::string words;
};

// Lines over an axis whose places are the caller's (of sigma, usually log(1 + sigma/0.5)), with marks that name them.
struct LineChart {
    std::string title;
    std::string valueAxis;
    std::string placeAxis;
    std::vector<std::pair<double, std::string>> marks; // at least two, ascending: the ends of the axis are theirs
    std::vector<LineSeries> series;
    std::vector<ChartSpan> spans; // a strip under the chart
    std::vector<std::string> notes;
};
std::string svgOf(const LineChart& chart);

} // namespace blurig
