// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/flicker_mode.h"

#include <QCoreApplication>

namespace blurig::ui {

QString FlickerMode::label() const {
    return QCoreApplication::translate("Compare", "Flicker");
}

QString FlickerMode::help() const {
    return QCoreApplication::translate("Compare", "A and B in turns at one place; F swaps them");
}

void FlickerMode::show(ImagePane& onto, const PanePair& pair, const PairGaze& gaze) const {
    const ImagePane& seen = gaze.atB ? pair.b : pair.a;
    onto.setTitle(QStringLiteral("%1 · %2").arg(QLatin1Char(gaze.atB ? 'B' : 'A')).arg(seen.title()));
    onto.setCaption(seen.caption());
    onto.showPair(pair.a, pair.b, gaze.atB ? 0 : 1);
}

} // namespace blurig::ui
