// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/accumulation.h"
#include "core/path/bulk.h"
#include "core/scales/octave_removal.h"
#include "tests/support/test_class.h"
#include "tests/ui/explorer_fixture.h"
#include "ui/pages/page.h"
#include "ui/pages/scales/band_chart.h"
#include "ui/pages/scales/octave_chart.h"
#include "ui/pages/scales/scales_choice.h"
#include "ui/pages/scales/scales_flow.h"
#include "ui/widgets/image_pane.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>

#include <cmath>
#include <numeric>

using namespace blurig;
using namespace blurig::ui;
using blurig::test::ExplorerFixture;
using blurig::test::patience;

namespace {

class ScalesFixture : public ExplorerFixture {
public:
    void look() {
        window->resize(1440, 900);
        open();
        find<QAction>("action_scalesPage")->trigger();
    }
    ScalesFlow& scales() { return *window->findChild<ScalesFlow*>(); }
    const ScalesView& shown() { return scales().view(); }
    BandChart* chart() { return find<BandChart>("bandChart"); }
    bool there() { return ready() && shown().path && scales().settled() && shown().band; }
    // As a user drags over these sigmas.
    void drag(double from, double to, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        const auto at = [this](double sigma) {
            return QPoint(static_cast<int>(std::lround(chart()->placeOf({sigma}))), chart()->height() / 2);
        };
        QTest::mousePress(chart(), Qt::LeftButton, modifiers, at(from));
        QTest::mouseMove(chart(), (at(from) + at(to)) / 2);
        QTest::mouseMove(chart(), at(to));
        QTest::mouseRelease(chart(), Qt::LeftButton, modifiers, at(to));
    }
    ScalesChoice part() { return scalesChoiceOf(session().choice()); }
};

double sumOf(const Array& map) {
    return std::accumulate(map.host().begin(), map.host().end(), 0.0);
}

} // namespace

class TestScalesPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void allPartsAgreeWithTheMap() {
        ScalesFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.there(), patience);
        const ScalesView& view = fixture.shown();
        const Completeness& known = view.path->completeness;
        double change = 0;
        for (const DensityCell& cell : view.density)
            change += cell.change;
        QVERIFY(std::abs(change - known.difference()) < 1e-9);
        QCOMPARE(view.octaves.size(), std::size_t{3});
        for (const MethodOctaves& method : view.octaves)
            QVERIFY2(method.split, qPrintable(method.why));
        QVERIFY(std::abs(view.octaves[0].split->sums.total() - known.sum) < 1e-5);
        QVERIFY(std::abs(sumOf(view.octaves[0].split->maps[1]) - view.octaves[0].split->sums.octaves[1]) < 1e-5);
        QVERIFY(view.evolution && !view.evolution->stretches.empty());
        QVERIFY(view.straightEvolution && !view.straightEvolution->stretches.empty());
        QVERIFY(fixture.find<QLabel>("scalesLabels")->text().contains(QLatin1String("Straight to black")));
        const auto bulk = bulkInterval(*view.path);
        QVERIFY(bulk);
        QCOMPARE(view.band->band, (ScaleBand{bulk->from, bulk->to})); // until one is chosen
        QVERIFY(fixture.find<QLabel>("scalesBulk")->text().contains(QLatin1String("50 %")));
        QVERIFY(fixture.find<QLabel>("scalesBulk")->text().contains(QLatin1String("may still be needed")));
    }

    void aDragChoosesABand() {
        ScalesFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.there(), patience);
        const double end = fixture.shown().path->path->farEnd();
        fixture.drag(0.2 * end, 0.6 * end);
        QTRY_VERIFY_WITH_TIMEOUT(
            fixture.there() && fixture.part().band && fixture.shown().band->band == *fixture.part().band, patience);
        const ScaleBand band = fixture.shown().band->band;
        QVERIFY(std::abs(band.from - 0.2 * end) < 0.02 * end && std::abs(band.to - 0.6 * end) < 0.02 * end);
        Accumulation accumulation(fixture.shown().path);
        const double expected = sumOf(accumulation.at(band.from)) - sumOf(accumulation.at(band.to));
        QVERIFY(std::abs(fixture.shown().band->sum - expected) < 1e-5);
        QCOMPARE(fixture.session().choice().sigma, 0.0); // the slider stayed

        fixture.drag(band.to, 0.9 * end); // its edge
        QTRY_VERIFY_WITH_TIMEOUT(fixture.there() && fixture.shown().band->band.to > 0.85 * end, patience);
        QCOMPARE(fixture.shown().band->band.from, band.from);
        fixture.session().back();
        fixture.session().back();
        QVERIFY(!fixture.part().band); // a drag is one step
    }

    void twoBandsAreCompared() {
        ScalesFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.there(), patience);
        const double end = fixture.shown().path->path->farEnd();
        QVERIFY(!fixture.find<ImagePane>("scalesSecond")->isVisible());
        fixture.drag(0, 0.3 * end);
        fixture.drag(0.5 * end, 0.8 * end, Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.there() && fixture.shown().second && fixture.part().band &&
                                     fixture.shown().band->band == *fixture.part().band,
                                 patience);
        QVERIFY(fixture.find<ImagePane>("scalesSecond")->isVisible());
        QCOMPARE(fixture.find<ImagePane>("scalesSecond")->look().range.limit,
                 fixture.find<ImagePane>("scalesBand")->look().range.limit);
        fixture.find<QPushButton>("scalesClear")->click();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.there() && !fixture.shown().second, patience);
    }

    void aClickMovesTheSlider() {
        ScalesFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.there(), patience);
        const double wanted = 0.5 * fixture.shown().path->path->farEnd();
        QTest::mouseClick(fixture.chart(), Qt::LeftButton, Qt::NoModifier,
                          QPoint(static_cast<int>(std::lround(fixture.chart()->placeOf({wanted}))), 60));
        QVERIFY(std::abs(fixture.session().choice().sigma - wanted) < 0.02 * wanted);
        QVERIFY(!fixture.part().band);
    }

    void keysMoveTheBand() {
        ScalesFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.there(), patience);
        const ScaleBand before = fixture.shown().band->band;
        QTest::keyClick(fixture.chart(), Qt::Key_Right, Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.part().band && fixture.part().band->to > before.to, patience);
        QCOMPARE(fixture.part().band->from, before.from);
        QTest::keyClick(fixture.chart(), Qt::Key_Right);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.part().band->from > before.from, patience);
    }

    void anOctaveIsChosenAndShown() {
        ScalesFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.there(), patience);
        auto* chart = fixture.find<OctaveChart>("octaveChart");
        for (int i = 0; i < 8; ++i)
            QTest::keyClick(chart, Qt::Key_Left);
        QTest::keyClick(chart, Qt::Key_Right);
        QCOMPARE(fixture.part().octave, std::optional(1));
        auto* method = fixture.find<QComboBox>("scalesMethod");
        method->setCurrentIndex(method->findData(QStringLiteral("ig")));
        Q_EMIT method->activated(method->currentIndex());
        const auto* pane = fixture.find<ImagePane>("scalesOctave");
        QVERIFY(pane->title().contains(QStringLiteral("4–8")) &&
                pane->title().contains(QLatin1String("IG from black")));
        QCOMPARE(pane->values().storage(), fixture.shown().octaves[1].split->maps[1].storage());
        QVERIFY(fixture.find<ImagePane>("scalesWithout")->caption().contains(QLatin1Char('%')));
    }

    void removalIsMeasuredOnDemand() {
        ScalesFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.there(), patience);
        QVERIFY(!fixture.shown().measured.removal);
        fixture.find<QPushButton>("scalesMeasure")->click();
        QVERIFY(!fixture.find<QPushButton>("scalesMeasure")->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.there() && fixture.shown().measured.removal, patience);
        const auto model = test::modelLike(*fixture.view().subject.model);
        Sink sink;
        const OctaveRemoval expected =
            removeOctaves(*model, fixture.view().subject.input->prepared.z, {}, fixture.shown().run.target, sink);
        for (std::size_t octave = 0; octave < expected.without.size(); ++octave)
            QVERIFY(std::abs(expected.without[octave].score - fixture.shown().measured.removal->without[octave].score) <
                    1e-6);
        QVERIFY(fixture.find<QLabel>("scalesRemoval")->text().contains(QStringLiteral("→")));
        const QString table = fixture.find<OctaveChart>("octaveChart")->table();
        QCOMPARE(table.count(QLatin1Char('\n')), static_cast<qsizetype>(expected.bands.size()));
        QVERIFY(table.contains(QLatin1String("only_up_to")));
    }

    void shapleyValuesAreMeasuredOnDemand() {
        ScalesFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.there(), patience);
        auto* button = fixture.find<QPushButton>("scalesShapley");
        QVERIFY(button->toolTip().contains(QLatin1String("forward passes")));
        button->click();
        QVERIFY(!button->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.there() && fixture.shown().measured.shapley, patience);
        const auto model = test::modelLike(*fixture.view().subject.model);
        Sink sink;
        const Array& input = fixture.view().subject.input->prepared.z;
        const OctaveShapley expected = shapleyOfOctaves(*model, input, {}, fixture.shown().run.target, sink);
        const OctaveShapley& found = *fixture.shown().measured.shapley;
        QCOMPARE(found.scores.size(), expected.scores.size());
        for (std::size_t octave = 0; octave < expected.scores.size(); ++octave)
            QVERIFY(std::abs(expected.scores[octave] - found.scores[octave]) < 1e-6);
        QVERIFY(fixture.find<OctaveChart>("octaveChart")->table().contains(QLatin1String("shapley")));
        // They are of the score, not of a logarithm of it.
        fixture.session().edit([](Choice& choice) { choice.score = "log-prob"; });
        QTRY_VERIFY_WITH_TIMEOUT(fixture.there() && fixture.shown().run.score == Score::LogProbability, patience);
        QVERIFY(!button->isEnabled());
        QVERIFY(!fixture.find<OctaveChart>("octaveChart")->table().contains(QLatin1String("shapley")));
    }

    void regionsAreFollowed() {
        ScalesFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.there(), patience);
        auto* pane = fixture.find<ImagePane>("scalesBand");
        const QRectF picture = pane->picturePlace();
        const auto at = [&](double x, double y) { // model pixels of 32
            return QPointF(picture.left() + (x + 0.5) / 32 * picture.width(),
                           picture.top() + (y + 0.5) / 32 * picture.height())
                .toPoint();
        };
        QTest::mouseClick(pane, Qt::LeftButton, Qt::ShiftModifier, at(12, 20));
        QTest::mousePress(pane, Qt::LeftButton, Qt::ShiftModifier, at(4, 6));
        QTest::mouseMove(pane, at(9, 10));
        QTest::mouseRelease(pane, Qt::LeftButton, Qt::ShiftModifier, at(9, 10));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.there() && fixture.shown().regions.size() == 2, patience);
        QCOMPARE(fixture.shown().regions[0].region, (PixelRegion{12, 20, 13, 21}));
        QCOMPARE(fixture.shown().regions[1].region, (PixelRegion{4, 6, 10, 11}));
        const std::vector<double>& masses = fixture.shown().regions[0].masses;
        const double sum = std::accumulate(masses.begin(), masses.end(), 0.0);
        QVERIFY(std::abs(sum - test::sumAt(fixture.shown().run.state->attribution, 12, 20)) < 1e-6);
        QVERIFY(fixture.chart()->table().contains(QLatin1String("pixel 12, 20")));
    }

    void theTableIsCopied() {
        ScalesFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.there(), patience);
        QGuiApplication::clipboard()->clear();
        fixture.chart()->findChild<QAction*>(QStringLiteral("copyTable"))->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), fixture.chart()->table());
        QCOMPARE(fixture.chart()->table().count(QLatin1Char('\n')),
                 static_cast<qsizetype>(fixture.shown().density.size()));
    }

    void aMapWithoutScalesSaysSo() {
        ScalesFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.there(), patience);
        fixture.session().edit([](Choice& choice) { choice.panes.front().method = "ig"; });
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && !fixture.shown().path && !fixture.shown().why.isEmpty(), patience);
        QVERIFY(fixture.find<QLabel>("scalesBulk")->text().contains(QLatin1String("no path over scales")));
    }

    // What was computed so far is no map of the whole path.
    void aCancelledMapIsNotTaken() {
        ScalesFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.there(), patience);
        fixture.session().edit([](Choice& choice) {
            choice.panes.front().parameters = {
                {"tolerance_map", "0"}, {"tolerance_gap", "0"}, {"max_gradients", "100000"}};
        });
        QTRY_VERIFY_WITH_TIMEOUT(fixture.view().explore.state->ending == Ending::Running, patience); // its first map
        fixture.flow().cancel();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.shown().why.contains(QLatin1String("cancelled")), patience);
        QVERIFY(!fixture.shown().path);
    }

    void aFigureHasPanesAndRecords() {
        ScalesFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.there(), patience);
        const View view = fixture.find<Page>("scalesPage")->view();
        QVERIFY(view.hasResult);
        QCOMPARE(view.panes.size(), std::size_t{3});
        for (const char* record : {"record", "density", "octaves-blur-ig", "octaves-ig", "evolution"})
            QVERIFY2(view.records.contains(QLatin1String(record)), record);
        QVERIFY(view.arrays.contains(QStringLiteral("band")));
    }

    void aTestPatternOpensLikeAPhoto() {
        QStandardPaths::setTestModeEnabled(true);
        ScalesFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.there(), patience);
        fixture.find<QAction>("pattern_two-gratings")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.there() && QString::fromStdString(fixture.shown().subject.picture.name())
                                                        .endsWith(QLatin1String("two-gratings.png")),
                                 patience);
    }

    void thePartOfTheChoiceIsKept() {
        const ScalesChoice part{.band = ScaleBand{0.5, 3},
                                .second = ScaleBand{4, 9},
                                .axis = DensityAxis::Sigma,
                                .method = "ig",
                                .octave = 2,
                                .regions = {{1, 2, 3, 4}, {5, 6, 7, 8}}};
        Choice choice;
        setScalesChoice(choice, part);
        QCOMPARE(scalesChoiceOf(readChoice(toJson(choice), "test").choice), part);
        setScalesChoice(choice, {});
        QVERIFY(choice.pages.empty());
        choice.pages[scalesPageId] = {{"band_from", 3.0},
                                      {"band_to", 1.0},
                                      {"axis", std::string("furlongs")},
                                      {"octave", -4.0},
                                      {"regions", std::string("1,2;x,y,z,w;9,9,3,3")}};
        QCOMPARE(scalesChoiceOf(choice), ScalesChoice());
    }
};

BLURIG_TEST(TestScalesPage)
#include "test_scales_page.moc"
