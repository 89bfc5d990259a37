// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/latest_task.h"

#include <QObject>
#include <QString>
#include <QStringList>

namespace blurig::ui {

// The files of a folder that are named as pictures or sounds, "2.png" before "10.png"; looked up on a thread of its
// own, so that a folder of thousands holds up nothing. Only the newest folder is answered.
class PictureFolder : public QObject {
    Q_OBJECT
public:
    explicit PictureFolder(QObject* parent = nullptr);

    void list(const QString& folder);

Q_SIGNALS:
    void listed(const QString& folder, const QStringList& files); // with their whole names

private:
    LatestTask m_task;
};

} // namespace blurig::ui
