// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/scales/scales_choice.h"

#include "core/record/choice_parts.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

namespace blurig::ui {

namespace {

std::optional<ScaleBand> bandAt(const PagePart& part, const std::string& key) {
    const auto from = valueAt<double>(part, key + "_from");
    const auto to = valueAt<double>(part, key + "_to");
    if (!from || !to || !(*from >= 0) || !(*to > *from) || !std::isfinite(*to))
        return std::nullopt;
    return ScaleBand{*from, *to};
}

void setBand(PagePart& part, const std::string& key, const std::optional<ScaleBand>& band) {
    if (!band)
        return;
    part[key + "_from"] = band->from;
    part[key + "_to"] = band->to;
}

// "3,4,10,12; 20,20,21,21": left, top, right, bottom of each.
std::vector<PixelRegion> regionsOf(const std::string& text) {
    std::vector<PixelRegion> regions;
    for (const QString& words : QString::fromStdString(text).split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        const QStringList numbers = words.split(QLatin1Char(','));
        std::array<std::int64_t, 4> values{};
        bool whole = numbers.size() == 4;
        for (qsizetype i = 0; whole && i < 4; ++i)
            values[static_cast<std::size_t>(i)] = numbers[i].trimmed().toLongLong(&whole);
        if (whole && values[0] >= 0 && values[1] >= 0 && values[2] > values[0] && values[3] > values[1])
            regions.push_back({values[0], values[1], values[2], values[3]});
    }
    return regions;
}

std::string textOf(const std::vector<PixelRegion>& regions) {
    QStringList words;
    for (const PixelRegion& region : regions)
        words << QStringLiteral("%1,%2,%3,%4").arg(region.left).arg(region.top).arg(region.right).arg(region.bottom);
    return words.join(QStringLiteral("; ")).toStdString();
}

} // namespace

ScalesChoice scalesChoiceOf(const Choice& choice) {
    ScalesChoice known;
    const PagePart& part = partOf(choice, scalesPageId);
    known.band = bandAt(part, "band");
    known.second = bandAt(part, "second");
    known.axis = densityAxisOf(valueAt<std::string>(part, "axis").value_or("")).value_or(known.axis);
    known.method = valueAt<std::string>(part, "method").value_or(known.method);
    if (const auto octave = valueAt<double>(part, "octave"); octave && *octave >= 0 && *octave < 64)
        known.octave = static_cast<int>(*octave);
    known.regions = regionsOf(valueAt<std::string>(part, "regions").value_or(""));
    return known;
}

void setScalesChoice(Choice& choice, const ScalesChoice& part) {
    PagePart keys;
    const ScalesChoice usual;
    setBand(keys, "band", part.band);
    setBand(keys, "second", part.second);
    if (part.axis != usual.axis)
        keys["axis"] = std::string(name(part.axis));
    if (part.method != usual.method)
        keys["method"] = part.method;
    if (part.octave)
        keys["octave"] = static_cast<double>(*part.octave);
    if (!part.regions.empty())
        keys["regions"] = textOf(part.regions);
    setPart(choice, scalesPageId, std::move(keys));
}

} // namespace blurig::ui
