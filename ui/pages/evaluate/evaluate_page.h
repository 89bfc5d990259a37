// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/request.h"
#include "ui/engine/lane_follower.h"
#include "ui/engine/latest_task.h"
#include "ui/pages/evaluate/evaluate_choice.h"
#include "ui/pages/page.h"

#include <memory>

class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace blurig::ui {

class BatchBar;
class EvaluateForm;
class FiguresTable;
class RowsModel;
class SpreadChart;

// Methods judged on a folder of photos: the tables fill while it runs, and a photo opens on the Compare page.
class EvaluatePage : public Page {
    Q_OBJECT
public:
    explicit EvaluatePage(const PageHost& host, QWidget* parent = nullptr);

    View view() const override;
    bool settled() const override;
    void cancel() override;

    const std::shared_ptr<const StudyAnswer>& known() const { return m_known; } // null before the first news

protected:
    void follow(Session::Changes what) override;
    void followPart() override;

private:
    QWidget* makeControls();
    QWidget* makeCentre();
    void start();
    void follow(const SharedSnapshot& snapshot);
    void take(const std::shared_ptr<const StudyAnswer>& answer);
    void showState();
    void showSpread();
    void openRow(int row);
    void openReport();

    LaneFollower m_lane;
    LatestTask m_opening;
    StudyRequest m_request; // that is shown, or runs
    std::shared_ptr<const StudyAnswer> m_known;
    bool m_running = false;
    int m_figure = 0; // that is spread out
    QString m_words;
    EvaluateForm* m_form;
    BatchBar* m_bar;
    QPushButton* m_report;
    QLabel* m_headline;
    QLabel* m_problems;
    FiguresTable* m_figures;
    SpreadChart* m_spread;
    RowsModel* m_rows;
    QSortFilterProxyModel* m_sorted;
    QTableView* m_table;
};

PageDescription evaluatePage();

} // namespace blurig::ui
