// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/strip/thumbnails.h"

#include <QAbstractListModel>
#include <QHash>

namespace blurig::ui {

// The pictures of a folder, with the thumbnails that are there.
class StripModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        ImageRole = Qt::UserRole, // QImage; null: not there yet, or damaged
        ErrorRole,                // QString; empty: none
        OpenedRole,               // bool: the opened picture
    };
    explicit StripModel(Thumbnails* thumbnails, QObject* parent = nullptr);

    void setFiles(const QStringList& files);
    void setOpened(const QString& file);
    const QStringList& files() const { return m_files; }
    int rowOf(const QString& file) const { return m_rows.value(file, -1); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void repaint(const QString& file);

    Thumbnails* m_thumbnails;
    QStringList m_files;
    QHash<QString, int> m_rows;
    QString m_opened;
};

} // namespace blurig::ui
