// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/files/samples.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace blurig::ui {

std::vector<Sample> samplesIn(const QString& folder) {
    const QDir place(folder);
    QFile list(place.filePath(QStringLiteral("samples.txt")));
    std::vector<Sample> samples;
    if (folder.isEmpty() || !list.open(QIODevice::ReadOnly | QIODevice::Text))
        return samples;
    for (const QString& line : QString::fromUtf8(list.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (line.startsWith(QLatin1Char('#')))
            continue;
        const QString file = line.section(QLatin1Char(' '), 0, 0);
        if (QFileInfo::exists(place.filePath(file)))
            samples.push_back({.file = place.filePath(file), .caption = line.section(QLatin1Char(' '), 1).trimmed()});
    }
    return samples;
}

} // namespace blurig::ui
