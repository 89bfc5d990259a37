// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/evaluate/rows_model.h"

#include <QColor>

#include <array>

namespace blurig::ui {

namespace {

struct Fixed {
    const char* key;
    const char* label;
};
constexpr std::array fixedColumns{Fixed{study_columns::photo, QT_TRANSLATE_NOOP("blurig::ui::RowsModel", "Photo")},
                                  Fixed{study_columns::method, QT_TRANSLATE_NOOP("blurig::ui::RowsModel", "Method")},
                                  Fixed{study_columns::target, QT_TRANSLATE_NOOP("blurig::ui::RowsModel", "Target")}};

} // namespace

void RowsModel::setRows(std::vector<AppendTable::Row> rows, const std::vector<MetricColumn>& figures) {
    beginResetModel();
    m_rows = std::move(rows);
    m_figures = figures;
    endResetModel();
}

std::string RowsModel::photoAt(int row) const {
    return m_rows.at(static_cast<std::size_t>(row)).at(study_columns::photo);
}

int RowsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RowsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(fixedColumns.size() + m_figures.size());
}

QVariant RowsModel::data(const QModelIndex& index, int role) const {
    const auto column = static_cast<std::size_t>(index.column());
    const bool isFixed = column < fixedColumns.size();
    if (role == Qt::TextAlignmentRole)
        return QVariant(isFixed ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != sortRole)
        return {};
    const AppendTable::Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto found = row.find(isFixed ? fixedColumns[column].key : m_figures[column - fixedColumns.size()].key);
    if (found == row.end())
        return {};
    const QString text = QString::fromStdString(found->second);
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (isFixed || !isNumber)
        return role == sortRole && !isFixed ? QVariant(-1e300) : QVariant(text);
    return role == sortRole ? QVariant(value) : QVariant(QString::number(value, 'f', 3));
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<std::size_t>(section);
    if (column < fixedColumns.size())
        return role == Qt::DisplayRole ? QVariant(tr(fixedColumns[column].label)) : QVariant();
    const MetricColumn& figure = m_figures[column - fixedColumns.size()];
    if (role == Qt::ToolTipRole)
        return QString::fromStdString(figure.formula);
    return role == Qt::DisplayRole ? QVariant(QString::fromStdString(figure.label)) : QVariant();
}

} // namespace blurig::ui
