// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;

namespace blurig::ui {

class PaletteModel;
struct PaletteRow;

// The field, the list of rows under it, and the help of the chosen row.
class PaletteCard : public QWidget {
    Q_OBJECT
public:
    static constexpr int usualWidth = 560;

    PaletteCard(PaletteModel* model, QWidget* parent);
    ~PaletteCard() override;

    QLineEdit* field() const { return m_field; }
    const PaletteRow* chosen() const; // null: none
    int chosenPlace() const;
    void choose(int row);
    void chooseFirst();       // that Enter does something with
    void step(int rows);      // over headings; from the last row to the first
    void page(int direction); // -1 up, 1 down
    void fitHeight(int most); // to its rows and the help, and no more

Q_SIGNALS:
    void entered();      // a click on a row, which is chosen then
    void helpShown();    // it may need another height
    void heightFitted(); // it has another height

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void describe();
    void layOut();
    void takeFont();
    void tellChosen();
    QRect gutter() const;
    void paintPlace(QPainter& painter) const;

    PaletteModel* m_model;
    QLineEdit* m_field;
    QListView* m_list;
    QLabel* m_help;
};

} // namespace blurig::ui
