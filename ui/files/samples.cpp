// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/files/samples.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace blurig::ui {

namespace {

// Two instruments, each alone and both together: what a map of one of their tags is good for is heard at once.
const QStringList soundsShown{QStringLiteral("piano.wav"), QStringLiteral("flute.wav"),
                              QStringLiteral("piano_flute.wav")};

QStringList linesOf(const QString& file) {
    QFile list(file);
    if (!list.open(QIODevice::ReadOnly | QIODevice::Text))
        return {};
    QStringList lines = QString::fromUtf8(list.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    lines.removeIf([](const QString& line) { return line.startsWith(QLatin1Char('#')); });
    return lines;
}

void addIfThere(std::vector<Sample>& samples, const QString& file, const QString& caption) {
    if (QFileInfo::exists(file))
        samples.push_back({.file = file, .caption = caption});
}

} // namespace

std::vector<Sample> samplesIn(const QString& folder, SampleKinds kinds) {
    std::vector<Sample> samples;
    if (folder.isEmpty())
        return samples;
    const QDir place(folder);
    for (const QString& line : linesOf(place.filePath(QStringLiteral("samples.txt"))))
        addIfThere(samples, place.filePath(line.section(QLatin1Char(' '), 0, 0)),
                   line.section(QLatin1Char(' '), 1).trimmed());
    if (kinds == SampleKinds::Pictures)
        return samples;
    const QDir sounds(place.filePath(QStringLiteral("sound")));
    for (const QString& line : linesOf(sounds.filePath(QStringLiteral("clips.txt"))))
        if (const QString file = line.section(QLatin1Char(' '), 0, 0); soundsShown.contains(file)) // parts, caption
            addIfThere(samples, sounds.filePath(file), line.section(QStringLiteral("  "), -1).trimmed());
    return samples;
}

} // namespace blurig::ui
