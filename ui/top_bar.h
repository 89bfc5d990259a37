// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/page_list.h"

#include <QWidget>

class QMenu;
class QToolButton;

namespace blurig::ui {

// The row at the top of the window: menu, pages, the target, model, panels, export, theme, help.
class TopBar : public QWidget {
    Q_OBJECT
public:
    struct Parts {
        const PageList* pages;
        Session* session;
        ExploreFlow* slider;
        Actions* actions;
        QMenu* menu;
        QToolButton* model;
    };
    explicit TopBar(const Parts& parts, QWidget* parent = nullptr);

    void openMenu();

Q_SIGNALS:
    void themeSwitched(); // to the other of light and dark

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makePages(const Parts& parts);
    QToolButton* makeButton(QAction* action, const QIcon& icon, const QString& objectName);
    void showTheme();

    QToolButton* m_menu;
    QToolButton* m_theme;
};

} // namespace blurig::ui
