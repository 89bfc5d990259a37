// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <vector>

class QLabel;
class QWidget;

namespace blurig::ui {

// Internal to the page: what its two panels of a chart are made of.
QLabel* panelSentence(const char* objectName, QWidget* panel); // whole sentences in two lines
void layOutPanel(QWidget* panel, const QString& heading, const std::vector<QWidget*>& controls, QWidget* chart,
                 const std::vector<QWidget*>& sentences);

} // namespace blurig::ui
