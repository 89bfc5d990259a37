// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/exporter.h"

#include "core/error.h"
#include "core/explain/command_line.h"
#include "core/record/array_file.h"
#include "core/record/session_file.h"
#include "core/record/write_file.h"
#include "ui/export/figure.h"
#include "ui/export/figure_file.h"
#include "ui/panels/message_bar.h"
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

std::filesystem::path companionOf(const QString& file, const QString& word, const QString& ending) {
    return pathOf(QStringLiteral("%1_%2.%3").arg(withoutEnding(file), word, ending));
}

// scale: ImagePane::figureParts.
Figure figureOf(const View& view, std::optional<double> scale, const QFont& font) {
    Figure figure{.title = view.title,
                  .panes = {},
                  .columns = std::max(1, view.columns),
                  .lines = view.lines,
                  .font = figureFont(font)};
    for (const View::Pane& pane : view.panes)
        figure.panes.push_back(pane.image->figureParts(scale));
    return figure;
}

} // namespace

Exporter::Exporter(const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts) {}

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
        }
        return [this, file] {
            m_parts.messages->show(MessageBar::Kind::Notice, tr("Written: %1").arg(file));
            Q_EMIT written(file);
        };
    });
}

void Exporter::askAndExport() {
    if (!m_parts.view().hasResult) {
        m_parts.messages->show(MessageBar::Kind::Notice, tr("There is nothing to export yet."));
        return;
    }
    m_parts.dialogs->ask(FileQuestion::ExportView, suggestion(QStringLiteral("blurig"), QStringLiteral("png")),
                         m_parts.window, [this](const QString& file) { exportView(file); });
}

void Exporter::exportView(const QString& file) {
    if (const View view = m_parts.view(); view.hasResult)
        writeFigure(file, view);
}

// Asks for nothing; a name that is no figure's is told.
void Exporter::writeFigure(const QString& file, const View& view) {
    FigureFormat format = FigureFormat::Png;
    try {
        format = figureFormatOf(file);
    } catch (const Error& error) {
        m_parts.messages->showError(error);
        return;
    }
    write(file, [file, format, drawn = figureOf(view, pixelScaleOf(format), m_parts.window->font()),
                 arrays = view.arrays, records = view.records, choice = toJson(m_parts.choice())] {
        const QByteArray bytes = encodedFigure(drawn, format, choice);
        writeFile(pathOf(file), std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
        for (const auto& [word, array] : arrays)
            writeArray(companionOf(file, word, QStringLiteral("npy")), array);
        for (const auto& [word, record] : records)
            writeFile(companionOf(file, word, QStringLiteral("json")), std::string_view(record()));
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
    if (const View view = m_parts.view(); view.hasResult)
        QApplication::clipboard()->setImage(toImage(figureOf(view, 1.0, m_parts.window->font()), 1.0));
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
    return found == view.panes.end() ? View::Pane{image, {}, {}, {}} : *found;
}

void Exporter::askAndSavePicture(const ImagePane* pane) {
    m_parts.dialogs->ask(
        FileQuestion::SavePicture, suggestion(paneOf(pane).word, QStringLiteral("png")), m_parts.window,
        [this, guard = QPointer(pane)](const QString& file) {
            if (guard) // its page may have lost it while the dialog was open
                writeFigure(file, {.title = m_parts.view().title, .panes = {{guard.data(), {}, {}, {}}}});
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
