// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/engine/choice_values.h"

namespace blurig::ui {

QString startNameOf(const Parameters& parameters) {
    if (const ParameterSpec* start = parameters.find(ParameterRole::Start))
        return QStringLiteral("F(%1)").arg(QString::fromStdString(parameters.text(start->key)));
    return QStringLiteral("F(blurred)");
}

QString sigmaText(double sigma) {
    return QString::number(sigma, 'f', sigma < 10 ? 2 : 1);
}

} // namespace blurig::ui
