// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/metric.h"

#include "core/error.h"
#include "core/evaluate/diffid.h"
#include "core/evaluate/information_curve.h"
#include "core/evaluate/insertion_deletion.h"
#include "core/evaluate/localisation_metric.h"
#include "core/evaluate/patch_deletion.h"
#include "core/render/map_render.h"

#include <fmt/format.h>

#include <array>

namespace blurig {

Array JudgedMap::sums() const {
    return reduceChannels(attribution, ChannelReduction::Sum);
}

Array JudgedMap::magnitudes() const {
    return reduceChannels(attribution, ChannelReduction::Absolute);
}

std::span<const Metric* const> metrics() {
    static const LocalisationMetric inModel(LocalisationMetric::Pixels::Model);
    static const LocalisationMetric inPhoto(LocalisationMetric::Pixels::Photo);
    static const InsertionDeletion byBlur(InsertionDeletion::Removal::Blur);
    static const InsertionDeletion byMean(InsertionDeletion::Removal::Mean);
    static const DiffId diffId;
    static const PatchDeletion patches;
    static const InformationCurve information;
    static const std::array<const Metric*, 7> all{&inModel, &inPhoto, &byBlur,     &byMean,
                                                  &diffId,  &patches, &information};
    return all;
}

const Metric& metricById(std::string_view id) {
    std::string known;
    for (const Metric* metric : metrics()) {
        if (metric->id() == id)
            return *metric;
        known += (known.empty() ? "" : ", ") + metric->id();
    }
    throw Error(ErrorCode::Argument, "metrics", fmt::format("there is no metric \"{}\"", id), "Use " + known);
}

} // namespace blurig
