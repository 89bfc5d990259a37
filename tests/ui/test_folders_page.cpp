// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_class.h"
#include "tests/ui/explorer_fixture.h"
#include "ui/pages/folders/folder_tables.h"
#include "ui/pages/folders/folders_choice.h"
#include "ui/pages/folders/folders_page.h"
#include "ui/pages/folders/group_curves.h"
#include "ui/pages/folders/group_octaves.h"
#include "ui/panels/spread_chart.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace blurig;
using namespace blurig::ui;
using blurig::test::ExplorerFixture;
using blurig::test::patience;

namespace {

class FoldersFixture : public ExplorerFixture {
public:
    FoldersFixture() {
        fill(QStringLiteral("first"), 3);
        fill(QStringLiteral("second"), 2);
    }
    void fill(const QString& name, int count) {
        QDir().mkpath(path(name));
        for (int i = 0; i < count; ++i)
            QFile::copy(photo(), path(QStringLiteral("%1/%2.png").arg(name).arg(i)));
    }
    void look() {
        window->resize(1440, 900);
        open();
        find<QAction>("action_foldersPage")->trigger();
        choose("foldersFolderChoose", FileQuestion::OpenFolder, QStringLiteral("first"));
        choose("foldersOutChoose", FileQuestion::ResultsInto, QStringLiteral("results"));
    }
    void choose(const char* button, FileQuestion question, const QString& name) {
        dialogs->answers[question] = path(name);
        find<QToolButton>(button)->click();
    }
    void run() { find<QPushButton>("foldersRun")->click(); }
    FoldersPage& page() { return *find<FoldersPage>("foldersPage"); }
    bool whole(std::size_t photos) {
        return page().settled() && page().known() && page().known()->progress.done == photos;
    }
    QString headline() { return find<QLabel>("foldersHeadline")->text(); }
};

} // namespace

class TestFoldersPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void photosAreFollowedInGroupsByLabel() {
        FoldersFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        fixture.run();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.whole(3), patience);
        QCOMPARE(fixture.find<PhotosTable>("foldersPhotos")->rowCount(), 3);
        auto* groups = fixture.find<GroupsTable>("foldersGroups");
        QCOMPARE(groups->rowCount(), 1); // one photo, three times
        QCOMPARE(groups->item(0, 1)->text(), QStringLiteral("3"));
        QVERIFY(fixture.find<FidelityTable>("foldersFidelity")->rowCount() > 0);
        QVERIFY(fixture.headline().contains(QLatin1String("3 photos")));
        auto* curves = fixture.find<GroupCurves>("groupCurves");
        QVERIFY(curves->isVisible() && curves->table().startsWith(QLatin1String("sigma\tall photos")));
        groups->selectRow(0);
        QCOMPARE(curves->table().section(QLatin1Char('\n'), 0, 0).count(QLatin1Char('\t')), 6); // its curve, too
        QVERIFY(fixture.find<SpreadChart>("foldersHalves")->table().contains(QLatin1String("all photos")));
        QVERIFY(fixture.find<GroupOctaves>("groupOctaves")->table().contains(QLatin1String("period_to")));
        for (const char* file : {"photos.csv", "groups.json", "fidelity.json", "curves_chart.svg", "octaves_chart.svg"})
            QVERIFY2(QFileInfo::exists(fixture.path(QStringLiteral("results/") + QLatin1String(file))), file);
        QVERIFY(fixture.find<QPushButton>("foldersResults")->isEnabled());
    }

    void twoFoldersAreComparedAndWhatIsKnownIsKept() {
        FoldersFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        fixture.run();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.whole(3), patience);
        const QDir kept(fixture.path(QStringLiteral("results/photos")));
        const QFileInfoList before = kept.entryInfoList(QDir::Files);
        QCOMPARE(before.size(), 1); // of one picture under three names
        fixture.choose("foldersAgainstChoose", FileQuestion::OpenFolder, QStringLiteral("second"));
        fixture.run();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.whole(5), patience);
        QCOMPARE(kept.entryInfoList(QDir::Files).front().lastModified(), before.front().lastModified());
        QCOMPARE(fixture.page().known()->scales.compared, (std::vector<std::string>{"first", "second"}));
        QVERIFY(fixture.find<QLabel>("foldersTests")->text().contains(QLatin1String("permutation")));
        QVERIFY(fixture.find<GroupCurves>("groupCurves")->table().contains(QLatin1String("second")));
    }

    void aPhotoOpensOnTheScalesPage() {
        FoldersFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        fixture.run();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.whole(3), patience);
        auto* photos = fixture.find<PhotosTable>("foldersPhotos");
        Q_EMIT photos->activated(photos->model()->index(1, 0));
        QCOMPARE(fixture.session().choice().page, std::string("scales"));
        QVERIFY(QString::fromStdString(fixture.session().choice().picture).endsWith(QLatin1String("first/1.png")));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
    }

    void mistakesAreSaidBeforeAnythingRuns() {
        FoldersFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        auto* between = fixture.find<QLineEdit>("foldersBetween");
        between->setText(QStringLiteral("unicorn"));
        Q_EMIT between->editingFinished();
        fixture.run();
        QVERIFY(fixture.page().settled());
        QVERIFY(fixture.headline().contains(QLatin1String("two nouns")));
    }

    void aFolderWithoutPicturesSaysSo() {
        FoldersFixture fixture;
        fixture.fill(QStringLiteral("empty"), 0);
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        fixture.choose("foldersFolderChoose", FileQuestion::OpenFolder, QStringLiteral("empty"));
        fixture.run();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.page().settled(), patience);
        QVERIFY(fixture.headline().contains(QLatin1String("no pictures")));
    }

    void aBrokenPhotoIsTold() {
        FoldersFixture fixture;
        QFile broken(fixture.path(QStringLiteral("first/broken.png")));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("\x89PNG\r\n\x1a\n");
        broken.close();
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        fixture.run();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.whole(4), patience);
        QVERIFY(fixture.find<QLabel>("foldersProblems")->text().contains(QLatin1String("broken.png")));
        QCOMPARE(fixture.find<PhotosTable>("foldersPhotos")->rowCount(), 3);
    }

    void thePartOfTheChoiceIsKept() {
        const FoldersChoice part{.folder = "/photos", .against = "/others", .between = "dog, cat", .out = "/results"};
        Choice choice;
        setFoldersChoice(choice, part);
        QCOMPARE(foldersChoiceOf(readChoice(toJson(choice), "test").choice), part);
        QCOMPARE(folderScalesRequest(choice).between, (std::vector<std::string>{"dog", "cat"}));
        setFoldersChoice(choice, {});
        QVERIFY(choice.pages.empty());
    }
};

BLURIG_TEST(TestFoldersPage)
#include "test_folders_page.moc"
