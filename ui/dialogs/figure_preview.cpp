// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/figure_preview.h"

#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace blurig::ui {

namespace {

constexpr int margin = 16;
constexpr double millimetresPerInch = 25.4;

} // namespace

FigurePreview::FigurePreview(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("figurePreview"));
    setAccessibleName(tr("Preview of the figure"));
    setMinimumSize(280, 240);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QSize FigurePreview::sizeHint() const {
    return {620, 560};
}

void FigurePreview::setFigure(QSizeF millimetres, std::function<QImage(double)> draw) {
    m_millimetres = millimetres;
    m_draw = std::move(draw);
    redraw();
}

double FigurePreview::dpi() const {
    if (m_millimetres.isEmpty())
        return 0;
    const QSizeF room = QSizeF(size() - QSize(2 * margin, 2 * margin)) * devicePixelRatioF();
    return std::max(0.0, millimetresPerInch *
                             std::min(room.width() / m_millimetres.width(), room.height() / m_millimetres.height()));
}

void FigurePreview::redraw() {
    const double resolution = dpi();
    m_image = m_draw && resolution > 0 ? m_draw(resolution) : QImage();
    m_image.setDevicePixelRatio(devicePixelRatioF());
    update();
}

void FigurePreview::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (m_image.isNull())
        return;
    const QSizeF shown = m_image.deviceIndependentSize();
    const QPoint at = QPointF((width() - shown.width()) / 2, (height() - shown.height()) / 2).toPoint();
    painter.drawImage(at, m_image);
    painter.setPen(themeColors(palette()).line);
    painter.drawRect(QRectF(at, shown).adjusted(-1, -1, 0, 0));
}

void FigurePreview::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    redraw();
}

} // namespace blurig::ui
