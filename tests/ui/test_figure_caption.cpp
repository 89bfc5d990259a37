// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/versions.h"
#include "tests/support/test_class.h"
#include "ui/export/figure_caption.h"
#include "ui/export/latex_text.h"

using namespace blurig;
using namespace blurig::ui;

namespace {

Figure figureOfTwo(FigureOptions options = {}) {
    QImage picture(8, 8, QImage::Format_RGB32);
    picture.fill(Qt::gray);
    const QString name = QStringLiteral("50% a_b & c");
    return {
        .content = {.title = name + QStringLiteral(", softmax · Net_1 · a#b.png"),
                    .panels = {{.title = QStringLiteral("Blurred input"),
                                .words = QStringLiteral("σ 1.20 px = 2.41 px of the photo"),
                                .picture = picture,
                                .modelPixels = 224},
                               {.title = QStringLiteral("Accumulated Blur IG"),
                                .words = QStringLiteral("σ 45.3 → 1.20 px · %1 · sum").arg(name),
                                .facts = QStringLiteral("Blur IG: gap 0.12 %, gradients 76; Greatest sigma auto"),
                                .picture = picture,
                                .modelPixels = 224,
                                .bars = {{.colors = &fittingColorMap({}, ColorMap::Kind::Sequential),
                                          .low = 0,
                                          .limit = 0.00123,
                                          .words = {.high = QStringLiteral("supports ") + name}}}}},
                    .chart =
                        FigureChart{.title = QStringLiteral("Scores along the path"),
                                    .score = QStringLiteral("softmax"),
                                    .sigmaMax = 40,
                                    .curves = {{.name = name, .isTarget = true, .sigmas = {0, 40}, .scores = {1, 0}}},
                                    .bulkFrom = 1,
                                    .bulkTo = 3,
                                    .remark = QStringLiteral("80 % of the change of the score")}},
        .options = options};
}

} // namespace

class TestFigureCaption : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesEveryPanelWithItsNumbers() {
        const QStringList lines = captionText(figureOfTwo()).split(u'\n', Qt::SkipEmptyParts);
        const std::string version(versions().blurig);
        QCOMPARE(lines,
                 (QStringList{
                     "Explained: 50% a_b & c, softmax; Net_1; a#b.png.",
                     "(a) Blurred input: σ 1.20 px = 2.41 px of the photo; scale bar 50 px of the model's input.",
                     "(b) Accumulated Blur IG: σ 45.3 → 1.20 px; 50% a_b & c; sum; colours from 0 to 0.00123 "
                     "(supports 50% a_b & c). Blur IG: gap 0.12 %, gradients 76; Greatest sigma auto.",
                     "(c) Scores along the path: softmax against the scale σ, spaced as log(1 + σ/0.5), of 50% "
                     "a_b & c; ticks on the axis are evaluated gradients. 80 % of the change of the score (bracket).",
                     QStringLiteral("BlurIG Explorer %1.").arg(QString::fromStdString(version))}));
    }

    void withoutLettersPanelsAreNamedInTheirOrder() {
        const QString caption = captionText(figureOfTwo({.letters = false, .chart = false}));
        QVERIFY2(caption.contains("From left to right and from top to bottom:\nBlurred input: "), qPrintable(caption));
        QVERIFY(!caption.contains(QLatin1String("(a)")) && !caption.contains(QLatin1String("Scores along")));
    }

    void latexIsEscaped() {
        const QString latex = captionLatex(figureOfTwo());
        QVERIFY2(latex.startsWith(
                     "\\caption{Explained: 50\\% a\\_b \\& c, softmax; Net\\_1; a\\#b.png.\n(\\textbf{a}) Blurred"),
                 qPrintable(latex));
        QVERIFY2(latex.contains("$\\sigma$ 45.3 $\\rightarrow$ 1.20 px"), qPrintable(latex));
        QVERIFY(latex.endsWith("}\n"));
        int depth = 0;
        bool mathematics = false;
        for (qsizetype i = 0; i < latex.size(); ++i) {
            const QChar c = latex[i];
            if (c == u'\\') {
                ++i; // what it escapes, or the first letter of a command
                continue;
            }
            QVERIFY2(!QStringLiteral("%&#_~").contains(c), qPrintable(latex.mid(i)));
            QVERIFY2(mathematics || c != u'^', qPrintable(latex.mid(i)));
            QVERIFY2(c.unicode() < 128, qPrintable(latex.mid(i)));
            mathematics ^= c == u'$';
            depth += c == u'{' ? 1 : c == u'}' ? -1 : 0;
            QVERIFY(depth >= 0);
        }
        QCOMPARE(depth, 0);
        QVERIFY(!mathematics);
        QVERIFY(!latex.contains(QLatin1String("\n\n"))); // a paragraph would end the caption
    }

    void textBecomesLatex_data() {
        QTest::addColumn<QString>("plain");
        QTest::addColumn<QString>("latex");
        QTest::newRow("plain") << "ear, 3.5 px (a)"
                               << "ear, 3.5 px (a)";
        QTest::newRow("special") << "50% a_b & c #1 $5 {x}"
                                 << "50\\% a\\_b \\& c \\#1 \\$5 \\{x\\}";
        QTest::newRow("backslash") << "C:\\x^2~y"
                                   << "C:\\textbackslash{}x\\textasciicircum{}2\\textasciitilde{}y";
        QTest::newRow("compared") << "a < b > c | d"
                                  << "a $<$ b $>$ c $|$ d";
        QTest::newRow("quoted") << "\"a\" ''b'' ``c"
                                << "''a'' '{}'b'{}' `{}`c";
        QTest::newRow("dashes") << "a--b – c"
                                << "a-{}-b -- c";
        QTest::newRow("numbers") << "−3.1×10⁻⁴ /px²"
                                 << "$-$3.1$\\times$10$^{-4}$ /px$^{2}$";
        QTest::newRow("signs") << "σ → α · … ±"
                               << "$\\sigma$ $\\rightarrow$ $\\alpha$ $\\cdot$ \\ldots{} $\\pm$";
        QTest::newRow("letters of languages") << "Köter 猫"
                                              << "Köter 猫";
        QTest::newRow("lines") << "a\n\nb\tc"
                               << "a  b c";
    }
    void textBecomesLatex() {
        QFETCH(const QString, plain);
        QFETCH(const QString, latex);
        QCOMPARE(latexText(plain), latex);
    }
};

BLURIG_TEST(TestFigureCaption)
#include "test_figure_caption.moc"
