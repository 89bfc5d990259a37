// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_class.h"
#include "tests/ui/explorer_fixture.h"
#include "ui/pages/explore/explore_panes.h"
#include "ui/panels/message_bar.h"
#include "ui/widgets/drawer.h"
#include "ui/widgets/scale_chart.h"

#include <QAction>
#include <QToolButton>

using namespace blurig;
using namespace blurig::ui;
using blurig::test::ExplorerFixture;
using blurig::test::patience;

namespace {

class Layout : public ExplorerFixture {
public:
    explicit Layout(QSize size) {
        window->resize(size);
        open();
    }
    ExplorePanes* panes() { return find<ExplorePanes>("explorePanes"); }
    QRectF picture(PaneKind kind) { return panes()->pane(kind)->picturePlace(); }
    QRect place(const QWidget* widget) { return {widget->mapTo(window.get(), QPoint(0, 0)), widget->size()}; }
    QRect place(PaneKind kind) { return place(panes()->pane(kind)); }
    QAction* action(const char* word) { return find<QAction>(qPrintable(QStringLiteral("action_%1").arg(word))); }
    Drawer* drawerOf(const char* inner) {
        QWidget* widget = find<QWidget>(inner, find<QWidget>("explorePage"));
        while (widget != nullptr && qobject_cast<Drawer*>(widget) == nullptr)
            widget = widget->parentWidget();
        return qobject_cast<Drawer*>(widget);
    }
    std::vector<QRect> geometry() {
        std::vector<QRect> all;
        for (const ImagePane* pane : panes()->all())
            if (pane->isVisible())
                all.push_back(place(pane));
        all.push_back(place(find<ScaleChart>("scaleChart")));
        return all;
    }
};

bool within(double value, double wanted, double share) {
    return std::abs(value - wanted) <= share * wanted;
}

} // namespace

class TestExploreLayout : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void largePanes_data() {
        QTest::addColumn<QSize>("window");
        QTest::addColumn<double>("withColumn"); // side of the large pictures, px
        QTest::addColumn<double>("alone");
        QTest::addColumn<int>("leastColumn");
        QTest::newRow("1440 x 900") << QSize(1440, 900) << 470.0 << 560.0 << 200;
        QTest::newRow("1920 x 1080") << QSize(1920, 1080) << 564.0 << 664.0 << 200;
        QTest::newRow("2560 x 1440") << QSize(2560, 1440) << 850.0 << 940.0 << 200;
    }

    void largePanes() {
        QFETCH(QSize, window);
        QFETCH(double, withColumn);
        QFETCH(double, alone);
        QFETCH(int, leastColumn);
        Layout shown(window);
        QTRY_VERIFY_WITH_TIMEOUT(shown.ready(), patience);
        const QRectF blurred = shown.picture(PaneKind::Blurred);
        QVERIFY2(within(blurred.width(), withColumn, 0.05), qPrintable(QString::number(blurred.width())));
        QCOMPARE(blurred.height(), blurred.width());
        QCOMPARE(shown.picture(PaneKind::Accumulated).size(), blurred.size());
        const QRect column = shown.place(PaneKind::LaplacianOfGaussian);
        QVERIFY2(column.width() >= leastColumn && column.width() <= 270, qPrintable(QString::number(column.width())));
        QCOMPARE(shown.place(PaneKind::Gradient).left(), column.left());

        shown.action("column")->trigger();
        QVERIFY(!shown.panes()->pane(PaneKind::Gradient)->isVisible());
        QTRY_VERIFY2(within(shown.picture(PaneKind::Blurred).width(), alone, 0.05),
                     qPrintable(QString::number(shown.picture(PaneKind::Blurred).width())));
    }

    void nothingLiesOverAnythingInASmallWindow() {
        Layout shown(QSize(960, 640));
        QTRY_VERIFY_WITH_TIMEOUT(shown.ready(), patience);
        QCOMPARE(shown.window->size(), QSize(960, 640));
        const std::vector<QRect> places = shown.geometry();
        const QRect window = shown.window->rect();
        for (std::size_t i = 0; i < places.size(); ++i) {
            QVERIFY(window.contains(places[i]));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!places[i].intersects(places[j]));
        }
        QVERIFY(shown.picture(PaneKind::Blurred).width() > 250);
    }

    void aMessageMovesNothing() {
        Layout shown(QSize(1440, 900));
        QTRY_VERIFY_WITH_TIMEOUT(shown.ready(), patience);
        const std::vector<QRect> before = shown.geometry();
        shown.window->messages()->show(MessageBar::Kind::Notice, QStringLiteral("a notice"));
        QTRY_VERIFY(shown.window->messages()->isVisible());
        QCOMPARE(shown.geometry(), before);
    }

    void onePaneFillsTheCanvas() {
        Layout shown(QSize(1440, 900));
        QTRY_VERIFY_WITH_TIMEOUT(shown.ready(), patience);
        const std::vector<QRect> before = shown.geometry();
        ImagePane* gradient = shown.panes()->pane(PaneKind::Gradient);
        gradient->setFocus();
        QTest::keyClick(gradient, Qt::Key_Return);
        QTRY_VERIFY(gradient->width() > 500);
        QVERIFY(!shown.panes()->pane(PaneKind::Blurred)->isVisible());
        QTest::keyClick(gradient, Qt::Key_Escape);
        QTRY_COMPARE(shown.geometry(), before);
        QTest::mouseDClick(gradient, Qt::LeftButton, {}, QPoint(20, 8)); // its title
        QVERIFY(!shown.panes()->pane(PaneKind::Blurred)->isVisible());
    }

    void anyPaneCanBeALargeOne() {
        Layout shown(QSize(1440, 900));
        QTRY_VERIFY_WITH_TIMEOUT(shown.ready(), patience);
        const QRect large = shown.place(PaneKind::Blurred);
        shown.panes()->pane(PaneKind::Gradient)->actions().front()->trigger();
        QCOMPARE(shown.place(PaneKind::Gradient), large);
        QVERIFY(shown.place(PaneKind::Blurred).width() < 300);
    }

    void theLeftDrawerFoldsAndComesBack() {
        Layout shown(QSize(1440, 900));
        QTRY_VERIFY_WITH_TIMEOUT(shown.ready(), patience);
        Drawer* drawer = shown.drawerOf("photoView");
        QVERIFY(drawer->isOpen() && drawer->width() == 248);
        const double side = shown.picture(PaneKind::Blurred).width();
        shown.action("sidePanel")->trigger();
        QVERIFY(!drawer->isOpen() && drawer->width() == 48);
        QTRY_VERIFY(shown.picture(PaneKind::Blurred).width() > side + 50);
        shown.makeWindow(); // it is remembered
        shown.window->resize(1440, 900);
        QVERIFY(!shown.drawerOf("photoView")->isOpen());
        QVERIFY(!shown.action("sidePanel")->isChecked());
    }

    void itsOwnButtonIsRememberedToo() {
        Layout shown(QSize(1440, 900));
        QTRY_VERIFY_WITH_TIMEOUT(shown.ready(), patience);
        shown.drawerOf("photoView")->findChild<QToolButton*>()->click();
        QVERIFY(!shown.action("sidePanel")->isChecked());
        shown.makeWindow();
        shown.window->resize(1440, 900);
        QVERIFY(!shown.drawerOf("photoView")->isOpen());
    }

    void theLookLiesOverTheCanvasWhereThereIsNoRoom() {
        Layout shown(QSize(1440, 900));
        QTRY_VERIFY_WITH_TIMEOUT(shown.ready(), patience);
        const std::vector<QRect> before = shown.geometry();
        Drawer* look = shown.drawerOf("lookCombo");
        QVERIFY(!look->isVisible());
        shown.action("lookPanel")->trigger();
        QVERIFY(look->isVisible() && look->isOpen());
        QCOMPARE(shown.geometry(), before);
        QTest::keyClick(look, Qt::Key_Escape);
        QVERIFY(!look->isVisible());
        QVERIFY(!shown.action("lookPanel")->isChecked());
        shown.window->resize(1920, 1080);
        QTRY_VERIFY(look->isVisible() && look->width() == 280);
    }
};

BLURIG_TEST(TestExploreLayout)
#include "test_explore_layout.moc"
