// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/strip/strip_model.h"

#include "ui/widgets/number_text.h"

#include <QFileInfo>

#include <utility>

namespace blurig::ui {

StripModel::StripModel(Thumbnails* thumbnails, QObject* parent)
    : QAbstractListModel(parent)
    , m_thumbnails(thumbnails) {
    connect(thumbnails, &Thumbnails::ready, this, &StripModel::repaint);
}

void StripModel::setFiles(const QStringList& files) {
    beginResetModel();
    m_files = files;
    m_rows.clear();
    for (int row = 0; row < static_cast<int>(files.size()); ++row)
        m_rows.insert(files[row], row);
    endResetModel();
}

void StripModel::setOpened(const QString& file) {
    const QString before = std::exchange(m_opened, file);
    repaint(before);
    repaint(file);
}

void StripModel::repaint(const QString& file) {
    if (const int row = rowOf(file); row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
}

int StripModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_files.size());
}

QVariant StripModel::data(const QModelIndex& index, int role) const {
    const QString& file = m_files[index.row()];
    const Thumbnail* thumbnail = m_thumbnails->find(file);
    switch (role) {
    case Qt::DisplayRole:
        return QFileInfo(file).fileName();
    case Qt::ToolTipRole:
        return plainToolTip(thumbnail && !thumbnail->error.isEmpty() ? thumbnail->error : QFileInfo(file).fileName());
    case ImageRole:
        return thumbnail ? thumbnail->image : QImage();
    case ErrorRole:
        return thumbnail ? thumbnail->error : QString();
    case OpenedRole:
        return file == m_opened;
    default:
        return {};
    }
}

} // namespace blurig::ui
