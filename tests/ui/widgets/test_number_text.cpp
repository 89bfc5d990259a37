// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_class.h"
#include "ui/widgets/number_text.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace blurig::ui;

class TestNumberText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void significantDigits_data();
    void significantDigits();
    void percentages_data();
    void percentages();
    void missedToleranceShows_data();
    void missedToleranceShows();
    void toolTipIsPlain();
};

void TestNumberText::significantDigits_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("digits");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << 0.0 << 3 << "0";
    QTest::newRow("trailing zeros") << 3.2 << 3 << "3.20";
    QTest::newRow("rounds up a digit") << 9.996 << 3 << "10.0";
    QTest::newRow("large") << 1234.4 << 3 << "1234";
    QTest::newRow("too large") << 123456.0 << 3 << "1.23e5";
    QTest::newRow("small") << 0.00123 << 3 << "0.00123";
    QTest::newRow("too small") << 0.000123 << 3 << "1.23e-4";
    QTest::newRow("negative") << -0.5 << 2 << "-0.50";
    QTest::newRow("NaN") << std::nan("") << 3 << "–";
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << 3 << "–";
}

void TestNumberText::significantDigits() {
    QFETCH(double, value);
    QFETCH(int, digits);
    QFETCH(QString, text);
    QCOMPARE(significant(value, digits), text);
}

void TestNumberText::percentages_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("usual") << 0.951 << "95.1 %";
    QTest::newRow("zero") << 0.0 << "0.0 %";
    QTest::newRow("not quite zero") << 1e-7 << "< 0.1 %";
    QTest::newRow("one") << 1.0 << "100.0 %";
    QTest::newRow("not quite one") << 0.99999 << "> 99.9 %";
    QTest::newRow("NaN") << std::nan("") << "–";
}

void TestNumberText::percentages() {
    QFETCH(double, value);
    QFETCH(QString, text);
    QCOMPARE(percentage(value), text);
}

void TestNumberText::missedToleranceShows_data() {
    QTest::addColumn<double>("fraction");
    QTest::addColumn<double>("limit");
    QTest::addColumn<QString>("text");
    QTest::newRow("far") << 0.034 << 0.01 << "3.4 %";
    QTest::newRow("near") << 0.010004 << 0.01 << "1.0004 %";
    QTest::newRow("two digits are enough") << 0.0106 << 0.01 << "1.1 %";
    QTest::newRow("just above five") << 0.05001 << 0.05 << "5.001 %";
    QTest::newRow("holds") << 0.0034 << -1.0 << "0.34 %";
}

void TestNumberText::missedToleranceShows() {
    QFETCH(double, fraction);
    QFETCH(double, limit);
    QFETCH(QString, text);
    QCOMPARE(errorPercentage(fraction, limit), text);
}

void TestNumberText::toolTipIsPlain() {
    QCOMPARE(plainToolTip("<b>eggnog</b>"), QString("<qt>&lt;b&gt;eggnog&lt;/b&gt;</qt>"));
    QVERIFY(plainToolTip("").isEmpty());
}

BLURIG_TEST(TestNumberText)
#include "test_number_text.moc"
