// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/array/array.h"
#include "core/error.h"
#include "tests/support/test_class.h"

#include <QTest>

using namespace blurig;

class TestArray : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsValuesAndLayout() {
        const Array array = Array::fromHost(pictureLayout(2, 1, 3), {0, 1, 2, 3, 4, 5});
        QCOMPARE(array.channels(), 2);
        QCOMPARE(array.height(), 1);
        QCOMPARE(array.width(), 3);
        QCOMPARE(array.host().size(), std::size_t{6});
        QCOMPARE(array.host()[5], 5.0F);
    }

    void copiesShareStorage() {
        const Array array = Array::fromHost(pictureLayout(1, 1, 1), {7});
        const Array copy = array;
        QCOMPARE(copy.host().data(), array.host().data());
    }

    void emptyHasNoValues() {
        QVERIFY(Array().empty());
        QVERIFY(Array().host().empty());
    }

    void errorIsOneLineWithPlaceAndRemedy() {
        const Error error(ErrorCode::NotAPicture, "a.png", "is text, not a picture", "Choose a PNG file");
        QCOMPARE(std::string(error.what()), std::string("a.png: is text, not a picture. Choose a PNG file"));
    }
};

BLURIG_TEST(TestArray)
#include "test_array.moc"
