// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/render/sign_part.h"
#include "tests/support/test_class.h"

#include <QTest>

using namespace blurig;

class TestSignPart : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesReadBack() {
        for (const SignPart part : {SignPart::Signed, SignPart::Positive, SignPart::Negative, SignPart::Absolute})
            QVERIFY(parseSignPart(name(part)) == part);
        QVERIFY_EXCEPTION_THROWN(parseSignPart("both"), Error);
    }

    void partsAreMagnitudes_data() {
        QTest::addColumn<QString>("part");
        QTest::addColumn<QList<float>>("expected");
        QTest::newRow("signed") << "signed" << QList<float>{-2, 0, 3, -0.5F};
        QTest::newRow("positive") << "positive" << QList<float>{0, 0, 3, 0};
        QTest::newRow("negative") << "negative" << QList<float>{2, 0, 0, 0.5F};
        QTest::newRow("absolute") << "absolute" << QList<float>{2, 0, 3, 0.5F};
    }
    void partsAreMagnitudes() {
        QFETCH(QString, part);
        QFETCH(QList<float>, expected);
        const Array plane = Array::fromHost(pictureLayout(1, 2, 2), {-2, 0, 3, -0.5F});
        const Array shown = signPart(plane, parseSignPart(part.toStdString()));
        QCOMPARE(QList<float>(shown.host().begin(), shown.host().end()), expected);
        QVERIFY(shown.layout() == plane.layout());
    }

    void absoluteSumsHaveNoSign() {
        QVERIFY(shownPart(SignPart::Negative, ChannelReduction::Absolute) == SignPart::Absolute);
        QVERIFY(shownPart(SignPart::Negative, ChannelReduction::Sum) == SignPart::Negative);
        QVERIFY(colorsFor(SignPart::Signed) == ColorMap::Kind::Diverging);
        QVERIFY(colorsFor(SignPart::Absolute) == ColorMap::Kind::Sequential);
    }
};

BLURIG_TEST(TestSignPart)
#include "test_sign_part.moc"
