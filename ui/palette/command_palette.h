// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/palette/value_kind.h"

#include <QWidget>

#include <memory>

namespace blurig::ui {

struct PaletteRow;

// All actions and values of the window behind one field, over the window's upper middle. The arrow keys choose, Enter
// runs, Tab completes, Escape or a click outside closes; the focus goes back to what had it.
class CommandPalette : public QWidget {
    Q_OBJECT
public:
    CommandPalette(const PaletteHost& host, QWidget* window);
    ~CommandPalette() override;

    void toggle();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void open();
    void dismiss();
    void place();   // over the window as it is now
    void fit();     // the card, into it
    void search();  // shows the rows of what is typed, and chooses the first that Enter does something with
    void refresh(); // the rows of the same text; the chosen place stays
    void enter();
    void complete();
    void run(const PaletteRow& row);
    bool press(int key); // whether the palette has a use for it

    struct Data;
    std::unique_ptr<Data> m;
};

} // namespace blurig::ui
