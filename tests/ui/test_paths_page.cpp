// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/blur_path.h"
#include "core/scale/scale_space.h"
#include "tests/support/test_class.h"
#include "tests/ui/explorer_fixture.h"
#include "ui/export/exporter.h"
#include "ui/files/opener.h"
#include "ui/pages/paths/paths_flow.h"
#include "ui/widgets/image_pane.h"
#include "ui/widgets/scale_chart.h"

#include <QAction>
#include <QComboBox>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTabWidget>

#include <algorithm>
#include <cmath>

using namespace blurig;
using namespace blurig::ui;
using blurig::test::ExplorerFixture;
using blurig::test::patience;

namespace {

class PathsFixture : public ExplorerFixture {
public:
    void look() {
        open();
        find<QAction>("action_pathsPage")->trigger();
    }
    PathsFlow& paths() { return *window->findChild<PathsFlow*>(); }
    bool placed() {
        return ready() && paths().settled() && paths().blur().path && paths().straight().path &&
               paths().blur().position.value == session().choice().sigma;
    }
    void moveTo(double share) { session().setSigma({positionAtShare(*paths().blur().path->path, share).value}); }
    void choose(const char* box, const char* value) {
        auto* list = find<QComboBox>(box);
        list->setCurrentIndex(list->findData(QString::fromLatin1(value)));
        Q_EMIT list->activated(list->currentIndex());
    }
    QString caption(const char* pane) { return find<ImagePane>(pane)->accessibleDescription(); }
};

// What is shown of a side against the model's own answer to the picture that is shown. The model's rows of a batch
// round alike.
void compareWithModel(PathsFixture& fixture, const PathSide& side) {
    const auto opened = test::modelLike(*fixture.view().subject.model);
    const Model& model = *opened;
    const Array batch = asBatch(side.picture);
    const double value = model.evaluateForward(batch, side.run.target, side.run.score).values.front();
    QVERIFY2(std::abs(side.score.value - value) < 1e-6,
             qPrintable(QStringLiteral("%1, not %2").arg(side.score.value).arg(value)));
    const Array scores = model.classScores(batch).front();
    ClassIndex other = -1;
    for (ClassIndex i = 0; i < model.classCount(); ++i)
        if (i != side.run.target.classes.front().index &&
            (other < 0 || scores.host()[static_cast<std::size_t>(i)] > scores.host()[static_cast<std::size_t>(other)]))
            other = i;
    QCOMPARE(side.score.other, std::optional(other));
    QVERIFY(std::abs(side.score.otherScore - static_cast<double>(scores.host()[static_cast<std::size_t>(other)])) <
            1e-6);
}

} // namespace

class TestPathsPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void scoresAtNodesAreTheModels() {
        PathsFixture fixture;
        fixture.look();
        QCOMPARE(fixture.find<QTabWidget>("pages")->currentIndex(), 2);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.placed(), patience);
        compareWithModel(fixture, fixture.paths().blur()); // sigma 0: the input on both
        compareWithModel(fixture, fixture.paths().straight());

        const auto& nodes = fixture.paths().blur().path->nodes;
        fixture.session().setSigma({nodes[nodes.size() / 2]->position});
        QTRY_VERIFY_WITH_TIMEOUT(fixture.placed(), patience);
        QVERIFY(fixture.paths().blur().score.evaluated);
        compareWithModel(fixture, fixture.paths().blur());
        QVERIFY(fixture.caption("pathBlur").contains(QLatin1String("evaluated")));

        const auto& straight = fixture.paths().straight().path->nodes;
        fixture.moveTo(1 - straight[straight.size() / 2]->position);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.placed(), patience);
        QVERIFY(fixture.paths().straight().score.evaluated);
        QVERIFY(fixture.paths().straight().share > 0 && fixture.paths().straight().share < 1);
        compareWithModel(fixture, fixture.paths().straight());
    }

    void picturesAreThePathsPoints() {
        PathsFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.placed(), patience);
        fixture.moveTo(0.37);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.placed(), patience);
        const PathSide& blur = fixture.paths().blur();
        const PathSide& straight = fixture.paths().straight();
        QVERIFY(std::abs(straight.position.value - 0.63) < 1e-9);
        const Array z = fixture.view().subject.input->prepared.z;
        const Array blurred = ScaleSpace(z).blurred(blur.position.value);
        for (const auto& [x, y] : {std::pair{0, 0}, std::pair{15, 9}, std::pair{31, 31}}) {
            double mean = 0;
            double meanBlurred = 0;
            for (std::int64_t c = 0; c < 3; ++c) {
                const auto at = static_cast<std::size_t>((c * 32 + y) * 32 + x);
                mean += 0.37 * static_cast<double>(z.host()[at]) / 3; // the baseline is black
                meanBlurred += static_cast<double>(blurred.host()[at]) / 3;
            }
            QVERIFY(std::abs(fixture.find<ImagePane>("pathStraight")->valueAt(x, y).value_or(qQNaN()) - mean) < 1e-5);
            QVERIFY(std::abs(fixture.find<ImagePane>("pathBlur")->valueAt(x, y).value_or(qQNaN()) - meanBlurred) <
                    1e-5);
        }
    }

    // Between nodes the score is a line's, and says so; moving asks the straight path's engine slot for nothing.
    void movingRunsNoModel() {
        PathsFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.placed(), patience);
        const auto state = fixture.paths().straightRun().shown.state;
        const auto& nodes = fixture.paths().blur().path->nodes;
        const Path& path = *fixture.paths().blur().path->path;
        const double a = shareOfWay(path, {nodes[0]->position});
        const double b = shareOfWay(path, {nodes[1]->position});
        int running = 0;
        connect(&fixture.paths(), &PathsFlow::changed, this,
                [&] { running += fixture.paths().straightRun().activity.running ? 1 : 0; });
        fixture.moveTo((a + b) / 2);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.placed(), patience);
        const TracedScore& score = fixture.paths().blur().score;
        QVERIFY(!score.evaluated);
        QVERIFY(std::abs(score.value - (nodes[0]->value + nodes[1]->value) / 2) < 1e-9);
        QVERIFY(fixture.caption("pathBlur").contains(QLatin1String("interpolated")));
        QCOMPARE(running, 0);
        QCOMPARE(fixture.paths().straightRun().shown.state, state);
    }

    void theChartIsTheSlider() {
        PathsFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.placed(), patience);
        auto* chart = fixture.find<ScaleChart>("pathsChart");
        QTest::keyClick(chart, Qt::Key_End);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.placed(), patience);
        QCOMPARE(fixture.session().choice().sigma, fixture.paths().blur().path->path->farEnd());
        QCOMPARE(fixture.paths().straight().position.value, 1.0);
        QCOMPARE(fixture.find<ImagePane>("pathStraight")->valueAt(15, 9).value_or(qQNaN()), 0.0);
        QTest::keyClick(chart, Qt::Key_Home);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.placed(), patience);
        QCOMPARE(fixture.paths().straight().position.value, 0.0);
    }

    void matchedByScore() {
        PathsFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.placed(), patience);
        fixture.choose("pathsMatch", "score");
        QCOMPARE(fixture.session().choice().paths.match, std::string("score"));
        int reached = 0;
        for (const double share : {0.2, 0.5, 0.8, 1.0}) {
            fixture.moveTo(share);
            QTRY_VERIFY_WITH_TIMEOUT(fixture.placed(), patience);
            const PathSide& straight = fixture.paths().straight();
            reached += straight.scoreReached ? 1 : 0;
            if (straight.scoreReached)
                QVERIFY(std::abs(straight.score.value - fixture.paths().blur().score.value) < 1e-9);
            else
                QVERIFY(fixture.caption("pathStraight").contains(QLatin1String("the nearest is shown")));
        }
        QVERIFY(reached > 0); // at the input, at least
    }

    void anotherTargetAndAnotherBaseline() {
        PathsFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.placed(), patience);
        fixture.choose("pathsBaseline", "white");
        QTRY_VERIFY_WITH_TIMEOUT(
            fixture.placed() && fixture.paths().straight().run.state->parameters.text("baseline") == "white", patience);
        fixture.moveTo(0);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.placed(), patience);
        QCOMPARE(fixture.find<ImagePane>("pathStraight")->valueAt(15, 9).value_or(qQNaN()), 1.0);
        fixture.session().setTarget("dark");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.placed() && fixture.paths().blur().run.target.classes.front().index == 3,
                                 patience);
        QVERIFY(fixture.paths().straight().run.target == fixture.paths().blur().run.target);
        QVERIFY(fixture.caption("pathStraight").contains(QLatin1String("dark")));
    }

    // Words of a hand-written session.
    void aBaselineThatNobodyKnowsIsTold() {
        PathsFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.placed(), patience);
        fixture.session().edit([](Choice& choice) { choice.paths.baseline = "magic"; });
        QTRY_VERIFY_WITH_TIMEOUT(fixture.paths().straightRun().error.has_value(), patience);
        QVERIFY(!fixture.paths().straight().path);
        QVERIFY(!fixture.find<ImagePane>("pathStraight")->valueAt(15, 9));
        QVERIFY(fixture.find<ImagePane>("pathBlur")->valueAt(15, 9));
        fixture.choose("pathsBaseline", "black");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.placed(), patience);
    }

    void computesOnlyWhileItIsLookedAt() {
        PathsFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        QVERIFY(!fixture.paths().straightRun().shown.state);
        QVERIFY(!fixture.paths().straightRun().activity.running);
    }

    void aFigureOpensThePlaceAgain() {
        PathsFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.placed(), patience);
        fixture.moveTo(0.5);
        fixture.choose("pathsMatch", "score");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.placed(), patience);
        const double value = fixture.paths().straight().score.value;
        const double sigma = fixture.session().choice().sigma;
        QSignalSpy written(fixture.window->exporter(), &Exporter::written);
        fixture.window->exporter()->exportView(fixture.path(QStringLiteral("paths.svg")), {.arrays = true});
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, patience);
        for (const char* name : {"paths_input.npy", "paths_blur-ig.npy", "paths_ig.npy", "paths_ig.json"})
            QVERIFY2(QFileInfo::exists(fixture.path(QString::fromLatin1(name))), name);

        fixture.makeWindow();
        fixture.window->opener()->open(fixture.path(QStringLiteral("paths.svg")));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.placed(), patience);
        QCOMPARE(fixture.find<QTabWidget>("pages")->currentIndex(), 2);
        QCOMPARE(fixture.session().choice().sigma, sigma);
        QCOMPARE(fixture.paths().straight().score.value, value);
    }
};

BLURIG_TEST(TestPathsPage)
#include "test_paths_page.moc"
