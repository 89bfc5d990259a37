// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/dialogs/file_dialogs.h"
#include "ui/engine/latest_task.h"
#include "ui/pages/page.h"

#include <QObject>

#include <functional>

namespace blurig::ui {

class LocalisationMarks;
class MarkBar;

inline constexpr const char* onCompareOnly = QT_TRANSLATE_NOOP("Actions", "on the page Compare only");
inline constexpr ActionSpec openAnnotationAction{
    .id = {"openAnnotation"},
    .menu = ActionMenu::View,
    .text = QT_TRANSLATE_NOOP("Actions", "Open a&nnotation…"),
    .shortcut = "",
    .icon = "",
    .help = QT_TRANSLATE_NOOP("Actions", "Marks the boxes of a PASCAL VOC or COCO file, or a mask that is a picture: "
                                         "Compare says how well each map lies within"),
    .whyDisabled = onCompareOnly};
inline constexpr ActionSpec paintMaskAction{
    .id = {"paintMask"},
    .menu = ActionMenu::View,
    .text = QT_TRANSLATE_NOOP("Actions", "Pain&t a mask"),
    .shortcut = "M",
    .icon = "",
    .help = QT_TRANSLATE_NOOP("Actions", "Shift+drag on a picture paints a mask in place of a box; with Alt it erases"),
    .checkable = true,
    .whyDisabled = onCompareOnly};
inline constexpr ActionSpec saveMaskAction{
    .id = {"saveMask"},
    .menu = ActionMenu::View,
    .text = QT_TRANSLATE_NOOP("Actions", "Save the mas&k…"),
    .shortcut = "",
    .icon = "",
    .help = QT_TRANSLATE_NOOP("Actions", "Writes the marked boxes and the painted mask as a PNG of the photo's size"),
    .whyDisabled = onCompareOnly};
inline constexpr ActionSpec clearMarksAction{
    .id = {"clearMarks"},
    .menu = ActionMenu::View,
    .text = QT_TRANSLATE_NOOP("Actions", "Cl&ear the marks"),
    .shortcut = "Ctrl+Shift+B",
    .icon = "",
    .help = QT_TRANSLATE_NOOP("Actions", "Takes the marked boxes and the painted mask away"),
    .whyDisabled = onCompareOnly};

// What the menus do with the marks on the photo: take those of a file, paint, write them as a mask, take them away.
class MarkActions : public QObject {
    Q_OBJECT
public:
    MarkActions(const PageHost& host, LocalisationMarks* marks, MarkBar* bar, QWidget* page);

    void setEnabled(bool on);

Q_SIGNALS:
    void failed(const blurig::Error& error);
    void writeRequested(const QString& file, const std::function<void()>& job);

private:
    void ask(FileQuestion question, void (MarkActions::*then)(const QString& file));
    void open(const QString& file);
    void save(const QString& file);

    PageHost m_host;
    LocalisationMarks* m_marks;
    QWidget* m_page;
    LatestTask m_annotation; // that is read
};

} // namespace blurig::ui
