// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/naturalness.h"

#include "core/evaluate/shared_forwards.h"
#include "core/methods/baseline.h"
#include "core/path/blur_path.h"
#include "core/path/even_grid.h"
#include "core/path/straight_path.h"
#include "core/words.h"

#include <algorithm>
#include <array>

namespace blurig {

namespace {

constexpr Words<LabelPath, 3> pathWords{
    {{LabelPath::Blur, "blur-ig"}, {LabelPath::Black, "ig:black"}, {LabelPath::Random, "ig:random"}}};
constexpr std::uint64_t randomSeed = 1;
constexpr double sigmaTolerance = 0.01;  // of the sigma
constexpr double alphaTolerance = 0.001; // of alpha
constexpr double leastSigma = 1e-3;      // px: nearer to the input a change is not narrowed further

std::shared_ptr<const Path> pathOf(LabelPath kind, const Array& input) {
    if (kind == LabelPath::Blur)
        return std::make_shared<const BlurPath>(std::make_shared<const ScaleSpace>(input),
                                                static_cast<double>(std::max(input.height(), input.width())));
    const char* baseline = kind == LabelPath::Black ? "black" : "random";
    return std::make_shared<const StraightPath>(input, makeBaselines(baseline, input, 1, randomSeed, {}).front().image);
}

struct Place {
    double position = 0;
    ClassIndex label = 0;
};

// A path with what is known of its labels, from the input on.
class Labels {
public:
    Labels(LabelPath kind, const Array& input)
        : m_kind(kind)
        , m_path(pathOf(kind, input))
        , m_asked(evenGrid(*m_path, labelPlaces - 1).positions) {}

    // What is to be known next; none once every change that counts is narrow.
    void ask(SharedForwards& forwards) {
        m_places.clear();
        for (const double position : m_asked)
            m_places.push_back(forwards.add([path = m_path, position] { return path->point(position); }));
    }
    void take(const SharedForwards& forwards) {
        for (std::size_t i = 0; i < m_asked.size(); ++i)
            m_known.push_back({m_asked[i], forwards.label(m_places[i])});
        std::ranges::sort(m_known, {}, &Place::position);
        m_asked.clear();
        for (std::size_t i = 0; i + 1 < m_known.size(); ++i)
            if (m_known[i].label != m_known[i + 1].label && !isNarrow(m_known[i].position, m_known[i + 1].position))
                m_asked.push_back(between(m_known[i].position, m_known[i + 1].position));
    }
    bool asks() const { return !m_asked.empty(); }

    SecondLastLabel secondLast() const {
        SecondLastLabel found{.path = m_kind};
        for (std::size_t i = 0; i + 1 < m_known.size(); ++i)
            if (m_known[i + 1].label != m_known.front().label) {
                found.label = m_known[i + 1].label;
                found.position = (m_known[i].position + m_known[i + 1].position) / 2;
                break;
            }
        return found;
    }

private:
    bool isNarrow(double from, double to) const {
        return m_kind == LabelPath::Blur ? to - from <= std::max(sigmaTolerance * to, leastSigma)
                                         : to - from <= alphaTolerance;
    }
    double between(double from, double to) const {
        const PathVariable variable = m_path->naturalVariable();
        return m_path->toPosition(variable,
                                  (m_path->toVariable(variable, from) + m_path->toVariable(variable, to)) / 2);
    }

    LabelPath m_kind;
    std::shared_ptr<const Path> m_path;
    std::vector<double> m_asked;
    std::vector<SharedForwards::Place> m_places;
    std::vector<Place> m_known;
};

} // namespace

std::string_view name(LabelPath path) {
    return wordOf(pathWords, path);
}

std::vector<SecondLastLabel> secondLastLabels(const Model& model, const Array& input, Sink& sink,
                                              const std::stop_token& stop) {
    std::vector<Labels> paths;
    for (const auto& [kind, word] : pathWords)
        paths.emplace_back(kind, input);
    while (std::ranges::any_of(paths, &Labels::asks)) {
        SharedForwards forwards(Target{{{0, 1.0}}}); // labels alone are read
        for (Labels& path : paths)
            path.ask(forwards);
        forwards.run(model, sink, stop);
        for (Labels& path : paths)
            path.take(forwards);
    }
    std::vector<SecondLastLabel> found;
    for (const Labels& path : paths)
        found.push_back(path.secondLast());
    return found;
}

} // namespace blurig
