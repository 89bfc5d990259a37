// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/subject.h"

#include <QSplitter>

class QComboBox;

namespace blurig::ui {

class CompareEditor;
class CropPanel;
class EffortBox;
class ExploreFlow;
class MarkBar;
class Session;

// The drawer at the left of the comparison: what is compared, with what effort, and marked; photo and crop, classes.
class CompareControls : public QSplitter {
    Q_OBJECT
public:
    CompareControls(Session* session, ExploreFlow* slider, CompareEditor* editor, QWidget* parent = nullptr);

    void showInput(const Subject& input);
    void showChoice();
    MarkBar* markBar() const { return m_marks; }

private:
    QWidget* makeCompared();
    void offerOctaves();

    Session* m_session;
    CompareEditor* m_editor;
    CropPanel* m_crop;
    QComboBox* m_presets;
    EffortBox* m_effort;
    QComboBox* m_octave;
    MarkBar* m_marks;
};

} // namespace blurig::ui
