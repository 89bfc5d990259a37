// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/laboratory/laboratory_choice.h"

#include "core/record/choice_parts.h"
#include "core/scales/test_signal.h"

#include <QString>
#include <QStringList>

#include <cmath>
#include <optional>

namespace blurig::ui {

namespace {

constexpr int mostValues = 4096;

std::optional<int> integerAt(const PagePart& part, const char* key, int least, int most) {
    const auto value = valueAt<double>(part, key);
    if (!value || !(*value >= least) || !(*value <= most))
        return std::nullopt;
    return static_cast<int>(std::lround(*value));
}

std::string textAt(const PagePart& part, const char* key) {
    return valueAt<std::string>(part, key).value_or("");
}

bool isSignal(const std::string& word) {
    return testSignalOf(word) || word == LaboratoryChoice::rowSignal || word == LaboratoryChoice::drawnSignal;
}

std::vector<float> numbersIn(const std::string& text) {
    std::vector<float> values;
    const QStringList words = QString::fromStdString(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& word : words) {
        bool isNumber = false;
        const float value = word.toFloat(&isNumber);
        if (!isNumber || !(value >= 0 && value <= 1) || words.size() > mostValues)
            return {};
        values.push_back(value);
    }
    return values.size() < 3 ? std::vector<float>() : values;
}

std::string textOf(const std::vector<float>& values) {
    QStringList words;
    for (const float value : values)
        words << QString::number(double{value}, 'g', 4);
    return words.join(QLatin1Char(' ')).toStdString();
}

} // namespace

LaboratoryChoice laboratoryChoiceOf(const Choice& choice) {
    LaboratoryChoice known;
    const PagePart& part = partOf(choice, laboratoryPageId);
    known.drawn = numbersIn(textAt(part, "drawn"));
    const std::string signal = textAt(part, "signal");
    if (isSignal(signal) && (signal != LaboratoryChoice::drawnSignal || !known.drawn.empty()))
        known.signal = signal;
    known.row = integerAt(part, "row", 0, 1 << 20).value_or(known.row);
    known.seed = integerAt(part, "seed", 0, 1 << 20).value_or(known.seed);
    known.step = integerAt(part, "step", 0, laboratorySteps).value_or(known.step);
    return known;
}

void setLaboratoryChoice(Choice& choice, const LaboratoryChoice& part) {
    PagePart keys;
    const LaboratoryChoice usual;
    if (part.signal != usual.signal)
        keys["signal"] = part.signal;
    if (part.row != usual.row)
        keys["row"] = static_cast<double>(part.row);
    if (part.seed != usual.seed)
        keys["seed"] = static_cast<double>(part.seed);
    if (!part.drawn.empty())
        keys["drawn"] = textOf(part.drawn);
    if (part.step != usual.step)
        keys["step"] = static_cast<double>(part.step);
    setPart(choice, laboratoryPageId, std::move(keys));
}

} // namespace blurig::ui
