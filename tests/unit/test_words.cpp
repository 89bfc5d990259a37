// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trimmed.h"
#include "core/words.h"
#include "tests/support/test_class.h"

#include <QTest>

using namespace blurig;

namespace {

enum class Size { Small, Large, Huge };
constexpr Words<Size, 3> sizeWords{{{Size::Small, "small"}, {Size::Large, "large"}, {Size::Huge, "huge"}}};
constexpr Words<Size, 2> twoWords{{{Size::Small, "small"}, {Size::Large, "large"}}};
constexpr Words<Size, 1> oneWord{{{Size::Small, "small"}}};

} // namespace

class TestWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nameAndParserAgree() {
        for (const Size size : {Size::Small, Size::Large, Size::Huge})
            QCOMPARE(valueOf(sizeWords, wordOf(sizeWords, size)), std::optional(size));
        QCOMPARE(wordOf(sizeWords, Size::Large), std::string_view("large"));
        QVERIFY(!valueOf(sizeWords, "Large"));
        QVERIFY(!valueOf(sizeWords, ""));
        QVERIFY(wordOf(oneWord, Size::Huge).empty());
    }

    void listsThemForARemedy() {
        QCOMPARE(listOf(sizeWords), std::string("small, large or huge"));
        QCOMPARE(listOf(twoWords), std::string("small or large"));
        QCOMPARE(listOf(oneWord), std::string("small"));
    }

    void trimsBothEnds_data() {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("trimmed");
        QTest::newRow("both ends") << std::string(" \ttiger cat\r\n") << std::string("tiger cat");
        QTest::newRow("nothing to do") << std::string("tabby") << std::string("tabby");
        QTest::newRow("only spaces") << std::string("  ") << std::string();
        QTest::newRow("empty") << std::string() << std::string();
        QTest::newRow("not ASCII") << std::string("\xc2\xa0x") << std::string("\xc2\xa0x");
    }
    void trimsBothEnds() {
        QFETCH(std::string, text);
        QTEST(blurig::trimmed(text), "trimmed");
    }
};

BLURIG_TEST(TestWords)
#include "test_words.moc"
