// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/image_pane.h"

#include "ui/widgets/crosshair.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/pane_content.h"
#include "ui/widgets/pane_interaction.h"
#include "ui/widgets/pane_layout.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrapped_text.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QMimeData>
#include <QPainter>
#include <QPointer>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace blurig::ui {

namespace {

constexpr double zoomedScale = 4;     // of a zoomed picture in a vector file: device pixels per logical one
constexpr double mostEmbedded = 4096; // px, the longer side of a picture in a vector file

bool sayTheSame(const ColorBar& a, const ColorBar& b) {
    return a.colors == b.colors && a.limit == b.limit && a.unit == b.unit && a.words == b.words;
}

QFont titleFont(const QFont& base) {
    QFont font = base;
    font.setBold(true);
    return font;
}

// The title at the left, the value under the crosshair at the right of the same line.
void paintHead(QPainter& painter, const QRectF& place, const QString& title, const QString& value, const QFont& font,
               const QPalette& palette) {
    const QFont numbers = numberFont(smallFont(font));
    const QFontMetricsF metrics(numbers);
    const double most = place.width() * 0.72;
    const QString shown = metrics.elidedText(value, Qt::ElideRight, most);
    const double used = shown.isEmpty() ? 0 : metrics.horizontalAdvance(shown) + 8;
    painter.setFont(titleFont(font));
    painter.setPen(palette.color(QPalette::WindowText));
    const QString words = QFontMetricsF(painter.font()).elidedText(title, Qt::ElideRight, place.width() - used);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, words);
    painter.setFont(numbers);
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, shown);
}

// The background of a widget that paints its whole place itself. What lies fully within `covered` is left out.
void paintGround(QPainter& painter, const QRect& place, const QRectF& covered, const QColor& color) {
    QRegion ground = place;
    if (!covered.isEmpty()) // less its edge, where it may share a pixel
        ground -= covered.toAlignedRect().adjusted(1, 1, -1, -1);
    for (const QRect& part : ground)
        painter.fillRect(part, color);
}

QColor veilOver(const QPalette& palette) {
    QColor veil = palette.color(QPalette::Window);
    veil.setAlpha(165);
    return veil;
}

} // namespace

struct ImagePane::Data {
    QPointer<LinkedView> view;
    PaneContent content;
    std::optional<PaneContent> right; // of a divider
    double divider = 1;
    QString title;
    QString caption;
    QString dragFormat;
    QByteArray dragBytes;
    std::optional<PaneInteraction> interaction;

    PaneLayout layout(const ImagePane& pane) const {
        return layOutPane(pane.size(), content.frameSize(), pane.font(), pane.devicePixelRatioF());
    }
    FrameMap map(const QRectF& picture) const {
        return view ? FrameMap(picture, view->zoom(), view->center()) : FrameMap(picture, 1, {0.5, 0.5});
    }
    WrappedText captionLines(const QRectF& place, const QFont& font) const {
        return wrapped(caption, smallFont(font), place.width(), 2);
    }
    QRectF captionPlace(const PaneLayout& layout, const QFont& font) const {
        return ui::captionPlace(layout, bars(), font);
    }
    // Whole, where the bar has no room for them.
    QString barWords() const {
        QStringList words;
        for (const ColorBar& bar : bars()) {
            if (bar.words != BarWords())
                words << (bar.words.low.isEmpty() ? bar.words.high
                                                  : QStringLiteral("%1 ← 0 → %2").arg(bar.words.low, bar.words.high));
        }
        return words.join(u'\n');
    }
    bool leftSeen() const { return !right || divider > 0; }
    bool rightSeen() const { return right && divider < 1; }
    const PaneContent& seen() const { return leftSeen() ? content : *right; }
    bool showsPair() const { return leftSeen() && rightSeen(); }
    bool coversPicture() const {
        return !content.hasPicture() ||
               ((!leftSeen() || content.coversFrame()) && (!rightSeen() || right->coversFrame()));
    }
    // Whether there was a right one.
    bool leaveRight() {
        const bool was = right.has_value();
        right.reset();
        return was;
    }
    // One where two would say the same.
    std::vector<ColorBar> bars() const {
        std::vector<ColorBar> bars;
        if (leftSeen())
            if (const auto bar = content.colorBar())
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
    // Of two, the values that are painted: both have to fit.
    QString valueText(QPointF at) const {
        if (!showsPair())
            return seen().valueText(at);
        const auto painted = [at](const PaneContent& one) {
            const auto pixel = one.modelPixel(at);
            const auto value = pixel ? one.valueAt(pixel->x(), pixel->y()) : std::nullopt;
            return value ? significant(*value, 4) : QStringLiteral("–");
        };
        return QStringLiteral("%1  |  %2").arg(painted(content), painted(*right));
    }
    void paintContents(QPainter& painter, const FrameMap& frame, const QPalette& palette) const {
        const QRectF& picture = frame.picture();
        const QColor veil = veilOver(palette);
        if (!showsPair()) {
            seen().paint(painter, frame.whole(), picture, veil);
            return;
        }
        const double pixels = painter.device()->devicePixelRatioF();
        const double line = std::round((picture.left() + divider * picture.width()) * pixels) / pixels;
        content.paint(painter, frame.whole(), QRectF(picture.topLeft(), QPointF(line, picture.bottom())), veil);
        right->paint(painter, frame.whole(), QRectF(QPointF(line, picture.top()), picture.bottomRight()), veil);
        painter.fillRect(QRectF(line - 1.5, picture.top(), 3, picture.height()), QColor(0, 0, 0, 150));
        painter.fillRect(QRectF(line - 0.5, picture.top(), 1, picture.height()), Qt::white);
    }
    // What lies in the map's window, on an image of its own with so many device pixels per logical one.
    QImage painted(const FrameMap& frame, double scale, const QPalette& palette) const {
        QImage image((frame.picture().size() * scale).toSize(), QImage::Format_RGB32);
        image.setDevicePixelRatio(scale);
        image.fill(palette.color(QPalette::Window));
        QPainter painter(&image);
        paintContents(painter, frame, palette);
        painter.end();
        image.setDevicePixelRatio(1);
        return image;
    }
    void paintPicture(QPainter& painter, const PaneLayout& layout, const QPalette& palette) const {
        paintContents(painter, map(layout.picture), palette);
    }
};

ImagePane::ImagePane(LinkedView* view, QWidget* parent)
    : QWidget(parent)
    , m(std::make_shared<Data>()) {
    setObjectName(QStringLiteral("imagePane"));
    m->view = view;
    m->interaction.emplace(*this, view, [this] {
        const PaneLayout layout = m->layout(*this);
        return PaneInteraction::Surface{.map = m->map(layout.picture),
                                        .title = layout.title,
                                        .pixelStep = m->content.pixelStep(),
                                        .hasPicture = m->content.hasPicture()};
    });
    setAttribute(Qt::WA_OpaquePaintEvent); // else its background is painted beneath the picture with each move
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(120, 140);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    const auto repaint = [this] { update(); };
    connect(view, &LinkedView::viewChanged, this, repaint);
    connect(view, &LinkedView::crosshairChanged, this, repaint);
}

QSize ImagePane::sizeHint() const {
    return paneSizeFor(QSizeF(300, 300), font()).toSize();
}

void ImagePane::setTitle(const QString& title) {
    if (title == m->title)
        return;
    m->title = title;
    setAccessibleName(title);
    update();
}

void ImagePane::setCaption(const QString& caption) {
    if (caption == m->caption)
        return;
    m->caption = caption;
    setAccessibleDescription(caption);
    update();
}

void ImagePane::setFrame(FrameKind kind, QSize originalSize, const InputGeometry& geometry) {
    if (m->content.setFrame(kind, originalSize, geometry))
        update();
}

void ImagePane::setPhoto(const QImage& original, const Array& z) {
    if (m->content.setPhoto(original, z))
        update();
}

void ImagePane::showInput(const Array& z) {
    if (m->content.showInput(z) | m->leaveRight())
        update();
}

void ImagePane::showMap(const Array& plane, const Array& values, const MapLook& look) {
    if (m->content.showMap(plane, values, look) | m->leaveRight())
        update();
}

void ImagePane::showMessage(const QString& text) {
    if (m->content.showMessage(text) | m->leaveRight())
        update();
}

void ImagePane::showPair(const ImagePane& left, const ImagePane& right, double divider) {
    m->content = left.m->content.shared();
    m->right = right.m->content.shared();
    m->divider = divider;
    update();
}

const QString& ImagePane::title() const {
    return m->title;
}

const QString& ImagePane::caption() const {
    return m->caption;
}

bool ImagePane::hasPicture() const {
    return m->content.hasPicture();
}

const QString& ImagePane::message() const {
    return m->content.message();
}

QRectF ImagePane::picturePlace() const {
    return m->layout(*this).picture;
}

const Array& ImagePane::plane() const {
    return m->seen().plane();
}

const Array& ImagePane::values() const {
    return m->seen().values();
}

const ImagePane::MapLook& ImagePane::look() const {
    return m->seen().look();
}

const InputGeometry& ImagePane::geometry() const {
    return m->seen().geometry();
}

QString ImagePane::valueText() const {
    const auto point = m->view ? m->view->crosshair() : std::nullopt;
    return point ? m->valueText(*point) : QString();
}

std::optional<double> ImagePane::valueAt(int x, int y) const {
    return m->seen().valueAt(x, y);
}

QImage ImagePane::renderedImage() const {
    if (!m->content.hasPicture())
        return {};
    const QRectF whole(QPointF(0, 0), m->content.frameSize());
    return m->painted(FrameMap(whole, 1, {0.5, 0.5}), 1, lightPalette());
}

PaneFigure ImagePane::figureParts(std::optional<double> scale) const {
    PaneFigure parts{.title = m->title,
                     .caption = m->content.hasPicture() ? m->caption : m->content.message(),
                     .picture = {},
                     .pictureSize = figurePictureSize(m->content.frameSize()),
                     .bars = m->bars()};
    if (!m->content.hasPicture())
        return parts;
    const bool zoomed = m->view && m->view->zoom() > 1;
    if (scale || zoomed) {
        parts.picture = m->painted(m->map(QRectF(QPointF(0, 0), QSizeF(parts.pictureSize))),
                                   scale.value_or(zoomedScale), figurePalette());
        return parts;
    }
    const QSizeF frame = m->content.frameSize();
    const double reduced = std::min(1.0, mostEmbedded / std::max(frame.width(), frame.height()));
    parts.picture = m->painted(FrameMap(QRectF(QPointF(0, 0), frame), 1, {0.5, 0.5}), reduced, figurePalette());
    return parts;
}

QImage ImagePane::figure(double scale) const {
    if (!m->content.hasPicture())
        return {};
    const PaneFigure parts = figureParts(scale);
    const QFont face = figureFont(font());
    QImage image((figureSize(parts, face) * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintFigure(painter, {}, parts, face);
    painter.end();
    image.setDevicePixelRatio(1.0);
    return image;
}

void ImagePane::setDragData(const QString& format, const QByteArray& bytes) {
    m->dragFormat = format;
    m->dragBytes = bytes;
}

QMimeData* ImagePane::dragData() const {
    auto* mime = new QMimeData;
    if (const QImage picture = figure(2.0); !picture.isNull())
        mime->setImageData(picture);
    if (!m->dragFormat.isEmpty())
        mime->setData(m->dragFormat, m->dragBytes);
    return mime;
}

bool ImagePane::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const PaneLayout layout = m->layout(*this);
        const QRectF caption = m->captionPlace(layout, font());
        const bool atBar = layout.bar.contains(help->pos()) && !caption.contains(help->pos());
        const bool cut = caption.contains(help->pos()) && m->captionLines(caption, font()).elided;
        const QString hint = cut ? m->caption : atBar ? m->barWords() : QString();
        QToolTip::showText(help->globalPos(), hint.isEmpty() ? hint : plainToolTip(hint), this,
                           (atBar ? layout.bar : caption).toRect());
        return true;
    }
    if (m->interaction->handle(event))
        return true;
    return QWidget::event(event);
}

void ImagePane::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const PaneLayout layout = m->layout(*this);
    const ThemeColors& colors = themeColors(palette());
    paintGround(painter, rect(), m->coversPicture() ? layout.picture : QRectF(), palette().color(QPalette::Window));
    paintHead(painter, layout.title, m->title, valueText(), font(), palette());
    if (m->content.hasPicture()) {
        m->paintPicture(painter, layout, palette());
        const auto point = m->view ? m->view->crosshair() : std::nullopt;
        if (point)
            paintCrosshair(painter, layout.picture, m->map(layout.picture).toWidget(*point), m->view->pinned());
    } else {
        painter.fillRect(layout.picture, palette().color(QPalette::Base));
        painter.setFont(font());
        painter.setPen(colors.secondaryText);
        painter.drawText(layout.picture.adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap,
                         m->content.message());
    }
    painter.setPen(QPen(hasFocus() ? colors.accent : colors.line, 0));
    painter.setBrush(Qt::NoBrush);
    const double pixel = 1 / devicePixelRatioF();
    painter.drawRect(layout.picture.adjusted(-pixel, -pixel, 0, 0)); // around the picture, over none of it
    const std::vector<ColorBar> bars = m->bars();
    paintColorBars(painter, layout.bar, layout.barOrientation, bars, font(), palette());
    painter.setFont(smallFont(font()));
    painter.setPen(colors.secondaryText);
    const QRectF caption = captionPlace(layout, bars, font());
    paintLines(painter, caption.topLeft(), m->captionLines(caption, font()).lines);
}

} // namespace blurig::ui
