// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/palette/fuzzy_match.h"

#include <QList>

#include <algorithm>
#include <utility>

namespace blurig::ui {

namespace {

constexpr qsizetype leastInside = 2; // letters; a single one is found in nearly every name
constexpr qsizetype leastAside = 3;

// Letter by letter, so that places stay those of the text.
QString foldedLetters(QStringView text) {
    QString folded(text.size(), Qt::Uninitialized);
    std::ranges::transform(text, folded.begin(), [](QChar letter) { return letter.toCaseFolded(); });
    return folded;
}

struct Words {
    QString folded;
    std::vector<int> begins; // of words; a capital after a small letter begins one

    explicit Words(QStringView text)
        : folded(foldedLetters(text)) {
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (!text[i].isLetterOrNumber())
                continue;
            const QChar before = i > 0 ? text[i - 1] : QChar(u' ');
            if (!before.isLetterOrNumber() || (text[i].isUpper() && before.isLower()))
                begins.push_back(static_cast<int>(i));
        }
    }

    bool endsAt(qsizetype place) const { return place >= folded.size() || !folded[place].isLetterOrNumber(); }
};

FuzzyMatch run(FuzzyMatch::Grade grade, int from, qsizetype length) {
    FuzzyMatch match{.grade = grade, .spread = from, .places = {}};
    for (int i = 0; i < static_cast<int>(length); ++i)
        match.places.push_back(from + i);
    return match;
}

std::optional<FuzzyMatch> atWord(const Words& words, const QString& token) {
    std::optional<FuzzyMatch> best;
    for (const int begin : words.begins) {
        if (!QStringView(words.folded).mid(begin).startsWith(token))
            continue;
        const FuzzyMatch::Grade grade = words.endsAt(begin + token.size()) ? FuzzyMatch::Whole
                                        : begin == words.begins.front()    ? FuzzyMatch::Beginning
                                                                           : FuzzyMatch::WordBeginning;
        if (!best || grade > best->grade)
            best = run(grade, begin, token.size());
    }
    return best;
}

// Each letter follows the one before it, or begins a later word.
bool continueInitials(const Words& words, const QString& token, std::vector<int>& places, int& steps) {
    constexpr int mostSteps = 2000; // of a name that is made for it, "a a a a ..."
    if (places.size() == static_cast<std::size_t>(token.size()))
        return true;
    if (++steps > mostSteps)
        return false;
    const QChar wanted = token[static_cast<qsizetype>(places.size())];
    const auto take = [&](int place) {
        if (place >= words.folded.size() || words.folded[place] != wanted)
            return false;
        places.push_back(place);
        if (continueInitials(words, token, places, steps))
            return true;
        places.pop_back();
        return false;
    };
    if (!places.empty() && take(places.back() + 1))
        return true;
    const int after = places.empty() ? -1 : places.back();
    return std::ranges::any_of(words.begins, [&](int begin) { return begin > after && take(begin); });
}

std::optional<FuzzyMatch> byInitials(const Words& words, const QString& token) {
    FuzzyMatch match{.grade = FuzzyMatch::Initials, .spread = 0, .places = {}};
    int steps = 0;
    if (token.size() < 2 || !continueInitials(words, token, match.places, steps))
        return std::nullopt;
    match.spread = match.places.back() - match.places.front();
    return match;
}

std::optional<FuzzyMatch> inside(const Words& words, const QString& token) {
    const qsizetype place = token.size() < leastInside ? -1 : words.folded.indexOf(token);
    return place < 0 ? std::nullopt : std::optional(run(FuzzyMatch::Inside, static_cast<int>(place), token.size()));
}

std::optional<FuzzyMatch> scattered(const Words& words, const QString& token) {
    if (token.size() < leastInside)
        return std::nullopt;
    FuzzyMatch match{.grade = FuzzyMatch::Scattered, .spread = 0, .places = {}};
    qsizetype from = 0;
    for (const QChar letter : token) {
        const qsizetype place = words.folded.indexOf(letter, from);
        if (place < 0)
            return std::nullopt;
        match.places.push_back(static_cast<int>(place));
        from = place + 1;
    }
    match.spread = match.places.back() - match.places.front();
    return match;
}

std::optional<FuzzyMatch> aside(const Words& also, const QString& token) {
    if (token.size() < leastAside || !atWord(also, token))
        return std::nullopt;
    return FuzzyMatch{.grade = FuzzyMatch::Aside, .spread = 0, .places = {}};
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString& name, QStringView query, const QString& also) {
    const Words words(name);
    const Words others(also);
    FuzzyMatch all{.grade = FuzzyMatch::Whole, .spread = 0, .places = {}};
    for (const QStringView typed : query.split(u' ', Qt::SkipEmptyParts)) {
        const QString token = foldedLetters(typed);
        std::optional<FuzzyMatch> one = atWord(words, token);
        for (const auto& next : {byInitials, inside})
            if (!one)
                one = next(words, token);
        if (!one)
            one = aside(others, token);
        if (!one)
            one = scattered(words, token);
        if (!one)
            return std::nullopt;
        all.grade = std::min(all.grade, one->grade);
        all.spread += one->spread;
        all.places.insert(all.places.end(), one->places.begin(), one->places.end());
    }
    std::ranges::sort(all.places);
    const auto repeated = std::ranges::unique(all.places);
    all.places.erase(repeated.begin(), repeated.end());
    return all;
}

bool betterMatch(const FuzzyMatch& a, const FuzzyMatch& b) {
    return a.grade != b.grade ? a.grade > b.grade : a.spread < b.spread;
}

} // namespace blurig::ui
