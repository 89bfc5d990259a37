// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/subject.h"

#include <QSplitter>

class QCheckBox;
class QComboBox;

namespace blurig::ui {

class CompareEditor;
class CropPanel;
class DisplayPanel;
class ExploreFlow;
class Session;

// The column at the left of the comparison: photo and crop, classes, what is compared, with what effort, how it is
// drawn.
class CompareControls : public QSplitter {
    Q_OBJECT
public:
    CompareControls(Session* session, ExploreFlow* slider, CompareEditor* editor, QWidget* parent = nullptr);

    void showInput(const Subject& input);
    void showValues(const Array& map); // in the histogram; empty: none
    void showSharedRange(bool shared);
    bool settled() const; // the histogram is there

Q_SIGNALS:
    void counted(); // it is

private:
    QWidget* makeScrolled();
    QWidget* makeCompared();
    QWidget* makeFairness();
    QWidget* makeDrawn();

    CompareEditor* m_editor;
    CropPanel* m_crop;
    QComboBox* m_presets;
    DisplayPanel* m_display;
    QCheckBox* m_sharedRange;
};

} // namespace blurig::ui
