// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/exporter.h"

#include "core/engine/attribution_record.h"
#include "core/record/npy.h"
#include "core/record/png_file.h"
#include "core/record/session_file.h"
#include "core/record/write_file.h"
#include "ui/engine/explore_flow.h"
#include "ui/explore/bar_content.h"
#include "ui/explore/message_bar.h"
#include "ui/export/figure.h"
#include "ui/session/session.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>

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
    if (!m_parts.flow->view().frame) {
        m_parts.messages->show(MessageBar::Kind::Notice, tr("There is nothing to export yet."));
        return;
    }
    m_parts.dialogs->ask(FileQuestion::ExportView, suggestion(QStringLiteral("blurig"), QStringLiteral("png")),
                         m_parts.window, [this](const QString& file) { exportView(file); });
}

void Exporter::exportView(const QString& file) {
    const ExploreView& view = m_parts.flow->view();
    if (!view.frame)
        return;
    CompletenessBar bar;
    bar.setContent(exploreBar(view));
    const Raster figure = rasterOf(figureOf(*m_parts.panes, bar.text(), exportScale));
    const std::string choice = toJson(shownChoice());
    const QString base = withoutEnding(file);
    std::map<QString, Array> arrays{{base + QStringLiteral("_input.npy"), view.input->prepared.z}};
    if (view.explore.state)
        arrays.emplace(base + QStringLiteral("_attribution.npy"), view.explore.state->attribution);
    for (const PaneKind kind : m_parts.panes->visibleKinds())
        if (const Array array = arrayOf(view, kind); !array.empty())
            arrays.emplace(QStringLiteral("%1_%2.npy").arg(base, fileWordOf(kind)), array);
    write(file, [=, view = view] {
        writePng(pathOf(file), figure, {{Choice::pngKeyword, choice}});
        for (const auto& [name, array] : arrays)
            writeNpy(pathOf(name), array);
        if (view.explore.state) {
            const Item item{
                .input = view.input->prepared.z, .target = view.explore.target, .score = view.explore.score};
            writeFile(pathOf(base + QStringLiteral("_record.json")),
                      std::string_view(attributionRecord({.model = *view.model,
                                                          .picture = view.picture,
                                                          .prepared = view.input->prepared,
                                                          .item = item,
                                                          .state = *view.explore.state,
                                                          .cropRule = view.crop.rule})));
        }
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
    CompletenessBar bar;
    bar.setContent(exploreBar(m_parts.flow->view()));
    QApplication::clipboard()->setImage(figureOf(*m_parts.panes, bar.text(), 1.0));
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
