// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/localisation_metric.h"

#include "core/evaluate/localisation.h"

#include <algorithm>
#include <cmath>

namespace blurig {

namespace {

class Found final : public MetricRun {
public:
    explicit Found(std::optional<Localisation> found)
        : m_found(found) {}

    std::vector<std::optional<double>> values(const SharedForwards& /*forwards*/) const override {
        if (!m_found)
            return std::vector<std::optional<double>>(7);
        return {m_found->rocAuc,    m_found->f1,       m_found->mae, m_found->bestF1,
                m_found->minMaxMae, m_found->pointing, m_found->area};
    }

private:
    std::optional<Localisation> m_found;
};

} // namespace

std::vector<float> inPhotoPixels(const Array& plane, const InputGeometry& geometry, int width, int height) {
    const auto values = plane.host();
    const float least = std::ranges::min(values);
    std::vector<float> photo(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), least);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const double column = std::floor((x + 0.5 - geometry.source.x) / geometry.scaleX());
            const double row = std::floor((y + 0.5 - geometry.source.y) / geometry.scaleY());
            if (column >= 0 && row >= 0 && column < geometry.modelWidth && row < geometry.modelHeight)
                photo[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)] =
                    values[static_cast<std::size_t>(row) * static_cast<std::size_t>(geometry.modelWidth) +
                           static_cast<std::size_t>(column)];
        }
    return photo;
}

std::string LocalisationMetric::id() const {
    return m_pixels == Pixels::Model ? "localisation" : "localisation-photo";
}

std::string LocalisationMetric::label() const {
    return m_pixels == Pixels::Model ? "Localisation, model pixels" : "Localisation, pixels of the photo";
}

std::vector<MetricColumn> LocalisationMetric::columns() const {
    const bool photo = m_pixels == Pixels::Photo;
    const std::string prefix = photo ? "photo_" : "";
    const std::string suffix = photo ? ", photo" : "";
    const std::string where =
        photo ? " In pixels of the photo; what the model does not see has the map's least value." : " In model pixels.";
    const std::string of = "Of sums over channels of |A|, not smoothed, against the annotated pixels." + where;
    return {
        {prefix + "roc_auc", "ROC AUC" + suffix,
         "Probability that an annotated pixel has a greater value than another. " + of, Better::Higher},
        {prefix + "f1", "F1" + suffix,
         "2 TP / (2 TP + FP + FN) of the binary map of as many greatest values as pixels are annotated. " + of,
         Better::Higher},
        {prefix + "mae", "MAE" + suffix,
         "Mean |binary map - annotation| of the same binary map: 2 area (1 - F1). " + of, Better::Lower},
        {prefix + "best_f1", "best F1" + suffix, "The greatest F1 of all thresholds. " + of, Better::Higher},
        {prefix + "minmax_mae", "MAE of the map" + suffix,
         "Mean |map stretched from its least to its greatest value - annotation|. " + of, Better::Lower},
        {prefix + "pointing", "pointing game" + suffix,
         "1 where the greatest value lies inside of the annotation. " + of, Better::Higher},
        {prefix + "area", "annotated area" + suffix, "Share of pixels that are annotated." + where, Better::Neither},
    };
}

std::unique_ptr<MetricRun> LocalisationMetric::begin(const JudgedMap& map, SharedForwards& /*forwards*/) const {
    if (!map.photoMask)
        return std::make_unique<Found>(std::nullopt);
    const Array plane = map.magnitudes();
    const InputGeometry& geometry = map.subject->prepared.geometry;
    if (m_pixels == Pixels::Model)
        return std::make_unique<Found>(localisation(plane.host(), inModelPixels(*map.photoMask, geometry)));
    const Mask& mask = *map.photoMask;
    return std::make_unique<Found>(localisation(inPhotoPixels(plane, geometry, mask.width, mask.height), mask));
}

} // namespace blurig
