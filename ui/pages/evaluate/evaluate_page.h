// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/latest_task.h"
#include "ui/pages/batch_page.h"
#include "ui/pages/evaluate/evaluate_choice.h"

#include <memory>

class QSortFilterProxyModel;
class QTableView;

namespace blurig::ui {

class EvaluateForm;
class FiguresTable;
class RowsModel;
class SpreadChart;

// Methods judged on a folder of photos: the tables fill while it runs, and a photo opens on the Compare page.
class EvaluatePage : public BatchPage {
    Q_OBJECT
public:
    explicit EvaluatePage(const PageHost& host, QWidget* parent = nullptr);

    const std::shared_ptr<const StudyAnswer>& known() const { return m_known; } // null before the first news

protected:
    void followPart() override;
    Request request(const std::shared_ptr<const ModelInfo>& model) override;
    QString take(const Answer& answer) override;
    QString invitation() const override;
    std::filesystem::path results() const override;

private:
    QWidget* makeFound();
    void showFound();
    void showSpread();
    void openRow(int row);

    LatestTask m_opening;
    StudyRequest m_request; // that is shown, or runs
    std::shared_ptr<const StudyAnswer> m_known;
    int m_figure = 0; // that is spread out
    EvaluateForm* m_form;
    FiguresTable* m_figures;
    SpreadChart* m_spread;
    RowsModel* m_rows;
    QSortFilterProxyModel* m_sorted;
    QTableView* m_table;
};

PageDescription evaluatePage();

} // namespace blurig::ui
