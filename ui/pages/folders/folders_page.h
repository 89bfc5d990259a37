// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/request.h"
#include "ui/engine/lane_follower.h"
#include "ui/pages/folders/folders_choice.h"
#include "ui/pages/page.h"

#include <memory>

class QLabel;
class QPushButton;
class QTabWidget;

namespace blurig::ui {

class BatchBar;
class FidelityTable;
class FoldersForm;
class GroupCurves;
class GroupOctaves;
class GroupsTable;
class PhotosTable;
class SpreadChart;

// At which scales photos of a folder are recognised, by label or in two groups. The tables fill while it runs.
class FoldersPage : public Page {
    Q_OBJECT
public:
    explicit FoldersPage(const PageHost& host, QWidget* parent = nullptr);

    View view() const override;
    bool settled() const override;
    void cancel() override;

    const std::shared_ptr<const FolderAnswer>& known() const { return m_known; } // null before the first news

protected:
    void follow(Session::Changes what) override;
    void followPart() override;

private:
    QWidget* makeControls();
    QWidget* makeCentre();
    void start();
    void follow(const SharedSnapshot& snapshot);
    void take(const std::shared_ptr<const FolderAnswer>& answer);
    void showState();
    void showCharts();
    void showHalves(const std::vector<ScaleGroup>& drawn);
    void openPhoto(const std::string& file);

    LaneFollower m_lane;
    FolderScalesRequest m_request; // that is shown, or runs
    std::shared_ptr<const FolderAnswer> m_known;
    bool m_running = false;
    QString m_words;
    FoldersForm* m_form;
    BatchBar* m_bar;
    QPushButton* m_results;
    QLabel* m_headline;
    QLabel* m_tests;
    QLabel* m_problems;
    GroupCurves* m_curves;
    GroupOctaves* m_octaves;
    GroupsTable* m_groups;
    PhotosTable* m_photos;
    FidelityTable* m_fidelity;
    SpreadChart* m_halves;
};

PageDescription foldersPage();

} // namespace blurig::ui
