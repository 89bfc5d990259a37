// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/svg_chart.h"
#include "tests/support/test_class.h"

#include <QTest>
#include <QXmlStreamReader>

#include <cmath>
#include <limits>

using namespace blurig;

namespace {

struct Found {
    QString error;
    int bars = 0; // and other rectangles
    int lines = 0;
    QStringList texts;
};

Found read(const std::string& svg) {
    Found found;
    QXmlStreamReader reader(QByteArray::fromStdString(svg));
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == u"rect")
            ++found.bars;
        if (reader.name() == u"path")
            ++found.lines;
        if (reader.name() == u"text")
            found.texts << reader.readElementText();
    }
    found.error = reader.errorString();
    return found;
}

} // namespace

class TestSvgChart : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void barsAreWholeAndTextsAreData() {
        const Found found = read(svgOf(BarChart{.title = "<b>\"a\" & b</b>\n",
                                                .valueAxis = "sum",
                                                .groupAxis = "period",
                                                .groups = {"2", "4"},
                                                .series = {{"one", {1, -2}}, {"two", {std::nan(""), 3}}},
                                                .notes = {"note"}}));
        QCOMPARE(found.error, QString());
        QCOMPARE(found.bars, 1 + 2 + 3); // ground, legend, bars that exist
        QVERIFY(found.texts.contains(QStringLiteral("<b>\"a\" & b</b> ")));
        QVERIFY(found.texts.contains(QStringLiteral("note")));
    }

    void linesAndSpans() {
        const LineChart chart{.title = "curve",
                              .marks = {{0, "0"}, {1, "1"}},
                              .series = {{"a", {{0, 1}, {0.5, 2}, {1, 0}}}, {"b", {{0, 1}, {1, 1}}, true}},
                              .spans = {{0, 0.7, "crème brûlée"}, {0.7, 1, "cup"}}};
        const Found found = read(svgOf(chart));
        QCOMPARE(found.error, QString());
        QCOMPARE(found.lines, 2);
        QVERIFY(found.texts.contains(QStringLiteral("crème brûlée")));
    }

    void flatAndEmptyChartsAreCharts() {
        QCOMPARE(read(svgOf(BarChart{})).error, QString());
        QCOMPARE(read(svgOf(BarChart{.groups = {"a"}, .series = {{"zero", {0}}}})).error, QString());
        const double huge = std::numeric_limits<double>::infinity();
        const std::string svg = svgOf(LineChart{.marks = {{0, "0"}, {1, "1"}}, .series = {{"a", {{0, huge}, {1, 2}}}}});
        QCOMPARE(read(svg).error, QString());
        QVERIFY(svg.find("inf") == std::string::npos && svg.find("nan") == std::string::npos);
    }
};

BLURIG_TEST(TestSvgChart)
#include "test_svg_chart.moc"
