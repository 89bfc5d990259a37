// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/presets.h"
#include "tests/support/test_class.h"
#include "tests/ui/compare_fixture.h"
#include "ui/export/exporter.h"
#include "ui/files/opener.h"
#include "ui/pages/compare/compare_flow.h"
#include "ui/pages/compare/compare_page.h"
#include "ui/panels/message_bar.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTabWidget>
#include <QToolButton>

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
            MethodSink sink;
            const auto model = test::modelLike(*fixture.view().subject.model);
            const Item item{.input = fixture.view().subject.input->prepared.z, .target = pane.shown.target};
            const auto alone =
                methodById(wanted[i].method)
                    .run(*model, item, parametersOf(methodById(wanted[i].method), wanted[i].parameters), sink, {});
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

    void theSameBudgetForAll() {
        CompareFixture fixture;
        fixture.compare("fig-7");
        fixture.find<QSpinBox>("sameGradients")->setValue(24);
        fixture.find<QPushButton>("setSameGradients")->click();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        for (const ComparePaneView& pane : fixture.panes().panes()) {
            QCOMPARE(pane.shown.state->ending, Ending::BudgetEnded);
            const Cost& cost = pane.shown.state->cost;
            QVERIFY(cost.gradients + cost.forwards / 3.0 <= 24.5);
            QVERIFY(cost.gradients + cost.forwards / 3.0 >= 18);
        }
        fixture.editor().setSameGap(0.02);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        for (const ComparePaneView& pane : fixture.panes().panes())
            QCOMPARE(pane.shown.state->ending, Ending::Converged);
    }

    // Two classes on one picture; a pane that cannot be computed says so and disturbs no other.
    void aPaneHasItsOwnTarget() {
        CompareFixture fixture;
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        fixture.find<QToolButton>("compareParameters1")->click();
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
        fixture.find<QToolButton>("compareParameters0")->click();
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

    void exportsEveryPane() {
        CompareFixture fixture;
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QSignalSpy written(fixture.window->exporter(), &Exporter::written);
        fixture.window->exporter()->exportView(fixture.path(QStringLiteral("all.png")));
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, patience);
        const QImage figure(fixture.path(QStringLiteral("all.png")));
        QVERIFY(figure.width() > 3 * 2 * 448 &&
                figure.height() > 2 * 448); // three pictures in a row, at twice the size
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
