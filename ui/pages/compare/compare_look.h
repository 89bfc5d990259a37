// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"

#include <QScrollArea>

class QCheckBox;

namespace blurig::ui {

class CompareEditor;
class DisplayPanel;
class Session;

// The drawer at the right of the comparison: how the maps are drawn.
class CompareLook : public QScrollArea {
    Q_OBJECT
public:
    CompareLook(Session* session, CompareEditor* editor, QWidget* parent = nullptr);

    void showValues(const Array& map); // in the histogram; empty: none
    void showSharedRange(bool shared);
    bool settled() const; // the histogram is there

Q_SIGNALS:
    void counted(); // it is

private:
    DisplayPanel* m_display;
    QCheckBox* m_sharedRange;
};

} // namespace blurig::ui
