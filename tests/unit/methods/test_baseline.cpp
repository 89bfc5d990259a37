// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/methods/baseline.h"
#include "tests/support/path_cases.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <cmath>

using namespace blurig;
using namespace blurig::test;

namespace {

Array picture() {
    ArrayLayout layout = pictureLayout(3, 6, 8);
    layout.range = {.low = -1, .high = 3, .unit = ""};
    const Array rough = roughPicture(3, 6, 8);
    return Array::fromHost(layout, {rough.host().begin(), rough.host().end()});
}

std::vector<Baseline> make(std::string_view kind, const Array& own = {}, std::uint64_t seed = 7) {
    return makeBaselines(kind, picture(), 3, seed, {.name = "own image", .image = own});
}

} // namespace

class TestBaseline : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyKindHasTheInputsLayout() {
        for (const BaselineKind& kind : baselineKinds())
            for (const Baseline& baseline : make(kind.id, picture())) {
                QVERIFY(baseline.image.layout() == picture().layout());
                QVERIFY(!baseline.name.empty());
            }
    }

    void constants_data() {
        QTest::addColumn<std::string>("kind");
        QTest::addColumn<QList<double>>("expected");
        QTest::newRow("black") << std::string("black") << QList<double>{-1};
        QTest::newRow("white") << std::string("white") << QList<double>{3};
        QTest::newRow("both") << std::string("black+white") << QList<double>{-1, 3};
        QTest::newRow("listed") << std::string("white, black") << QList<double>{3, -1};
    }

    void constants() {
        QFETCH(std::string, kind);
        QFETCH(QList<double>, expected);
        const auto baselines = make(kind);
        QCOMPARE(static_cast<qsizetype>(baselines.size()), expected.size());
        for (std::size_t i = 0; i < baselines.size(); ++i)
            for (const double value : values(baselines[i].image))
                QCOMPARE(value, expected[static_cast<qsizetype>(i)]);
    }

    void randomIsSeededAndUniform() {
        const auto baselines = make("random");
        QCOMPARE(baselines.size(), std::size_t{3});
        QCOMPARE(baselines[1].name, std::string("random 2 of 3 (seed 7)"));
        QCOMPARE(values(baselines[2].image), values(make("random")[2].image));
        QVERIFY(values(baselines[0].image) != values(baselines[1].image));
        QVERIFY(values(baselines[0].image) != values(make("random", {}, 8)[0].image));
        double mean = 0;
        for (const double value : values(baselines[0].image)) {
            QVERIFY(value >= -1 && value < 3);
            mean += value / 144;
        }
        QVERIFY(std::abs(mean - 1) < 0.4); // 4 standard deviations of the mean of 144
    }

    // The standard fixes the 64-bit Mersenne twister.
    void randomIsTheSameOnEveryMachine() {
        const double first = values(makeBaselines("random", constantPicture(1, 2, 2, 0), 1, 5489, {})[0].image)[0];
        // The first output from seed 5489 is 14514284786278117030.
        const auto expected = static_cast<float>(static_cast<double>(14514284786278117030ULL >> 11) * 0x1p-53);
        QCOMPARE(first, static_cast<double>(expected));
    }

    void greyIsTheLuma() {
        const Array grey = make("grey")[0].image;
        const std::vector<double> z = values(picture());
        for (std::size_t i = 0; i < 48; ++i) {
            const double luma = 0.299 * z[i] + 0.587 * z[48 + i] + 0.114 * z[96 + i];
            for (std::size_t channel = 0; channel < 3; ++channel)
                QVERIFY(std::abs(values(grey)[48 * channel + i] - luma) < 1e-6);
        }
    }

    void meanAndBlurKeepTheMean() {
        for (const char* kind : {"mean", "blurred"}) {
            const std::vector<double> image = values(make(kind)[0].image);
            const std::vector<double> z = values(picture());
            double difference = 0;
            for (std::size_t i = 0; i < 48; ++i)
                difference += (image[i] - z[i]) / 48;
            QVERIFY(std::abs(difference) < 1e-5);
        }
        QCOMPARE(make("blurred")[0].name, std::string("blurred (sigma 0.8 px)"));
        QCOMPARE(makeBaselines("blurred", picture(), 1, 1, {}, 2.5)[0].name, std::string("blurred (sigma 2.5 px)"));
    }

    void ownIsFoundInAList() {
        QVERIFY(needsOwnImage("own") && needsOwnImage("black, own"));
        QVERIFY(!needsOwnImage("black,white") && !needsOwnImage("owned"));
    }

    void refuses_data() {
        QTest::addColumn<std::string>("kind");
        QTest::addColumn<bool>("withOwn");
        QTest::addColumn<QString>("part");
        QTest::newRow("unknown") << std::string("pink") << false << "black, white, black+white, random";
        QTest::newRow("unknown in a list") << std::string("black,pink") << false << "\"pink\"";
        QTest::newRow("empty word") << std::string("black,") << false << "\"\"";
        QTest::newRow("twice") << std::string("black,black+white") << false << "black is named twice";
        QTest::newRow("no own image") << std::string("own") << false << "no image";
        QTest::newRow("own of another size") << std::string("own") << true << "does not have the size";
    }

    void refuses() {
        QFETCH(std::string, kind);
        QFETCH(bool, withOwn);
        QFETCH(QString, part);
        try {
            make(kind, withOwn ? roughPicture(3, 8, 8) : Array());
            QFAIL("accepted");
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::Argument);
            QVERIFY2(QString(error.what()).contains(part), error.what());
        }
    }
};

BLURIG_TEST(TestBaseline)
#include "test_baseline.moc"
