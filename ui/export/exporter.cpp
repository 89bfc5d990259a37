// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/exporter.h"

#include "core/engine/attribution_record.h"
#include "core/record/npy.h"
#include "core/record/png_file.h"
#include "core/record/session_file.h"
#include "core/record/write_file.h"
#include "ui/compare/compare_grid.h"
#include "ui/engine/compare_flow.h"
#include "ui/engine/explore_flow.h"
#include "ui/export/figure.h"
#include "ui/panels/bar_content.h"
#include "ui/panels/message_bar.h"
#include "ui/session/session.h"
#include "ui/widgets/completeness_text.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace blurig::ui {

namespace {

constexpr double exportScale = 2.0; // for print

QString withoutEnding(const QString& file) {
    const QFileInfo info(file);
    return info.dir().filePath(info.completeBaseName());
}

std::filesystem::path pathOf(const QString& file) {
    return {file.toStdString()};
}

std::string recordOf(const ExploreView& view, const RunView& run) {
    const Item item{.input = view.input->prepared.z, .target = run.target, .score = run.score};
    return attributionRecord({.model = *view.model,
                              .picture = view.picture,
                              .prepared = view.input->prepared,
                              .item = item,
                              .state = *run.state,
                              .cropRule = view.crop.rule});
}

} // namespace

Exporter::Exporter(const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts) {
    // One after the other: two exports to one name must not race.
    m_pool.setMaxThreadCount(1);
    connect(parts.panes, &PaneRow::copyRequested, this, &Exporter::copyPane);
    connect(parts.panes, &PaneRow::savePictureRequested, this, &Exporter::askAndSavePicture);
    connect(parts.panes, &PaneRow::saveArrayRequested, this, &Exporter::askAndSaveArray);
}

Exporter::~Exporter() {
    m_pool.waitForDone();
}

Choice Exporter::shownChoice() const {
    Choice choice = m_parts.session->choice();
    const RunView& run = m_parts.flow->view().explore;
    if (run.state) {
        // Not "top": the figure means this class whatever the model says elsewhere.
        choice.target = run.targetText == "top" && run.target.classes.size() == 1
                            ? std::to_string(run.target.classes.front().index)
                            : run.targetText;
        choice.score = name(run.score);
        choice.panes.front() = run.pane;
        choice.panes.front().display = m_parts.session->display();
    }
    // Another model's top class is another one.
    for (std::size_t i = 0; i < std::min(choice.compare.panes.size(), m_parts.compared->panes().size()); ++i) {
        const RunView& pane = m_parts.compared->panes()[i].shown;
        PaneChoice& chosen = choice.compare.panes[i];
        if (!chosen.model.empty() && chosen.target.empty() && pane.state && pane.targetText == "top")
            chosen.target = std::to_string(pane.target.classes.front().index);
    }
    return choice;
}

QString Exporter::suggestion(const QString& word, const QString& ending) const {
    const QFileInfo picture(QString::fromStdString(m_parts.flow->view().picture.name()));
    return QStringLiteral("%1_%2.%3").arg(picture.completeBaseName(), word, ending);
}

void Exporter::write(const QString& file, std::function<void()> job) {
    m_pool.start([this, file, job = std::move(job)] {
        try {
            job();
            QMetaObject::invokeMethod(this, [this, file] {
                m_parts.messages->show(MessageBar::Kind::Notice, tr("Written: %1").arg(file));
                Q_EMIT written(file);
            });
        } catch (const Error& error) {
            QMetaObject::invokeMethod(this, [this, error] { m_parts.messages->showError(error); });
        }
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

bool Exporter::isComparison() const {
    return m_parts.session->choice().page == "compare";
}

bool Exporter::hasView() const {
    if (!isComparison())
        return m_parts.flow->view().frame != nullptr;
    return std::ranges::any_of(m_parts.compared->panes(),
                               [](const ComparePaneView& pane) { return pane.shown.state != nullptr; });
}

QImage Exporter::figure(double scale) const {
    std::vector<const ImagePane*> panes;
    if (!isComparison()) {
        for (const PaneKind kind : m_parts.panes->visibleKinds())
            panes.push_back(m_parts.panes->pane(kind));
        return figureOf(panes, static_cast<int>(panes.size()), completenessLine(exploreBar(m_parts.flow->view())),
                        scale);
    }
    QStringList lines;
    for (const ComparePane* pane : m_parts.grid->panes()) {
        const ComparePaneView& view = m_parts.compared->panes()[pane->index()];
        panes.push_back(pane->image());
        if (!findMethod(view.asked.pane.method)) // of another version: the pane itself says so
            continue;
        lines << QStringLiteral("%1. %2")
                     .arg(pane->index() + 1)
                     .arg(completenessLine(runBar(view.shown, view.activity, view.asked.pane.method)));
    }
    return figureOf(panes, std::max(1, m_parts.grid->columns()), lines.join(u'\n'), scale);
}

void Exporter::exportView(const QString& file) {
    if (!hasView())
        return;
    isComparison() ? exportComparison(file) : exportExploration(file);
}

void Exporter::exportComparison(const QString& file) {
    const ExploreView& view = m_parts.flow->view();
    const Raster picture = rasterOf(figure(exportScale));
    const std::string choice = toJson(shownChoice());
    const QString base = withoutEnding(file);
    std::map<QString, ComparePaneView> panes;
    for (std::size_t i = 0; i < m_parts.compared->panes().size(); ++i)
        if (const ComparePaneView& pane = m_parts.compared->panes()[i]; pane.shown.state)
            panes.emplace(
                QStringLiteral("%1_%2-%3").arg(base).arg(i + 1).arg(QString::fromStdString(pane.shown.pane.method)),
                pane);
    write(file, [=, view = view] {
        writePng(pathOf(file), picture, {{Choice::pngKeyword, choice}});
        writeNpy(pathOf(base + QStringLiteral("_input.npy")), view.input->prepared.z);
        for (const auto& [name, pane] : panes) {
            if (!pane.shown.pane.model.empty())
                writeNpy(pathOf(name + QStringLiteral("_input.npy")), pane.subject.input->prepared.z);
            writeNpy(pathOf(name + QStringLiteral(".npy")), pane.shown.state->attribution);
            writeFile(pathOf(name + QStringLiteral(".json")), std::string_view(recordOf(pane.subject, pane.shown)));
        }
    });
}

void Exporter::exportExploration(const QString& file) {
    const ExploreView& view = m_parts.flow->view();
    const Raster picture = rasterOf(figure(exportScale));
    const std::string choice = toJson(shownChoice());
    const QString base = withoutEnding(file);
    std::map<QString, Array> arrays{{base + QStringLiteral("_input.npy"), view.input->prepared.z}};
    if (view.explore.state)
        arrays.emplace(base + QStringLiteral("_attribution.npy"), view.explore.state->attribution);
    for (const PaneKind kind : m_parts.panes->visibleKinds())
        if (const Array array = arrayOf(view, kind); !array.empty())
            arrays.emplace(QStringLiteral("%1_%2.npy").arg(base, fileWordOf(kind)), array);
    write(file, [=, view = view] {
        writePng(pathOf(file), picture, {{Choice::pngKeyword, choice}});
        for (const auto& [name, array] : arrays)
            writeNpy(pathOf(name), array);
        if (view.explore.state)
            writeFile(pathOf(base + QStringLiteral("_record.json")), std::string_view(recordOf(view, view.explore)));
    });
}

void Exporter::askAndSaveSession() {
    if (m_parts.flow->view().picture.empty()) {
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
        QApplication::clipboard()->setImage(figure(1.0));
}

void Exporter::copyPane(PaneKind kind) {
    QApplication::clipboard()->setImage(m_parts.panes->pane(kind)->renderedImage());
}

void Exporter::askAndSavePicture(PaneKind kind) {
    m_parts.dialogs->ask(FileQuestion::SavePicture, suggestion(fileWordOf(kind), QStringLiteral("png")), m_parts.window,
                         [this, kind](const QString& file) {
                             const Raster figure = rasterOf(m_parts.panes->pane(kind)->figure(exportScale));
                             const std::string choice = toJson(shownChoice());
                             write(file, [=] { writePng(pathOf(file), figure, {{Choice::pngKeyword, choice}}); });
                         });
}

void Exporter::askAndSaveArray(PaneKind kind) {
    const Array array = arrayOf(m_parts.flow->view(), kind);
    if (array.empty()) {
        m_parts.messages->show(MessageBar::Kind::Notice, tr("This pane has no numbers yet."));
        return;
    }
    m_parts.dialogs->ask(FileQuestion::SaveArray, suggestion(fileWordOf(kind), QStringLiteral("npy")), m_parts.window,
                         [this, array](const QString& file) { write(file, [=] { writeNpy(pathOf(file), array); }); });
}

} // namespace blurig::ui
