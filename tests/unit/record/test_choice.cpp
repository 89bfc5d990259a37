// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/record/choice.h"

#include <QTest>

using namespace blurig;

namespace {

// Written with single quotes: moc loses its way in raw strings.
std::string json(const char* text) {
    return QString(text).replace('\'', '"').toStdString();
}

} // namespace

class TestChoice : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everythingReadsBack() {
        Choice choice;
        choice.picture = "/photos/\"caf\xc3\xa9\".png";
        choice.pictureSha256 = "ab12";
        choice.colours = "srgb";
        choice.model = "model.pt";
        choice.modelSha256 = "cd34";
        choice.target = "tabby,-tiger cat";
        choice.score = "logit";
        choice.crop = {"rectangle", 1.5, 2.25, 100.1, 1e-3};
        choice.sigma = 0.1;
        choice.frame = "original";
        choice.panes = {
            {"blur-ig", {{"max_sigma", "20"}}, "", {"absolute", "negative", 97.5, 12.5, "grey", "contour", 0.25, 7.5}},
            {"ig", {{"baseline", "own"}, {"steps", "200"}}, "/photos/grey.png", {}}};
        choice.page = "compare";
        choice.compare.panes = {{"ig", {{"baseline", "white"}}, "", {}, "tabby", "other.pt", "ef56"},
                                {"gradient", {}, "", {}}};
        choice.compare.sharedRange = true;
        choice.compare.view = "swipe";
        choice.compare.a = 1;
        choice.compare.b = 0;
        choice.paths = {"white", "score"};
        QVERIFY(parseChoice(toJson(choice), "a.png") == choice);
    }

    void theDefaultReadsBack() { QVERIFY(parseChoice(toJson(Choice()), "a.png") == Choice()); }

    void missingKeysAreDefaultAndUnknownOnesAreLeftOut() {
        QVERIFY(parseChoice("{}", "a.png") == Choice());
        QVERIFY(parseChoice(json("{'version': 1, 'sonify': true, 'crop': {'angle': 3}}"), "a.png") == Choice());
    }

    void keysAreSnakeCaseAndVersioned() {
        const std::string written = toJson(Choice());
        for (const char* key : {"\"version\": 1", "\"picture_sha256\"", "\"clip_percentile\": 99.0"})
            QVERIFY2(written.find(key) != std::string::npos, key);
    }

    // Before there were styles, a flag said whether the map lay over the photo; it is still written for those programs.
    void filesWithoutAStyleReadAsTheyWere() {
        const auto displayOf = [](const char* text) { return parseChoice(json(text), "a.png").panes.front().display; };
        QCOMPARE(displayOf("{'panes': [{'display': {'overlay': true}}]}").style, std::string("overlay"));
        QCOMPARE(displayOf("{'panes': [{'display': {'overlay': false}}]}").style, std::string("map"));
        QCOMPARE(displayOf("{'panes': [{'display': {'overlay': true, 'style': 'masked'}}]}").style,
                 std::string("masked"));
        QVERIFY(displayOf("{'panes': [{'display': {'clip_percentile': 98.0}}]}") ==
                DisplayChoice{.clipPercentile = 98});
        Choice choice;
        choice.panes.front().display.style = "overlay";
        QVERIFY(toJson(choice).find("\"overlay\": true") != std::string::npos);
    }

    void aNameThatIsNotUtf8StillWrites() {
        Choice choice;
        choice.picture = "\xff.png";
        QCOMPARE(parseChoice(toJson(choice), "a.png").picture, std::string("\xef\xbf\xbd.png"));
    }

    void wrongTextIsRefusedByKey_data() {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<QString>("part");
        QTest::newRow("empty") << json("") << "not JSON";
        QTest::newRow("cut") << json("{'picture': 'a") << "not JSON";
        QTest::newRow("a list") << json("[]") << "the choice is not an object";
        QTest::newRow("newer") << json("{'version': 2}") << "newer program (choice version 2, this one knows 1)";
        QTest::newRow("version") << json("{'version': '1'}") << "\"version\" is not a number";
        QTest::newRow("text") << json("{'picture': 3}") << "\"picture\" is not a text";
        QTest::newRow("colours") << json("{'colours': true}") << "\"colours\" is not a text";
        QTest::newRow("number") << json("{'sigma': '3'}") << "\"sigma\" is not a number";
        QTest::newRow("beyond doubles") << json("{'sigma': 1e999}") << "not JSON";
        QTest::newRow("object") << json("{'crop': 'card'}") << "\"crop\" is not an object";
        QTest::newRow("inner") << json("{'crop': {'x': null}}") << "\"crop.x\" is not a number";
        QTest::newRow("panes") << json("{'panes': {}}") << "\"panes\" is not a list";
        QTest::newRow("no pane") << json("{'panes': []}") << "\"panes\" is not a list of at least one";
        QTest::newRow("paths") << json("{'paths': {'match': 1}}") << "\"paths.match\" is not a text";
        QTest::newRow("pane") << json("{'panes': [{}, 1]}") << "\"panes[1]\" is not an object";
        QTest::newRow("flag") << json("{'panes': [{'display': {'overlay': 1}}]}")
                              << "\"panes[0].display.overlay\" is not true or false";
        QTest::newRow("pane A") << json("{'compare': {'a': -1}}") << "\"compare.a\" is not a whole number of at least 0";
        QTest::newRow("style") << json("{'panes': [{'display': {'style': 2}}]}")
                               << "\"panes[0].display.style\" is not a text";
        QTest::newRow("low end") << json("{'panes': [{'display': {'clip_low_percentile': 'x'}}]}")
                                 << "\"panes[0].display.clip_low_percentile\" is not a number";
        QTest::newRow("parameter") << json("{'panes': [{'parameters': {'steps': 4}}]}")
                                   << "\"panes[0].parameters.steps\" is not a text";
    }
    void wrongTextIsRefusedByKey() {
        QFETCH(std::string, text);
        QFETCH(QString, part);
        try {
            parseChoice(text, "figure.png");
            QFAIL("it was read");
        } catch (const Error& error) {
            QVERIFY(error.code() == ErrorCode::Argument);
            QCOMPARE(error.where(), std::string("figure.png"));
            QVERIFY2(QString::fromStdString(error.what()).contains(part), error.what());
        }
    }
};

QTEST_APPLESS_MAIN(TestChoice)
#include "test_choice.moc"
