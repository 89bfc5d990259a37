// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audio/patches.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <numeric>

using namespace blurig;

namespace {

Array ramp(std::int64_t bands, std::int64_t frames) {
    ArrayLayout layout{.channels = 1,
                       .axes = {Axis{.name = "frequency", .size = bands, .unit = "mel band"},
                                Axis{.name = "time", .size = frames, .unit = "s", .step = 0.01}}};
    std::vector<float> values(static_cast<std::size_t>(bands * frames));
    std::iota(values.begin(), values.end(), 1.0F);
    return Array::fromHost(std::move(layout), std::move(values));
}

} // namespace

class TestPatches : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aClipHasItsPatches_data() {
        QTest::addColumn<int>("frames");
        QTest::addColumn<int>("hop");
        QTest::addColumn<int>("last");
        QTest::addColumn<QList<int>>("firsts");
        QTest::addColumn<int>("filled"); // of the last
        const int aligned = static_cast<int>(LastPatch::Aligned);
        const int padded = static_cast<int>(LastPatch::Padded);
        const int dropped = static_cast<int>(LastPatch::Dropped);
        QTest::newRow("exact") << 30 << 10 << aligned << QList{0, 10, 20} << 0;
        QTest::newRow("aligned") << 34 << 10 << aligned << QList{0, 10, 20, 24} << 0;
        QTest::newRow("padded") << 34 << 10 << padded << QList{0, 10, 20, 30} << 6;
        QTest::newRow("dropped") << 34 << 10 << dropped << QList{0, 10, 20} << 0;
        QTest::newRow("overlapping") << 22 << 5 << aligned << QList{0, 5, 10, 12} << 0;
        QTest::newRow("overlapping, exact") << 20 << 5 << padded << QList{0, 5, 10} << 0;
        QTest::newRow("apart, the end in a gap") << 24 << 14 << padded << QList{0, 14} << 0;
        QTest::newRow("shorter than one") << 4 << 10 << dropped << QList{0} << 6;
        QTest::newRow("one") << 10 << 10 << aligned << QList{0} << 0;
    }

    void aClipHasItsPatches() {
        QFETCH(int, frames);
        QFETCH(int, hop);
        QFETCH(int, last);
        QFETCH(QList<int>, firsts);
        QFETCH(int, filled);
        const auto patches = patchesOf(frames, {.length = 10, .hop = hop, .last = static_cast<LastPatch>(last)});
        QCOMPARE(patches.size(), static_cast<std::size_t>(firsts.size()));
        for (std::size_t i = 0; i < patches.size(); ++i) {
            QCOMPARE(patches[i].first, std::int64_t{firsts[static_cast<qsizetype>(i)]});
            QCOMPARE(patches[i].filled, std::int64_t{i + 1 == patches.size() ? filled : 0});
        }
    }

    void aPatchIsAPartOfTheWhole() {
        const Array whole = ramp(3, 34);
        const Array inside = patchOf(whole, {.first = 12, .length = 10}, -1);
        QCOMPARE(inside.layout().axes[1].size, std::int64_t{10});
        QCOMPARE(inside.layout().axes[1].step, 0.01);
        QCOMPARE(inside.host()[10], 1.0F + 34 + 12);
        const Array end = patchOf(whole, {.first = 30, .length = 10, .filled = 6}, -1);
        QCOMPARE(end.host()[3], 34.0F);
        QCOMPARE(end.host()[4], -1.0F);
    }

    void patchesOfAWholeGiveItBack_data() {
        QTest::addColumn<int>("frames");
        QTest::addColumn<int>("hop");
        QTest::newRow("side by side") << 34 << 10;
        QTest::newRow("overlapping") << 37 << 4;
        QTest::newRow("short") << 6 << 10;
    }

    void patchesOfAWholeGiveItBack() {
        QFETCH(int, frames);
        QFETCH(int, hop);
        const Array whole = ramp(3, frames);
        for (const LastPatch last : {LastPatch::Aligned, LastPatch::Padded}) {
            const auto patches = patchesOf(frames, {.length = 10, .hop = hop, .last = last});
            std::vector<Array> maps;
            for (const Patch& patch : patches)
                maps.push_back(patchOf(whole, patch, 99));
            const Array joined = stitched(maps, patches, frames);
            QCOMPARE(joined.layout(), whole.layout());
            QVERIFY(std::ranges::equal(joined.host(), whole.host()));
        }
    }

    void overlapsAreTheirMean() {
        const std::vector<Patch> patches{{.first = 0, .length = 4}, {.first = 2, .length = 4}};
        const Array one = ramp(1, 4);
        const Array joined = stitched(std::vector{one, one}, patches, 7);
        QCOMPARE((std::vector<float>{joined.host().begin(), joined.host().end()}),
                 (std::vector<float>{1, 2, 2, 3, 3, 4, 0})); // the last frame has no patch
    }
};

BLURIG_TEST(TestPatches)
#include "test_patches.moc"
