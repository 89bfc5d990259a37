// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scale/scale_space.h"

#include "core/array/torch_access.h"
#include "core/scale/cosine_basis.h"
#include "core/scale/cosine_transform.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/zeros_like.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>
#include <optional>

namespace blurig {

namespace {

enum class Quantity { Blurred, Laplacian };

// What is dropped of a spectrum is at most this part of z in the L2 norm, for blurred values: below the working
// precision's rounding (6e-8, 1.1e-16).
double cutOf(at::ScalarType type) {
    return type == at::kDouble ? 1e-17 : 1e-8;
}

at::Tensor toTensor(const std::vector<double>& values) {
    at::Tensor tensor = at::empty({static_cast<std::int64_t>(values.size())}, at::kDouble);
    std::memcpy(tensor.data_ptr<double>(), values.data(), values.size() * sizeof(double));
    return tensor;
}

// A spatial axis that is blurred; one sample alone is never blurred.
struct BlurredAxis {
    std::int64_t dim = 0;
    double weight = 1;
    std::vector<double> eigenvalues;
    CosineTransform transform; // in working precision

    std::int64_t size() const { return transform.size(); }
    double gain(double sigma, std::int64_t k) const {
        return std::exp(0.5 * sigma * sigma * weight * eigenvalues[static_cast<std::size_t>(k)]);
    }
};

// The inverse transform's axis: only its first `kept` coefficients are not negligible.
struct CutAxis {
    const BlurredAxis* axis;
    std::int64_t kept;
};

// For transforming back in this order: each axis once, at the sizes that the others have by then.
double cost(const std::vector<CutAxis>& order) {
    double total = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        double product = order[i].axis->transform.backwardCost(order[i].kept);
        for (std::size_t j = 0; j < order.size(); ++j)
            if (j != i)
                product *= static_cast<double>(j < i ? order[j].axis->size() : order[j].kept);
        total += product;
    }
    return total;
}

std::vector<CutAxis> cheapestOrder(std::vector<CutAxis> axes) {
    const auto byDim = [](const CutAxis& a, const CutAxis& b) { return a.axis->dim < b.axis->dim; };
    std::sort(axes.begin(), axes.end(), byDim);
    std::vector<CutAxis> best = axes;
    while (std::next_permutation(axes.begin(), axes.end(), byDim))
        if (cost(axes) < cost(best))
            best = axes;
    return best;
}

} // namespace

struct ScaleSpace::Data {
    Array input;
    at::Tensor values;             // of the input, in working precision
    at::Tensor mean;               // along the blurred axes, which are kept with size 1
    at::Tensor spectrum;           // of values - mean, so that rounding is relative to contrast and the mean is exact
    at::Tensor discreteLaplacian;  // of the input
    std::vector<BlurredAxis> axes; // with positive weight and more than one sample

    // The spectrum's kept part at one scale: coefficients times gain.
    struct Faded {
        std::vector<CutAxis> order;
        at::Tensor gain; // double
        double smallestGain = 1;
        at::Tensor spectrum;
    };

    Faded faded(double sigma) const {
        Faded result;
        result.spectrum = spectrum;
        for (const BlurredAxis& axis : axes) {
            // Eigenvalues fall, so the kept coefficients are the first ones.
            std::vector<double> gains;
            for (std::int64_t k = 0; k < axis.size(); ++k) {
                const double gain = axis.gain(sigma, k);
                if (k > 0 && gain <= cutOf(values.scalar_type()))
                    break;
                gains.push_back(gain);
            }
            result.order.push_back({&axis, static_cast<std::int64_t>(gains.size())});
            result.smallestGain *= axis.gain(sigma, axis.size() - 1); // of all coefficients, kept or not
            const at::Tensor factor = alongAxis(axis, gains);
            result.gain = result.gain.defined() ? result.gain.mul(factor) : factor;
            result.spectrum = result.spectrum.narrow(axis.dim, 0, result.order.back().kept);
        }
        result.order = cheapestOrder(std::move(result.order));
        return result;
    }

    // sum over axes of a l_k: the bracket of the scale space.
    at::Tensor bracket(const Faded& part) const {
        at::Tensor sum;
        for (const BlurredAxis& axis : axes) {
            std::vector<double> terms;
            for (std::int64_t k = 0; k < part.spectrum.size(axis.dim); ++k)
                terms.push_back(axis.weight * axis.eigenvalues[static_cast<std::size_t>(k)]);
            const at::Tensor term = alongAxis(axis, terms);
            sum = sum.defined() ? sum.add(term) : term;
        }
        return sum;
    }

    at::Tensor alongAxis(const BlurredAxis& axis, const std::vector<double>& terms) const {
        std::vector<std::int64_t> sizes(static_cast<std::size_t>(values.dim()), 1);
        sizes[static_cast<std::size_t>(axis.dim)] = static_cast<std::int64_t>(terms.size());
        return toTensor(terms).view(sizes);
    }

    void transformBack(const Faded& part, const at::Tensor& factor, at::Tensor& out) const {
        at::Tensor current = part.spectrum.mul(factor.to(values.options()));
        for (const CutAxis& cut : part.order) {
            std::vector<std::int64_t> sizes = current.sizes().vec();
            sizes[static_cast<std::size_t>(cut.axis->dim)] = cut.axis->size();
            const bool last = &cut == &part.order.back();
            at::Tensor next = last ? out : at::empty(sizes, values.options());
            cut.axis->transform.backward(current, cut.axis->dim, next);
            current = next;
        }
    }

    void blurredInto(const Faded& part, at::Tensor& out) const {
        if (part.smallestGain > 0.5) {
            // z plus its change, so that rounding is relative to the change and small scales join sigma = 0 smoothly.
            transformBack(part, part.gain.sub(1.0), out);
            out.add_(values);
        } else {
            transformBack(part, part.gain, out);
            out.add_(mean);
        }
    }

    void laplacianInto(const Faded& part, at::Tensor& out) const {
        transformBack(part, part.gain.mul(bracket(part)), out);
    }

    // The ends of the path and nothing to blur need no transform; nullopt elsewhere.
    std::optional<at::Tensor> closedForm(Quantity quantity, double sigma) const {
        assert(sigma >= 0);
        if (sigma == 0 || axes.empty())
            return quantity == Quantity::Blurred ? values : discreteLaplacian;
        if (std::isinf(sigma))
            return quantity == Quantity::Blurred ? mean.expand_as(values).contiguous() : at::zeros_like(values);
        return std::nullopt;
    }

    void evaluate(Quantity quantity, double sigma, at::Tensor& out) const {
        if (const auto known = closedForm(quantity, sigma))
            out.copy_(*known);
        else if (quantity == Quantity::Blurred)
            blurredInto(faded(sigma), out);
        else
            laplacianInto(faded(sigma), out);
    }

    Array one(Quantity quantity, double sigma) const {
        if (auto known = closedForm(quantity, sigma))
            return arrayOf(*std::move(known), input.layout());
        at::Tensor out = at::empty_like(values);
        evaluate(quantity, sigma, out);
        return arrayOf(std::move(out), input.layout());
    }

    // Each scale is computed alone, in its place: that is what keeps its bits free of its neighbours.
    Array several(Quantity quantity, std::span<const double> sigmas) const {
        std::vector<std::int64_t> sizes = values.sizes().vec();
        sizes.insert(sizes.begin(), static_cast<std::int64_t>(sigmas.size()));
        const at::Tensor out = at::empty(sizes, values.options());
        for (std::size_t i = 0; i < sigmas.size(); ++i) {
            at::Tensor place = out.select(0, static_cast<std::int64_t>(i));
            evaluate(quantity, sigmas[i], place);
        }
        ArrayLayout layout = input.layout();
        layout.batch = static_cast<std::int64_t>(sigmas.size());
        return arrayOf(out, std::move(layout));
    }
};

namespace {

// The second difference with mirrored borders, z(-1) = z(0), z(n) = z(n - 1), times the axis' weight, added to `sum`.
void addSecondDifference(const at::Tensor& z, const BlurredAxis& axis, at::Tensor& sum) {
    const std::int64_t n = axis.size();
    const at::Tensor step = z.narrow(axis.dim, 1, n - 1).sub(z.narrow(axis.dim, 0, n - 1)).mul(axis.weight);
    sum.narrow(axis.dim, 0, n - 1).add_(step);
    sum.narrow(axis.dim, 1, n - 1).sub_(step);
}

} // namespace

ScaleSpace::ScaleSpace(const Array& z, std::vector<double> axisWeights, Precision precision) {
    const ArrayLayout& layout = z.layout();
    assert(layout.batch == 0 && !layout.axes.empty() && layout.axes.size() <= 3);
    if (axisWeights.empty())
        axisWeights.assign(layout.axes.size(), 1.0);
    assert(axisWeights.size() == layout.axes.size());

    auto data = std::make_unique<Data>();
    const at::ScalarType type = precision == Precision::Double ? at::kDouble : at::kFloat;
    data->input = z;
    data->values = tensorOf(z).to(type).contiguous();

    // Everything that is kept is computed in double, and then rounded once.
    const at::Tensor exact = tensorOf(z).to(at::kDouble).contiguous();
    std::vector<std::int64_t> blurredDims;
    for (std::size_t i = 0; i < axisWeights.size(); ++i) {
        assert(axisWeights[i] >= 0 && std::isfinite(axisWeights[i]));
        const std::int64_t size = layout.axes[i].size;
        if (axisWeights[i] == 0 || size < 2)
            continue;
        const std::int64_t dim = static_cast<std::int64_t>(i) + 1;
        const Lines lines = i + 1 == axisWeights.size() ? Lines::Contiguous : Lines::Strided;
        data->axes.push_back({dim, axisWeights[i], diffusionEigenvalues(size), {size, lines, data->values.options()}});
        blurredDims.push_back(dim);
    }
    const at::Tensor mean = blurredDims.empty() ? exact : exact.mean(blurredDims, /*keepdim=*/true);
    at::Tensor spectrum = exact.sub(mean);
    at::Tensor secondDifference = at::zeros_like(exact);
    for (const BlurredAxis& axis : data->axes) {
        const Lines lines = axis.dim + 1 == exact.dim() ? Lines::Contiguous : Lines::Strided;
        spectrum = CosineTransform(axis.size(), lines, exact.options()).forward(spectrum, axis.dim);
        addSecondDifference(exact, axis, secondDifference);
    }
    data->mean = mean.to(type);
    data->spectrum = spectrum.to(type);
    data->discreteLaplacian = secondDifference.to(type);
    m_data = std::move(data);
}

ScaleSpace::~ScaleSpace() = default;
ScaleSpace::ScaleSpace(ScaleSpace&&) noexcept = default;
ScaleSpace& ScaleSpace::operator=(ScaleSpace&&) noexcept = default;

const Array& ScaleSpace::input() const {
    return m_data->input;
}

Array ScaleSpace::blurred(double sigma) const {
    return m_data->one(Quantity::Blurred, sigma);
}

Array ScaleSpace::laplacian(double sigma) const {
    return m_data->one(Quantity::Laplacian, sigma);
}

ScaleSample ScaleSpace::sample(double sigma) const {
    const Data& data = *m_data;
    if (data.closedForm(Quantity::Blurred, sigma))
        return {blurred(sigma), laplacian(sigma)};
    const Data::Faded part = data.faded(sigma);
    at::Tensor values = at::empty_like(data.values);
    at::Tensor laplacian = at::empty_like(data.values);
    data.blurredInto(part, values);
    data.laplacianInto(part, laplacian);
    return {arrayOf(std::move(values), input().layout()), arrayOf(std::move(laplacian), input().layout())};
}

Array ScaleSpace::blurred(std::span<const double> sigmas) const {
    return m_data->several(Quantity::Blurred, sigmas);
}

Array ScaleSpace::laplacian(std::span<const double> sigmas) const {
    return m_data->several(Quantity::Laplacian, sigmas);
}

} // namespace blurig
