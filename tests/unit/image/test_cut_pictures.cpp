// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/image/picture.h"
#include "encoders.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace blurig;
using namespace blurig::test;

namespace {

struct Case {
    const char* title;
    Bytes bytes;
    std::size_t spare; // bytes at the end that carry no pixels and may be missing: only padding, see below
};

std::vector<int> values(int count, int largest) {
    std::vector<int> list;
    for (int i = 0; i < count; ++i)
        list.push_back((i * 37 + 11) % (largest + 1));
    return list;
}

Samples indices(int count) {
    Samples list;
    for (int i = 0; i < count; ++i)
        list.push_back(static_cast<std::uint8_t>((i * 7 + i / 5) % 4));
    return list;
}

std::vector<Case> cases() {
    const Samples rgb = pattern(23, 17);
    const Samples rgba(std::size_t{23} * 17 * 4, 77);
    const Samples deep(std::size_t{23} * 17 * 6, 99);
    return {
        {"PNG", png(23, 17, rgb), 0},
        {"PNG, interlaced", png(23, 17, rgb, {.interlaced = true}), 0},
        {"PNG, 16 bits", png(23, 17, deep, {.bits = 16}), 0},
        {"JPEG", jpeg(23, 17, rgb), 0},
        {"JPEG, progressive", jpeg(23, 17, rgb, {.progressive = true}), 0},
        {"JPEG, CMYK", jpeg(23, 17, rgba, {.components = 4, .adobe = true}), 0},
        {"WebP, lossy", webp(23, 17, rgb, WebpKind::Lossy), 1},       // the container's padding byte
        {"WebP, lossless", webp(23, 17, rgb, WebpKind::Lossless), 1}, // likewise
        {"WebP, animated", animatedWebp(23, 17, rgb, 3), 1},          // likewise
        {"TIFF, directory first", tiff(23, 17, rgb), 0},
        {"TIFF, directory last", tiff(23, 17, rgb, {.directoryLast = true}), 4}, // where the next page would be
        {"TIFF, 16 bits", tiff(23, 17, deep, {.bits = 16}), 0},
        {"BMP", bmp24(23, 17, rgb), 3}, // the last row's padding
        {"BMP, run lengths", bmpRle8(23, 17, Samples(rgb.begin(), rgb.begin() + 23 * 17)), 0},
        {"GIF", gif(23, 17, indices(23 * 17)), 0},
        {"GIF, interlaced", gif(23, 17, indices(23 * 17), {.interlaced = true}), 0},
        {"GIF, animated", gif(23, 17, indices(23 * 17), {.frames = 3}), 0},
        {"PBM, text", pnm(1, 23, 17, 1, values(23 * 17, 1)), 1}, // the space after the last digit
        {"PGM, text", pnm(2, 23, 17, 200, values(23 * 17, 200)), 0},
        {"PPM, text", pnm(3, 23, 17, 255, values(23 * 17 * 3, 255)), 0},
        {"PBM", pnm(4, 23, 17, 1, values(23 * 17, 1)), 0},
        {"PGM", pnm(5, 23, 17, 255, values(23 * 17, 255)), 0},
        {"PPM", pnm(6, 23, 17, 65535, values(23 * 17 * 3, 65535)), 0},
    };
}

} // namespace

class TestCutPictures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void neverOpensAFileThatIsCutOff_data() { eachCase(); }
    void neverOpensAFileThatIsCutOff() {
        QFETCH(int, index);
        const Case& sample = m_cases.at(static_cast<std::size_t>(index));
        QVERIFY(!decodePicture(sample.bytes, "whole").empty());
        for (std::size_t length = 0; length + sample.spare < sample.bytes.size(); ++length) {
            const std::string outcome = outcomeOf(first(sample.bytes, length));
            // A signature that is cut itself says nothing about the format.
            const bool refused = outcome == "damaged-picture" || (length < 20 && outcome == "not-a-picture");
            QVERIFY2(refused, qPrintable(QString("%1 of %2 bytes: %3")
                                             .arg(length)
                                             .arg(sample.bytes.size())
                                             .arg(QString::fromStdString(outcome))));
        }
    }

    // Each scan but the last leaves a softer picture that libjpeg finds nothing wrong with.
    void missesTheScansOfAProgressiveJpeg() {
        const Bytes whole = jpeg(64, 64, pattern(64, 64), {.progressive = true});
        int scans = 0;
        for (std::size_t i = 0; i + 1 < whole.size(); ++i) {
            // Before a scan stands its table of codes.
            if (whole[i] != std::byte{0xFF} || whole[i + 1] != std::byte{0xC4} || scans++ < 1)
                continue;
            Bytes cut = first(whole, i);
            cut.insert(cut.end(), {std::byte{0xFF}, std::byte{0xD9}});
            QCOMPARE(outcomeOf(cut), std::string("damaged-picture"));
        }
        QVERIFY(scans > 4);
    }

    // Whatever the bytes say, the answer is a picture or an Error; the sanitizers watch.
    void survivesDamage_data() { eachCase(); }
    void survivesDamage() {
        QFETCH(int, index);
        const Bytes& whole = m_cases.at(static_cast<std::size_t>(index)).bytes;
        std::mt19937 random(1);
        for (int trial = 0; trial < 300; ++trial) {
            Bytes bytes = whole;
            for (int change = 0; change < 1 + trial % 4; ++change)
                bytes.at(random() % bytes.size()) = static_cast<std::byte>(random());
            QVERIFY(!outcomeOf(bytes).empty());
        }
    }

private:
    void eachCase() {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < m_cases.size(); ++i)
            QTest::newRow(m_cases[i].title) << static_cast<int>(i);
    }

    static std::string outcomeOf(const Bytes& bytes) {
        try {
            const Picture picture = decodePicture(bytes, "cut");
            return "opened, " + std::to_string(picture.width()) + " wide";
        } catch (const Error& error) {
            return std::string(name(error.code()));
        }
    }

    const std::vector<Case> m_cases = cases();
};

BLURIG_TEST(TestCutPictures)
#include "test_cut_pictures.moc"
