// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/graph_segmentation.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace blurig {

namespace {

// Disjoint sets of pixels, each named by its least one.
class Segments {
public:
    explicit Segments(std::size_t pixels)
        : m_parent(pixels)
        , m_size(pixels, 1)
        , m_strongest(pixels, 0) {
        std::iota(m_parent.begin(), m_parent.end(), 0);
    }

    std::int32_t find(std::int32_t pixel) {
        while (parent(pixel) != pixel) {
            parent(pixel) = parent(parent(pixel));
            pixel = parent(pixel);
        }
        return pixel;
    }

    // Edges come in ascending weight, so that the one that joins is the strongest inside.
    void join(std::int32_t a, std::int32_t b, float weight) {
        const auto [kept, lost] = std::minmax(a, b);
        parent(lost) = kept;
        m_size[static_cast<std::size_t>(kept)] += m_size[static_cast<std::size_t>(lost)];
        m_strongest[static_cast<std::size_t>(kept)] = weight;
    }

    int size(std::int32_t name) const { return m_size[static_cast<std::size_t>(name)]; }
    double bound(std::int32_t name, double threshold) const {
        return m_strongest[static_cast<std::size_t>(name)] + threshold / size(name);
    }

private:
    std::int32_t& parent(std::int32_t pixel) { return m_parent[static_cast<std::size_t>(pixel)]; }

    std::vector<std::int32_t> m_parent;
    std::vector<int> m_size;
    std::vector<float> m_strongest;
};

float distance(const float* a, const float* b, int channels) {
    float sum = 0;
    for (int c = 0; c < channels; ++c)
        sum += (a[c] - b[c]) * (a[c] - b[c]);
    return std::sqrt(sum);
}

} // namespace

GraphSegmentation::GraphSegmentation(const cv::Mat& image, double sigma)
    : m_size(image.size()) {
    assert(image.depth() == CV_32F);
    cv::Mat smooth;
    cv::GaussianBlur(image, smooth, {}, sigma, sigma, cv::BORDER_REFLECT);
    m_edges.reserve(4 * smooth.total());
    addEdges(smooth, 0, 1);
    addEdges(smooth, 1, 0);
    addEdges(smooth, 1, 1);
    addEdges(smooth, 1, -1);
    // Equal weights keep their order, so that every machine finds the same segments.
    std::ranges::stable_sort(m_edges, {}, &Edge::weight);
}

void GraphSegmentation::addEdges(const cv::Mat& image, int dy, int dx) {
    const int channels = image.channels();
    for (int y = 0; y + dy < image.rows; ++y)
        for (int x = std::max(0, -dx); x < image.cols - std::max(0, dx); ++x) {
            const float* here = image.ptr<float>(y) + x * channels;
            const float* there = image.ptr<float>(y + dy) + (x + dx) * channels;
            m_edges.push_back({.weight = distance(here, there, channels),
                               .a = y * image.cols + x,
                               .b = (y + dy) * image.cols + x + dx});
        }
}

cv::Mat GraphSegmentation::labels(double threshold, int leastSize) const {
    Segments segments(static_cast<std::size_t>(m_size.area()));
    const auto joinWhere = [&](const auto& condition) {
        for (const Edge& edge : m_edges) {
            const std::int32_t a = segments.find(edge.a);
            const std::int32_t b = segments.find(edge.b);
            if (a != b && condition(a, b, edge.weight))
                segments.join(a, b, edge.weight);
        }
    };
    joinWhere([&](std::int32_t a, std::int32_t b, float weight) {
        return weight < std::min(segments.bound(a, threshold), segments.bound(b, threshold));
    });
    joinWhere([&](std::int32_t a, std::int32_t b, float) {
        return std::min(segments.size(a), segments.size(b)) < leastSize;
    });
    cv::Mat labels(m_size, CV_32S);
    std::int32_t next = 0;
    for (std::int32_t pixel = 0; pixel < m_size.area(); ++pixel) {
        const std::int32_t name = segments.find(pixel); // never later than the pixel: it has its label
        labels.ptr<std::int32_t>()[pixel] = name == pixel ? next++ : labels.ptr<std::int32_t>()[name];
    }
    return labels;
}

} // namespace blurig
