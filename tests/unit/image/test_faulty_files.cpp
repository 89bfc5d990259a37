// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/array/file_bytes.h"
#include "core/image/picture.h"
#include "picture_values.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <algorithm>
#include <cstdlib>

using namespace blurig;
using namespace blurig::test;

namespace {

std::string pathOf(const std::string& file) {
    return std::string(BLURIG_TEST_DATA "/faults/") + file;
}

QString notesOf(const Picture& picture) {
    QString all;
    for (const std::string& note : picture.notes())
        all += QString::fromStdString(note) + " | ";
    return all;
}

} // namespace

// Files of tests/data/faults, each the smallest of a kind that other programs were told of.
class TestFaultyFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // 90 x 70 in tiles of 64 x 64, not compressed: the numbers stand in the file, and it is read by hand here.
    void tiledGreyOf16Bits() {
        const std::vector<std::byte> bytes = readFile(pathOf("18_grey16_tiled/grey16_tiled.tif"));
        constexpr std::array<std::size_t, 4> tiles{288, 8480, 16672, 24864};
        const Picture picture = decodePicture(bytes, "tiled");
        QCOMPARE(picture.width(), 90);
        QCOMPARE(picture.height(), 70);
        const std::vector<float> values = planarValues(picture);
        for (std::size_t y = 0; y < 70; ++y)
            for (std::size_t x = 0; x < 90; ++x) {
                const std::size_t at = tiles[y / 64 * 2 + x / 64] + 2 * (y % 64 * 64 + x % 64);
                const auto stored = std::to_integer<unsigned>(bytes[at]) | std::to_integer<unsigned>(bytes[at + 1])
                                                                               << 8;
                QCOMPARE(values[y * 90 + x], static_cast<float>(stored) / 65535.0F);
            }
    }

    // 64 x 64 x 4 bytes from 288 on: the near infrared is no alpha.
    void threeBandsOfFour() {
        const std::vector<std::byte> bytes = readFile(pathOf("19_rgb_nir/rgbn.tif"));
        const Picture picture = decodePicture(bytes, "bands");
        for (std::size_t pixel = 0; pixel < std::size_t{64} * 64; ++pixel)
            for (std::size_t channel = 0; channel < 3; ++channel)
                QCOMPARE(unsigned{picture.rgb8()[3 * pixel + channel]},
                         std::to_integer<unsigned>(bytes[288 + 4 * pixel + channel]));
        QVERIFY(notesOf(picture).contains("1 extra channel ignored"));
    }

    void linearColours() {
        const Picture plain = readPicture(pathOf("20_linear_colours/plain.png"));
        const Picture stored = readPicture(pathOf("20_linear_colours/linear_icc.png"));
        QVERIFY2(notesOf(stored).contains("is not applied: it would change the picture by 0.22"),
                 qPrintable(notesOf(stored)));
        const Picture converted =
            readPicture(pathOf("20_linear_colours/linear_icc.png"), {.colours = ColourConversion::ToSrgb});
        int greatest = 0;
        for (std::size_t i = 0; i < plain.rgb8().size(); ++i)
            greatest = std::max(greatest, std::abs(converted.rgb8()[i] - plain.rgb8()[i]));
        QVERIFY2(greatest <= 12, qPrintable(QString::number(greatest))); // a step of 1/255 of linear light, near black
    }

    void strayBytesInJpegs_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("note");
        QTest::newRow("between segments") << "21_jpeg_stray_bytes/gap2.jpg"
                                          << "stray bytes between its segments skipped";
        QTest::newRow("before the end mark") << "21_jpeg_stray_bytes/gap_eoi.jpg"
                                             << "stray bytes after its picture data skipped";
        QTest::newRow("a broken profile") << "22_jpeg_bad_icc/bad_icc.jpg"
                                          << "its ICC colour profile is damaged and is not applied";
    }

    void strayBytesInJpegs() {
        QFETCH(QString, file);
        QFETCH(QString, note);
        const Picture plain = readPicture(pathOf("21_jpeg_stray_bytes/plain.jpg"));
        QVERIFY(plain.notes().empty());
        const Picture picture = readPicture(pathOf(file.toStdString()));
        QVERIFY(std::ranges::equal(picture.rgb8(), plain.rgb8()));
        QVERIFY2(notesOf(picture).contains(note), qPrintable(notesOf(picture)));
    }
};

BLURIG_TEST(TestFaultyFiles)
#include "test_faulty_files.moc"
