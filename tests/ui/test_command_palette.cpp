// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/presets.h"
#include "tests/support/test_class.h"
#include "tests/ui/explorer_fixture.h"
#include "ui/files/opener.h"
#include "ui/palette/command_palette.h"
#include "ui/panels/message_bar.h"
#include "ui/widgets/scale_chart.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTest>
#include <QTreeWidget>

using namespace blurig;
using namespace blurig::ui;
using blurig::test::ExplorerFixture;
using blurig::test::patience;

namespace {

// The palette of a window, driven by keys alone.
struct Driver {
    explicit Driver(ExplorerFixture& driven)
        : fixture(driven)
        , palette(fixture.window->findChild<CommandPalette*>())
        , field(fixture.find<QLineEdit>("paletteField"))
        , list(fixture.find<QListView>("paletteList")) {
        QApplication::setActiveWindow(fixture.window.get());
    }

    void open() {
        QWidget* focused = fixture.window->focusWidget();
        QTest::keyClick(focused ? focused : fixture.window.get(), Qt::Key_K, Qt::ControlModifier);
    }
    void press(Qt::Key key) { QTest::keyClick(field, key); }
    void type(const QString& text) {
        field->clear();
        QTest::keyClicks(field, text);
    }
    void enter(const QString& text) {
        open();
        type(text);
        press(Qt::Key_Return);
    }
    QString chosen() const { return list->currentIndex().data().toString(); }
    QString chosenInFull() const { return list->currentIndex().data(Qt::AccessibleTextRole).toString(); }
    QStringList rows() const {
        QStringList texts;
        for (int i = 0; i < list->model()->rowCount(); ++i)
            texts << list->model()->index(i, 0).data().toString();
        return texts;
    }

    ExplorerFixture& fixture;
    CommandPalette* palette;
    QLineEdit* field;
    QListView* list;
};

QString pixels(double value) {
    return QString::number(value, 'g', 4) + QStringLiteral(" px");
}

} // namespace

class TestCommandPalette : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void opensAndClosesByKeys() {
        ExplorerFixture fixture;
        Driver driver(fixture);
        auto* chart = fixture.find<ScaleChart>("scaleChart");
        chart->setFocus();
        QVERIFY(!driver.palette->isVisible());
        driver.open();
        QVERIFY(driver.palette->isVisible());
        QCOMPARE(fixture.window->focusWidget(), driver.field);
        driver.press(Qt::Key_Tab); // the focus stays
        driver.press(Qt::Key_Backtab);
        QCOMPARE(fixture.window->focusWidget(), driver.field);
        driver.press(Qt::Key_Escape);
        QVERIFY(!driver.palette->isVisible());
        QCOMPARE(fixture.window->focusWidget(), chart);
        driver.open();
        driver.open();
        QVERIFY(!driver.palette->isVisible());
        QCOMPARE(fixture.window->focusWidget(), chart);
    }

    void opensFromAnotherField() {
        ExplorerFixture fixture;
        Driver driver(fixture);
        auto* search = fixture.find<QLineEdit>("classSearch");
        search->setFocus();
        QTest::keyClicks(search, QStringLiteral("blue"));
        driver.open();
        QVERIFY(driver.palette->isVisible());
        QCOMPARE(search->text(), QStringLiteral("blue"));
        driver.press(Qt::Key_Escape);
        QCOMPARE(fixture.window->focusWidget(), search);
    }

    void closesByAClickOutside() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        Driver driver(fixture);
        const Choice before = fixture.session().choice();
        auto* chart = fixture.find<ScaleChart>("scaleChart");
        const QPoint spot = chart->mapTo(fixture.window.get(), QPoint(chart->width() / 2, chart->height() / 2));
        driver.open();
        QTest::mouseClick(driver.palette, Qt::LeftButton, {}, driver.field->mapTo(driver.palette, QPoint(-1, 5)));
        QVERIFY(driver.palette->isVisible()); // on the card's rim
        QTest::mouseClick(fixture.window->childAt(spot), Qt::LeftButton, {}, spot);
        QVERIFY(!driver.palette->isVisible());
        QCOMPARE(fixture.session().choice(), before); // what lay under it was not meant
    }

    void findsAnAction_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("found");
        QTest::newRow("initials") << "cac"
                                  << "Copy as command";
        QTest::newRow("beginnings of words") << "copcom"
                                             << "Copy as command";
        QTest::newRow("words") << "photo maps"
                               << "Maps over the photo";
        QTest::newRow("inside of a word") << "xport"
                                          << "Export view…";
        QTest::newRow("scattered letters") << "exprt vw"
                                           << "Export view…";
        QTest::newRow("another case") << "EXPORT"
                                      << "Export view…";
        QTest::newRow("its id, for a page") << "page compare"
                                            << "Compare";
        QTest::newRow("its menu") << "help about"
                                  << "About BlurIG Explorer";
        QTest::newRow("its help") << "ends program"
                                  << "Quit";
        QTest::newRow("a theme") << "theme dark"
                                 << "Dark theme";
    }
    void findsAnAction() {
        QFETCH(QString, typed);
        QFETCH(QString, found);
        ExplorerFixture fixture;
        Driver driver(fixture);
        driver.open();
        driver.type(typed);
        QCOMPARE(driver.chosen(), found);
    }

    void findsNothingSaysSo() {
        ExplorerFixture fixture;
        Driver driver(fixture);
        driver.open();
        driver.type(QStringLiteral("qqqq"));
        QCOMPARE(driver.rows(), QStringList{QStringLiteral("Nothing is called “qqqq”")});
        QVERIFY(fixture.find<QLabel>("paletteHelp")->text().contains(QLatin1String("sigma, target, look")));
        driver.press(Qt::Key_Return);
        QVERIFY(driver.palette->isVisible());
    }

    void runsAnAction() {
        ExplorerFixture fixture;
        Driver driver(fixture);
        driver.enter(QStringLiteral("page compare"));
        QVERIFY(!driver.palette->isVisible());
        QCOMPARE(fixture.session().choice().page, std::string("compare"));
        driver.enter(QStringLiteral("keyboard"));
        QVERIFY(fixture.find<QDialog>("shortcutsDialog"));
    }

    void tellsWhatIsOn() {
        ExplorerFixture fixture;
        Driver driver(fixture);
        driver.open();
        driver.type(QStringLiteral("original photo"));
        QVERIFY(driver.chosenInFull().contains(QLatin1String(", off,")));
        QVERIFY(driver.chosenInFull().endsWith(QLatin1String(", O")));
        driver.press(Qt::Key_Return);
        QCOMPARE(fixture.session().choice().frame, std::string("original"));
        driver.open();
        driver.type(QStringLiteral("original photo"));
        QVERIFY(driver.chosenInFull().contains(QLatin1String(", on,")));
    }

    void doesNotRunWhatIsDisabled() {
        ExplorerFixture fixture; // no model is open
        Driver driver(fixture);
        QVERIFY(!fixture.find<QAction>("action_modelInfo")->isEnabled());
        driver.open();
        driver.type(QStringLiteral("about the model"));
        QCOMPARE(driver.chosen(), QStringLiteral("About the model"));
        QVERIFY(driver.chosenInFull().contains(QLatin1String("no model is open")));
        driver.press(Qt::Key_Return);
        QVERIFY(driver.palette->isVisible());
        QVERIFY(!fixture.window->findChild<QDialog*>());
        driver.type(QStringLiteral("model"));
        QVERIFY(driver.rows().indexOf(QStringLiteral("About the model")) >
                driver.rows().indexOf(QStringLiteral("Open model…")));
        // For one without a reason there is nothing to say.
        fixture.find<QAction>("action_exportView")->setEnabled(false);
        driver.type(QStringLiteral("export view"));
        QVERIFY(!driver.rows().contains(QStringLiteral("Export view…")));
    }

    void setsSigmaAndUndoTakesItBack() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        Driver driver(fixture);
        auto* undo = fixture.find<QAction>("action_back");
        auto* chart = fixture.find<ScaleChart>("scaleChart");
        chart->setFocus();
        QTest::keyClick(chart, Qt::Key_Home);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(chart, Qt::Key_Right, Qt::ShiftModifier);
        const double scrubbed = fixture.session().choice().sigma;
        driver.open();
        driver.type(QStringLiteral("sigma 1.5"));
        QCOMPARE(driver.chosen(), QStringLiteral("Set sigma to 1.5 px"));
        QCOMPARE(fixture.session().choice().sigma, scrubbed); // not before Enter
        driver.press(Qt::Key_Return);
        QCOMPARE(fixture.session().choice().sigma, 1.5);
        QCOMPARE(fixture.window->focusWidget(), chart);
        QTest::keyClick(chart, Qt::Key_Right, Qt::ShiftModifier); // a step of its own, before and after it
        undo->trigger();
        QCOMPARE(fixture.session().choice().sigma, 1.5);
        undo->trigger();
        QCOMPARE(fixture.session().choice().sigma, scrubbed);
    }

    void readsSigma_data() {
        QTest::addColumn<QString>("typed");
        for (const char* typed : {"sigma 1.5", "sigma 1,5", "SIGMA 1.5 px", "s 1.5", "s1.5", "σ 1.5", "σ1,5",
                                  "sigma=1.5", "sigma: 1.5", "  sigma   1.5  ", "scale 1.5"})
            QTest::newRow(typed) << QString::fromUtf8(typed);
    }
    void readsSigma() {
        QFETCH(QString, typed);
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        Driver driver(fixture);
        driver.open();
        driver.field->setText(typed);
        QCOMPARE(driver.chosen(), QStringLiteral("Set sigma to 1.5 px"));
        driver.press(Qt::Key_Return);
        QCOMPARE(fixture.session().choice().sigma, 1.5);
    }

    void keepsSigmaInItsRange() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        Driver driver(fixture);
        const double end = fixture.view().path()->path->farEnd();
        const QString range = QStringLiteral("Sigma takes 0 to ") + pixels(end);
        driver.open();
        driver.type(QStringLiteral("sigma"));
        QCOMPARE(driver.chosen(), range);
        const double before = fixture.session().choice().sigma;
        for (const char* typed : {"sigma x", "sigma -1", "sigma nan", "sigma 1e999", "sigma 1.5 mm", "sigma 1.5.2"}) {
            driver.type(QString::fromLatin1(typed));
            QVERIFY2(driver.chosen().startsWith(range + QStringLiteral(", not ")), qPrintable(driver.chosen()));
            driver.press(Qt::Key_Return);
            QVERIFY(driver.palette->isVisible());
            QCOMPARE(fixture.session().choice().sigma, before);
        }
        driver.type(QStringLiteral("sigma 9000"));
        QVERIFY(driver.chosenInFull().startsWith(QStringLiteral("Set sigma to ") + pixels(end) +
                                                 QStringLiteral(", its greatest; 9000 is beyond it")));
        driver.press(Qt::Key_Return);
        QCOMPARE(fixture.session().choice().sigma, end);
    }

    void needsAPathForSigma() {
        ExplorerFixture fixture; // nothing is open
        Driver driver(fixture);
        const Choice before = fixture.session().choice();
        driver.enter(QStringLiteral("sigma 1.5"));
        QVERIFY(driver.palette->isVisible());
        QCOMPARE(driver.chosen(), QStringLiteral("Sigma has a range once there is a first map"));
        driver.enter(QStringLiteral("target red"));
        QCOMPARE(fixture.session().choice(), before);
    }

    void choosesATarget() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        Driver driver(fixture);
        driver.open();
        driver.type(QStringLiteral("target"));
        QCOMPARE(driver.rows().size(), 4); // all classes, the best first
        driver.type(QStringLiteral("target ed"));
        QVERIFY(driver.rows().contains(QStringLiteral("Explain red")));
        QCOMPARE(driver.chosen(), QStringLiteral("Explain edges")); // begins with it
        QVERIFY(driver.chosenInFull().endsWith(QLatin1String(" %")));
        driver.type(QStringLiteral("target blue"));
        driver.press(Qt::Key_Return);
        QCOMPARE(fixture.session().choice().target, indexTarget(1));
        driver.enter(QStringLiteral("target n02012849"));
        QCOMPARE(fixture.session().choice().target, indexTarget(2));
        driver.enter(QStringLiteral("target top"));
        QCOMPARE(fixture.session().choice().target, std::string("top"));
        driver.enter(QStringLiteral("red")); // without the word, after the actions
        QCOMPARE(fixture.session().choice().target, indexTarget(0));
        for (int i = 0; i < 4; ++i)
            fixture.find<QAction>("action_back")->trigger();
        QCOMPARE(fixture.session().choice().target, std::string("top"));
    }

    void describesATarget() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        Driver driver(fixture);
        driver.open();
        driver.type(QStringLiteral("target any cat"));
        QCOMPARE(driver.chosen(), QStringLiteral("Explain “any cat”"));
        QTRY_COMPARE_WITH_TIMEOUT(driver.chosen(), QStringLiteral("Explain any cat"), patience);
        QVERIFY(driver.chosenInFull().contains(QLatin1String("2 classes")));
        driver.press(Qt::Key_Return);
        QCOMPARE(fixture.session().choice().target, std::string("any cat"));
        driver.enter(QStringLiteral("target red,-blue")); // Enter does not wait for the reading
        QCOMPARE(fixture.session().choice().target, std::string("red,-blue"));
        driver.open();
        driver.type(QStringLiteral("target zebra"));
        QTRY_COMPARE_WITH_TIMEOUT(driver.chosen(), QStringLiteral("No class is called \"zebra\""), patience);
        QVERIFY(fixture.find<QLabel>("paletteHelp")->text().startsWith(QLatin1String("Near names: ")));
        driver.press(Qt::Key_Return);
        QVERIFY(driver.palette->isVisible());
        QCOMPARE(fixture.session().choice().target, std::string("red,-blue"));
    }

    void setsTheDisplay() {
        ExplorerFixture fixture; // the look Pixels
        Driver driver(fixture);
        const DisplayChoice before = fixture.session().display();
        driver.open();
        driver.type(QStringLiteral("look"));
        QCOMPARE(driver.rows().filter(QStringLiteral("Set the look to ")).size(), 6);
        driver.type(QStringLiteral("look sig"));
        QCOMPARE(driver.chosen(), QStringLiteral("Set the look to Signed"));
        driver.press(Qt::Key_Return);
        QCOMPARE(fixture.session().display().look, std::string("signed"));
        driver.enter(QStringLiteral("smooth 2.5"));
        QCOMPARE(fixture.session().display().smoothing, 2.5);
        driver.enter(QStringLiteral("strength 60"));
        QCOMPARE(fixture.session().display().opacity, 0.6);
        driver.enter(QStringLiteral("colours purple"));
        QCOMPARE(fixture.session().display().colorMap, std::string("green-purple"));
        for (int step = 0; step < 4; ++step)
            fixture.find<QAction>("action_back")->trigger(); // one step each, although all are of the display
        QCOMPARE(fixture.session().display(), before);
    }

    void saysWhatALookLacks() {
        ExplorerFixture fixture; // the look Pixels
        Driver driver(fixture);
        const DisplayChoice before = fixture.session().display();
        for (const char* typed : {"strength 50", "area 10", "look bright", "colours plaid"}) {
            driver.open();
            driver.type(QString::fromLatin1(typed));
            QVERIFY2(driver.chosen().startsWith(QLatin1String("This look has no ")) ||
                         driver.chosen().startsWith(QLatin1String("No ")),
                     qPrintable(driver.chosen()));
            driver.press(Qt::Key_Return);
            QVERIFY(driver.palette->isVisible());
            driver.press(Qt::Key_Escape);
        }
        QCOMPARE(fixture.session().display(), before);
    }

    void setsScoreAndPreset() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        Driver driver(fixture);
        driver.enter(QStringLiteral("score logit"));
        QCOMPARE(fixture.session().choice().score, std::string("logit"));
        const Choice before = fixture.session().choice();
        driver.enter(QStringLiteral("preset fig-7"));
        Choice expected = before;
        applyPreset(expected, "fig-7");
        QCOMPARE(fixture.session().choice().page, std::string("compare"));
        QVERIFY(fixture.session().choice().compare.panes == expected.compare.panes);
        fixture.find<QAction>("action_back")->trigger();
        QCOMPARE(fixture.session().choice().page, std::string("explore"));
        QVERIFY(fixture.session().choice().compare.panes == before.compare.panes);
    }

    void opensPicturesAndModels() {
        ExplorerFixture fixture;
        const QString other = fixture.path(QStringLiteral("another <b>photo.png"));
        QVERIFY(QFile::copy(fixture.photo(), other));
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        fixture.window->opener()->open(other);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.session().choice().picture == other.toStdString(),
                                 patience);
        Driver driver(fixture);
        driver.open();
        driver.type(QStringLiteral("picture another"));
        QCOMPARE(driver.chosen(), QStringLiteral("Open another <b>photo.png")); // plain text
        driver.type(QStringLiteral("picture photo.png"));
        driver.press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.session().choice().picture, fixture.photo().toStdString(), patience);
        driver.open();
        driver.type(QStringLiteral("model small"));
        QCOMPARE(driver.chosen(), QStringLiteral("No recent model is called “small”"));
        driver.type(QStringLiteral("model model.pt"));
        QCOMPARE(driver.chosen(), QStringLiteral("Open the model model.pt"));
    }

    void offersWhatWasUsedLast() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        {
            Driver driver(fixture);
            driver.open();
            QCOMPARE(driver.rows().front(), QStringLiteral("Values"));
            driver.press(Qt::Key_Escape);
            driver.enter(QStringLiteral("look signed"));
            driver.enter(QStringLiteral("original photo"));
            driver.enter(QStringLiteral("sigma 1.5"));
            driver.open();
            QCOMPARE(driver.rows().mid(0, 5),
                     (QStringList{QStringLiteral("Used last"), QStringLiteral("Set sigma to 1.5 px"),
                                  QStringLiteral("Panes on the original photo"),
                                  QStringLiteral("Set the look to Signed"), QStringLiteral("Values")}));
        }
        fixture.makeWindow(); // the next start; no model is open there
        Driver driver(fixture);
        driver.open();
        QCOMPARE(driver.rows().mid(0, 3),
                 (QStringList{QStringLiteral("Used last"), QStringLiteral("Panes on the original photo"),
                              QStringLiteral("Set the look to Signed")}));
    }

    void completesByEnterAndTab() {
        ExplorerFixture fixture;
        Driver driver(fixture);
        driver.open();
        driver.type(QStringLiteral("choose the look"));
        driver.press(Qt::Key_Return); // there is nothing to run yet
        QCOMPARE(driver.field->text(), QStringLiteral("look "));
        QCOMPARE(driver.rows().filter(QStringLiteral("Set the look to ")).size(), 6);
        QTest::keyClicks(driver.field, QStringLiteral("out"));
        driver.press(Qt::Key_Tab);
        QCOMPARE(driver.field->text(), QStringLiteral("look outline"));
        QCOMPARE(driver.chosen(), QStringLiteral("Set the look to Outline"));
    }

    void movesByKeys() {
        ExplorerFixture fixture;
        Driver driver(fixture);
        driver.open();
        const QStringList rows = driver.rows();
        const auto values = static_cast<int>(rows.indexOf(QStringLiteral("Values")));
        const auto actions = static_cast<int>(rows.indexOf(QStringLiteral("Actions")));
        QCOMPARE(driver.list->currentIndex().row(), values + 1);
        for (int row = values + 2; row < actions; ++row)
            driver.press(Qt::Key_Down);
        QCOMPARE(driver.list->currentIndex().row(), actions - 1);
        driver.press(Qt::Key_Down); // over the heading
        QCOMPARE(driver.list->currentIndex().row(), actions + 1);
        driver.press(Qt::Key_Up);
        QCOMPARE(driver.list->currentIndex().row(), actions - 1);
        for (int page = 0; page < rows.size(); ++page)
            driver.press(Qt::Key_PageDown);
        QCOMPARE(driver.list->currentIndex().row(), static_cast<int>(rows.size()) - 1);
        driver.press(Qt::Key_Down); // round
        QCOMPARE(driver.list->currentIndex().row(), values + 1);
        driver.press(Qt::Key_PageDown);
        driver.press(Qt::Key_PageUp);
        driver.press(Qt::Key_PageUp);
        QCOMPARE(driver.list->currentIndex().row(), values + 1);
    }

    void runsByClick() {
        ExplorerFixture fixture;
        Driver driver(fixture);
        driver.open();
        const QModelIndex heading = driver.list->model()->index(0, 0);
        QTest::mouseClick(driver.list->viewport(), Qt::LeftButton, {}, driver.list->visualRect(heading).center());
        QCOMPARE(driver.field->text(), QString());
        driver.type(QStringLiteral("look"));
        const QModelIndex second = driver.list->model()->index(1, 0);
        QTest::mouseClick(driver.list->viewport(), Qt::LeftButton, {}, driver.list->visualRect(second).center());
        QVERIFY(!driver.palette->isVisible());
        QCOMPARE(fixture.session().display().look, std::string("signed"));
    }

    void fitsTheWindow() {
        ExplorerFixture fixture;
        Driver driver(fixture);
        driver.open();
        auto* card = fixture.find<QWidget>("paletteCard");
        for (const QSize& size : {QSize(960, 640), QSize(1440, 900)}) {
            fixture.window->resize(size);
            QCOMPARE(driver.palette->size(), fixture.window->size());
            QVERIFY(driver.palette->rect().contains(card->geometry()));
            QCOMPARE(card->width(), 560);
            QCOMPARE(card->geometry().center().x(), driver.palette->rect().center().x());
        }
    }

    void standsInTheListOfShortcuts() {
        ExplorerFixture fixture;
        fixture.find<QAction>("action_shortcuts")->trigger();
        const auto found = fixture.find<QTreeWidget>("shortcutsTable")
                               ->findItems(QStringLiteral("Command palette…"), Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.front()->text(1), QKeySequence(QStringLiteral("Ctrl+K")).toString(QKeySequence::NativeText));
        // No other action has this key.
        int holders = 0;
        for (const QAction* action : fixture.window->findChildren<QAction*>())
            holders += action->shortcuts().contains(QKeySequence(QStringLiteral("Ctrl+K"))) ? 1 : 0;
        QCOMPARE(holders, 1);
    }
};

BLURIG_TEST(TestCommandPalette)
#include "test_command_palette.moc"
