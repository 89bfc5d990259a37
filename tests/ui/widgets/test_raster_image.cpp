// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_class.h"
#include "ui/widgets/raster_image.h"

#include <QTest>

using namespace blurig;
using namespace blurig::ui;

class TestRasterImage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Every level at every opacity, as Qt's own conversion has it.
    void premultipliesAsQtDoes() {
        auto rgba = std::make_shared<std::vector<std::uint8_t>>();
        for (int alpha = 0; alpha < 256; ++alpha)
            for (int level = 0; level < 256; ++level)
                for (const int value : {level, 255 - level, level / 2, alpha})
                    rgba->push_back(static_cast<std::uint8_t>(value));
        const Raster raster{256, 256, rgba};
        const QImage made = imageOf(raster, QImage::Format_ARGB32_Premultiplied);
        const QImage plain(rgba->data(), 256, 256, QImage::Format_RGBA8888);
        QCOMPARE(made, plain.convertToFormat(QImage::Format_ARGB32_Premultiplied));
    }

    void opaquePixelsStayAsTheyAre() {
        auto rgba =
            std::make_shared<std::vector<std::uint8_t>>(std::vector<std::uint8_t>{10, 20, 30, 255, 1, 2, 3, 255});
        const QImage made = imageOf({2, 1, rgba}, QImage::Format_RGB32);
        QCOMPARE(made.pixel(0, 0), qRgb(10, 20, 30));
        QCOMPARE(made.pixel(1, 0), qRgb(1, 2, 3));
    }
};

BLURIG_TEST(TestRasterImage)
#include "test_raster_image.moc"
