// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/batch_page.h"
#include "ui/pages/folders/folders_choice.h"

#include <memory>

namespace blurig::ui {

class FidelityTable;
class FoldersForm;
class GroupCurves;
class GroupOctaves;
class GroupsTable;
class PhotosTable;
class SpreadChart;

// At which scales photos of a folder are recognised, by label or in two groups. The tables fill while it runs.
class FoldersPage : public BatchPage {
    Q_OBJECT
public:
    explicit FoldersPage(const PageHost& host, QWidget* parent = nullptr);

    const std::shared_ptr<const FolderAnswer>& known() const { return m_known; } // null before the first news

protected:
    void followPart() override;
    Request request(const std::shared_ptr<const ModelInfo>& model) override;
    QString take(const Answer& answer) override;
    QString invitation() const override;
    std::filesystem::path results() const override;

private:
    QWidget* makeFound();
    void showFound();
    void showCharts();
    void showHalves(const std::vector<ScaleGroup>& drawn);
    void openPhoto(const std::string& file);

    FolderScalesRequest m_request; // that is shown, or runs
    std::shared_ptr<const FolderAnswer> m_known;
    FoldersForm* m_form;
    QLabel* m_tests;
    GroupCurves* m_curves;
    GroupOctaves* m_octaves;
    GroupsTable* m_groups;
    PhotosTable* m_photos;
    FidelityTable* m_fidelity;
    SpreadChart* m_halves;
};

PageDescription foldersPage();

} // namespace blurig::ui
