// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_class.h"
#include "ui/widgets/wheel_guard.h"

#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSlider>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace blurig::ui;

namespace {

// Whether the widget took it.
bool turnWheel(QWidget* widget) {
    const QPointF at = widget->rect().center();
    QWheelEvent wheel(at, widget->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(widget, &wheel);
    return wheel.isAccepted();
}

} // namespace

class TestWheelGuard : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onlyAFocusedKnobTurns() {
        WheelGuard guard;
        qApp->installEventFilter(&guard);
        QWidget form;
        auto* column = new QVBoxLayout(&form);
        auto* combo = new QComboBox;
        combo->addItems({QStringLiteral("a"), QStringLiteral("b")});
        auto* spin = new QDoubleSpinBox;
        spin->setValue(5);
        auto* slider = new QSlider(Qt::Horizontal);
        slider->setValue(50);
        for (QWidget* each : std::initializer_list<QWidget*>{combo, spin, slider})
            column->addWidget(each);
        form.setFocusPolicy(Qt::StrongFocus);
        form.show();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        form.setFocus();
        for (QWidget* each : std::initializer_list<QWidget*>{combo, spin, slider}) {
            QVERIFY(!turnWheel(each));
            QVERIFY(!each->hasFocus());
            QVERIFY(each->focusPolicy() != Qt::WheelFocus);
        }
        QCOMPARE(combo->currentIndex(), 0);
        QCOMPARE(spin->value(), 5.0);
        QCOMPARE(slider->value(), 50);
        spin->setFocus();
        QVERIFY(turnWheel(spin));
        QVERIFY(spin->value() < 5);
    }
};

BLURIG_TEST(TestWheelGuard)
#include "test_wheel_guard.moc"
