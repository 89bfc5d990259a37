// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/runner.h"

#include <QAbstractTableModel>

#include <string>
#include <vector>

namespace blurig::ui {

// The rows of a study, one a photo and method, with the figures of its judges.
class RowsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    static constexpr int sortRole = Qt::UserRole; // numbers as numbers

    void setRows(std::vector<AppendTable::Row> rows, const std::vector<MetricColumn>& figures);
    std::string photoAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<AppendTable::Row> m_rows;
    std::vector<MetricColumn> m_figures;
};

} // namespace blurig::ui
