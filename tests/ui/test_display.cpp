// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/presets.h"
#include "core/record/look_defaults.h"
#include "core/render/clip_range.h"
#include "tests/support/test_class.h"
#include "tests/ui/explorer_fixture.h"
#include "ui/export/exporter.h"
#include "ui/files/opener.h"
#include "ui/pages/compare/compare_flow.h"
#include "ui/panels/display_panel.h"
#include "ui/panels/display_words.h"
#include "ui/panels/map_look.h"
#include "ui/widgets/range_histogram.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QImage>
#include <QLabel>
#include <QSignalSpy>
#include <QSlider>

#include <algorithm>
#include <cmath>

using namespace blurig;
using namespace blurig::ui;
using blurig::test::ExplorerFixture;
using blurig::test::patience;
using blurig::test::sumAt;

namespace {

class DisplayFixture : public ExplorerFixture {
public:
    QWidget* explore() { return find<QWidget>("explorePage"); }
    QWidget* compare() { return find<QWidget>("comparePage"); }
    void choose(const char* combo, const char* value, QWidget* page = nullptr) {
        auto* box = find<QComboBox>(combo, page ? page : explore());
        box->setCurrentIndex(box->findData(QString::fromLatin1(value)));
    }
    QStringList offered(const char* combo) {
        QStringList ids;
        auto* box = find<QComboBox>(combo, explore());
        for (int i = 0; i < box->count(); ++i)
            ids << box->itemData(i).toString();
        return ids;
    }
    QImage accumulated() { return find<ImagePane>("paneAccumulated")->renderedImage(); }
    ImagePane* compared(int index) { return find<ImagePane>(qPrintable(QStringLiteral("compareImage%1").arg(index))); }
};

// How often a colour is there.
int count(const QImage& image, QRgb color) {
    int found = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            found += image.pixel(x, y) == color ? 1 : 0;
    return found;
}

QRgb entry(const ColorMap& map, std::size_t index) {
    return qRgb(map.colors[index][0], map.colors[index][1], map.colors[index][2]);
}

} // namespace

class TestDisplay : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDoubleClickGivesTheUsualValue() {
        DisplayFixture fixture;
        fixture.choose("lookCombo", "region");
        const DisplayChoice usual = displayOfLook("region");
        fixture.find<QDoubleSpinBox>("smoothingSpin", fixture.explore())->setValue(5);
        fixture.find<QSlider>("opacitySlider", fixture.explore())->setValue(30);
        QVERIFY(fixture.session().display() != usual);
        QTest::mouseDClick(fixture.find<QLabel>("smoothingSpinLabel", fixture.explore()), Qt::LeftButton);
        QCOMPARE(fixture.session().display().smoothing, usual.smoothing);
        QTest::mouseDClick(fixture.find<QSlider>("opacitySlider", fixture.explore()), Qt::LeftButton);
        QCOMPARE(fixture.session().display(), usual);
    }

    void partsOfTheSign_data() {
        QTest::addColumn<QString>("part");
        QTest::newRow("signed") << "signed";
        QTest::newRow("positive") << "positive";
        QTest::newRow("negative") << "negative";
        QTest::newRow("absolute") << "absolute";
    }
    void partsOfTheSign() {
        QFETCH(const QString, part);
        DisplayFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        const auto state = fixture.view().explore.state;
        fixture.choose("partCombo", qPrintable(part));
        QCOMPARE(fixture.session().display().part, part.toStdString());
        QVERIFY(fixture.ready());
        QCOMPARE(fixture.view().explore.state, state); // nothing was computed
        const auto* pane = fixture.find<ImagePane>("paneAccumulated");
        for (const auto& [x, y] : {std::pair{15, 9}, std::pair{3, 4}, std::pair{20, 20}, std::pair{28, 11}}) {
            const double value = sumAt(fixture.view().frame->accumulated, x, y);
            const double expected = part == "signed"     ? value
                                    : part == "positive" ? std::max(value, 0.0)
                                    : part == "negative" ? std::max(-value, 0.0)
                                                         : std::abs(value);
            QVERIFY(std::abs(pane->valueAt(x, y).value_or(qQNaN()) - expected) < 1e-6);
        }
        const QString ofLog = fixture.find<ImagePane>("paneLog")->accessibleDescription();
        QCOMPARE(ofLog.contains(QStringLiteral("negative: brighter")), part == "signed");
        const QString first = part == "signed" ? QStringLiteral("blue-orange") : QStringLiteral("cividis");
        QCOMPARE(fixture.offered("colorMapCombo").front(), first);
        QCOMPARE(fixture.offered("colorMapCombo").contains(QStringLiteral("grey")), part != "signed");
        QVERIFY(fixture.session().display().colorMap.empty());
    }

    void aChosenColourComesBackWithItsPart() {
        DisplayFixture fixture;
        fixture.choose("colorMapCombo", "green-purple");
        fixture.choose("partCombo", "positive");
        QCOMPARE(fixture.find<QComboBox>("colorMapCombo", fixture.explore())->currentData().toString(),
                 QStringLiteral("cividis"));
        fixture.choose("partCombo", "signed");
        QCOMPARE(fixture.find<QComboBox>("colorMapCombo", fixture.explore())->currentData().toString(),
                 QStringLiteral("green-purple"));
    }

    void absoluteSumsHaveNoSign() {
        DisplayFixture fixture;
        fixture.choose("partCombo", "negative");
        fixture.choose("reductionCombo", "absolute");
        auto* part = fixture.find<QComboBox>("partCombo", fixture.explore());
        QVERIFY(!part->isEnabled());
        QCOMPARE(part->currentData().toString(), QStringLiteral("absolute"));
        fixture.choose("reductionCombo", "sum");
        QCOMPARE(part->currentData().toString(), QStringLiteral("negative"));
    }

    void theLowEndPaintsZero() {
        DisplayFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        const QRgb zero = entry(colorMaps().front(), 128);
        const int before = count(fixture.accumulated(), zero);
        fixture.find<QDoubleSpinBox>("clipLowSpin", fixture.explore())->setValue(60);
        const int after = count(fixture.accumulated(), zero);
        QVERIFY2(after >= 32 * 32 * 6 / 10 && after > before, qPrintable(QString::number(after)));
    }

    void theHistogramsEndsAreTheClip() {
        DisplayFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        auto* histogram = fixture.find<RangeHistogram>("valueHistogram", fixture.explore());
        auto* low = fixture.find<QDoubleSpinBox>("clipLowSpin", fixture.explore());
        auto* high = fixture.find<QDoubleSpinBox>("clipSpin", fixture.explore());
        const auto* panel = qobject_cast<const DisplayPanel*>(histogram->parentWidget());
        const auto drag = [&](double from, double to) {
            QTRY_VERIFY(panel->settled());
            const auto at = [&](double value) {
                return QPoint(static_cast<int>(std::lround(histogram->xOf(value))), histogram->height() / 2);
            };
            QTest::mousePress(histogram, Qt::LeftButton, {}, at(from));
            QTest::mouseMove(histogram, at(to));
            QTest::mouseRelease(histogram, Qt::LeftButton, {}, at(to));
        };
        const Array plane = planeOf(fixture.view().explore.state->attribution, fixture.session().display());
        drag(0, clipRange(plane, 50, 99).low);
        QVERIFY2(std::abs(low->value() - 50) < 8,
                 qPrintable(QString::number(low->value()))); // a pixel is several per cent
        QCOMPARE(fixture.session().display().clipLowPercentile, low->value());
        drag(clipRange(plane, 0, 99).limit, clipRange(plane, 94, 99).low);
        QVERIFY2(std::abs(high->value() - 94) < 3, qPrintable(QString::number(high->value())));
        drag(clipRange(plane, 0, high->value()).limit, 0); // never below the middle of the scale
        QCOMPARE(high->value(), 90.0);
    }

    void stylesUseThePhoto() {
        DisplayFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        auto* opacity = fixture.find<QSlider>("opacitySlider", fixture.explore());
        auto* topArea = fixture.find<QDoubleSpinBox>("topAreaSpin", fixture.explore());
        const QImage map = fixture.accumulated();
        QVERIFY(opacity->isHidden() && topArea->isHidden());

        fixture.choose("lookCombo", "overlay");
        QVERIFY(fixture.find<QAction>("action_overlay")->isChecked());
        QVERIFY(!opacity->isHidden() && topArea->isHidden());
        QVERIFY(fixture.accumulated() != map);

        fixture.choose("lookCombo", "masked");
        QVERIFY(fixture.find<QAction>("action_overlay")->isChecked()); // over the photo, too
        QVERIFY(opacity->isHidden() && !topArea->isHidden());
        QVERIFY(!fixture.find<QDoubleSpinBox>("clipSpin", fixture.explore())->isEnabled());
        const QImage photo = fixture.find<ImagePane>("paneBlurred")->renderedImage(); // sigma is 0
        const auto bright = [&] {
            int same = 0;
            const QImage masked = fixture.accumulated();
            for (int y = 0; y < 32; ++y)
                for (int x = 0; x < 32; ++x)
                    same += masked.pixel(x, y) == photo.pixel(x, y) ? 1 : 0;
            return same;
        };
        const Array plane = planeOf(fixture.view().frame->accumulated, fixture.session().display());
        const auto positive = std::ranges::count_if(plane.host(), [](float value) { return value > 0; });
        QCOMPARE(bright(), std::min(205, static_cast<int>(positive))); // 20 % of 1024
        topArea->setValue(5);
        QCOMPARE(bright(), std::min(51, static_cast<int>(positive)));

        fixture.choose("lookCombo", "outline");
        const QImage contour = fixture.accumulated();
        QVERIFY(contour != photo && contour != map);
    }

    // The words of an attribution's ends; none for what is no attribution.
    void wordsOfTheEnds() {
        DisplayChoice display = displayOfLook("signed");
        const QString cat = QStringLiteral("tabby - tiger cat");
        QVERIFY(barWords(display, cat) == (BarWords{.low = QStringLiteral("speaks against tabby - tiger cat"),
                                                    .high = QStringLiteral("supports tabby - tiger cat"),
                                                    .shortLow = QStringLiteral("speaks against"),
                                                    .shortHigh = QStringLiteral("supports")}));
        display.part = "negative";
        QVERIFY(barWords(display, cat) == BarWords{.high = QStringLiteral("speaks against tabby - tiger cat")});
        display.reduction = "absolute";
        QVERIFY(barWords(display, QStringLiteral("any dog")) ==
                BarWords{.high = QStringLiteral("for or against any dog")});
    }

    void looksInWords() {
        DisplayChoice display = displayOfLook("pixels");
        const QString whose = QStringLiteral("the whole map");
        const auto words = [&](MapMeaning meaning) { return drawnWords(display, meaning, whose); };
        QCOMPARE(words(MapMeaning::Attribution), QStringLiteral("sum, clip 99 % of the whole map"));
        display.part = "positive";
        display.clipLowPercentile = 12.5;
        QCOMPARE(words(MapMeaning::Attribution), QStringLiteral("sum, positive, clip 12.5 to 99 % of the whole map"));
        display.look = "masked";
        QCOMPARE(words(MapMeaning::Attribution), QStringLiteral("sum, positive, top 20 % (supports it most)"));
        QCOMPARE(words(MapMeaning::Values), QStringLiteral("sum, positive, top 20 %"));
        display.look = "outline";
        display.smoothing = 2;
        QCOMPARE(words(MapMeaning::Attribution),
                 QStringLiteral("sum, positive, smoothed 2 px for viewing, top 20 % (supports it most)"));
        display.part = "of 2031";
        display.look = "of 2031";
        QCOMPARE(words(MapMeaning::Values),
                 QStringLiteral("sum, without sign, smoothed 2 px for viewing, clip 12.5 to 99 % of the whole map"));
    }

    // Nothing is set: the region, of the whole map's percentiles wherever the slider stands; numbers stay raw.
    void theRegionIsTheDefault() {
        DisplayFixture fixture;
        fixture.session().setDisplay(DisplayChoice());
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        const ImagePane& pane = *fixture.find<ImagePane>("paneAccumulated");
        QVERIFY(pane.look().kind == LookKind::Region);
        const ClipRange range = pane.look().range;
        QVERIFY(range == rangeOf(fixture.view().explore.state->attribution, DisplayChoice()));
        fixture.session().setSigma({1.5});
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().frame->sigma == 1.5, patience);
        QVERIFY(pane.look().range == range);
        QVERIFY(pane.values().storage() == fixture.view().frame->accumulated.storage());
        QVERIFY(pane.accessibleDescription().contains(QStringLiteral("smoothed 2 px for viewing")));
        // The LoG band's sign is its own.
        QVERIFY(fixture.find<ImagePane>("paneLog")->look().kind == LookKind::Signed);
        fixture.choose("lookCombo", "signed");
        QVERIFY(pane.look().kind == LookKind::Signed);
        QVERIFY(fixture.session().display() == displayOfLook("signed"));
    }

    void aPresetsLookStaysInCompare() {
        DisplayFixture fixture;
        fixture.open();
        const DisplayChoice before = fixture.session().display();
        const auto compare = [&fixture](const char* preset) {
            fixture.session().edit([preset](Choice& choice) {
                choice.page = "compare";
                applyPreset(choice, preset);
            });
        };
        const auto show = [&fixture](const char* page) {
            fixture.session().edit([page](Choice& choice) { choice.page = std::string(page); });
        };
        compare("fig-8");
        QCOMPARE(fixture.session().display().colorMap, std::string("red-green"));
        fixture.choose("lookCombo", "masked", fixture.compare()); // a knob there is of that page, too
        QCOMPARE(fixture.session().display().look, std::string("masked"));
        const Choice saved = readChoice(toJson(fixture.session().choice()), "test").choice;
        QVERIFY(saved.compare.display == fixture.session().display());
        show("explore");
        QVERIFY(fixture.session().display() == before);
        QCOMPARE(fixture.find<QComboBox>("lookCombo", fixture.find<QWidget>("explorePage"))->currentData().toString(),
                 QString::fromStdString(before.look));
        compare("fig-3");
        QVERIFY(fixture.session().display() == before);
    }

    void comparePanesFollow() {
        DisplayFixture fixture;
        fixture.open();
        fixture.session().edit([](Choice& choice) {
            choice.page = "compare";
            applyPreset(choice, "fig-7");
        });
        CompareFlow& flow = *fixture.window->findChild<CompareFlow*>();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && flow.settled() && !flow.panes().empty(), patience);
        QVERIFY(fixture.compared(0)->accessibleDescription().contains(QStringLiteral("sum, clip 99 %, own range")));
        fixture.choose("partCombo", "absolute", fixture.compare());
        for (int i = 0; i < 3; ++i) {
            const Array& map = flow.panes()[static_cast<std::size_t>(i)].shown.state->attribution;
            const double shown = fixture.compared(i)->valueAt(15, 9).value_or(qQNaN());
            QVERIFY(std::abs(shown - std::abs(sumAt(map, 15, 9))) < 1e-6);
        }

        // The histogram is of the pane that was clicked last.
        auto* histogram = fixture.find<RangeHistogram>("valueHistogram", fixture.compare());
        const auto limitX = [&](std::size_t pane) {
            const DisplayChoice& display = fixture.session().display();
            return histogram->xOf(rangeOf(flow.panes()[pane].shown.state->attribution, display).limit);
        };
        const auto* panel = qobject_cast<const DisplayPanel*>(histogram->parentWidget());
        QTRY_VERIFY(panel->settled());
        const double first = limitX(2);
        QTest::mouseClick(fixture.compared(2), Qt::LeftButton, {}, fixture.compared(2)->rect().center());
        QTRY_VERIFY(limitX(2) != first);
        fixture.choose("lookCombo", "masked", fixture.compare());
        QVERIFY(fixture.compared(0)->accessibleDescription().contains(QStringLiteral("top 20 %")));
        QVERIFY(!fixture.compared(0)->accessibleDescription().contains(QStringLiteral("own range")));
    }

    void exportedFiguresReopenAlike() {
        DisplayFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        fixture.choose("partCombo", "positive");
        fixture.choose("colorMapCombo", "grey");
        fixture.choose("lookCombo", "outline");
        fixture.find<QDoubleSpinBox>("topAreaSpin", fixture.explore())->setValue(12.5);
        fixture.find<QDoubleSpinBox>("clipLowSpin", fixture.explore())->setValue(25);
        const DisplayChoice display = fixture.session().display();
        const QImage drawn = fixture.accumulated();
        QSignalSpy written(fixture.window->exporter(), &Exporter::written);
        const QString file = fixture.path(QStringLiteral("figure.png"));
        fixture.window->exporter()->exportView(file);
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, patience);

        fixture.makeWindow();
        fixture.session().setDisplay({});
        fixture.window->opener()->open(file);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        QVERIFY(fixture.session().display() == display);
        QCOMPARE(fixture.accumulated(), drawn);
    }
};

BLURIG_TEST(TestDisplay)
#include "test_display.moc"
