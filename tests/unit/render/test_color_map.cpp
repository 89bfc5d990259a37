// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/render/color_map.h"
#include "core/render/lab.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace blurig;

namespace {

using Rgb = std::array<std::uint8_t, 3>;

// Machado, Oliveira and Fernandes 2009, severity 1, applied to linear light.
struct Vision {
    const char* name;
    double matrix[3][3];
};
constexpr Vision visions[] = {
    {"protanopia", {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
    {"deuteranopia",
     {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
};

Rgb seenBy(const Vision& vision, const Rgb& color) {
    Rgb result{};
    double linear[3];
    for (std::size_t channel = 0; channel < 3; ++channel)
        linear[channel] = std::pow(color[channel] / 255.0, 2.2);
    for (std::size_t row = 0; row < 3; ++row) {
        double sum = 0;
        for (std::size_t column = 0; column < 3; ++column)
            sum += vision.matrix[row][column] * linear[column];
        result[row] = static_cast<std::uint8_t>(std::lround(255 * std::pow(std::clamp(sum, 0.0, 1.0), 1 / 2.2)));
    }
    return result;
}

double apart(const Rgb& first, const Rgb& second) {
    return difference(lab(first), lab(second));
}

} // namespace

class TestColorMap : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void labOfKnownColors_data() {
        QTest::addColumn<int>("red");
        QTest::addColumn<int>("green");
        QTest::addColumn<int>("blue");
        QTest::addColumn<double>("lightness");
        QTest::addColumn<double>("a");
        QTest::addColumn<double>("b");
        // CIE values of sRGB's primaries under D65
        QTest::newRow("white") << 255 << 255 << 255 << 100.0 << 0.0 << 0.0;
        QTest::newRow("black") << 0 << 0 << 0 << 0.0 << 0.0 << 0.0;
        QTest::newRow("red") << 255 << 0 << 0 << 53.24 << 80.09 << 67.20;
        QTest::newRow("blue") << 0 << 0 << 255 << 32.30 << 79.19 << -107.86;
    }
    void labOfKnownColors() {
        QFETCH(int, red);
        QFETCH(int, green);
        QFETCH(int, blue);
        const Rgb color{static_cast<std::uint8_t>(red), static_cast<std::uint8_t>(green),
                        static_cast<std::uint8_t>(blue)};
        const Lab found = lab(color);
        QFETCH(double, lightness);
        QFETCH(double, a);
        QFETCH(double, b);
        // matrices of four digits
        QVERIFY(difference(found, {lightness, a, b}) < 0.1);
        QCOMPARE(srgb(found), color);
    }

    void defaultIsDivergingAndIdsDiffer() {
        QCOMPARE(colorMaps().front().id, std::string("blue-orange"));
        QVERIFY(colorMaps().front().kind == ColorMap::Kind::Diverging);
        std::set<std::string> ids;
        for (const ColorMap& map : colorMaps())
            ids.insert(map.id);
        QCOMPARE(ids.size(), colorMaps().size());
    }

    void unknownIdListsTheKnown() {
        try {
            colorMapById("jet");
            QFAIL("there is no such map");
        } catch (const Error& error) {
            QVERIFY(error.code() == ErrorCode::Argument);
            QVERIFY(std::string(error.what()).find("blue-orange") != std::string::npos);
        }
    }

    void colorsFitTheKind() {
        using Kind = ColorMap::Kind;
        QCOMPARE(fittingColorMap("green-purple", Kind::Diverging).id, std::string("green-purple"));
        QCOMPARE(fittingColorMap("grey", Kind::Sequential).id, std::string("grey"));
        QCOMPARE(fittingColorMap("", Kind::Diverging).id, std::string("blue-orange"));
        QCOMPARE(fittingColorMap("", Kind::Sequential).id, std::string("cividis"));
        QCOMPARE(fittingColorMap("green-purple", Kind::Sequential).id, std::string("cividis"));
        QCOMPARE(fittingColorMap("grey", Kind::Diverging).id, std::string("blue-orange"));
        QCOMPARE(fittingColorMap("of 2031", Kind::Diverging).id, std::string("blue-orange"));
    }

    void smallTextNeedsContrast() {
        const std::array<std::uint8_t, 3> white{255, 255, 255};
        QVERIFY(readableOn(white, {0, 0, 0}));
        QVERIFY(readableOn({0, 0, 0}, white));
        QVERIFY(readableOn(white, {110, 110, 110}));
        QVERIFY(!readableOn(white, {140, 140, 140}));
        QVERIFY(!readableOn(white, {255, 234, 70})); // the bright end of cividis
        QVERIFY(!readableOn(white, white));
    }

    void centreIsNeutral_data() { maps(ColorMap::Kind::Diverging); }
    void centreIsNeutral() {
        QFETCH(QString, id);
        const ColorMap& map = colorMapById(id.toStdString());
        QCOMPARE(map.colors[127], map.colors[128]);
        const Lab centre = lab(map.colors[127]);
        QVERIFY2(std::hypot(centre.a, centre.b) < 1.0, "the colour of zero has a tint");
    }

    void armsMirrorEachOther_data() { maps(ColorMap::Kind::Diverging); }
    void armsMirrorEachOther() {
        QFETCH(QString, id);
        const ColorMap& map = colorMapById(id.toStdString());
        if (map.id == "black-white")
            QSKIP("its arms differ in lightness by design");
        for (std::size_t step = 0; step < 128; ++step) {
            const double low = lab(map.colors[127 - step]).lightness;
            const double high = lab(map.colors[128 + step]).lightness;
            // 8 bits and the edge of what a screen can show
            QVERIFY2(std::abs(low - high) < 2.0,
                     qPrintable(QString("step %1: %2 and %3").arg(step).arg(low).arg(high)));
        }
    }

    void stepsAreEven_data() { maps(std::nullopt); }
    void stepsAreEven() {
        QFETCH(QString, id);
        const ColorMap& map = colorMapById(id.toStdString());
        std::vector<double> strides; // over 8 entries: single steps drown in the rounding to 8 bits
        for (std::size_t index = 0; index + 8 < 256; index += 4)
            if (map.kind == ColorMap::Kind::Sequential || index + 8 < 128 || index >= 128)
                strides.push_back(apart(map.colors[index], map.colors[index + 8]));
        const auto [least, most] = std::minmax_element(strides.begin(), strides.end());
        QVERIFY2(*most < 2.0 * *least, qPrintable(QString("steps from %1 to %2").arg(*least).arg(*most)));
    }

    void signsDifferForEveryReader_data() { maps(ColorMap::Kind::Diverging); }
    void signsDifferForEveryReader() {
        QFETCH(QString, id);
        const ColorMap& map = colorMapById(id.toStdString());
        const bool safe = map.label.find("not colour-blind safe") == std::string::npos;
        double least = 1e9;
        for (const Vision& vision : visions)
            least = std::min(least, apart(seenBy(vision, map.colors[64]), seenBy(vision, map.colors[191])));
        // CIE76 2.3 is just noticeable
        QVERIFY2((least > 20) == safe, qPrintable(QString("%1 apart").arg(least)));
    }

private:
    static void maps(std::optional<ColorMap::Kind> kind) {
        QTest::addColumn<QString>("id");
        for (const ColorMap& map : colorMaps())
            if (!kind || map.kind == *kind)
                QTest::newRow(map.id.c_str()) << QString::fromStdString(map.id);
    }
};

BLURIG_TEST(TestColorMap)
#include "test_color_map.moc"
