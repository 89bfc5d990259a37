// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/image/picture.h"
#include "encoders.h"
#include "tests/support/test_class.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <unistd.h>

using namespace blurig;
using namespace blurig::test;

namespace {

QByteArray asQt(const Bytes& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

Bytes damagedAt(Bytes bytes, std::size_t position) {
    bytes.at(position) ^= std::byte{0x55};
    return bytes;
}

// A JPEG's height and width stand in its frame header.
Bytes jpegOfSize(int width, int height) {
    Bytes bytes = jpeg(8, 8, pattern(8, 8));
    for (std::size_t i = 0; i + 8 < bytes.size(); ++i)
        if (bytes[i] == std::byte{0xFF} && bytes[i + 1] == std::byte{0xC0}) {
            bytes[i + 5] = static_cast<std::byte>(height >> 8);
            bytes[i + 6] = static_cast<std::byte>(height);
            bytes[i + 7] = static_cast<std::byte>(width >> 8);
            bytes[i + 8] = static_cast<std::byte>(width);
            break;
        }
    return bytes;
}

// The first such bytes replaced by others.
Bytes replaced(Bytes bytes, const std::vector<unsigned>& from, const std::vector<unsigned>& to) {
    const auto same = [](std::byte byte, unsigned value) { return byte == static_cast<std::byte>(value); };
    const auto at = std::search(bytes.begin(), bytes.end(), from.begin(), from.end(), same);
    std::transform(to.begin(), to.end(), at, [](unsigned value) { return static_cast<std::byte>(value); });
    return bytes;
}

Bytes gifOfSize(int size) {
    Bytes bytes = gif(2, 2, {0, 1, 2, 3});
    for (const std::size_t position : {6U, 8U}) {
        bytes.at(position) = static_cast<std::byte>(size);
        bytes.at(position + 1) = static_cast<std::byte>(size >> 8);
    }
    return bytes;
}

Bytes bmpOfSize(int size) {
    Bytes bytes = bmp24(2, 2, pattern(2, 2));
    for (const std::size_t position : {18U, 22U}) {
        bytes.at(position) = static_cast<std::byte>(size);
        bytes.at(position + 1) = static_cast<std::byte>(size >> 8);
    }
    return bytes;
}

// Lossless WebP: 14 bits each of width - 1 and height - 1 after the signature byte.
Bytes webpOfSize(unsigned size) {
    Bytes bytes = webp(2, 2, pattern(2, 2), WebpKind::Lossless);
    const unsigned packed = (size - 1) | (size - 1) << 14;
    for (std::size_t i = 0; i < 3; ++i)
        bytes.at(21 + i) = static_cast<std::byte>(packed >> (8 * i));
    bytes.at(24) = static_cast<std::byte>((packed >> 24) | (std::to_integer<unsigned>(bytes.at(24)) & 0xF0U));
    return bytes;
}

} // namespace

class TestBadPictures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysWhatIsWrong_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("contents");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("part");
        const auto row = [](const char* title, const char* file, const Bytes& bytes, ErrorCode code, const char* part) {
            const std::string_view codeName = name(code);
            QTest::newRow(title) << QString(file) << asQt(bytes)
                                 << QString::fromUtf8(codeName.data(), static_cast<qsizetype>(codeName.size()))
                                 << QString(part);
        };
        using enum ErrorCode;
        row("0 bytes", "empty.png", {}, UnreadableFile, "is empty (0 bytes)");
        row("text", "notes.png", bytesOf("These are notes.\n"), NotAPicture, "seems to be text");
        row("text that begins like a BMP", "a.bmp", bytesOf("BMW builds motor cars.\n"), NotAPicture, "text");
        row("HTML", "photo.jpg", bytesOf("<!DOCTYPE html><html><body>404</body></html>"), NotAPicture, "a web page");
        row("SVG", "drawing.svg", bytesOf("<svg xmlns='http://www.w3.org/2000/svg'/>"), NotAPicture, "SVG");
        row("PDF", "paper.png", bytesOf("%PDF-1.7\n\xe2\xe3"), NotAPicture, "a PDF document");
        row("ZIP", "model.png", bytesOf(std::string("PK\3\4\0\0\0\0", 8)), NotAPicture, "a ZIP archive");
        row("HEIC", "IMG_1.HEIC",
            bytesOf(std::string("\0\0\0\x18"
                                "ftypheic",
                                12)),
            NotAPicture, "HEIC");
        row("noise", "noise.png", bytesOf("\x01\x02\x03\x04\x05"), NotAPicture,
            "is not a picture in a supported format");
        row("PNG of 1 x 1", "dot.png", png(1, 1, {1, 2, 3}), PictureSize, "is 1 x 1 pixels, which is too small");
        row("JPEG of 1 x 1", "dot.jpg", jpeg(1, 1, {1, 2, 3}), PictureSize, "too small");
        row("PNM of 0 x 0", "dot.pgm", bytesOf("P5 0 0 255\n"), PictureSize, "too small");
        row("PNG of 20000 x 20000", "big.png", png(20000, 20000, {}), PictureSize, "20000 x 20000 pixels, more than");
        row("JPEG of 20000 x 20000", "big.jpg", jpegOfSize(20000, 20000), PictureSize, "100 million");
        row("GIF of 20000 x 20000", "big.gif", gifOfSize(20000), PictureSize, "100 million");
        row("WebP of 16000 x 16000", "big.webp", webpOfSize(16000), PictureSize, "16000 x 16000");
        row("TIFF of 20000 x 20000", "big.tif", tiff(20000, 20000, {0}), PictureSize, "100 million");
        row("BMP of 20000 x 20000", "big.bmp", bmpOfSize(20000), PictureSize, "100 million");
        row("PNM of 20000 x 20000", "big.ppm", bytesOf("P6 20000 20000 255\n"), PictureSize, "100 million");
        row("PNM of absurd size", "huge.ppm", bytesOf("P6 99999999999999999999 2 255\n"), PictureSize, "100 million");
        row("PNM that promises more than it has", "short.ppm", bytesOf("P6 9000 9000 255\nabc"), DamagedPicture,
            "early");
        const Bytes photo = jpeg(64, 64, pattern(64, 64));
        row("JPEG cut in the middle", "cut.jpg", first(photo, photo.size() / 2), DamagedPicture, "a damaged JPEG file");
        row("JPEG with a corrupt byte", "bad.jpg", damagedAt(photo, photo.size() - 400), DamagedPicture, "JPEG");
        const Bytes drawing = png(64, 64, pattern(64, 64));
        row("PNG cut in the middle", "cut.png", first(drawing, drawing.size() / 2), DamagedPicture, "ends too early");
        row("PNG with a corrupt byte", "bad.png", damagedAt(drawing, drawing.size() / 2), DamagedPicture, "PNG");
        row("PNG with a corrupt checksum", "crc.png", damagedAt(drawing, drawing.size() - 13), DamagedPicture, "CRC");
        row("floating-point TIFF", "height.tif",
            tiff(4, 4, Samples(64), {.samplesPerPixel = 1, .bits = 32, .photometric = 1, .sampleFormat = 3}),
            NotAPicture, "floating-point");
        row("camera raw", "a.nef", tiff(4, 4, pattern(4, 4), {.subfileType = 1}), NotAPicture, "preview");
        row("JPEG of 12 bits", "deep.jpg", replaced(photo, {0xFF, 0xC0, 0, 17, 8}, {0xFF, 0xC0, 0, 17, 12}),
            NotAPicture, "a kind of JPEG that is not supported");
        row("lossless JPEG", "exact.jpg", replaced(photo, {0xFF, 0xC0}, {0xFF, 0xC3}), NotAPicture,
            "a kind of JPEG that is not supported");
        row("TIFF of an unknown compression", "odd.tif",
            replaced(tiff(4, 4, pattern(4, 4)), {3, 1, 3, 0, 1, 0, 0, 0, 1, 0}, {3, 1, 3, 0, 1, 0, 0, 0, 0x34, 0x12}),
            NotAPicture, "compression (4660) is not supported");
        row("PNM with a value out of range", "a.pgm", pnm(2, 2, 2, 10, {1, 2, 3, 11}), DamagedPicture, "exceeds");
    }

    void saysWhatIsWrong() {
        QFETCH(QString, name);
        QFETCH(QByteArray, contents);
        QFETCH(QString, code);
        QFETCH(QString, part);
        const QString path = m_folder.filePath(name);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size());
        file.close();
        requireError(path, code, part);
    }

    void saysWhyAFileCannotBeRead() {
        requireError(m_folder.filePath("missing.png"), "unreadable-file", "no such file");
        requireError(m_folder.path(), "unreadable-file", "is a folder, not a file");
        requireError("/dev/zero", "unreadable-file", "is not an ordinary file");
        const QString locked = m_folder.filePath("locked.png");
        QFile file(locked);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
        file.close();
        std::filesystem::permissions(locked.toStdString(), std::filesystem::perms::none);
        if (geteuid() == 0)
            QSKIP("root may read every file");
        requireError(locked, "unreadable-file", "may not be read");
    }

private:
    static void requireError(const QString& path, const QString& code, const QString& part) {
        try {
            readPicture(path.toStdString());
        } catch (const Error& error) {
            const std::string_view codeName = name(error.code());
            QCOMPARE(QString::fromUtf8(codeName.data(), static_cast<qsizetype>(codeName.size())), code);
            const QString message = QString::fromUtf8(error.what());
            QVERIFY2(message.contains(part), error.what());
            QVERIFY2(message.contains(path), error.what());
            QVERIFY2(!error.remedy().empty(), error.what());
            return;
        }
        QFAIL("it opened");
    }

    QTemporaryDir m_folder;
};

BLURIG_TEST(TestBadPictures)
#include "test_bad_pictures.moc"
