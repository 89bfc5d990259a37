// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/resample.h"

#include "core/image/pixels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace blurig {
namespace {

double supportOf(ResizeFilter filter) {
    return filter == ResizeFilter::Bilinear ? 1.0 : 2.0;
}

// Triangle, and Keys' cubic with a = -1/2 (Pillow, PIL's Resample.c; Keys 1981).
double weightAt(ResizeFilter filter, double x) {
    x = std::abs(x);
    if (filter == ResizeFilter::Bilinear)
        return std::max(0.0, 1.0 - x);
    constexpr double a = -0.5;
    if (x < 1.0)
        return ((a + 2.0) * x - (a + 3.0)) * x * x + 1.0;
    if (x < 2.0)
        return (((x - 5.0) * x + 8.0) * x - 4.0) * a;
    return 0.0;
}

// Eight independent sums, which the compiler keeps in vector registers.
float dot(const float* a, const float* b, int count) {
    std::array<float, 8> sums{};
    int i = 0;
    for (; i + 8 <= count; i += 8)
        for (std::size_t lane = 0; lane < 8; ++lane)
            sums[lane] += a[i + static_cast<int>(lane)] * b[i + static_cast<int>(lane)];
    float sum = 0.0F;
    for (; i < count; ++i)
        sum += a[i] * b[i];
    return sum + ((sums[0] + sums[4]) + (sums[1] + sums[5])) + ((sums[2] + sums[6]) + (sums[3] + sums[7]));
}

template <typename Sample> void toPlanes(const Sample* interleaved, int count, std::array<std::vector<float>, 3>& row) {
    constexpr float scale = 1.0F / static_cast<float>(std::numeric_limits<Sample>::max());
    for (std::size_t channel = 0; channel < 3; ++channel) {
        float* to = row[channel].data();
        const Sample* from = interleaved + channel;
        for (int x = 0; x < count; ++x, from += 3)
            to[x] = static_cast<float>(*from) * scale;
    }
}

class Resampler {
public:
    Resampler(const Picture::Pixels& pixels, const ResampleAxis& columns, const ResampleAxis& rows)
        : m_pixels(pixels)
        , m_columns(columns)
        , m_rows(rows)
        , m_width(columns.windows.size())
        , m_firstColumn(columns.windows.front().first)
        , m_sourceColumns(columns.windows.back().first + columns.windows.back().count - m_firstColumn)
        , m_shrunk(3 * m_width)
        , m_result(3 * m_width * rows.windows.size()) {
        m_row.fill(std::vector<float>(static_cast<std::size_t>(m_sourceColumns)));
    }

    std::vector<float> run() && {
        const auto& windows = m_rows.windows;
        const int end = windows.back().first + windows.back().count;
        std::size_t open = 0; // the first output row that still takes source rows
        for (int y = windows.front().first; y < end; ++y) {
            while (windows[open].first + windows[open].count <= y)
                ++open;
            if (windows[open].first > y)
                continue;
            shrinkRow(y);
            for (std::size_t out = open; out < windows.size() && windows[out].first <= y; ++out)
                if (y < windows[out].first + windows[out].count)
                    addTo(out, m_rows.weights[windows[out].weights + static_cast<std::size_t>(y - windows[out].first)]);
        }
        for (float& value : m_result)
            value = std::clamp(value, 0.0F, 1.0F);
        return std::move(m_result);
    }

private:
    void shrinkRow(int y) {
        const std::size_t at =
            static_cast<std::size_t>(y) * m_pixels.rowSamples() + 3 * static_cast<std::size_t>(m_firstColumn);
        if (m_pixels.has16Bits())
            toPlanes(m_pixels.samples16.data() + at, m_sourceColumns, m_row);
        else
            toPlanes(m_pixels.samples8.data() + at, m_sourceColumns, m_row);
        float* to = m_shrunk.data();
        for (const std::vector<float>& plane : m_row)
            for (const ResampleAxis::Window& window : m_columns.windows) {
                const float value = dot(plane.data() + (window.first - m_firstColumn),
                                        m_columns.weights.data() + window.weights, window.count);
                *to++ = std::clamp(value, 0.0F, 1.0F);
            }
    }

    void addTo(std::size_t out, float weight) {
        for (std::size_t channel = 0; channel < 3; ++channel) {
            const float* from = m_shrunk.data() + channel * m_width;
            float* to = m_result.data() + (channel * m_rows.windows.size() + out) * m_width;
            for (std::size_t x = 0; x < m_width; ++x)
                to[x] += weight * from[x];
        }
    }

    const Picture::Pixels& m_pixels;
    const ResampleAxis& m_columns;
    const ResampleAxis& m_rows;
    std::size_t m_width;
    int m_firstColumn;
    int m_sourceColumns;
    std::array<std::vector<float>, 3> m_row; // the source row, a plane a channel
    std::vector<float> m_shrunk;             // the same, resized along x
    std::vector<float> m_result;
};

} // namespace

ResampleAxis resampleAxis(int start, int length, std::int64_t resized, std::int64_t first, int count,
                          ResizeFilter filter) {
    const double scale = static_cast<double>(length) / static_cast<double>(resized);
    const double stretch = std::max(scale, 1.0);
    const double support = supportOf(filter) * stretch;
    ResampleAxis axis;
    axis.windows.reserve(static_cast<std::size_t>(count));
    std::vector<double> weights;
    for (std::int64_t out = first; out < first + count; ++out) {
        const double centre = (static_cast<double>(out) + 0.5) * scale;
        const int begin = static_cast<int>(std::max(0.0, centre - support + 0.5));
        const int end = static_cast<int>(std::min(static_cast<double>(length), centre + support + 0.5));
        weights.clear();
        double sum = 0.0;
        for (int x = begin; x < end; ++x) {
            weights.push_back(weightAt(filter, (x - centre + 0.5) / stretch));
            sum += weights.back();
        }
        axis.windows.push_back({start + begin, end - begin, axis.weights.size()});
        for (const double weight : weights)
            axis.weights.push_back(static_cast<float>(weight / sum));
    }
    return axis;
}

std::vector<float> resample(const Picture::Pixels& pixels, const ResampleAxis& columns, const ResampleAxis& rows) {
    return Resampler(pixels, columns, rows).run();
}

} // namespace blurig
