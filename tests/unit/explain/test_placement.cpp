// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/placement.h"
#include "core/methods/method.h"
#include "tests/support/test_class.h"

#include <QTest>

using namespace blurig;

class TestPlacement : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyMethodGoesToAPageThatCanShowIt_data() {
        QTest::addColumn<QString>("method");
        for (const Method* method : methods())
            QTest::newRow(method->id().c_str()) << QString::fromStdString(method->id());
        QTest::newRow("unknown") << "of another version";
    }
    void everyMethodGoesToAPageThatCanShowIt() {
        QFETCH(QString, method);
        Choice choice;
        choice.panes.front().method = method.toStdString();
        choice.panes.front().display.look = "overlay";
        const Choice shown = placed(choice);
        const Method* known = findMethod(method.toStdString());
        if (!known || known->abilities().scales) {
            QVERIFY(shown == choice);
            return;
        }
        QCOMPARE(shown.page, std::string("compare"));
        QVERIFY(shown.compare.panes == choice.panes);
        QCOMPARE(shown.panes.size(), std::size_t{1});
        QCOMPARE(shown.panes.front().method, std::string("blur-ig"));
        QCOMPARE(shown.panes.front().display.look, std::string("overlay"));
        QVERIFY(placed(shown) == shown);
    }

    void anotherPageKeepsItsPanes() {
        Choice choice;
        choice.page = "compare";
        choice.panes.front().method = "ig";
        choice.compare.panes = {{.method = "xrai"}};
        const Choice shown = placed(choice);
        QVERIFY(shown.compare == choice.compare);
        QCOMPARE(shown.panes.front().method, std::string("blur-ig"));
    }
};

BLURIG_TEST(TestPlacement)
#include "test_placement.moc"
