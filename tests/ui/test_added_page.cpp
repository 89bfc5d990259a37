// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A page from one folder and one line in the list of pages: nothing else of the program knows of it.

#include "core/record/session_file.h"
#include "tests/support/test_class.h"
#include "tests/ui/added_page/added_page.h"
#include "tests/ui/explorer_fixture.h"
#include "ui/dialogs/shortcuts_dialog.h"
#include "ui/export/exporter.h"
#include "ui/files/opener.h"
#include "ui/main_window.h"
#include "ui/pages/page_list.h"
#include "ui/panels/message_bar.h"
#include "ui/widgets/image_pane.h"

#include <QAction>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTreeWidget>

#include <algorithm>

using namespace blurig;
using namespace blurig::ui;
using blurig::test::AddedPage;
using blurig::test::ExplorerFixture;
using blurig::test::patience;

namespace {

class AddedFixture : public ExplorerFixture {
public:
    AddedFixture()
        : ExplorerFixture(withTheLine()) {}

    AddedPage& page() { return *window->findChild<AddedPage*>(); }
    QAction* action(const char* name) { return window->findChild<QAction*>(QLatin1String(name)); }
    bool settled() { return window->shownPage() == &page() && page().settled(); } // as --screenshot asks
    bool hasMapOf(const char* method) {
        return settled() && page().run().shown.state && page().run().shown.state->method == method;
    }
    std::vector<float> map() {
        const auto values = page().run().shown.state->attribution.host();
        return {values.begin(), values.end()};
    }
    std::vector<PaneChoice> part() {
        const Choice& choice = session().choice();
        return std::get<std::vector<PaneChoice>>(choice.pages.at(AddedPage::id).at("panes"));
    }
    void showPage() {
        open();
        action("action_addedPage")->trigger();
    }

private:
    static MainWindowOptions withTheLine() {
        MainWindowOptions options;
        options.pages.push_back(test::addedPage());
        return options;
    }
};

} // namespace

class TestAddedPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itIsOfferedAndRuns() {
        AddedFixture fixture;
        auto* tabs = fixture.find<QTabWidget>("pages");
        const int own = static_cast<int>(pageList().size());
        QCOMPARE(tabs->count(), own + 1);
        QCOMPARE(tabs->tabText(own), QStringLiteral("Added"));
        const QList<QAction*> menu = fixture.find<QMenu>("menuView")->actions();
        QVERIFY(menu.contains(fixture.action("action_addedPage")));
        QVERIFY(menu.contains(fixture.action("action_nextMethod")));
        fixture.action("action_shortcuts")->trigger();
        auto* table = fixture.find<QTreeWidget>("shortcutsTable");
        QCOMPARE(table->findItems(QStringLiteral("Next method"), Qt::MatchExactly).size(), 1);
        fixture.find<ShortcutsDialog>("shortcutsDialog")->close();

        fixture.showPage();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasMapOf("gradient"), patience);
        QVERIFY(fixture.find<ImagePane>("addedMap")->hasPicture());
        const std::vector<float> gradient = fixture.map();
        fixture.action("action_nextMethod")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasMapOf("gradient-x-input"), patience);
        QVERIFY(fixture.map() != gradient);
        QCOMPARE(fixture.part().front().method, std::string("gradient-x-input"));
        fixture.session().back();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasMapOf("gradient"), patience);
        QCOMPARE(fixture.map(), gradient);
    }

    void itIsCancelled() {
        AddedFixture fixture;
        fixture.showPage();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasMapOf("gradient"), patience);
        fixture.session().edit([](Choice& choice) {
            choice.pages[AddedPage::id]["panes"] =
                std::vector<PaneChoice>{{.method = "smooth-grad", .parameters = {{"samples", "10000"}}}};
        });
        QVERIFY(!fixture.settled());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.page().run().shown.state, patience); // it has begun
        QVERIFY(!fixture.settled());
        fixture.action("action_cancel")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.settled(), patience);
        QVERIFY(fixture.page().run().activity.cancelled);
        QVERIFY(fixture.page().run().shown.state->cost.gradients < 10000);
    }

    void itsFigureReopens() {
        AddedFixture fixture;
        fixture.showPage();
        fixture.action("action_nextMethod")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasMapOf("gradient-x-input"), patience);
        const std::vector<float> map = fixture.map();
        const QString figure = fixture.path(QStringLiteral("added.png"));
        QSignalSpy written(fixture.window->exporter(), &Exporter::written);
        fixture.window->exporter()->exportView(figure, {.arrays = true});
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, patience);
        QVERIFY(QFile::exists(fixture.path(QStringLiteral("added_map.npy"))));
        QFile record(fixture.path(QStringLiteral("added_map.json")));
        QVERIFY(record.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(record.readAll()).object()[QLatin1String("method")].toString(),
                 QStringLiteral("gradient-x-input"));

        fixture.makeWindow();
        fixture.window->opener()->open(figure);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasMapOf("gradient-x-input"), patience);
        QCOMPARE(fixture.map(), map);
    }

    void itsPartSurvivesASessionFile() {
        AddedFixture fixture;
        fixture.showPage();
        fixture.action("action_nextMethod")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasMapOf("gradient-x-input"), patience);
        const std::vector<PaneChoice> part = fixture.part();
        const QString file = fixture.path(QStringLiteral("added.blurig"));
        fixture.dialogs->answers[FileQuestion::SaveSession] = file;
        QSignalSpy written(fixture.window->exporter(), &Exporter::written);
        fixture.action("action_saveSession")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, patience);

        fixture.makeWindow();
        fixture.window->opener()->open(file);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasMapOf("gradient-x-input"), patience);
        QCOMPARE(fixture.part(), part);
    }

    // A model is a program: whatever page's part names it, a file from somebody else starts none.
    void aForeignPartStartsNoModel() {
        AddedFixture fixture;
        fixture.showPage();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasMapOf("gradient"), patience);
        Choice choice = fixture.session().choice();
        choice.pages[AddedPage::id]["panes"] = std::vector<PaneChoice>{
            {.method = "gradient-x-input", .model = fixture.path(QStringLiteral("stranger.pt")).toStdString()}};
        const QString file = fixture.path(QStringLiteral("foreign.blurig"));
        writeSession(file.toStdString(), choice);
        fixture.window->opener()->open(file);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasMapOf("gradient"), patience);
        for (const PaneChoice& pane : fixture.part())
            QCOMPARE(pane.model, std::string());
        QVERIFY(fixture.window->messages()->text().contains(QStringLiteral("stranger.pt")));
    }

    void aPanesMenuSavesItsNumbers() {
        AddedFixture fixture;
        fixture.showPage();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasMapOf("gradient"), patience);
        const QString file = fixture.path(QStringLiteral("one.npy"));
        fixture.dialogs->answers[FileQuestion::SaveArray] = file;
        QSignalSpy written(fixture.window->exporter(), &Exporter::written);
        Q_EMIT fixture.find<ImagePane>("addedMap")->saveArrayRequested();
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, patience);
        QVERIFY(QFile::exists(file));
    }
};

BLURIG_TEST(TestAddedPage)
#include "test_added_page.moc"
