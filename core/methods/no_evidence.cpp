// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/no_evidence.h"

#include "core/methods/method.h"
#include "core/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace blurig {
namespace {

constexpr Words<NoEvidence::Reason, 4> reasonWords{{{NoEvidence::Reason::FlatScore, "flat-score"},
                                                    {NoEvidence::Reason::FaintMap, "faint-map"},
                                                    {NoEvidence::Reason::NothingFor, "nothing-for"},
                                                    {NoEvidence::Reason::ZeroMap, "zero-map"}}};

// Of |F|: about 16 steps of float32, in which networks compute.
constexpr double millionth = 1e-6;

class Scores {
public:
    explicit Scores(const MethodState& state) {
        for (const auto& path : state.paths)
            for (const auto& node : path->nodes)
                addPlace(node->value);
        if (state.completeness) {
            add(state.completeness->scoreInput);
            add(state.completeness->scoreStart);
        }
        add(state.greatestScore);
    }

    std::size_t places() const { return m_places; }
    double greatest() const { return m_greatest; }
    bool areFlat() const { return m_places > 2 && m_most - m_least <= millionth * std::abs(m_greatest); }

private:
    void add(double score) {
        if (std::abs(score) > std::abs(m_greatest))
            m_greatest = score;
    }

    void addPlace(double score) {
        m_least = m_places == 0 ? score : std::min(m_least, score);
        m_most = m_places == 0 ? score : std::max(m_most, score);
        ++m_places;
        add(score);
    }

    std::size_t m_places = 0;
    double m_least = 0;
    double m_most = 0;
    double m_greatest = 0;
};

double magnitudeOf(const Array& map) {
    double sum = 0;
    for (const float value : map.host())
        sum += std::abs(static_cast<double>(value));
    return sum;
}

bool keepsOneSign(const Parameters& parameters) {
    return parameters.has("signed") && !parameters.flag("signed");
}

} // namespace

std::optional<NoEvidence> noEvidence(const MethodState& state) {
    using Reason = NoEvidence::Reason;
    if (state.attribution.empty())
        return std::nullopt;
    const Scores scores(state);
    NoEvidence found{
        .places = scores.places(), .score = scores.greatest(), .magnitude = magnitudeOf(state.attribution)};
    if (scores.areFlat())
        found.reason = Reason::FlatScore;
    else if (found.magnitude == 0)
        found.reason = keepsOneSign(state.parameters) ? Reason::NothingFor : Reason::ZeroMap;
    else if (found.magnitude < millionth * std::abs(found.score))
        found.reason = Reason::FaintMap;
    else
        return std::nullopt;
    return found;
}

double greatestScore(const MethodState& state) {
    return Scores(state).greatest();
}

std::string_view name(NoEvidence::Reason reason) {
    return wordOf(reasonWords, reason);
}

std::string wordsOf(const NoEvidence& found) {
    switch (found.reason) {
    case NoEvidence::Reason::FlatScore:
        return fmt::format(
            "the score is {:.4g} at all {} places of the path: it is saturated, or does not depend on what "
            "changes along the path",
            found.score, found.places);
    case NoEvidence::Reason::FaintMap:
        return fmt::format(
            "the map's magnitudes sum to {:.2g}, less than a millionth of the score {:.4g}: the score is "
            "saturated, or does not depend on the input",
            found.magnitude, found.score);
    case NoEvidence::Reason::NothingFor:
        return "the map is zero everywhere: nothing that the method keeps supports the target; \"signed\" also keeps "
               "what speaks against it";
    case NoEvidence::Reason::ZeroMap:
        break;
    }
    return "the map is zero everywhere";
}

// Of one logit, class 0 has the logit 0.
std::optional<Score> scoreToTry(Score score, const Target& target, OutputKind output) {
    switch (output) {
    case OutputKind::Probabilities:
    case OutputKind::Sigmoids:
        return score == Score::ClassScore ? std::optional(Score::LogProbability) : std::nullopt;
    case OutputKind::OneLogit:
        if (std::ranges::find(target.classes, 0, &WeightedClass::index) != target.classes.end())
            return score == Score::ClassScore ? std::optional(Score::LogProbability) : std::nullopt;
        break;
    case OutputKind::Logits:
    case OutputKind::MultiLabelLogits:
        break;
    }
    return score == Score::Logit ? std::nullopt : std::optional(Score::Logit);
}

} // namespace blurig
