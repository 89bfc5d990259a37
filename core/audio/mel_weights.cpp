// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audio/mel_weights.h"

#include "core/audio/mel_bands.h"

#include <ATen/ops/zeros.h>

#include <algorithm>

namespace blurig {

at::Tensor melWeights(const FrontEnd& frontEnd) {
    const int bins = frontEnd.fftSize / 2 + 1;
    const std::vector<double> edge = bandEdges(frontEnd);
    at::Tensor weights = at::zeros({frontEnd.melBands, bins}, at::kDouble);
    double* weight = weights.data_ptr<double>();
    for (std::size_t band = 0; band + 2 < edge.size(); ++band) {
        const double area = frontEnd.norm == MelNorm::Slaney ? 2 / (edge[band + 2] - edge[band]) : 1;
        for (int bin = 0; bin < bins; ++bin, ++weight) {
            const double hertz = static_cast<double>(bin) * frontEnd.sampleRate / frontEnd.fftSize;
            const double up = (hertz - edge[band]) / (edge[band + 1] - edge[band]);
            const double down = (edge[band + 2] - hertz) / (edge[band + 2] - edge[band + 1]);
            *weight = area * std::max(0.0, std::min(up, down));
        }
    }
    return weights;
}

} // namespace blurig
