// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/strip/picture_folder.h"

#include "core/audio/sound.h"
#include "core/image/picture.h"

#include <QCollator>
#include <QDirIterator>

#include <algorithm>

namespace blurig::ui {

namespace {

QStringList picturesIn(const QString& folder, const std::stop_token& stop) {
    std::vector<std::pair<QCollatorSortKey, QString>> found;
    QCollator collator{QLocale(QLocale::English)}; // the C locale knows no numbers
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    for (QDirIterator files(folder, QDir::Files); files.hasNext() && !stop.stop_requested();) {
        const QString file = files.next();
        if (isNamedAsPicture(file.toStdString()) || isNamedAsSound(file.toStdString()))
            found.emplace_back(collator.sortKey(files.fileName()), file);
    }
    std::ranges::sort(found, [](const auto& a, const auto& b) {
        const int order = a.first.compare(b.first);
        return order != 0 ? order < 0 : a.second < b.second;
    });
    QStringList sorted;
    for (const auto& [key, file] : found)
        sorted << file;
    return sorted;
}

} // namespace

PictureFolder::PictureFolder(QObject* parent)
    : QObject(parent) {}

void PictureFolder::list(const QString& folder) {
    m_task.run([this, folder](const std::stop_token& stop) -> BackgroundThread::Completion {
        return [this, folder, files = picturesIn(folder, stop)] { Q_EMIT listed(folder, files); };
    });
}

} // namespace blurig::ui
