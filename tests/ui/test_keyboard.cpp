// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/bulk.h"
#include "tests/support/test_class.h"
#include "tests/ui/explorer_fixture.h"
#include "ui/widgets/scale_chart.h"

#include <QComboBox>
#include <QDialog>
#include <QLineEdit>

using namespace blurig;
using namespace blurig::ui;
using blurig::test::ExplorerFixture;
using blurig::test::patience;

namespace {

// What gets the keys of the window; the window itself where nothing in it has the focus.
QWidget* focused(QWidget* window) {
    return window->focusWidget() ? window->focusWidget() : window;
}

// As a user would: Tab until it has the focus.
bool tabTo(const QWidget* wanted, QWidget* window) {
    for (int i = 0; i < 120; ++i) {
        if (focused(window) == wanted)
            return true;
        QTest::keyClick(focused(window), Qt::Key_Tab);
    }
    return false;
}

} // namespace

// No event of a mouse in this file.
class TestKeyboard : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void opensTargetsScrubsLooksComparesAndExports() {
        ExplorerFixture fixture;
        MainWindow* window = fixture.window.get();
        QVERIFY(QTest::qWaitForWindowExposed(window));
        const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
            QTest::keyClick(focused(window), key, modifiers);
        };

        fixture.dialogs->answers[FileQuestion::OpenModel] = fixture.model();
        press(Qt::Key_M, Qt::ControlModifier);
        fixture.dialogs->answers[FileQuestion::OpenPicture] = fixture.photo();
        press(Qt::Key_O, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);

        auto* search = fixture.find<QLineEdit>("classSearch", fixture.find<QWidget>("explorePage"));
        QVERIFY(tabTo(search, window));
        QTest::keyClicks(search, QStringLiteral("edges"));
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().explore.target.classes.front().index == 2, patience);

        const auto bulk = bulkOf(*fixture.view().explore.state);
        QVERIFY(bulk);
        auto* chart = fixture.find<ScaleChart>("scaleChart");
        QVERIFY(tabTo(chart, window));
        press(Qt::Key_Home);
        for (int i = 0; i < 200 && fixture.session().choice().sigma < denseSigma(*bulk); ++i)
            press(Qt::Key_Right);
        QVERIFY(fixture.session().choice().sigma >= bulk->from && fixture.session().choice().sigma <= bulk->to);

        press(Qt::Key_L);
        auto* look = fixture.find<QComboBox>("lookCombo", fixture.find<QWidget>("explorePage"));
        QVERIFY(look->isVisible());
        QVERIFY(tabTo(look, window));
        press(Qt::Key_Home);
        QCOMPARE(fixture.session().display().look, std::string("region"));

        press(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(fixture.session().choice().page, std::string("compare"));
        press(Qt::Key_1, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        const QString file = fixture.path(QStringLiteral("view.png"));
        fixture.dialogs->answers[FileQuestion::ExportView] = file;
        press(Qt::Key_E, Qt::ControlModifier);
        auto* dialog = fixture.find<QDialog>("exportDialog");
        QVERIFY(dialog);
        QTest::keyClick(focused(dialog), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), patience);
    }

    // Space plays where no button has the focus.
    void spacePlays() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        auto* chart = fixture.find<ScaleChart>("scaleChart");
        chart->setFocus();
        auto* play = fixture.find<QAction>("action_play");
        QTest::keyClick(chart, Qt::Key_Space);
        QVERIFY(play->isChecked());
        QCOMPARE(play->iconText(), QStringLiteral("Pause"));
        QTest::keyClick(chart, Qt::Key_Space);
        QVERIFY(!play->isChecked());
        QCOMPARE(play->iconText(), QStringLiteral("Play"));
    }
};

BLURIG_TEST(TestKeyboard)
#include "test_keyboard.moc"
