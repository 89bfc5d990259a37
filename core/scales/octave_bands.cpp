// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scales/octave_bands.h"

#include "core/array/torch_access.h"
#include "core/scales/octave_transform.h"

#include <fmt/format.h>

namespace blurig {

std::string periodText(const OctaveBand& band) {
    return band.octave == 0 ? fmt::format("< {:g}", band.periodTo)
                            : fmt::format("{:g}-{:g}", band.periodFrom, band.periodTo);
}

OctaveParts octaveParts(const Array& array, const std::vector<double>& axisWeights) {
    const at::Tensor values = tensorOf(array).to(at::kDouble).contiguous();
    const OctaveTransform transform(array.layout(), axisWeights, Precision::Double);
    const at::Tensor spectrum = transform.spectrum(values);
    const at::Tensor mean = transform.mean(values);
    at::Tensor finest = values.sub(mean);
    OctaveParts parts;
    parts.octaves.resize(transform.octaves());
    for (std::size_t octave = 1; octave < transform.octaves(); ++octave) {
        const at::Tensor part = transform.part(spectrum, octave);
        finest.sub_(part);
        parts.octaves[octave] = arrayOf(part, array.layout());
    }
    if (!parts.octaves.empty())
        parts.octaves.front() = arrayOf(finest, array.layout());
    parts.mean = arrayOf(mean.contiguous(), array.layout());
    return parts;
}

} // namespace blurig
