// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/folders/folders_page.h"

#include "core/error.h"
#include "core/scales/folder_scales_files.h"
#include "ui/engine/explore_flow.h"
#include "ui/pages/folders/folder_tables.h"
#include "ui/pages/folders/folders_form.h"
#include "ui/pages/folders/group_curves.h"
#include "ui/pages/folders/group_octaves.h"
#include "ui/panels/batch_bar.h"
#include "ui/panels/photo_problems.h"
#include "ui/panels/spread_chart.h"
#include "ui/widgets/drawer_layout.h"
#include "ui/widgets/theme.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QUrl>
#include <QVBoxLayout>

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

QLabel* words(const char* objectName, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(objectName));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

FoldersPage::FoldersPage(const PageHost& host, QWidget* parent)
    : Page(host, foldersPageId, Session::Changes(Session::Change::Page), parent)
    , m_lane(host.engine, Urgency::Batch)
    , m_form(new FoldersForm(host.dialogs, this))
    , m_bar(new BatchBar(QStringLiteral("folders"), this))
    , m_results(new QPushButton(tr("Open the results"), this))
    , m_headline(words("foldersHeadline", this))
    , m_tests(words("foldersTests", this))
    , m_problems(words("foldersProblems", this))
    , m_curves(new GroupCurves(this))
    , m_octaves(new GroupOctaves(this))
    , m_groups(new GroupsTable(this))
    , m_photos(new PhotosTable(this))
    , m_fidelity(new FidelityTable(this))
    , m_halves(new SpreadChart(this)) {
    setObjectName(QStringLiteral("foldersPage"));
    auto* drawers = new DrawerLayout(makeCentre(), this);
    drawers->setLeft(new Drawer(Drawer::Side::Left, tr("Photos"), makeControls()));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(drawers);
    keepDrawers(drawers);
    connect(m_form, &FoldersForm::edited, this, [this](const FoldersChoice& part) {
        this->host().session->edit([&part](Choice& choice) { setFoldersChoice(choice, part); });
    });
    connect(m_bar, &BatchBar::runAsked, this, &FoldersPage::start);
    connect(m_bar, &BatchBar::cancelAsked, this, &FoldersPage::cancel);
    connect(m_results, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QString::fromStdString(m_request.out.string()))); });
    connect(&m_lane, &LaneFollower::updated, this, qOverload<const SharedSnapshot&>(&FoldersPage::follow));
    connect(&m_lane, &LaneFollower::failed, this, [this](const Error& error) {
        m_running = false;
        m_words = QString::fromStdString(error.what());
        showState();
    });
    connect(m_groups, &GroupsTable::chosen, this, &FoldersPage::showCharts);
    connect(m_photos, &PhotosTable::opened, this, &FoldersPage::openPhoto);
    connect(host.slider, &ExploreFlow::inputChanged, this, &FoldersPage::showState);
    connect(host.slider, &ExploreFlow::exploreChanged, this, &FoldersPage::showState);
    followPart();
    showState();
    showCharts();
}

QWidget* FoldersPage::makeControls() {
    m_results->setObjectName(QStringLiteral("foldersResults"));
    auto* controls = new QWidget(this);
    auto* column = new QVBoxLayout(controls);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(sizes::gap);
    column->addWidget(m_form);
    column->addWidget(m_bar);
    column->addWidget(m_results);
    column->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(controls);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return scroll;
}

QWidget* FoldersPage::makeCentre() {
    m_headline->setFont(labelFont(font()));
    m_halves->setObjectName(QStringLiteral("foldersHalves"));
    m_tests->setFont(smallFont(font()));
    m_problems->setFont(smallFont(font()));
    m_problems->setForegroundRole(QPalette::PlaceholderText);
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
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(sizes::gap, sizes::gap, sizes::gap, sizes::gap);
    column->setSpacing(sizes::gap);
    column->addWidget(m_headline);
    column->addWidget(parts, 1);
    column->addWidget(m_tests);
    column->addWidget(m_problems);
    return centre;
}

void FoldersPage::start() {
    const auto model = host().slider->view().subject.model;
    if (!model)
        return;
    try {
        m_request = folderScalesRequest(choice());
        checkGroups(m_request, model->card);
    } catch (const Error& error) {
        m_words = QString::fromStdString(error.what());
        showState();
        return;
    }
    m_running = true;
    m_words = tr("Reading the photos…");
    m_bar->setProgress(0);
    m_lane.submit(FollowFolder{.folder = m_request, .model = model});
    showState();
}

bool FoldersPage::settled() const {
    return host().slider->settled() && !m_running;
}

void FoldersPage::cancel() {
    m_lane.cancel();
}

void FoldersPage::follow(Session::Changes /*what*/) {
    showState();
}

void FoldersPage::followPart() {
    m_form->show(foldersChoiceOf(choice()));
}

void FoldersPage::follow(const SharedSnapshot& snapshot) {
    m_running = !ended(snapshot->status);
    m_bar->setProgress(snapshot->progress);
    if (const auto* answer = std::get_if<std::shared_ptr<const FolderAnswer>>(&snapshot->answer))
        take(*answer);
    if (snapshot->status == Status::Cancelled)
        m_words = tr("Cancelled. What was computed is kept: run again to go on.");
    showState();
}

void FoldersPage::take(const std::shared_ptr<const FolderAnswer>& answer) {
    if (answer == m_known)
        return;
    m_known = answer;
    const FolderScales& scales = answer->scales;
    m_words = answer->progress.done < answer->progress.of ? progressWords(answer->progress)
                                                          : QString::fromStdString(groupText(scales.all));
    m_groups->setGroups(scales.groups);
    m_photos->setPhotos(scales.followed.photos);
    m_fidelity->setFigures(scales.fidelity);
    QStringList tests;
    for (const TwoSamples& test : scales.tests)
        tests << QString::fromStdString(testText(test));
    m_tests->setText(tests.join(QLatin1Char('\n')));
    m_tests->setVisible(!tests.isEmpty());
    QStringList problems;
    for (const PhotoProblem& problem : scales.followed.problems)
        problems << QString::fromStdString(problem.what);
    showProblems(m_problems, problems);
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

void FoldersPage::showState() {
    const bool hasModel = host().slider->view().subject.model != nullptr;
    m_bar->setState(m_running, hasModel);
    m_results->setEnabled(!m_running &&
                          QFileInfo::exists(QString::fromStdString((m_request.out / "groups.json").string())));
    m_headline->setText(!m_words.isEmpty() ? m_words
                        : hasModel ? tr("Choose a folder of photos at the left, and one for the results. Each photo is "
                                        "followed by Blur IG for the target and score of the Explore page, by the "
                                        "opened model.")
                                   : tr("Open a model first."));
    Q_EMIT progressed();
}

void FoldersPage::openPhoto(const std::string& file) {
    host().session->edit([&file](Choice& next) {
        next.picture = file;
        next.pictureSha256.clear();
        next.page = "scales";
    });
}

View FoldersPage::view() const {
    return {.hasResult = false, .title = tr("Many photos")}; // its files are the tables and charts of the results
}

PageDescription foldersPage() {
    return {.id = foldersPageId,
            .show = showAction,
            .actions = {},
            .make = [](const PageHost& host, QWidget* parent) -> Page* { return new FoldersPage(host, parent); }};
}

} // namespace blurig::ui
