// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/pane_facts.h"

#include "ui/widgets/number_text.h"
#include "ui/widgets/theme.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace blurig::ui {

namespace {

constexpr double dot = 8;
constexpr double within = 5; // dot and figure
constexpr double padding = 4;
constexpr double besideVariant = 4;

} // namespace

PaneFacts::PaneFacts(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(sizes::control);
    setFocusPolicy(Qt::TabFocus);
}

void PaneFacts::setVariant(const QString& words) {
    m_variant = words;
    follow();
}

void PaneFacts::setFigure(const Figure& figure) {
    m_figure = figure;
    follow();
}

void PaneFacts::setValue(const QString& value) {
    if (value == m_value)
        return;
    m_value = value;
    update();
}

void PaneFacts::follow() {
    setFocusPolicy(m_figure.words.isEmpty() ? Qt::NoFocus : Qt::TabFocus);
    setAccessibleName(m_figure.words);
    setAccessibleDescription(m_figure.all);
    update();
}

QSize PaneFacts::sizeHint() const {
    return {60, sizes::control};
}

QSize PaneFacts::minimumSizeHint() const {
    return {0, sizes::control};
}

// What tells the pane from others is whole before the figure is.
QString PaneFacts::shownFigure() const {
    const double variant = QFontMetricsF(smallFont(font())).horizontalAdvance(m_variant);
    for (const QString& text : {m_figure.words, m_figure.brief})
        if (variant + figureWidth(text) + besideVariant <= width())
            return text;
    return {};
}

double PaneFacts::figureWidth(const QString& text) const {
    const double words = QFontMetricsF(numberFont(smallFont(font()))).horizontalAdvance(text);
    return dot + 2 * padding + (text.isEmpty() ? 0 : within + words);
}

QRect PaneFacts::figurePlace() const {
    if (m_figure.words.isEmpty())
        return {};
    const int taken = std::min(width(), static_cast<int>(std::ceil(figureWidth(shownFigure()))));
    return {width() - taken, 2, taken, height() - 4};
}

bool PaneFacts::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const bool ofFigure = figurePlace().contains(help->pos());
        const QString text = ofFigure ? m_figure.all : m_variant;
        QToolTip::showText(help->globalPos(), text.isEmpty() ? text : plainToolTip(text), this,
                           ofFigure ? figurePlace() : rect());
        return true;
    }
    return QWidget::event(event);
}

// Elsewhere the press is the pane's, which is dragged by its header.
void PaneFacts::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && figurePlace().contains(event->pos()))
        Q_EMIT figuresRequested();
    else
        event->ignore();
}

void PaneFacts::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT figuresRequested();
    else
        QWidget::keyPressEvent(event);
}

void PaneFacts::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeColors& colors = themeColors(palette());
    const QFont numbers = numberFont(smallFont(font()));
    const auto write = [&](const QRectF& place, const QFont& face, const QColor& color, const QString& text,
                           Qt::Alignment side) {
        painter.setFont(face);
        painter.setPen(color);
        painter.drawText(place, side | Qt::AlignVCenter | Qt::TextSingleLine,
                         QFontMetricsF(face).elidedText(text, Qt::ElideRight, place.width()));
    };
    if (!m_value.isEmpty()) {
        write(QRectF(rect()).adjusted(4, 0, -4, 0), numbers, palette().color(QPalette::WindowText), m_value,
              Qt::AlignRight);
        return;
    }
    const QRectF figure = figurePlace();
    write(QRectF(2, 0, width() - figure.width() - besideVariant, height()), smallFont(font()), colors.secondaryText,
          m_variant, Qt::AlignLeft);
    if (figure.isEmpty())
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colorOf(m_figure.state, colors));
    painter.drawEllipse(QRectF(figure.left() + padding, figure.center().y() - dot / 2, dot, dot));
    const QColor text = m_figure.state == StateColor::Bad ? colors.bad : palette().color(QPalette::WindowText);
    write(figure.adjusted(padding + dot + within, 0, 0, 0), numbers, text, shownFigure(), Qt::AlignLeft);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colors.accent, 1.5));
        painter.drawRoundedRect(figure.adjusted(1, 1, -1, -1), 4, 4);
    }
}

} // namespace blurig::ui
