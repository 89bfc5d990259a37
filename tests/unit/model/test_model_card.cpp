// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/model/model_card.h"
#include "tests/support/test_class.h"

#include <QTest>

using namespace blurig;

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
