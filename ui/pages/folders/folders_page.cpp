// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/folders/folders_page.h"

#include "core/error.h"
#include "core/scales/folder_scales_files.h"
#include "ui/pages/folders/folder_tables.h"
#include "ui/pages/folders/folders_form.h"
#include "ui/pages/folders/group_curves.h"
#include "ui/pages/folders/group_octaves.h"
#include "ui/panels/batch_bar.h"
#include "ui/panels/photo_problems.h"
#include "ui/panels/spread_chart.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QSplitter>
#include <QTabWidget>

#include <algorithm>

namespace blurig::ui {

namespace {

constexpr ActionSpec showAction{
    .id = {"foldersPage"},
    .menu = ActionMenu::View,
    .text = QT_TRANSLATE_NOOP("Actions", "&Many photos"),
    .shortcut = "Ctrl+7",
    .icon = "",
    .help = QT_TRANSLATE_NOOP("Actions", "Follows the photos of a folder by scale, in groups that are compared")};

constexpr std::size_t mostDrawn = 4; // groups in a chart

} // namespace

FoldersPage::FoldersPage(const PageHost& host, QWidget* parent)
    : BatchPage(host, foldersPageId, QStringLiteral("folders"), parent)
    , m_form(new FoldersForm(host.dialogs, this))
    , m_tests(new QLabel(this))
    , m_curves(new GroupCurves(this))
    , m_octaves(new GroupOctaves(this))
    , m_groups(new GroupsTable(this))
    , m_photos(new PhotosTable(this))
    , m_fidelity(new FidelityTable(this))
    , m_halves(new SpreadChart(this)) {
    setObjectName(QStringLiteral("foldersPage"));
    connect(m_form, &FoldersForm::edited, this, [this](const FoldersChoice& part) {
        this->host().session->edit([&part](Choice& choice) { setFoldersChoice(choice, part); });
    });
    connect(m_groups, &GroupsTable::chosen, this, &FoldersPage::showCharts);
    connect(m_photos, &PhotosTable::opened, this, &FoldersPage::openPhoto);
    layOut(tr("Many photos"), m_form, tr("Open the results"), {makeFound(), m_tests});
    showCharts();
}

QWidget* FoldersPage::makeFound() {
    m_halves->setObjectName(QStringLiteral("foldersHalves"));
    m_tests->setObjectName(QStringLiteral("foldersTests"));
    m_tests->setTextFormat(Qt::PlainText);
    m_tests->setWordWrap(true);
    m_tests->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_tests->setFont(smallFont(font()));
    m_tests->hide(); // until there are some
    auto* charts = new QSplitter(Qt::Horizontal, this);
    charts->setObjectName(QStringLiteral("splitterFoldersCharts"));
    charts->addWidget(m_curves);
    charts->addWidget(m_octaves);
    charts->setChildrenCollapsible(false);
    auto* tables = new QTabWidget(this);
    tables->setObjectName(QStringLiteral("foldersTables"));
    tables->setDocumentMode(true);
    tables->addTab(m_groups, tr("Groups"));
    tables->addTab(m_photos, tr("Photos"));
    tables->addTab(m_halves, tr("Half of the score"));
    tables->addTab(m_fidelity, tr("Scale fidelity"));
    auto* parts = new QSplitter(Qt::Vertical, this);
    parts->setObjectName(QStringLiteral("splitterFolders"));
    parts->addWidget(charts);
    parts->addWidget(tables);
    parts->setChildrenCollapsible(false);
    parts->setSizes({400, 300});
    keepLayout({charts, parts});
    return parts;
}

Request FoldersPage::request(const std::shared_ptr<const ModelInfo>& model) {
    m_request = folderScalesRequest(choice());
    checkGroups(m_request, model->card);
    return FollowFolder{.folder = m_request, .model = model};
}

QString FoldersPage::invitation() const {
    return tr(
        "Choose a folder of photos at the left, and one for the results. Each photo is followed by Blur IG for the "
        "target and score of the Explore page, by the opened model.");
}

std::filesystem::path FoldersPage::results() const {
    std::error_code error;
    return std::filesystem::exists(m_request.out / "groups.json", error) ? m_request.out : std::filesystem::path();
}

void FoldersPage::followPart() {
    m_form->show(foldersChoiceOf(choice()));
}

QString FoldersPage::take(const Answer& answer) {
    const auto* known = std::get_if<std::shared_ptr<const FolderAnswer>>(&answer);
    if (!known || *known == m_known)
        return {};
    m_known = *known;
    showFound();
    const StudyProgress& progress = m_known->progress;
    return progress.done < progress.of ? progressWords(progress)
                                       : QString::fromStdString(groupText(m_known->scales.all));
}

void FoldersPage::showFound() {
    const FolderScales& scales = m_known->scales;
    m_groups->setGroups(scales.groups);
    m_photos->setPhotos(scales.followed.photos);
    m_fidelity->setFigures(scales.fidelity);
    QStringList tests;
    for (const TwoSamples& test : scales.tests)
        tests << QString::fromStdString(testText(test));
    m_tests->setText(tests.join(QLatin1Char('\n')));
    m_tests->setVisible(!tests.isEmpty());
    QStringList lines;
    for (const PhotoProblem& problem : scales.followed.problems)
        lines << QString::fromStdString(problem.what);
    showProblems(problems(), lines);
    showCharts();
}

// The groups that are compared, or all photos and the labels that are selected.
void FoldersPage::showCharts() {
    std::vector<ScaleGroup> drawn;
    if (m_known) {
        const FolderScales& scales = m_known->scales;
        const auto selected = m_groups->selectedGroups();
        if (scales.compared.empty())
            drawn.push_back(scales.all);
        for (const ScaleGroup& group : scales.groups)
            if (drawn.size() < mostDrawn &&
                (!scales.compared.empty() || std::ranges::find(selected, group.name) != selected.end()))
                drawn.push_back(group);
    }
    const bool any = !drawn.empty();
    showHalves(drawn);
    m_curves->setVisible(any);
    m_octaves->setVisible(any);
    if (!any)
        return;
    m_curves->setContent(drawn, m_known->scales.followed.photos.front().curveEnd);
    m_octaves->setContent(std::move(drawn), m_known->scales.bands);
}

// How the sigma at which half of the score is left spreads over the photos of the groups that are drawn.
void FoldersPage::showHalves(const std::vector<ScaleGroup>& drawn) {
    std::vector<SpreadSeries> series;
    for (const ScaleGroup& group : drawn) {
        SpreadSeries one{.name = QString::fromStdString(group.name), .values = {}};
        const FolderScales& scales = m_known->scales;
        const bool all = scales.compared.empty() && group.name == scales.all.name;
        for (const PhotoScales& photo : scales.followed.photos)
            if (photo.halfSigma && (all || (scales.compared.empty() ? photo.labelName : photo.group) == group.name))
                one.values.push_back(*photo.halfSigma);
        series.push_back(std::move(one));
    }
    m_halves->setContent(tr("sigma at which half of the score is left, px"), std::move(series));
}

void FoldersPage::openPhoto(const std::string& file) {
    host().session->edit([&file](Choice& next) {
        next.picture = file;
        next.pictureSha256.clear();
        next.page = "scales";
    });
}

PageDescription foldersPage() {
    return {.id = foldersPageId,
            .show = showAction,
            .actions = {},
            .make = [](const PageHost& host, QWidget* parent) -> Page* { return new FoldersPage(host, parent); }};
}

} // namespace blurig::ui
