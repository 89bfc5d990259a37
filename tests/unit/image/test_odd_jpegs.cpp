// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/image/picture.h"
#include "jpeg_cases.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <algorithm>

using namespace blurig;
using namespace blurig::test;

class TestOddJpegs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void opensWhatIsOddOutsideOfItsPicture_data() { each(m_odd); }
    void opensWhatIsOddOutsideOfItsPicture() {
        QFETCH(int, index);
        const JpegCase& odd = m_odd.at(static_cast<std::size_t>(index));
        const Picture picture = decodePicture(odd.bytes, "odd");
        const Picture whole = decodePicture(odd.whole, "whole");
        QVERIFY(std::ranges::equal(picture.rgb8(), whole.rgb8()));
        QString notes;
        for (const std::string& note : picture.notes())
            notes += QString::fromStdString(note) + " | ";
        QVERIFY2(notes.contains(QString::fromStdString(odd.note)), qPrintable(notes));
        const bool odder = odd.bytes != odd.whole && !odd.note.empty();
        if (!whole.notes().empty())
            QVERIFY2(!odder || picture.notes().size() > whole.notes().size(), qPrintable(notes));
        else
            QVERIFY2(picture.notes().size() == (odd.note.empty() ? 0U : 1U), qPrintable(notes));
    }

    void neverOpensCorruptPictureData_data() { each(m_corrupt); }
    void neverOpensCorruptPictureData() {
        QFETCH(int, index);
        const JpegCase& corrupt = m_corrupt.at(static_cast<std::size_t>(index));
        try {
            decodePicture(corrupt.bytes, "corrupt");
        } catch (const Error& error) {
            QCOMPARE(name(error.code()), name(ErrorCode::DamagedPicture));
            return;
        }
        QFAIL("it opened");
    }

    // A bit that is flipped moves where the data of the scan end: what is left over then is no stray bytes. Some flips
    // change values alone, which nothing in a JPEG can tell.
    void takesTheRestOfCorruptDataForNoStrayBytes() {
        const Bytes& whole = m_odd.front().bytes;
        int refused = 0;
        int noted = 0;
        for (std::size_t at = whole.size() / 2; at < whole.size() - 2; ++at) {
            Bytes bytes = whole;
            bytes[at] ^= std::byte{0x10};
            try {
                noted += decodePicture(bytes, "flipped").notes().empty() ? 0 : 1;
            } catch (const Error&) {
                ++refused;
            }
        }
        const QString counts = QString("%1 refused, %2 opened with a note").arg(refused).arg(noted);
        QVERIFY2(refused > 1000 && 50 * noted < refused, qPrintable(counts));
    }

private:
    static void each(const std::vector<JpegCase>& cases) {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < cases.size(); ++i)
            QTest::newRow(cases[i].title.c_str()) << static_cast<int>(i);
    }

    const std::vector<JpegCase> m_odd = oddJpegs();
    const std::vector<JpegCase> m_corrupt = corruptJpegs();
};

BLURIG_TEST(TestOddJpegs)
#include "test_odd_jpegs.moc"
