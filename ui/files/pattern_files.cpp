// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/files/pattern_files.h"

#include "core/record/png_file.h"
#include "core/record/write_file.h"
#include "core/render/test_patterns.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace blurig::ui {

PatternFiles::PatternFiles(QObject* parent)
    : QObject(parent) {}

void PatternFiles::write(const std::string& id) {
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/patterns");
    const QString file = QStringLiteral("%1/%2.png").arg(folder, QString::fromStdString(id));
    m_task.run(
        [this, file, folder, pattern = findTestPattern(id)](const std::stop_token&) -> BackgroundThread::Completion {
            try {
                if (!QFileInfo::exists(file)) {
                    makeFolder(folder.toStdString());
                    writePng(file.toStdString(), pattern->make());
                }
            } catch (const Error& error) {
                return [this, error] { Q_EMIT failed(error); };
            }
            return [this, file] { Q_EMIT written(file); };
        });
}

} // namespace blurig::ui
