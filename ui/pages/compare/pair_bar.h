// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/compare/pair_choice.h"

#include <QStringList>
#include <QWidget>

class QButtonGroup;
class QComboBox;

namespace blurig::ui {

// How the panes are looked at: side by side, or A against B; and which panes those are.
class PairBar : public QWidget {
    Q_OBJECT
public:
    explicit PairBar(QWidget* parent = nullptr);

    void show(const CompareChoice& compare, const QStringList& panes); // what is chosen; the panes' titles

Q_SIGNALS:
    void viewChosen(const std::string& view); // CompareChoice::view
    void aChosen(std::size_t pane);
    void bChosen(std::size_t pane);
    void swapRequested();

private:
    QWidget* makeMark(const QString& letter);
    void addView(const char* view, const QString& label, const QString& help);
    QComboBox* makePaneBox(const QString& objectName, const QString& name);

    QButtonGroup* m_views;
    QComboBox* m_a;
    QComboBox* m_b;
};

} // namespace blurig::ui
