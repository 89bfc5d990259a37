// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/record/array_file.h"
#include "core/record/npy.h"
#include "core/record/tiff_file.h"
#include "tests/support/test_class.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <tiffio.h>

using namespace blurig;

namespace {

Array rough(std::int64_t channels, std::int64_t height, std::int64_t width) {
    std::vector<float> values(static_cast<std::size_t>(channels * height * width));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = -3.5e-7F * static_cast<float>(i * i % 1013) + 0.1F;
    return Array::fromHost(pictureLayout(channels, height, width), std::move(values));
}

// Every page's values by libtiff's own reader.
std::vector<std::vector<float>> pages(const QString& file, std::uint32_t& width, std::uint32_t& height) {
    std::vector<std::vector<float>> result;
    const std::unique_ptr<TIFF, void (*)(TIFF*)> tiff(TIFFOpen(qPrintable(file), "r"), TIFFClose);
    if (!tiff)
        return result;
    do {
        TIFFGetField(tiff.get(), TIFFTAG_IMAGEWIDTH, &width);
        TIFFGetField(tiff.get(), TIFFTAG_IMAGELENGTH, &height);
        std::vector<float>& page = result.emplace_back(std::size_t{width} * height);
        for (std::uint32_t row = 0; row < height; ++row)
            TIFFReadScanline(tiff.get(), page.data() + std::size_t{row} * width, row);
    } while (TIFFReadDirectory(tiff.get()) == 1);
    return result;
}

} // namespace

class TestTiffFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itIsReadBack() {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("map.tif")).toStdString();
        const Array array = rough(3, 5, 7);
        writeTiff(file, array);
        const Array read = readTiff(file);
        QVERIFY(read.layout() == array.layout());
        QVERIFY(std::ranges::equal(read.host(), array.host()));
        QFile cut(folder.filePath(QStringLiteral("map.tif")));
        QVERIFY(cut.open(QIODevice::ReadWrite) && cut.resize(120));
        cut.close();
        QVERIFY_EXCEPTION_THROWN(readTiff(file), Error);
        writeNpy(file, array);
        QVERIFY_EXCEPTION_THROWN(readTiff(file), Error);
    }

    void aPageAChannel_data() {
        QTest::addColumn<int>("channels");
        QTest::newRow("one") << 1;
        QTest::newRow("three") << 3;
        QTest::newRow("many") << 20;
    }
    void aPageAChannel() {
        QFETCH(const int, channels);
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("map.tif"));
        const Array array = rough(channels, 5, 7);
        writeTiff(file.toStdString(), array);
        std::uint32_t width = 0;
        std::uint32_t height = 0;
        const auto read = pages(file, width, height);
        QCOMPARE(read.size(), static_cast<std::size_t>(channels));
        QCOMPARE(width, 7U);
        QCOMPARE(height, 5U);
        std::vector<float> all;
        for (const auto& page : read)
            all.insert(all.end(), page.begin(), page.end());
        QVERIFY(std::ranges::equal(all, array.host()));
    }

    void theEndingDecides() {
        const QTemporaryDir folder;
        const Array array = rough(3, 4, 4);
        const auto path = [&](const char* name) { return folder.filePath(QString::fromLatin1(name)).toStdString(); };
        writeArray(path("a.TIFF"), array);
        std::uint32_t width = 0;
        std::uint32_t height = 0;
        QCOMPARE(pages(QString::fromStdString(path("a.TIFF")), width, height).size(), std::size_t{3});
        writeArray(path("a.npy"), array);
        QVERIFY(std::ranges::equal(readNpy(path("a.npy")).host(), array.host()));
        try {
            writeArray(path("a.png"), array);
            QFAIL("it was written");
        } catch (const Error& error) {
            QVERIFY(error.code() == ErrorCode::Argument);
            QCOMPARE(error.where(), path("a.png"));
        }
    }
};

BLURIG_TEST(TestTiffFile)
#include "test_tiff_file.moc"
