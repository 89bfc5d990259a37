// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/array/file_bytes.h"
#include "core/explain/record.h"
#include "core/explain/recorded.h"
#include "core/json/json.h"
#include "tests/support/explain_case.h"
#include "tests/support/test_class.h"

#include <nlohmann/json.hpp>
#include <QFile>
#include <QTest>

using namespace blurig;
using namespace blurig::test;

namespace {

template <typename Compute> std::string placeOfError(Compute compute) {
    try {
        compute();
    } catch (const Error& error) {
        return error.where();
    }
    return "nothing went wrong";
}

class CountingMemory final : public ExaminationMemory {
public:
    std::optional<std::string> find(const std::string& key) const override {
        const auto known = m_texts.find(key);
        return known == m_texts.end() ? std::nullopt : std::optional(known->second);
    }
    void keep(const std::string& key, const std::string& text) override {
        m_texts[key] = text;
        ++examinations;
    }

    int examinations = 0;

private:
    std::map<std::string, std::string> m_texts;
};

// A runner's loop: one model, one choice, many photos.
std::vector<Explanation> explainAll(const Choice& choice, const std::vector<std::string>& photos) {
    const auto model = loadModel(choice.model, modelOptionsOf(choice, Reading::Strict));
    ReferenceModels references;
    MethodSink sink;
    std::vector<Explanation> results;
    for (const std::string& photo : photos) {
        const OpenedSubject opened = subjectOf(model, readPicture(photo), {});
        results.push_back(explain(opened, resolve(choice, choice.panes.front(), opened.subject), references, sink));
    }
    return results;
}

// A server's answer: a choice as text in, a record or an error as text out.
std::string serve(const std::string& request) {
    try {
        const Explanation explanation = explained(readChoice(request, "request").choice);
        return textOf(attributionRecord(explanation.subject, *explanation.state, explanation.scoreInput));
    } catch (const Error& error) {
        return textOf({{"error", name(error.code())}, {"where", error.where()}});
    }
}

} // namespace

class TestExplain : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRunnerExplainsManyPhotosWithOneModel() {
        const std::vector<std::string> photos{m_case.writePhoto("a.png", 2), m_case.writePhoto("b.png", 3)};
        const Choice choice = m_case.choice("blur-ig");
        const std::vector<Explanation> all = explainAll(choice, photos);
        QCOMPARE(all.size(), photos.size());
        for (std::size_t i = 0; i < photos.size(); ++i) {
            Choice alone = choice;
            alone.picture = photos[i];
            QVERIFY(sameBits(all[i].state->attribution, explained(alone).state->attribution));
        }
        QVERIFY(!sameBits(all[0].state->attribution, all[1].state->attribution));
    }

    void aServerAnswersInText() {
        const Json record = Json::parse(serve(toJson(m_case.choice("ig", {{"baseline", "white"}}))));
        QCOMPARE(record.at("method").get<std::string>(), std::string("ig"));
        QCOMPARE(record.at("target_name").get<std::string>(), std::string("edges"));
        QCOMPARE(record.at("parameters").at("baseline").get<std::string>(), std::string("white"));
        Choice wrong = m_case.choice("ig");
        wrong.target = "no such class";
        const Json error = Json::parse(serve(toJson(wrong)));
        QCOMPARE(error.at("where").get<std::string>(), std::string("target"));
    }

    void everyMethodComputesTheSameBitsFromItsRecord_data() { addMethodRows(); }
    void everyMethodComputesTheSameBitsFromItsRecord() {
        QFETCH(QString, method);
        QFETCH(bool, reference);
        Choice choice = m_case.choice(method.toStdString());
        if (reference)
            choice.panes.front().parameters.insert_or_assign("reference_mode", "true");
        choice.crop = {"rectangle", 1.25, 2, 20, 19.5};
        const Explanation first = explained(choice);
        Choice known = recorded(choice, first.subject);
        known.panes.front() = recorded(known.panes.front(), *first.state);
        const ReadChoice read = readChoice(toJson(known), "figure.png");
        QVERIFY(read.notes.empty());
        const Explanation again = explained(read.choice);
        QVERIFY(!again.state->attribution.empty());
        QVERIFY(sameBits(first.state->attribution, again.state->attribution));
        QVERIFY(sameBits(first.subject.prepared.z, again.subject.prepared.z));
        QVERIFY(toText(first.state->execution) == toText(again.state->execution));
    }

    // The command line opens the model as filed, the window has it frozen.
    void referenceModeRunsTheFilesOwnGraphHoweverTheModelWasOpened() {
        Choice choice = m_case.choice("blur-ig", {{"reference_mode", "true"}, {"steps", "10"}});
        const Explanation fromFrozen = explained(choice);
        choice.unfrozen = true;
        const Explanation fromFiled = explained(choice);
        QVERIFY(opened(m_case.choice("blur-ig")).model->freezing() == Freezing::Frozen);
        for (const Explanation* each : {&fromFrozen, &fromFiled})
            QVERIFY(each->state->execution == Execution::reference(NumberKind::Float));
        QVERIFY(sameBits(fromFrozen.state->attribution, fromFiled.state->attribution));
    }

    void aReferenceIsNotExaminedAgain() {
        const Choice choice = m_case.choice("blur-ig", {{"reference_mode", "true"}, {"steps", "10"}});
        const auto memory = std::make_shared<CountingMemory>();
        ModelOptions options = modelOptionsOf(choice, Reading::Strict);
        options.memory = memory;
        const OpenedSubject opened = subjectOf(loadModel(choice.model, options), readPicture(choice.picture), {});
        QCOMPARE(memory->examinations, 1);
        ReferenceModels references({.memory = memory});
        MethodSink sink;
        const Explanation explanation =
            explain(opened, resolve(choice, choice.panes.front(), opened.subject), references, sink);
        QVERIFY(explanation.state->execution == Execution::reference(NumberKind::Float));
        QCOMPARE(memory->examinations, 1);
    }

    void aModelThatChangedIsNotRunForAReference() {
        Choice choice = m_case.choice("blur-ig", {{"reference_mode", "true"}, {"steps", "10"}});
        const std::string copy = m_case.path("changes.pt");
        QVERIFY(QFile::copy(QString::fromStdString(choice.model), QString::fromStdString(copy)));
        choice.model = copy;
        const OpenedSubject subject = opened(choice);
        QFile file(QString::fromStdString(copy));
        QVERIFY(file.open(QIODevice::Append));
        file.write("more");
        file.close();
        ReferenceModels references;
        MethodSink sink;
        const Run run = resolve(choice, choice.panes.front(), subject.subject);
        QVERIFY_EXCEPTION_THROWN(explain(subject, run, references, sink), Error);
    }

    void anOwnBaselineIsTheRecordedFile() {
        Choice choice = m_case.choice("ig", {{"baseline", "own"}});
        choice.panes.front().baselinePicture = m_case.writePhoto("baseline.png", 5);
        const Explanation first = explained(choice);
        QCOMPARE(first.state->ownBaselineSha256.size(), std::size_t{64});
        choice.panes.front() = recorded(choice.panes.front(), *first.state);
        QVERIFY(sameBits(explained(choice).state->attribution, first.state->attribution));
        m_case.writePhoto("baseline.png", 6);
        QCOMPARE(placeOfError([&] { explained(choice); }), std::string("the baseline"));
    }

    void errorsNameTheKeyOfTheChoice_data() {
        QTest::addColumn<QString>("key");
        for (const char* key : {"target", "score", "crop", "execution", "colours", "steps"})
            QTest::newRow(key) << key;
    }
    void errorsNameTheKeyOfTheChoice() {
        QFETCH(QString, key);
        Choice choice = m_case.choice("ig");
        if (key == "target")
            choice.target = "99";
        else if (key == "score")
            choice.score = "odds";
        else if (key == "crop")
            choice.crop = {"rectangle", 100, 100, 5, 5};
        else if (key == "execution")
            choice.execution = "melted";
        else if (key == "colours")
            choice.colours = "vivid";
        else
            choice.panes.front().parameters.insert_or_assign("steps", "many");
        QCOMPARE(QString::fromStdString(placeOfError([&] { explained(choice); })), key);
    }

    void whatDiffersFromWhereItWasComputedIsTold() {
        const ComputedWith here = computedHere(Device::Cpu);
        QVERIFY(deviations(here, here, "a.png").empty());
        QVERIFY(deviations({}, here, "a.png").empty()); // of the first version: nothing was recorded
        ComputedWith other = here;
        other.libtorch = "9.9.9";
        QCOMPARE(deviations(other, here, "a.png").size(), std::size_t{1});
        QVERIFY(deviations(other, here, "a.png").front().find("9.9.9") != std::string::npos);
        other.roundSize = 16;
        QCOMPARE(deviations(other, here, "a.png").size(), std::size_t{2});
    }

    // A pasted picture has no file: its name is no path that could be made whole.
    void whatIsRecordedKeepsTheNamesOfFiles() {
        const Choice choice = m_case.choice("gradient");
        const OpenedSubject file = opened(choice);
        const Picture pasted = decodePicture(readFile(choice.picture), "clipboard");
        QCOMPARE(recorded(choice, subjectOf(file.model, pasted, {}).subject).picture, std::string("clipboard"));
        QCOMPARE(recorded(choice, file.subject).picture, choice.picture);
    }

    void aCardThatIsNoneIsAnErrorOrLeftOut() {
        Choice choice = m_case.choice("gradient");
        choice.card = "{\"card_version\":1,\"input\":7}";
        QVERIFY_EXCEPTION_THROWN(modelOptionsOf(choice, Reading::Strict), Error);
        QVERIFY(!modelOptionsOf(choice, Reading::Lenient).card);
        PaneChoice pane = choice.panes.front();
        pane.card = choice.card;
        QVERIFY(!modelOptionsOf(pane, Reading::Lenient).card);
    }

    void aGivenCardEntersTheRecord() {
        Choice choice = m_case.choice("gradient");
        QVERIFY(recorded(choice, opened(choice).subject).card.empty()); // the file's own
        ModelCard card = opened(choice).model->card();
        card.classNames = {"one", "two"};
        choice.card = lineOf(cardJson(card));
        choice.target = "two";
        const Explanation explanation = explained(choice);
        QCOMPARE(explanation.run.target.classes.front().index, ClassIndex{1});
        QCOMPARE(recorded(choice, explanation.subject).card, choice.card);
    }

private:
    ExplainCase m_case;
};

BLURIG_TEST(TestExplain)
#include "test_explain.moc"
