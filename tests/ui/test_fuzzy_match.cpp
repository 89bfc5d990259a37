// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_class.h"
#include "ui/palette/fuzzy_match.h"

#include <QStringList>
#include <QTest>

#include <algorithm>

using namespace blurig::ui;

namespace {

// "[C]opy [a]s [c]ommand"
QString marked(const QString& name, const FuzzyMatch& match) {
    QString text;
    for (int i = 0; i < name.size(); ++i) {
        const bool met = std::ranges::find(match.places, i) != match.places.end();
        text += met ? u'[' + QString(name[i]) + u']' : QString(name[i]);
    }
    return text.remove(QLatin1String("]["));
}

} // namespace

class TestFuzzyMatch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void marksWhatWasMet_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("expected"); // empty: not met
        QTest::newRow("nothing typed") << "Copy view"
                                       << ""
                                       << "Copy view";
        QTest::newRow("word") << "Copy view"
                              << "view"
                              << "Copy [view]";
        QTest::newRow("beginning of a word") << "Copy view"
                                             << "vi"
                                             << "Copy [vi]ew";
        QTest::newRow("words in another order") << "Copy view"
                                                << "vi co"
                                                << "[Co]py [vi]ew";
        QTest::newRow("initials") << "Copy as command"
                                  << "cac"
                                  << "[C]opy [a]s [c]ommand";
        QTest::newRow("initials that skip a word") << "Copy as command"
                                                   << "cc"
                                                   << "[C]opy as [c]ommand";
        QTest::newRow("beginnings joined") << "Copy as command"
                                           << "coasc"
                                           << "[Co]py [as] [c]ommand";
        QTest::newRow("a second way round") << "Panes on paper over"
                                            << "pao"
                                            << "[Pa]nes [o]n paper over";
        QTest::newRow("inside") << "Export view"
                                << "port"
                                << "Ex[port] view";
        QTest::newRow("scattered") << "Export view"
                                   << "epv"
                                   << "[E]x[p]ort [v]iew";
        QTest::newRow("umlauts") << "Öl"
                                 << "öl"
                                 << "[Öl]";
        QTest::newRow("a letter that folds to two keeps its place") << "Straße zum Zug"
                                                                    << "zug"
                                                                    << "Straße zum [Zug]";
        QTest::newRow("one letter only where a word begins") << "Export view"
                                                             << "p"
                                                             << "";
        QTest::newRow("one word is missing") << "Export view"
                                             << "export all"
                                             << "";
        QTest::newRow("wrong order of letters") << "Export view"
                                                << "tropxe"
                                                << "";
    }
    void marksWhatWasMet() {
        QFETCH(QString, name);
        QFETCH(QString, query);
        QFETCH(QString, expected);
        const auto match = fuzzyMatch(name, query);
        QCOMPARE(match.has_value(), !expected.isEmpty());
        if (match)
            QCOMPARE(marked(name, *match), expected);
    }

    void ordersByHowWellItIsMet() {
        const QStringList best{
            QStringLiteral("View"),       QStringLiteral("Viewer"),
            QStringLiteral("Any viewer"), QStringLiteral("Vast interesting extra wine"),
            QStringLiteral("Review all"), QStringLiteral("Vain pie went"),
        };
        for (int i = 0; i + 1 < best.size(); ++i) {
            const auto better = fuzzyMatch(best[i], u"view");
            const auto worse = fuzzyMatch(best[i + 1], u"view");
            QVERIFY2(better && worse && betterMatch(*better, *worse), qPrintable(best[i + 1]));
        }
    }

    void wordsAsideCountLess() {
        const auto aside = fuzzyMatch(QStringLiteral("Compare"), u"page comp", QStringLiteral("comparePage"));
        QVERIFY(aside);
        QCOMPARE(aside->grade, FuzzyMatch::Aside);
        QCOMPARE(marked(QStringLiteral("Compare"), *aside), QStringLiteral("[Comp]are"));
        QVERIFY(!fuzzyMatch(QStringLiteral("Compare"), u"page"));
    }

    void endsOnNamesMadeForIt() {
        const QString name = QStringLiteral("a ").repeated(20000);
        QVERIFY(!fuzzyMatch(name, QStringLiteral("a").repeated(60) + u'b'));
    }
};

BLURIG_TEST(TestFuzzyMatch)
#include "test_fuzzy_match.moc"
