// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/range_histogram.h"

#include "ui/widgets/theme.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <vector>

namespace blurig::ui {

namespace {

constexpr double handle = 5;     // half the width and the height of a handle's triangle, px
constexpr double grabRadius = 7; // px

} // namespace

RangeHistogram::RangeHistogram(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("valueHistogram"));
    setAccessibleName(tr("Histogram of the shown map"));
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize RangeHistogram::sizeHint() const {
    return {160, 58};
}

void RangeHistogram::setContent(const ValueHistogram& histogram, const ClipRange& range) {
    m_histogram = histogram;
    m_range = range;
    if (m_histogram.empty())
        m_dragged.reset();
    update();
}

QRectF RangeHistogram::plot() const {
    return QRectF(rect()).adjusted(handle + 1, handle + 2, -handle - 1, -handle - 2);
}

double RangeHistogram::xOf(double value) const {
    const double from = firstPosition();
    return plot().left() + (m_histogram.positionOf(value) - from) / (1 - from) * plot().width();
}

double RangeHistogram::distance(double x, double magnitude) const {
    const double right = std::abs(x - xOf(magnitude));
    return m_histogram.isSigned() ? std::min(right, std::abs(x - xOf(-magnitude))) : right;
}

std::optional<RangeHistogram::End> RangeHistogram::endAt(double x) const {
    if (m_histogram.empty() || !isEnabled())
        return {};
    const double low = distance(x, m_range.low);
    const double limit = distance(x, m_range.limit);
    if (std::min(low, limit) > grabRadius)
        return {};
    return low < limit ? End::Low : End::Limit;
}

void RangeHistogram::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        m_dragged = endAt(event->position().x());
    if (!m_dragged)
        event->ignore();
}

void RangeHistogram::mouseMoveEvent(QMouseEvent* event) {
    const double x = event->position().x();
    if (!m_dragged) {
        setCursor(endAt(x) ? Qt::SizeHorCursor : Qt::ArrowCursor);
        return;
    }
    const double share = std::clamp((x - plot().left()) / plot().width(), 0.0, 1.0);
    const double from = firstPosition();
    const double magnitude = std::abs(m_histogram.valueAt(from + share * (1 - from)));
    if (*m_dragged == End::Low)
        Q_EMIT lowMoved(magnitude);
    else
        Q_EMIT limitMoved(magnitude);
}

void RangeHistogram::mouseReleaseEvent(QMouseEvent*) {
    m_dragged.reset();
}

void RangeHistogram::changeEvent(QEvent* event) {
    if (event->type() == QEvent::EnabledChange) {
        m_dragged.reset();
        unsetCursor();
    }
    QWidget::changeEvent(event);
}

void RangeHistogram::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const ThemeColors& colors = themeColors(palette());
    painter.fillRect(QRectF(0, plot().bottom(), width(), 1), colors.line);
    if (m_histogram.empty()) {
        painter.setFont(smallFont(font()));
        painter.setPen(colors.secondaryText);
        painter.drawText(rect(), Qt::AlignCenter, tr("No values"));
        return;
    }
    paintBars(painter);
    if (isEnabled())
        paintEnds(painter);
}

void RangeHistogram::paintBars(QPainter& painter) const {
    const ThemeColors& colors = themeColors(palette());
    const std::vector<std::size_t>& counts = m_histogram.counts();
    const auto height = [](std::size_t count) { return std::log1p(static_cast<double>(count)); };
    const double highest = height(std::ranges::max(counts));
    const QRectF area = plot();
    const double step = area.width() / static_cast<double>(counts.size());
    for (std::size_t bin = 0; bin < counts.size(); ++bin) {
        if (counts[bin] == 0)
            continue;
        const double share = (static_cast<double>(bin) + 0.5) / static_cast<double>(counts.size());
        const double from = firstPosition();
        const bool seen = std::abs(m_histogram.valueAt(from + share * (1 - from))) >= m_range.low;
        const double top = area.bottom() - area.height() * height(counts[bin]) / highest;
        // From pixel to pixel: no seams.
        const double left = std::round(area.left() + static_cast<double>(bin) * step);
        const double right = std::round(area.left() + static_cast<double>(bin + 1) * step);
        painter.fillRect(QRectF(left, top, right - left, area.bottom() - top),
                         seen && isEnabled() ? colors.secondaryText : colors.track);
    }
}

void RangeHistogram::paintEnds(QPainter& painter) const {
    const QRectF area = plot();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto paint = [&](double x, double base, double outward) {
        painter.fillRect(QRectF(x - 0.5, area.top(), 1, area.height()), themeColors(palette()).accent);
        painter.setPen(Qt::NoPen);
        painter.setBrush(themeColors(palette()).accent);
        painter.drawPolygon(
            QPolygonF({QPointF(x, base), QPointF(x - handle, base + outward), QPointF(x + handle, base + outward)}));
    };
    for (const double sign : m_histogram.isSigned() ? std::vector{-1.0, 1.0} : std::vector{1.0}) {
        paint(xOf(sign * m_range.low), area.bottom() + 1, handle);
        paint(xOf(sign * m_range.limit), area.top(), -handle);
    }
}

} // namespace blurig::ui
