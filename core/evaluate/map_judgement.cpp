// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/map_judgement.h"

#include "core/error.h"
#include "core/evaluate/rank_correlation.h"
#include "core/evaluate/sampled_blur_path.h"
#include "core/methods/baseline.h"
#include "core/path/accumulation.h"
#include "core/path/blur_path.h"
#include "core/path/integrator.h"
#include "core/path/straight_path.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>

namespace blurig {

namespace {

constexpr double holdsBelow = 0.12; // relative L2 to the converged map
constexpr double fitsBelow = 0.30;  // the same of a mistake that is named
constexpr double usualCut = 4;      // sigmas, scipy's
constexpr double mistakenCut = 1;

using Values = std::vector<double>;

Values valuesOf(const Array& array) {
    return {array.host().begin(), array.host().end()};
}

double dot(const Values& a, const Values& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

double distance(const Values& a, const Values& b) {
    double difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        difference += (a[i] - b[i]) * (a[i] - b[i]);
    const double size = dot(b, b);
    return size > 0 ? std::sqrt(difference / size) : std::sqrt(difference);
}

Values summedOverChannels(const Values& values, std::size_t channels) {
    const std::size_t size = values.size() / channels;
    Values sums(size);
    for (std::size_t channel = 0; channel < channels; ++channel)
        for (std::size_t i = 0; i < size; ++i)
            sums[i] += values[channel * size + i];
    return sums;
}

Values magnitudes(Values values) {
    std::ranges::transform(values, values.begin(), [](double value) { return std::abs(value); });
    return values;
}

class Judge {
public:
    Judge(const Array& map, const JudgeRequest& request, MethodSink& sink, const std::stop_token& stop)
        : m_request(request)
        , m_sink(sink)
        , m_stop(stop)
        , m_input(request.subject.prepared.z)
        , m_channels(static_cast<std::size_t>(m_input.channels()))
        , m_oneChannel(map.channels() == 1 && m_input.channels() > 1)
        , m_map(valuesOf(map)) {
        if (map.height() != m_input.height() || map.width() != m_input.width() ||
            (map.channels() != 1 && map.channels() != m_input.channels()))
            throw Error(ErrorCode::Argument, "map",
                        fmt::format("has {} x {} x {} values, but the model's input {} x {} x {}", map.channels(),
                                    map.height(), map.width(), m_input.channels(), m_input.height(), m_input.width()),
                        "Give a map in pixels of the model");
    }

    MapJudgement run() {
        MapJudgement judgement{.claim = m_request.claim, .sum = std::accumulate(m_map.begin(), m_map.end(), 0.0)};
        const bool blur = m_request.claim.kind != MapClaim::Kind::Ig;
        if (blur)
            compareWithBlur(judgement);
        else
            compareWithIg(judgement);
        std::stable_sort(judgement.fits.begin() + 1, judgement.fits.end(),
                         [](const MapFit& a, const MapFit& b) { return a.distance < b.distance; });
        // One channel is a map of its own kind: it may still be the sum of what it claims to be.
        judgement.holds = judgement.fits.front().distance <= holdsBelow && !m_oneChannel;
        if (!judgement.holds) {
            const auto best = std::ranges::min_element(judgement.fits, {}, &MapFit::distance);
            if (best->distance <= fitsBelow && best->distance < judgement.fits.front().distance)
                judgement.best = static_cast<std::size_t>(best - judgement.fits.begin());
            else if (m_oneChannel && judgement.fits.front().distance <= fitsBelow)
                judgement.best = 0;
        }
        return judgement;
    }

private:
    std::shared_ptr<const PathState> converged(const std::shared_ptr<const Path>& path) {
        const Explained explained{.model = m_request.model, .target = m_request.target, .score = m_request.score};
        return integrate(
            path, explained, {.tolerances = {.gap = 0.002, .map = 0.01}, .maxGradients = m_request.maxGradients},
            m_sink, [](const auto&) {}, m_stop);
    }

    // As the map has its channels.
    Values seen(const Values& whole) const { return m_oneChannel ? summedOverChannels(whole, m_channels) : whole; }

    void add(MapJudgement& judgement, std::string id, std::string words, bool isMistake, const Values& whole,
             bool freeSize = false) {
        Values known = seen(whole);
        MapFit fit{.id = std::move(id), .words = std::move(words), .isMistake = isMistake};
        if (freeSize && dot(known, known) > 0) {
            fit.scale = dot(m_map, known) / dot(known, known);
            for (double& value : known)
                value *= fit.scale;
        }
        fit.distance = freeSize && !(fit.scale > 0) ? 1 : distance(m_map, known);
        fit.rankCorrelation = rankCorrelation(m_map, known);
        judgement.fits.push_back(std::move(fit));
    }

    // The mistakes that any integral may have, of a converged state.
    void addUsualMistakes(MapJudgement& judgement, const std::shared_ptr<const PathState>& state,
                          const std::vector<double>& firstIntervals, const char* unit) {
        const Values whole = valuesOf(state->attribution);
        Accumulation accumulation(state);
        std::optional<std::pair<double, Values>> nearest;
        for (const double first : firstIntervals) {
            if (first >= state->path->farEnd())
                continue;
            Values without = valuesOf(accumulation.at(first));
            if (!nearest || distance(m_map, seen(without)) < distance(m_map, seen(nearest->second)))
                nearest = std::pair(first, std::move(without));
        }
        if (nearest)
            add(judgement, "lost-interval",
                fmt::format("the first interval, from the input to {:g} {}, is lost, as by the left rule",
                            nearest->first, unit),
                true, nearest->second);
        add(judgement, "absolute", "magnitudes were taken: the sign is lost", true, magnitudes(whole));
        if (!m_oneChannel && m_channels > 1) {
            const Values sums = summedOverChannels(whole, m_channels);
            Values repeated;
            for (std::size_t channel = 0; channel < m_channels; ++channel)
                repeated.insert(repeated.end(), sums.begin(), sums.end());
            add(judgement, "channels-summed", "each channel holds the sum over channels", true, repeated, true);
        }
        if (m_oneChannel) // magnitudes of each channel, then summed
            addPlain(judgement, "absolute-summed", "magnitudes were summed over channels",
                     summedOverChannels(magnitudes(whole), m_channels));
        Values gradients(whole.size());
        for (const PathCell& cell : state->cells)
            for (const std::size_t node : {cell.fromNode, cell.toNode})
                if (const Array& gradient = state->nodes[node]->gradient; !gradient.empty())
                    for (std::size_t i = 0; i < gradients.size(); ++i)
                        gradients[i] += double{gradient.host()[i]} * (cell.to - cell.from) / 2;
        add(judgement, "no-difference", "gradients were averaged without the change of the input along the path", true,
            gradients, true);
    }

    void addPlain(MapJudgement& judgement, std::string id, std::string words, const Values& plane) {
        judgement.fits.push_back({.id = std::move(id),
                                  .words = std::move(words),
                                  .isMistake = true,
                                  .distance = distance(m_map, plane),
                                  .rankCorrelation = rankCorrelation(m_map, plane)});
    }

    void compareWithBlur(MapJudgement& judgement) {
        using Border = SampledBlurPath::Border;
        const double end = m_request.sigmaMax;
        const auto sampledOf = [&](double cut, Border border) {
            return converged(std::make_shared<const SampledBlurPath>(m_input, end, cut, border));
        };
        const auto discrete =
            converged(std::make_shared<const BlurPath>(std::make_shared<const ScaleSpace>(m_input), end));
        const auto sampled = sampledOf(usualCut, Border::Mirrored);
        const bool claimsDiscrete = m_request.claim.kind == MapClaim::Kind::BlurIg;
        judgement.difference = (claimsDiscrete ? discrete : sampled)->completeness.difference();
        const auto addDiscrete = [&] {
            add(judgement, "blur-ig", "the integral along the path of the discrete Gaussian", false,
                valuesOf(discrete->attribution));
        };
        if (claimsDiscrete)
            addDiscrete();
        add(judgement, "blur-ig:sampled", "the integral along the path of a kernel sampled at the pixels", false,
            valuesOf(sampled->attribution));
        if (!claimsDiscrete)
            addDiscrete();
        add(judgement, "zero-border", "the border was zero, not mirrored", true,
            valuesOf(sampledOf(usualCut, Border::Zero)->attribution));
        add(judgement, "cut-kernel", "the kernel was cut at 1 sigma", true,
            valuesOf(sampledOf(mistakenCut, Border::Mirrored)->attribution));
        addUsualMistakes(judgement, claimsDiscrete ? discrete : sampled, {0.125, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 5},
                         "px");
    }

    void compareWithIg(MapJudgement& judgement) {
        const std::string& kind = m_request.claim.baseline;
        const Array baseline = makeBaselines(kind, m_input, 1, 0, {}).front().image;
        const auto state = converged(std::make_shared<const StraightPath>(m_input, baseline));
        judgement.difference = state->completeness.difference();
        add(judgement, "ig:" + kind, fmt::format("the integral along the straight path from {}", kind), false,
            valuesOf(state->attribution));
        // Zero after normalisation is the card's mean.
        const ModelCard& card = m_request.model.card();
        std::vector<float> mean(m_input.host().size());
        const std::size_t size = mean.size() / m_channels;
        for (std::size_t channel = 0; channel < m_channels; ++channel)
            std::fill_n(mean.begin() + static_cast<std::ptrdiff_t>(channel * size), size,
                        static_cast<float>(card.mean.at(channel)));
        add(judgement, "normalised-baseline",
            "the baseline was zero in normalised space, which is the mean of the normalisation", true,
            valuesOf(converged(std::make_shared<const StraightPath>(m_input,
                                                                    Array::fromHost(m_input.layout(), std::move(mean))))
                         ->attribution));
        addUsualMistakes(judgement, state, {0.005, 0.01, 0.02, 0.05, 0.1}, "of the way");
    }

    const JudgeRequest& m_request;
    MethodSink& m_sink;
    std::stop_token m_stop;
    Array m_input;
    std::size_t m_channels;
    bool m_oneChannel;
    Values m_map;
};

} // namespace

MapClaim parseClaim(std::string_view text) {
    if (text == "blur-ig")
        return {};
    if (text == "blur-ig:sampled")
        return {.kind = MapClaim::Kind::SampledBlurIg};
    constexpr std::string_view prefix = "ig:";
    const std::string baseline(text.starts_with(prefix) ? text.substr(prefix.size()) : std::string_view());
    constexpr std::array known{"black", "white", "grey", "mean", "blurred"};
    if (std::ranges::find(known, baseline) == known.end())
        throw Error(ErrorCode::Argument, "claims", fmt::format("no map is known as \"{}\"", text),
                    "Use blur-ig, blur-ig:sampled, ig:black, ig:white, ig:grey, ig:mean or ig:blurred");
    return {.kind = MapClaim::Kind::Ig, .baseline = baseline};
}

MapJudgement judgeMap(const Array& map, const JudgeRequest& request, MethodSink& sink, const std::stop_token& stop) {
    return Judge(map, request, sink, stop).run();
}

std::string MapJudgement::verdict() const {
    const MapFit& claimed = fits.front();
    if (holds)
        return fmt::format("it is {}, within {:.1f} %", claimed.words, 100 * claimed.distance);
    if (!best)
        return fmt::format("it is not {} ({:.0f} % off), and fits none of the usual mistakes", claimed.words,
                           100 * claimed.distance);
    const MapFit& fit = fits[*best];
    if (*best == 0)
        return fmt::format("it has one channel: it is {}, summed over channels, within {:.1f} %", claimed.words,
                           100 * claimed.distance);
    return fmt::format("it is not {} ({:.0f} % off): {}, within {:.1f} %", claimed.words, 100 * claimed.distance,
                       fit.words, 100 * fit.distance);
}

Json judgementJson(const MapJudgement& judgement) {
    Json fits = Json::array();
    for (const MapFit& fit : judgement.fits)
        fits.push_back({{"id", fit.id},
                        {"words", fit.words},
                        {"mistake", fit.isMistake},
                        {"distance", numberJson(fit.distance)},
                        {"rank_correlation", numberJson(fit.rankCorrelation)},
                        {"scale", numberJson(fit.scale)}});
    return {{"format_version", 1},
            {"holds", judgement.holds},
            {"best", judgement.best ? Json(judgement.fits[*judgement.best].id) : Json(nullptr)},
            {"verdict", judgement.verdict()},
            {"sum", numberJson(judgement.sum)},
            {"difference", numberJson(judgement.difference)},
            {"fits", std::move(fits)}};
}

} // namespace blurig
