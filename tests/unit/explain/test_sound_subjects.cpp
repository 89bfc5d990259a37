// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audio/means_sound.h"
#include "core/audio/mel_bands.h"
#include "core/audio/wav.h"
#include "core/error.h"
#include "core/explain/clip_scores.h"
#include "core/explain/command_line.h"
#include "core/explain/explain.h"
#include "core/explain/place_text.h"
#include "core/explain/recorded.h"
#include "core/explain/sigma_text.h"
#include "core/explain/sound_choice.h"
#include "core/explain/sound_thumbnail.h"
#include "core/record/npy.h"
#include "core/record/write_file.h"
#include "core/render/sound_drawing.h"
#include "tests/support/script_model.h"
#include "tests/support/small_sounds.h"
#include "tests/support/test_class.h"

#include <fmt/format.h>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace blurig;
using namespace blurig::test;

namespace {

constexpr int rate = smallRate;
const SoundSpec spectrogramSpec = smallSpectrograms(8);

// A tone that begins soft and ends loud.
std::vector<float> risingTone(int count) {
    std::vector<float> samples;
    for (int i = 0; i < count; ++i)
        samples.push_back(static_cast<float>(0.8 * i / count * std::sin(2 * std::numbers::pi * 1000 * i / rate)));
    return samples;
}

std::shared_ptr<const Clip> clipOfTone(const SoundSpec& spec) {
    return std::make_shared<const Clip>(clipOf(soundOf(risingTone(1600), rate, "tone"), spec));
}

std::string logits(const std::string& value) {
    return "def forward(self, x):\n    value = " + value + "\n    return torch.stack([value, -value], 1)\n";
}

Explanation explainedOf(const OpenedSubject& opened, const std::map<std::string, std::string>& parameters = {}) {
    Choice choice;
    choice.target = std::string("0");
    choice.score = std::string("logit");
    choice.panes = {{.method = "blur-ig", .parameters = parameters}};
    ReferenceModels references;
    MethodSink sink;
    return explain(opened, resolve(choice, choice.panes.front(), opened.subject), references, sink);
}

} // namespace

class TestSoundSubjects : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // A detector that is linear in one cosine mode of the signal: the blur only shrinks the mode, by a known factor.
    void aPlantedDetectorOfAWaveformFadesAsItsMode_data() {
        QTest::addColumn<int>("mode");
        for (const int mode : {3, 12, 40, 150})
            QTest::addRow("%d", mode) << mode;
    }

    void aPlantedDetectorOfAWaveformFadesAsItsMode() {
        QFETCH(int, mode);
        constexpr int length = 400;
        const SoundSpec spec{.form = Waveform{rate}, .patch = {.length = length, .hop = length}, .axisOrder = "NCT"};
        std::vector<float> samples;
        for (int t = 0; t < length; ++t)
            samples.push_back(static_cast<float>(0.5 * std::cos(std::numbers::pi * mode * (t + 0.5) / length)));
        const std::string wave = "(torch.cos(3.14159265358979 * " + std::to_string(mode) +
                                 ".0 * (torch.arange(0, 400) + 0.5) / 400.0) * 0.01)";
        const auto model = scriptModel(logits("(x[:, 0, :] * " + wave + ").sum(1)"), soundCard(spec));
        auto clip = std::make_shared<const Clip>(clipOf(soundOf(samples, rate, "mode"), spec));
        const OpenedSubject opened = subjectOf(model, clip, 0);
        QCOMPARE(opened.subject.prepared.z.layout().axes.back().step, 1.0 / rate);
        const auto state = explainedOf(opened, {{"tolerance_map", "0.01"}}).state;
        const double full = state->completeness->scoreInput;
        QVERIFY(std::abs(full - 1) < 1e-4); // 400 / 2 * 0.5 * 0.01
        std::size_t gradients = 0;
        for (const auto& node : state->paths.front()->nodes) {
            const double expected =
                std::exp(0.5 * node->position * node->position * (2 * std::cos(std::numbers::pi * mode / length) - 2));
            QVERIFY2(std::abs(node->value / full - expected) < 1e-4,
                     qPrintable(QStringLiteral("sigma %1").arg(node->position)));
            gradients += node->gradient.empty() ? 0 : 1;
        }
        QVERIFY(gradients > 8);
        QVERIFY(std::abs(state->completeness->gap()) < 0.02);
    }

    void theNetworkGetsTheAxesOfItsCard_data() {
        QTest::addColumn<QString>("order");
        QTest::addColumn<QString>("place"); // of frequency 2, time 7, and the last channel
        QTest::addColumn<int>("channels");
        QTest::newRow("NCFT") << "NCFT"
                              << "[:, 0, 2, 7]" << 1;
        QTest::newRow("NCTF") << "NCTF"
                              << "[:, 0, 7, 2]" << 1;
        QTest::newRow("NTFC") << "NTFC"
                              << "[:, 7, 2, 0]" << 1;
        QTest::newRow("NFT") << "NFT"
                             << "[:, 2, 7]" << 1;
        QTest::newRow("NTF") << "NTF"
                             << "[:, 7, 2]" << 1;
        QTest::newRow("NTCF of three") << "NTCF"
                                       << "[:, 7, 2, 2]" << 3;
    }

    void theNetworkGetsTheAxesOfItsCard() {
        QFETCH(QString, order);
        QFETCH(QString, place);
        QFETCH(int, channels);
        SoundSpec spec = spectrogramSpec;
        spec.axisOrder = order.toStdString();
        spec.channels = channels;
        const auto model = scriptModel(logits("x" + place.toStdString() + " * 0.5"), soundCard(spec));
        const auto clip = clipOfTone(spec);
        const OpenedSubject opened = subjectOf(model, clip, 2);
        const Array& z = opened.subject.prepared.z;
        const Evaluation found = model->evaluate(asBatch(z), {{{0, 1.0}}}, Score::Logit);
        const auto at = static_cast<std::size_t>(((channels - 1) * 8 + 2) * 13 + 7);
        QVERIFY(z.host()[at] != 0);
        QVERIFY(std::abs(found.values.front() - 0.5 * static_cast<double>(z.host()[at])) < 1e-5);
        const std::span<const float> gradient = found.gradients.front().host();
        for (std::size_t i = 0; i < gradient.size(); ++i)
            QCOMPARE(gradient[i], i == at ? 0.5F : 0.0F);
    }

    void aClipIsScoredPatchByPatch() {
        const auto model = scriptModel(logits("x.mean([1, 2, 3])"), soundCard(spectrogramSpec));
        const auto clip = clipOfTone(spectrogramSpec);
        QCOMPARE(clip->whole.size(1), std::int64_t{51});
        QCOMPARE(clip->patches.size(), std::size_t{9});
        const ClipScores scores = clipScores(*model, *clip);
        double sum = 0;
        for (const Array& patch : scores.patches)
            sum += static_cast<double>(patch.host()[0]);
        QVERIFY(std::abs(static_cast<double>(scores.clip.host()[0]) - sum / 9) < 1e-6);
        QCOMPARE(bestPatch(scores, {{{0, 1.0}}}), std::size_t{8}); // the tone grows
        QCOMPARE(bestPatch(scores, {{{1, 1.0}}}), std::size_t{0});
        QCOMPARE(patchAt(*clip, 0.1), std::size_t{4});
        QVERIFY_THROWS_EXCEPTION(Error, patchAt(*clip, 0.3));
        QVERIFY_THROWS_EXCEPTION(Error, subjectOf(model, clip, 9));
    }

    void eachAxisIsAPathOfItsOwn() {
        const auto model = scriptModel(logits("x[:, 0, 3, :].mean(1)"), soundCard(spectrogramSpec));
        const auto clip = clipOfTone(spectrogramSpec);
        std::vector<double> starts; // F where all is blurred
        for (const BlurredAxes axes : {BlurredAxes::Both, BlurredAxes::Frequency, BlurredAxes::Time}) {
            const OpenedSubject opened = subjectOf(model, clip, 8, axes);
            starts.push_back(explainedOf(opened).state->completeness->scoreStart);
            QVERIFY(sigmaText(opened.subject, 2).find(axes == BlurredAxes::Time ? "frames (8.0 ms)" : "mel bands") !=
                    std::string::npos);
        }
        // The band's mean over time is all that the model sees: blur in time alone leaves it.
        const double input =
            model->evaluateForward(asBatch(subjectOf(model, clip, 8).subject.prepared.z), {{{0, 1.0}}}, Score::Logit)
                .values.front();
        QVERIFY(std::abs(starts[2] - input) < 1e-5);
        QVERIFY(std::abs(starts[0] - input) > 0.1);
        QVERIFY(std::abs(starts[0] - starts[1]) < 0.01 * std::abs(starts[0] - input));
    }

    void aWaveformHasNoAxisOfFrequency() {
        const SoundSpec spec{.form = Waveform{rate}, .patch = {.length = 400, .hop = 400}, .axisOrder = "NT"};
        const auto model = scriptModel(logits("x.mean(1)"), soundCard(spec));
        QVERIFY_THROWS_EXCEPTION(Error, subjectOf(model, clipOfTone(spec), 0, BlurredAxes::Frequency));
        QCOMPARE(sigmaText(subjectOf(model, clipOfTone(spec), 0).subject, 4), std::string("4.0 samples (0.50 ms)"));
    }

    void aPlaceIsSaidInHertzAndSeconds() {
        const auto model = scriptModel(logits("x[:, 0].mean([1, 2])"), soundCard(spectrogramSpec));
        const Subject subject = subjectOf(model, clipOfTone(spectrogramSpec), 2).subject; // begins with frame 10
        const std::vector<double> centres = bandCentres(*frontEndOf(spectrogramSpec));
        QCOMPARE(placeText(subject, 0, 3), QString::number(centres.front(), 'f', 0).toStdString() + " Hz, 0.05 s");
        QCOMPARE(placeText(subject, 7, 0),
                 QString::number(centres.back() / 1000, 'f', 2).toStdString() + " kHz, 0.04 s");
        QCOMPARE(sigmaUnit(subject), std::string("bins"));
        QVERIFY(sigmaInUnits(subject, 2).ends_with(" Hz at 1 kHz, 8.0 ms"));
        QCOMPARE(placeText(Subject(), 4, 3), std::string("x 3, y 4"));
    }

    void aSoundIsKnownByItsBytesAndDrawn() {
        const QTemporaryDir folder;
        const std::string named = folder.filePath("clip.wav").toStdString();
        const std::string unnamed = folder.filePath("clip").toStdString();
        for (const std::string& file : {named, unnamed}) {
            writeFile(file, encodeWav(risingTone(4000), rate, WavSamples::Integer16));
            QVERIFY(meansSound(file));
        }
        writeFile(folder.filePath("text.txt").toStdString(), "text");
        QVERIFY(!meansSound(folder.filePath("text.txt").toStdString()));
        const Raster drawing = soundThumbnail(named);
        QCOMPARE(drawing.height, FrontEnd().melBands);
        // A tone of 1 kHz that becomes louder: lighter at the right, and below the middle.
        const auto grey = [&](int x, int y) {
            return (*drawing.rgba)[static_cast<std::size_t>(4 * (y * drawing.width + x))];
        };
        int best = 0;
        for (int y = 1; y < drawing.height; ++y)
            best = grey(drawing.width - 3, y) > grey(drawing.width - 3, best) ? y : best;
        QVERIFY2(best > drawing.height / 2, qPrintable(QString::number(best)));
        QVERIFY(grey(drawing.width - 3, best) > grey(2, best));
        QCOMPARE(soundDrawing(readSound(named).samples).height, 120); // a waveform's line
    }

    void aChoiceKeepsItsPatch() {
        Choice choice;
        QVERIFY(!soundOf(choice, Reading::Strict));
        const SoundChoice sound{.patch = 3, .blurred = BlurredAxes::Time};
        write(sound, choice);
        const ReadChoice read = readChoice(toJson(choice), "test");
        QVERIFY(read.notes.empty());
        QCOMPARE(soundOf(read.choice, Reading::Strict), std::optional(sound));
        choice.pages[SoundChoice::part]["blur"] = std::string("loudness");
        QVERIFY_THROWS_EXCEPTION(Error, soundOf(choice, Reading::Strict));
        QCOMPARE(soundOf(choice, Reading::Lenient)->blurred, BlurredAxes::Both);
    }

    // What is recorded of an explanation gives a command that computes the same bits.
    void theCommandComputesTheSameArrays() {
        const QTemporaryDir folder;
        const auto path = [&folder](const char* name) { return folder.filePath(name).toStdString(); };
        writeScriptModel(path("model.pt"), logits("torch.tanh(x[:, 0, 2:4, 3:9].sum([1, 2]) * 0.1)"),
                         soundCard(spectrogramSpec));
        writeFile(path("a clip.wav"), encodeWav(risingTone(2100), rate, WavSamples::Float32));
        const auto model = loadModel(path("model.pt"));
        const auto clip = std::make_shared<const Clip>(readClip(path("a clip.wav"), spectrogramSpec));
        const Explanation expected = explainedOf(subjectOf(model, clip, 4, BlurredAxes::Frequency));
        Choice choice;
        choice.target = "0";
        choice.score = "logit";
        choice = recorded(choice, expected.subject);
        const std::string command = commandLine(choice, choice.panes.front(), path("out"));
        QVERIFY2(command.find("--patch 4 --blur frequency") != std::string::npos, command.c_str());
        QProcess shell;
        shell.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        const std::string programs = std::filesystem::path(BLURIG_PROGRAM).parent_path().string();
        shell.start("sh", {"-ec", QString::fromStdString("PATH=" + shellQuoted(programs) + ":$PATH\n" + command)});
        QVERIFY(shell.waitForFinished(120'000) && shell.exitCode() == 0);
        // An NPY file has no axes.
        QVERIFY(std::ranges::equal(readNpy(path("out/input.npy")).host(), expected.subject.prepared.z.host()));
        QVERIFY(std::ranges::equal(readNpy(path("out/attribution.npy")).host(), expected.state->attribution.host()));
    }
};

BLURIG_TEST(TestSoundSubjects)
#include "test_sound_subjects.moc"
