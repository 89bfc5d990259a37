// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/model/model.h"
#include "tests/support/script_model.h"
#include "tests/support/test_class.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <map>
#include <mutex>
#include <thread>

using namespace blurig;
using namespace blurig::test;

namespace {

constexpr const char* means = "def forward(self, x):\n    return torch.tanh(x).mean([2, 3]) * 3.0\n";

class FakeMemory final : public ExaminationMemory {
public:
    std::optional<std::string> find(const std::string& key) const override {
        const auto found = kept.find(key);
        return found == kept.end() ? std::nullopt : std::optional(found->second);
    }
    void keep(const std::string& key, const std::string& text) override { kept[key] = text; }

    std::map<std::string, std::string> kept;
};

Array input(float value = 0.3F) {
    std::vector<float> values(3 * 8 * 8);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = value + 0.4F * static_cast<float>(i % 7) / 7;
    return Array::fromHost(pictureLayout(3, 8, 8, 1), std::move(values));
}

const Target first{{{0, 1.0}}};

} // namespace

Q_DECLARE_METATYPE(blurig::GradientState)

class TestExamination : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    std::string file(const char* methods) {
        const std::string name = m_folder.filePath("model.pt").toStdString();
        writeScriptModel(name, methods, plainCard(3, 8, 8));
        return name;
    }

private Q_SLOTS:
    // What is fast is kept where it agrees with the file, and only there.
    void execution_data() {
        QTest::addColumn<QString>("methods");
        QTest::addColumn<QString>("execution");
        QTest::newRow("usual") << means << "frozen channels-last together float";
        QTest::newRow("view of contiguous memory")
            << "def forward(self, x):\n"
               "    return torch.tanh(x * 2.0).view([x.size(0), -1]).matmul(torch.ones(192, 3) * 0.01)\n"
            << "frozen contiguous together float";
        QTest::newRow("a batch of one written down")
            << "def forward(self, x):\n    return torch.tanh(x).reshape([1, 3, -1]).mean(2)\n"
            << "frozen channels-last alone float";
        QTest::newRow("norm over the batch") << "def forward(self, x):\n"
                                                "    y = torch.tanh(x).mean([2, 3])\n"
                                                "    return (y - y.mean()) / (y.std() + 0.1)\n"
                                             << "frozen channels-last alone float";
        QTest::newRow("batch norm of the batch's own statistics")
            << "def forward(self, x):\n"
               "    y = torch.batch_norm(x, None, None, None, None, True, 0.1, 0.00001, False)\n"
               "    return torch.tanh(y * y).mean([2, 3]) * 3.0\n"
            << "frozen channels-last alone float";
        QTest::newRow("scores of the first picture")
            << "def forward(self, x):\n    return torch.tanh(x).mean([2, 3])[0]\n"
            << "frozen channels-last alone float";
        // Alike within the tolerances, but no row has the bits that it has in other company.
        QTest::newRow("bits of the place") << "def forward(self, x):\n"
                                              "    places = torch.arange(x.size(0)).unsqueeze(1)\n"
                                              "    return torch.tanh(x).mean([2, 3]) * (3.0 + places * 0.000001)\n"
                                           << "frozen channels-last alone float";
        QTest::newRow("bits of the number") << "def forward(self, x):\n"
                                               "    return torch.tanh(x).mean([2, 3]) * (3.0 + x.size(0) * 0.000001)\n"
                                            << "frozen channels-last pairs float";
        QTest::newRow("dropout on") << "def forward(self, x):\n    return torch.dropout(x, 0.5, True).mean([2, 3])\n"
                                    << "as-filed contiguous alone float";
        QTest::newRow("gradients stopped")
            << "def forward(self, x):\n    return torch.tanh(x).mean([2, 3]) * x.detach().mean()\n"
            << "as-filed channels-last alone float";
    }

    void execution() {
        QFETCH(QString, methods);
        QFETCH(QString, execution);
        const auto model = scriptModel(methods.toStdString(), plainCard(3, 8, 8));
        QCOMPARE(QString::fromStdString(toText(model->execution())), execution);
        const bool usual = execution == "frozen channels-last together float" ||
                           QByteArray(QTest::currentDataTag()).startsWith("bits");
        QCOMPARE(model->notes().empty(), usual || execution.startsWith("as-filed channels-last together"));
        if (!model->examination().repeatable)
            return;
        // Whatever was chosen gives what the file means.
        const auto filed = scriptModel(methods.toStdString(), plainCard(3, 8, 8), Freezing::AsFiled);
        const Evaluation a = model->evaluate(input(), first, Score::Logit);
        const Evaluation b = filed->evaluate(input(), first, Score::Logit);
        QVERIFY(std::abs(a.values[0] - b.values[0]) < 1e-5);
        for (std::size_t i = 0; i < 192; ++i)
            QVERIFY(std::abs(a.gradients[0].host()[i] - b.gradients[0].host()[i]) < 1e-5F);
    }

    void aRandomModelIsFound() {
        const auto model = scriptModel("def forward(self, x):\n    return torch.dropout(x, 0.5, True).mean([2, 3])\n",
                                       plainCard(3, 8, 8));
        QVERIFY(!model->examination().repeatable);
        QVERIFY(QString::fromStdString(model->notes().front()).contains("random"));
    }

    void scoresOfOnePicture() {
        const auto model =
            scriptModel("def forward(self, x):\n    return torch.tanh(x).mean([2, 3])[0]\n", plainCard(3, 8, 8));
        QCOMPARE(model->classCount(), ClassIndex{3});
        const auto rows =
            scriptModel("def forward(self, x):\n    return torch.tanh(x).mean([2, 3])\n", plainCard(3, 8, 8));
        const auto picture = [](float value) {
            const Array batch = input(value);
            return Array::fromHost(pictureLayout(3, 8, 8), {batch.host().begin(), batch.host().end()});
        };
        const Array two = stacked(std::vector<Array>{picture(0.1F), picture(0.5F)});
        const Evaluation found = model->evaluate(two, first, Score::ClassScore);
        const Evaluation expected = rows->evaluate(two, first, Score::ClassScore);
        for (std::size_t row = 0; row < 2; ++row)
            QVERIFY(std::abs(found.values[row] - expected.values[row]) < 1e-6);
    }

    // Only a user can say what these are.
    void asked_data() {
        QTest::addColumn<QString>("methods");
        QTest::addColumn<QString>("words");
        QTest::newRow("one number") << "def forward(self, x):\n    return x.mean([1, 2, 3]).unsqueeze(1)\n"
                                    << "one number";
        QTest::newRow("one number, of one picture") << "def forward(self, x):\n    return x.mean()\n"
                                                    << "one number";
        QTest::newRow("a map") << "def forward(self, x):\n    return x * 2.0\n"
                               << "3 x 8 x 8";
        QTest::newRow("a map of the first picture") << "def forward(self, x):\n    return (x * 2.0)[0]\n"
                                                    << "3 x 8 x 8";
        QTest::newRow("several outputs") << "def forward(self, x):\n    return x.mean([2, 3]), x.mean([2, 3])\n"
                                         << "2 tensors";
    }

    void asked() {
        QFETCH(QString, methods);
        QFETCH(QString, words);
        try {
            scriptModel(methods.toStdString(), plainCard(3, 8, 8));
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::OutputMeaning);
            QVERIFY2(QString(error.what()).contains(words), error.what());
            QVERIFY2(QString(error.what()).contains("--output-"), error.what());
            return;
        }
        QFAIL("it was guessed at");
    }

    void aPlaceInAMap_data() {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("methods");
        for (const char* place : {"mean", "2,5"}) {
            QTest::addRow("%s of rows", place) << place << "def forward(self, x):\n    return x * 2.0\n";
            QTest::addRow("%s of one picture", place) << place << "def forward(self, x):\n    return (x * 2.0)[0]\n";
        }
    }

    void aPlaceInAMap() {
        QFETCH(QString, place);
        QFETCH(QString, methods);
        ModelCard card = plainCard(3, 8, 8);
        card.outputPlace = parseOutputPlace(place.toStdString());
        QCOMPARE(parseModelCard(toJson(card), "card").outputPlace, card.outputPlace);
        const auto model = scriptModel(methods.toStdString(), card);
        QCOMPARE(model->classCount(), ClassIndex{3});
        const Evaluation found = model->evaluate(input(), Target{{{1, 1.0}}}, Score::Logit);
        const Array z = input();
        const auto plane = z.host().subspan(64, 64);
        double expected = 0;
        for (std::size_t i = 0; i < 64; ++i)
            expected += place == "mean" ? 2.0 * static_cast<double>(plane[i]) / 64 : 0;
        if (place != "mean")
            expected = 2.0 * static_cast<double>(plane[2 * 8 + 5]);
        QVERIFY(std::abs(found.values[0] - expected) < 1e-6);
    }

    void aPlaceOutsideOfTheMapIsAnError() {
        ModelCard card = plainCard(3, 8, 8);
        card.outputPlace = OutputPlace{{2, 8}};
        QVERIFY_THROWS_EXCEPTION(Error, scriptModel("def forward(self, x):\n    return x * 2.0\n", card));
        card.outputPlace = OutputPlace{{2}};
        QVERIFY_THROWS_EXCEPTION(Error, scriptModel("def forward(self, x):\n    return x * 2.0\n", card));
    }

    void softmaxInside() {
        const char* methods = "def forward(self, x):\n    return torch.softmax(torch.tanh(x).mean([2, 3]), 1)\n";
        const auto said = scriptModel(methods, plainCard(3, 8, 8));
        QVERIFY(said->examination().sumsToOne);
        QVERIFY(!said->notes().empty());
        QCOMPARE(said->card().output, OutputKind::Logits); // who wrote the card is believed
        const auto right = scriptModel(methods, plainCard(3, 8, 8, OutputKind::Probabilities));
        QVERIFY(!right->examination().sumsToOne);
        QVERIFY(right->notes().empty());
    }

    void sigmoidsInside() {
        const char* methods = "def forward(self, x):\n    return torch.sigmoid(x.mean([2, 3]) * 4.0 - 2.0)\n";
        QVERIFY(QString::fromStdString(scriptModel(methods, plainCard(3, 8, 8))->notes().front()).contains("sigmoids"));
        QVERIFY(scriptModel(methods, plainCard(3, 8, 8, OutputKind::Sigmoids))->notes().empty());
    }

    void gradient_data() {
        QTest::addColumn<QString>("methods");
        QTest::addColumn<blurig::GradientState>("state");
        QTest::addColumn<QString>("remedy");
        QTest::newRow("exists") << means << GradientState::Exists << "";
        QTest::newRow("argmax inside") << "def forward(self, x):\n"
                                          "    return torch.one_hot(x.mean([2, 3]).argmax(1), 3) * 1.0\n"
                                       << GradientState::None << "argmax";
        QTest::newRow("detached") << "def forward(self, x):\n    return x.detach().mean([2, 3])\n"
                                  << GradientState::None << "detach";
        QTest::newRow("quantised") << "def forward(self, x):\n"
                                      "    q = torch.quantize_per_tensor(x, 0.01, 0, 13)\n"
                                      "    return torch.dequantize(q).mean([2, 3])\n"
                                   << GradientState::None << "before quantisation";
        QTest::newRow("whole numbers")
            << "def forward(self, x):\n    return (x * 255.0).to(0).to(6).mean([2, 3]) / 100.0\n"
            << GradientState::None << "integers";
        QTest::newRow("steps") << "def forward(self, x):\n    return torch.sign(x - 0.5).mean([2, 3])\n"
                               << GradientState::Zero << "";
    }

    void gradient() {
        QFETCH(QString, methods);
        QFETCH(blurig::GradientState, state);
        QFETCH(QString, remedy);
        const auto model = scriptModel(methods.toStdString(), plainCard(3, 8, 8));
        QCOMPARE(static_cast<int>(model->examination().gradient), static_cast<int>(state));
        QCOMPARE(model->notes().empty(), state == GradientState::Exists);
        if (state != GradientState::None)
            return;
        try {
            model->evaluate(input(), first, Score::ClassScore);
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::NoGradient);
            QVERIFY2(QString::fromStdString(error.remedy()).contains(remedy), error.what());
            return;
        }
        QFAIL("a gradient came from nowhere");
    }

    void isRemembered() {
        const auto memory = std::make_shared<FakeMemory>();
        int steps = 0;
        const ModelOptions options{.memory = memory, .progress = [&steps](const std::string&, double) { ++steps; }};
        const auto examined = loadModel(file(means), options);
        QVERIFY(steps >= 3);
        QCOMPARE(memory->kept.size(), std::size_t{1});
        steps = 0;
        const auto remembered = loadModel(file(means), options);
        QCOMPARE(steps, 0);
        QVERIFY(remembered->examination() == examined->examination());

        ModelOptions other = options; // another card is another examination
        other.card = plainCard(3, 16, 16);
        loadModel(file(means), other);
        QVERIFY(steps > 0);

        memory->kept.begin()->second = "not what was kept";
        std::next(memory->kept.begin())->second = "{}";
        steps = 0;
        QVERIFY(loadModel(file(means), options)->examination() == examined->examination());
        QVERIFY(steps > 0);
    }

    void aRecordedExecutionWins() {
        const Execution recorded = Execution::reference(NumberKind::Double);
        const auto model = loadModel(file(means), {.execution = recorded});
        QVERIFY(model->execution() == recorded);
        QVERIFY(!(model->examination().execution == recorded));
        QVERIFY(parseExecution(toText(recorded), "test") == recorded);
        QVERIFY_THROWS_EXCEPTION(Error, parseExecution("frozen sideways", "test"));
    }

    void canBeCancelled() {
        std::stop_source stop;
        const ModelOptions options{.progress = [&stop](const std::string&, double) { stop.request_stop(); },
                                   .stop = stop.get_token()};
        QVERIFY_THROWS_EXCEPTION(Cancelled, loadModel(file(means), options));
    }

    // Errors of a frozen graph are formatted from call stacks of methods that freezing took apart.
    void errorsInsideOfMethodsAreTold_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("frozen");
        const std::vector<std::pair<const char*, const char*>> kinds{
            {"shapes", "    return x.matmul(torch.ones(5, 5))\n"},
            {"channels", "    return torch.conv2d(x, torch.ones(5, 1, 3, 3))\n"},
            {"assertion", "    assert x.size(0) == 0, 'no coffee left'\n    return x\n"},
            {"index", "    return x[:, 7]\n"},
            {"view", "    return x.view([7, 7])\n"},
            {"division", "    n = 1 // (x.size(0) - x.size(0))\n    return x * n\n"},
            {"list", "    l = [1, 2]\n    return x * l[x.size(0) + 5]\n"}};
        for (const bool frozen : {true, false})
            for (const auto& [name, line] : kinds)
                QTest::addRow("%s, %s", name, frozen ? "frozen" : "as filed") << line << frozen;
    }

    void errorsInsideOfMethodsAreTold() {
        QFETCH(QString, line);
        QFETCH(bool, frozen);
        // Right on the examination's pictures, an error on a black one: it comes late, in the frozen graph.
        const QString methods = "def inner(self, x):\n" + line +
                                "def outer(self, x):\n    return self.inner(x)\n"
                                "def forward(self, x):\n"
                                "    y = torch.tanh(x).mean([2, 3])\n"
                                "    if bool(x.max() == 0.0):\n"
                                "        y = y + self.outer(x).mean()\n"
                                "    return y\n";
        const auto model =
            scriptModel(methods.toStdString(), plainCard(3, 8, 8), frozen ? Freezing::Frozen : Freezing::AsFiled);
        const Array black = Array::fromHost(pictureLayout(3, 8, 8, 1), std::vector<float>(192));
        const auto fails = [&model, &black] {
            try {
                model->classScores(black);
                return false;
            } catch (const Error& error) {
                return !error.happened().empty() && !error.remedy().empty();
            }
        };
        bool other = false;
        std::thread thread([&] { other = fails(); });
        const bool own = fails();
        thread.join();
        QVERIFY(own);
        QVERIFY(other);
    }
};

BLURIG_TEST(TestExamination)
#include "test_examination.moc"
