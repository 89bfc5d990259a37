// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/explain/display.h"
#include "tests/support/test_class.h"

#include <QTest>

using namespace blurig;

class TestDisplayWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wordsBecomeValues() {
        const DisplayChoice choice{.reduction = "absolute",
                                   .part = "positive",
                                   .clipPercentile = 97,
                                   .clipLowPercentile = 5,
                                   .look = "outline",
                                   .opacity = 0.5,
                                   .topArea = 10};
        for (const Reading reading : {Reading::Strict, Reading::Lenient}) {
            const Display display = displayOf(choice, reading);
            QVERIFY(display.reduction == ChannelReduction::Absolute);
            QVERIFY(display.part == SignPart::Absolute); // absolute values have no sign
            QVERIFY(display.look == LookKind::Outline);
            QVERIFY(display.colors->kind == ColorMap::Kind::Sequential);
            QCOMPARE(display.clipPercentile, 97.0);
            QCOMPARE(display.clipLowPercentile, 5.0);
            QCOMPARE(display.opacity, 0.5);
            QCOMPARE(display.topArea, 10.0);
        }
    }

    void unknownWordsAreAnErrorOrTheDefault_data() {
        QTest::addColumn<QString>("key");
        for (const char* key : {"reduction", "part", "look", "colours"})
            QTest::newRow(key) << key;
    }
    void unknownWordsAreAnErrorOrTheDefault() {
        QFETCH(QString, key);
        DisplayChoice choice;
        (key == "reduction" ? choice.reduction
         : key == "part"    ? choice.part
         : key == "look"    ? choice.look
                            : choice.colorMap) = "of another version";
        QVERIFY_EXCEPTION_THROWN(displayOf(choice, Reading::Strict), Error);
        const Display lenient = displayOf(choice, Reading::Lenient);
        const Display usual = displayOf({}, Reading::Strict);
        QVERIFY(lenient.reduction == usual.reduction && lenient.part == usual.part && lenient.look == usual.look &&
                lenient.colors == usual.colors);
    }
};

BLURIG_TEST(TestDisplayWords)
#include "test_display_words.moc"
