// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/mark_tool.h"

#include <QWidget>

class QButtonGroup;
class QSpinBox;

namespace blurig::ui {

// What Shift+drag marks on the pictures: a box, or a mask that is painted or erased with a brush of a chosen size.
class MarkBar : public QWidget {
    Q_OBJECT
public:
    explicit MarkBar(QWidget* parent = nullptr);

    MarkTool tool() const;
    void setTool(MarkTool tool);
    int diameter() const; // of the brush, in model pixels

Q_SIGNALS:
    void toolChosen(blurig::ui::MarkTool tool);
    void diameterChosen(int modelPixels);

private:
    void offer(MarkTool tool, const char* name, const QString& text, const QString& help);

    QButtonGroup* m_tools;
    QSpinBox* m_diameter;
};

} // namespace blurig::ui
