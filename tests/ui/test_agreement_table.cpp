// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/map_render.h"
#include "tests/support/test_class.h"
#include "ui/pages/compare/agreement_table.h"

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
        table.setMaps(maps, ChannelReduction::Sum);
        QVERIFY(!table.settled());
        QCOMPARE(cell(table, 0, 1), QStringLiteral("…"));
        QCOMPARE(cell(table, 0, 2), QStringLiteral("–")); // has no map
        QVERIFY(!table.agreement(0, 1));
        QTRY_COMPARE(compared.count(), 1);
        QVERIFY(table.settled());
        const Agreement expected = agreementOf(reduceChannels(maps[0].values, ChannelReduction::Sum),
                                               reduceChannels(maps[1].values, ChannelReduction::Sum));
        QCOMPARE(table.agreement(0, 1)->spearman, expected.spearman);
        QCOMPARE(table.agreement(0, 1)->ssim, expected.ssim);
        QCOMPARE(cell(table, 0, 0), QStringLiteral("1.00"));
        table.setMaps(maps, ChannelReduction::Sum); // the same
        QVERIFY(table.settled());
    }

    void onlyTheNewestMapsAreToldOf() {
        AgreementTable table;
        QSignalSpy compared(&table, &AgreementTable::compared);
        std::vector<AgreementTable::Map> many;
        for (int i = 0; i < 16; ++i)
            many.push_back(mapOf(QString::number(i), i + 1));
        table.setMaps(many, ChannelReduction::Sum);
        table.setMaps({many[3]}, ChannelReduction::Absolute);
        QTRY_VERIFY(table.settled());
        QCOMPARE(compared.count(), 1);
        QVERIFY(table.agreement(0, 0));
        QVERIFY(!table.agreement(0, 1));
    }
};

BLURIG_TEST(TestAgreementTable)
#include "test_agreement_table.moc"
