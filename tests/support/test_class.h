// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTest>

// Ends the file of a test class in place of one of Qt's main functions: see blurig_tests() in tests/CMakeLists.txt.
#define BLURIG_TEST(Class)                                                                                             \
    int run##Class(int count, char** arguments) {                                                                      \
        Class test;                                                                                                    \
        QTEST_SET_MAIN_SOURCE_PATH                                                                                     \
        return QTest::qExec(&test, count, arguments);                                                                  \
    }
