// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_class.h"
#include "tests/ui/compare_fixture.h"
#include "ui/export/exporter.h"
#include "ui/files/opener.h"
#include "ui/pages/compare/compare_page.h"
#include "ui/pages/compare/difference_mode.h"
#include "ui/widgets/number_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QSignalSpy>
#include <QTableWidget>
#include <QToolButton>

#include <cmath>

using namespace blurig;
using namespace blurig::ui;
using blurig::test::CompareFixture;
using blurig::test::patience;

namespace {

class PairFixture : public CompareFixture {
public:
    ImagePane* pair() { return find<ImagePane>("pairImage"); }
    QWidget* divider() { return find<QWidget>("swipeDivider"); }
    LinkedView* linked() { return find<CompareGrid>("compareGrid")->linkedView(); }
    std::string view() { return session().choice().compare.view; }
    void look(const char* view) {
        find<QToolButton>(qPrintable(QStringLiteral("view_%1").arg(QLatin1String(view))))->click();
    }
    void pressFlicker() { find<QAction>("action_flicker")->trigger(); }
    QStringList marks() {
        QStringList marks;
        for (ComparePane* pane : find<CompareGrid>("compareGrid")->panes()) {
            const auto* mark = find<QLabel>("compareMark", pane);
            marks << (mark->isVisibleTo(pane) ? mark->text() : QString());
        }
        return marks;
    }
};

// A picture's columns.
QImage part(const QImage& image, int from, int to) {
    return image.copy(from, 0, to - from, image.height());
}

} // namespace

class TestPairViews : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void flickerSwapsInPlace() {
        PairFixture fixture;
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QVERIFY(!fixture.pair()->isVisible());
        fixture.linked()->setView(2, {0.4, 0.6});
        const QPointF center = fixture.linked()->center();

        fixture.pressFlicker();
        QCOMPARE(fixture.view(), std::string("flicker"));
        QVERIFY(fixture.pair()->isVisible());
        QVERIFY(!fixture.image(0)->isVisible());
        QCOMPARE(fixture.pair()->title(), QStringLiteral("A · ") + fixture.image(0)->title());
        QCOMPARE(fixture.pair()->caption(), fixture.image(0)->caption());
        QCOMPARE(fixture.pair()->renderedImage(), fixture.image(0)->renderedImage());
        const QRectF place = fixture.pair()->picturePlace();

        fixture.pressFlicker();
        QCOMPARE(fixture.pair()->title(), QStringLiteral("B · ") + fixture.image(2)->title());
        QCOMPARE(fixture.pair()->renderedImage(), fixture.image(2)->renderedImage());
        QVERIFY(fixture.pair()->renderedImage() != fixture.image(0)->renderedImage());
        QCOMPARE(fixture.pair()->picturePlace(), place);
        QCOMPARE(fixture.linked()->zoom(), 2.0);
        QCOMPARE(fixture.linked()->center(), center);

        fixture.pressFlicker();
        QCOMPARE(fixture.pair()->renderedImage(), fixture.image(0)->renderedImage());
        fixture.find<QAction>("action_back")->trigger();
        QCOMPARE(fixture.view(), std::string("grid"));
        QVERIFY(fixture.image(0)->isVisible());
        fixture.find<QAction>("action_forward")->trigger();
        QVERIFY(fixture.pair()->isVisible());
    }

    void flickerBelongsToThePage() {
        PairFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        QVERIFY(!fixture.find<QAction>("action_flicker")->isEnabled());
        fixture.find<QAction>("action_comparePage")->trigger();
        QVERIFY(fixture.find<QAction>("action_flicker")->isEnabled());
    }

    void swipeHasAAtTheLeftAndBAtTheRight() {
        PairFixture fixture;
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        fixture.look("swipe");
        QVERIFY(fixture.divider()->isVisible());
        const QImage a = fixture.image(0)->renderedImage();
        const QImage b = fixture.image(2)->renderedImage();
        const QImage both = fixture.pair()->renderedImage();
        QCOMPARE(part(both, 0, 14), part(a, 0, 14)); // of 32 columns; the line is in the middle
        QCOMPARE(part(both, 18, 32), part(b, 18, 32));

        fixture.linked()->setCrosshair(QPointF(15.5 / 32, 9.5 / 32));
        const auto value = [&fixture](int pane) {
            return significant(fixture.image(pane)->valueAt(15, 9).value_or(qQNaN()), 4);
        };
        QCOMPARE(fixture.pair()->valueText(), QStringLiteral("%1  |  %2").arg(value(0), value(2)));

        QTest::keyClick(fixture.divider(), Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(fixture.divider(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(part(fixture.pair()->renderedImage(), 0, 20), part(a, 0, 20));
        QTest::keyClick(fixture.divider(), Qt::Key_Home);
        QCOMPARE(fixture.pair()->renderedImage(), b);
        QTest::keyClick(fixture.divider(), Qt::Key_End);
        QCOMPARE(fixture.pair()->renderedImage(), a);
    }

    void theDividerIsDragged() {
        PairFixture fixture;
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        fixture.look("swipe");
        const QRectF picture = fixture.pair()->picturePlace();
        QWidget* divider = fixture.divider();
        QVERIFY(std::abs(divider->geometry().center().x() - picture.center().x()) <= 1);
        const QPoint grip = divider->rect().center();
        QTest::mousePress(divider, Qt::LeftButton, {}, grip);
        QMouseEvent drag(QEvent::MouseMove, grip - QPointF(picture.width() / 4, 0),
                         divider->mapToGlobal(grip - QPointF(picture.width() / 4, 0)), Qt::LeftButton, Qt::LeftButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(divider, &drag);
        QVERIFY(std::abs(divider->geometry().center().x() - (picture.left() + picture.width() / 4)) <= 2);
        QCOMPARE(part(fixture.pair()->renderedImage(), 10, 32), part(fixture.image(2)->renderedImage(), 10, 32));
        // It stays at its share of the picture.
        fixture.window->resize(fixture.window->size() + QSize(-60, -200));
        const QRectF smaller = fixture.pair()->picturePlace();
        QVERIFY(smaller != picture);
        QVERIFY(std::abs(divider->geometry().center().x() - (smaller.left() + smaller.width() / 4)) <= 2);
    }

    void differenceOfMapsInTheirOwnUnits() {
        PairFixture fixture;
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        fixture.look("difference");
        const auto value = [&fixture](int pane) { return fixture.image(pane)->valueAt(15, 9).value_or(qQNaN()); };
        const double own =
            value(0) / fixture.image(0)->look().range.limit - value(2) / fixture.image(2)->look().range.limit;
        QVERIFY(std::abs(fixture.pair()->valueAt(15, 9).value_or(qQNaN()) - own) < 1e-6);
        QCOMPARE(fixture.pair()->look().colors->kind, ColorMap::Kind::Diverging);
        const QString spearman = fixture.find<QTableWidget>("agreementTable")->item(0, 2)->text();
        QVERIFY2(fixture.pair()->caption().contains(QStringLiteral("Spearman %1").arg(spearman)),
                 qPrintable(fixture.pair()->caption()));
        fixture.linked()->setCrosshair(QPointF(15.5 / 32, 9.5 / 32));
        const QString text = fixture.pair()->valueText();
        QVERIFY2(text.startsWith(QLatin1String("A ")) && text.contains(QLatin1String("  B ")) &&
                     text.contains(QStringLiteral("  A − B ")),
                 qPrintable(text));

        fixture.find<QCheckBox>("sharedRange")->click();
        QVERIFY(std::abs(fixture.pair()->valueAt(15, 9).value_or(qQNaN()) - (value(0) - value(2))) < 1e-6);
        QVERIFY(fixture.pair()->caption().contains(QLatin1String("raw")));
    }

    void noDifferenceOfOtherPixels() {
        LinkedView view;
        ImagePane a(&view);
        ImagePane b(&view);
        const Array map = Array::fromHost(pictureLayout(1, 2, 2), std::vector<float>{1, -2, 3, 0});
        const ImagePane::MapLook look{.colors = &colorMaps().front()};
        a.setFrame(FrameKind::Model, QSize(4, 4), {2, 2, {.x = 0, .y = 0, .width = 4, .height = 4}});
        b.setFrame(FrameKind::Model, QSize(4, 4), {2, 2, {.x = 1, .y = 0, .width = 3, .height = 4}});
        a.showMap(map, map, look);
        b.showMap(map, map, look);
        ImagePane onto(&view);
        const PanePair other{.a = a, .b = b, .sharedRange = false, .display = {}, .agreement = {}};
        DifferenceMode().show(onto, other, {});
        QVERIFY(!onto.hasPicture());
        QVERIFY2(onto.message().contains(QLatin1String("different pixels")), qPrintable(onto.message()));

        const PanePair same{.a = a, .b = a, .sharedRange = false, .display = {}, .agreement = {}};
        DifferenceMode().show(onto, same, {});
        QCOMPARE(onto.valueAt(1, 0), std::optional(0.0));
    }

    void theUserSaysWhichTwo() {
        PairFixture fixture;
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QCOMPARE(fixture.marks(), (QStringList{"A", "", "B"}));
        fixture.menu(1, QStringLiteral("Compare as B"));
        QCOMPARE(fixture.marks(), (QStringList{"A", "B", ""}));
        auto* boxA = fixture.find<QComboBox>("paneA");
        QCOMPARE(boxA->count(), 3);
        boxA->setCurrentIndex(2);
        Q_EMIT boxA->activated(2);
        QCOMPARE(fixture.marks(), (QStringList{"", "B", "A"}));
        fixture.find<QToolButton>("swapPair")->click();
        QCOMPARE(fixture.marks(), (QStringList{"", "A", "B"}));
        fixture.look("flicker");
        QCOMPARE(fixture.pair()->renderedImage(), fixture.image(1)->renderedImage());
        QCOMPARE(fixture.find<QComboBox>("paneB")->currentIndex(), 2);
        fixture.menu(0, QStringLiteral("Remove")); // A and B are the panes that they were
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QCOMPARE(fixture.marks(), (QStringList{"A", "B"}));
    }

    void aPaneWithoutAMapIsToldInWords() {
        PairFixture fixture;
        fixture.compare("fig-7");
        fixture.session().edit([](Choice& choice) { choice.compare.panes[2].target = "zebra"; });
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        for (const char* view : {"flicker", "swipe", "difference"}) {
            fixture.look(view);
            QVERIFY(!fixture.pair()->hasPicture());
            QVERIFY2(fixture.pair()->message().startsWith(QStringLiteral("B · ")) &&
                         fixture.pair()->message().contains(fixture.image(2)->message()),
                     qPrintable(fixture.pair()->message()));
            QVERIFY(!fixture.divider()->isVisible());
        }
        fixture.session().edit([](Choice& choice) { choice.compare.panes.resize(1); });
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QVERIFY(fixture.pair()->message().contains(QLatin1String("Two panes")));
        fixture.session().edit([](Choice& choice) { choice.compare.view = "magic"; }); // of another version
        QVERIFY(fixture.image(0)->isVisible());
    }

    void exportsWhatIsSeenAndOpensItAgain() {
        PairFixture fixture;
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        fixture.menu(1, QStringLiteral("Compare as A"));
        fixture.look("difference");
        const QString file = fixture.path(QStringLiteral("seen.png"));
        QSignalSpy written(fixture.window->exporter(), &Exporter::written);
        fixture.window->exporter()->exportView(file, {.width = FigureWidth::OneColumn, .arrays = true});
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, patience);
        QVERIFY(QImage(file).height() > QImage(file).width()); // one picture, and its colour bar
        for (const char* name : {"seen_difference.npy", "seen_2-ig.npy", "seen_3-blur-ig.json"})
            QVERIFY2(QFileInfo::exists(fixture.path(QString::fromLatin1(name))), name);
        QVERIFY(!QFileInfo::exists(fixture.path(QStringLiteral("seen_1-ig.npy"))));
        const QImage difference = fixture.pair()->renderedImage();

        fixture.makeWindow();
        fixture.window->opener()->open(file);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QCOMPARE(fixture.view(), std::string("difference"));
        QCOMPARE(fixture.marks(), (QStringList{"", "A", "B"}));
        QCOMPARE(fixture.pair()->renderedImage(), difference);
    }

    void panesDoNotLieOverEachOther_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("large") << QSize(1440, 900);
        QTest::newRow("usual") << QSize(1200, 760);
        QTest::newRow("narrow") << QSize(1000, 700);
    }
    void panesDoNotLieOverEachOther() {
        QFETCH(const QSize, size);
        PairFixture fixture;
        fixture.window->resize(size);
        fixture.compare("table-1");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        const auto& panes = fixture.find<CompareGrid>("compareGrid")->panes();
        for (const ComparePane* a : panes)
            for (const ComparePane* b : panes)
                QVERIFY(a == b || !a->geometry().intersects(b->geometry()));
    }
};

BLURIG_TEST(TestPairViews)
#include "test_pair_views.moc"
