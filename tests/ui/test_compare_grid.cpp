// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_class.h"
#include "tests/ui/compare_fixture.h"
#include "ui/pages/compare/compare_page.h"
#include "ui/pages/compare/pane_facts.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QTableWidget>
#include <QToolButton>

#include <cmath>

using namespace blurig;
using namespace blurig::ui;
using blurig::test::CompareFixture;
using blurig::test::patience;

namespace {

class GridFixture : public CompareFixture {
public:
    CompareGrid* grid() { return find<CompareGrid>("compareGrid"); }
    ImagePane* photo() { return find<ImagePane>("comparePhoto"); }
    PaneFacts* facts(int pane) { return find<PaneFacts>(qPrintable(QStringLiteral("compareFacts%1").arg(pane))); }
    QString page() {
        return QStringLiteral("page %1 x %2, grid %3 x %4")
            .arg(find<QWidget>("comparePage")->width())
            .arg(find<QWidget>("comparePage")->height())
            .arg(grid()->width())
            .arg(grid()->height());
    }
};

} // namespace

class TestCompareGrid : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void picturesFillTheWindow_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("inGrid"); // px, of a picture of Table 1 and the photo
        QTest::addColumn<double>("inPair");
        QTest::newRow("960 x 640") << QSize(960, 640) << 196.0 << 430.0;
        QTest::newRow("1440 x 900") << QSize(1440, 900) << 306.0 << 680.0;
        QTest::newRow("1920 x 1080") << QSize(1920, 1080) << 376.0 << 820.0;
    }

    void picturesFillTheWindow() {
        QFETCH(const QSize, size);
        QFETCH(const double, inGrid);
        QFETCH(const double, inPair);
        GridFixture fixture;
        fixture.window->resize(size);
        fixture.compare("table-1");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QCOMPARE(fixture.grid()->columns(), 4);
        const QSizeF photo = fixture.photo()->picturePlace().size();
        QVERIFY2(photo.width() >= 0.95 * inGrid,
                 qPrintable(QStringLiteral("%1 px: %2").arg(photo.width()).arg(fixture.page())));
        QCOMPARE(photo.width(), photo.height());
        for (int pane = 0; pane < 6; ++pane) {
            QCOMPARE(fixture.image(pane)->picturePlace().size(), photo);
            const auto* header = fixture.find<QComboBox>(qPrintable(QStringLiteral("compareMethod%1").arg(pane)));
            QVERIFY(header->width() >= header->sizeHint().width()); // the name is never cut
            QCOMPARE(header->parentWidget()->height(), sizes::control);
        }
        for (const char* view : {"flicker", "swipe", "difference"}) {
            fixture.editor().setView(view);
            const double side = fixture.find<ImagePane>("pairImage")->picturePlace().width();
            QVERIFY2(side >= 0.95 * inPair, qPrintable(QStringLiteral("%1 px: %2").arg(side).arg(fixture.page())));
        }
    }

    // It is no pane of a method: not in the choice, and not removed with the last of them.
    void thePhotoIsTheFirstCell() {
        GridFixture fixture;
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QCOMPARE(fixture.session().choice().compare.panes.size(), std::size_t{3});
        QCOMPARE(fixture.photo()->values().storage(), fixture.view().subject.input->prepared.z.storage());
        QCOMPARE(fixture.find<QWidget>("comparePhotoCell")->y(), fixture.grid()->panes().front()->y());
        QVERIFY(fixture.find<QWidget>("comparePhotoCell")->x() < fixture.grid()->panes().front()->x());
        const View view = fixture.window->findChild<ComparePage*>()->view();
        QCOMPARE(view.panes.size(), std::size_t{4});
        QCOMPARE(view.panes.front().image, fixture.photo());
        QVERIFY(!view.panes.front().computation);
        fixture.session().setFrame("original");
        QCOMPARE(fixture.photo()->renderedImage().size(), QSize(96, 64));
        QCOMPARE(fixture.image(0)->renderedImage().size(), QSize(96, 64));
        for (int pane = 2; pane >= 0; --pane)
            fixture.menu(pane, QStringLiteral("Remove"));
        QVERIFY(fixture.photo()->isVisible());
        QVERIFY(fixture.grid()->panes().empty());
    }

    void theHeaderSaysWhatTellsPanesApart() {
        GridFixture fixture;
        fixture.compare("table-1");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QCOMPARE(fixture.grid()->panes()[2]->name(), QStringLiteral("IG · random"));
        QCOMPARE(fixture.grid()->panes()[4]->name(), QStringLiteral("IG · black+white"));
        QCOMPARE(fixture.grid()->panes()[5]->name(), QStringLiteral("Blur IG"));
        QVERIFY2(fixture.facts(3)->figure().startsWith(QLatin1String("gap ")), qPrintable(fixture.facts(3)->figure()));
        QVERIFY(fixture.facts(3)->allFigures().contains(QLatin1String("gradients ")));
        fixture.session().edit([](Choice& choice) { choice.compare.panes[3].parameters["idgi"] = "true"; });
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QCOMPARE(fixture.grid()->panes()[3]->name(), QStringLiteral("IG · black · idgi"));
    }

    // The value under the crosshair takes the place of the gap.
    void theHeaderReadsTheCrosshair() {
        GridFixture fixture;
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QVERIFY(fixture.facts(0)->value().isEmpty());
        fixture.grid()->linkedView()->setCrosshair(QPointF(0.5, 0.3));
        QVERIFY(!fixture.facts(0)->value().isEmpty());
        QCOMPARE(fixture.facts(0)->value(), fixture.image(0)->valueText());
        fixture.grid()->linkedView()->setCrosshair({});
        QVERIFY(fixture.facts(0)->value().isEmpty());
    }

    void onePaneFillsTheCanvas() {
        GridFixture fixture;
        fixture.window->activateWindow();
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        const double small = fixture.image(1)->picturePlace().width();
        fixture.image(1)->setFocus();
        QTest::keyClick(fixture.image(1), Qt::Key_Return);
        QVERIFY(!fixture.image(0)->isVisible() && !fixture.photo()->isVisible());
        QVERIFY(fixture.image(1)->picturePlace().width() > 1.5 * small);
        QCOMPARE(fixture.window->findChild<ComparePage*>()->view().panes.size(), std::size_t{1});
        QTest::keyClick(fixture.image(1), Qt::Key_Escape);
        QVERIFY(fixture.image(0)->isVisible() && fixture.photo()->isVisible());
        QCOMPARE(fixture.image(1)->picturePlace().width(), small);
        QTest::mouseDClick(fixture.facts(2), Qt::LeftButton, {}, QPoint(3, 12));
        QVERIFY(!fixture.image(1)->isVisible() && fixture.image(2)->isVisible());
        QTest::mouseDClick(fixture.facts(2), Qt::LeftButton, {}, QPoint(3, 12));
        QVERIFY(fixture.image(1)->isVisible());
    }

    // Photo, then each pane, then the rest; every stop takes the focus by Tab.
    void tabGoesFromThePhotoThroughThePanes() {
        GridFixture fixture;
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        fixture.editor().addPane(); // made later than all controls
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        fixture.photo()->setFocus();
        QStringList stops;
        for (int stop = 0; stop < 4 * 4; ++stop) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            stops << QApplication::focusWidget()->objectName();
        }
        QStringList expected;
        for (int pane = 0; pane < 4; ++pane)
            for (const char* part : {"compareImage%1", "compareMethod%1", "compareFacts%1", "compareMore%1"})
                expected << QString::fromLatin1(part).arg(pane);
        QCOMPARE(stops, expected);
    }

    // The photo is seen, dimmed, until there is a map.
    void aPaneThatComputesShowsThePhoto() {
        LinkedView view;
        ImagePane pane(&view);
        pane.resize(120, 160);
        const Array z = Array::fromHost(pictureLayout(3, 2, 2), std::vector<float>(12, 1.0F));
        pane.setPhoto({}, z);
        pane.setFrame(FrameKind::Model, QSize(2, 2), {2, 2, {.x = 0, .y = 0, .width = 2, .height = 2}});
        pane.showWaiting(QStringLiteral("Computing…"));
        QVERIFY(!pane.hasPicture() && !pane.valueAt(0, 0));
        QCOMPARE(pane.message(), QStringLiteral("Computing…"));
        const int level = dimmedLevel(255);
        const QPoint at = pane.picturePlace().center().toPoint();
        QCOMPARE(pane.grab().toImage().pixelColor(at), QColor(level, level, level));
        pane.showMessage(QStringLiteral("Computing…"));
        QVERIFY(pane.grab().toImage().pixelColor(pane.picturePlace().topLeft().toPoint() + QPoint(4, 4)) !=
                QColor(level, level, level));
    }

    void agreementIsFoldedAndRemembered() {
        GridFixture fixture;
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QVERIFY(!fixture.find<QTableWidget>("agreementTable")->isVisible());
        const QString words = fixture.find<QLabel>("agreementSummary")->text();
        QVERIFY2(words.contains(QLatin1String("most ")) && words.contains(QStringLiteral("IG · black")),
                 qPrintable(words));
        fixture.find<QToolButton>("agreementFold")->click();
        auto* table = fixture.find<QTableWidget>("agreementTable");
        QVERIFY(table->isVisible());
        QVERIFY(fixture.find<QAction>("action_agreement")->isChecked());
        Q_EMIT table->cellClicked(2, 1);
        const CompareChoice& compare = fixture.session().choice().compare;
        QCOMPARE(compare.view, std::string("swipe"));
        QVERIFY(compare.a == std::size_t{2} && compare.b == std::size_t{1});

        fixture.makeWindow();
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QVERIFY(fixture.find<QTableWidget>("agreementTable")->isVisible());
        fixture.find<QAction>("action_agreement")->trigger();
        QVERIFY(!fixture.find<QTableWidget>("agreementTable")->isVisible());
    }
};

BLURIG_TEST(TestCompareGrid)
#include "test_compare_grid.moc"
