// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/swipe_mode.h"

#include <QCoreApplication>

namespace blurig::ui {

QString SwipeMode::label() const {
    return QCoreApplication::translate("Compare", "Swipe");
}

QString SwipeMode::help() const {
    return QCoreApplication::translate("Compare",
                                       "A to the left of a divider, B to its right: drag it, or move it by arrow keys");
}

void SwipeMode::show(ImagePane& onto, const PanePair& pair, const PairGaze& gaze) const {
    onto.setTitle(QStringLiteral("A · %1  |  B · %2").arg(pair.a.title(), pair.b.title()));
    onto.setCaption(QStringLiteral("A: %1  |  B: %2").arg(pair.a.caption(), pair.b.caption()));
    onto.showPair(pair.a, pair.b, gaze.divider);
}

} // namespace blurig::ui
