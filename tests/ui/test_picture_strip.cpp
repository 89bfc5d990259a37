// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_class.h"
#include "tests/ui/compare_fixture.h"
#include "ui/files/opener.h"
#include "ui/panels/message_bar.h"
#include "ui/strip/picture_strip.h"

#include <QDir>
#include <QFile>
#include <QMimeData>
#include <QUrl>

using namespace blurig;
using namespace blurig::ui;
using blurig::test::CompareFixture;
using blurig::test::patience;

namespace {

// Three pictures of which one is broken, and a file that is none.
class StripFixture : public CompareFixture {
public:
    StripFixture() {
        QDir().mkpath(pictures());
        const QImage photo(this->photo());
        photo.save(picture(2));
        photo.mirrored(true, false).save(picture(10));
        QFile broken(picture(7));
        if (broken.open(QIODevice::WriteOnly))
            broken.write("no picture");
        QFile text(pictures() + QStringLiteral("/notes.txt"));
        if (text.open(QIODevice::WriteOnly))
            text.write("a text");
    }
    QString pictures() const { return path(QStringLiteral("pictures")); }
    QString picture(int number) const { return QStringLiteral("%1/%2.png").arg(pictures()).arg(number); }
    PictureStrip* strip() { return find<PictureStrip>("pictureStrip"); }
    QString opened() {
        return QString::fromStdString(view().subject.picture.empty() ? "" : view().subject.picture.name());
    }
    QVariant ofRow(int row, int role) { return strip()->model()->index(row, 0).data(role); }

    void begin() {
        compare("fig-7");
        window->opener()->open(picture(2));
    }
    bool shows(const QString& file) { return opened() == file && compared(); }
};

} // namespace

class TestPictureStrip : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsTheFolderInTheOrderOfItsNumbers() {
        StripFixture fixture;
        fixture.begin();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.shows(fixture.picture(2)), patience);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.strip()->pictures().files(),
                                  QStringList({fixture.picture(2), fixture.picture(7), fixture.picture(10)}), patience);
        QVERIFY(fixture.strip()->isVisible());
        QVERIFY(fixture.ofRow(0, StripModel::OpenedRole).toBool());
        QVERIFY(!fixture.ofRow(1, StripModel::OpenedRole).toBool());
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.ofRow(0, StripModel::ImageRole).value<QImage>().isNull(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.ofRow(1, StripModel::ErrorRole).toString().isEmpty(), patience);
        QVERIFY(fixture.ofRow(1, Qt::ToolTipRole).toString().contains(QLatin1String("is not a picture")));
        fixture.find<QAction>("action_explorePage")->trigger();
        QVERIFY(!fixture.strip()->isVisible());
    }

    // What was seen before is there again from the engine's cache: the same state, not one that is equal.
    void theKeysOpenTheNextWithTheSamePanes() {
        StripFixture fixture;
        fixture.begin();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.shows(fixture.picture(2)), patience);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.strip()->pictures().rowCount(), 3, patience);
        const auto panes = fixture.chosenMethods();
        const auto first = fixture.panes().panes()[1].shown.state;

        QTest::keyClick(fixture.strip(), Qt::Key_Right);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.window->messages()->isVisible(), patience); // the broken one
        QCOMPARE(fixture.opened(), fixture.picture(2));
        QTest::keyClick(fixture.strip(), Qt::Key_Right);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.shows(fixture.picture(10)), patience);
        QVERIFY(fixture.ofRow(2, StripModel::OpenedRole).toBool());
        QCOMPARE(fixture.chosenMethods(), panes);
        QVERIFY(fixture.panes().panes()[1].shown.state != first);

        const QRect place = fixture.strip()->visualRect(fixture.strip()->model()->index(0, 0));
        QTest::mouseClick(fixture.strip()->viewport(), Qt::LeftButton, {}, place.center());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.shows(fixture.picture(2)), patience);
        QCOMPARE(fixture.panes().panes()[1].shown.state, first);

        fixture.find<QAction>("action_previousPicture")->trigger(); // it is the first
        QCOMPARE(fixture.strip()->currentIndex().row(), 0);
        fixture.find<QAction>("action_nextPicture")->trigger();
        QCOMPARE(fixture.strip()->currentIndex().row(), 1);
    }

    void aFolderOpensItsFirstPicture() {
        StripFixture fixture;
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QMimeData dropped;
        dropped.setUrls({QUrl::fromLocalFile(fixture.pictures())});
        fixture.window->opener()->open(dropped);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.shows(fixture.picture(2)), patience);
        QCOMPARE(fixture.strip()->pictures().rowCount(), 3);

        QDir().mkpath(fixture.path(QStringLiteral("empty")));
        fixture.dialogs->answers[FileQuestion::OpenFolder] = fixture.path(QStringLiteral("empty"));
        fixture.find<QAction>("action_openFolder")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.window->messages()->text().contains(QLatin1String("no pictures")), patience);
        QCOMPARE(fixture.strip()->pictures().rowCount(), 3);
    }

    void thousandsOfFilesAreNotAllRead() {
        StripFixture fixture;
        for (int i = 100; i < 5100; ++i)
            QVERIFY(QFile::link(fixture.picture(2), fixture.picture(i)));
        fixture.begin();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.strip()->pictures().rowCount(), 5003, patience);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.shows(fixture.picture(2)), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.ofRow(3, StripModel::ImageRole).value<QImage>().isNull(), patience);
        QVERIFY(fixture.ofRow(5002, StripModel::ImageRole).value<QImage>().isNull());
        fixture.strip()->scrollTo(fixture.strip()->model()->index(5002, 0));
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.ofRow(5002, StripModel::ImageRole).value<QImage>().isNull(), patience);
        int made = 0;
        for (int row = 0; row < 5003; ++row)
            made += fixture.ofRow(row, StripModel::ImageRole).value<QImage>().isNull() ? 0 : 1;
        QVERIFY2(made < 100, qPrintable(QString::number(made)));
    }

    void hiddenItStaysHidden() {
        StripFixture fixture;
        fixture.begin();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.strip()->isVisible(), patience);
        fixture.find<QAction>("action_pictureStrip")->trigger();
        QVERIFY(!fixture.strip()->isVisible());
        fixture.makeWindow();
        fixture.begin();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.strip()->pictures().rowCount(), 3, patience);
        QVERIFY(!fixture.strip()->isVisible());
        QVERIFY(!fixture.find<QAction>("action_pictureStrip")->isChecked());
        fixture.find<QAction>("action_pictureStrip")->trigger();
        QVERIFY(fixture.strip()->isVisible());
    }
};

BLURIG_TEST(TestPictureStrip)
#include "test_picture_strip.moc"
