// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/xrai_map.h"
#include "core/record/npy.h"
#include "tests/peers/probe_main.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>

// XRAI of an attribution that is given, with the segments of a picture or with other people's.
// Usage: xrai_probe picture|segments FILE.npy ATTRIBUTION.npy full|fast AREA_THRESHOLD FOLDER
// PICTURE is C x H x W, SEGMENTS one plane a segment. Writes attribution.npy and ranks.npy to FOLDER and prints the
// seconds of segmentation and merging.
using namespace blurig;

namespace {

std::vector<Segment> segmentsOf(const Array& planes) {
    const auto plane = static_cast<std::size_t>(planes.height() * planes.width());
    std::vector<Segment> segments(static_cast<std::size_t>(planes.channels()));
    for (std::size_t i = 0; i < planes.host().size(); ++i)
        if (planes.host()[i] != 0)
            segments[i / plane].push_back(static_cast<std::int32_t>(i % plane));
    return segments;
}

OverSegmentation segmentation(const std::string& kind, const Array& array) {
    if (kind == "segments")
        return {.segments = segmentsOf(array)};
    Sink sink;
    return overSegmentation(array, 5, sink, {});
}

void probe(const std::vector<std::string>& arguments) {
    const OverSegmentation found = segmentation(arguments.at(0), readNpy(arguments.at(1)));
    const Array attribution = readNpy(arguments.at(2));
    const XraiOptions options{.algorithm = arguments.at(3) == "fast" ? XraiAlgorithm::Fast : XraiAlgorithm::Full,
                              .areaThreshold = std::stod(arguments.at(4))};
    const auto start = std::chrono::steady_clock::now();
    const XraiMap map = xraiMap(attribution, found.segments, options, {});
    const double merging = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const std::filesystem::path folder = arguments.at(5);
    writeNpy(folder / "attribution.npy", map.attribution);
    writeNpy(folder / "ranks.npy", map.ranks);
    fmt::print("{} {} {}\n", found.seconds, merging, found.segments.size());
}

} // namespace

int main(int count, char** words) {
    return probeMain(count, words, probe);
}
