// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scales/octave_transform.h"

#include <ATen/ops/empty.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>

namespace blurig {

namespace {

std::vector<double> weightsOf(const ArrayLayout& layout, const std::vector<double>& axisWeights) {
    assert(axisWeights.empty() || axisWeights.size() == layout.axes.size());
    return axisWeights.empty() ? std::vector<double>(layout.axes.size(), 1.0) : axisWeights;
}

bool isTransformed(const ArrayLayout& layout, const std::vector<double>& weights, std::size_t axis) {
    return weights[axis] > 0 && layout.axes[axis].size > 1;
}

// The octave that a squared radial frequency (w/pi)^2 > 0 lies in.
std::size_t octaveOf(double square, std::size_t octaves) {
    std::size_t octave = 0;
    for (double border = 0.25; octave + 1 < octaves && square <= border; border /= 4)
        ++octave;
    return octave;
}

} // namespace

std::vector<OctaveBand> octaveBands(const ArrayLayout& layout, const std::vector<double>& axisWeights) {
    const std::vector<double> weights = weightsOf(layout, axisWeights);
    double longest = 0; // period, px
    for (std::size_t axis = 0; axis < weights.size(); ++axis)
        if (isTransformed(layout, weights, axis))
            longest = std::max(longest, 2 * static_cast<double>(layout.axes[axis].size) / std::sqrt(weights[axis]));
    std::vector<OctaveBand> bands;
    for (int octave = 0; octave < mostOctaves; ++octave) {
        const double from = std::exp2(octave + 1);
        if (longest < from)
            break;
        const bool last = octave + 1 == mostOctaves;
        const double to = last ? std::max(2 * from, longest) : 2 * from;
        bands.push_back({.octave = octave, .periodFrom = octave == 0 ? 0 : from, .periodTo = to});
    }
    return bands;
}

OctaveTransform::OctaveTransform(const ArrayLayout& layout, const std::vector<double>& axisWeights, Precision precision)
    : m_bands(octaveBands(layout, axisWeights))
    , m_options(at::TensorOptions().dtype(precision == Precision::Double ? at::kDouble : at::kFloat)) {
    const std::vector<double> weights = weightsOf(layout, axisWeights);
    std::vector<std::int64_t> sizes;
    std::vector<double> squares{0}; // (w/pi)^2 over the axes so far, row-major
    for (std::size_t axis = 0; axis < weights.size(); ++axis) {
        const std::int64_t size = layout.axes[axis].size;
        const bool transformed = isTransformed(layout, weights, axis);
        sizes.push_back(size);
        if (transformed) {
            const Lines lines = axis + 1 == weights.size() ? Lines::Contiguous : Lines::Strided;
            m_axes.push_back({static_cast<std::int64_t>(axis) + 1, weights[axis], {size, lines, m_options}});
        }
        std::vector<double> further;
        further.reserve(squares.size() * static_cast<std::size_t>(size));
        for (const double square : squares)
            for (std::int64_t k = 0; k < size; ++k) {
                const double frequency = static_cast<double>(k) / static_cast<double>(size);
                further.push_back(transformed ? square + weights[axis] * frequency * frequency : square);
            }
        squares = std::move(further);
    }
    m_octaveOf.reserve(squares.size());
    for (const double square : squares)
        m_octaveOf.push_back(static_cast<std::uint8_t>(square > 0 ? octaveOf(square, octaves()) : octaves()));
    m_octaves = at::empty(sizes, at::kByte);
    std::memcpy(m_octaves.data_ptr<std::uint8_t>(), m_octaveOf.data(), m_octaveOf.size());
}

at::Tensor OctaveTransform::spectrum(const at::Tensor& values) const {
    at::Tensor current = values.to(m_options.dtype()).contiguous();
    for (const TransformedAxis& axis : m_axes)
        current = axis.transform.forward(current, axis.dim);
    return current;
}

// Coefficients of octave s lie below n/2^s on each axis: the matrices are cut to those.
at::Tensor OctaveTransform::part(const at::Tensor& spectrum, std::size_t octave) const {
    assert(octave > 0 && octave < octaves());
    at::Tensor octaveOfKept = m_octaves;
    at::Tensor current = spectrum;
    for (const TransformedAxis& axis : m_axes) {
        const double highest = static_cast<double>(axis.transform.size()) /
                               (std::exp2(static_cast<double>(octave)) * std::sqrt(axis.weight));
        const std::int64_t kept = std::min(axis.transform.size(), static_cast<std::int64_t>(highest) + 1);
        octaveOfKept = octaveOfKept.narrow(axis.dim - 1, 0, kept);
        current = current.narrow(axis.dim, 0, kept);
    }
    current = current.mul(octaveOfKept.eq(static_cast<std::int64_t>(octave)).to(current.scalar_type()));
    for (const TransformedAxis& axis : m_axes) {
        std::vector<std::int64_t> sizes = current.sizes().vec();
        sizes[static_cast<std::size_t>(axis.dim)] = axis.transform.size();
        at::Tensor out = at::empty(sizes, m_options);
        axis.transform.backward(current, axis.dim, out);
        current = out;
    }
    return current;
}

at::Tensor OctaveTransform::mean(const at::Tensor& values) const {
    std::vector<std::int64_t> dims;
    for (const TransformedAxis& axis : m_axes)
        dims.push_back(axis.dim);
    const at::Tensor exact = values.to(at::kDouble);
    return (dims.empty() ? exact : exact.mean(dims, /*keepdim=*/true).expand_as(values)).to(m_options.dtype());
}

template <typename Term> std::vector<double> OctaveTransform::sumsOf(const Term& term, std::int64_t count) const {
    std::vector<double> sums(octaves() + 1, 0.0);
    const std::size_t inner = m_octaveOf.size();
    for (std::size_t channel = 0; channel < static_cast<std::size_t>(count); channel += inner)
        for (std::size_t i = 0; i < inner; ++i)
            sums[m_octaveOf[i]] += term(channel + i);
    return sums;
}

namespace {

template <typename Function> auto withValues(const at::Tensor& tensor, const Function& function) {
    const at::Tensor whole = tensor.contiguous();
    if (whole.scalar_type() == at::kDouble)
        return function(whole.data_ptr<double>());
    return function(whole.data_ptr<float>());
}

} // namespace

std::vector<double> OctaveTransform::magnitudes(const at::Tensor& a) const {
    return withValues(a, [&](const auto* values) {
        return sumsOf([values](std::size_t i) { return std::abs(static_cast<double>(values[i])); }, a.numel());
    });
}

std::vector<double> OctaveTransform::products(const at::Tensor& a, const at::Tensor& b) const {
    return withValues(a, [&](const auto* left) {
        return withValues(b, [&](const auto* right) {
            return sumsOf([left, right](std::size_t i) { return double{left[i]} * double{right[i]}; }, a.numel());
        });
    });
}

} // namespace blurig
