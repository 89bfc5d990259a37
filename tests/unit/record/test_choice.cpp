// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/record/choice.h"
#include "core/record/look_defaults.h"
#include "tests/support/test_class.h"

#include <QFile>
#include <QTest>

using namespace blurig;

namespace {

// Written with single quotes: moc loses its way in raw strings.
std::string json(const char* text) {
    return QString(text).replace('\'', '"').toStdString();
}

Choice parsed(const std::string& text) {
    return readChoice(text, "a.png").choice;
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
        choice.panes[1].baselineSha256 = "0a1b";
        choice.card = "{\"card_version\":1}";
        choice.unfrozen = true;
        choice.execution = "as-filed contiguous alone float";
        choice.page = "compare";
        choice.compare.panes = {{"ig", {{"baseline", "white"}}, "", {}, "tabby", "other.pt", "ef56"},
                                {"gradient", {}, "", {}}};
        choice.compare.sharedRange = true;
        choice.compare.view = "swipe";
        choice.compare.a = 1;
        choice.compare.b = 0;
        choice.compare.panes[0].execution = "frozen contiguous alone float";
        choice.compare.panes[0].card = choice.card;
        choice.paths = {"white", "score"};
        choice.pages["of another program"] = {
            {"on", true}, {"level", 0.5}, {"word", std::string("a")}, {"panes", std::vector<PaneChoice>(2)}};
        choice.computedWith = {.libtorch = "1.13.1", .device = "cpu", .startNodes = 9, .roundSize = 4};
        QVERIFY(parsed(toJson(choice)) == choice);
    }

    void theDefaultReadsBack() { QVERIFY(parsed(toJson(Choice())) == Choice()); }

    void missingKeysAreDefaultAndUnknownOnesAreTold() {
        QVERIFY(readChoice("{}", "a.png").notes.empty());
        QVERIFY(parsed("{}") == Choice());
        const ReadChoice read = readChoice(
            json("{'version': 2, 'sonify': {'volume': 3}, 'crop': {'angle': 3}, 'panes': [{}, {'display': {'hue': 1}}],"
                 " 'pages': {'paths': {'speed': 1}}}"),
            "a.png");
        Choice expected;
        expected.panes.resize(2);
        expected.panes[1].display = displayOfLook("pixels"); // of the time before looks
        QVERIFY(read.choice == expected);
        QCOMPARE(read.notes.size(), std::size_t{1});
        QCOMPARE(read.notes.front(),
                 std::string("a.png holds what this program does not know and leaves out: sonify, crop.angle, "
                             "panes[1].display.hue, pages.paths.speed"));
    }

    void theFirstVersionReads_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("page");
        QTest::newRow("a figure of the command line") << "attribute.json"
                                                      << "explore";
        QTest::newRow("a session with a comparison") << "compare.json"
                                                     << "compare";
        QTest::newRow("a session of the Paths page") << "paths.json"
                                                     << "paths";
    }
    void theFirstVersionReads() {
        QFETCH(QString, file);
        QFETCH(QString, page);
        QFile stored(QStringLiteral(BLURIG_TEST_DATA "/choices/version_1/") + file);
        QVERIFY(stored.open(QIODevice::ReadOnly));
        const ReadChoice read = readChoice(stored.readAll().toStdString(), file.toStdString());
        QVERIFY2(read.notes.empty(), read.notes.empty() ? "" : read.notes.front().c_str());
        const Choice& choice = read.choice;
        QCOMPARE(QString::fromStdString(choice.page), page);
        QCOMPARE(choice.picture, std::string("/photos/coffee.png"));
        QCOMPARE(choice.pictureSha256.size(), std::size_t{64});
        QCOMPARE(choice.execution, std::string("frozen channels-last together float"));
        if (page == "explore") {
            QCOMPARE(choice.target, std::string("967"));
            QVERIFY((choice.crop == CropChoice{"rectangle", 10, 20, 300, 200.5}));
            QCOMPARE(choice.panes.front().parameters.at("max_sigma"), std::string("20"));
            QCOMPARE(choice.panes.front().display.look, std::string("overlay"));
        } else if (page == "compare") {
            QCOMPARE(choice.compare.panes.size(), std::size_t{3});
            QCOMPARE(choice.compare.panes[1].parameters.at("baseline"), std::string("random"));
            QCOMPARE(choice.compare.view, std::string("swipe"));
            QVERIFY(choice.compare.a == 1U && !choice.compare.b);
            QVERIFY(choice.compare.sharedRange);
        } else {
            QVERIFY((choice.paths == PathsChoice{"white", "score"}));
        }
        QVERIFY(parsed(toJson(choice)) == choice);
    }

    void keysAreSnakeCaseAndVersioned() {
        const std::string written = toJson(Choice());
        for (const char* key : {"\"version\": 2", "\"picture_sha256\"", "\"clip_percentile\": 99.5"})
            QVERIFY2(written.find(key) != std::string::npos, key);
    }

    // Before there were styles, a flag said whether the map lay over the photo.
    void filesWithoutAStyleReadAsTheyWere() {
        const auto displayOf = [](const char* text) { return parsed(json(text)).panes.front().display; };
        QCOMPARE(displayOf("{'panes': [{'display': {'overlay': true}}]}").look, std::string("overlay"));
        QCOMPARE(displayOf("{'panes': [{'display': {'overlay': false}}]}").look, std::string("pixels"));
        QCOMPARE(displayOf("{'panes': [{'display': {'overlay': true, 'style': 'masked'}}]}").look,
                 std::string("masked"));
        DisplayChoice pixels = displayOfLook("pixels");
        pixels.clipPercentile = 98;
        QVERIFY(displayOf("{'panes': [{'display': {'clip_percentile': 98.0}}]}") == pixels);
    }

    void aNameThatIsNotUtf8StillWrites() {
        Choice choice;
        choice.picture = "\xff.png";
        QCOMPARE(parsed(toJson(choice)).picture, std::string("\xef\xbf\xbd.png"));
    }

    void wrongTextIsRefusedByKey_data() {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<QString>("part");
        QTest::newRow("empty") << json("") << "not JSON";
        QTest::newRow("cut") << json("{'picture': 'a") << "not JSON";
        QTest::newRow("a list") << json("[]") << "the choice must be an object";
        QTest::newRow("newer") << json("{'version': 3}") << "newer program (choice version 3, this one knows 2)";
        QTest::newRow("version") << json("{'version': '1'}") << "\"version\" must be a number";
        QTest::newRow("text") << json("{'picture': 3}") << "\"picture\" must be text";
        QTest::newRow("colours") << json("{'colours': true}") << "\"colours\" must be text";
        QTest::newRow("number") << json("{'sigma': '3'}") << "\"sigma\" must be a number";
        QTest::newRow("beyond doubles") << json("{'sigma': 1e999}") << "not JSON";
        QTest::newRow("object") << json("{'crop': 'card'}") << "\"crop\" must be an object";
        QTest::newRow("inner") << json("{'crop': {'x': '1'}}") << "\"crop.x\" must be a number";
        QTest::newRow("panes") << json("{'panes': {}}") << "\"panes\" must be a list";
        QTest::newRow("no pane") << json("{'panes': []}") << "\"panes\" must be a list of at least one pane";
        QTest::newRow("paths") << json("{'pages': {'paths': {'match': 1}}}") << "\"pages.paths.match\" must be text";
        QTest::newRow("pane") << json("{'panes': [{}, 1]}") << "\"panes[1]\" must be an object";
        QTest::newRow("flag") << json("{'panes': [{'display': {'overlay': 1}}]}")
                              << "\"panes[0].display.overlay\" must be true or false";
        QTest::newRow("pane A") << json("{'version': 1, 'compare': {'a': -1}}")
                                << "\"compare.a\" must be a whole number from 0";
        QTest::newRow("card") << json("{'card': 'card.json'}") << "\"card\" must be an object";
        QTest::newRow("another page") << json("{'pages': {'scales': {'of': {}}}}") << "\"pages.scales.of\" must be";
        QTest::newRow("look") << json("{'panes': [{'display': {'look': 2}}]}")
                              << "\"panes[0].display.look\" must be text";
        QTest::newRow("low end") << json("{'panes': [{'display': {'clip_low_percentile': 'x'}}]}")
                                 << "\"panes[0].display.clip_low_percentile\" must be a number";
        QTest::newRow("parameter") << json("{'panes': [{'parameters': {'steps': 4}}]}")
                                   << "\"panes[0].parameters.steps\" must be text";
    }
    void wrongTextIsRefusedByKey() {
        QFETCH(std::string, text);
        QFETCH(QString, part);
        try {
            readChoice(text, "figure.png");
            QFAIL("it was read");
        } catch (const Error& error) {
            QVERIFY(error.code() == ErrorCode::Argument);
            QCOMPARE(error.where(), std::string("figure.png"));
            QVERIFY2(QString::fromStdString(error.what()).contains(part), error.what());
        }
    }
};

BLURIG_TEST(TestChoice)
#include "test_choice.moc"
