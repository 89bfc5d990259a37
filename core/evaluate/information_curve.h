// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/metric.h"

#include <cstdint>
#include <span>
#include <vector>

namespace blurig {

// Performance information curves (Kapishnikov et al. 2019): the score against the information, as the size of a
// compressed picture, while the greatest values of a map bring pixels back to a picture of which 1 % is known. SIC is
// of the class score, AIC of whether the class is right. As `saliency` 0.2.1's metrics/pic.py.
class InformationCurve final : public Metric {
public:
    std::string id() const override { return "information-curve"; }
    std::string label() const override { return "Performance information curves"; }
    std::vector<MetricColumn> columns() const override;
    std::unique_ptr<MetricRun> begin(const JudgedMap& map, SharedForwards& forwards) const override;
};

// Of a curve whose first place is the picture of which 1 % is known, and its last the whole one: the area under the
// curve of normalised score over normalised size, kept from falling. None where the whole picture has not more of both,
// or a score below `least`.
std::optional<double> informationArea(std::span<const double> sizes, std::span<const double> scores, double least);

// Bytes of the picture as lossless WebP (quality 100, method 4). rgb: height x width x 3.
std::size_t compressedSize(std::span<const std::uint8_t> rgb, int width, int height);

Mask randomPixels(int width, int height, double share, std::uint64_t seed);

} // namespace blurig
