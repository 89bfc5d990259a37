// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_class.h"
#include "ui/widgets/frame_map.h"

#include <QPainter>
#include <QTest>

#include <cmath>

using namespace blurig::ui;

namespace {

const QColor ground(10, 20, 30);

QImage numbered(int width, int height, QImage::Format format) {
    QImage image(width, height, format);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.setPixelColor(x, y, QColor(20 * x, 20 * y, 100));
    return image;
}

} // namespace

class TestFrameMap : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void enlargedPixelsAreSquares_data();
    void enlargedPixelsAreSquares();
    void transparentPixelsShowTheGround();
};

void TestFrameMap::enlargedPixelsAreSquares_data() {
    QTest::addColumn<QRectF>("whole");
    QTest::addColumn<QRectF>("clip");
    QTest::addColumn<double>("ratio");
    QTest::addRow("whole") << QRectF(3, 5, 24, 18) << QRectF(3, 5, 24, 18) << 1.0;
    QTest::addRow("not by a whole factor") << QRectF(3, 5, 19, 13) << QRectF(3, 5, 19, 13) << 1.0;
    QTest::addRow("a part") << QRectF(-20.5, -31.25, 96, 72) << QRectF(4, 6, 30, 20) << 1.0;
    QTest::addRow("smaller than the clip") << QRectF(12, 9, 21, 17) << QRectF(0, 0, 60, 50) << 1.0;
    QTest::addRow("on a fine screen") << QRectF(3, 5, 22, 17) << QRectF(3, 5, 22, 17) << 2.0;
    QTest::addRow("between pixels") << QRectF(-3, -5, 96, 72) << QRectF(4, 6, 20, 16) << 1.5;
}

// Each device pixel has the colour of the image's pixel under its centre, and none outside of both is touched.
void TestFrameMap::enlargedPixelsAreSquares() {
    QFETCH(QRectF, whole);
    QFETCH(QRectF, clip);
    QFETCH(double, ratio);
    for (const QImage::Format format : {QImage::Format_RGB32, QImage::Format_ARGB32_Premultiplied}) {
        const QImage image = numbered(8, 6, format);
        QImage device((QSizeF(60, 50) * ratio).toSize(), QImage::Format_RGB32);
        device.setDevicePixelRatio(ratio);
        device.fill(ground);
        QPainter painter(&device);
        drawPart(painter, image, whole, clip);
        painter.end();
        for (int y = 0; y < device.height(); ++y) {
            for (int x = 0; x < device.width(); ++x) {
                const QPointF at((x + 0.5) / ratio, (y + 0.5) / ratio);
                const bool inside = whole.contains(at) && clip.contains(at);
                const int column = static_cast<int>(std::floor((at.x() - whole.x()) / whole.width() * image.width()));
                const int row = static_cast<int>(std::floor((at.y() - whole.y()) / whole.height() * image.height()));
                QCOMPARE(device.pixelColor(x, y), inside ? image.pixelColor(column, row) : ground);
            }
        }
    }
}

void TestFrameMap::transparentPixelsShowTheGround() {
    QImage image = numbered(2, 1, QImage::Format_ARGB32_Premultiplied);
    image.setPixelColor(1, 0, Qt::transparent);
    QImage device(20, 10, QImage::Format_RGB32);
    device.fill(ground);
    QPainter painter(&device);
    drawPart(painter, image, device.rect(), device.rect());
    painter.end();
    QCOMPARE(device.pixelColor(4, 5), QColor(0, 0, 100));
    QCOMPARE(device.pixelColor(15, 5), ground);
}

BLURIG_TEST(TestFrameMap)
#include "test_frame_map.moc"
