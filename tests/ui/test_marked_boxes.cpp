// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/localisation.h"
#include "core/render/map_render.h"
#include "core/scales/octave_split.h"
#include "tests/support/test_class.h"
#include "tests/ui/marks_fixture.h"
#include "ui/pages/compare/octave_flow.h"
#include "ui/pages/page.h"
#include "ui/panels/region_marker.h"

#include <QAction>
#include <QComboBox>
#include <QFile>

#include <cmath>

using namespace blurig;
using namespace blurig::ui;
using namespace blurig::test;

class TestMarkedBoxes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aBoxIsScoredOnEveryPaneWhileItIsDrawn() {
        MarksFixture fixture;
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        fixture.draw("compareImage0", {0.2, 0.2}, {0.6, 0.7});
        QTRY_VERIFY_WITH_TIMEOUT(fixture.scored() && fixture.marks().scores().front(), patience);
        const auto boxes = marksOf(fixture.session().choice()).boxes;
        QCOMPARE(boxes.size(), std::size_t{1});
        const auto& panes = fixture.panes().panes();
        for (std::size_t i = 0; i < panes.size(); ++i) {
            const Array plane = reduceChannels(panes[i].shown.state->attribution, ChannelReduction::Absolute);
            const auto expected =
                localisation(plane.host(), ui::maskOf({.boxes = boxes}, panes[i].subject.input->prepared.geometry));
            QVERIFY(fixture.marks().scores()[i]);
            QCOMPARE(fixture.marks().scores()[i]->rocAuc, expected->rocAuc);
            const auto* marker = fixture.find<ImagePane>(qPrintable(QStringLiteral("compareImage%1").arg(i)))
                                     ->findChild<RegionMarker*>();
            QVERIFY(marker->badge().contains(QLatin1String("AUC")));
        }
        QVERIFY(!fixture.find<Page>("comparePage")->view().remarks.isEmpty());
        fixture.session().back(); // a drag is one step
        QVERIFY(marksOf(fixture.session().choice()).boxes.empty());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.scored() && !fixture.marks().scores().front(), patience);
    }

    // The split of the pane's own run; scores are of what is shown.
    void oneOctaveOfEachMapIsCompared() {
        MarksFixture fixture;
        fixture.compare("fig-7"); // IG (grey), IG (black), Blur IG
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        auto* box = fixture.find<QComboBox>("compareOctave");
        box->setCurrentIndex(box->findData(1));
        Q_EMIT box->activated(box->currentIndex());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared() && fixture.image(2)->hasPicture(), patience);
        const auto& state = fixture.panes().panes()[2].shown.state;
        Sink sink;
        const OctaveSplit expected = octaveSplit(state->paths, {}, sink);
        QVERIFY(std::ranges::equal(fixture.image(2)->values().host(), expected.maps[1].host()));
        QVERIFY(fixture.image(2)->caption().contains(QLatin1String("octave 1")));
        fixture.draw("compareImage0", {0.2, 0.2}, {0.6, 0.7});
        QTRY_VERIFY_WITH_TIMEOUT(
            fixture.scored() && fixture.marks().scores().size() == 3 && fixture.marks().scores()[2], patience);
        const Array plane = reduceChannels(expected.maps[1], ChannelReduction::Absolute);
        QCOMPARE(
            fixture.marks().scores()[2]->rocAuc,
            localisation(plane.host(), ui::maskOf(marksOf(fixture.session().choice()), fixture.image(2)->geometry()))
                ->rocAuc);
        fixture.session().back();
        fixture.session().back();
        QCOMPARE(box->currentData().toInt(), -1);
        QTRY_VERIFY_WITH_TIMEOUT(
            fixture.compared() && fixture.image(2)->values().storage() == state->attribution.storage(), patience);
    }

    void aMethodWithoutAPathSaysSo() {
        MarksFixture fixture;
        fixture.compare("fig-7");
        fixture.session().edit([](Choice& choice) {
            choice.compare.panes.front() = {.method = "gradient"};
            setComparedOctave(choice, 0);
        });
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared() && fixture.image(0)->message().contains(QLatin1String("no path")),
                                 patience);
        QVERIFY(fixture.image(2)->hasPicture());
    }

    void boxesOfAnAnnotationAreTaken() {
        MarksFixture fixture;
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        const QString file = fixture.path(QStringLiteral("boxes.xml"));
        QFile xml(file);
        QVERIFY(xml.open(QIODevice::WriteOnly));
        xml.write(
            "<annotation><object><name>a</name><bndbox><xmin>11</xmin><ymin>9</ymin><xmax>50</xmax><ymax>48</ymax>"
            "</bndbox></object></annotation>");
        xml.close();
        fixture.dialogs->answers[FileQuestion::OpenAnnotation] = file;
        fixture.find<QAction>("action_openAnnotation")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(marksOf(fixture.session().choice()).boxes, (std::vector<Box>{{10, 8, 50, 48}}),
                                  patience);
        fixture.find<QAction>("action_clearMarks")->trigger();
        QVERIFY(marksOf(fixture.session().choice()).boxes.empty());
    }

    void boxesStayOnThePhoto() {
        const InputGeometry geometry{
            .modelWidth = 10, .modelHeight = 10, .source = {.x = 20, .y = 0, .width = 40, .height = 40}};
        const PixelRegion region{2, 3, 5, 7};
        const Box box = boxOf(region, geometry);
        QCOMPARE(box, (Box{28, 12, 40, 28}));
        QCOMPARE(regionsOf({box}, geometry), std::vector{region});
        QVERIFY(regionsOf({{0, 0, 15, 15}}, geometry).empty()); // left of the crop
        QCOMPARE(insideOf(ui::maskOf({.boxes = {box}}, geometry)), std::size_t{12});
        Choice choice;
        setMarks(choice, {.boxes = {box, {1.5, 2, 3, 4}}});
        QCOMPARE(marksOf(readChoice(toJson(choice), "test").choice).boxes.size(), std::size_t{2});
        choice.pages[marksId] = {{"boxes", std::string("1,2,0,4; x; 1,2,3; 1,1,nan,2")}};
        QVERIFY(marksOf(choice).empty());
    }
};

BLURIG_TEST(TestMarkedBoxes)
#include "test_marked_boxes.moc"
