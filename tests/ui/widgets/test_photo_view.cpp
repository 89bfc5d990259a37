// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_class.h"
#include "ui/widgets/photo_view.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace blurig;
using namespace blurig::ui;

Q_DECLARE_METATYPE(blurig::PixelRect)

class TestPhotoView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_view.reset(); }

    void drawsAnewWithTheModelsProportions();
    void drawsFreelyWithShift();
    void movesInsideThePhoto();
    void resizesByAHandle();
    void aClickChoosesNothing();
    void escape();
    void arrowsMove();
    void dimsWhatTheModelDoesNotSee();
    void withoutPhoto();

private:
    // 600 x 400 on a widget of 308 x 208 with 4 px of margin: half size.
    QPoint spot(double x, double y) const { return QPointF(4 + x / 2, 4 + y / 2).toPoint(); }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mousePress(m_view.get(), Qt::LeftButton, modifiers, from);
        for (int i = 1; i <= 4; ++i) {
            const QPoint at = from + (to - from) * i / 4;
            QMouseEvent move(QEvent::MouseMove, at, m_view->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, modifiers);
            QApplication::sendEvent(m_view.get(), &move);
        }
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, modifiers, to);
    }
    PixelRect chosen(const QSignalSpy& spy) const { return spy.back().front().value<PixelRect>(); }

    std::unique_ptr<PhotoView> m_view;
};

void TestPhotoView::init() {
    m_view = std::make_unique<PhotoView>();
    m_view->resize(308, 208);
    QImage photo(600, 400, QImage::Format_RGB32);
    photo.fill(QColor(200, 200, 200));
    m_view->setPhoto(photo);
    m_view->setCrop({.x = 100, .y = 100, .width = 200, .height = 200}, 1.0);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestPhotoView::drawsAnewWithTheModelsProportions() {
    QSignalSpy spy(m_view.get(), &PhotoView::rectangleChosen);
    drag(spot(400, 40), spot(560, 120));
    QCOMPARE(spy.count(), 1);
    QCOMPARE(chosen(spy), (PixelRect{.x = 400, .y = 40, .width = 160, .height = 160}));
    drag(spot(400, 300), spot(4000, 4000)); // ends at the photo's border
    QCOMPARE(chosen(spy), (PixelRect{.x = 400, .y = 300, .width = 100, .height = 100}));
}

void TestPhotoView::drawsFreelyWithShift() {
    QSignalSpy spy(m_view.get(), &PhotoView::rectangleChosen);
    drag(spot(400, 40), spot(560, 120), Qt::ShiftModifier);
    QCOMPARE(chosen(spy), (PixelRect{.x = 400, .y = 40, .width = 160, .height = 80}));
    drag(spot(150, 150), spot(250, 250), Qt::ShiftModifier | Qt::ControlModifier);
    QCOMPARE(chosen(spy), (PixelRect{.x = 150, .y = 150, .width = 100, .height = 100}));
}

void TestPhotoView::movesInsideThePhoto() {
    QSignalSpy spy(m_view.get(), &PhotoView::rectangleChosen);
    drag(spot(200, 200), spot(260, 220));
    QCOMPARE(chosen(spy), (PixelRect{.x = 160, .y = 120, .width = 200, .height = 200}));
    drag(spot(260, 220), spot(-900, -900));
    QCOMPARE(chosen(spy), (PixelRect{.x = 0, .y = 0, .width = 200, .height = 200}));
}

void TestPhotoView::resizesByAHandle() {
    QSignalSpy spy(m_view.get(), &PhotoView::rectangleChosen);
    drag(spot(300, 300), spot(360, 360)); // bottom right
    QCOMPARE(chosen(spy), (PixelRect{.x = 100, .y = 100, .width = 260, .height = 260}));
    m_view->setCrop({.x = 100, .y = 100, .width = 200, .height = 200}, 1.0);
    drag(spot(100, 200), spot(60, 200)); // left edge: the other axis grows around its middle
    QCOMPARE(chosen(spy), (PixelRect{.x = 60, .y = 80, .width = 240, .height = 240}));
}

void TestPhotoView::aClickChoosesNothing() {
    QSignalSpy spy(m_view.get(), &PhotoView::rectangleChosen);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, spot(450, 50));
    QCOMPARE(spy.count(), 0);
}

void TestPhotoView::escape() {
    QSignalSpy rectangle(m_view.get(), &PhotoView::rectangleChosen);
    QSignalSpy card(m_view.get(), &PhotoView::cardCropRequested);
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, spot(400, 40));
    QTest::mouseMove(m_view.get(), spot(500, 140));
    QTest::keyClick(m_view.get(), Qt::Key_Escape); // ends the drag
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, spot(500, 140));
    QCOMPARE(rectangle.count(), 0);
    QCOMPARE(card.count(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(card.count(), 1);
}

void TestPhotoView::arrowsMove() {
    QSignalSpy spy(m_view.get(), &PhotoView::rectangleChosen);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(chosen(spy), (PixelRect{.x = 101, .y = 90, .width = 200, .height = 200}));
}

void TestPhotoView::dimsWhatTheModelDoesNotSee() {
    const QImage grabbed = m_view->grab().toImage();
    QCOMPARE(qRed(grabbed.pixel(spot(200, 200))), 200);
    QVERIFY(qRed(grabbed.pixel(spot(500, 200))) < 120);
}

void TestPhotoView::withoutPhoto() {
    m_view->setPhoto({});
    QSignalSpy rectangle(m_view.get(), &PhotoView::rectangleChosen);
    QSignalSpy card(m_view.get(), &PhotoView::cardCropRequested);
    drag({20, 20}, {100, 100});
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QCOMPARE(rectangle.count() + card.count(), 0);
    QVERIFY(!m_view->grab().isNull());
}

BLURIG_TEST(TestPhotoView)
#include "test_photo_view.moc"
