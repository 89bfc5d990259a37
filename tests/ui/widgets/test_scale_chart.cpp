// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_class.h"
#include "ui/widgets/scale_axis.h"
#include "ui/widgets/scale_chart.h"

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace blurig::ui;

class TestScaleChart : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_chart.reset(); }

    void dragCoversTheWholeRange();
    void clickMovesMonotonically();
    void keys_data();
    void keys();
    void wheel();
    void nodesAndSnapping();
    void setSigmaEmitsNothing();
    void aMoveDoesNotPlotAgain();
    void rangeKeepsTheAskedSigma();
    void restAfterKeys();
    void oddCurves();
    void aCurveHasACursorOfItsOwn();
    void ticks_data();
    void ticks();

private:
    double position() const { return axisPosition(m_chart->sigma().pixels) / axisPosition(m_chart->sigmaMax().pixels); }
    void turn(int angle) {
        const QPoint at = m_chart->rect().center();
        QWheelEvent event(at, m_chart->mapToGlobal(at), {}, {0, angle}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(m_chart.get(), &event);
    }
    std::unique_ptr<ScaleChart> m_chart;
};

void TestScaleChart::init() {
    m_chart = std::make_unique<ScaleChart>();
    m_chart->resize(640, 220);
    m_chart->setRange({50});
    m_chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
    QTest::qWait(10);
}

void TestScaleChart::dragCoversTheWholeRange() {
    m_chart->setSigma({3});
    QSignalSpy moved(m_chart.get(), &ScaleChart::sigmaMoved);
    QSignalSpy released(m_chart.get(), &ScaleChart::released);
    QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, {300, 100});
    QTest::mouseMove(m_chart.get(), {0, 100});
    QCOMPARE(moved.back().front().value<blurig::Sigma>().pixels, 0.0);
    QCOMPARE(m_chart->sigma().pixels, 0.0);
    QTest::mouseMove(m_chart.get(), {639, 100});
    QCOMPARE(moved.back().front().value<blurig::Sigma>().pixels, 50.0);
    QCOMPARE(released.count(), 0);
    QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, {639, 100});
    QCOMPARE(released.count(), 1);
    QTest::mouseMove(m_chart.get(), {300, 100}); // no button: nothing
    QCOMPARE(m_chart->sigma().pixels, 50.0);
}

void TestScaleChart::clickMovesMonotonically() {
    double before = -1;
    for (int x = 60; x < 600; x += 20) {
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, {x, 90});
        QVERIFY2(m_chart->sigma().pixels > before, qPrintable(QStringLiteral("at x = %1").arg(x)));
        before = m_chart->sigma().pixels;
    }
}

void TestScaleChart::keys_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("shift");
    QTest::addColumn<double>("step"); // of the axis
    QTest::newRow("right") << int(Qt::Key_Right) << false << 1.0 / 200;
    QTest::newRow("left") << int(Qt::Key_Left) << false << -1.0 / 200;
    QTest::newRow("Shift right") << int(Qt::Key_Right) << true << 1.0 / 20;
    QTest::newRow("Shift left") << int(Qt::Key_Left) << true << -1.0 / 20;
    QTest::newRow("page up") << int(Qt::Key_PageUp) << false << 0.1;
    QTest::newRow("page down") << int(Qt::Key_PageDown) << false << -0.1;
    QTest::newRow("home") << int(Qt::Key_Home) << false << -1.0;
    QTest::newRow("end") << int(Qt::Key_End) << false << 1.0;
}

void TestScaleChart::keys() {
    QFETCH(int, key);
    QFETCH(bool, shift);
    QFETCH(double, step);
    m_chart->setSigma({3});
    const double before = position();
    QSignalSpy moved(m_chart.get(), &ScaleChart::sigmaMoved);
    QTest::keyClick(m_chart.get(), static_cast<Qt::Key>(key), shift ? Qt::ShiftModifier : Qt::NoModifier);
    QCOMPARE(moved.count(), 1);
    QCOMPARE(moved.front().front().value<blurig::Sigma>().pixels, m_chart->sigma().pixels);
    QVERIFY(std::abs(position() - std::clamp(before + step, 0.0, 1.0)) < 1e-9);
}

void TestScaleChart::wheel() {
    m_chart->setSigma({3});
    const double before = position();
    turn(120);
    QVERIFY(std::abs(position() - before - 0.01) < 1e-9);
    turn(-120);
    QVERIFY(std::abs(position() - before) < 1e-9);
    for (int i = 0; i < 120; ++i)
        turn(120);
    QCOMPARE(m_chart->sigma().pixels, 50.0);
}

void TestScaleChart::nodesAndSnapping() {
    m_chart->setNodes({0, 1, 4, 50}, {2});
    m_chart->setSigma({1});
    QTest::keyClick(m_chart.get(), Qt::Key_BracketRight);
    QCOMPARE(m_chart->sigma().pixels, 4.0);
    QTest::keyClick(m_chart.get(), Qt::Key_BracketLeft);
    QCOMPARE(m_chart->sigma().pixels, 1.0);
    m_chart->setSigma({3});
    QTest::keyClick(m_chart.get(), Qt::Key_BracketLeft);
    QCOMPARE(m_chart->sigma().pixels, 1.0);

    m_chart->setSnap(true);
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QCOMPARE(m_chart->sigma().pixels, 4.0);
    turn(60); // half a notch
    QCOMPARE(m_chart->sigma().pixels, 4.0);
    turn(60);
    QCOMPARE(m_chart->sigma().pixels, 50.0);
    for (int x = 40; x < 620; x += 30) {
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, {x, 90});
        const double sigma = m_chart->sigma().pixels;
        QVERIFY(sigma == 0 || sigma == 1 || sigma == 4 || sigma == 50);
    }
}

void TestScaleChart::setSigmaEmitsNothing() {
    QSignalSpy moved(m_chart.get(), &ScaleChart::sigmaMoved);
    m_chart->setSigma({7});
    m_chart->setSigma({std::nan("")});
    QCOMPARE(m_chart->sigma().pixels, 7.0);
    m_chart->setSigma({-1});
    QCOMPARE(m_chart->sigma().pixels, 0.0);
    QCOMPARE(moved.count(), 0);
}

// The cursor is seen where it is and no more where it was, and what lay beneath it again; the plot is not asked.
void TestScaleChart::aMoveDoesNotPlotAgain() {
    struct Paints : QObject {
        int plot = 0;
        int all = 0;
        bool eventFilter(QObject* watched, QEvent* event) override {
            all += event->type() == QEvent::Paint ? 1 : 0;
            plot += event->type() == QEvent::Paint && watched->objectName() == "scalePlot" ? 1 : 0;
            return false;
        }
    } paints;
    m_chart->setCurves({{.name = "a", .color = Qt::red, .sigmas = {0, 50}, .scores = {0.7, 0.7}}});
    m_chart->setSigma({2});
    QTest::qWait(20);
    const QImage before = m_chart->grab().toImage();
    for (QWidget* part : m_chart->findChildren<QWidget*>())
        part->installEventFilter(&paints);
    m_chart->setSigma({20});
    QTRY_VERIFY(paints.all > 0);
    QCOMPARE(paints.plot, 0);
    QVERIFY(m_chart->grab().toImage() != before);
    const int painted = paints.all;
    m_chart->setSigma({2});
    QTRY_VERIFY(paints.all > painted);
    QCOMPARE(m_chart->grab().toImage(), before);
}

void TestScaleChart::rangeKeepsTheAskedSigma() {
    m_chart->setSigma({80});
    QCOMPARE(m_chart->sigma().pixels, 50.0);
    m_chart->setRange({100});
    QCOMPARE(m_chart->sigma().pixels, 80.0);
    m_chart->setRange({0}); // no range: the old one stays
    QCOMPARE(m_chart->sigmaMax().pixels, 100.0);
}

void TestScaleChart::restAfterKeys() {
    QSignalSpy released(m_chart.get(), &ScaleChart::released);
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QCOMPARE(released.count(), 0);
    QTRY_COMPARE(released.count(), 1);
}

// Empty, of one node, of unequal lengths, logits, with a name that looks like HTML: painted without a word.
void TestScaleChart::oddCurves() {
    m_chart->setCurves({{.name = "<img src=x>", .color = Qt::red, .isTarget = true, .sigmas = {1}, .scores = {0.3}},
                        {.name = "", .color = Qt::blue, .sigmas = {}, .scores = {}},
                        {.name = "logit", .color = Qt::green, .sigmas = {0, 3, 50}, .scores = {-12, 30}}});
    m_chart->setBulk(2, 9, QStringLiteral("80 %"));
    m_chart->setBulk(0, 0, {});
    m_chart->setOriginalScale(1.8);
    m_chart->setSigma({2});
    QVERIFY(!m_chart->grab().isNull());
}

// A dot of the curve's colour where it is read, whatever the slider's place.
void TestScaleChart::aCurveHasACursorOfItsOwn() {
    const auto redRows = [this] {
        const QImage image = m_chart->grab().toImage();
        int count = 0;
        for (int y = image.height() / 4; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y) == QColor(255, 0, 0)) {
                    ++count;
                    break;
                }
        return count;
    };
    ScoreCurve curve{
        .name = "a", .color = QColor(255, 0, 0), .isTarget = true, .sigmas = {0, 50}, .scores = {0.7, 0.7}};
    m_chart->setCurves({curve});
    QTRY_VERIFY(redRows() > 0); // a change is drawn when the events are
    const int line = redRows();
    curve.cursor = 5;
    m_chart->setCurves({curve});
    QTRY_VERIFY(redRows() > line + 3);
    QCOMPARE(m_chart->sigma().pixels, 0.0);
    curve.cursor = 80; // beyond what is known of the curve
    m_chart->setCurves({curve});
    QTRY_COMPARE(redRows(), line);
}

void TestScaleChart::ticks_data() {
    QTest::addColumn<double>("sigmaMax");
    QTest::addColumn<double>("width");
    QTest::addColumn<QString>("labels");
    QTest::newRow("wide") << 100.0 << 900.0 << "0|0.5|1|2|5|10|20|50|100 px";
    QTest::newRow("usual") << 50.0 << 500.0 << "0|0.5|1|2|5|10|20|50 px";
    QTest::newRow("narrow") << 50.0 << 160.0 << "0|1|10|50 px";
    QTest::newRow("odd end") << 37.3 << 500.0 << "0|0.5|1|2|5|10|20|37.3 px";
}

void TestScaleChart::ticks() {
    QFETCH(double, sigmaMax);
    QFETCH(double, width);
    QFETCH(QString, labels);
    QStringList made;
    for (const AxisTick& tick : axisTicks(sigmaMax, width, 34))
        made << tick.label;
    QCOMPARE(made.join('|'), labels);
}

BLURIG_TEST(TestScaleChart)
#include "test_scale_chart.moc"
