// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/bulk.h"
#include "core/record/session_file.h"
#include "tests/support/test_class.h"
#include "tests/ui/explorer_fixture.h"
#include "ui/engine/dense_opening.h"
#include "ui/export/run_record.h"
#include "ui/files/opener.h"
#include "ui/pages/page.h"

#include <QAbstractButton>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>

using namespace blurig;
using namespace blurig::ui;
using blurig::test::ExplorerFixture;
using blurig::test::patience;

namespace {

// A first start: nothing remembered, a model, and one sample photo.
class FirstStart : public ExplorerFixture {
public:
    FirstStart() {
        QFile::copy(photo(), samples.filePath(QStringLiteral("fields.png")));
        QFile list(samples.filePath(QStringLiteral("samples.txt")));
        if (list.open(QIODevice::WriteOnly))
            list.write("fields.png  Coloured fields\n");
        list.close();
        options.samplesFolder = samples.path();
        makeWindow();
        Choice choice = session().choice();
        choice.model = model().toStdString();
        window->opener()->restore(choice);
        session().forgetHistory();
    }
    bool mapIsThere() { return ready() && !view().exploreActivity.running; }
    QTemporaryDir samples;
};

} // namespace

class TestFirstMinute : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneClickFromTheWelcomePageToTheSentence() {
        FirstStart fixture;
        QVERIFY(fixture.window->firstStart());
        fixture.window->showWelcome();
        auto* welcome = fixture.find<QWidget>("welcomePage");
        QVERIFY(welcome->isVisible());
        QVERIFY(!fixture.find<QWidget>("explorePage")->isVisible());
        QTest::mouseClick(fixture.find<QAbstractButton>("sampleCard"), Qt::LeftButton);
        QVERIFY(!welcome->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.mapIsThere(), patience);

        // The sentence is that of the record, and the slider stands in the middle of what it names.
        const RunView& run = fixture.view().explore;
        const std::string record = runRecord(fixture.view().subject, run)();
        const QJsonObject said = QJsonDocument::fromJson(QByteArray::fromStdString(record))["bulk"].toObject();
        const PositionInterval bulk{.from = said["from_sigma"].toDouble(), .to = said["to_sigma"].toDouble()};
        const auto* sentence = fixture.find<QLabel>("bulkSentence");
        QCOMPARE(sentence->text().toStdString(),
                 bulkSentence(bulk, targetName(run.target, fixture.view().subject.model->card)));
        QTRY_COMPARE(fixture.session().choice().sigma, denseSigma(bulk));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        const QString caption = fixture.find<ImagePane>("paneAccumulated")->caption();
        const double held = *fixture.view().frame->accumulatedSum / run.state->completeness->difference();
        QVERIFY2(caption.startsWith(QStringLiteral("holds %1 % of the change").arg(std::lround(100 * held))),
                 qPrintable(caption));
    }

    void threeNotesOnceAndForGood() {
        FirstStart fixture;
        fixture.window->showWelcome();
        QTest::mouseClick(fixture.find<QAbstractButton>("sampleCard"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QWidget>("firstMarks") != nullptr, patience);
        QStringList texts;
        while (const auto* note = fixture.find<QLabel>("firstMarkText")) {
            if (!note->isVisible())
                break;
            texts << note->text();
            QVERIFY(fixture.window->rect().contains(fixture.find<QWidget>("firstMarks")->geometry()));
            fixture.find<QPushButton>("firstMarkNext")->click();
        }
        texts.removeDuplicates();
        QCOMPARE(texts.size(), 3);
        QTRY_VERIFY(fixture.find<QWidget>("firstMarks") == nullptr);
        fixture.makeWindow();
        QVERIFY(!fixture.window->firstStart());
    }

    // Who waits for the page, such as a screenshot, hears of its end after the slider has moved by itself.
    void thePageSaysThatItIsSettled() {
        FirstStart fixture;
        const Page* page = fixture.window->shownPage();
        bool heard = false;
        connect(page, &Page::progressed, this, [&] {
            const bool moved = fixture.session().choice().sigma > 0;
            heard = heard || (moved && page->settled());
        });
        fixture.window->opener()->open(fixture.photo());
        QTRY_VERIFY_WITH_TIMEOUT(heard, patience);
    }

    void aTouchedSliderStaysWhereItIs() {
        FirstStart fixture;
        fixture.window->opener()->open(fixture.photo());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.view().subject.input.has_value(), patience);
        fixture.session().setSigma({0.25});
        QTRY_VERIFY_WITH_TIMEOUT(fixture.mapIsThere(), patience);
        QCOMPARE(fixture.session().choice().sigma, 0.25);
    }

    void aSessionOpensAtItsOwnScale() {
        FirstStart fixture;
        fixture.window->opener()->open(fixture.photo());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.mapIsThere(), patience);
        Choice choice = fixture.session().choice();
        choice.sigma = 0;
        const QString file = fixture.path(QStringLiteral("saved.blurig"));
        writeSession(file.toStdString(), choice);
        fixture.makeWindow();
        fixture.window->opener()->open(file);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.mapIsThere(), patience);
        QCOMPARE(fixture.session().choice().sigma, 0.0);
    }

    void theWelcomePageGivesThePhotoBack() {
        FirstStart fixture;
        fixture.window->opener()->open(fixture.photo());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.mapIsThere(), patience);
        fixture.window->showWelcome();
        QVERIFY(fixture.find<QWidget>("welcomePage")->isVisible());
        QTest::keyClick(fixture.find<QWidget>("welcomePage"), Qt::Key_Escape);
        QVERIFY(!fixture.find<QWidget>("welcomePage")->isVisible());
        QVERIFY(fixture.find<QWidget>("explorePage")->isVisible());
    }
};

BLURIG_TEST(TestFirstMinute)
#include "test_first_minute.moc"
