// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scale/cosine_transform.h"
#include "core/scale/scale_space.h"
#include "core/scales/octave_bands.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace blurig {

// Internal to the room: the orthonormal DCT-II of arrays of one layout, and its octaves. Tensors are channels x spatial
// axes of the working precision. Immutable.
class OctaveTransform {
public:
    OctaveTransform(const ArrayLayout& layout, const std::vector<double>& axisWeights, Precision precision);

    const std::vector<OctaveBand>& bands() const { return m_bands; }
    std::size_t octaves() const { return m_bands.size(); }

    at::Tensor spectrum(const at::Tensor& values) const;
    // Of octave 1 and coarser: octave 0 is what is left, cheaper and exact in the sum.
    at::Tensor part(const at::Tensor& spectrum, std::size_t octave) const;
    at::Tensor mean(const at::Tensor& values) const; // of values, not of coefficients

    // Sum over the coefficients of each octave, and of the mean last: of |a|, of a * b. In float64.
    std::vector<double> magnitudes(const at::Tensor& a) const;
    std::vector<double> products(const at::Tensor& a, const at::Tensor& b) const;

private:
    struct TransformedAxis {
        std::int64_t dim = 0;
        double weight = 1;
        CosineTransform transform;
    };

    template <typename Term> std::vector<double> sumsOf(const Term& term, std::int64_t count) const;

    std::vector<OctaveBand> m_bands;
    std::vector<TransformedAxis> m_axes;
    std::vector<std::uint8_t> m_octaveOf; // of each coefficient of a channel; the mean's is octaves()
    at::Tensor m_octaves;                 // the same, as a tensor of spatial shape
    at::TensorOptions m_options;
};

} // namespace blurig
