// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audio/wav.h"
#include "core/explain/explain.h"
#include "core/explain/sound_choice.h"
#include "core/record/npy.h"
#include "core/record/write_file.h"
#include "core/scale/scale_space.h"
#include "tests/support/explain_case.h"
#include "tests/support/script_model.h"
#include "tests/support/small_sounds.h"
#include "tests/support/test_class.h"
#include "tests/ui/explorer_fixture.h"
#include "ui/files/opener.h"
#include "ui/panels/message_bar.h"
#include "ui/widgets/image_pane.h"
#include "ui/widgets/patch_timeline.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QProcess>
#include <QRegularExpression>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace blurig;
using namespace blurig::test;
using namespace blurig::ui;

namespace {

constexpr int rate = smallRate;
const SoundSpec spectrograms = smallSpectrograms(4);

// What sounds low, what sounds high, and what changes.
constexpr const char* network = R"(
def forward(self, x):
    low = torch.tanh(x[:, 0, 0:3, :]).mean([1, 2])
    high = torch.tanh(x[:, 0, 5:8, :]).mean([1, 2])
    change = (x[:, 0, :, 1:] - x[:, 0, :, :-1]).pow(2).mean([1, 2])
    return torch.stack([4.0 * low, 4.0 * high, change], 1)
)";

// A low tone, then a high one, which is louder.
void writeClip(const QString& file) {
    std::vector<float> samples;
    for (int i = 0; i < 1600; ++i) {
        const double hertz = i < 800 ? 300 : 3000;
        samples.push_back(
            static_cast<float>((i < 800 ? 0.3 : 0.6) * std::sin(2 * std::numbers::pi * hertz * i / rate)));
    }
    writeFile(file.toStdString(), encodeWav(samples, rate, WavSamples::Float32));
}

struct SoundFixture : ExplorerFixture {
    SoundFixture()
        : ExplorerFixture(MainWindowOptions{.asksQuestions = false}) {
        ModelCard card = soundCard(spectrograms);
        card.name = "tones";
        card.classNames = {"low", "high", "change"};
        writeScriptModel(soundModel().toStdString(), network, card);
        writeClip(clip());
    }

    QString clip() const { return path(QStringLiteral("clip.wav")); }
    QString soundModel() const { return path(QStringLiteral("tones.pt")); }

    void openClip() {
        window->opener()->open(soundModel());
        window->opener()->open(clip());
    }

    const HeardPatch& heard() { return *view().subject.heard; }

    // What core makes of the same choice.
    Array expected(std::size_t patch, BlurredAxes blurred) {
        const auto model = modelLike(*view().subject.model);
        const OpenedSubject opened = subjectOf(
            model, std::make_shared<const Clip>(readClip(clip().toStdString(), spectrograms)), patch, blurred);
        ReferenceModels references;
        MethodSink sink;
        const Choice& choice = session().choice();
        return explain(opened, resolve(choice, choice.panes.front(), opened.subject), references, sink)
            .state->attribution;
    }

    bool hasPatch(std::size_t patch, BlurredAxes blurred) {
        return ready() && view().subject.heard && heard().patch == patch && heard().blurred == blurred;
    }
};

} // namespace

class TestSoundSubject : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aClipOpensWithItsBestPatch() {
        SoundFixture fixture;
        fixture.openClip();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().subject.heard, patience);
        const ClipScores& scores = *fixture.heard().clip.scores;
        const Target top{{{1, 1.0}}};
        QCOMPARE(fixture.session().choice().target, indexTarget(1)); // of the clip: the louder tone is high
        QCOMPARE(fixture.heard().patch, bestPatch(scores, top));
        QCOMPARE(soundOf(fixture.session().choice(), Reading::Strict), (SoundChoice{fixture.heard().patch}));
        QCOMPARE(fixture.session().choice().picture, fixture.clip().toStdString());
        QCOMPARE(fixture.session().choice().pictureSha256, fixture.heard().clip.clip->sound.sha256);
        QVERIFY(sameBits(fixture.view().explore.state->attribution,
                         fixture.expected(fixture.heard().patch, BlurredAxes::Both)));
        QVERIFY(!fixture.find<QWidget>("cropCombo", fixture.window->shownPage())->isVisible());
        auto* timeline = fixture.find<PatchTimeline>("patchTimeline", fixture.window->shownPage());
        QVERIFY(timeline->isVisible());
        QCOMPARE(timeline->parts().size(), scores.patches.size());
        QCOMPARE(timeline->parts()[2].score, scoreOf(scores.patches[2], top));
    }

    void patchesAndAxesAreChosenAndUndone() {
        SoundFixture fixture;
        fixture.openClip();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().subject.heard, patience);
        const std::size_t best = fixture.heard().patch;
        const auto clip = fixture.heard().clip.clip;
        auto* timeline = fixture.find<PatchTimeline>("patchTimeline", fixture.window->shownPage());
        QTest::mouseClick(timeline, Qt::LeftButton, {}, timeline->placeOf(0).center().toPoint());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasPatch(0, BlurredAxes::Both), patience);
        QCOMPARE(fixture.heard().clip.clip, clip); // the file was not read again
        QTest::keyClick(timeline, Qt::Key_Right);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasPatch(1, BlurredAxes::Both), patience);
        for (const BlurredAxes axes : {BlurredAxes::Frequency, BlurredAxes::Time}) {
            const std::string button = "blur_" + std::string(name(axes));
            fixture.find<QToolButton>(button.c_str(), fixture.window->shownPage())->click();
            QTRY_VERIFY_WITH_TIMEOUT(fixture.hasPatch(1, axes), patience);
            QCOMPARE(fixture.view().path()->path->description().axisWeights, axisWeights(axes, spectrograms));
            QVERIFY(sameBits(fixture.view().explore.state->attribution, fixture.expected(1, axes)));
        }
        for (const auto& [patch, axes] :
             {std::pair{1U, BlurredAxes::Frequency}, std::pair{1U, BlurredAxes::Both}, std::pair{0U, BlurredAxes::Both},
              std::pair{static_cast<unsigned>(best), BlurredAxes::Both}}) {
            fixture.session().back();
            QTRY_VERIFY_WITH_TIMEOUT(fixture.hasPatch(patch, axes), patience);
        }
        QCOMPARE(timeline->chosen(), best);
    }

    void aScrubBlursTheChosenAxesOnly() {
        SoundFixture fixture;
        fixture.openClip();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().subject.heard, patience);
        fixture.find<QToolButton>("blur_time", fixture.window->shownPage())->click();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasPatch(fixture.heard().patch, BlurredAxes::Time), patience);
        fixture.session().setSigma({2.5});
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().frame->sigma == 2.5, patience);
        const ScaleSpace space(fixture.view().subject.input->prepared.z, axisWeights(BlurredAxes::Time, spectrograms));
        QVERIFY(sameBits(fixture.view().frame->blurred, space.blurred(2.5)));
        const auto model = modelLike(*fixture.view().subject.model);
        QVERIFY(fixture.view().probe);
        QVERIFY(sameBits(
            fixture.view().probe->gradient,
            model->evaluate(asBatch(space.blurred(2.5)), fixture.view().explore.target, fixture.view().explore.score)
                .gradients.front()));
        fixture.session().setTarget("low");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().explore.target.classes.front().index == 0, patience);
        QVERIFY(sameBits(fixture.view().explore.state->attribution,
                         fixture.expected(fixture.heard().patch, BlurredAxes::Time)));
    }

    void lowFrequenciesAreAtTheBottom() {
        SoundFixture fixture;
        fixture.openClip();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().subject.heard, patience);
        fixture.session().edit([](Choice& choice) { write(SoundChoice{0}, choice); }); // the low tone
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasPatch(0, BlurredAxes::Both), patience);
        fixture.session().setSigma({0});
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        auto* pane = fixture.find<ImagePane>("paneBlurred");
        const QImage picture = pane->renderedImage();
        const Array& z = fixture.view().subject.input->prepared.z;
        QCOMPARE(picture.size(), QSize(13, 8));
        const auto grey = [&](int row) { return qRed(picture.pixel(6, row)); };
        QVERIFY2(grey(7) > grey(0), qPrintable(QStringLiteral("%1 %2").arg(grey(7)).arg(grey(0))));

        const QRectF place = pane->picturePlace();
        QTest::mouseMove(pane, place.center().toPoint());
        QTest::mouseMove(pane, QPointF(place.center().x(), place.bottom() - 4).toPoint());
        QVERIFY2(pane->valueText().startsWith(QString::number(static_cast<double>(z.host()[6]), 'f', 3)),
                 qPrintable(pane->valueText()));
        const QString words = fixture.find<QLabel>("readout")->text();
        QVERIFY2(words.contains(QLatin1String("Hz, 0.02 s")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("/bin²")), qPrintable(words));
        const QString caption = pane->caption();
        QVERIFY2(caption.contains(QLatin1String("mel bands")), qPrintable(caption));
    }

    void aSessionComputesTheSameBits() {
        SoundFixture fixture;
        fixture.openClip();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().subject.heard, patience);
        fixture.session().edit([](Choice& choice) { write(SoundChoice{2, BlurredAxes::Frequency}, choice); });
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasPatch(2, BlurredAxes::Frequency), patience);
        const Array before = fixture.view().explore.state->attribution;

        const QString session = fixture.path(QStringLiteral("saved.blurig"));
        fixture.dialogs->answers[FileQuestion::SaveSession] = session;
        fixture.find<QAction>("action_saveSession")->trigger();
        fixture.find<QAction>("action_copyCommand")->trigger();
        const QString command = QGuiApplication::clipboard()->text();
        fixture.makeWindow();
        fixture.window->opener()->open(session);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasPatch(2, BlurredAxes::Frequency), patience);
        QVERIFY(sameBits(fixture.view().explore.state->attribution, before));

        QVERIFY2(command.contains(QLatin1String("--blur frequency")), qPrintable(command));
        QProcess shell;
        shell.setWorkingDirectory(fixture.folder.path());
        shell.start("sh", {"-ec", QStringLiteral("PATH=%1:$PATH\n%2").arg(QStringLiteral(BLURIG_PROGRAM), command)});
        QVERIFY2(shell.waitForFinished(patience) && shell.exitCode() == 0, shell.readAllStandardError().constData());
        const QString out = QRegularExpression(QStringLiteral("--out (\\S+)")).match(command).captured(1);
        const Array told = readNpy(fixture.path(out + QStringLiteral("/attribution.npy")).toStdString());
        QVERIFY(std::ranges::equal(told.host(), before.host()));
    }

    void aSoundBringsTheModelOfSounds() {
        SoundFixture fixture;
        fixture.open(); // a photo with a model of pictures
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        fixture.options.soundModel = fixture.soundModel();
        fixture.makeWindow();
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        fixture.window->opener()->open(fixture.clip());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().subject.heard, patience);
        QCOMPARE(fixture.session().choice().model, fixture.soundModel().toStdString());
        fixture.window->opener()->open(fixture.photo()); // and back, to the model that was used last
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && !fixture.view().subject.heard, patience);
        QCOMPARE(fixture.session().choice().model, fixture.model().toStdString());
        QVERIFY(!soundOf(fixture.session().choice(), Reading::Strict));
        fixture.session().back();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().subject.heard, patience);
    }

    void withoutAModelOfSoundsWhatIsShownStays() {
        SoundFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        const auto state = fixture.view().explore.state;
        fixture.window->opener()->open(fixture.clip());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.window->messages()->isVisible(), patience);
        QVERIFY2(fixture.window->messages()->text().contains(QLatin1String("model of sounds")),
                 qPrintable(fixture.window->messages()->text()));
        QVERIFY(fixture.ready());
        QCOMPARE(fixture.view().explore.state, state);
        QCOMPARE(fixture.session().choice().picture, fixture.photo().toStdString());
    }

    void aDamagedSoundLeavesWhatIsShown() {
        SoundFixture fixture;
        fixture.openClip();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().subject.heard, patience);
        const QString broken = fixture.path(QStringLiteral("broken.wav"));
        writeFile(broken.toStdString(), std::string("RIFF\x10\0\0\0WAVE", 12));
        fixture.window->opener()->open(broken);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.window->messages()->isVisible(), patience);
        QVERIFY(fixture.ready());
        QCOMPARE(fixture.session().choice().picture, fixture.clip().toStdString());
    }
};

BLURIG_TEST(TestSoundSubject)
#include "test_sound_subject.moc"
