// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/mark_actions.h"

#include "core/error.h"
#include "core/evaluate/annotation_file.h"
#include "core/evaluate/mask_picture.h"
#include "ui/engine/subject_flow.h"
#include "ui/pages/compare/localisation_marks.h"
#include "ui/pages/compare/mark_bar.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>

namespace blurig::ui {

MarkActions::MarkActions(const PageHost& host, LocalisationMarks* marks, MarkBar* bar, QWidget* page)
    : QObject(page)
    , m_host(host)
    , m_marks(marks)
    , m_page(page) {
    const Actions& actions = *host.actions;
    connect(actions[openAnnotationAction.id], &QAction::triggered, this,
            [this] { ask(FileQuestion::OpenAnnotation, &MarkActions::open); });
    connect(actions[saveMaskAction.id], &QAction::triggered, this,
            [this] { ask(FileQuestion::SaveMask, &MarkActions::save); });
    connect(actions[clearMarksAction.id], &QAction::triggered, this,
            [this] { m_host.session->edit([](Choice& choice) { setMarks(choice, {}); }); });
    QAction* paint = actions[paintMaskAction.id];
    connect(paint, &QAction::triggered, bar, [bar](bool on) { bar->setTool(on ? MarkTool::Paint : MarkTool::Box); });
    connect(bar, &MarkBar::toolChosen, this, [marks, paint](MarkTool tool) {
        paint->setChecked(tool != MarkTool::Box);
        marks->setTool(tool);
    });
    connect(bar, &MarkBar::diameterChosen, marks, &LocalisationMarks::setDiameter);
    marks->setTool(bar->tool());
    marks->setDiameter(bar->diameter());
    setEnabled(false);
}

void MarkActions::setEnabled(bool on) {
    for (const ActionId id : {openAnnotationAction.id, paintMaskAction.id, saveMaskAction.id, clearMarksAction.id})
        (*m_host.actions)[id]->setEnabled(on);
}

// Suggests what `blurig evaluate --masks` finds by the photo's name.
void MarkActions::ask(FileQuestion question, void (MarkActions::*then)(const QString& file)) {
    if (m_host.subject->subject().picture.empty()) {
        Q_EMIT failed(Error(ErrorCode::Argument, "marks", "belong to a photo, and none is open", "Open a photo first"));
        return;
    }
    if (m_host.subject->subject().heard) {
        Q_EMIT failed(Error(ErrorCode::Argument, "marks",
                            "files of masks and boxes belong to photos, and a sound is open",
                            "Draw a box on the spectrogram with Shift+drag"));
        return;
    }
    if (question == FileQuestion::SaveMask && m_marks->marks().empty()) {
        Q_EMIT failed(Error(ErrorCode::Argument, "mask", "nothing is marked",
                            "Draw a box or paint with Shift+drag on a picture first"));
        return;
    }
    const QFileInfo photo(QString::fromStdString(m_host.session->choice().picture));
    const QString mask = photo.dir().filePath(photo.completeBaseName() + QStringLiteral("-mask.png"));
    m_host.dialogs->ask(question, question == FileQuestion::SaveMask ? mask : photo.absolutePath(), m_page->window(),
                        [this, then](const QString& file) { (this->*then)(file); });
}

void MarkActions::open(const QString& file) {
    m_annotation.run([this, file, photo = m_host.subject->subject().picture](
                         const std::stop_token&) -> BackgroundThread::Completion {
        Marks marks;
        try {
            marks = marksOf(readAnnotation(file.toStdString(), photo).objects);
        } catch (const Error& error) {
            return [this, error] { Q_EMIT failed(error); };
        }
        return [this, marks] { m_host.session->edit([&marks](Choice& next) { setMarks(next, marks); }); };
    });
}

void MarkActions::save(const QString& file) {
    const Picture& photo = m_host.subject->subject().picture;
    Q_EMIT writeRequested(file, [file, marks = m_marks->marks(), width = photo.width(), height = photo.height()] {
        writeMaskPicture(file.toStdString(), photoMaskOf(marks, width, height));
    });
}

} // namespace blurig::ui
