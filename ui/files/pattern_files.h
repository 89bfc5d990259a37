// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "ui/engine/latest_task.h"

#include <QObject>
#include <QString>

#include <string>

namespace blurig::ui {

// Test patterns as files in the user's cache, so that they open, reopen and are compared like photos.
class PatternFiles : public QObject {
    Q_OBJECT
public:
    explicit PatternFiles(QObject* parent = nullptr);

    void write(const std::string& id); // of a test pattern; where its file is there already, that

Q_SIGNALS:
    void written(const QString& file);
    void failed(const blurig::Error& error);

private:
    LatestTask m_task;
};

} // namespace blurig::ui
