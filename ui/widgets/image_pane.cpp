// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/image_pane.h"

#include "ui/widgets/number_text.h"
#include "ui/widgets/pane_contents.h"
#include "ui/widgets/pane_interaction.h"
#include "ui/widgets/pane_layout.h"
#include "ui/widgets/pane_painter.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QMimeData>
#include <QPainter>
#include <QPointer>
#include <QToolTip>

#include <algorithm>

namespace blurig::ui {

namespace {

constexpr double zoomedScale = 4;     // of a zoomed picture in a vector file: device pixels per logical one
constexpr double outlineScale = 4;    // of an outline, whose line is finer than the pixels
constexpr double mostEmbedded = 4096; // px, the longer side of a picture in a vector file

} // namespace

struct ImagePane::Data {
    QPointer<LinkedView> view;
    PaneContents contents;
    QString title;
    QString caption;
    QString info;
    PaneHead head = PaneHead::Shown;
    QString dragFormat;
    QByteArray dragBytes;
    std::optional<PaneInteraction> interaction;

    PaneLayout layout(const ImagePane& pane) const {
        return layOutPane(pane.size(), contents.left.frameSize(), head, pane.devicePixelRatioF());
    }
    FrameMap map(const QRectF& picture) const {
        return view ? FrameMap(picture, view->zoom(), view->center()) : FrameMap(picture, 1, {0.5, 0.5});
    }
    std::optional<QPointF> crosshair() const { return view ? view->crosshair() : std::nullopt; }
    PaneFace face(const ImagePane& pane) const {
        const PaneLayout places = layout(pane);
        return {.place = pane.rect(),
                .layout = places,
                .map = map(places.picture),
                .title = title,
                .value = pane.valueText(),
                .caption = caption,
                .badge = contents.badge(),
                .hasInfo = !info.isEmpty(),
                .crosshair = crosshair(),
                .pinned = view && view->pinned(),
                .focused = pane.hasFocus(),
                .font = pane.font(),
                .palette = pane.palette()};
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
                                        .pixelStep = m->contents.left.pixelStep(),
                                        .hasPicture = m->contents.left.hasPicture()};
    });
    setAttribute(Qt::WA_OpaquePaintEvent); // else its background is painted beneath the picture with each move
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(96, 120);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    const auto repaint = [this] { update(); };
    connect(view, &LinkedView::viewChanged, this, repaint);
    connect(view, &LinkedView::crosshairChanged, this, repaint);
    connect(view, &LinkedView::crosshairChanged, this, &ImagePane::valueChanged);
}

QSize ImagePane::sizeHint() const {
    return paneSizeFor(QSizeF(300, 300), m->head).toSize();
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

void ImagePane::setInfo(const QString& sentence) {
    m->info = sentence;
    update();
}

void ImagePane::setHead(PaneHead head) {
    m->head = head;
    update();
}

void ImagePane::setFrame(FrameKind kind, QSize originalSize, const InputGeometry& geometry) {
    if (m->contents.left.setFrame(kind, originalSize, geometry))
        update();
}

void ImagePane::setPhoto(const QImage& original, const Array& z) {
    if (m->contents.left.setPhoto(original, z))
        update();
}

void ImagePane::showInput(const Array& z) {
    if (m->contents.left.showInput(z) | m->contents.dropRight())
        update();
}

void ImagePane::showMap(const Array& plane, const Array& values, const MapLook& look) {
    if (m->contents.left.showMap(plane, values, look) | m->contents.dropRight())
        update();
}

void ImagePane::showMessage(const QString& text) {
    if (m->contents.left.showMessage(text) | m->contents.dropRight())
        update();
}

void ImagePane::showWaiting(const QString& text) {
    if (m->contents.left.showWaiting(text) | m->contents.dropRight())
        update();
}

void ImagePane::showPair(const ImagePane& left, const ImagePane& right, double divider) {
    m->contents = {
        .left = left.m->contents.left.shared(), .right = right.m->contents.left.shared(), .divider = divider};
    update();
}

const QString& ImagePane::title() const {
    return m->title;
}

const QString& ImagePane::caption() const {
    return m->caption;
}

bool ImagePane::hasPicture() const {
    return m->contents.left.hasPicture();
}

const QString& ImagePane::message() const {
    return m->contents.left.message();
}

QRectF ImagePane::picturePlace() const {
    return m->layout(*this).picture;
}

const Array& ImagePane::plane() const {
    return m->contents.seen().plane();
}

const Array& ImagePane::values() const {
    return m->contents.seen().values();
}

const ImagePane::MapLook& ImagePane::look() const {
    return m->contents.seen().look();
}

FrameKind ImagePane::frameKind() const {
    return m->contents.left.frameKind();
}

bool ImagePane::lowAtBottom() const {
    return m->contents.seen().lowAtBottom();
}

QSize ImagePane::originalSize() const {
    return m->contents.left.originalSize();
}

const InputGeometry& ImagePane::geometry() const {
    return m->contents.seen().geometry();
}

QString ImagePane::valueText() const {
    const auto point = m->crosshair();
    return point ? m->contents.valueText(*point) : QString();
}

std::optional<double> ImagePane::valueAt(int x, int y) const {
    return m->contents.seen().valueAt(x, y);
}

QImage ImagePane::renderedImage() const {
    if (!m->contents.left.hasPicture())
        return {};
    const QRectF whole(QPointF(0, 0), m->contents.left.frameSize());
    return m->contents.image(FrameMap(whole, 1, {0.5, 0.5}), 1, figurePalette());
}

PaneFigure ImagePane::figureParts(std::optional<double> scale) const {
    PaneFigure parts{.title = m->title,
                     .caption = m->contents.left.hasPicture() ? m->caption : m->contents.left.message(),
                     .picture = {},
                     .pictureSize = figurePictureSize(m->contents.left.frameSize()),
                     .bars = m->contents.bars()};
    if (!m->contents.left.hasPicture())
        return parts;
    parts.modelPixels = 1 / (m->contents.left.pixelStep().x() * (m->view ? m->view->zoom() : 1));
    const bool zoomed = m->view && m->view->zoom() > 1;
    if (scale || zoomed) {
        parts.picture = m->contents.image(m->map(QRectF(QPointF(0, 0), QSizeF(parts.pictureSize))),
                                          scale.value_or(zoomedScale), figurePalette());
        return parts;
    }
    const QSizeF frame = m->contents.left.frameSize();
    const double wanted = look().kind == LookKind::Outline ? outlineScale : 1.0;
    const double embedded = std::min(wanted, mostEmbedded / std::max(frame.width(), frame.height()));
    parts.picture = m->contents.image(FrameMap(QRectF(QPointF(0, 0), frame), 1, {0.5, 0.5}), embedded, figurePalette());
    return parts;
}

QImage ImagePane::figure(double scale) const {
    if (!m->contents.left.hasPicture())
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
        const PaneFace shown = m->face(*this);
        const bool atInfo = shown.hasInfo && infoPlace(shown).adjusted(-4, -4, 4, 4).contains(help->pos());
        const bool atBar = shown.layout.bar.contains(help->pos());
        const bool inTitle = shown.layout.title.contains(help->pos());
        const QString hint = atInfo ? m->info : atBar ? m->contents.barWords() : inTitle ? m->caption : QString();
        QToolTip::showText(help->globalPos(), hint.isEmpty() ? hint : plainToolTip(hint), this,
                           (atBar ? shown.layout.bar : shown.layout.title).toRect());
        return true;
    }
    if (m->interaction->handle(event))
        return true;
    return QWidget::event(event);
}

void ImagePane::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintPane(painter, m->contents, m->face(*this));
}

} // namespace blurig::ui
