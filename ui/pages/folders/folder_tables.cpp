// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/folders/folder_tables.h"

#include "core/path/bulk.h"
#include "ui/widgets/chart_table.h"
#include "ui/widgets/number_item.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/table_text.h"
#include "ui/widgets/theme.h"

#include <QFileInfo>
#include <QHeaderView>

#include <algorithm>
#include <cmath>

namespace blurig::ui {

namespace {

void prepare(QTableWidget* table, const QString& name, const QStringList& columns) {
    table->setObjectName(name);
    table->setColumnCount(static_cast<int>(columns.size()));
    table->setHorizontalHeaderLabels(columns);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setFont(numberFont(table->font()));
    table->verticalHeader()->hide();
    table->horizontalHeader()->setHighlightSections(false);
    table->setSortingEnabled(true);
    table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // as it comes
    table->resizeColumnsToContents();
    offerTable(table, [table] { return textOf(*table, {}); });
}

// Fills while sorting is off: rows must not move under it.
template <typename Values, typename MakeRow> void fill(QTableWidget* table, const Values& values, MakeRow makeRow) {
    table->setSortingEnabled(false);
    table->setRowCount(static_cast<int>(values.size()));
    int row = 0;
    for (const auto& value : values) {
        int column = 0;
        for (QTableWidgetItem* item : makeRow(value))
            table->setItem(row, column++, item);
        ++row;
    }
    table->setSortingEnabled(true);
    table->resizeColumnsToContents();
}

using Row = std::vector<QTableWidgetItem*>;

QTableWidgetItem* textItem(const std::string& text) {
    return new QTableWidgetItem(QString::fromStdString(text));
}

QTableWidgetItem* sigmaItem(const std::optional<double>& sigma) {
    return new NumberItem(sigma ? sigmaText(*sigma) : QStringLiteral("–"), sigma);
}

QTableWidgetItem* bulkItem(const std::optional<PositionInterval>& bulk) {
    return new NumberItem(bulk ? QStringLiteral("%1–%2").arg(sigmaText(bulk->from), sigmaText(bulk->to))
                               : QStringLiteral("–"),
                          bulk ? std::optional(bulk->from + bulk->to) : std::nullopt);
}

QTableWidgetItem* meanItem(const std::optional<MeanWithInterval>& mean) {
    return new NumberItem(mean ? QStringLiteral("%1 [%2, %3]")
                                     .arg(mean->mean, 0, 'f', 2)
                                     .arg(mean->low, 0, 'f', 2)
                                     .arg(mean->high, 0, 'f', 2)
                               : QStringLiteral("–"),
                          mean ? std::optional(mean->mean) : std::nullopt);
}

} // namespace

GroupsTable::GroupsTable(QWidget* parent)
    : QTableWidget(parent) {
    prepare(this, QStringLiteral("foldersGroups"),
            {tr("Group"), tr("Photos"), tr("80 % of the change, σ px"), tr("Half of the score at σ px")});
    setToolTip(tr("Medians over photos. The selected groups are drawn"));
    connect(this, &QTableWidget::itemSelectionChanged, this, &GroupsTable::chosen);
}

void GroupsTable::setGroups(const std::vector<ScaleGroup>& groups) {
    const std::vector<std::string> selected = selectedGroups();
    const QSignalBlocker blocker(this);
    setSelectionMode(QAbstractItemView::MultiSelection);
    fill(this, groups, [](const ScaleGroup& group) {
        return Row{textItem(group.name), new NumberItem(QString::number(group.photos), group.photos),
                   bulkItem(group.medianBulk), sigmaItem(group.medianHalfSigma)};
    });
    clearSelection();
    for (int row = 0; row < rowCount(); ++row)
        if (std::ranges::find(selected, item(row, 0)->text().toStdString()) != selected.end())
            selectRow(row);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
}

std::vector<std::string> GroupsTable::selectedGroups() const {
    std::vector<std::string> names;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        names.push_back(item(index.row(), 0)->text().toStdString());
    return names;
}

PhotosTable::PhotosTable(QWidget* parent)
    : QTableWidget(parent) {
    prepare(this, QStringLiteral("foldersPhotos"),
            {tr("Photo"), tr("Label"), tr("Score"), tr("80 % of the change, σ px"), tr("Half of the score at σ px")});
    setSelectionMode(QAbstractItemView::SingleSelection);
    setToolTip(tr("Double click or Enter: the photo on the Scales page"));
    connect(this, &QTableWidget::activated, this, [this](const QModelIndex& index) {
        Q_EMIT opened(item(index.row(), 0)->data(Qt::UserRole).toString().toStdString());
    });
}

void PhotosTable::setPhotos(const std::vector<PhotoScales>& photos) {
    const auto share = std::ranges::find(bulkShares, bulkShare) - bulkShares.begin();
    fill(this, photos, [share](const PhotoScales& photo) {
        const QString file = QString::fromStdString(photo.photo);
        auto* name = new QTableWidgetItem(QFileInfo(file).fileName());
        name->setData(Qt::UserRole, file);
        return Row{name, textItem(photo.labelName), new NumberItem(scoreText(photo.scoreInput), photo.scoreInput),
                   bulkItem(photo.bulk[static_cast<std::size_t>(share)]), sigmaItem(photo.halfSigma)};
    });
}

FidelityTable::FidelityTable(QWidget* parent)
    : QTableWidget(parent) {
    prepare(this, QStringLiteral("foldersFidelity"),
            {tr("Attribution"), tr("Measured"), tr("Score"), tr("Per photo"), tr("Across photos")});
    setSelectionMode(QAbstractItemView::SingleSelection);
    setToolTip(
        tr("Spearman's rank correlation of the attribution of octaves with what was measured, mean and bootstrap "
           "95 %: over the octaves of a photo, and over photos within an octave. The prior knows no map: it "
           "predicts a photo by the mean of the others"));
}

void FidelityTable::setFigures(const std::vector<Fidelity>& figures) {
    fill(this, figures, [](const Fidelity& figure) {
        return Row{textItem(figure.predictor), textItem(figure.measured), textItem(figure.score),
                   meanItem(figure.perPhoto), meanItem(figure.acrossPhotos)};
    });
}

} // namespace blurig::ui
