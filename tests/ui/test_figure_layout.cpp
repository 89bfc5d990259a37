// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_class.h"
#include "tests/ui/figure_files.h"
#include "ui/export/curve_labels.h"
#include "ui/export/figure_file.h"
#include "ui/export/figure_layout.h"

#include <algorithm>
#include <cmath>

using namespace blurig;
using namespace blurig::test;
using namespace blurig::ui;

namespace {

constexpr double unit = figureUnitsPerMillimetre;

Figure figureOf(int panels, bool chart, FigureOptions options, QSize picture = {64, 64}) {
    Figure figure{.content = {}, .options = options};
    for (int i = 0; i < panels; ++i) {
        QImage image(picture, QImage::Format_RGB32);
        image.fill(QColor::fromHsv(40 * i, 200, 200));
        figure.content.panels.push_back({.title = QStringLiteral("Panel %1").arg(i),
                                         .picture = image,
                                         .modelPixels = static_cast<double>(picture.width()),
                                         .bars = {{.colors = &colorMaps().front(), .low = 0, .limit = 0.0123}}});
    }
    if (chart)
        figure.content.chart = FigureChart{
            .title = QStringLiteral("Scores along the path"),
            .score = QStringLiteral("softmax"),
            .sigmaMax = 40,
            .sigma = 2,
            .curves = {
                {.name = QStringLiteral("target"),
                 .color = QColor(200, 80, 0),
                 .isTarget = true,
                 .sigmas = {0, 1, 10, 40},
                 .scores = {0.9, 0.7, 0.1, 0}},
                {.name = QStringLiteral("rival"),
                 .color = QColor(0, 80, 200),
                 .sigmas = {0, 1, 10, 40},
                 .scores = {0, 0.2, 0.4, 0}},
                {.name = QStringLiteral("never"), .color = QColor(0, 80, 0), .sigmas = {0, 40}, .scores = {0.001, 0}}}};
    return figure;
}

QStringList textsOf(Figure figure) {
    figure.options.format = FigureFormat::Svg;
    return read(encodedFigure(figure, "{}")).texts;
}

} // namespace

class TestFigureLayout : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void squaresAreAsLargeAsTheWidthAllows_data() {
        QTest::addColumn<int>("panels");
        QTest::addColumn<bool>("chart");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("columns");
        const auto row = [](const char* name, int panels, bool chart, FigureWidth width, int columns) {
            QTest::newRow(name) << panels << chart << static_cast<int>(width) << columns;
        };
        row("Explore, one column", 4, true, FigureWidth::OneColumn, 2);
        row("Explore, one and a half", 4, true, FigureWidth::OneAndAHalf, 3);
        row("Explore, two columns", 4, true, FigureWidth::TwoColumns, 3);
        row("three methods, one column", 3, false, FigureWidth::OneColumn, 3);
        row("three methods, two columns", 3, false, FigureWidth::TwoColumns, 3);
        row("six methods, one column", 6, false, FigureWidth::OneColumn, 2);
        row("six methods, two columns", 6, false, FigureWidth::TwoColumns, 3);
        row("six methods, slide", 6, false, FigureWidth::Slide, 3);
        row("one map", 1, false, FigureWidth::OneColumn, 1);
        row("two paths", 2, true, FigureWidth::OneColumn, 2);
    }
    void squaresAreAsLargeAsTheWidthAllows() {
        QFETCH(const int, panels);
        QFETCH(const bool, chart);
        QFETCH(const int, width);
        QFETCH(const int, columns);
        const Figure figure = figureOf(panels, chart, {.width = static_cast<FigureWidth>(width)});
        const FigureLayout layout = layOut(figure);
        const QRectF page(QPointF(0, 0), layout.page);
        QCOMPARE(static_cast<int>(layout.panels.size()), panels);
        const QRectF first = layout.panels.front().picture;
        QCOMPARE(static_cast<int>(std::ranges::count_if(
                     layout.panels, [&](const PanelPlace& place) { return place.picture.top() == first.top(); })),
                 columns);
        QList<QRectF> places;
        for (const PanelPlace& place : layout.panels) {
            QVERIFY(std::abs(place.picture.width() - first.width()) < 1 &&
                    std::abs(place.picture.height() - place.picture.width()) < 1);
            places << place.picture << place.bars;
        }
        if (chart) {
            QVERIFY2(layout.chart.width() >= 35 * unit && layout.chart.height() >= 28 * unit,
                     qPrintable(QStringLiteral("%1 x %2").arg(layout.chart.width()).arg(layout.chart.height())));
            places << layout.chart;
        }
        for (qsizetype i = 0; i < places.size(); ++i) {
            QVERIFY(page.contains(places[i]));
            for (qsizetype j = 0; j < i; ++j)
                QVERIFY(!places[i].intersects(places[j]));
        }
        // A column of a journal is filled.
        if (static_cast<FigureWidth>(width) != FigureWidth::Slide) {
            QVERIFY(first.left() < 1 * unit);
            const double right = layout.panels[static_cast<std::size_t>(columns - 1)].picture.right();
            QVERIFY(layout.page.width() - right < 1 * unit);
            QVERIFY(layout.page.height() <= 200 * unit);
        }
    }

    void textIsSevenPointsOnPaper() {
        for (const FigureWidth width : {FigureWidth::OneColumn, FigureWidth::OneAndAHalf, FigureWidth::TwoColumns}) {
            const FigureStyle style = figureStyle(QFont(), figurePage(width));
            QVERIFY(std::abs(style.text.pixelSize() / figureUnitsPerPoint - 7) < 0.01);
            QCOMPARE(style.bold.pixelSize(), style.text.pixelSize());
            QVERIFY(style.bold.bold() && !style.text.bold());
        }
    }

    void lettersOnlyIfAsked() {
        const QStringList with = textsOf(figureOf(4, true, {}));
        for (const char* letter : {"a", "b", "c", "d", "e"})
            QVERIFY2(with.contains(QLatin1String(letter)), letter);
        QVERIFY(!with.contains(QStringLiteral("f")));
        const QStringList without = textsOf(figureOf(4, true, {.letters = false}));
        QVERIFY(!without.contains(QStringLiteral("a")) && !without.contains(QStringLiteral("e")));
        QVERIFY(without.contains(QStringLiteral("Panel 0")));
        QVERIFY(!textsOf(figureOf(1, false, {})).contains(QStringLiteral("a"))); // there is nothing to tell apart
    }

    void aPartThatIsNotWantedIsNotThere() {
        const QStringList all = textsOf(figureOf(4, true, {}));
        for (const char* words : {"softmax", "scale", "target", "rival", "10 px", "0.012", "σ 2.00"})
            QVERIFY2(all.contains(QString::fromUtf8(words)), qPrintable(all.join(u'|')));
        QCOMPARE(all.count(QStringLiteral("10 px")), 1); // all pictures have one scale
        QVERIFY(!all.contains(QStringLiteral("never"))); // on the axis
        QVERIFY(!textsOf(figureOf(4, true, {.chart = false})).contains(QStringLiteral("softmax")));
        QVERIFY(!textsOf(figureOf(4, true, {.scaleBar = false})).contains(QStringLiteral("10 px")));
        QVERIFY(!textsOf(figureOf(4, true, {.colorBars = false})).contains(QStringLiteral("0.012")));
        QVERIFY(layOut(figureOf(4, false, {.colorBars = false})).page.height() <
                layOut(figureOf(4, false, {})).page.height());
    }

    void theScoreChartIsDrawnAsLines() {
        const QByteArray svg = encodedFigure(figureOf(1, true, {.format = FigureFormat::Svg}), "{}");
        QCOMPARE(read(svg).pictures.size(), 1); // of the panel
        QVERIFY(svg.contains("#c85000"));       // the target's line
    }

    void picturesWithOtherScalesHaveTheirOwnBars() {
        Figure figure = figureOf(3, false, {});
        figure.content.panels[2].modelPixels = 128;
        const FigureLayout layout = layOut(figure);
        QCOMPARE(layout.panels[0].scaleBar, std::optional(10.0));
        QVERIFY(!layout.panels[1].scaleBar);
        QCOMPARE(layout.panels[2].scaleBar, std::optional(20.0));
    }

    void longTitlesStayInTheirColumn() {
        Figure figure = figureOf(3, false, {.width = FigureWidth::OneColumn});
        for (FigurePanel& panel : figure.content.panels)
            panel.title = QStringLiteral("Integrated gradients (black+white) · EfficientNet-Lite0");
        const FigureLayout layout = layOut(figure);
        const FigureStyle style = figureStyle(figure.content.font, figurePage(figure.options.width));
        for (const PanelPlace& place : layout.panels) {
            QCOMPARE(place.head.title.size(), 2);
            for (const QString& line : place.head.title)
                QVERIFY(place.head.indent + QFontMetricsF(style.text).horizontalAdvance(line) <=
                        place.picture.width() + 1);
            QVERIFY(place.picture.top() >= place.head.topLeft.y() + 2 * style.line);
        }
    }

    void labelsOfCurvesLieOverNothing() {
        std::vector<QPolygonF> curves;
        for (int i = 0; i < 4; ++i) {
            QPolygonF line;
            for (int x = 0; x <= 100; ++x)
                line << QPointF(60.0 * x, 3000 - 2800 * std::exp(-std::pow((x - 20.0 * i - 10) / 12.0, 2)) - 20 * i);
            curves.push_back(line);
        }
        const std::vector<QSizeF> sizes(4, QSizeF(900, 290));
        const QRectF room(0, 0, 6000, 3000);
        const QRectF taken(2500, 0, 800, 290);
        const std::vector<CurveLabel> labels = placeLabels(curves, sizes, {.room = room, .em = 247, .taken = {taken}});
        QCOMPARE(labels.size(), curves.size());
        for (std::size_t i = 0; i < labels.size(); ++i) {
            const QRectF& place = labels[i].place;
            QVERIFY(room.contains(place));
            QVERIFY(!place.intersects(taken));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!place.intersects(labels[j].place));
            for (const QPolygonF& curve : curves)
                QVERIFY(std::ranges::none_of(curve, [&](QPointF point) { return place.contains(point); }));
            QVERIFY2(labels[i].way.length() < 2 * 247, qPrintable(QString::number(labels[i].way.length())));
        }
    }
};

BLURIG_TEST(TestFigureLayout)
#include "test_figure_layout.moc"
