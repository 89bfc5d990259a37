// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/localisation.h"
#include "core/evaluate/mask_picture.h"
#include "core/render/map_render.h"
#include "tests/support/test_class.h"
#include "tests/ui/marks_fixture.h"
#include "ui/panels/mask_brush.h"

#include <QAction>
#include <QSpinBox>
#include <QToolButton>

using namespace blurig;
using namespace blurig::ui;
using namespace blurig::test;

namespace {

class PaintFixture : public MarksFixture {
public:
    void begin() {
        compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(compared(), patience);
        find<QAction>("action_paintMask")->trigger();
        find<QSpinBox>("brushDiameter")->setValue(8);
    }
    Marks chosen() { return marksOf(session().choice()); }
    std::size_t painted() { return insideOf(chosen().painted.mask()); }
};

} // namespace

class TestPaintedMask : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aStrokeIsScoredOnEveryPaneAndIsOneStep() {
        PaintFixture fixture;
        fixture.begin();
        fixture.draw("compareImage1", {0.2, 0.3}, {0.7, 0.6});
        QTRY_VERIFY_WITH_TIMEOUT(fixture.scored() && fixture.marks().scores().front(), patience);
        const Marks marks = fixture.chosen();
        QVERIFY(marks.boxes.empty() && !marks.painted.empty());
        const auto& panes = fixture.panes().panes();
        for (std::size_t i = 0; i < panes.size(); ++i) {
            const Array plane = reduceChannels(panes[i].shown.state->attribution, ChannelReduction::Absolute);
            const auto expected = localisation(
                plane.host(), inModelPixels(marks.painted.mask(), panes[i].subject.input->prepared.geometry));
            QVERIFY(expected && fixture.marks().scores()[i]);
            QCOMPARE(fixture.marks().scores()[i]->rocAuc, expected->rocAuc);
            QCOMPARE(fixture.marks().scores()[i]->f1, expected->f1);
            QVERIFY(!fixture.brush(static_cast<int>(i))->mask()->isEmpty());
        }
        fixture.draw("comparePhoto", {0.2, 0.8}, {0.8, 0.8});
        QVERIFY(insideOf(fixture.chosen().painted.mask()) > insideOf(marks.painted.mask()));
        fixture.session().back();
        QCOMPARE(fixture.chosen(), marks);
        fixture.session().back();
        QVERIFY(fixture.chosen().empty());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.scored() && !fixture.marks().scores().front(), patience);
        fixture.session().forward();
        QCOMPARE(fixture.chosen(), marks);
        QCOMPARE(marksOf(readChoice(toJson(fixture.session().choice()), "session").choice), marks);
    }

    void altAndTheEraserErase() {
        PaintFixture fixture;
        fixture.begin();
        fixture.draw("compareImage0", {0.2, 0.5}, {0.8, 0.5});
        const std::size_t whole = fixture.painted();
        fixture.draw("compareImage0", {0.7, 0.1}, {0.7, 0.9}, Qt::ShiftModifier | Qt::AltModifier);
        const std::size_t less = fixture.painted();
        QVERIFY(less < whole);
        fixture.find<QToolButton>("markErase")->click();
        fixture.draw("compareImage2", {0.3, 0.1}, {0.3, 0.9}); // begins beside the mask
        QVERIFY(fixture.painted() < less);
        fixture.session().back();
        QCOMPARE(fixture.painted(), less);
        fixture.session().back();
        QCOMPARE(fixture.painted(), whole);
    }

    void boxAndMaskCountTogether() {
        PaintFixture fixture;
        fixture.begin();
        fixture.draw("compareImage0", {0.6, 0.6}, {0.9, 0.9});
        QVERIFY(fixture.find<QAction>("action_paintMask")->isChecked());
        fixture.find<QAction>("action_paintMask")->trigger();
        QVERIFY(fixture.find<QToolButton>("markBox")->isChecked());
        const Marks painted = fixture.chosen();
        fixture.draw("compareImage0", {0.1, 0.1}, {0.4, 0.4});
        const Marks both = fixture.chosen();
        QCOMPARE(both.painted, painted.painted);
        QCOMPARE(both.boxes.size(), std::size_t{1});
        const InputGeometry& geometry = fixture.image(0)->geometry();
        QCOMPARE(insideOf(ui::maskOf(both, geometry)),
                 insideOf(ui::maskOf(painted, geometry)) + insideOf(ui::maskOf({.boxes = both.boxes}, geometry)));
        fixture.find<QAction>("action_clearMarks")->trigger();
        QVERIFY(fixture.chosen().empty());
    }

    void theMaskIsSavedAndOpenedAgain() {
        PaintFixture fixture;
        fixture.begin();
        fixture.draw("compareImage0", {0.2, 0.2}, {0.7, 0.6});
        const Marks marks = fixture.chosen();
        const QString file = fixture.path(QStringLiteral("photo-mask.png"));
        fixture.dialogs->answers[FileQuestion::SaveMask] = file;
        fixture.dialogs->answers[FileQuestion::OpenAnnotation] = file;
        fixture.find<QAction>("action_saveMask")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.message().contains(file), patience);
        QCOMPARE(readMaskPicture(file.toStdString()).objects[0].mask.inside, marks.painted.mask().inside);
        fixture.find<QAction>("action_clearMarks")->trigger();
        fixture.find<QAction>("action_openAnnotation")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.chosen(), marks, patience);
        fixture.find<QAction>("action_clearMarks")->trigger();
        fixture.find<QAction>("action_saveMask")->trigger();
        QVERIFY(fixture.message().contains(QLatin1String("nothing is marked")));
    }

    void aMaskOfAnotherSizeIsToldAndLeftOut() {
        PaintFixture fixture;
        fixture.begin();
        const auto file = fixture.path(QStringLiteral("other.png"));
        writeMaskPicture(file.toStdString(), boxMask({1, 1, 4, 4}, 9, 7));
        fixture.dialogs->answers[FileQuestion::OpenAnnotation] = file;
        fixture.find<QAction>("action_openAnnotation")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.message().contains(QLatin1String("9 x 7")), patience);
        fixture.session().edit([](Choice& choice) {
            setMarks(choice, {.painted = RunMask(boxMask({1, 1, 4, 4}, 9, 7))}); // of another photo
        });
        QVERIFY(fixture.marks().marks().empty());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.scored() && !fixture.marks().scores().front(), patience);
        fixture.draw("compareImage0", {0.4, 0.4}, {0.6, 0.6});
        QVERIFY(!fixture.marks().marks().painted.empty());
    }

    void theMaskStaysOnThePhoto() {
        const InputGeometry crop{
            .modelWidth = 10, .modelHeight = 10, .source = {.x = 20, .y = 0, .width = 40, .height = 40}};
        const Marks marks{.painted = RunMask(boxMask({28, 12, 40, 28}, 80, 40))};
        QCOMPARE(insideOf(ui::maskOf(marks, crop)), std::size_t{12});
        Choice choice;
        setMarks(choice, marks);
        QCOMPARE(marksOf(choice), marks);
        choice.picture = "/photos/cat.png";
        setMarks(choice, marks);
        choice.picture = "/photos/dog.png";
        QVERIFY(marksOf(choice).empty());
        choice.picture = "/moved/cat.png";
        QCOMPARE(marksOf(choice), marks);
        choice.pages[marksId] = {{"painted", std::string("80x40 damaged~")}};
        QVERIFY(marksOf(choice).empty());
    }
};

BLURIG_TEST(TestPaintedMask)
#include "test_painted_mask.moc"
