// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_class.h"
#include "ui/widgets/range_histogram.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace blurig;
using namespace blurig::ui;

namespace {

constexpr ClipRange range{.low = 0.5, .limit = 6};

ValueHistogram histogram(SignPart part) {
    std::vector<float> values;
    for (int i = -100; i <= 100; ++i)
        values.push_back(0.1F * static_cast<float>(i));
    const Array plane = Array::fromHost(pictureLayout(1, 1, 201), values);
    return {signPart(plane, part), part, 40};
}

void show(RangeHistogram& widget, SignPart part = SignPart::Signed) {
    widget.setContent(histogram(part), range);
    widget.resize(260, 58);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
}

QPoint at(const RangeHistogram& widget, double value) {
    return {static_cast<int>(std::lround(widget.xOf(value))), widget.height() / 2};
}

} // namespace

class TestRangeHistogram : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void handlesAreDragged_data() {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::addColumn<bool>("low");
        QTest::newRow("limit at the right") << 6.0 << 8.0 << false;
        QTest::newRow("limit at the left") << -6.0 << -3.0 << false;
        QTest::newRow("low at the right") << 0.5 << 2.0 << true;
        QTest::newRow("low at the left") << -0.5 << -1.0 << true;
        QTest::newRow("past the middle") << 0.5 << -1.5 << true;
    }
    void handlesAreDragged() {
        QFETCH(double, from);
        QFETCH(double, to);
        QFETCH(bool, low);
        RangeHistogram widget;
        show(widget);
        QSignalSpy lowMoved(&widget, &RangeHistogram::lowMoved);
        QSignalSpy limitMoved(&widget, &RangeHistogram::limitMoved);
        QTest::mousePress(&widget, Qt::LeftButton, {}, at(widget, from));
        QTest::mouseMove(&widget, at(widget, to));
        QTest::mouseRelease(&widget, Qt::LeftButton, {}, at(widget, to));
        QCOMPARE(limitMoved.isEmpty(), low);
        QCOMPARE(lowMoved.isEmpty(), !low);
        const double moved = (low ? lowMoved : limitMoved).last().front().toDouble();
        QVERIFY2(std::abs(moved - std::abs(to)) < 0.12 * (1 + std::abs(to)), // a pixel
                 qPrintable(QString::number(moved)));
    }

    void elsewhereNothingIsDragged() {
        RangeHistogram widget;
        show(widget);
        QSignalSpy moved(&widget, &RangeHistogram::limitMoved);
        QTest::mousePress(&widget, Qt::LeftButton, {}, at(widget, 2.5));
        QTest::mouseMove(&widget, at(widget, 8));
        QTest::mouseRelease(&widget, Qt::LeftButton, {}, at(widget, 8));
        QTest::mouseMove(&widget, at(widget, 6));
        QCOMPARE(moved.count(), 0);
    }

    void disabledAndEmptyOnesStayStill() {
        RangeHistogram widget;
        show(widget);
        QSignalSpy moved(&widget, &RangeHistogram::limitMoved);
        widget.setEnabled(false);
        const QPoint handle = at(widget, 6);
        QTest::mousePress(&widget, Qt::LeftButton, {}, handle);
        QTest::mouseMove(&widget, handle + QPoint(20, 0));
        widget.setEnabled(true);
        widget.setContent({}, {});
        QTest::mousePress(&widget, Qt::LeftButton, {}, handle);
        QTest::mouseMove(&widget, handle + QPoint(20, 0));
        QCOMPARE(moved.count(), 0);
        QVERIFY(!widget.grab().isNull());
    }

    // What is painted as zero is paler than what is seen.
    void barsBelowTheLowEndArePale() {
        RangeHistogram widget;
        show(widget, SignPart::Absolute);
        const QImage image = widget.grab().toImage();
        const auto darkest = [&](double value) {
            int least = 255;
            for (int y = 0; y < image.height(); ++y)
                least = std::min(least, qGray(image.pixel(at(widget, value).x(), y)));
            return least;
        };
        QVERIFY(darkest(0.3) > darkest(2.5) + 40);
    }
};

BLURIG_TEST(TestRangeHistogram)
#include "test_range_histogram.moc"
