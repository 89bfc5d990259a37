// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_class.h"
#include "tests/ui/explorer_fixture.h"
#include "ui/pages/laboratory/laboratory_choice.h"
#include "ui/pages/laboratory/laboratory_flow.h"
#include "ui/pages/laboratory/signal_chart.h"
#include "ui/pages/page.h"
#include "ui/widgets/image_pane.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>

using namespace blurig;
using namespace blurig::ui;
using blurig::test::ExplorerFixture;
using blurig::test::patience;

namespace {

class LaboratoryFixture : public ExplorerFixture {
public:
    void look() {
        window->resize(1440, 900);
        find<QAction>("action_laboratoryPage")->trigger();
    }
    LaboratoryFlow& laboratory() { return *window->findChild<LaboratoryFlow*>(); }
    const CausalityWay& way(CausalityPath kind) { return laboratory().ways()[static_cast<std::size_t>(kind)]; }
    LaboratoryChoice part() { return laboratoryChoiceOf(session().choice()); }
    void take(const char* signal) {
        auto* box = find<QComboBox>("laboratorySignal");
        box->setCurrentIndex(box->findData(QString::fromLatin1(signal)));
        Q_EMIT box->activated(box->currentIndex());
    }
};

} // namespace

class TestLaboratoryPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void signalsRunWithoutAPhoto() {
        LaboratoryFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.laboratory().settled(), patience);
        QCOMPARE(fixture.way(CausalityPath::Blur).signal->created(), 0);
        QVERIFY(fixture.way(CausalityPath::Noise).signal->created() > 0);
        QVERIFY(fixture.find<QLabel>("verdict-blur")->text().startsWith(QLatin1String("Causal here")));
        QVERIFY(fixture.find<QLabel>("verdict-straight-to-noise")->text().startsWith(QLatin1String("Not causal")));
        QVERIFY(!fixture.find<Page>("laboratoryPage")->view().hasResult); // no picture to export
    }

    void thePhotoIsMarked() {
        LaboratoryFixture fixture;
        fixture.open();
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.laboratory().settled() &&
                                     !fixture.way(CausalityPath::Noise).picture.empty(),
                                 patience);
        QCOMPARE(fixture.way(CausalityPath::Blur).pictures.enhanced, 0);
        QVERIFY(fixture.way(CausalityPath::Noise).pictures.enhanced > 0);
        QVERIFY(fixture.find<ImagePane>("laboratory-blur")->caption().contains(QLatin1String("0 grow")));
        const View view = fixture.find<Page>("laboratoryPage")->view();
        QVERIFY(view.hasResult);
        QCOMPARE(view.panes.size(), std::size_t{3});
        QVERIFY(view.records.at(QStringLiteral("causality"))().find("straight-to-noise") != std::string::npos);

        const Array before = fixture.way(CausalityPath::Blur).picture;
        fixture.find<QSlider>("laboratoryStep")->setValue(laboratorySteps);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.laboratory().settled() &&
                                     fixture.way(CausalityPath::Blur).picture.storage() != before.storage(),
                                 patience);
        QCOMPARE(fixture.part().step, laboratorySteps);
        fixture.session().back();
        QCOMPARE(fixture.find<QSlider>("laboratoryStep")->value(), LaboratoryChoice().step);
    }

    void aRowOfThePhotoIsASignal() {
        LaboratoryFixture fixture;
        fixture.open();
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.laboratory().settled(), patience);
        fixture.take(LaboratoryChoice::rowSignal);
        fixture.find<QSpinBox>("laboratoryRow")->setValue(7);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.laboratory().settled(), patience);
        const Array expected = rowOf(fixture.view().subject.input->prepared.z, 7);
        QVERIFY(std::ranges::equal(fixture.laboratory().signal().host(), expected.host()));
    }

    void aDragDrawsASignal() {
        LaboratoryFixture fixture;
        fixture.look();
        fixture.take("step");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.laboratory().settled(), patience);
        auto* chart = fixture.find<SignalChart>("signal-blur");
        QTest::mousePress(chart, Qt::LeftButton, Qt::NoModifier, {chart->width() / 3, chart->height() / 3});
        QTest::mouseMove(chart, {chart->width() / 2, chart->height() / 4});
        QTest::mouseMove(chart, {2 * chart->width() / 3, chart->height() / 3});
        QTest::mouseRelease(chart, Qt::LeftButton, Qt::NoModifier, {2 * chart->width() / 3, chart->height() / 3});
        QCOMPARE(fixture.part().signal, std::string(LaboratoryChoice::drawnSignal));
        QCOMPARE(fixture.part().drawn.size(), std::size_t{LaboratoryFlow::signalSize});
        QTRY_VERIFY_WITH_TIMEOUT(fixture.laboratory().settled() &&
                                     !fixture.way(CausalityPath::Blur).signal->places.front().extrema.empty(),
                                 patience);
        QVERIFY(chart->table().contains(QLatin1String("maximum")));
        fixture.session().back();
        QCOMPARE(fixture.part().signal, std::string("step")); // a drag is one step
    }

    void axiomsAreCheckedOnOneClick() {
        LaboratoryFixture fixture;
        fixture.open();
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        auto* check = fixture.find<QPushButton>("axiomsCheck");
        check->click();
        auto* figures = fixture.find<QLabel>("axiomsFigures");
        QTRY_VERIFY_WITH_TIMEOUT(figures->text().contains(QLatin1String("COMPLETENESS")), patience);
        QVERIFY(figures->text().contains(QLatin1String("CAUSALITY")));
        QVERIFY(check->isEnabled());
        QVERIFY(fixture.find<Page>("laboratoryPage")->view().records.contains(QStringLiteral("axioms")));
        fixture.session().edit([](Choice& choice) { choice.crop.rule = "squashed"; }); // another subject
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && figures->text().isEmpty(), patience);
    }

    void playingRunsToTheEndAndStops() {
        LaboratoryFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.laboratory().settled(), patience);
        fixture.find<QSlider>("laboratoryStep")->setValue(laboratorySteps - 2);
        fixture.find<QPushButton>("laboratoryPlay")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.find<QPushButton>("laboratoryPlay")->isChecked(), patience);
        QCOMPARE(fixture.part().step, laboratorySteps);
    }

    void thePartOfTheChoiceIsKept() {
        const LaboratoryChoice part{.signal = "drawn", .row = 5, .seed = 9, .drawn = {0.25F, 0.5F, 1.0F}, .step = 3};
        Choice choice;
        setLaboratoryChoice(choice, part);
        QCOMPARE(laboratoryChoiceOf(readChoice(toJson(choice), "test").choice), part);
        setLaboratoryChoice(choice, {});
        QVERIFY(choice.pages.empty());
        choice.pages[laboratoryPageId] = {
            {"signal", std::string("sawtooth")}, {"row", -4.0}, {"drawn", std::string("0 1 nan")}, {"step", 1e9}};
        QCOMPARE(laboratoryChoiceOf(choice), LaboratoryChoice());
    }
};

BLURIG_TEST(TestLaboratoryPage)
#include "test_laboratory_page.moc"
