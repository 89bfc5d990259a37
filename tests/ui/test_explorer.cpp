// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/accumulation.h"
#include "core/scale/scale_space.h"
#include "tests/support/gate_model.h"
#include "tests/support/script_model.h"
#include "tests/support/test_class.h"
#include "tests/ui/explorer_fixture.h"
#include "ui/engine/lane_follower.h"
#include "ui/export/exporter.h"
#include "ui/files/opener.h"
#include "ui/pages/explore/explore_panes.h"
#include "ui/panels/message_bar.h"
#include "ui/widgets/completeness_bar.h"
#include "ui/widgets/scale_chart.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QInputDialog>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>
#include <numeric>

using namespace blurig;
using namespace blurig::ui;
using blurig::test::ExplorerFixture;
using blurig::test::patience;
using blurig::test::sumAt;

namespace {

// What the panes hold against the engine's numbers, at some pixels. The panes' planes are sums in float32.
void comparePanes(ExplorerFixture& fixture) {
    const ExploreView& view = fixture.view();
    QVERIFY(view.frame && view.path());
    const double sigma = fixture.session().choice().sigma;
    QCOMPARE(view.frame->sigma, sigma);
    const ScaleSpace space(view.subject.input->prepared.z);
    const Array blurred = space.blurred(sigma);
    const Array laplacian = space.laplacian(sigma);
    const Array accumulated = Accumulation(view.path()).at(sigma);
    // The slider rests: the gradient is the exact one.
    const Array gradient = arrayOf(view, PaneKind::Gradient);
    const Evaluation exact =
        test::modelLike(*view.subject.model)
            ->evaluate(space.blurred(std::span(&sigma, 1)), view.explore.target, view.explore.score);
    constexpr double tolerance = 1e-5; // float32, values up to 1
    for (const auto& [x, y] : {std::pair{0, 0}, std::pair{15, 9}, std::pair{31, 31}, std::pair{7, 22}}) {
        const auto value = [&](const char* pane) {
            return fixture.find<ImagePane>(pane)->valueAt(x, y).value_or(qQNaN());
        };
        const auto close = [&](double actual, double expected) { return std::abs(actual - expected) <= tolerance; };
        QVERIFY2(close(value("paneBlurred"), sumAt(blurred, x, y) / 3), "blurred input");
        QVERIFY2(close(value("paneLog"), sumAt(laplacian, x, y)), "LoG band");
        QVERIFY2(close(value("paneAccumulated"), sumAt(accumulated, x, y)), "accumulated map");
        QVERIFY2(close(value("paneGradient"), sumAt(gradient, x, y)), "gradient");
        // Evaluated here in another batch: the order of additions differs.
        QVERIFY2(std::abs(value("paneGradient") - sumAt(exact.gradients.front(), x, y)) < 1e-3, "exact gradient");
    }
}

class PaintCount : public QObject {
public:
    explicit PaintCount(QWidget* widget) { widget->installEventFilter(this); }
    int count = 0;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

class TestExplorer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void opensAPhotoAndConverges() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.view().explore.state != nullptr, patience); // the first coarse map
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        QCOMPARE(fixture.view().explore.state->ending, Ending::Converged);
        QVERIFY(fixture.find<CompletenessBar>("completenessBar")->text().contains(QLatin1String("gap")));
        QVERIFY(fixture.window->windowTitle().startsWith(QLatin1String("photo.png")));
        comparePanes(fixture);
    }

    void scrubsByKeys() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        auto* chart = fixture.find<ScaleChart>("scaleChart");
        chart->setFocus();
        QTest::keyClick(chart, Qt::Key_Home);
        QCOMPARE(fixture.session().choice().sigma, 0.0);
        double last = 0;
        int steps = 0;
        while (last < chart->sigmaMax().pixels && steps++ < 40) {
            QTest::keyClick(chart, Qt::Key_Right, Qt::ShiftModifier);
            const double sigma = fixture.session().choice().sigma;
            QVERIFY(sigma > last);
            last = sigma;
            if (steps % 5 == 0) {
                QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
                comparePanes(fixture);
            }
        }
        QCOMPARE(last, chart->sigmaMax().pixels);
        QTest::keyClick(chart, Qt::Key_Home);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        comparePanes(fixture);
    }

    void scrubsByMouse() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        auto* chart = fixture.find<ScaleChart>("scaleChart");
        const int y = chart->height() / 2;
        QTest::mousePress(chart, Qt::LeftButton, {}, QPoint(2, y));
        QCOMPARE(fixture.session().choice().sigma, 0.0);
        double last = 0;
        for (int x = 2; x < chart->width(); x += 12) {
            QTest::mouseMove(chart, QPoint(x, y));
            const double sigma = fixture.session().choice().sigma;
            QVERIFY(sigma >= last);
            last = sigma;
        }
        QTest::mouseRelease(chart, Qt::LeftButton, {}, QPoint(chart->width() - 1, y));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        QVERIFY(last > 0.9 * chart->sigmaMax().pixels);
        comparePanes(fixture);
        QCOMPARE(
            fixture.find<QDoubleSpinBox>("sigmaSpin")->value(),
            fixture.find<QDoubleSpinBox>("sigmaSpin")
                ->valueFromText(QString::number(fixture.session().choice().sigma, 'f', 2) + QStringLiteral(" px")));
    }

    void scrubbingPaintsOnlyWhatChanges() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        fixture.session().setSigma({1.0});
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        const PaintCount classes(fixture.find<QWidget>("classList"));
        const PaintCount pane(fixture.find<QWidget>("paneAccumulated"));
        for (const double sigma : {0.5, 2.0, 3.25}) {
            const int before = pane.count;
            fixture.session().setSigma({sigma});
            QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && pane.count > before, patience);
        }
        QCOMPARE(classes.count, 0);
    }

    void changesTheTargetByClick() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        const auto before = fixture.view();
        auto* list = fixture.find<QAbstractItemView>("classView");
        const QModelIndex second = list->model()->index(1, 0);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(second).center());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().explore.target != before.explore.target, patience);
        QVERIFY(fixture.session().choice().target != "top");
        QCOMPARE(fixture.view().subject.input->prepared.z.storage(),
                 before.subject.input->prepared.z.storage()); // the prepared input is reused
        comparePanes(fixture);
        fixture.find<QAction>("action_back")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().explore.target == before.explore.target, patience);
    }

    void cancelsAndGoesOn() {
        ExplorerFixture fixture;
        fixture.setParameter("tolerance_map", "0");
        fixture.setParameter("tolerance_gap", "0");
        fixture.setParameter("max_gradients", "20000");
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.view().explore.state != nullptr, patience);
        auto* bar = fixture.find<CompletenessBar>("completenessBar");
        fixture.find<QPushButton>("cancelButton", bar)->click();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        QVERIFY(fixture.view().exploreActivity.cancelled);
        const auto partial = fixture.view().explore.state;
        comparePanes(fixture);
        fixture.find<QPushButton>("goOnButton", bar)->click();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.view().explore.state != partial, patience);
        fixture.find<QAction>("action_cancel")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
    }

    void goesOnAfterTheBudgetEnded() {
        ExplorerFixture fixture;
        fixture.setParameter("tolerance_map", "0.0001");
        fixture.setParameter("max_gradients", "16");
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        QCOMPARE(fixture.view().explore.state->ending, Ending::BudgetEnded);
        const std::size_t nodes = fixture.view().path()->nodes.size();
        fixture.find<QPushButton>("goOnButton", fixture.find<CompletenessBar>("completenessBar"))->click();
        QCOMPARE(fixture.session().choice().panes.front().parameters.at("max_gradients"), std::string("32"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().path()->nodes.size() > nodes, patience);
        comparePanes(fixture);
    }

    void keepsTheStateWhenAFileIsBroken_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("text under .png") << "broken.png" << QByteArray("this is no picture");
        QTest::newRow("empty picture") << "empty.jpg" << QByteArray();
        QTest::newRow("not a model") << "broken.pt" << QByteArray("PK\x03\x04 and nothing more");
    }

    void keepsTheStateWhenAFileIsBroken() {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, content);
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        const auto state = fixture.view().explore.state;
        const Choice choice = fixture.session().choice();
        QFile file(fixture.path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        auto* messages = fixture.find<MessageBar>("messageBar");
        QVERIFY(messages->isHidden());
        fixture.dialogs->answers = {{FileQuestion::OpenPicture, file.fileName()}};
        fixture.find<QAction>("action_openPicture")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(messages->isVisible(), patience);
        QVERIFY2(messages->text().contains(name), qPrintable(messages->text()));
        QVERIFY(fixture.ready());
        QCOMPARE(fixture.view().explore.state, state);
        QVERIFY(fixture.session().choice() == choice);
        comparePanes(fixture);
    }

    void explainsASuperclassFromTheSearch() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        auto* search = fixture.find<QLineEdit>("classSearch");
        const auto ask = [search](const char* words) {
            QTest::keyClicks(search, words);
            QTest::keyClick(search, Qt::Key_Return);
        };
        QTRY_VERIFY_WITH_TIMEOUT(fixture.window->isActiveWindow(), patience);
        search->setFocus();
        QVERIFY(search->hasFocus());
        ask("any cat");
        QVERIFY(!search->hasFocus()); // keys are the window's again
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().explore.target.classes.size() == 2, patience);
        const auto scores = fixture.view().subject.input->classScores.host();
        QVERIFY(std::abs(fixture.view().explore.state->completeness->scoreInput - double{scores[0]} -
                         double{scores[1]}) < 1e-6);
        QCOMPARE(fixture.session().choice().target, std::string("any cat"));
        comparePanes(fixture);

        ask("any bat"); // a mistake: the target stays, the near names are told
        auto* messages = fixture.find<MessageBar>("messageBar");
        QTRY_VERIFY_WITH_TIMEOUT(messages->text().contains(QLatin1String("Near names: any:n02")), patience);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        QCOMPARE(fixture.session().choice().target, std::string("any cat"));
    }

    // What only the command line offers so far, from a figure that it wrote.
    void followsIdgiAndAListOfBaselines() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        fixture.session().edit([](Choice& choice) {
            choice.panes.resize(1);
            choice.panes.push_back(choice.panes.front());
            choice.panes[0].parameters = {{"idgi", "true"}};
            choice.panes[1].method = "ig";
            choice.panes[1].parameters = {{"baseline", "black,white"}};
        });
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().beside.state &&
                                     fixture.view().explore.state->parameters.flag("idgi"),
                                 patience);
        QCOMPARE(fixture.view().beside.state->paths.size(), std::size_t{2});
        auto* baseline = fixture.find<QComboBox>("baselineCombo");
        QCOMPARE(baseline->currentData().toString(), QStringLiteral("black,white"));
        QVERIFY(fixture.find<CompletenessBar>("completenessBar")->text().contains(QLatin1String("exact by construct")));
        for (const double sigma : {0.0, 0.7, 2.5}) {
            fixture.session().setSigma({sigma});
            QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().frame->sigma == sigma, patience);
            comparePanes(fixture);
        }
        fixture.find<QCheckBox>("parameter_idgi")->setChecked(false); // the form has it by itself
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && !fixture.view().explore.state->parameters.flag("idgi"), patience);
        QVERIFY(fixture.view().explore.state->completeness->mapError.has_value());
        comparePanes(fixture);
    }

    void restoresAViewFromItsFigure() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        fixture.session().setTarget("2");
        fixture.session().setSigma({1.5});
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().explore.target.classes.front().index == 2, patience);
        const QString figure = fixture.path(QStringLiteral("figure.png"));
        QSignalSpy written(fixture.window->exporter(), &Exporter::written);
        fixture.dialogs->answers = {{FileQuestion::ExportView, figure}};
        fixture.find<QAction>("action_exportView")->trigger();
        fixture.find<QCheckBox>("figureArrays")->setChecked(true);
        fixture.find<QPushButton>("figureExport")->click();
        QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, patience);
        for (const char* ending : {"_input.npy", "_attribution.npy", "_blurred.npy", "_laplacian.npy", "_gradient.npy",
                                   "_accumulated.npy", "_record.json"})
            QVERIFY2(QFileInfo::exists(fixture.path(QStringLiteral("figure")) + QLatin1String(ending)), ending);

        fixture.makeWindow(); // a new start, nothing open
        fixture.window->opener()->open(figure);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        QCOMPARE(fixture.session().choice().sigma, 1.5);
        QCOMPARE(fixture.view().explore.target.classes.front().index, ClassIndex{2});
        QCOMPARE(fixture.view().subject.picture.name(), fixture.photo().toStdString());
        comparePanes(fixture);
    }

    void aFigureStartsNoModelThatWasNeverOpened() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        const QString figure = fixture.path(QStringLiteral("figure.png"));
        QSignalSpy written(fixture.window->exporter(), &Exporter::written);
        fixture.window->exporter()->exportView(figure);
        QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, patience);
        QVERIFY(QFile::remove(fixture.path(QStringLiteral("settings.ini"))));

        fixture.window->close();
        QVERIFY(QFile::remove(fixture.path(QStringLiteral("settings.ini"))));
        fixture.makeWindow();
        fixture.window->opener()->open(figure);
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.view().subject.picture.empty(), patience);
        QVERIFY(!fixture.view().subject.model);
        auto* offer = fixture.find<QPushButton>("messageAction");
        QVERIFY(offer->isVisible());
        offer->click();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
    }

    void putsIntegratedGradientsBeside() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        fixture.find<QAction>("action_beside")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().beside.state, patience);
        QCOMPARE(fixture.view().beside.target, fixture.view().explore.target);
        auto* pane = fixture.find<ImagePane>("paneBeside");
        QVERIFY(pane->isVisible());
        const double expected = sumAt(fixture.view().beside.state->attribution, 15, 9);
        QVERIFY(std::abs(pane->valueAt(15, 9).value_or(qQNaN()) - expected) < 1e-5);
        auto* bar = fixture.find<CompletenessBar>("besideCompletenessBar");
        QVERIFY(bar->isVisible());
        QVERIFY2(bar->text().contains(QLatin1String("F(black)")), qPrintable(bar->text()));
        fixture.find<QAction>("action_beside")->trigger();
        QTRY_VERIFY(!pane->isVisible());
    }

    void asksAboutAModelWithoutCardAndRemembers() {
        ExplorerFixture fixture(false);
        fixture.window->opener()->openModel(fixture.model());
        fixture.window->opener()->openPicture(fixture.photo());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QDialog>("cardDialog"), patience);
        auto* dialog = fixture.find<QDialog>("cardDialog");
        fixture.find<QSpinBox>("cardWidth", dialog)->setValue(48);
        fixture.find<QSpinBox>("cardHeight", dialog)->setValue(40);
        fixture.find<QDialogButtonBox>("cardButtons", dialog)->button(QDialogButtonBox::Ok)->click();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().subject.input->prepared.z.width() == 48, patience);
        fixture.window->close();

        fixture.makeWindow();
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        QCOMPARE(fixture.view().subject.input->prepared.z.height(), 40);
        QVERIFY(!fixture.find<QDialog>("cardDialog"));
    }

    void whoCancelsTheCardGoesBackToTheModelBefore() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        const QString stranger = fixture.path(QStringLiteral("stranger.pt"));
        test::writeScriptModel(stranger.toStdString(),
                               "def forward(self, x):\n    return x.mean([2, 3]) * torch.tensor([1.0, 2.0, 3.0])\n",
                               std::nullopt);
        fixture.window->opener()->openModel(stranger);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QDialog>("cardDialog"), patience);
        fixture.find<QDialog>("cardDialog")->reject();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().subject.model->file == fixture.model().toStdString(),
                                 patience);
    }

    void aNoticeMovesNoPane() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        const auto places = [&fixture] {
            std::vector<QRect> found;
            for (const QWidget* each : fixture.window->findChildren<ImagePane*>())
                found.push_back(QRect(each->mapTo(fixture.window.get(), QPoint()), each->size()));
            return found;
        };
        const std::vector<QRect> before = places();
        auto* messages = fixture.window->messages();
        messages->show(MessageBar::Kind::Notice, QStringLiteral("many words ").repeated(60));
        messages->offer(QStringLiteral("Do it"), [] {});
        QCoreApplication::sendPostedEvents();
        QVERIFY(messages->isVisible());
        QVERIFY(places() == before);
        QVERIFY(fixture.window->rect().contains(messages->geometry()));
    }

    void theButtonSaysWhatItDoes() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        const auto* button = fixture.find<QToolButton>("playButton");
        QCOMPARE(button->text(), QStringLiteral("Play"));
        QAction* play = fixture.find<QAction>("action_play");
        play->trigger();
        QCOMPARE(button->text(), QStringLiteral("Pause"));
        play->trigger();
        QCOMPARE(button->text(), QStringLiteral("Play"));
    }

    void choosesACropAndComesBack() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        const InputGeometry card = fixture.view().subject.input->prepared.geometry;
        auto* rule = fixture.find<QComboBox>("cropCombo");
        rule->setCurrentIndex(rule->findData(QStringLiteral("squashed")));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().subject.crop.rule == "squashed", patience);
        QCOMPARE(fixture.view().subject.input->prepared.geometry.source.width, 96.0);
        comparePanes(fixture);
        fixture.find<QAction>("action_back")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().subject.input->prepared.geometry == card, patience);
    }

    void startsBesideFromAPictureOfTheUsers() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        fixture.find<QAction>("action_beside")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().beside.state, patience);
        auto* baseline = fixture.find<QComboBox>("baselineCombo");
        const auto choose = [&] { baseline->setCurrentIndex(baseline->findData(QStringLiteral("own"))); };
        const Choice before = fixture.session().choice();
        choose(); // the question is given up
        QVERIFY(fixture.session().choice() == before);
        QCOMPARE(baseline->currentData().toString(), QStringLiteral("black"));

        QImage picture(50, 40, QImage::Format_RGB888);
        picture.fill(QColor(255, 0, 51));
        picture.save(fixture.path(QStringLiteral("start.png")));
        fixture.dialogs->answers[FileQuestion::OpenBaseline] = fixture.path(QStringLiteral("start.png"));
        choose();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().beside.state->parameters.text("baseline") == "own",
                                 patience);
        const auto& path = *fixture.view().beside.state->paths.front()->path;
        const Array start = path.point(path.farEnd());
        QVERIFY(std::abs(start.host()[0] - 1.0f) < 1e-6f);
        QVERIFY(std::abs(start.host()[start.host().size() - 1] - 0.2f) < 1e-6f);
        QCOMPARE(fixture.view().beside.state->ending, Ending::Converged);

        QFile::remove(fixture.path(QStringLiteral("start.png")));
        const Choice lost = fixture.session().choice();
        fixture.dialogs->answers[FileQuestion::OpenBaseline] = fixture.path(QStringLiteral("gone.png"));
        fixture.find<QToolButton>("baselinePictureButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<MessageBar>("messageBar")->text().contains(QLatin1String("gone.png")),
                                 patience);
        QVERIFY(fixture.session().choice() == lost);
    }

    // The next classes wait in the engine: choosing one starts no path.
    void prefetchesTheTopClasses() {
        ExplorerFixture fixture;
        int prefetched = 0;
        QObject::connect(fixture.flow().findChild<LaneFollower*>(QStringLiteral("prefetch")), &LaneFollower::updated,
                         [&](const SharedSnapshot& snapshot) { prefetched += snapshot->status == Status::Done; });
        fixture.open();
        QTRY_COMPARE_WITH_TIMEOUT(prefetched, 2, patience);
        const auto before = fixture.view().explore.state;
        const auto scores = fixture.view().subject.input->classScores.host();
        std::vector<int> order(scores.size());
        std::iota(order.begin(), order.end(), 0);
        std::ranges::sort(order, [&](int a, int b) { return scores[std::size_t(a)] > scores[std::size_t(b)]; });
        int running = 0;
        connect(&fixture.flow(), &ExploreFlow::exploreChanged, this,
                [&] { running += fixture.view().explore.state != before && fixture.view().exploreActivity.running; });
        fixture.session().setTarget(std::to_string(order[1]));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().explore.state != before, patience);
        QCOMPARE(running, 0); // whole at once
        QCOMPARE(fixture.view().explore.target.classes.front().index, ClassIndex{order[1]});
        comparePanes(fixture);
        fixture.find<QAction>("action_back")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.view().explore.state, before, patience);
    }

    void remembersTheMemoryBudget() {
        ExplorerFixture fixture;
        fixture.find<QAction>("action_memory")->trigger();
        auto* dialog = fixture.find<QInputDialog>("memoryDialog");
        dialog->setDoubleValue(0.5);
        dialog->accept();
        QCOMPARE(Settings(fixture.path(QStringLiteral("settings.ini"))).memoryGib(), 0.5);
    }

    void keepsTheStateWhenACropMissesThePicture() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        const auto state = fixture.view().explore.state;
        fixture.session().setCrop({.rule = "rectangle", .x = 5000, .y = 0, .width = 20, .height = 20});
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<MessageBar>("messageBar")->isVisible(), patience);
        QCOMPARE(fixture.view().explore.state, state);
        QCOMPARE(fixture.session().choice().crop.rule, std::string("card"));
    }

    void drawingStartsNoComputation() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        const auto state = fixture.view().explore.state;
        fixture.find<QAction>("action_overlay")->trigger(); // a look, with its numbers
        fixture.find<QDoubleSpinBox>("smoothingSpin")->setValue(0);
        fixture.find<QDoubleSpinBox>("clipSpin")->setValue(95);
        fixture.find<QAction>("action_onOriginal")->trigger();
        auto* reduction = fixture.find<QComboBox>("reductionCombo");
        reduction->setCurrentIndex(reduction->findData(QStringLiteral("absolute")));
        QVERIFY(fixture.ready()); // nothing was asked for
        QCOMPARE(fixture.view().explore.state, state);
        QCOMPARE(fixture.session().display().clipPercentile, 95.0);
        const Array& map = fixture.view().frame->accumulated;
        double expected = 0;
        for (std::int64_t c = 0; c < 3; ++c)
            expected += std::abs(static_cast<double>(map.host()[static_cast<std::size_t>((c * 32 + 9) * 32 + 15)]));
        const auto value = fixture.find<ImagePane>("paneAccumulated")->valueAt(15, 9);
        QVERIFY(std::abs(value.value_or(qQNaN()) - expected) < 1e-5);
    }

    void tellsWhatATargetOfAFigureCannotBe() {
        ExplorerFixture fixture;
        Choice choice = fixture.session().choice();
        choice.picture = fixture.photo().toStdString();
        choice.model = fixture.model().toStdString();
        choice.target = "green";
        fixture.session().apply(choice);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience); // with the top class
        QVERIFY(fixture.find<MessageBar>("messageBar")->text().contains(QLatin1String("green")));
        QCOMPARE(fixture.session().choice().target, std::string("top"));
    }

    void pastesAPicture() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        QMimeData data;
        QImage picture(40, 30, QImage::Format_RGB32);
        picture.fill(Qt::red);
        data.setImageData(picture);
        fixture.window->opener()->open(data);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.view().subject.picture.width(), 40, patience);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
    }

    void closesInTheMiddleOfARun() {
        bool ended = false;
        ExplorerFixture fixture(MainWindowOptions{.endProcess = [&ended] { ended = true; }});
        fixture.setParameter("tolerance_map", "0");
        fixture.setParameter("tolerance_gap", "0");
        fixture.setParameter("max_gradients", "20000");
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.view().explore.state != nullptr, patience);
        QVERIFY(!fixture.flow().settled());
        QElapsedTimer timer;
        timer.start();
        QVERIFY(fixture.window->close());
        QVERIFY2(timer.elapsed() < 2000, "it waited for the run, not for a batch of it");
        QVERIFY(!fixture.window->isVisible());
        QVERIFY2(!ended, "the engine did not end by itself");
    }

    void closesWhileTheModelDoesNotReturn() {
        const auto gate = std::make_shared<test::Gate>();
        bool ended = false;
        ExplorerFixture fixture(MainWindowOptions{
            .formats = {test::gateFormat(gate)}, .secondsToEnd = 0.01, .endProcess = [&ended] { ended = true; }});
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        gate->close();
        fixture.session().edit([](Choice& choice) { choice.target = std::string("1"); });
        QTRY_VERIFY_WITH_TIMEOUT(!gate->batches().empty(), patience);
        QVERIFY(fixture.window->close());
        QVERIFY(ended);
        QVERIFY(!fixture.window->isVisible());
        gate->open(); // so that this process ends
    }

    void explainsWithTheDefaultModel() {
        const QString model = qEnvironmentVariable("BLURIG_MODEL", QStringLiteral(BLURIG_DEFAULT_MODEL));
        if (!QFileInfo::exists(model))
            QSKIP("the default model is not prepared");
        ExplorerFixture fixture;
        fixture.window->opener()->openModel(model);
        fixture.window->opener()->openPicture(fixture.photo());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), 120000);
        QCOMPARE(fixture.view().subject.model->classCount, ClassIndex{1000});
        comparePanes(fixture);
    }
};

BLURIG_TEST(TestExplorer)
#include "test_explorer.moc"
