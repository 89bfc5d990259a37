// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/presets.h"
#include "tests/support/test_class.h"
#include "tests/ui/compare_fixture.h"
#include "ui/export/exporter.h"
#include "ui/files/opener.h"
#include "ui/pages/compare/compare_flow.h"
#include "ui/pages/compare/compare_page.h"
#include "ui/pages/compare/pane_facts.h"
#include "ui/panels/message_bar.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTabWidget>

#include <algorithm>

using namespace blurig;
using namespace blurig::ui;
using blurig::test::CompareFixture;
using blurig::test::patience;
using blurig::test::sumAt;

class TestCompare : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void presetsShowWhatTheMethodsGive_data() {
        QTest::addColumn<QString>("preset");
        for (const ComparePreset& preset : comparePresets())
            QTest::newRow(preset.id) << QString::fromLatin1(preset.id);
    }

    // Each pane holds the numbers that its method gives when it is run alone.
    void presetsShowWhatTheMethodsGive() {
        QFETCH(const QString, preset);
        CompareFixture fixture;
        fixture.compare(qPrintable(preset));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        const std::vector<PaneChoice>& wanted = fixture.session().choice().compare.panes;
        QCOMPARE(fixture.panes().panes().size(), wanted.size());
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const ComparePaneView& pane = fixture.panes().panes()[i];
            QVERIFY2(!pane.error, pane.error ? pane.error->what() : "");
            const auto alone = fixture.alone(pane);
            if (alone->noEvidence) { // Grad-CAM's, where nothing speaks for the class: the pane says so
                QVERIFY(fixture.image(static_cast<int>(i))
                            ->message()
                            .contains(QString::fromStdString(wordsOf(*alone->noEvidence))));
                continue;
            }
            for (const auto& [x, y] : {std::pair{0, 0}, std::pair{15, 9}, std::pair{31, 31}}) {
                const double shown = fixture.image(static_cast<int>(i))->valueAt(x, y).value_or(qQNaN());
                QCOMPARE(static_cast<float>(shown), static_cast<float>(sumAt(alone->attribution, x, y)));
            }
        }
        QCOMPARE(fixture.find<QTableWidget>("agreementTable")->rowCount(), static_cast<int>(wanted.size()));
        const int last = static_cast<int>(wanted.size()) - 1; // Blur IG's; a flat map agrees with nothing
        QCOMPARE(fixture.find<QTableWidget>("agreementTable")->item(last, last)->text(), QStringLiteral("1.00"));
    }

    void theFirstLookHasPanes() {
        CompareFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        fixture.find<QAction>("action_comparePage")->trigger();
        QCOMPARE(fixture.find<QTabWidget>("pages")->currentIndex(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QCOMPARE(fixture.panes().panes().size(), comparePresets().front().panes.size());
    }

    void computesOnlyWhileItIsLookedAt() {
        CompareFixture fixture;
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        fixture.find<QAction>("action_explorePage")->trigger();
        fixture.session().setTarget("blue");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().explore.targetText == "blue", patience);
        QVERIFY(fixture.panes().panes().front().asked.targetText != "blue");
        fixture.find<QAction>("action_comparePage")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QCOMPARE(fixture.panes().panes().front().shown.targetText, std::string("blue"));
    }

    void panesComeGoAndMove() {
        CompareFixture fixture;
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        fixture.menu(2, QStringLiteral("Move to the left"));
        QCOMPARE(fixture.chosenMethods(), (std::vector<std::string>{"ig", "blur-ig", "ig"}));
        fixture.menu(1, QStringLiteral("Duplicate"));
        QCOMPARE(fixture.chosenMethods(), (std::vector<std::string>{"ig", "blur-ig", "blur-ig", "ig"}));
        fixture.menu(0, QStringLiteral("Remove"));
        QCOMPARE(fixture.chosenMethods(), (std::vector<std::string>{"blur-ig", "blur-ig", "ig"}));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QCOMPARE(fixture.find<CompareGrid>("compareGrid")->panes().size(), std::size_t{3});
        QVERIFY(fixture.image(0)->valueAt(15, 9) == fixture.image(1)->valueAt(15, 9));
        QVERIFY(fixture.image(0)->valueAt(15, 9) != fixture.image(2)->valueAt(15, 9));
        for (int step = 0; step < 3; ++step)
            fixture.find<QAction>("action_back")->trigger();
        QCOMPARE(fixture.chosenMethods(), (std::vector<std::string>{"ig", "ig", "blur-ig"}));
    }

    void aDroppedPaneTakesThePlace() {
        CompareFixture fixture;
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        const std::unique_ptr<QMimeData> mime(fixture.image(2)->dragData());
        QVERIFY(mime->hasImage()); // for other programs
        ComparePane* first = fixture.find<CompareGrid>("compareGrid")->panes().front();
        QDragEnterEvent enter(QPoint(5, 5), Qt::MoveAction, mime.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(first, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::MoveAction, mime.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(first, &drop);
        QCOMPARE(fixture.chosenMethods(), (std::vector<std::string>{"blur-ig", "ig", "ig"}));
    }

    void anotherMethodByItsList() {
        CompareFixture fixture;
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        auto* list = fixture.find<QComboBox>("compareMethod0");
        list->setCurrentIndex(list->findData(QStringLiteral("gradient")));
        Q_EMIT list->activated(list->currentIndex());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QCOMPARE(fixture.panes().panes().front().shown.state->method, std::string("gradient"));
    }

    // What was known before is more than the budget: the map is the one of the smaller budget all the same, and says
    // what it is made of.
    void theSameBudgetForAll() {
        CompareFixture fixture;
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        auto* effort = fixture.find<QComboBox>("compareEffort");
        const auto choose = [effort](const QString& words) {
            effort->setCurrentText(words);
            Q_EMIT effort->activated(effort->currentIndex());
        };
        QCOMPARE(effort->currentText(), QStringLiteral("Each to its own tolerance"));
        for (const int gradients : {64, 16, 32}) {
            const QString words = QStringLiteral("%1 gradients each").arg(gradients);
            choose(words);
            QCOMPARE(effort->currentText(), words);
            QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
            for (const ComparePaneView& pane : fixture.panes().panes()) {
                const MethodState& shown = *pane.shown.state;
                QCOMPARE(shown.ending, Ending::BudgetEnded);
                const auto alone = fixture.alone(pane);
                QCOMPARE(gradientsBehind(shown), alone->cost.gradients);
                QVERIFY(alone->cost.worth() <= gradients && alone->cost.worth() > gradients - 6);
                QVERIFY(std::ranges::equal(shown.attribution.host(), alone->attribution.host()));
            }
            for (const auto* facts : fixture.window->findChildren<PaneFacts*>())
                if (!facts->figure().isEmpty())
                    QVERIFY2(!facts->allFigures().contains(QLatin1String("gradients 0")),
                             qPrintable(facts->allFigures()));
        }
        choose(QStringLiteral("Gap of 5 % each"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        for (const ComparePaneView& pane : fixture.panes().panes())
            QCOMPARE(pane.shown.state->ending, Ending::Converged);
        choose(QStringLiteral("Each to its own tolerance"));
        for (const PaneChoice& pane : fixture.session().choice().compare.panes)
            QCOMPARE(pane.parameters.count("max_gradients"), std::size_t{0});
    }

    // Another method gets the effort of all; one with another effort is told.
    void effortFollowsTheMethod() {
        CompareFixture fixture;
        fixture.compare("fig-7");
        fixture.editor().setEffort({.kind = Effort::Kind::Gradients, .gradients = 32});
        fixture.editor().setMethod(0, QStringLiteral("blur-ig"));
        QCOMPARE(fixture.session().choice().compare.panes[0].parameters.at("max_gradients"), std::string("32"));
        QCOMPARE(fixture.find<QComboBox>("compareEffort")->currentText(), QStringLiteral("32 gradients each"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        fixture.menu(1, QStringLiteral("Go on: twice the gradients"));
        QCOMPARE(fixture.session().choice().compare.panes[1].parameters.at("max_gradients"), std::string("64"));
        QCOMPARE(fixture.find<QComboBox>("compareEffort")->placeholderText(), QStringLiteral("Different efforts"));
    }

    // Two classes on one picture; a pane that cannot be computed says so and disturbs no other.
    void aPaneHasItsOwnTarget() {
        CompareFixture fixture;
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        fixture.find<QAction>("compareParameters1")->trigger();
        auto* dialog = fixture.find<QDialog>("parametersDialog");
        QVERIFY(dialog);
        auto* target = fixture.find<QLineEdit>("paneTarget", dialog);
        QTest::keyClicks(target, QStringLiteral("dark"));
        QTest::keyClick(target, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QCOMPARE(fixture.panes().panes()[1].shown.target.classes.front().index, ClassIndex{3});
        QVERIFY(fixture.panes().panes()[0].shown.target.classes.front().index != 3);

        fixture.session().edit([](Choice& choice) { choice.compare.panes[1].target = "zebra"; });
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QVERIFY(fixture.panes().panes()[1].error);
        QVERIFY(!fixture.panes().panes()[1].shown.state);
        QVERIFY(!fixture.image(1)->valueAt(15, 9));
        QVERIFY(fixture.image(2)->valueAt(15, 9));
    }

    // Words of another version or of a hand-written session: told in the pane, and nothing else ends.
    void wordsThatNobodyKnows() {
        CompareFixture fixture;
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        fixture.session().edit([](Choice& choice) { choice.compare.panes[0].method = "magic"; });
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QVERIFY(fixture.panes().panes()[0].error);
        fixture.find<QAction>("compareParameters0")->trigger();
        QVERIFY(!fixture.find<QDialog>("parametersDialog"));
        QSignalSpy written(fixture.window->exporter(), &Exporter::written);
        fixture.window->exporter()->exportView(fixture.path(QStringLiteral("all.png")));
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, patience);

        fixture.session().setScore("magic");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QVERIFY(fixture.window->isVisible());
    }

    // With one range, a map that is a hundredth of the widest is pale.
    void oneRangeForAll() {
        CompareFixture fixture;
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        const QImage own[] = {fixture.image(0)->renderedImage(), fixture.image(1)->renderedImage(),
                              fixture.image(2)->renderedImage()};
        fixture.find<QCheckBox>("sharedRange")->click();
        QVERIFY(fixture.session().choice().compare.sharedRange);
        int same = 0;
        for (int i = 0; i < 3; ++i)
            same += fixture.image(i)->renderedImage() == own[i] ? 1 : 0;
        QCOMPARE(same, 1); // the widest keeps its own
    }

    // A gradient's values are in no unit of the score.
    void aRangeIsSharedWithinOneUnit() {
        CompareFixture fixture;
        fixture.compare("fig-7");
        fixture.editor().setMethod(0, QStringLiteral("gradient"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        const ClipRange own = fixture.image(0)->look().range;
        fixture.find<QCheckBox>("sharedRange")->click();
        QCOMPARE(fixture.image(0)->look().range.limit, own.limit);
        QCOMPARE(fixture.image(1)->look().range.limit, fixture.image(2)->look().range.limit);
        QVERIFY(fixture.image(0)->caption().contains(QLatin1String("own range")));
        QVERIFY(fixture.image(1)->caption().contains(QLatin1String("shared range")));
    }

    void exportsEveryPane() {
        CompareFixture fixture;
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QSignalSpy written(fixture.window->exporter(), &Exporter::written);
        fixture.window->exporter()->exportView(fixture.path(QStringLiteral("all.png")), {.arrays = true});
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, patience);
        const QImage figure(fixture.path(QStringLiteral("all.png")));
        QVERIFY(figure.width() > figure.height()); // the photo and three maps
        for (const char* name : {"all_input.npy", "all_1-ig.npy", "all_2-ig.json", "all_3-blur-ig.npy"})
            QVERIFY2(QFileInfo::exists(fixture.path(QString::fromLatin1(name))), name);

        // The figure opens the comparison again.
        fixture.makeWindow();
        fixture.window->opener()->open(fixture.path(QStringLiteral("all.png")));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QCOMPARE(fixture.chosenMethods(), (std::vector<std::string>{"ig", "ig", "blur-ig"}));
    }

    // A session opens everything again, on the page where it was saved, with the same numbers.
    void aSessionComesBack() {
        CompareFixture fixture;
        fixture.compare("fig-7");
        fixture.session().edit([](Choice& choice) { choice.compare.panes[0].target = "dark"; });
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        const QString file = fixture.path(QStringLiteral("saved.blurig"));
        fixture.dialogs->answers[FileQuestion::SaveSession] = file;
        QSignalSpy written(fixture.window->exporter(), &Exporter::written);
        fixture.find<QAction>("action_saveSession")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, patience);
        const auto value = fixture.image(0)->valueAt(15, 9);
        QVERIFY(value);

        fixture.makeWindow();
        fixture.window->opener()->open(file);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QCOMPARE(fixture.find<QTabWidget>("pages")->currentIndex(), 1);
        QVERIFY(fixture.image(0)->valueAt(15, 9) == value);
        QVERIFY(!fixture.window->messages()->isVisible());

        QImage(96, 64, QImage::Format_RGB888).save(fixture.photo());
        fixture.makeWindow();
        fixture.window->opener()->open(file);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.window->messages()->isVisible(), patience);
        QVERIFY2(fixture.window->messages()->text().contains(QLatin1String("another picture")),
                 qPrintable(fixture.window->messages()->text()));
    }

    void aNewPictureStartsAnew() {
        CompareFixture fixture;
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        const auto before = fixture.panes().panes().front().shown.state;
        fixture.session().setCrop({"squashed", 0, 0, 0, 0});
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared() && fixture.panes().panes().front().shown.state != before, patience);
        QCOMPARE(fixture.panes().panes().size(), std::size_t{3});
    }
};

BLURIG_TEST(TestCompare)
#include "test_compare.moc"
