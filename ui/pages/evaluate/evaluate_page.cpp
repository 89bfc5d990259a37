// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/evaluate/evaluate_page.h"

#include "core/error.h"
#include "ui/pages/evaluate/evaluate_form.h"
#include "ui/pages/evaluate/figures_table.h"
#include "ui/pages/evaluate/rows_model.h"
#include "ui/panels/batch_bar.h"
#include "ui/panels/marks.h"
#include "ui/panels/photo_problems.h"
#include "ui/panels/spread_chart.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>

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

// What the figures of a finished or growing study say, in a line.
QString headline(const StudyAnswer& answer) {
    const StudyProgress& progress = answer.progress;
    if (progress.done < progress.of)
        return progressWords(progress);
    QString text = photosText(static_cast<int>(progress.of));
    if (answer.summary.accuracy)
        text += EvaluatePage::tr(", %1 with a label, %2 % of these classified rightly")
                    .arg(answer.summary.labelled)
                    .arg(100 * *answer.summary.accuracy, 0, 'f', 1);
    if (answer.summary.labels)
        text += QLatin1String(". ") + labelsWords(*answer.summary.labels);
    return text;
}

} // namespace

EvaluatePage::EvaluatePage(const PageHost& host, QWidget* parent)
    : BatchPage(host, evaluatePageId, QStringLiteral("evaluate"), parent)
    , m_form(new EvaluateForm(host.dialogs, this))
    , m_figures(new FiguresTable(this))
    , m_spread(new SpreadChart(this))
    , m_rows(new RowsModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_table(new QTableView(this)) {
    setObjectName(QStringLiteral("evaluatePage"));
    connect(m_form, &EvaluateForm::edited, this, [this](const EvaluateChoice& part) {
        this->host().session->edit([&part](Choice& choice) { setEvaluateChoice(choice, part); });
    });
    connect(m_figures, &FiguresTable::figureChosen, this, [this](int figure) {
        m_figure = figure;
        showSpread();
    });
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex& index) { openRow(m_sorted->mapToSource(index).row()); });
    layOut(tr("Evaluation"), m_form, tr("Open the report"), {makeFound()});
    showSpread();
}

QWidget* EvaluatePage::makeFound() {
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
    return parts;
}

Request EvaluatePage::request(const std::shared_ptr<const ModelInfo>& model) {
    m_request = studyRequest(evaluateChoiceOf(choice()));
    return RunStudy{.study = m_request, .model = model};
}

QString EvaluatePage::invitation() const {
    return tr(
        "Choose photos, methods and judges at the left, and a folder for the results. The photos are judged by the "
        "opened model.");
}

std::filesystem::path EvaluatePage::results() const {
    const std::filesystem::path report = m_request.out / "report.html";
    std::error_code error;
    return std::filesystem::exists(report, error) ? report : std::filesystem::path();
}

void EvaluatePage::followPart() {
    m_form->show(evaluateChoiceOf(choice()));
}

QString EvaluatePage::take(const Answer& answer) {
    const auto* known = std::get_if<std::shared_ptr<const StudyAnswer>>(&answer);
    if (!known || *known == m_known)
        return {};
    m_known = *known;
    showFound();
    return headline(*m_known);
}

void EvaluatePage::showFound() {
    std::vector<MetricColumn> figures;
    for (const Metric* metric : m_request.metrics)
        for (MetricColumn& column : metric->columns())
            figures.push_back(std::move(column));
    m_rows->setRows(m_known->study.rows, figures);
    m_table->resizeColumnsToContents();
    m_figures->setSummary(m_known->summary);
    QStringList lines;
    for (const PhotoProblem& problem : m_known->summary.problems)
        lines << QStringLiteral("%1: %2").arg(QString::fromStdString(problem.photo),
                                              QString::fromStdString(problem.what));
    showProblems(problems(), lines);
    showSpread();
}

void EvaluatePage::showSpread() {
    std::vector<SpreadSeries> series;
    QString label;
    if (m_known)
        for (const MethodSummary& method : m_known->summary.methods) {
            if (m_figure >= static_cast<int>(method.figures.size()))
                continue;
            const MetricColumn& column = method.figures[static_cast<std::size_t>(m_figure)].column;
            label = QString::fromStdString(column.label);
            SpreadSeries one{.name = QString::fromStdString(method.label), .values = {}};
            for (const auto& [photo, value] : valuesByPhoto(m_known->study, method.id, column.key))
                one.values.push_back(value);
            series.push_back(std::move(one));
        }
    m_spread->setVisible(!series.empty());
    m_spread->setContent(label, std::move(series));
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

PageDescription evaluatePage() {
    return {.id = evaluatePageId,
            .show = showAction,
            .actions = {},
            .make = [](const PageHost& host, QWidget* parent) -> Page* { return new EvaluatePage(host, parent); }};
}

} // namespace blurig::ui
