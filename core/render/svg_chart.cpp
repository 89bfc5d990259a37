// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/svg_chart.h"

#include "core/escaped.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace blurig {

namespace {

constexpr double width = 720;
constexpr double plotHeight = 300;
constexpr double left = 70;
constexpr double right = 16;
constexpr double top = 62; // title and legend
constexpr double line = 16;
constexpr double stripHeight = 20;

// Okabe and Ito's, which colour-blind readers tell apart.
constexpr std::array<std::string_view, 7> colors{"#0072b2", "#d55e00", "#009e73", "#cc79a7",
                                                 "#56b4e9", "#e69f00", "#000000"};
constexpr std::array<std::string_view, 7> dashes{"none", "8 3", "2 3", "10 3 2 3", "5 5", "1 2", "12 4"};

// As many characters as have room, of at least three; UTF-8.
std::string_view beginning(std::string_view text, double room) {
    auto size = static_cast<std::size_t>(std::max(0.0, room));
    if (size >= text.size())
        return text;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U)
        --size;
    return size < 3 ? std::string_view() : text.substr(0, size);
}

// A round distance between marks of an axis that is `length` long, about five of them.
double markDistance(double length) {
    const double rough = length / 5;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= rough)
            return factor * power;
    return 10 * power;
}

// Holds zero and all values that it takes, with round ends.
struct ValueAxis {
    double low = 0;
    double high = 0;

    void take(double value) {
        if (!std::isfinite(value))
            return;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    void round() {
        if (!(high > low))
            high = low + 1;
        const double step = markDistance(high - low);
        low = step * std::floor(low / step);
        high = step * std::ceil(high / step);
    }
    double y(double value) const { return top + plotHeight * (high - value) / (high - low); }
};

class Drawing {
public:
    void text(double x, double y, std::string_view words, std::string_view more = {}) {
        m_body += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\"{}>{}</text>\n", x, y,
                              more.empty() ? std::string() : fmt::format(" {}", more), escaped(words));
    }
    void rect(double x, double y, double w, double h, std::string_view more) {
        m_body +=
            fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" {}/>\n", x, y, w, h, more);
    }
    void segment(double x1, double y1, double x2, double y2, std::string_view more) {
        m_body +=
            fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" {}/>\n", x1, y1, x2, y2, more);
    }
    void path(std::string_view data, std::string_view more) {
        m_body += fmt::format("<path d=\"{}\" fill=\"none\" {}/>\n", data, more);
    }

    void frame(const ValueAxis& axis, std::string_view title, std::string_view valueAxis) {
        text(left, 24, title, "font-size=\"16\" font-weight=\"bold\"");
        const double step = markDistance(axis.high - axis.low);
        for (int i = 0; axis.low + i * step <= axis.high + step / 2; ++i) {
            const double value = axis.low + i * step;
            const double y = axis.y(value);
            const bool zero = std::abs(value) < step / 2;
            segment(left, y, width - right, y, zero ? "stroke=\"#444\"" : "stroke=\"#ddd\"");
            text(left - 6, y + 4, fmt::format("{:.4g}", zero ? 0.0 : value), "text-anchor=\"end\"");
        }
        const double middle = top + plotHeight / 2;
        text(16, middle, valueAxis, fmt::format("text-anchor=\"middle\" transform=\"rotate(-90 16 {:.1f})\"", middle));
    }

    void notes(double y, const std::vector<std::string>& lines) {
        for (const std::string& words : lines) {
            text(left, y, words, "fill=\"#555\"");
            y += line;
        }
        m_height = y;
    }

    std::string finished() const {
        return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:.0f}\" height=\"{1:.0f}\" "
                           "viewBox=\"0 0 {0:.0f} {1:.0f}\" font-family=\"sans-serif\" font-size=\"12\">\n"
                           "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n{2}</svg>\n",
                           width, m_height, m_body);
    }

private:
    std::string m_body;
    double m_height = 0;
};

std::string_view colorOf(std::size_t series) {
    return colors[series % colors.size()];
}

// Bars of the first series are full, of the second half, ... so that they are told apart without colour.
std::string barFill(std::size_t series) {
    return fmt::format("fill=\"{0}\" fill-opacity=\"{1:.2f}\" stroke=\"{0}\"", colorOf(series),
                       series == 0 ? 1.0 : 1.0 / static_cast<double>(series + 1));
}

} // namespace

std::string svgOf(const BarChart& chart) {
    ValueAxis axis;
    for (const BarSeries& series : chart.series)
        for (const double value : series.values)
            axis.take(value);
    axis.round();
    Drawing drawing;
    drawing.frame(axis, chart.title, chart.valueAxis);
    const double group = (width - left - right) / static_cast<double>(std::max<std::size_t>(1, chart.groups.size()));
    const double bar = 0.8 * group / static_cast<double>(std::max<std::size_t>(1, chart.series.size()));
    double legend = left;
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
        const BarSeries& series = chart.series[s];
        drawing.rect(legend, 36, 12, 12, barFill(s));
        drawing.text(legend + 18, 46, series.name);
        legend += 40 + 7.0 * static_cast<double>(series.name.size());
        for (std::size_t g = 0; g < std::min(series.values.size(), chart.groups.size()); ++g) {
            const double value = series.values[g];
            if (!std::isfinite(value))
                continue;
            const double x = left + (static_cast<double>(g) + 0.1) * group + static_cast<double>(s) * bar;
            drawing.rect(x, axis.y(std::max(0.0, value)), bar - 1, std::abs(axis.y(value) - axis.y(0)), barFill(s));
        }
    }
    const double under = top + plotHeight + line + 4;
    for (std::size_t g = 0; g < chart.groups.size(); ++g)
        drawing.text(left + (static_cast<double>(g) + 0.5) * group, under, chart.groups[g], "text-anchor=\"middle\"");
    drawing.text((left + width - right) / 2, under + line + 4, chart.groupAxis, "text-anchor=\"middle\"");
    drawing.notes(under + 3 * line, chart.notes);
    return drawing.finished();
}

std::string svgOf(const LineChart& chart) {
    ValueAxis axis;
    for (const LineSeries& series : chart.series)
        for (const auto& [place, value] : series.points)
            axis.take(value);
    axis.round();
    const double from = chart.marks.front().first;
    const double to = chart.marks.back().first;
    const auto x = [&](double place) { return left + (width - left - right) * (place - from) / (to - from); };
    Drawing drawing;
    drawing.frame(axis, chart.title, chart.valueAxis);
    double legend = left;
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
        const LineSeries& series = chart.series[s];
        const std::string pen = fmt::format("stroke=\"{}\" stroke-width=\"2\" stroke-dasharray=\"{}\"", colorOf(s),
                                            dashes[s % dashes.size()]);
        drawing.segment(legend, 42, legend + 26, 42, pen);
        drawing.text(legend + 32, 46, series.name);
        legend += 56 + 7.0 * static_cast<double>(series.name.size());
        std::string data;
        for (std::size_t i = 0; i < series.points.size(); ++i) {
            const auto& [place, value] = series.points[i];
            if (!std::isfinite(value))
                continue;
            if (series.steps && !data.empty())
                data += fmt::format("H{:.2f}", x(place));
            data += fmt::format("{}{:.2f} {:.2f}", data.empty() ? "M" : "L", x(place), axis.y(value));
        }
        drawing.path(data, pen);
    }
    const double bottom = top + plotHeight;
    for (const auto& [place, words] : chart.marks) {
        drawing.segment(x(place), bottom, x(place), bottom + 5, "stroke=\"#444\"");
        drawing.text(x(place), bottom + line + 4, words, "text-anchor=\"middle\"");
    }
    drawing.text((left + width - right) / 2, bottom + 2 * line + 8, chart.placeAxis, "text-anchor=\"middle\"");
    double y = bottom + 3 * line;
    if (!chart.spans.empty()) {
        for (std::size_t i = 0; i < chart.spans.size(); ++i) {
            const ChartSpan& span = chart.spans[i];
            const double at = x(std::clamp(span.from, from, to));
            const double end = x(std::clamp(span.to, from, to));
            drawing.rect(at, y, std::max(0.5, end - at), stripHeight,
                         i % 2 == 0 ? "fill=\"#eee\" stroke=\"#999\"" : "fill=\"#ddd\" stroke=\"#999\"");
            drawing.text(at + 4, y + 14, beginning(span.words, (end - at - 6) / 7));
        }
        y += stripHeight + line;
    }
    drawing.notes(y + line, chart.notes);
    return drawing.finished();
}

} // namespace blurig
