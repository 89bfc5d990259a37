// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/sound_choice.h"
#include "tests/support/test_class.h"
#include "ui/session/session.h"
#include "ui/session/settings.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace blurig;
using namespace blurig::ui;

class TestSession : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysWhatChanged_data() {
        QTest::addColumn<int>("expected");
        QTest::newRow("Sigma") << static_cast<int>(Session::Change::Sigma);
        QTest::newRow("Target") << static_cast<int>(Session::Change::Target);
        QTest::newRow("Score") << static_cast<int>(Session::Change::Score);
        QTest::newRow("Crop") << static_cast<int>(Session::Change::Crop);
        QTest::newRow("Frame") << static_cast<int>(Session::Change::Frame);
        QTest::newRow("Display") << static_cast<int>(Session::Change::Display);
        QTest::newRow("Panes") << static_cast<int>(Session::Change::Panes);
        QTest::newRow("Page") << static_cast<int>(Session::Change::Page);
        QTest::newRow("Part") << static_cast<int>(Session::Change::Part);
        QTest::newRow("Sound") << static_cast<int>(Session::Change::Sound);
        QTest::newRow("Picture") << static_cast<int>(Session::Change::Picture);
        QTest::newRow("Model") << static_cast<int>(Session::Change::Model);
    }

    void saysWhatChanged() {
        QFETCH(const int, expected);
        Session session;
        const std::string other = "another value";
        int seen = 0;
        connect(&session, &Session::changed, this, [&](Session::Changes what) { seen |= what.toInt(); });
        session.edit([&](Choice& choice) {
            switch (static_cast<Session::Change>(expected)) {
            case Session::Change::Sigma:
                choice.sigma = 3;
                break;
            case Session::Change::Target:
                choice.target = other;
                break;
            case Session::Change::Score:
                choice.score = other;
                break;
            case Session::Change::Crop:
                choice.crop.rule = other;
                break;
            case Session::Change::Frame:
                choice.frame = other;
                break;
            case Session::Change::Display:
                choice.panes.front().display.clipPercentile = 95;
                break;
            case Session::Change::Panes:
                choice.panes.emplace_back();
                break;
            case Session::Change::Page:
                choice.page = other;
                break;
            case Session::Change::Part:
                choice.paths.match = other;
                break;
            case Session::Change::Sound:
                write(SoundChoice{.patch = 3}, choice);
                break;
            case Session::Change::Picture:
                choice.pictureSha256 = other;
                break;
            case Session::Change::Model:
                choice.model = other;
                break;
            }
        });
        QCOMPARE(seen, expected);
    }

    void saysWhosePartChanged() {
        Session session;
        std::vector<std::string> told;
        connect(&session, &Session::partChanged, this, [&told](const std::string& page) { told.push_back(page); });
        session.edit([](Choice& choice) { choice.compare.panes.emplace_back(); });
        session.edit([](Choice& choice) { choice.compare.a = 1; });
        session.edit([](Choice& choice) { choice.compare.sharedRange = true; });
        session.edit([](Choice& choice) { choice.paths.baseline = "white"; });
        session.setSigma({2});
        QCOMPARE(told, (std::vector<std::string>{"compare", "compare", "compare", "paths"}));
    }

    // What follows from a change is written when all have heard of it: each hears of the changes in their order.
    void whatFollowsIsWrittenLater() {
        Session session;
        std::vector<double> heard;
        connect(&session, &Session::changed, this, [&session] {
            if (session.choice().sigma == 1)
                session.later([&session] { session.setSigma({2}); });
        });
        connect(&session, &Session::changed, this, [&] { heard.push_back(session.choice().sigma); });
        session.setSigma({1});
        QCOMPARE(heard, (std::vector<double>{1, 2}));
        bool ran = false;
        session.later([&ran] { ran = true; });
        QVERIFY(ran);
    }

    void aWriteInsideOfChangedIsToldAndWaits() {
        Session session;
        std::vector<double> heard;
        connect(&session, &Session::changed, this, [&session] {
            if (session.choice().sigma == 1)
                session.setTarget("7");
        });
        connect(&session, &Session::changed, this,
                [&] { heard.push_back(session.choice().target == "7" ? 7 : session.choice().sigma); });
        QTest::ignoreMessage(QtWarningMsg, "Session: apply inside of changed()");
        session.setSigma({1});
        QCOMPARE(heard, (std::vector<double>{1, 7}));
    }

    void aScrubCopiesNothing() {
        Session session;
        session.edit([](Choice& choice) { choice.compare.panes.resize(16); });
        const PaneChoice* panes = session.choice().compare.panes.data();
        session.setSigma({1});
        session.setSigma({2});
        QCOMPARE(session.choice().compare.panes.data(), panes);
        session.back();
        QCOMPARE(session.choice().sigma, 0.0);
        QCOMPARE(session.choice().compare.panes.data(), panes);
        session.forward();
        QCOMPARE(session.choice().sigma, 2.0);
    }

    void aScrubIsOneStep() {
        Session session;
        session.setTarget("1");
        for (const double sigma : {1.0, 2.0, 3.0})
            session.setSigma({sigma});
        session.back();
        QCOMPARE(session.choice().sigma, 0.0);
        QCOMPARE(session.choice().target, std::string("1"));
        session.forward();
        QCOMPARE(session.choice().sigma, 3.0);
        session.back();
        session.back();
        QCOMPARE(session.choice().target, std::string("top"));
        QVERIFY(!session.canGoBack());
    }

    void aNewChoiceEndsTheWayForward() {
        Session session;
        session.setTarget("1");
        session.back();
        QVERIFY(session.canGoForward());
        session.setTarget("2");
        QVERIFY(!session.canGoForward());
    }

    void aCorrectionIsNoStep() {
        Session session;
        QSignalSpy changed(&session, &Session::changed);
        Choice choice = session.choice();
        choice.sigma = 4;
        session.correct(choice);
        QCOMPARE(changed.count(), 1);
        QVERIFY(!session.canGoBack());
    }

    // The hash of a pane's model is noted when it was opened; one that goes means: take the file as it is now.
    void aNotedHashChangesNothing() {
        Choice before;
        before.compare.panes = {{.method = "ig", .parameters = {}, .baselinePicture = {}, .display = {}}};
        before.compare.panes[0].model = "other.pt";
        Choice noted = before;
        noted.compare.panes[0].modelSha256 = "ab";
        QVERIFY(!Session::difference(before, noted));
        QVERIFY(Session::difference(noted, before) == Session::Changes(Session::Change::Part));
        Choice another = before;
        another.compare.panes[0].model = "third.pt";
        QVERIFY(Session::difference(before, another) == Session::Changes(Session::Change::Part));
    }

    void settingsComeBack() {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("settings.ini"));
        const DisplayChoice display{.reduction = "absolute",
                                    .part = "negative",
                                    .clipPercentile = 97.5,
                                    .clipLowPercentile = 30,
                                    .colorMap = "x",
                                    .look = "outline",
                                    .smoothing = 3.5,
                                    .opacity = 0.4,
                                    .topArea = 12.5};
        ModelCard card = assumedModelCard("mine");
        card.classNames = {"one", "two, 2"};
        {
            Settings settings(file);
            QVERIFY(!settings.firstStartSeen());
            QVERIFY(settings.theme() == ThemeChoice::System);
            settings.setDisplay(display);
            settings.setTheme(ThemeChoice::Dark);
            settings.setFirstStartSeen();
            QVERIFY(settings.isShown("pictureStrip"));
            settings.setShown("pictureStrip", false);
            settings.setCard("abc", card);
            settings.addRecentModel(QStringLiteral("a.pt"), "hash of a");
            settings.addRecentModel(QStringLiteral("b.pt"), "hash of b");
            settings.addRecentModel(QStringLiteral("a.pt"), "hash of a");
        }
        const Settings settings(file);
        QVERIFY(settings.display() == display);
        QVERIFY(settings.theme() == ThemeChoice::Dark);
        QVERIFY(settings.firstStartSeen());
        QVERIFY(!settings.isShown("pictureStrip"));
        QVERIFY(settings.card("abc") == card);
        QVERIFY(!settings.card("unknown"));
        QVERIFY((settings.openedModels() == std::set<std::string>{"hash of a", "hash of b"}));
        QCOMPARE(settings.recentModels(), QStringList({QStringLiteral("a.pt"), QStringLiteral("b.pt")}));
    }

    void settingsOfEarlierVersionsBeginWithTheDefaultLook() {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("settings.ini"));
        QSettings(file, QSettings::IniFormat).setValue(QStringLiteral("display/overlay"), true);
        QSettings(file, QSettings::IniFormat).setValue(QStringLiteral("display/clip_percentile"), 99);
        QVERIFY(Settings(file).display() == DisplayChoice());
    }

    void anEndedStepIsNotContinued() {
        Session session;
        session.setSigma({1});
        session.setSigma({2}); // of the same scrub
        session.endStep();
        session.setSigma({3});
        session.back();
        QCOMPARE(session.choice().sigma, 2.0);
        session.back();
        QCOMPARE(session.choice().sigma, 0.0);
    }
};

BLURIG_TEST(TestSession)
#include "test_session.moc"
