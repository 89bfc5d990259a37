// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/model/model_card.h"

#include <QTest>

using namespace blurig;

class TestModelCard : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void survivesItsOwnJson() {
        ModelCard card = assumedModelCard("a model");
        card.input.height = 299;
        card.input.width = 320;
        card.input.range = {-1, 1, ""};
        card.input.resize = {ResizeRule::CropThenResize, 320, 0.875, ResizeFilter::Bilinear};
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

    void whatIsMissingIsAssumed() {
        const ModelCard card = parseModelCard(R"({"input": {"height": 64, "width": 32}})", "test");
        QCOMPARE(card.input.channels, 3);
        QCOMPARE(card.input.resize.size, 64);
        QCOMPARE(card.mean, std::vector<double>({0, 0, 0}));
        QVERIFY(!card.outputIndex);
    }

    void refused_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* title, const char* json, const char* words) {
            QTest::newRow(title) << QByteArray(json) << QString(words);
        };
        row("not JSON", "{", "not JSON");
        row("a list", "[]", "object");
        row("newer", R"({"card_version": 2})", "card_version");
        row("height as text", R"({"input": {"height": "224"}})", "\"input.height\"");
        row("height of zero", R"({"input": {"height": 0}})", "\"input.height\"");
        row("two channels", R"({"input": {"channels": 2}})", "\"input.channels\"");
        row("unknown order", R"({"input": {"channel_order": "RBG"}})", "RGB, BGR, grey");
        row("grey with 3 channels", R"({"input": {"channel_order": "grey"}})", "channel_order");
        row("range upside down", R"({"input": {"value_range": [1, 0]}})", "value_range");
        row("mean of two", R"({"input": {"mean": [0, 0]}})", "\"input.mean\"");
        row("std of zero", R"({"input": {"std": [1, 0, 1]}})", "\"input.std\"");
        row("unknown filter", R"({"input": {"resize": {"filter": "lanczos"}}})", "bilinear, bicubic");
        row("resize below the crop", R"({"input": {"resize": {"size": 100}}})", "\"input.resize.size\"");
        row("unknown output", R"({"output": {"kind": "scores"}})", "logits");
        row("names as text", R"({"classes": {"names": "a, b"}})", "\"classes.names\"");
        row("ids of another length", R"({"classes": {"names": ["a"], "wnids": ["n1", "n2"]}})", "\"classes.wnids\"");
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

QTEST_APPLESS_MAIN(TestModelCard)
#include "test_model_card.moc"
