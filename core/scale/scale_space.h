// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"

#include <memory>
#include <span>
#include <vector>

namespace blurig {

enum class Precision { Single, Double };

struct ScaleSample {
    Array blurred;   // L
    Array laplacian; // lap L
};

// The Gaussian scale space of one array: the exact solution of the discrete diffusion equation with mirrored borders
// (Lindeberg's discrete Gaussian). In the DCT-II domain, coefficient (k, l) of an H x W picture is multiplied by
// exp(sigma^2/2 (a_y l_k + a_x l_l)) with l_k = 2 cos(pi k/H) - 2; the Laplacian multiplies by the bracket as well.
// sigma is in samples; 0 gives the input itself, infinity the mean along the blurred axes. 1 to 3 spatial axes.
// Immutable; the bits of a result do not depend on which other scales were asked for in the same call.
class ScaleSpace {
public:
    // z without batch axis. axisWeights: one a spatial axis, 1 to blur it and 0 to leave it; empty means all 1.
    explicit ScaleSpace(const Array& z, std::vector<double> axisWeights = {}, Precision precision = Precision::Single);
    ~ScaleSpace();
    ScaleSpace(ScaleSpace&&) noexcept;
    ScaleSpace& operator=(ScaleSpace&&) noexcept;

    const Array& input() const;
    const std::vector<double>& axisWeights() const; // as given

    Array blurred(double sigma) const;   // L, layout of the input
    Array laplacian(double sigma) const; // lap L = (1/sigma) dL/dsigma, per px^2; negative: brighter than its surround
    ScaleSample sample(double sigma) const; // both, bit for bit as above

    // sigmas.size() x C x H x W
    Array blurred(std::span<const double> sigmas) const;
    Array laplacian(std::span<const double> sigmas) const;

private:
    struct Data;
    std::unique_ptr<const Data> m_data;
};

} // namespace blurig
