// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/exporter.h"

#include "core/explain/crop_words.h"
#include "core/explain/record.h"
#include "core/explain/recorded.h"
#include "core/record/array_file.h"
#include "core/record/session_file.h"
#include "core/record/write_file.h"
#include "ui/export/figure.h"
#include "ui/export/figure_file.h"
#include "ui/export/figure_texts.h"
#include "ui/pages/compare/compare_flow.h"
#include "ui/pages/compare/compare_grid.h"
#include "ui/pages/compare/difference_mode.h"
#include "ui/pages/compare/pair_choice.h"
#include "ui/pages/compare/pair_view.h"
#include "ui/pages/explore/explore_flow.h"
#include "ui/pages/paths/path_texts.h"
#include "ui/pages/paths/paths_flow.h"
#include "ui/pages/paths/paths_page.h"
#include "ui/panels/message_bar.h"
#include "ui/session/session.h"

#include <nlohmann/json.hpp>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace blurig::ui {

namespace {

QString withoutEnding(const QString& file) {
    const QFileInfo info(file);
    return info.dir().filePath(info.completeBaseName());
}

std::filesystem::path pathOf(const QString& file) {
    return {file.toStdString()};
}

} // namespace

Exporter::Exporter(const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts) {
    connect(parts.panes, &PaneRow::copyRequested, this, [this](PaneKind kind) { copyPane(m_parts.panes->pane(kind)); });
    connect(parts.panes, &PaneRow::savePictureRequested, this,
            [this](PaneKind kind) { askAndSavePicture(m_parts.panes->pane(kind), fileWordOf(kind)); });
    connect(parts.panes, &PaneRow::saveArrayRequested, this,
            [this](PaneKind kind) { askAndSaveArray(arrayOf(m_parts.flow->view(), kind), fileWordOf(kind)); });
    connect(parts.grid, &CompareGrid::paneMade, this, &Exporter::serveComparePane);
    for (ComparePane* pane : parts.grid->panes())
        serveComparePane(pane);
    serve(
        parts.pair->image(), [this] { return QString::fromStdString(m_parts.session->choice().compare.view); },
        [this] { return m_parts.pair->image()->values(); });
    const auto images = parts.pathsPage->images();
    serve(
        images[0], [] { return QStringLiteral("blur-path"); }, [this] { return m_parts.paths->blur().picture; });
    serve(
        images[1], [] { return QStringLiteral("ig-path"); }, [this] { return m_parts.paths->straight().picture; });
}

// What a pane's menu asks for.
void Exporter::serve(const ImagePane* pane, const std::function<QString()>& word, const std::function<Array()>& array) {
    connect(pane, &ImagePane::copyRequested, this, [this, pane] { copyPane(pane); });
    connect(pane, &ImagePane::savePictureRequested, this, [this, pane, word] { askAndSavePicture(pane, word()); });
    connect(pane, &ImagePane::saveArrayRequested, this, [this, word, array] { askAndSaveArray(array(), word()); });
}

void Exporter::serveComparePane(const ComparePane* pane) {
    const auto run = [this, index = pane->index()] {
        const auto& panes = m_parts.compared->panes();
        return index < panes.size() ? panes[index].shown : RunView();
    };
    serve(
        pane->image(),
        [run, index = pane->index()] {
            return QStringLiteral("%1-%2").arg(index + 1).arg(QString::fromStdString(run().pane.method));
        },
        [run] {
            const RunView shown = run();
            return shown.state ? shown.state->attribution : Array();
        });
}

Choice Exporter::shownChoice() const {
    Choice choice = recorded(m_parts.session->choice(), explainedSubject(m_parts.flow->view().subject));
    const RunView& run = m_parts.flow->view().explore;
    if (run.state) {
        // Not "top": the figure means this class whatever the model says elsewhere.
        choice.target = run.targetText == "top" && run.target.classes.size() == 1
                            ? indexTarget(run.target.classes.front().index)
                            : run.targetText;
        choice.score = name(run.score);
        choice.panes.front() = recorded(run.pane, *run.state);
        choice.panes.front().display = m_parts.session->display();
    }
    // Another model's top class is another one.
    for (std::size_t i = 0; i < std::min(choice.compare.panes.size(), m_parts.compared->panes().size()); ++i) {
        const RunView& pane = m_parts.compared->panes()[i].shown;
        PaneChoice& chosen = choice.compare.panes[i];
        if (pane.state)
            chosen = recorded(chosen, *pane.state);
        if (!chosen.model.empty() && chosen.target.empty() && pane.state && pane.targetText == "top")
            chosen.target = indexTarget(pane.target.classes.front().index);
    }
    return choice;
}

QString Exporter::suggestion(const QString& word, const QString& ending) const {
    const QFileInfo picture(QString::fromStdString(m_parts.flow->view().subject.picture.name()));
    return QStringLiteral("%1_%2.%3").arg(picture.completeBaseName(), word, ending);
}

void Exporter::write(const QString& file, std::function<void()> job) {
    m_thread.run([this, file, job = std::move(job)]() -> BackgroundThread::Completion {
        try {
            job();
        } catch (const Error& error) {
            return [this, error] { m_parts.messages->showError(error); };
        }
        return [this, file] {
            m_parts.messages->show(MessageBar::Kind::Notice, tr("Written: %1").arg(file));
            Q_EMIT written(file);
        };
    });
}

void Exporter::askAndExport() {
    if (!hasView()) {
        m_parts.messages->show(MessageBar::Kind::Notice, tr("There is nothing to export yet."));
        return;
    }
    m_parts.dialogs->ask(FileQuestion::ExportView, suggestion(QStringLiteral("blurig"), QStringLiteral("png")),
                         m_parts.window, [this](const QString& file) { exportView(file); });
}

bool Exporter::hasView() const {
    const std::string& page = m_parts.session->choice().page;
    if (page == "compare")
        return std::ranges::any_of(m_parts.compared->panes(),
                                   [](const ComparePaneView& pane) { return pane.shown.state != nullptr; });
    if (page == "paths")
        return m_parts.paths->blur().path != nullptr;
    return m_parts.flow->view().frame != nullptr;
}

bool Exporter::showsPair() const {
    return findPairMode(m_parts.session->choice().compare.view) != nullptr;
}

bool Exporter::isSeen(std::size_t pane) const {
    const auto [a, b] = chosenPair(m_parts.session->choice().compare);
    return !showsPair() || pane == a || pane == b;
}

std::vector<const ImagePane*> Exporter::panes() const {
    const std::string& page = m_parts.session->choice().page;
    if (page == "paths")
        return m_parts.pathsPage->images();
    if (page == "compare" && showsPair())
        return {m_parts.pair->image()};
    std::vector<const ImagePane*> panes;
    if (page == "compare") {
        for (const ComparePane* pane : m_parts.grid->panes())
            panes.push_back(pane->image());
    } else {
        for (const PaneKind kind : m_parts.panes->visibleKinds())
            panes.push_back(m_parts.panes->pane(kind));
    }
    return panes;
}

int Exporter::columns() const {
    return m_parts.session->choice().page == "compare" && !showsPair() ? std::max(1, m_parts.grid->columns())
                                                                       : static_cast<int>(panes().size());
}

QStringList Exporter::runLines() const {
    const ExploreView& view = m_parts.flow->view();
    const std::string& page = m_parts.session->choice().page;
    QStringList lines;
    if (page == "compare") {
        for (std::size_t i = 0; i < m_parts.compared->panes().size(); ++i) {
            const ComparePaneView& pane = m_parts.compared->panes()[i];
            if (isSeen(i) && findMethod(pane.asked.pane.method)) // else of another version: the pane itself says so
                lines << QStringLiteral("%1. %2").arg(i + 1).arg(
                    runLine(pane.shown, pane.activity, pane.asked.pane.method));
        }
        return lines;
    }
    if (page == "paths")
        lines << matchText(m_parts.session->choice().paths);
    if (view.explore.state)
        lines << runLine(view.explore, view.exploreActivity, view.explore.state->method);
    const PathSide& straight = m_parts.paths->straight();
    if (page == "paths" && straight.path)
        lines << runLine(straight.run, m_parts.paths->straightRun().activity, straight.run.state->method);
    else if (page != "paths" && view.beside.state)
        lines << runLine(view.beside, view.besideActivity, view.beside.state->method);
    return lines;
}

Figure Exporter::figure(std::optional<double> scale) const {
    Figure figure{.title = figureTitle(m_parts.flow->view()),
                  .panes = {},
                  .columns = columns(),
                  .lines = runLines(),
                  .font = figureFont(m_parts.window->font())};
    for (const ImagePane* pane : panes())
        figure.panes.push_back(pane->figureParts(scale));
    return figure;
}

Exporter::Companions Exporter::companions(const QString& base) const {
    const ExploreView& view = m_parts.flow->view();
    const std::string& page = m_parts.session->choice().page;
    Companions beside;
    beside.arrays.emplace(base + QStringLiteral("_input"), view.subject.input->prepared.z);
    if (page == "compare") {
        for (std::size_t i = 0; i < m_parts.compared->panes().size(); ++i) {
            const ComparePaneView& pane = m_parts.compared->panes()[i];
            const RunView& run = pane.shown;
            if (!run.state || !isSeen(i))
                continue;
            const QString name =
                QStringLiteral("%1_%2-%3").arg(base).arg(i + 1).arg(QString::fromStdString(run.pane.method));
            if (!run.pane.model.empty())
                beside.arrays.emplace(name + QStringLiteral("_input"), pane.subject.input->prepared.z);
            beside.arrays.emplace(name, run.state->attribution);
            beside.records.emplace(name, std::pair(pane.subject, run));
        }
        const ImagePane* pair = m_parts.pair->image();
        if (m_parts.session->choice().compare.view == DifferenceMode::name && pair->hasPicture())
            beside.arrays.emplace(base + QStringLiteral("_difference"), pair->plane());
    } else if (page == "paths") {
        for (const PathSide* side : {&m_parts.paths->blur(), &m_parts.paths->straight()}) {
            if (!side->path)
                continue;
            const QString name = QStringLiteral("%1_%2").arg(base, QString::fromStdString(side->run.pane.method));
            beside.arrays.emplace(name, side->picture);
            beside.records.emplace(name, std::pair(view.subject, side->run));
        }
    } else {
        if (view.explore.state) {
            beside.arrays.emplace(base + QStringLiteral("_attribution"), view.explore.state->attribution);
            beside.records.emplace(base + QStringLiteral("_record"), std::pair(view.subject, view.explore));
        }
        for (const PaneKind kind : m_parts.panes->visibleKinds())
            if (const Array array = arrayOf(view, kind); !array.empty())
                beside.arrays.emplace(QStringLiteral("%1_%2").arg(base, fileWordOf(kind)), array);
    }
    return beside;
}

void Exporter::exportView(const QString& file) {
    if (hasView())
        writeFigure(
            file, [this](std::optional<double> scale) { return figure(scale); }, companions(withoutEnding(file)));
}

void Exporter::writeFigure(const QString& file, const std::function<Figure(std::optional<double> scale)>& figure,
                           const Companions& companions) {
    FigureFormat format = FigureFormat::Png;
    try {
        format = figureFormatOf(file);
    } catch (const Error& error) {
        m_parts.messages->showError(error);
        return;
    }
    write(file, [file, format, companions, drawn = figure(pixelScaleOf(format)), choice = toJson(shownChoice())] {
        const QByteArray bytes = encodedFigure(drawn, format, choice);
        writeFile(pathOf(file), std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
        for (const auto& [name, array] : companions.arrays)
            writeArray(pathOf(name + QStringLiteral(".npy")), array);
        for (const auto& [name, run] : companions.records)
            writeFile(pathOf(name + QStringLiteral(".json")),
                      std::string_view(textOf(attributionRecord(explainedSubject(run.first), *run.second.state))));
    });
}

void Exporter::askAndSaveSession() {
    if (m_parts.flow->view().subject.picture.empty()) {
        m_parts.messages->show(MessageBar::Kind::Notice, tr("There is nothing to save yet."));
        return;
    }
    m_parts.dialogs->ask(FileQuestion::SaveSession, suggestion(QStringLiteral("session"), QStringLiteral("blurig")),
                         m_parts.window, [this](const QString& file) {
                             write(file, [file, choice = shownChoice()] { writeSession(pathOf(file), choice); });
                         });
}

void Exporter::copyView() {
    if (hasView())
        QApplication::clipboard()->setImage(toImage(figure(1.0), 1.0));
}

void Exporter::copyPane(const ImagePane* pane) {
    QApplication::clipboard()->setImage(pane->renderedImage());
}

void Exporter::askAndSavePicture(const ImagePane* pane, const QString& word) {
    const auto parts = [this, pane](std::optional<double> scale) {
        return Figure{.title = figureTitle(m_parts.flow->view()),
                      .panes = {pane->figureParts(scale)},
                      .columns = 1,
                      .lines = {},
                      .font = figureFont(m_parts.window->font())};
    };
    m_parts.dialogs->ask(FileQuestion::SavePicture, suggestion(word, QStringLiteral("png")), m_parts.window,
                         [this, parts, guard = QPointer(pane)](const QString& file) {
                             if (guard) // a comparison may have lost it while the dialog was open
                                 writeFigure(file, parts, {});
                         });
}

void Exporter::askAndSaveArray(const Array& array, const QString& word) {
    if (array.empty()) {
        m_parts.messages->show(MessageBar::Kind::Notice, tr("This pane has no numbers yet."));
        return;
    }
    m_parts.dialogs->ask(FileQuestion::SaveArray, suggestion(word, QStringLiteral("npy")), m_parts.window,
                         [this, array](const QString& file) { write(file, [=] { writeArray(pathOf(file), array); }); });
}

} // namespace blurig::ui
