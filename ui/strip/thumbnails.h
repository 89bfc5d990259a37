// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/background_thread.h"

#include <QCache>
#include <QImage>
#include <QObject>
#include <QString>
#include <QStringList>

namespace blurig::ui {

struct Thumbnail {
    QImage image;  // its longer side has Thumbnails::side pixels; null where there is an error
    QString error; // what reading the picture says
};

// Small pictures of files, decoded by core/image on a thread of their own, one at a time: the newest wish first, and
// nothing that is no longer wished for. The last few hundred are kept.
class Thumbnails : public QObject {
    Q_OBJECT
public:
    static constexpr int side = 192; // px; sharp at 200 %
    static constexpr int kept = 400;

    explicit Thumbnails(QObject* parent = nullptr);

    void want(const QStringList& files);              // in place of what was wanted before
    const Thumbnail* find(const QString& file) const; // null: not there yet, or no longer; valid until the next call

Q_SIGNALS:
    void ready(const QString& file);

private:
    void makeNext();

    QStringList m_wanted;
    bool m_busy = false;
    QCache<QString, Thumbnail> m_known;
    BackgroundThread m_thread;
};

} // namespace blurig::ui
