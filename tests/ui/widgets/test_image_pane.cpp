// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/map_render.h"
#include "tests/support/test_class.h"
#include "ui/widgets/image_pane.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/pane_layout.h"
#include "ui/widgets/theme.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace blurig;
using namespace blurig::ui;

namespace {

constexpr int width = 8;
constexpr int height = 6;

Array plane(int channels = 1) {
    std::vector<float> values;
    for (int i = 0; i < channels * width * height; ++i)
        values.push_back(0.013F * static_cast<float>(i % 29 - 14));
    return Array::fromHost(pictureLayout(channels, height, width), values);
}

Array input() {
    std::vector<float> values;
    for (int i = 0; i < 3 * width * height; ++i)
        values.push_back(static_cast<float>(i * 37 % 100) / 100.0F);
    return Array::fromHost(pictureLayout(3, height, width), values);
}

QRgb colorOf(const Raster& raster, int x, int y) {
    const auto* p = raster.rgba->data() + 4 * (y * raster.width + x);
    return qRgb(p[0], p[1], p[2]);
}

ImagePane::MapLook look() {
    return {.colors = &colorMaps().front(), .range = {.limit = 0.15}, .unit = QStringLiteral("px⁻²")};
}

bool near(QRgb a, QRgb b, int tolerance = 1) {
    return std::abs(qRed(a) - qRed(b)) <= tolerance && std::abs(qGreen(a) - qGreen(b)) <= tolerance &&
           std::abs(qBlue(a) - qBlue(b)) <= tolerance;
}

} // namespace

class TestImagePane : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void valuesAreTheArrays();
    void colorsInModelPixels();
    void colorsOnTheOriginal();
    void looksAreThoseOfCommandsAndFigures_data();
    void looksAreThoseOfCommandsAndFigures();
    void overlayLiesOnGreyPhoto();
    void maskedShowsTheTopArea_data();
    void maskedShowsTheTopArea();
    void contourRunsAroundTheTopArea();
    void wordsStandBesideTheBar();
    void longWordsStayInside();
    void renderedImageIsTheFrame();
    void crosshairAndZoomAreLinked();
    void keysMoveTheCrosshair();
    void clickPins();
    void paintsOnlyWhenSomethingChanged();
    void messageReplacesThePicture();
    void figureHoldsTheWholeCaption();
    void figureForVectorFilesHasTheFramesPixels();
    void menuAsks();

private:
    void show(ImagePane& pane) {
        pane.resize(340, 400);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
    }
    // The middle of a model pixel on the widget, zoom 1, frame of the model.
    QPoint spot(const ImagePane& pane, int x, int y) {
        const QRectF picture = layOutPane(pane.size(), QSizeF(width, height), PaneHead::Shown, 1).picture;
        return QPointF(picture.x() + (x + 0.5) * picture.width() / width,
                       picture.y() + (y + 0.5) * picture.height() / height)
            .toPoint();
    }
};

void TestImagePane::valuesAreTheArrays() {
    LinkedView view;
    ImagePane pane(&view);
    const Array map = plane();
    pane.showMap(map, map, look());
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const auto expected = static_cast<double>(map.host()[static_cast<std::size_t>(y * width + x)]);
            QCOMPARE(pane.valueAt(x, y).value(), expected);
            view.setCrosshair(QPointF((x + 0.5) / width, (y + 0.5) / height));
            QCOMPARE(pane.valueText(), significant(expected, 4) + " px⁻²");
        }
    }
    QVERIFY(!pane.valueAt(-1, 0) && !pane.valueAt(width, 0) && !pane.valueAt(0, height));
    view.setCrosshair(QPointF(1, 1)); // the last edge belongs to the last pixel
    QVERIFY(!pane.valueText().isEmpty());
    view.setCrosshair({});
    QVERIFY(pane.valueText().isEmpty());

    const Array z = input();
    pane.showInput(z);
    const auto host = z.host();
    const double mean = (static_cast<double>(host[0]) + static_cast<double>(host[width * height]) +
                         static_cast<double>(host[2 * width * height])) /
                        3;
    QVERIFY(std::abs(pane.valueAt(0, 0).value() - mean) < 1e-7);
    view.setCrosshair(QPointF(0, 0));
    QCOMPARE(pane.valueText().split("  ").size(), 3);
    QCOMPARE(pane.valueText().split("  ").front(), fixed(static_cast<double>(host[0]), 3));
}

void TestImagePane::colorsInModelPixels() {
    LinkedView view;
    ImagePane pane(&view);
    const Array map = plane();
    pane.showMap(map, map, look());
    show(pane);
    const Raster expected = renderMap(map, {.colors = look().colors, .limit = look().range.limit});
    const QImage grabbed = pane.grab().toImage();
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            QVERIFY2(near(grabbed.pixel(spot(pane, x, y)), colorOf(expected, x, y)),
                     qPrintable(QStringLiteral("pixel %1, %2").arg(x).arg(y)));
    }
    // Enlarged pixels are squares: their corners have the same colour.
    const QRectF picture = layOutPane(pane.size(), QSizeF(width, height), PaneHead::Shown, 1).picture;
    QVERIFY(near(grabbed.pixel(picture.topLeft().toPoint() + QPoint(1, 1)), colorOf(expected, 0, 0)));

    const Array z = input();
    pane.showInput(z);
    QVERIFY(near(pane.grab().toImage().pixel(spot(pane, 3, 2)), colorOf(renderInput(z), 3, 2)));
}

void TestImagePane::colorsOnTheOriginal() {
    LinkedView view;
    ImagePane pane(&view);
    const QSize original(40, 30);
    QImage photo(original, QImage::Format_RGB32);
    photo.fill(QColor(200, 100, 50));
    const InputGeometry geometry{width, height, {.x = 8, .y = 6, .width = 24, .height = 18}};
    const Array map = plane();
    pane.setFrame(FrameKind::Original, original, geometry);
    pane.setPhoto(photo, input());
    pane.showMap(map, map, look());
    show(pane);
    const Raster expected = renderMap(map, {.colors = look().colors, .limit = look().range.limit});
    const QImage grabbed = pane.grab().toImage();
    const QRectF picture = layOutPane(pane.size(), original, PaneHead::Shown, 1).picture;
    const auto at = [&](double x, double y) { // pixels of the original
        return QPointF(picture.x() + x * picture.width() / 40, picture.y() + y * picture.height() / 30).toPoint();
    };
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            QVERIFY(near(grabbed.pixel(at(8 + (x + 0.5) * 3, 6 + (y + 0.5) * 3)), colorOf(expected, x, y)));
    }
    const QRgb outside = grabbed.pixel(at(3, 3)); // the photo, veiled
    const QColor window = pane.palette().color(QPalette::Base);
    const int red = 200 + (window.red() - 200) * 165 / 255;
    QVERIFY2(std::abs(qRed(outside) - red) <= 3, qPrintable(QColor(outside).name()));

    view.setCrosshair(QPointF(3 / 40.0, 3 / 30.0));
    QVERIFY(pane.valueText().isEmpty()); // the model does not see it
    view.setCrosshair(QPointF((8 + 3 * 2.5) / 40.0, (6 + 3 * 1.5) / 30.0));
    QCOMPARE(pane.valueText(), significant(static_cast<double>(map.host()[width + 2]), 4) + " px⁻²");
}

void TestImagePane::looksAreThoseOfCommandsAndFigures_data() {
    QTest::addColumn<int>("kind");
    for (const LookKind kind : lookKinds)
        if (kind != LookKind::Outline) // a line, drawn by each in its own resolution
            QTest::newRow(std::string(name(kind)).c_str()) << static_cast<int>(kind);
}

void TestImagePane::looksAreThoseOfCommandsAndFigures() {
    QFETCH(int, kind);
    const auto wanted = static_cast<LookKind>(kind);
    LinkedView view;
    ImagePane pane(&view);
    const Array z = input();
    pane.setPhoto({}, z);
    ImagePane::MapLook shown = look();
    shown.kind = wanted;
    shown.range.low = 0.03;
    shown.opacity = 0.9;
    if (wanted == LookKind::Region)
        shown.colors = &fittingColorMap("", ColorMap::Kind::Sequential);
    std::vector<float> values;
    for (const float value : plane().host())
        values.push_back(wanted == LookKind::Region ? std::abs(value) : value);
    const Array map = Array::fromHost(pictureLayout(1, height, width), values);
    pane.showMap(map, map, shown);
    const Look asCommands{.kind = wanted,
                          .colors = shown.colors,
                          .range = shown.range,
                          .opacity = shown.opacity,
                          .topArea = shown.topArea};
    const Raster expected = drawMap(map, asCommands, renderInput(z), 1);
    const QImage inWindow = pane.renderedImage();
    const QImage inFigure = pane.figureParts({}).picture;
    QCOMPARE(inFigure.size(), QSize(width, height));
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            QVERIFY(near(inWindow.pixel(x, y), colorOf(expected, x, y), 2)); // premultiplied, so rounded twice
            QCOMPARE(inFigure.pixel(x, y), inWindow.pixel(x, y));
        }
}

void TestImagePane::overlayLiesOnGreyPhoto() {
    LinkedView view;
    ImagePane pane(&view);
    const Array z = input();
    const Array zero = Array::fromHost(pictureLayout(1, height, width), std::vector<float>(width * height, 0.0F));
    pane.setPhoto({}, z);
    ImagePane::MapLook over = look();
    over.kind = LookKind::Overlay;
    pane.showMap(zero, zero, over);
    const QImage image = pane.renderedImage();
    const Raster below = grey(renderInput(z));
    for (int x = 0; x < width; ++x)
        QVERIFY(near(image.pixel(x, 3), colorOf(below, x, 3))); // a value of zero hides nothing
    over.opacity = 1;
    over.range.limit = 1;
    const Array full = Array::fromHost(pictureLayout(1, height, width), std::vector<float>(width * height, 1.0F));
    pane.showMap(full, full, over);
    const Raster above = renderMap(full, {.colors = over.colors, .limit = 1});
    QVERIFY(near(pane.renderedImage().pixel(4, 4), colorOf(above, 4, 4)));
}

void TestImagePane::maskedShowsTheTopArea_data() {
    QTest::addColumn<bool>("original");
    QTest::newRow("model pixels") << false;
    QTest::newRow("original photo") << true;
}

void TestImagePane::maskedShowsTheTopArea() {
    QFETCH(const bool, original);
    LinkedView view;
    ImagePane pane(&view);
    std::vector<float> values(width * height, 0.01F);
    values[2 * width + 3] = 1;
    const Array map = Array::fromHost(pictureLayout(1, height, width), values);
    const Array z = Array::fromHost(pictureLayout(3, height, width), std::vector<float>(3 * width * height, 0.8F));
    QImage photo(width, height, QImage::Format_RGB32);
    photo.fill(QColor(204, 204, 204));
    pane.setFrame(original ? FrameKind::Original : FrameKind::Model, photo.size(),
                  {width, height, {.x = 0, .y = 0, .width = width, .height = height}});
    pane.setPhoto(photo, z);
    ImagePane::MapLook masked = look();
    masked.kind = LookKind::Masked;
    masked.topArea = 1;
    pane.showMap(map, map, masked);
    const QImage image = pane.renderedImage();
    QVERIFY(near(image.pixel(3, 2), qRgb(204, 204, 204)));
    QVERIFY(qRed(image.pixel(4, 2)) < 80);
    QVERIFY(qRed(image.pixel(0, 0)) < 80);
    QCOMPARE(pane.valueAt(3, 2).value(), 1.0);
}

void TestImagePane::contourRunsAroundTheTopArea() {
    LinkedView view;
    ImagePane pane(&view);
    std::vector<float> values(width * height, 0.01F);
    values[2 * width + 3] = 1;
    const Array map = Array::fromHost(pictureLayout(1, height, width), values);
    pane.setPhoto({}, Array::fromHost(pictureLayout(3, height, width), std::vector<float>(3 * width * height, 0.8F)));
    ImagePane::MapLook contour = look();
    contour.kind = LookKind::Outline;
    contour.topArea = 1;
    pane.showMap(map, map, contour);
    show(pane);
    const QImage image = pane.grab().toImage();
    const QRectF picture = layOutPane(pane.size(), QSizeF(width, height), PaneHead::Shown, 1).picture;
    const auto yellow = [&](QPoint middle) {
        int found = 0;
        for (int dx = -2; dx <= 2; ++dx) {
            const QColor color(image.pixel(middle + QPoint(dx, 0)));
            found += color.red() > 180 && color.blue() < 90 ? 1 : 0;
        }
        return found;
    };
    const auto edge = [&](int x) {
        return QPointF(picture.x() + x * picture.width() / width, spot(pane, 3, 2).y()).toPoint();
    };
    QVERIFY(yellow(edge(3)) > 0);
    QVERIFY(yellow(edge(4)) > 0);
    QCOMPARE(yellow(edge(6)), 0);
    QVERIFY(near(image.pixel(spot(pane, 3, 2)), qRgb(204, 204, 204)));
    QVERIFY(near(image.pixel(spot(pane, 6, 4)), qRgb(204, 204, 204)));
}

void TestImagePane::wordsStandBesideTheBar() {
    LinkedView view;
    ImagePane pane(&view);
    const Array map = plane();
    pane.setPalette(lightPalette());
    pane.showMap(map, map, look());
    show(pane);
    pane.resize(600, 640);
    // Of letters above and below the stripe, by their colour: bluer than red, or redder than blue.
    const auto count = [](const QImage& image, const QRectF& place, bool blue) {
        int found = 0;
        for (int y = qRound(place.top()); y < qRound(place.bottom()); ++y) {
            for (int x = qRound(place.left()); x < qRound(place.right()); ++x) {
                const QColor color = image.pixelColor(x, y);
                const int more = blue ? color.blue() - color.red() : color.red() - color.blue();
                found += std::abs(y - place.center().y()) > 3.6 && more > 12 ? 1 : 0;
            }
        }
        return found;
    };
    const QRectF bar = layOutPane(pane.size(), QSizeF(width, height), PaneHead::Shown, 1).bar;
    const QRectF left(bar.topLeft(), QSizeF(bar.width() / 2, bar.height()));
    const QRectF right = left.translated(bar.width() / 2, 0);
    QCOMPARE(count(pane.grab().toImage(), left, true), 0);

    ImagePane::MapLook named = look();
    named.words = {.low = QStringLiteral("speaks against <b>x</b>"), .high = QStringLiteral("supports x")};
    pane.showMap(map, map, named);
    const QImage image = pane.grab().toImage();
    QVERIFY(count(image, left, true) > 0);
    QVERIFY(count(image, right, false) > 0);
    QCOMPARE(count(image, left, false), 0);
    const QImage figure = pane.figure();
    pane.showMap(map, map, look());
    QVERIFY(pane.figure() != figure);
}

// Nothing is painted beside the bar, however long a class is called.
void TestImagePane::longWordsStayInside() {
    for (const QSize size : {QSize(260, 300), QSize(520, 260)}) { // limited by the width, by the height
        LinkedView view;
        ImagePane pane(&view);
        const Array map = plane();
        pane.resize(size);
        pane.showMap(map, map, look());
        const QImage without = pane.grab().toImage();
        ImagePane::MapLook named = look();
        named.words = {.low = QString(200, u'W'),
                       .high = QString(200, u'W'),
                       .shortLow = QStringLiteral("M"),
                       .shortHigh = QStringLiteral("M")};
        pane.showMap(map, map, named);
        const QImage with = pane.grab().toImage();
        const QRect bar = layOutPane(size, QSizeF(width, height), PaneHead::Shown, 1).bar.toAlignedRect();
        int changed = 0;
        for (int y = 0; y < with.height(); ++y) {
            for (int x = 0; x < with.width(); ++x) {
                if (with.pixel(x, y) == without.pixel(x, y))
                    continue;
                ++changed;
                QVERIFY2(bar.contains(x, y), qPrintable(QStringLiteral("%1, %2 is outside of %3 to %4")
                                                            .arg(x)
                                                            .arg(y)
                                                            .arg(bar.left())
                                                            .arg(bar.right())));
            }
        }
        QVERIFY(changed > 0);
    }
}

void TestImagePane::renderedImageIsTheFrame() {
    LinkedView view;
    view.setView(4, {0.3, 0.3});
    ImagePane pane(&view);
    QVERIFY(pane.renderedImage().isNull());
    const Array map = plane();
    pane.showMap(map, map, look());
    QCOMPARE(pane.renderedImage().size(), QSize(width, height)); // whatever the zoom
    const Raster expected = renderMap(map, {.colors = look().colors, .limit = look().range.limit});
    QVERIFY(near(pane.renderedImage().pixel(7, 5), colorOf(expected, 7, 5)));
    pane.setFrame(FrameKind::Original, QSize(40, 30), {width, height, {.x = 8, .y = 6, .width = 24, .height = 18}});
    QCOMPARE(pane.renderedImage().size(), QSize(40, 30));
    QVERIFY(near(pane.renderedImage().pixel(9, 7), colorOf(expected, 0, 0)));
}

void TestImagePane::crosshairAndZoomAreLinked() {
    LinkedView view;
    ImagePane left(&view);
    ImagePane right(&view);
    const Array map = plane();
    left.showMap(map, map, look());
    right.showInput(input());
    show(left);
    show(right);
    QTest::mouseMove(&left, spot(left, 5, 2));
    QVERIFY(view.crosshair());
    QCOMPARE(left.valueText(), significant(static_cast<double>(map.host()[2 * width + 5]), 4) + " px⁻²");
    QVERIFY(!right.valueText().isEmpty());

    const QPoint at = spot(left, 5, 2);
    const QPointF under = *view.crosshair();
    QWheelEvent wheel(at, left.mapToGlobal(at), {}, {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&left, &wheel);
    QVERIFY(view.zoom() > 1.5);
    // The pixel under the pointer stays there.
    QTest::mouseMove(&left, at + QPoint(1, 0));
    QTest::mouseMove(&left, at);
    QVERIFY((*view.crosshair() - under).manhattanLength() < 0.01);

    const QPointF center = view.center();
    QTest::mousePress(&left, Qt::LeftButton, {}, at);
    QTest::mouseMove(&left, at + QPoint(20, 0));
    QTest::mouseMove(&left, at + QPoint(40, 0));
    QTest::mouseRelease(&left, Qt::LeftButton, {}, at + QPoint(40, 0));
    QVERIFY(view.center().x() < center.x());
    QTest::mouseDClick(&left, Qt::LeftButton, {}, at);
    QCOMPARE(view.zoom(), 1.0);
}

void TestImagePane::keysMoveTheCrosshair() {
    LinkedView view;
    ImagePane pane(&view);
    const Array map = plane();
    pane.showMap(map, map, look());
    show(pane);
    view.setCrosshair(QPointF(0.5 / width, 0.5 / height));
    QTest::keyClick(&pane, Qt::Key_Right);
    QTest::keyClick(&pane, Qt::Key_Right);
    QTest::keyClick(&pane, Qt::Key_Down);
    QCOMPARE(pane.valueText(), significant(static_cast<double>(map.host()[width + 2]), 4) + " px⁻²");
    QTest::keyClick(&pane, Qt::Key_Plus);
    QVERIFY(view.zoom() > 1);
    QTest::keyClick(&pane, Qt::Key_0);
    QCOMPARE(view.zoom(), 1.0);
    QTest::keyClick(&pane, Qt::Key_Escape);
    QVERIFY(!view.crosshair());
}

void TestImagePane::clickPins() {
    LinkedView view;
    ImagePane pane(&view);
    const Array map = plane();
    pane.showMap(map, map, look());
    show(pane);
    QTest::mouseClick(&pane, Qt::LeftButton, {}, spot(pane, 2, 2));
    QVERIFY(view.pinned());
    const QPointF at = *view.crosshair();
    QTest::mouseMove(&pane, spot(pane, 6, 4));
    QCOMPARE(*view.crosshair(), at);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&pane, &leave);
    QVERIFY(view.crosshair());
    QTest::mouseClick(&pane, Qt::LeftButton, {}, spot(pane, 2, 2));
    QVERIFY(!view.pinned());
    QApplication::sendEvent(&pane, &leave);
    QVERIFY(!view.crosshair());
}

void TestImagePane::paintsOnlyWhenSomethingChanged() {
    struct Counter : QObject {
        int paints = 0;
        bool eventFilter(QObject*, QEvent* event) override {
            paints += event->type() == QEvent::Paint ? 1 : 0;
            return false;
        }
    } counter;
    LinkedView view;
    ImagePane pane(&view);
    const Array map = plane();
    pane.showMap(map, map, look());
    pane.setTitle("LoG band");
    show(pane);
    QTest::qWait(30);
    pane.installEventFilter(&counter);
    pane.showMap(map, map, look());
    pane.setTitle("LoG band");
    pane.setCaption("");
    pane.setFrame(FrameKind::Model, {}, {});
    view.setCrosshair({});
    QTest::qWait(30);
    QCOMPARE(counter.paints, 0);
    ImagePane::MapLook other = look();
    other.range.limit = 0.2;
    pane.showMap(map, map, other);
    QTRY_COMPARE(counter.paints, 1);
}

void TestImagePane::messageReplacesThePicture() {
    LinkedView view;
    ImagePane pane(&view);
    const Array map = plane();
    pane.showMap(map, map, look());
    pane.showMessage("<b>needs a model</b>");
    show(pane);
    view.setCrosshair(QPointF(0.5, 0.5));
    QVERIFY(pane.valueText().isEmpty());
    QVERIFY(!pane.valueAt(0, 0));
    QVERIFY(pane.figure().isNull());
}

void TestImagePane::figureHoldsTheWholeCaption() {
    LinkedView view;
    ImagePane pane(&view);
    const Array map = plane();
    pane.showMap(map, map, look());
    pane.setCaption("short");
    const QSize small = pane.figure().size();
    QCOMPARE(pane.figure(2.0).width(), 2 * small.width());
    QCOMPARE(pane.figure(2.0).devicePixelRatio(), 1.0);
    pane.setCaption(QString("sigma 3.2 px, clip 99 %, sum over channels, ").repeated(12));
    QVERIFY(pane.figure().height() > small.height());
    // On white in every theme.
    pane.setPalette(darkPalette());
    QCOMPARE(pane.figure().pixel(1, 1), qRgb(255, 255, 255));
}

void TestImagePane::figureForVectorFilesHasTheFramesPixels() {
    LinkedView view;
    ImagePane pane(&view);
    const Array map = plane();
    pane.showMap(map, map, look());
    const PaneFigure parts = pane.figureParts(std::nullopt);
    QCOMPARE(parts.picture, pane.renderedImage());
    QCOMPARE(parts.bars.size(), std::size_t{1});
    QCOMPARE(pane.figureParts(2.0).picture.size(), 2 * parts.pictureSize);
    // A scan's pixels would fill the memory of whoever opens the figure.
    pane.setFrame(FrameKind::Original, QSize(8192, 6144),
                  {width, height, {.x = 0, .y = 0, .width = 8192, .height = 6144}});
    QCOMPARE(pane.figureParts(std::nullopt).picture.size(), QSize(4096, 3072));
    view.setView(2, {0.5, 0.5});
    QCOMPARE(pane.figureParts(std::nullopt).picture.width(), 4 * parts.pictureSize.width());
}

void TestImagePane::menuAsks() {
    LinkedView view;
    ImagePane pane(&view);
    const Array map = plane();
    pane.showMap(map, map, look());
    show(pane);
    QSignalSpy copy(&pane, &ImagePane::copyRequested);
    QSignalSpy save(&pane, &ImagePane::saveArrayRequested);
    QTest::keySequence(&pane, QKeySequence::Copy);
    QCOMPARE(copy.count(), 1);
    QContextMenuEvent event(QContextMenuEvent::Mouse, {50, 50}, pane.mapToGlobal(QPoint(50, 50)));
    QApplication::sendEvent(&pane, &event);
    auto* menu = pane.findChild<QMenu*>("paneMenu");
    QVERIFY(menu != nullptr);
    menu->actions().back()->trigger();
    QCOMPARE(save.count(), 1);
    menu->close();
}

BLURIG_TEST(TestImagePane)
#include "test_image_pane.moc"
