// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/patch_timeline.h"

#include "ui/widgets/number_text.h"
#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace blurig::ui {

namespace {

constexpr int drawingHeight = 84; // px
constexpr int barsHeight = 40;
constexpr int gapBetween = 4;

QString secondsText(double seconds) {
    return QStringLiteral("%1 s").arg(fixed(seconds, seconds < 100 ? 2 : 0));
}

} // namespace

PatchTimeline::PatchTimeline(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("patchTimeline"));
    setAccessibleName(tr("Patches of the sound"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumWidth(120);
}

void PatchTimeline::setDrawing(const QImage& drawing) {
    m_drawing = drawing;
    update();
}

void PatchTimeline::setParts(const std::vector<Part>& parts, double seconds) {
    m_parts = parts;
    m_seconds = seconds;
    setFixedHeight(sizeHint().height());
    update();
}

void PatchTimeline::setChosen(std::size_t part) {
    m_chosen = part;
    update();
}

QSize PatchTimeline::sizeHint() const {
    const int words = fontMetrics().height();
    return {220, drawingHeight + words + (m_parts.size() > 1 ? barsHeight + gapBetween : 0)};
}

QRectF PatchTimeline::drawingPlace() const {
    return {0.5, 0.5, width() - 1.0, drawingHeight - 1.0};
}

QRectF PatchTimeline::barsPlace() const {
    if (m_parts.size() < 2)
        return {};
    return {0.5, drawingHeight + gapBetween + 0.5, width() - 1.0, barsHeight - 1.0};
}

double PatchTimeline::xOf(double seconds) const {
    const QRectF place = drawingPlace();
    return place.left() + (m_seconds > 0 ? std::min(1.0, seconds / m_seconds) : 0) * place.width();
}

QRectF PatchTimeline::placeOf(std::size_t part) const {
    const double from = xOf(m_parts[part].from);
    const QRectF place = drawingPlace();
    return {from, place.top(), std::max(2.0, xOf(m_parts[part].to) - from), place.height()};
}

std::size_t PatchTimeline::partAt(double x) const {
    std::size_t best = 0;
    const auto distance = [&](std::size_t part) { return std::abs(placeOf(part).center().x() - x); };
    for (std::size_t part = 1; part < m_parts.size(); ++part)
        if (distance(part) < distance(best))
            best = part;
    return best;
}

void PatchTimeline::choose(std::size_t part) {
    if (part < m_parts.size() && part != m_chosen)
        Q_EMIT partChosen(part);
}

bool PatchTimeline::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || m_parts.empty())
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const Part& part = m_parts[partAt(help->pos().x())];
    QString words = tr("%1 to %2").arg(secondsText(part.from), secondsText(part.to));
    if (part.score)
        words += tr(": score %1").arg(significant(*part.score, 3));
    QToolTip::showText(help->globalPos(), plainToolTip(words), this);
    return true;
}

void PatchTimeline::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && !m_parts.empty())
        choose(partAt(event->position().x()));
}

void PatchTimeline::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (key == Qt::Key_Left && m_chosen > 0)
        choose(m_chosen - 1);
    else if (key == Qt::Key_Right)
        choose(m_chosen + 1);
    else if (key == Qt::Key_Home)
        choose(0);
    else if (key == Qt::Key_End && !m_parts.empty())
        choose(m_parts.size() - 1);
    else if (key != Qt::Key_Left)
        QWidget::keyPressEvent(event);
}

void PatchTimeline::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const ThemeColors& colors = themeColors(palette());
    const QRectF drawing = drawingPlace();
    painter.fillRect(drawing, colors.track);
    if (!m_drawing.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(drawing, m_drawing);
    }
    if (m_chosen < m_parts.size()) {
        const QRectF chosen = placeOf(m_chosen);
        const QColor veil(0, 0, 0, 130);
        painter.fillRect(QRectF(drawing.topLeft(), QPointF(chosen.left(), drawing.bottom())), veil);
        painter.fillRect(QRectF(QPointF(chosen.right(), drawing.top()), drawing.bottomRight()), veil);
        painter.setPen(QPen(colors.accent, 2));
        painter.drawRect(chosen.adjusted(1, 1, -1, -1));
    }
    paintBars(painter);
    painter.setFont(smallFont(font()));
    painter.setPen(colors.secondaryText);
    const QRectF words(0, height() - fontMetrics().height(), width(), fontMetrics().height());
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("0 s"));
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, secondsText(m_seconds));
    if (hasFocus()) {
        painter.setPen(QPen(colors.accent, 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -fontMetrics().height() - 0.5));
    }
}

double PatchTimeline::borderAfter(std::size_t part) const {
    return 0.5 * (placeOf(part).center().x() + placeOf(part + 1).center().x());
}

// Each bar reaches half of the way to the next patch, as a click does: the last patch may overlap the one before. From
// 0 to 1, or as far as the scores reach.
void PatchTimeline::paintBars(QPainter& painter) const {
    const QRectF place = barsPlace();
    if (place.isEmpty())
        return;
    const ThemeColors& colors = themeColors(palette());
    painter.fillRect(place, palette().color(QPalette::Base));
    double low = 0;
    double high = 1;
    for (const Part& part : m_parts) {
        low = std::min(low, part.score.value_or(0));
        high = std::max(high, part.score.value_or(0));
    }
    const auto yOf = [&](double score) { return place.bottom() - (score - low) / (high - low) * place.height(); };
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        if (!m_parts[i].score)
            continue;
        const double from = i > 0 ? borderAfter(i - 1) : place.left();
        const double to = i + 1 < m_parts.size() ? borderAfter(i) : place.right();
        const QRectF bar(QPointF(from, yOf(*m_parts[i].score)), QPointF(std::max(from + 1, to - 1), yOf(0)));
        painter.fillRect(bar.normalized(), i == m_chosen ? colors.accent : colors.secondaryText);
    }
    painter.setPen(QPen(colors.line, 1));
    painter.drawRect(place);
}

} // namespace blurig::ui
