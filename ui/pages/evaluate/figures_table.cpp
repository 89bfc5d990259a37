// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/evaluate/figures_table.h"

#include "ui/panels/photo_problems.h"
#include "ui/widgets/chart_table.h"
#include "ui/widgets/table_text.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>

namespace blurig::ui {

FiguresTable::FiguresTable(QWidget* parent)
    : QTableWidget(parent) {
    setObjectName(QStringLiteral("evaluateFigures"));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::NoSelection);
    setFont(numberFont(font()));
    verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &FiguresTable::figureChosen);
    connect(this, &QTableWidget::cellClicked, this, [this](int, int column) { Q_EMIT figureChosen(column); });
    offerTable(this, [this] { return text(); });
}

void FiguresTable::setSummary(const StudySummary& summary) {
    const std::size_t figures = summary.methods.empty() ? 0 : summary.methods.front().figures.size();
    setRowCount(static_cast<int>(summary.methods.size()));
    setColumnCount(static_cast<int>(figures));
    for (std::size_t column = 0; column < figures; ++column) {
        const MetricColumn& of = summary.methods.front().figures[column].column;
        const QString arrow = of.better == Better::Higher  ? QStringLiteral(" ↑")
                              : of.better == Better::Lower ? QStringLiteral(" ↓")
                                                           : QString();
        auto* head = new QTableWidgetItem(QString::fromStdString(of.label) + arrow);
        head->setToolTip(QString::fromStdString(of.formula));
        setHorizontalHeaderItem(static_cast<int>(column), head);
    }
    for (std::size_t row = 0; row < summary.methods.size(); ++row) {
        const MethodSummary& method = summary.methods[row];
        setVerticalHeaderItem(static_cast<int>(row), new QTableWidgetItem(QString::fromStdString(method.label)));
        for (std::size_t column = 0; column < figures; ++column) {
            const auto& mean = method.figures[column].mean;
            auto* cell = new QTableWidgetItem(mean ? QStringLiteral("%1 [%2, %3]")
                                                         .arg(mean->mean, 0, 'f', 3)
                                                         .arg(mean->low, 0, 'f', 3)
                                                         .arg(mean->high, 0, 'f', 3)
                                                   : QStringLiteral("–"));
            cell->setToolTip(mean ? tr("mean of %1, bootstrap 95 %").arg(photosText(mean->photos)) : QString());
            setItem(static_cast<int>(row), static_cast<int>(column), cell);
        }
    }
    resizeColumnsToContents();
}

QString FiguresTable::text() const {
    return textOf(*this, QStringLiteral("method"));
}

} // namespace blurig::ui
