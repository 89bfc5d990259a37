// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/explain/crop_words.h"
#include "tests/support/test_class.h"

#include <QTest>

using namespace blurig;

class TestCropWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cropsReadBackFromTextAndChoice_data() {
        QTest::addColumn<int>("rule");
        QTest::addColumn<QString>("text");
        QTest::newRow("card") << static_cast<int>(CropRule::Card) << "card";
        QTest::newRow("padded") << static_cast<int>(CropRule::WholePadded) << "padded";
        QTest::newRow("squashed") << static_cast<int>(CropRule::WholeSquashed) << "squashed";
        QTest::newRow("rectangle") << static_cast<int>(CropRule::Rectangle) << "0.1,20.333333333333332,1e-05,300";
    }
    void cropsReadBackFromTextAndChoice() {
        QFETCH(int, rule);
        QFETCH(QString, text);
        Crop crop{static_cast<CropRule>(rule), {}};
        if (crop.rule == CropRule::Rectangle)
            crop.rectangle = {0.1, 61.0 / 3, 1e-5, 300};
        QCOMPARE(QString::fromStdString(toText(crop)), text);
        QVERIFY(parseCrop(toText(crop)) == crop);
        QVERIFY(cropOf(choiceOf(crop), Reading::Strict) == crop);
    }

    void unknownWordsAreTheCardsRuleOrAnError() {
        QVERIFY(cropOf(CropChoice{.rule = "hexagon"}, Reading::Lenient) == Crop());
        QVERIFY_EXCEPTION_THROWN(cropOf(CropChoice{.rule = "hexagon"}, Reading::Strict), Error);
        for (const char* text : {"", "rectangle", "1,2,3", "1,2,3,4,5", "1,2,3,x", "1, 2,3,4"})
            QVERIFY_EXCEPTION_THROWN(parseCrop(text), Error);
    }
};

BLURIG_TEST(TestCropWords)
#include "test_crop_words.moc"
