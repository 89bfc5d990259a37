// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/explore/scale_thumbnails.h"

#include "core/engine/blurred_pictures.h"
#include "ui/widgets/raster_image.h"
#include "ui/widgets/scale_axis.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace blurig::ui {

ScaleThumbnails::ScaleThumbnails(std::function<double(Sigma)> placeOf, QWidget* parent)
    : QWidget(parent)
    , m_placeOf(std::move(placeOf)) {
    setObjectName(QStringLiteral("scaleThumbnails"));
    setFixedHeight(side + 2);
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("The input at twelve scales, under their places on the axis"));
}

void ScaleThumbnails::show(const Array& input, const std::vector<double>& axisWeights, Sigma sigmaMax) {
    std::vector<double> sigmas;
    for (int i = 0; i < count; ++i)
        sigmas.push_back(steppedSigma(0, i / static_cast<double>(count - 1), sigmaMax.pixels));
    if (input.storage() == m_input.storage() && sigmas == m_sigmas)
        return;
    if (input.storage() != m_input.storage())
        m_pictures.clear();
    m_input = input;
    m_axisWeights = axisWeights; // of this input
    m_sigmas = std::move(sigmas);
    make();
}

void ScaleThumbnails::make() {
    update();
    if (m_input.empty()) {
        m_task.forget();
        return;
    }
    const int pixels = static_cast<int>(std::lround(side * devicePixelRatioF()));
    m_task.run(
        [this, input = m_input, axisWeights = m_axisWeights, sigmas = m_sigmas, pixels](const std::stop_token& stop) {
            std::vector<QImage> pictures;
            if (!stop.stop_requested())
                for (const Raster& raster : blurredPictures(input, axisWeights, sigmas, pixels))
                    pictures.push_back(imageOf(raster, QImage::Format_RGB32));
            return [this, pictures] {
                m_pictures = pictures;
                update();
            };
        });
}

// Those at the ends stay whole.
QRectF ScaleThumbnails::placeAt(std::size_t index) const {
    const QSizeF size = QSizeF(m_pictures[index].size()) / devicePixelRatioF();
    const double middle = std::clamp(m_placeOf({m_sigmas[index]}), size.width() / 2,
                                     std::max(size.width() / 2, width() - size.width() / 2));
    return {std::round(middle - size.width() / 2), std::round((height() - size.height()) / 2), size.width(),
            size.height()};
}

void ScaleThumbnails::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    for (std::size_t i = 0; i < m_pictures.size(); ++i) {
        painter.drawImage(placeAt(i), m_pictures[i]);
        painter.setPen(QPen(themeColors(palette()).line, 0));
        painter.drawRect(placeAt(i));
    }
}

void ScaleThumbnails::mousePressEvent(QMouseEvent* event) {
    for (std::size_t i = 0; i < m_pictures.size(); ++i)
        if (event->button() == Qt::LeftButton && placeAt(i).contains(event->position())) {
            Q_EMIT chosen({m_sigmas[i]});
            return;
        }
}

void ScaleThumbnails::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace blurig::ui
