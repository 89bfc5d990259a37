// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/completeness_text.h"

#include <QWidget>

namespace blurig::ui {

// The right part of a pane's header: quiet words that tell it from others, and at its end one figure behind a dot in
// the colour of its state. While the crosshair reads a value, the value stands there alone. A click on the figure, or
// Space, asks for all figures.
class PaneFacts : public QWidget {
    Q_OBJECT
public:
    explicit PaneFacts(QWidget* parent = nullptr);

    void setVariant(const QString& words);
    struct Figure {
        QString words = {}; // "gap 0.45 %"
        QString brief = {}; // "0.45 %", where there is less room; with still less the dot stands alone
        QString all = {};   // all figures, a line each
        StateColor state = StateColor::Neutral;
    };
    void setFigure(const Figure& figure);
    void setValue(const QString& value);
    const QString& variant() const { return m_variant; }
    const QString& figure() const { return m_figure.words; }
    const QString& value() const { return m_value; }
    const QString& allFigures() const { return m_figure.all; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void figuresRequested();

protected:
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString shownFigure() const;
    double figureWidth(const QString& text) const;
    QRect figurePlace() const;
    void follow();

    QString m_variant;
    Figure m_figure;
    QString m_value;
};

} // namespace blurig::ui
