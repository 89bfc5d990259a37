// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/xrai_map.h"

#include "core/error.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <numeric>

namespace blurig {

namespace {

// Attribution per pixel, and how much of a picture has fallen to regions so far.
class Covering {
public:
    explicit Covering(const Array& attribution)
        : m_attribution(greatestChannel(attribution))
        , m_covered(m_attribution.size(), false) {}

    double density(const Segment& pixels) const {
        double sum = 0;
        for (const std::int32_t pixel : pixels)
            sum += m_attribution[static_cast<std::size_t>(pixel)];
        return sum / static_cast<double>(pixels.size());
    }

    // Keeps what the segment would add; true where that is less than it had.
    bool reduce(Segment& pixels) const {
        return std::erase_if(pixels, [this](std::int32_t p) { return m_covered[static_cast<std::size_t>(p)]; }) > 0;
    }

    void add(Segment pixels) {
        for (const std::int32_t pixel : pixels)
            m_covered[static_cast<std::size_t>(pixel)] = true;
        m_coveredPixels += pixels.size();
        const double found = density(pixels);
        m_regions.push_back({std::move(pixels), found});
    }

    double coveredShare() const { return static_cast<double>(m_coveredPixels) / static_cast<double>(m_covered.size()); }

    XraiMap map(ArrayLayout layout) {
        std::ranges::stable_sort(m_regions, std::greater(), &Region::density);
        if (Segment rest = uncovered(); !rest.empty())
            add(std::move(rest));
        std::vector<float> values(m_covered.size());
        std::vector<float> ranks(m_covered.size());
        for (std::size_t i = 0; i < m_regions.size(); ++i)
            for (const std::int32_t pixel : m_regions[i].pixels) {
                values[static_cast<std::size_t>(pixel)] = static_cast<float>(m_regions[i].density);
                ranks[static_cast<std::size_t>(pixel)] = static_cast<float>(i + 1);
            }
        layout.channels = 1;
        return {.attribution = Array::fromHost(layout, std::move(values)),
                .ranks = Array::fromHost(layout, std::move(ranks)),
                .regions = static_cast<int>(m_regions.size())};
    }

private:
    struct Region {
        Segment pixels;
        double density = 0;
    };

    static std::vector<float> greatestChannel(const Array& attribution) {
        const std::span<const float> all = attribution.host();
        const std::size_t plane = all.size() / static_cast<std::size_t>(attribution.channels());
        std::vector<float> greatest(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(plane));
        for (std::size_t i = plane; i < all.size(); ++i)
            greatest[i % plane] = std::max(greatest[i % plane], all[i]);
        return greatest;
    }

    Segment uncovered() const {
        Segment pixels(m_covered.size());
        std::iota(pixels.begin(), pixels.end(), 0);
        reduce(pixels);
        return pixels;
    }

    std::vector<float> m_attribution;
    std::vector<bool> m_covered;
    std::size_t m_coveredPixels = 0;
    std::vector<Region> m_regions;
};

struct Candidate {
    Segment pixels; // those that it would still add
    double density = 0;
};

std::vector<Candidate> candidatesOf(std::span<const Segment> segments, const Covering& covering) {
    std::vector<Candidate> candidates;
    for (const Segment& segment : segments)
        candidates.push_back({segment, covering.density(segment)});
    return candidates;
}

void throwIfStopped(const std::stop_token& stop) {
    if (stop.stop_requested())
        throw Cancelled();
}

void mergeFully(std::vector<Candidate> candidates, Covering& covering, const XraiOptions& options,
                const std::stop_token& stop) {
    const auto least = static_cast<std::size_t>(options.leastAddedPixels);
    while (covering.coveredShare() <= options.areaThreshold) {
        throwIfStopped(stop);
        for (Candidate& candidate : candidates)
            if (covering.reduce(candidate.pixels) && candidate.pixels.size() >= least)
                candidate.density = covering.density(candidate.pixels);
        std::erase_if(candidates, [least](const Candidate& candidate) { return candidate.pixels.size() < least; });
        if (candidates.empty())
            return;
        const auto best = std::ranges::max_element(candidates, {}, &Candidate::density); // the first of equals
        covering.add(std::move(best->pixels));
        candidates.erase(best);
    }
}

void mergeFast(std::vector<Candidate> candidates, Covering& covering, const XraiOptions& options,
               const std::stop_token& stop) {
    std::ranges::stable_sort(candidates, std::greater(), &Candidate::density);
    for (Candidate& candidate : candidates) {
        throwIfStopped(stop);
        covering.reduce(candidate.pixels);
        if (candidate.pixels.size() >= static_cast<std::size_t>(options.leastAddedPixels))
            covering.add(std::move(candidate.pixels));
    }
}

} // namespace

XraiMap xraiMap(const Array& attribution, std::span<const Segment> segments, const XraiOptions& options,
                const std::stop_token& stop) {
    assert(options.leastAddedPixels >= 1);
    Covering covering(attribution);
    const auto merge = options.algorithm == XraiAlgorithm::Full ? mergeFully : mergeFast;
    merge(candidatesOf(segments, covering), covering, options, stop);
    return covering.map(attribution.layout());
}

} // namespace blurig
