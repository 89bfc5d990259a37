// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/evaluate/evaluate_page.h"

#include "core/error.h"
#include "ui/engine/explore_flow.h"
#include "ui/pages/evaluate/evaluate_form.h"
#include "ui/pages/evaluate/figures_table.h"
#include "ui/pages/evaluate/rows_model.h"
#include "ui/panels/batch_bar.h"
#include "ui/panels/marks.h"
#include "ui/panels/photo_problems.h"
#include "ui/panels/spread_chart.h"
#include "ui/widgets/drawer_layout.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QDesktopServices>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace blurig::ui {

namespace {

constexpr ActionSpec showAction{.id = {"evaluatePage"},
                                .menu = ActionMenu::View,
                                .text = QT_TRANSLATE_NOOP("Actions", "E&valuate"),
                                .shortcut = "Ctrl+6",
                                .icon = "",
                                .help =
                                    QT_TRANSLATE_NOOP("Actions", "Judges the maps of methods on a folder of photos")};

QString labelsWords(const LabelSummary& labels) {
    if (!labels.paperOrder)
        return EvaluatePage::tr("Second-last labels: too few photos to compare the paths.");
    return *labels.paperOrder
               ? EvaluatePage::tr("Second-last labels: as in the paper, Blur IG's is nearer to the true class.")
               : EvaluatePage::tr("Second-last labels: the paper's order does not come out.");
}

} // namespace

EvaluatePage::EvaluatePage(const PageHost& host, QWidget* parent)
    : Page(host, evaluatePageId, Session::Changes(Session::Change::Page), parent)
    , m_lane(host.engine, Urgency::Batch)
    , m_form(new EvaluateForm(host.dialogs, this))
    , m_bar(new BatchBar(QStringLiteral("evaluate"), this))
    , m_report(new QPushButton(tr("Open the report"), this))
    , m_headline(new QLabel(this))
    , m_problems(new QLabel(this))
    , m_figures(new FiguresTable(this))
    , m_spread(new SpreadChart(this))
    , m_rows(new RowsModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_table(new QTableView(this)) {
    setObjectName(QStringLiteral("evaluatePage"));
    auto* drawers = new DrawerLayout(makeCentre(), this);
    drawers->setLeft(new Drawer(Drawer::Side::Left, tr("Evaluation"), makeControls()));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(drawers);
    keepDrawers(drawers);
    connect(m_form, &EvaluateForm::edited, this, [this](const EvaluateChoice& part) {
        this->host().session->edit([&part](Choice& choice) { setEvaluateChoice(choice, part); });
    });
    connect(m_bar, &BatchBar::runAsked, this, &EvaluatePage::start);
    connect(m_bar, &BatchBar::cancelAsked, this, &EvaluatePage::cancel);
    connect(m_report, &QPushButton::clicked, this, &EvaluatePage::openReport);
    connect(&m_lane, &LaneFollower::updated, this, qOverload<const SharedSnapshot&>(&EvaluatePage::follow));
    connect(&m_lane, &LaneFollower::failed, this, [this](const Error& error) {
        m_running = false;
        m_words = QString::fromStdString(error.what());
        showState();
    });
    connect(m_figures, &FiguresTable::figureChosen, this, [this](int figure) {
        m_figure = figure;
        showSpread();
    });
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex& index) { openRow(m_sorted->mapToSource(index).row()); });
    connect(host.slider, &ExploreFlow::inputChanged, this, &EvaluatePage::showState);
    connect(host.slider, &ExploreFlow::exploreChanged, this, &EvaluatePage::showState);
    followPart();
    showState();
    showSpread();
}

QWidget* EvaluatePage::makeControls() {
    m_report->setObjectName(QStringLiteral("evaluateReport"));
    auto* controls = new QWidget(this);
    auto* column = new QVBoxLayout(controls);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(sizes::gap);
    column->addWidget(m_form);
    column->addWidget(m_bar);
    column->addWidget(m_report);
    column->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(controls);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return scroll;
}

QWidget* EvaluatePage::makeCentre() {
    m_headline->setObjectName(QStringLiteral("evaluateHeadline"));
    m_headline->setTextFormat(Qt::PlainText);
    m_headline->setWordWrap(true);
    m_headline->setFont(labelFont(font()));
    m_problems->setObjectName(QStringLiteral("evaluateProblems"));
    m_problems->setTextFormat(Qt::PlainText);
    m_problems->setWordWrap(true);
    m_problems->setFont(smallFont(font()));
    m_problems->setForegroundRole(QPalette::PlaceholderText);
    m_problems->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sorted->setSourceModel(m_rows);
    m_sorted->setSortRole(RowsModel::sortRole);
    m_table->setObjectName(QStringLiteral("evaluateRows"));
    m_table->setModel(m_sorted);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(0, Qt::AscendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->hide();
    m_table->setToolTip(tr("Double click or Enter: the photo with these methods on the Compare page"));
    auto* upper = new QSplitter(Qt::Horizontal, this);
    upper->setObjectName(QStringLiteral("splitterEvaluateUpper"));
    upper->addWidget(m_figures);
    upper->addWidget(m_spread);
    upper->setStretchFactor(0, 3);
    upper->setStretchFactor(1, 2);
    upper->setChildrenCollapsible(false);
    auto* parts = new QSplitter(Qt::Vertical, this);
    parts->setObjectName(QStringLiteral("splitterEvaluate"));
    parts->addWidget(upper);
    parts->addWidget(m_table);
    parts->setChildrenCollapsible(false);
    parts->setSizes({300, 400});
    keepLayout({upper, parts});
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(sizes::gap, sizes::gap, sizes::gap, sizes::gap);
    column->setSpacing(sizes::gap);
    column->addWidget(m_headline);
    column->addWidget(parts, 1);
    column->addWidget(m_problems);
    return centre;
}

void EvaluatePage::start() {
    const auto model = host().slider->view().subject.model;
    if (!model)
        return;
    try {
        m_request = studyRequest(evaluateChoiceOf(choice()));
    } catch (const Error& error) {
        m_words = QString::fromStdString(error.what());
        showState();
        return;
    }
    m_running = true;
    m_words = tr("Reading the photos…");
    m_bar->setProgress(0);
    m_lane.submit(RunStudy{.study = m_request, .model = model});
    showState();
}

bool EvaluatePage::settled() const {
    return host().slider->settled() && !m_running;
}

void EvaluatePage::cancel() {
    m_lane.cancel();
}

void EvaluatePage::follow(Session::Changes /*what*/) {
    showState();
}

void EvaluatePage::followPart() {
    m_form->show(evaluateChoiceOf(choice()));
}

void EvaluatePage::follow(const SharedSnapshot& snapshot) {
    m_running = !ended(snapshot->status);
    m_bar->setProgress(snapshot->progress);
    if (const auto* answer = std::get_if<std::shared_ptr<const StudyAnswer>>(&snapshot->answer))
        take(*answer);
    if (snapshot->status == Status::Cancelled)
        m_words = tr("Cancelled. What was computed is kept: run again to go on.");
    showState();
}

void EvaluatePage::take(const std::shared_ptr<const StudyAnswer>& answer) {
    if (answer == m_known)
        return;
    m_known = answer;
    const StudyProgress& progress = answer->progress;
    if (progress.done < progress.of) {
        m_words = progressWords(progress);
    } else {
        m_words = photosText(static_cast<int>(progress.of));
        if (answer->summary.accuracy)
            m_words += tr(", %1 with a label, %2 % of these classified rightly")
                           .arg(answer->summary.labelled)
                           .arg(100 * *answer->summary.accuracy, 0, 'f', 1);
        if (answer->summary.labels)
            m_words += QLatin1String(". ") + labelsWords(*answer->summary.labels);
    }
    std::vector<MetricColumn> figures;
    for (const Metric* metric : m_request.metrics)
        for (MetricColumn& column : metric->columns())
            figures.push_back(std::move(column));
    m_rows->setRows(answer->study.rows, figures);
    m_table->resizeColumnsToContents();
    m_figures->setSummary(answer->summary);
    QStringList problems;
    for (const PhotoProblem& problem : answer->summary.problems)
        problems << QStringLiteral("%1: %2").arg(QString::fromStdString(problem.photo),
                                                 QString::fromStdString(problem.what));
    showProblems(m_problems, problems);
    showSpread();
}

void EvaluatePage::showSpread() {
    std::vector<SpreadSeries> series;
    QString label;
    const auto columns = columnsOf(m_request.metrics);
    if (m_known && m_figure >= 0 && m_figure < static_cast<int>(columns.size())) {
        const std::string& key = columns[static_cast<std::size_t>(m_figure)];
        for (const MethodSummary& method : m_known->summary.methods) {
            label = QString::fromStdString(method.figures[static_cast<std::size_t>(m_figure)].column.label);
            SpreadSeries one{.name = QString::fromStdString(method.label), .values = {}};
            for (const auto& [photo, value] : valuesByPhoto(m_known->study, method.id, key))
                one.values.push_back(value);
            series.push_back(std::move(one));
        }
    }
    m_spread->setVisible(!series.empty());
    m_spread->setContent(label, std::move(series));
}

void EvaluatePage::showState() {
    const bool hasModel = host().slider->view().subject.model != nullptr;
    m_bar->setState(m_running, hasModel);
    m_report->setEnabled(!m_running &&
                         QFileInfo::exists(QString::fromStdString((m_request.out / "report.html").string())));
    m_headline->setText(!m_words.isEmpty() ? m_words
                        : hasModel         ? tr("Choose photos, methods and judges at the left, and a folder for the "
                                                        "results. The photos are judged by the opened model.")
                                           : tr("Open a model first."));
    Q_EMIT progressed();
}

void EvaluatePage::openReport() {
    QDesktopServices::openUrl(QUrl::fromLocalFile(QString::fromStdString((m_request.out / "report.html").string())));
}

// With what is annotated, where the data set has something.
void EvaluatePage::openRow(int row) {
    const std::string name = m_rows->photoAt(row);
    m_opening.run([this, name, request = m_request,
                   photos = m_known->study.data](const std::stop_token&) -> BackgroundThread::Completion {
        const std::filesystem::path file = request.data.folder / name;
        Marks marks;
        try {
            const auto photo = std::ranges::find(*photos, file, &DatasetPhoto::file);
            if (photo != photos->end())
                if (const auto annotation = annotationOf(*photo))
                    marks = marksOf(annotation->objects);
        } catch (const Error& error) { // the photo still opens
            return [this, error] { Q_EMIT failed(error); };
        }
        std::vector<PaneChoice> panes;
        for (const JudgedMethod& method : request.methods)
            if (!method.isElsewhere())
                panes.push_back(method.pane);
        return [this, file, marks, panes] {
            host().session->edit([&](Choice& next) {
                next.picture = file.string();
                next.pictureSha256.clear();
                next.page = "compare";
                next.compare.panes = panes;
                next.compare.a.reset();
                next.compare.b.reset();
                setMarks(next, marks);
            });
        };
    });
}

View EvaluatePage::view() const {
    return {.hasResult = false, .title = tr("Evaluation")}; // its files are the report and the tables
}

PageDescription evaluatePage() {
    return {.id = evaluatePageId,
            .show = showAction,
            .actions = {},
            .make = [](const PageHost& host, QWidget* parent) -> Page* { return new EvaluatePage(host, parent); }};
}

} // namespace blurig::ui
