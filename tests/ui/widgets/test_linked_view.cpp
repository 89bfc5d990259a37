// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_class.h"
#include "ui/widgets/linked_view.h"

#include <QSignalSpy>
#include <QTest>

using namespace blurig::ui;

class TestLinkedView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void clamps();
    void keepsTheFixedPointInPlace();
    void saysNothingWhenNothingChanged();
    void pins();
};

void TestLinkedView::clamps() {
    LinkedView view;
    view.setView(0.1, {0.9, 0.9});
    QCOMPARE(view.zoom(), 1.0);
    QCOMPARE(view.center(), QPointF(0.5, 0.5));
    view.setView(1000, {5, -5});
    QCOMPARE(view.zoom(), 64.0);
    QCOMPARE(view.center(), QPointF(1 - 0.5 / 64, 0.5 / 64));
    view.reset();
    QCOMPARE(view.zoom(), 1.0);
    view.setCrosshair(QPointF(1.5, -0.5));
    QCOMPARE(*view.crosshair(), QPointF(1, 0));
}

void TestLinkedView::keepsTheFixedPointInPlace() {
    LinkedView view;
    view.setView(2, {0.5, 0.5});
    const QPointF fixedPoint(0.6, 0.45);
    const QPointF before = (fixedPoint - view.center()) * view.zoom();
    view.zoomAt(fixedPoint, 1.5);
    QCOMPARE(view.zoom(), 3.0);
    QCOMPARE((fixedPoint - view.center()) * view.zoom(), before);
}

void TestLinkedView::saysNothingWhenNothingChanged() {
    LinkedView view;
    QSignalSpy changed(&view, &LinkedView::viewChanged);
    QSignalSpy crosshair(&view, &LinkedView::crosshairChanged);
    view.reset();
    view.zoomAt({0.2, 0.2}, 0.5);
    view.setCrosshair({});
    QCOMPARE(changed.count(), 0);
    QCOMPARE(crosshair.count(), 0);
    view.zoomAt({0.2, 0.2}, 2);
    view.setCrosshair(QPointF(0.2, 0.2));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(crosshair.count(), 1);
}

void TestLinkedView::pins() {
    LinkedView view;
    view.setPinned(true);
    QVERIFY(!view.pinned()); // nothing to pin
    view.setCrosshair(QPointF(0.2, 0.2));
    view.setPinned(true);
    QVERIFY(view.pinned());
    view.setCrosshair({});
    QVERIFY(!view.pinned());
}

BLURIG_TEST(TestLinkedView)
#include "test_linked_view.moc"
