// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/model/model_card.h"
#include "tests/support/test_class.h"

#include <QTest>

using namespace blurig;

namespace {

// A card of sounds in which one key of the front end has another value.
QByteArray soundCard(const QByteArray& key, const QByteArray& value, const QByteArray& axisOrder = "NCFT") {
    const QList<std::pair<QByteArray, QByteArray>> usual{
        {"window_length", "512"}, {"hop", "256"},      {"fft_size", "512"},        {"window", "\"hann\""},
        {"centring", "\"none\""}, {"power", "2"},      {"mel_bands", "96"},        {"mel_scale", "\"slaney\""},
        {"mel_norm", "\"none\""}, {"highest", "8000"}, {"compression", "\"log\""}, {"offset", "1"}};
    QByteArray frontEnd;
    for (const auto& [name, normal] : usual)
        frontEnd += (frontEnd.isEmpty() ? "\"" : ", \"") + name + "\": " + (name == key ? value : normal);
    return R"({"card_version": 1, "input": {"kind": "spectrogram", "sample_rate": 16000, "patch": {"length": 96}, )"
           "\"axis_order\": \"" +
           axisOrder + "\", \"front_end\": {" + frontEnd + "}}}";
}

} // namespace

class TestModelCard : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void survivesItsOwnJson() {
        ModelCard card = assumedModelCard("a model");
        card.input = PictureSpec{.height = 299,
                                 .width = 320,
                                 .range = {-1, 1, ""},
                                 .resize = {ResizeRule::CropThenResize, 320, 0.875, ResizeFilter::Bilinear}};
        card.channelOrder = ChannelOrder::Bgr;
        card.axisOrder = AxisOrder::Nhwc;
        card.output = OutputKind::MultiLabelLogits;
        card.outputIndex = 2;
        card.classNames = {"tench, Tinca tinca", "gölden \"fish\""};
        card.wordNetIds = {"n01440764", "n01443537"};
        card.source = "here";
        card.licence = "MIT";
        QCOMPARE(parseModelCard(toJson(card), "test"), card);
    }

    void describesAnArrayByItsAxes() {
        ArrayLayout layout{.channels = 2,
                           .axes = {{.name = "frequency", .size = 64, .unit = "Hz", .step = 62.5},
                                    {.name = "time", .size = 400, .unit = "s", .step = 0.01}},
                           .range = {-80, 0, ""}};
        ModelCard card;
        card.input = ArraySpec{layout};
        card.mean = {0, 1};
        card.standardDeviation = {1, 2};
        QCOMPARE(parseModelCard(toJson(card), "test"), card);
        QCOMPARE(layoutOf(card.input), layout);
        QCOMPARE(sizeText(card.input), std::string("2 x 64 x 400 (frequency x time)"));
        QVERIFY_THROWS_EXCEPTION(Error, pictureSpec(card.input, "test"));
    }

    void describesSounds() {
        ModelCard card;
        card.mean = {0.1};
        card.standardDeviation = {2};
        card.output = OutputKind::MultiLabelLogits;
        FrontEnd frontEnd{.sampleRate = 22'050,
                          .windowLength = 1024,
                          .hop = 512,
                          .fftSize = 2048,
                          .melBands = 128,
                          .lowest = 20,
                          .highest = 8000,
                          .scale = MelScale::Htk,
                          .norm = MelNorm::None,
                          .window = WindowKind::Hamming,
                          .centring = Centring::Reflect,
                          .power = 1,
                          .compression = Compression::Log,
                          .factor = 3,
                          .offset = 1e-6};
        SoundSpec spec{.form = frontEnd,
                       .patch = {.length = 96, .hop = 48, .last = LastPatch::Padded},
                       .channels = 3,
                       .axisOrder = "NTFC",
                       .range = {-14, 4, "ln(3 p + 1e-06)"}};
        card.input = spec;
        QCOMPARE(sizeText(card.input), std::string("3 x 128 x 96 (frequency x time)"));
        card.mean.resize(3, 0);
        card.standardDeviation.resize(3, 1);
        QCOMPARE(parseModelCard(toJson(card), "test"), card);

        frontEnd.melBands = 0;
        frontEnd.lowest = frontEnd.highest = 0;
        frontEnd.scale = MelScale::Slaney;
        frontEnd.norm = MelNorm::Slaney;
        frontEnd.compression = Compression::Decibel;
        frontEnd.factor = 1;
        spec.form = frontEnd;
        spec.range.unit = "20 log10(max(p, 1e-06))";
        card.input = spec;
        QCOMPARE(parseModelCard(toJson(card), "test"), card);

        card.input = SoundSpec{.form = Waveform{8000},
                               .patch = {.length = 4000, .hop = 2000, .last = LastPatch::Dropped},
                               .channels = 1,
                               .axisOrder = "NT",
                               .range = {-1, 1, ""}};
        card.mean.resize(1);
        card.standardDeviation.resize(1);
        QCOMPARE(parseModelCard(toJson(card), "test"), card);
        QCOMPARE(sizeText(card.input), std::string("1 x 1 x 4000 (row x time)"));
        QVERIFY_THROWS_EXCEPTION(Error, pictureSpec(card.input, "test"));
        QVERIFY_THROWS_EXCEPTION(Error, soundSpec(PictureSpec(), "test"));
        QCOMPARE(soundSpec(card.input, "test").patch.hop, std::int64_t{2000});
    }

    // A model without a name takes its file's, whose bytes may be any.
    void hasJsonWhateverItsName() {
        const ModelCard card = assumedModelCard("caf\xE9");
        QCOMPARE(parseModelCard(toJson(card), "test").name, std::string("caf\xEF\xBF\xBD"));
    }

    void whatIsMissingIsAssumed() {
        const ModelCard card = parseModelCard(R"({"card_version": 1, "input": {"height": 64, "width": 32}})", "test");
        const auto& picture = std::get<PictureSpec>(card.input);
        QCOMPARE(picture.channels, 3);
        QCOMPARE(picture.resize.size, 64);
        QCOMPARE(card.mean, std::vector<double>({0, 0, 0}));
        QVERIFY(!card.outputIndex);
    }

    void mayBeginWithAMark() {
        const std::string text = R"({"card_version": 1, "name": "a"})";
        QCOMPARE(parseModelCard("\xEF\xBB\xBF" + text, "test").name, std::string("a"));
        std::string wide = "\xFF\xFE";
        for (const char c : text)
            wide += {c, '\0'};
        QCOMPARE(parseModelCard(wide, "test").name, std::string("a"));
    }

    void anEncodingThatIsNotUtf8IsNamed() {
        try {
            parseModelCard("{\"card_version\": 1,\n\"classes\": {\"names\": [\"caf\xE9\"]}}", "some/model.pt");
        } catch (const Error& error) {
            for (const char* part : {"some/model.pt", "line 2", "Latin-1"})
                QVERIFY2(QString(error.what()).contains(QLatin1String(part)), error.what());
            return;
        }
        QFAIL("the card was taken");
    }

    void refused_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* title, const char* json, const char* words) {
            QTest::newRow(title) << QByteArray(json) << QString(words);
        };
        row("not JSON", "{", "not JSON");
        row("a list", "[]", "object");
        row("no version", R"({"input": {"height": 64}})", "\"card_version\" is missing");
        row("newer", R"({"card_version": 2})", "card_version");
        row("height as text", R"({"card_version": 1, "input": {"height": "224"}})", "\"input.height\"");
        row("height of zero", R"({"card_version": 1, "input": {"height": 0}})", "\"input.height\"");
        row("an unknown kind", R"({"card_version": 1, "input": {"kind": "smell"}})", "\"input.kind\"");
        row("an array without axes", R"({"card_version": 1, "input": {"kind": "array"}})", "\"input.axes\"");
        row("an axis without size", R"({"card_version": 1, "input": {"kind": "array", "axes": [{"name": "time"}]}})",
            "\"input.axes[0].size\"");
        row("a spectrogram without a rate", R"({"card_version": 1, "input": {"kind": "spectrogram"}})",
            "\"input.sample_rate\" is missing");
        for (const char* key : {"window_length", "hop", "fft_size", "window", "centring", "power", "mel_bands",
                                "compression", "mel_scale", "mel_norm", "offset"})
            QTest::addRow("a front end without %s", key)
                << soundCard(key, "null")
                << QStringLiteral("\"input.front_end.%1\" is missing").arg(QLatin1String(key));
        QTest::newRow("a window beyond the transform")
            << soundCard("window_length", "600") << QStringLiteral("\"input.front_end.window_length\"");
        QTest::newRow("a power of three") << soundCard("power", "3") << QStringLiteral("\"input.front_end.power\"");
        QTest::newRow("bands above half of the rate")
            << soundCard("highest", "9000") << QStringLiteral("half of the sampling rate");
        QTest::newRow("a logarithm of zero") << soundCard("offset", "0") << QStringLiteral("must be positive");
        QTest::newRow("an unknown window") << soundCard("window", "\"kaiser\"") << QStringLiteral("hann, hamming");
        for (const char* order : {"NCHW", "CNFT", "NFF", "NF", "NCFTX"})
            QTest::addRow("axes %s", order) << soundCard("hop", "256", order) << QStringLiteral("must begin with N");
        row("a waveform without patches", R"({"card_version": 1, "input": {"kind": "waveform", "sample_rate": 8000}})",
            "\"input.patch\" is missing");
        row("two channels", R"({"card_version": 1, "input": {"channels": 2}})", "\"input.channels\"");
        row("unknown order", R"({"card_version": 1, "input": {"channel_order": "RBG"}})", "RGB, BGR, grey");
        row("grey with 3 channels", R"({"card_version": 1, "input": {"channel_order": "grey"}})", "channel_order");
        row("range upside down", R"({"card_version": 1, "input": {"value_range": [1, 0]}})", "value_range");
        row("mean of two", R"({"card_version": 1, "input": {"mean": [0, 0]}})", "\"input.mean\"");
        row("std of zero", R"({"card_version": 1, "input": {"std": [1, 0, 1]}})", "\"input.std\"");
        row("unknown filter", R"({"card_version": 1, "input": {"resize": {"filter": "lanczos"}}})",
            "bilinear, bicubic");
        row("resize below the crop", R"({"card_version": 1, "input": {"resize": {"size": 100}}})",
            "\"input.resize.size\"");
        row("unknown output", R"({"card_version": 1, "output": {"kind": "scores"}})", "logits");
        row("names as text", R"({"card_version": 1, "classes": {"names": "a, b"}})", "\"classes.names\"");
        row("ids of another length", R"({"card_version": 1, "classes": {"names": ["a"], "wnids": ["n1", "n2"]}})",
            "\"classes.wnids\"");
    }

    void refused() {
        QFETCH(QByteArray, json);
        QFETCH(QString, words);
        try {
            parseModelCard(json.toStdString(), "some/model.pt");
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::ModelCard);
            QVERIFY2(QString(error.what()).contains(words), error.what());
            QVERIFY2(QString(error.what()).contains("some/model.pt"), error.what());
            return;
        }
        QFAIL("the card was taken");
    }
};

BLURIG_TEST(TestModelCard)
#include "test_model_card.moc"
