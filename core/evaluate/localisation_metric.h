// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/metric.h"

namespace blurig {

// Localisation of the annotated pixels (Table 1), in the model's input or in the photo.
class LocalisationMetric final : public Metric {
public:
    enum class Pixels { Model, Photo };
    explicit LocalisationMetric(Pixels pixels)
        : m_pixels(pixels) {}

    std::string id() const override;
    std::string label() const override;
    bool needsAnnotation() const override { return true; }
    std::vector<MetricColumn> columns() const override;
    std::unique_ptr<MetricRun> begin(const JudgedMap& map, SharedForwards& forwards) const override;

private:
    Pixels m_pixels;
};

// A plane of model pixels in the photo's: each pixel of the photo has the value of the model pixel that it lies in.
// What the model does not see has the plane's least value.
std::vector<float> inPhotoPixels(const Array& plane, const InputGeometry& geometry, int width, int height);

} // namespace blurig
