// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scale/scale_space.h"

#include "core/array/torch_access.h"
#include "core/scale/cosine_basis.h"
#include "core/scale/cosine_transform.h"

#include <ATen/Dispatch.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/zeros_like.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace blurig {

namespace {

enum class Quantity { Blurred, Laplacian };

// What is dropped of a spectrum is at most this part of z in the L2 norm, for blurred values: below the working
// precision's rounding (6e-8, 1.1e-16).
double cutOf(at::ScalarType type) {
    return type == at::kDouble ? 1e-17 : 1e-8;
}

// What the spectrum is multiplied by: the gain, the gain - 1 for the change of z, the gain times the bracket for lap L.
enum class Factor { Gain, Change, Laplacian };

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
    std::vector<double> axisWeights;

    // What is kept of the spectrum at one scale.
    struct Kept {
        struct Dimension {
            std::vector<double> gains; // 1 where it is not blurred
            std::vector<double> terms; // a l_k, or 0
        };
        std::vector<Dimension> dimensions; // spatial ones
        std::vector<CutAxis> order;
        double smallestGain = 1; // of all coefficients, kept or not
    };

    Kept keptAt(double sigma) const {
        Kept result;
        for (std::int64_t dim = 1; dim < spectrum.dim(); ++dim) {
            const auto size = static_cast<std::size_t>(spectrum.size(dim));
            result.dimensions.push_back({std::vector<double>(size, 1.0), std::vector<double>(size, 0.0)});
        }
        for (const BlurredAxis& axis : axes) {
            Kept::Dimension& dimension = result.dimensions[static_cast<std::size_t>(axis.dim - 1)];
            dimension = {};
            // Eigenvalues fall, so the kept coefficients are the first ones.
            for (std::int64_t k = 0; k < axis.size(); ++k) {
                const double gain = axis.gain(sigma, k);
                if (k > 0 && gain <= cutOf(values.scalar_type()))
                    break;
                dimension.gains.push_back(gain);
                dimension.terms.push_back(axis.weight * axis.eigenvalues[static_cast<std::size_t>(k)]);
            }
            result.order.push_back({&axis, static_cast<std::int64_t>(dimension.gains.size())});
            result.smallestGain *= axis.gain(sigma, axis.size() - 1);
        }
        result.order = cheapestOrder(std::move(result.order));
        return result;
    }

    // In double, rounded once: gains multiply over the dimensions, the bracket's terms add.
    at::Tensor factorOf(const Kept& kept, Factor factor) const {
        std::vector<std::int64_t> sizes;
        std::vector<std::pair<double, double>> lines{{1.0, 0.0}}; // gain and term over all dimensions but the last
        for (const Kept::Dimension& dimension : kept.dimensions) {
            sizes.push_back(static_cast<std::int64_t>(dimension.gains.size()));
            if (&dimension == &kept.dimensions.back())
                break;
            std::vector<std::pair<double, double>> further;
            for (const auto& [gain, term] : lines)
                for (std::size_t k = 0; k < dimension.gains.size(); ++k)
                    further.emplace_back(gain * dimension.gains[k], term + dimension.terms[k]);
            lines = std::move(further);
        }
        at::Tensor result = at::empty(sizes, values.options());
        const Kept::Dimension& last = kept.dimensions.back();
        AT_DISPATCH_FLOATING_TYPES(result.scalar_type(), "factorOf", [&] {
            auto* to = result.data_ptr<scalar_t>();
            for (const auto& [lineGain, lineTerm] : lines) {
                for (std::size_t k = 0; k < last.gains.size(); ++k) {
                    const double gain = lineGain * last.gains[k];
                    const double value = factor == Factor::Laplacian ? gain * (lineTerm + last.terms[k])
                                         : factor == Factor::Change  ? gain - 1.0
                                                                     : gain;
                    *to++ = static_cast<scalar_t>(value);
                }
            }
        });
        return result;
    }

    void transformBack(const Kept& kept, Factor factor, at::Tensor& out) const {
        at::Tensor current = spectrum;
        for (const CutAxis& cut : kept.order)
            current = current.narrow(cut.axis->dim, 0, cut.kept);
        current = current.mul(factorOf(kept, factor));
        for (const CutAxis& cut : kept.order) {
            std::vector<std::int64_t> sizes = current.sizes().vec();
            sizes[static_cast<std::size_t>(cut.axis->dim)] = cut.axis->size();
            const bool last = &cut == &kept.order.back();
            at::Tensor next = last ? out : at::empty(sizes, values.options());
            cut.axis->transform.backward(current, cut.axis->dim, next);
            current = next;
        }
    }

    void blurredInto(const Kept& kept, at::Tensor& out) const {
        if (kept.smallestGain > 0.5) {
            // z plus its change, so that rounding is relative to the change and small scales join sigma = 0 smoothly.
            transformBack(kept, Factor::Change, out);
            out.add_(values);
        } else {
            transformBack(kept, Factor::Gain, out);
            out.add_(mean);
        }
    }

    void laplacianInto(const Kept& kept, at::Tensor& out) const { transformBack(kept, Factor::Laplacian, out); }

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
            blurredInto(keptAt(sigma), out);
        else
            laplacianInto(keptAt(sigma), out);
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
    data->axisWeights = std::move(axisWeights);
    m_data = std::move(data);
}

ScaleSpace::~ScaleSpace() = default;
ScaleSpace::ScaleSpace(ScaleSpace&&) noexcept = default;
ScaleSpace& ScaleSpace::operator=(ScaleSpace&&) noexcept = default;

const std::vector<double>& ScaleSpace::axisWeights() const {
    return m_data->axisWeights;
}

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
    const Data::Kept kept = data.keptAt(sigma);
    at::Tensor values = at::empty_like(data.values);
    at::Tensor laplacian = at::empty_like(data.values);
    data.blurredInto(kept, values);
    data.laplacianInto(kept, laplacian);
    return {arrayOf(std::move(values), input().layout()), arrayOf(std::move(laplacian), input().layout())};
}

Array ScaleSpace::blurred(std::span<const double> sigmas) const {
    return m_data->several(Quantity::Blurred, sigmas);
}

Array ScaleSpace::laplacian(std::span<const double> sigmas) const {
    return m_data->several(Quantity::Laplacian, sigmas);
}

} // namespace blurig
