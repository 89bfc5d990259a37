// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/scattered_pixels.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace blurig {

namespace {

constexpr std::size_t channels = 3;

struct Corner {
    double x = 0;
    double y = 0;
};

class Filler {
public:
    Filler(std::span<const std::uint8_t> rgb, Mask known)
        : m_rgb(rgb)
        , m_known(std::move(known))
        , m_filled(rgb.begin(), rgb.end())
        , m_done(m_known.inside) {
        for (const std::size_t corner :
             {at(0, 0), at(m_known.width - 1, 0), at(0, m_known.height - 1), at(m_known.width - 1, m_known.height - 1)})
            m_known.inside[corner] = m_done[corner] = 1;
    }

    std::vector<std::uint8_t> run() {
        // Its frame far away: the nearer it is, the less convex the hull of what is known.
        const int frame = 1000 * std::max(m_known.width, m_known.height);
        cv::Subdiv2D triangulation(cv::Rect(-frame, -frame, 2 * frame, 2 * frame));
        for (int y = 0; y < m_known.height; ++y)
            for (int x = 0; x < m_known.width; ++x)
                if (m_known.inside[at(x, y)] != 0)
                    triangulation.insert(cv::Point2f(static_cast<float>(x), static_cast<float>(y)));
        std::vector<cv::Vec6f> triangles;
        triangulation.getTriangleList(triangles);
        for (const cv::Vec6f& triangle : triangles)
            fill({Corner{double{triangle[0]}, double{triangle[1]}}, Corner{double{triangle[2]}, double{triangle[3]}},
                  Corner{double{triangle[4]}, double{triangle[5]}}});
        fillRest();
        return std::move(m_filled);
    }

private:
    std::size_t at(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_known.width) + static_cast<std::size_t>(x);
    }

    void fill(const std::array<Corner, 3>& corners) {
        const auto [a, b, c] = corners;
        const double area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
        if (std::abs(area) < 1e-9)
            return;
        const auto outside = [this](const Corner& corner) {
            return corner.x < 0 || corner.y < 0 || corner.x > m_known.width - 1 || corner.y > m_known.height - 1;
        };
        if (std::ranges::any_of(corners, outside)) // of the triangulation's own frame
            return;
        const auto [left, right] = std::minmax({a.x, b.x, c.x});
        const auto [top, bottom] = std::minmax({a.y, b.y, c.y});
        for (int y = static_cast<int>(top); y <= static_cast<int>(bottom); ++y)
            for (int x = static_cast<int>(left); x <= static_cast<int>(right); ++x) {
                if (m_done[at(x, y)] != 0)
                    continue;
                const double ofB = ((x - a.x) * (c.y - a.y) - (c.x - a.x) * (y - a.y)) / area;
                const double ofC = ((b.x - a.x) * (y - a.y) - (x - a.x) * (b.y - a.y)) / area;
                constexpr double edge = -1e-9;
                if (ofB < edge || ofC < edge || ofB + ofC > 1 - edge)
                    continue;
                for (std::size_t channel = 0; channel < channels; ++channel)
                    set(x, y, channel,
                        (1 - ofB - ofC) * valueAt(a, channel) + ofB * valueAt(b, channel) + ofC * valueAt(c, channel));
                m_done[at(x, y)] = 1;
            }
    }

    double valueAt(const Corner& corner, std::size_t channel) const {
        return m_rgb[at(static_cast<int>(corner.x), static_cast<int>(corner.y)) * channels + channel];
    }
    void set(int x, int y, std::size_t channel, double value) {
        m_filled[at(x, y) * channels + channel] =
            static_cast<std::uint8_t>(std::clamp(std::nearbyint(value), 0.0, 255.0));
    }

    // With the corners known every pixel lies in a triangle; the mean colour, should rounding leave one out.
    void fillRest() {
        std::array<double, channels> mean{};
        for (std::size_t i = 0; i < m_rgb.size(); ++i)
            mean[i % channels] += m_rgb[i];
        for (int y = 0; y < m_known.height; ++y)
            for (int x = 0; x < m_known.width; ++x)
                if (m_done[at(x, y)] == 0)
                    for (std::size_t channel = 0; channel < channels; ++channel)
                        set(x, y, channel, mean[channel] * channels / static_cast<double>(m_rgb.size()));
    }

    std::span<const std::uint8_t> m_rgb;
    Mask m_known;
    std::vector<std::uint8_t> m_filled;
    std::vector<std::uint8_t> m_done;
};

} // namespace

std::vector<std::uint8_t> filledFrom(std::span<const std::uint8_t> rgb, Mask known) {
    assert(rgb.size() == known.inside.size() * channels);
    return Filler(rgb, std::move(known)).run();
}

} // namespace blurig
