// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/engine/choice_values.h"

#include "core/methods/method.h"

#include <array>
#include <utility>

namespace blurig::ui {

namespace {

constexpr std::array<std::pair<const char*, CropRule>, 4> rules{{{"card", CropRule::Card},
                                                                 {"padded", CropRule::WholePadded},
                                                                 {"squashed", CropRule::WholeSquashed},
                                                                 {"rectangle", CropRule::Rectangle}}};

} // namespace

Crop cropOf(const CropChoice& choice) {
    Crop crop;
    for (const auto& [word, rule] : rules)
        if (choice.rule == word)
            crop.rule = rule;
    if (crop.rule == CropRule::Rectangle)
        crop.rectangle = {choice.x, choice.y, choice.width, choice.height};
    return crop;
}

CropChoice choiceOf(const Crop& crop) {
    CropChoice choice;
    for (const auto& [word, rule] : rules)
        if (crop.rule == rule)
            choice.rule = word;
    if (crop.rule == CropRule::Rectangle) {
        choice.x = crop.rectangle.x;
        choice.y = crop.rectangle.y;
        choice.width = crop.rectangle.width;
        choice.height = crop.rectangle.height;
    }
    return choice;
}

ColourConversion coloursOf(const std::string& word) {
    return word == name(ColourConversion::ToSrgb) ? ColourConversion::ToSrgb : ColourConversion::AsStored;
}

Parameters parametersOf(const PaneChoice& pane) {
    return parametersOf(methodById(pane.method), pane.parameters);
}

QString startNameOf(const Parameters& parameters) {
    if (const ParameterSpec* start = parameters.find(ParameterRole::Start))
        return QStringLiteral("F(%1)").arg(QString::fromStdString(parameters.text(start->key)));
    return QStringLiteral("F(blurred)");
}

QString sigmaText(double sigma) {
    return QString::number(sigma, 'f', sigma < 10 ? 2 : 1);
}

} // namespace blurig::ui
