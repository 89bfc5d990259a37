// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scales/octave_split.h"

#include "core/array/torch_access.h"
#include "core/error.h"
#include "core/scales/octave_transform.h"

#include <ATen/ops/zeros.h>
#include <ATen/ops/zeros_like.h>

#include <numeric>

namespace blurig {

namespace {

// What one path gives to a split: (W direction) and the gradient that it meets, with their weight in the map.
struct Term {
    at::Tensor direction;
    at::Tensor gradient;
    double weight = 0;
    std::size_t node = 0;
};

// Weight of each node's integrand in the map.
std::vector<double> weightsOf(const PathState& state) {
    std::vector<double> weights(state.nodes.size(), 0.0);
    for (const PathCell& cell : state.cells) {
        weights[cell.fromNode] -= (cell.to - cell.from) / 2;
        weights[cell.toNode] -= (cell.to - cell.from) / 2;
    }
    return weights;
}

class Splitter {
public:
    Splitter(const ArrayLayout& layout, const std::vector<double>& axisWeights, const OctaveSplitOptions& options)
        : m_layout(layout)
        , m_options(options)
        , m_transform(layout, axisWeights, options.precision) {
        std::vector<std::int64_t> sizes{layout.channels};
        for (const Axis& axis : layout.axes)
            sizes.push_back(axis.size);
        m_coefficients = at::zeros(sizes, at::kDouble);
        if (options.maps)
            for (std::size_t i = 0; i <= m_transform.octaves(); ++i) // the mean's last
                m_maps.push_back(at::zeros(sizes, at::kDouble));
    }

    // Sums of (P_s direction) * gradient, unweighted; adds the weighted maps and coefficients.
    std::vector<double> add(const Term& term) {
        const at::Tensor direction = m_transform.spectrum(term.direction);
        const at::Tensor gradient = m_transform.spectrum(term.gradient);
        m_coefficients.add_(direction.mul(gradient), term.weight);
        if (!m_maps.empty())
            addMaps(term, direction);
        return m_transform.products(direction, gradient);
    }

    OctaveSplit result(OctaveSums sums) const {
        OctaveSplit split;
        split.bands = m_transform.bands();
        split.sums = std::move(sums);
        split.sumsOfCoefficients = m_transform.magnitudes(m_coefficients);
        split.sumsOfCoefficients.pop_back(); // the mean's
        if (m_maps.empty())
            return split;
        for (std::size_t i = 0; i < m_transform.octaves(); ++i) {
            split.sumsOfMagnitudes.push_back(m_maps[i].abs().sum().item<double>());
            split.maps.push_back(arrayOf(m_maps[i].to(at::kFloat), m_layout));
        }
        split.meanMap = arrayOf(m_maps.back().to(at::kFloat), m_layout);
        return split;
    }

private:
    void addMaps(const Term& term, const at::Tensor& spectrum) {
        const at::Tensor gradient = term.gradient.to(spectrum.scalar_type());
        const at::Tensor mean = m_transform.mean(term.direction);
        at::Tensor finest = term.direction.to(spectrum.scalar_type()).sub(mean);
        m_maps.back().add_(mean.mul(gradient), term.weight);
        for (std::size_t octave = 1; octave < m_transform.octaves(); ++octave) {
            const at::Tensor part = m_transform.part(spectrum, octave);
            finest.sub_(part);
            m_maps[octave].add_(part.mul(gradient), term.weight);
        }
        if (m_transform.octaves() > 0)
            m_maps.front().add_(finest.mul(gradient), term.weight);
    }

    ArrayLayout m_layout;
    OctaveSplitOptions m_options;
    OctaveTransform m_transform;
    at::Tensor m_coefficients; // float64
    std::vector<at::Tensor> m_maps;
};

OctaveSums& addTo(OctaveSums& sums, const std::vector<double>& values, double weight) {
    sums.octaves.resize(values.size() - 1, 0.0);
    for (std::size_t i = 0; i + 1 < values.size(); ++i)
        sums.octaves[i] += weight * values[i];
    sums.mean += weight * values.back();
    return sums;
}

// A straight path has one direction: its gradients are summed first, and transformed once.
Term straightTerm(const PathState& state, const std::vector<double>& weights) {
    Term term{.direction = tensorOf(state.path->sample(0).direction),
              .gradient = at::zeros_like(tensorOf(state.attribution), at::kDouble),
              .weight = 1};
    for (std::size_t i = 0; i < state.nodes.size(); ++i)
        if (const PathNode& node = *state.nodes[i]; weights[i] != 0 && !node.gradient.empty())
            term.gradient.add_(tensorOf(node.gradient), weights[i] * state.path->rate(state.variable, node.position));
    return term;
}

std::vector<Term> termsOf(const PathState& state) {
    const std::vector<double> weights = weightsOf(state);
    if (state.path->description().kind == PathKind::Straight)
        return {straightTerm(state, weights)};
    std::vector<Term> terms;
    for (std::size_t i = 0; i < state.nodes.size(); ++i) {
        const PathNode& node = *state.nodes[i];
        const double rate = state.path->rate(state.variable, node.position);
        if (weights[i] != 0 && rate != 0 && !node.gradient.empty())
            terms.push_back({.gradient = tensorOf(node.gradient), .weight = weights[i] * rate, .node = i});
    }
    return terms;
}

void addRows(OctaveSplit& split, const PathState& state, const std::vector<std::vector<double>>& ofNodes) {
    split.edges.push_back(0);
    for (const PathCell& cell : state.cells) {
        OctaveSums row;
        row.octaves.resize(split.bands.size(), 0.0);
        for (const std::size_t node : {cell.fromNode, cell.toNode})
            if (!ofNodes[node].empty()) {
                const double rate = state.path->rate(state.variable, state.nodes[node]->position);
                addTo(row, ofNodes[node], -(cell.to - cell.from) / 2 * rate);
            }
        split.rows.push_back(std::move(row));
        split.edges.push_back(state.path->toPosition(state.variable, cell.to));
    }
    split.edges.back() = state.path->farEnd();
}

void require(bool holds, const char* what) {
    if (!holds)
        throw Error(ErrorCode::Argument, "octaves", what,
                    "Choose Blur IG, IG or gradient x input, whose maps are integrals along a path");
}

} // namespace

double OctaveSums::total() const {
    return std::accumulate(octaves.begin(), octaves.end(), mean);
}

OctaveSplit octaveSplit(std::span<const std::shared_ptr<const PathState>> paths, const OctaveSplitOptions& options,
                        Sink& sink, const std::stop_token& stop) {
    require(!paths.empty(), "this method has no path whose steps could be taken apart by frequency");
    for (const auto& path : paths) {
        require(!path->cells.empty(), "the path has no map yet");
        require(!path->completeness.exactByConstruction, "IDGI shares out the score, and is no integral of a gradient");
    }
    const PathState& first = *paths.front();
    Splitter splitter(first.attribution.layout(), first.path->description().axisWeights, options);
    OctaveSums sums;
    std::vector<std::vector<double>> ofNodes(first.nodes.size());
    for (const auto& path : paths) {
        const double share = 1.0 / static_cast<double>(paths.size());
        for (Term& term : termsOf(*path)) {
            beginBatch(sink, stop);
            if (!term.direction.defined())
                term.direction = tensorOf(path->path->sample(path->nodes[term.node]->position).direction);
            term.weight *= share;
            const std::vector<double> found = splitter.add(term);
            addTo(sums, found, term.weight);
            ofNodes[term.node] = found;
        }
    }
    OctaveSplit split = splitter.result(std::move(sums));
    if (paths.size() == 1 && isOverSigma(first.path->description().kind))
        addRows(split, first, ofNodes);
    return split;
}

} // namespace blurig
