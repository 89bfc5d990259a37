// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/map_render.h"
#include "core/render/smoothing.h"
#include "tests/support/test_class.h"
#include "ui/pages/compare/agreement_drawer.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace blurig;
using namespace blurig::ui;

namespace {

constexpr int side = 48;

AgreementTable::Map mapOf(const QString& name, int seed) {
    std::vector<float> values(static_cast<std::size_t>(side * side));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = std::sin(static_cast<float>((i + 1) * static_cast<std::size_t>(seed)));
    return {.name = name,
            .values = Array::fromHost(pictureLayout(1, side, side), std::move(values)),
            .geometry = {side, side, {.x = 0, .y = 0, .width = side, .height = side}}};
}

QString cell(const AgreementTable& table, int row, int column) {
    return table.findChild<QTableWidget*>(QStringLiteral("agreementTable"))->item(row, column)->text();
}

} // namespace

class TestAgreementTable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // The window goes on meanwhile: what comes is told as such.
    void comparesBesideTheWindow() {
        AgreementTable table;
        QSignalSpy compared(&table, &AgreementTable::compared);
        const std::vector maps{mapOf("one", 1), mapOf("two", 2), AgreementTable::Map{}};
        table.setMaps(maps);
        QVERIFY(!table.settled());
        QCOMPARE(cell(table, 0, 1), QStringLiteral("…"));
        QCOMPARE(cell(table, 0, 2), QStringLiteral("–")); // has no map
        QVERIFY(!table.agreement(0, 1));
        QTRY_COMPARE(compared.count(), 1);
        QVERIFY(table.settled());
        const auto region = [](const Array& map) {
            return smoothed(reduceChannels(map, ChannelReduction::Absolute), 2);
        };
        const Agreement expected = agreementOf(region(maps[0].values), region(maps[1].values));
        QCOMPARE(table.agreement(0, 1)->spearman, expected.spearman);
        QCOMPARE(table.agreement(0, 1)->ssim, expected.ssim);
        QCOMPARE(cell(table, 0, 0), QStringLiteral("1.00"));
        table.setMaps(maps); // the same
        QVERIFY(table.settled());
    }

    void ofSignedValuesWhereThatIsAsked() {
        AgreementTable table;
        const std::vector maps{mapOf("one", 1), mapOf("two", 2)};
        table.setMaps(maps);
        auto* basis = table.findChild<QComboBox*>(QStringLiteral("agreementBasis"));
        basis->setCurrentIndex(basis->findText(QStringLiteral("of signed values")));
        QTRY_VERIFY(table.settled());
        const Agreement expected = agreementOf(reduceChannels(maps[0].values, ChannelReduction::Sum),
                                               reduceChannels(maps[1].values, ChannelReduction::Sum));
        QCOMPARE(table.agreement(0, 1)->spearman, expected.spearman);
        QCOMPARE(table.figureWords(), QStringLiteral("Spearman of signed values"));
    }

    void aCellChoosesItsPair() {
        AgreementTable table;
        table.setMaps({mapOf("one", 1), mapOf("twin", 1), mapOf("three", 3)});
        QTRY_VERIFY(table.settled());
        QSignalSpy chosen(&table, &AgreementTable::pairChosen);
        auto* cells = table.findChild<QTableWidget*>(QStringLiteral("agreementTable"));
        Q_EMIT cells->cellClicked(2, 1);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toULongLong(), 2ULL);
        QCOMPARE(chosen[0][1].toULongLong(), 1ULL);
        Q_EMIT cells->cellClicked(1, 1);
        QCOMPARE(chosen.size(), 1);
        QVERIFY(cells->item(0, 1)->background().color() != cells->item(1, 2)->background().color());
    }

    // Folded, it is one line that says which two agree most and which least.
    void theDrawerSaysTheEnds() {
        AgreementDrawer drawer;
        drawer.resize(900, 30);
        drawer.show();
        AgreementTable* table = drawer.table();
        QVERIFY(!table->isVisible());
        auto twin = mapOf("twin", 1);
        table->setMaps({mapOf("one", 1), mapOf("two", 2), twin});
        QTRY_VERIFY(table->settled());
        const QString words = drawer.findChild<QLabel*>(QStringLiteral("agreementSummary"))->text();
        QVERIFY2(words.startsWith(QLatin1String("Spearman of smoothed magnitudes: most one and twin 1.00, least ")),
                 qPrintable(words));
        drawer.setOpen(true);
        QVERIFY(table->isVisible());
    }

    void onlyTheNewestMapsAreToldOf() {
        AgreementTable table;
        QSignalSpy compared(&table, &AgreementTable::compared);
        std::vector<AgreementTable::Map> many;
        for (int i = 0; i < 16; ++i)
            many.push_back(mapOf(QString::number(i), i + 1));
        table.setMaps(many);
        table.setMaps({many[3]});
        QTRY_VERIFY(table.settled());
        QCOMPARE(compared.count(), 1);
        QVERIFY(table.agreement(0, 0));
        QVERIFY(!table.agreement(0, 1));
    }
};

BLURIG_TEST(TestAgreementTable)
#include "test_agreement_table.moc"
