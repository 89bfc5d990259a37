// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/photo_problems.h"

#include <QCoreApplication>
#include <QLabel>

namespace blurig::ui {

QString photosText(int count) {
    return count == 1 ? QCoreApplication::translate("Photos", "1 photo")
                      : QCoreApplication::translate("Photos", "%1 photos").arg(count);
}

void showProblems(QLabel* label, const QStringList& problems) {
    constexpr int shown = 3;
    label->setText(problems.isEmpty() ? QString()
                                      : QCoreApplication::translate("Photos", "%1 could not be used. %2")
                                            .arg(photosText(static_cast<int>(problems.size())),
                                                 problems.mid(0, shown).join(QLatin1Char('\n'))));
    label->setToolTip(problems.join(QLatin1Char('\n')));
    label->setVisible(!problems.isEmpty());
}

} // namespace blurig::ui
