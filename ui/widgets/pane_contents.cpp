// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/pane_contents.h"

#include "ui/widgets/number_text.h"

#include <QPainter>
#include <QStringList>

#include <cmath>

namespace blurig::ui {

namespace {

bool sayTheSame(const ColorBar& a, const ColorBar& b) {
    return a.colors == b.colors && a.limit == b.limit && a.unit == b.unit && a.words == b.words;
}

QColor veilOver(const QPalette& palette) {
    QColor veil = palette.color(QPalette::Base);
    veil.setAlpha(165);
    return veil;
}

} // namespace

bool PaneContents::dropRight() {
    const bool was = right.has_value();
    right.reset();
    return was;
}

bool PaneContents::coversPicture() const {
    return !left.hasPicture() || ((!leftSeen() || left.coversFrame()) && (!rightSeen() || right->coversFrame()));
}

std::vector<ColorBar> PaneContents::bars() const {
    std::vector<ColorBar> bars;
    if (leftSeen())
        if (const auto bar = left.colorBar())
            bars.push_back(*bar);
    if (!rightSeen())
        return bars;
    const auto bar = right->colorBar();
    if (bar && !bars.empty() && sayTheSame(bars.front(), *bar)) {
        bars.front().valuesBelow |= bar->valuesBelow;
        bars.front().valuesAbove |= bar->valuesAbove;
    } else if (bar) {
        bars.push_back(*bar);
    }
    return bars;
}

QString PaneContents::barWords() const {
    QStringList words;
    for (const ColorBar& bar : bars()) {
        if (bar.words != BarWords())
            words << (bar.words.low.isEmpty() ? bar.words.high
                                              : QStringLiteral("%1 ← 0 → %2").arg(bar.words.low, bar.words.high));
    }
    return words.join(u'\n');
}

// Of two, the values that are painted: both have to fit.
QString PaneContents::valueText(QPointF at) const {
    if (!leftSeen() || !rightSeen())
        return seen().valueText(at);
    const auto painted = [at](const PaneContent& one) {
        const auto pixel = one.modelPixel(at);
        const auto value = pixel ? one.valueAt(pixel->x(), pixel->y()) : std::nullopt;
        return value ? significant(*value, 4) : QStringLiteral("–");
    };
    return QStringLiteral("%1  |  %2").arg(painted(left), painted(*right));
}

QString PaneContents::badge() const {
    return seen().colorBar() ? seen().look().badge : QString();
}

void PaneContents::paint(QPainter& painter, const FrameMap& frame, const QPalette& palette) const {
    const QRectF& picture = frame.picture();
    const PaneContent::Grounds grounds{.outside = veilOver(palette), .canvas = palette.color(QPalette::Base)};
    if (!leftSeen() || !rightSeen()) {
        seen().paint(painter, frame.whole(), picture, grounds);
        return;
    }
    const double pixels = painter.device()->devicePixelRatioF();
    const double line = std::round((picture.left() + divider * picture.width()) * pixels) / pixels;
    left.paint(painter, frame.whole(), QRectF(picture.topLeft(), QPointF(line, picture.bottom())), grounds);
    right->paint(painter, frame.whole(), QRectF(QPointF(line, picture.top()), picture.bottomRight()), grounds);
    painter.fillRect(QRectF(line - 1.5, picture.top(), 3, picture.height()), QColor(0, 0, 0, 150));
    painter.fillRect(QRectF(line - 0.5, picture.top(), 1, picture.height()), Qt::white);
}

QImage PaneContents::image(const FrameMap& frame, double scale, const QPalette& palette) const {
    QImage image((frame.picture().size() * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(palette.color(QPalette::Base));
    QPainter painter(&image);
    paint(painter, frame, palette);
    painter.end();
    image.setDevicePixelRatio(1);
    return image;
}

} // namespace blurig::ui
