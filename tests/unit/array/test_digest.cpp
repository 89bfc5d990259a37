// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/array/digest.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <algorithm>
#include <string_view>

using namespace blurig;

class TestDigest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isSha256_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("hex");
        // FIPS 180-2, appendix B, and the empty message.
        QTest::newRow("empty") << QByteArray() << "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        QTest::newRow("abc") << QByteArray("abc") << "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        QTest::newRow("a million") << QByteArray(1'000'000, 'a')
                                   << "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";
    }

    void isSha256() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, hex);
        const std::span<const char> view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        QCOMPARE(QString::fromStdString(sha256Hex(std::as_bytes(view))), hex);
        Sha256 inParts;
        for (std::size_t at = 0; at < view.size(); at += 7919)
            inParts.add(std::as_bytes(view.subspan(at, std::min<std::size_t>(7919, view.size() - at))));
        QCOMPARE(QString::fromStdString(inParts.hex()), hex);
    }
};

BLURIG_TEST(TestDigest)
#include "test_digest.moc"
