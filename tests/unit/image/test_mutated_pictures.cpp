// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/array/file_bytes.h"
#include "core/error.h"
#include "core/image/picture.h"
#include "jpeg_cases.h"
#include "profiles.h"
#include "tests/support/test_class.h"
#include "tiff_cases.h"

#include <QTest>

#include <algorithm>
#include <filesystem>
#include <random>

using namespace blurig;
using namespace blurig::test;

namespace {

struct Whole {
    std::string title;
    Bytes bytes;
};

std::vector<Whole> files() {
    std::vector<Whole> all;
    for (const auto& file : std::filesystem::recursive_directory_iterator(BLURIG_TEST_DATA "/faults"))
        if (file.is_regular_file() && isNamedAsPicture(file.path()))
            all.push_back({file.path().filename().string(), readFile(file.path())});
    for (const TiffCase& made : tiffCases())
        all.push_back({"TIFF, " + made.title, tiffOf(made.plan, valuesOf(made.plan, made.extra))});
    for (const int compression : {2, 3, 4, 5, 7, 8, 32773}) {
        TiffPlan plan{.width = 41, .height = 35, .blockHeight = 16, .compression = compression};
        if (compression < 5)
            plan.bits = plan.samplesPerPixel = 1, plan.photometric = WhiteIsZero;
        all.push_back({"TIFF, compression " + std::to_string(compression), tiffOf(plan, valuesOf(plan, None))});
    }
    for (const TiffPlan& plan :
         {TiffPlan{.width = 16, .height = 16, .profile = rgbProfile(1, "Linear")},
          TiffPlan{.width = 16, .height = 16, .photometric = Cmyk, .samplesPerPixel = 4, .profile = inkProfile()}})
        all.push_back({"TIFF, profile", tiffOf(plan, valuesOf(plan, None))});
    for (const JpegCase& odd : oddJpegs())
        all.push_back({"JPEG, " + odd.title, odd.bytes});
    for (const JpegCase& corrupt : corruptJpegs())
        all.push_back({"JPEG, " + corrupt.title, corrupt.bytes});
    const Samples rgb = pattern(16, 16);
    all.push_back({"JPEG, profile", jpeg(16, 16, rgb, {.profile = displayP3Profile()})});
    all.push_back({"JPEG, EXIF of Adobe RGB", jpeg(16, 16, rgb, {.exif = exifOfAdobeRgb()})});
    all.push_back({"PNG, profile", png(16, 16, rgb, {.profile = displayP3Profile()})});
    all.push_back({"PNG, code points", png(16, 16, rgb, {.codePoints = {12, 13, 0, 1}})});
    all.push_back({"BMP, profile", bmp24(16, 16, rgb, displayP3Profile())});
    const TiffPlan primaries{
        .width = 16, .height = 16, .chromaticities = {0.3F, 0.3F, 0.7F, 0.3F, 0.2F, 0.7F, 0.1F, 0}};
    all.push_back({"TIFF, primaries", tiffOf(primaries, valuesOf(primaries, None))});
    all.push_back({"WebP, profile", webp(16, 16, rgb, WebpKind::Lossless, 1, greyProfile(1.8))});
    return all;
}

// Single bytes, small steps of numbers, pieces that move, are lost or come twice, and cuts; most of it near the head,
// where a file says what it is.
Bytes mutated(const Bytes& whole, std::mt19937& random) {
    Bytes bytes = whole;
    const auto place = [&] {
        const std::size_t reach = random() % 3 == 0 ? bytes.size() : std::min<std::size_t>(bytes.size(), 700);
        return random() % reach;
    };
    for (std::uint32_t change = random() % 4; change < 5 && bytes.size() > 2; ++change) {
        const std::size_t at = place();
        const std::size_t length = std::min<std::size_t>(random() % 40, bytes.size() - at);
        const auto begin = bytes.begin() + static_cast<std::ptrdiff_t>(at);
        switch (random() % 8) {
        case 0:
            bytes.erase(begin, begin + static_cast<std::ptrdiff_t>(length));
            break;
        case 1: {
            const Bytes piece(begin, begin + static_cast<std::ptrdiff_t>(length));
            bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(place()), piece.begin(), piece.end());
            break;
        }
        case 2:
            bytes.resize(bytes.size() - bytes.size() % (1 + random() % 50));
            break;
        case 3:
            bytes[at] = random() % 2 == 0 ? std::byte{0} : std::byte{0xFF};
            break;
        case 4:
            bytes[at] = static_cast<std::byte>(std::to_integer<unsigned>(bytes[at]) + random() % 9 - 4);
            break;
        default:
            bytes[at] = static_cast<std::byte>(random());
        }
    }
    return bytes;
}

int mutationsEach() {
    constexpr int usual = 4;
    return qEnvironmentVariableIsSet("BLURIG_MUTATIONS") ? qEnvironmentVariableIntValue("BLURIG_MUTATIONS") : usual;
}

} // namespace

// Whatever the bytes say, the answer is a picture or an Error; the sanitizers watch. BLURIG_MUTATIONS=2000 asks for
// more than the few copies of each file that the usual run makes.
class TestMutatedPictures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void survives_data() {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < m_files.size(); ++i)
            QTest::newRow(m_files[i].title.c_str()) << static_cast<int>(i);
    }

    void survives() {
        QFETCH(int, index);
        const Bytes& whole = m_files.at(static_cast<std::size_t>(index)).bytes;
        std::mt19937 random(static_cast<std::uint32_t>(index));
        for (int copy = 0; copy < mutationsEach(); ++copy) {
            const Bytes bytes = mutated(whole, random);
            const auto colours = copy % 2 == 0 ? ColourConversion::AsStored : ColourConversion::ToSrgb;
            try {
                const Picture picture = decodePicture(bytes, "mutated", {.colours = colours});
                QVERIFY(picture.width() >= 2 && picture.height() >= 2);
            } catch (const Error& error) {
                QVERIFY(!error.remedy().empty());
            }
        }
    }

private:
    const std::vector<Whole> m_files = files();
};

BLURIG_TEST(TestMutatedPictures)
#include "test_mutated_pictures.moc"
