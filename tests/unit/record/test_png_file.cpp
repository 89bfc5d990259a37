// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/png_file.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <array>
#include <string_view>

using namespace blurig;

namespace {

Raster raster(std::uint8_t alpha) {
    auto rgba = std::make_shared<std::vector<std::uint8_t>>(
        std::vector<std::uint8_t>{1, 2, 3, 255, 4, 5, 6, 255, 7, 8, 9, 255, 250, 251, 252, alpha});
    return {2, 2, rgba};
}

bool contains(const std::vector<std::byte>& bytes, std::string_view part) {
    return std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()).find(part) !=
           std::string_view::npos;
}

} // namespace

class TestPngFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void colorTypeFollowsAlpha() {
        // byte 25 of a PNG is its colour type: 2 is RGB, 6 is RGBA
        QCOMPARE(encodePng(raster(255)).at(25), std::byte{2});
        QCOMPARE(encodePng(raster(254)).at(25), std::byte{6});
    }

    void textsReadBack_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("short") << QByteArray("{}");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("UTF-8") << QByteArray("\xcf\x83 = 5, cr\xc3\xa8me");
        QTest::newRow("long") << QByteArray(100000, 'x');
    }
    void textsReadBack() {
        QFETCH(QByteArray, text);
        const std::string value = text.toStdString();
        const auto bytes =
            encodePng(raster(255), {.texts = {{"blurig-choice", value}, {"Software", "BlurIG Explorer"}}});
        QVERIFY(contains(bytes, "iTXt"));
        QCOMPARE(pngText(bytes, "blurig-choice").value_or("none"), value);
        QCOMPARE(pngText(bytes, "Software").value_or("none"), std::string("BlurIG Explorer"));
        QVERIFY(!pngText(bytes, "Title"));
    }

    void textsMayFollowThePixels() {
        // The text chunk moved behind the pixels, as other programs do when they save.
        const auto with = encodePng(raster(255), {.texts = {{"k", "moved"}}});
        const auto without = encodePng(raster(255));
        const std::size_t header = 8 + 25; // signature, IHDR
        const std::size_t chunk = with.size() - without.size();
        std::vector<std::byte> moved(with.begin(), with.begin() + header);
        const auto rest = with.begin() + static_cast<std::ptrdiff_t>(header + chunk);
        moved.insert(moved.end(), rest, with.end() - 12); // up to IEND
        moved.insert(moved.end(), with.begin() + header, rest);
        moved.insert(moved.end(), with.end() - 12, with.end());
        QCOMPARE(pngText(moved, "k").value_or("none"), std::string("moved"));
    }

    void whatIsNoPngHasNoText() {
        QVERIFY(!pngText({}, "k"));
        const std::vector<std::byte> zeros(100);
        QVERIFY(!pngText(zeros, "k"));
    }

    void aCutPngKeepsTheTextBeforeTheCut() {
        const auto bytes = encodePng(raster(255), {.texts = {{"k", "early"}}});
        for (std::size_t length = 0; length < bytes.size(); ++length)
            pngText(std::span(bytes).first(length), "k"); // must neither crash nor throw
        QCOMPARE(pngText(std::span(bytes).first(bytes.size() - 20), "k").value_or("none"), std::string("early"));
    }
};

BLURIG_TEST(TestPngFile)
#include "test_png_file.moc"
