// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/exporter.h"

#include "core/error.h"
#include "core/explain/command_line.h"
#include "core/model/compute_scope.h"
#include "core/record/array_file.h"
#include "core/record/film_file.h"
#include "core/record/session_file.h"
#include "core/record/write_file.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/export/figure_caption.h"
#include "ui/export/figure_file.h"
#include "ui/panels/message_bar.h"
#include "ui/session/settings.h"
#include "ui/widgets/image_pane.h"

#include <fmt/format.h>
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

std::filesystem::path companionOf(const QString& file, const QString& rest) {
    return pathOf(withoutEnding(file) + rest);
}

FigurePanel panelOf(const View::Pane& pane) {
    PaneFigure parts = pane.image->figureParts(std::nullopt);
    return {.title = std::move(parts.title),
            .words = std::move(parts.caption),
            .facts = pane.facts,
            .picture = std::move(parts.picture),
            .modelPixels = parts.modelPixels,
            .bars = std::move(parts.bars)};
}

} // namespace

Exporter::Exporter(const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts) {}

Exporter::~Exporter() {
    m_stop.request_stop();
}

QString Exporter::suggestion(const QString& word, const QString& ending) const {
    const QFileInfo picture(QString::fromStdString(m_parts.choice().picture));
    return QStringLiteral("%1_%2.%3").arg(picture.completeBaseName(), word, ending);
}

void Exporter::write(const QString& file, std::function<void()> job) {
    m_thread.run([this, file, job = std::move(job)]() -> BackgroundThread::Completion {
        try {
            job();
        } catch (const Error& error) {
            return [this, error] { m_parts.messages->showError(error); };
        } catch (const Cancelled&) { // the window closes
            return {};
        }
        return [this, file] {
            m_parts.messages->show(MessageBar::Kind::Notice, tr("Written: %1").arg(file));
            Q_EMIT written(file);
        };
    });
}

Exporter::Capture Exporter::captured(const View& view) const {
    Capture capture{
        .content = {.title = view.title, .chart = view.chart, .remarks = view.remarks, .font = m_parts.window->font()},
        .leftOut = {},
        .arrays = view.arrays,
        .records = view.records,
        .choice = toJson(m_parts.choice())};
    for (const View::Pane& pane : view.panes) {
        if (pane.image->hasPicture())
            capture.content.panels.push_back(panelOf(pane));
        else
            capture.leftOut << QStringLiteral("%1: %2").arg(pane.image->title(), pane.image->message());
    }
    return capture;
}

bool Exporter::hasNothing(const View& view) const {
    const bool nothing = !view.hasResult || std::ranges::none_of(view.panes, [](const View::Pane& pane) {
        return pane.image->hasPicture();
    });
    if (nothing)
        m_parts.messages->show(MessageBar::Kind::Notice, tr("There is nothing to export yet."));
    return nothing;
}

void Exporter::askAndExport() {
    const View view = m_parts.view();
    if (hasNothing(view))
        return;
    const auto capture = std::make_shared<const Capture>(captured(view));
    auto* dialog = new ExportDialog({.hasChart = capture->content.chart.has_value(),
                                     .leftOut = capture->leftOut,
                                     .millimetres =
                                         [capture](const FigureOptions& options) {
                                             return figureMillimetres({capture->content, options});
                                         },
                                     .draw =
                                         [capture](const FigureOptions& options, double dpi) {
                                             return toImage({capture->content, options}, dpi);
                                         }},
                                    m_parts.settings->figure(), m_parts.window);
    connect(dialog, &ExportDialog::exportRequested, this, [this, dialog, capture](const FigureOptions& options) {
        m_parts.dialogs->ask(FileQuestion::ExportView, suggestion(QStringLiteral("blurig"), endingOf(options.format)),
                             dialog, [this, dialog, capture, options](const QString& file) {
                                 m_parts.settings->setFigure(options);
                                 dialog->accept();
                                 writeFigure(file, *capture, options);
                             });
    });
    dialog->open();
}

void Exporter::exportView(const QString& file, const FigureOptions& options) {
    if (const View view = m_parts.view(); !hasNothing(view))
        writeFigure(file, captured(view), options);
}

// Asks for nothing; a name that is no figure's is told.
void Exporter::writeFigure(const QString& file, const Capture& capture, FigureOptions options) {
    try {
        options.format = figureFormatOf(file);
    } catch (const Error& error) {
        m_parts.messages->showError(error);
        return;
    }
    write(file, [file, capture, options] {
        const Figure figure{capture.content, options};
        const auto text = [](const QByteArray& bytes) {
            return std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        };
        writeFile(pathOf(file), text(encodedFigure(figure, capture.choice)));
        if (options.caption) {
            writeFile(companionOf(file, QStringLiteral(".caption.txt")), text(captionText(figure).toUtf8()));
            writeFile(companionOf(file, QStringLiteral(".caption.tex")), text(captionLatex(figure).toUtf8()));
        }
        if (!options.arrays)
            return;
        for (const auto& [word, array] : capture.arrays)
            writeArray(companionOf(file, QStringLiteral("_%1.npy").arg(word)), array);
        for (const auto& [word, record] : capture.records)
            writeFile(companionOf(file, QStringLiteral("_%1.json").arg(word)), std::string_view(record()));
    });
}

void Exporter::askAndExportFilm() {
    constexpr int frames = 120; // five seconds
    const std::optional<FilmContent> content = m_parts.view().film;
    if (!content) {
        m_parts.messages->show(MessageBar::Kind::Notice,
                               tr("A film is of a path over scales: choose Blur IG on the Explore page."));
        return;
    }
    const QString ending = canJoinFrames() ? QStringLiteral(".mp4") : QString();
    m_parts.dialogs->ask(FileQuestion::ExportFilm, withoutEnding(suggestion(QStringLiteral("film"), {})) + ending,
                         m_parts.window, [this, content](const QString& file) {
                             m_parts.messages->show(MessageBar::Kind::Notice, tr("Writing the film…"));
                             write(file, [file, content, stop = m_stop.get_token()] {
                                 const ComputeScope scope(1);
                                 Film film(*content, frames);
                                 writeFilm(pathOf(file),
                                           {.count = frames, .frame = [&film](int index) { return film.frame(index); }},
                                           stop);
                             });
                         });
}

void Exporter::askAndSaveSession() {
    if (m_parts.choice().picture.empty()) {
        m_parts.messages->show(MessageBar::Kind::Notice, tr("There is nothing to save yet."));
        return;
    }
    m_parts.dialogs->ask(FileQuestion::SaveSession, suggestion(QStringLiteral("session"), QStringLiteral("blurig")),
                         m_parts.window, [this](const QString& file) {
                             write(file, [file, choice = m_parts.choice()] { writeSession(pathOf(file), choice); });
                         });
}

void Exporter::copyView() {
    const View view = m_parts.view();
    if (hasNothing(view))
        return;
    const FigureOptions options = m_parts.settings->figure();
    QApplication::clipboard()->setImage(toImage({captured(view).content, options}, options.dpi));
}

void Exporter::copyPane(const ImagePane* pane) {
    QApplication::clipboard()->setImage(pane->renderedImage());
}

void Exporter::copyCommand() {
    copyCommands(m_parts.view().computations);
}

void Exporter::copyPaneCommand(const ImagePane* pane) {
    const std::optional<PaneChoice> computation = paneOf(pane).computation;
    copyCommands(computation ? std::vector{*computation} : std::vector<PaneChoice>());
}

void Exporter::copyCommands(const std::vector<PaneChoice>& computations) {
    if (computations.empty()) {
        m_parts.messages->show(MessageBar::Kind::Notice, tr("There is nothing to compute again yet."));
        return;
    }
    const Choice choice = m_parts.choice();
    const std::string picture = std::filesystem::path(choice.picture).stem().string();
    QStringList lines;
    for (const PaneChoice& pane : computations)
        lines << QString::fromStdString(
            commandLine(choice, pane, fmt::format("{}_{}-{}", picture, lines.size() + 1, pane.method)));
    QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    m_parts.messages->show(MessageBar::Kind::Notice, tr("Copied: %1").arg(lines.front()));
}

View::Pane Exporter::paneOf(const ImagePane* image) const {
    const View view = m_parts.view();
    const auto found = std::ranges::find(view.panes, image, &View::Pane::image);
    return found == view.panes.end() ? View::Pane{image, {}, {}} : *found;
}

void Exporter::askAndSavePicture(const ImagePane* pane) {
    m_parts.dialogs->ask(FileQuestion::SavePicture, suggestion(paneOf(pane).word, QStringLiteral("png")),
                         m_parts.window, [this, guard = QPointer(pane)](const QString& file) {
                             if (!guard) // its page may have lost it while the dialog was open
                                 return;
                             const View view{
                                 .hasResult = true, .title = m_parts.view().title, .panes = {paneOf(guard.data())}};
                             FigureOptions options = m_parts.settings->figure();
                             options.arrays = false;
                             if (!hasNothing(view))
                                 writeFigure(file, captured(view), options);
                         });
}

void Exporter::askAndSaveArray(const ImagePane* pane) {
    const View::Pane shown = paneOf(pane);
    if (shown.array.empty()) {
        m_parts.messages->show(MessageBar::Kind::Notice, tr("This pane has no numbers yet."));
        return;
    }
    m_parts.dialogs->ask(
        FileQuestion::SaveArray, suggestion(shown.word, QStringLiteral("npy")), m_parts.window,
        [this, array = shown.array](const QString& file) { write(file, [=] { writeArray(pathOf(file), array); }); });
}

} // namespace blurig::ui
