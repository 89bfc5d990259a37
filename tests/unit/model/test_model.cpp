// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/model/model.h"
#include "tests/support/script_model.h"
#include "tests/support/test_class.h"

#include <ATen/core/Tensor.h>
#include <QTest>

#include <cmath>

using namespace blurig;
using namespace blurig::test;

namespace {

// Three class outputs from the means of the channels of a 3 x 2 x 2 input.
constexpr const char* channelMeans = R"(
def forward(self, x):
    return x.mean([2, 3]) * 2.0
)";

Array batchOf(std::vector<float> values, std::int64_t batch) {
    return Array::fromHost(pictureLayout(3, 2, 2, batch), std::move(values));
}

std::vector<float> constantChannels(float red, float green, float blue) {
    return {red, red, red, red, green, green, green, green, blue, blue, blue, blue};
}

const Target second{{{1, 1.0}}};

class LargeNetwork final : public Network {
public:
    std::vector<at::Tensor> forward(const at::Tensor& input) const override { return {input.mean({2, 3})}; }
    Traits traits() const override { return {.format = "test", .parameterCount = 25'600'000}; } // of a ResNet-50
};

} // namespace

class TestModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void learnsTheNumberOfClasses() {
        QCOMPARE(scriptModel(channelMeans, plainCard(3, 2, 2))->classCount(), ClassIndex{3});
    }

    void rowsTogetherDependOnWhatTheModelIs() {
        QCOMPARE(scriptModel(channelMeans, plainCard(3, 2, 2))->rowsTogether(), 4);
        const auto asFiled = scriptModel(channelMeans, plainCard(3, 2, 2), Freezing::AsFiled);
        QCOMPARE(asFiled->rowsTogether(), 1);
        const Model large(std::make_unique<LargeNetwork>(), plainCard(3, 224, 224), CardOrigin::GivenByUser, "", "");
        QCOMPARE(large.rowsTogether(), 2);
    }

    void informsAsPlainData() {
        const auto model = scriptModel(channelMeans, plainCard(3, 2, 2));
        const ModelInfo& info = *model->info();
        QCOMPARE(info.network.format, std::string("TorchScript"));
        QCOMPARE(info.classCount, ClassIndex{3});
        QCOMPARE(info.card, plainCard(3, 2, 2));
        QCOMPARE(info.cardOrigin, CardOrigin::GivenByUser);
        QCOMPARE(info.sha256.size(), std::size_t{64});
        QCOMPARE(info.rowsTogether, 4);
        QCOMPARE(runsAs(info), std::string("frozen, channels-last, up to 4 pictures together, 32-bit floats: scores "
                                           "within 0 and gradients within 0 % of those of the file as it is"));
    }

    void anIdStandsForEqualBits() {
        const ModelCard card = plainCard(3, 2, 2);
        const auto idOf = [](const std::shared_ptr<const Model>& model) { return model->info()->id; };
        const std::string id = idOf(scriptModel(channelMeans, card));
        QCOMPARE(idOf(scriptModel(channelMeans, card)), id);
        QVERIFY(idOf(scriptModel(channelMeans, card, Freezing::AsFiled)) != id);
        QVERIFY(idOf(scriptModel(channelMeans, plainCard(3, 2, 2, OutputKind::Probabilities))) != id);
        QVERIFY(idOf(scriptModel("def forward(self, x):\n    return x.mean([2, 3])\n", card)) != id);
    }

    void softmaxAndItsGradient() {
        const auto model = scriptModel(channelMeans, plainCard(3, 2, 2));
        const Evaluation e = model->evaluate(batchOf(constantChannels(0.1F, 0.5F, 0.3F), 1), second, Score::ClassScore);
        const double sum = std::exp(0.2) + std::exp(1.0) + std::exp(0.6);
        const double p = std::exp(1.0) / sum;
        QVERIFY(std::abs(e.values[0] - p) < 1e-6); // the logits are float32
        QVERIFY(std::abs(e.classScores[0].host()[0] - std::exp(0.2) / sum) < 1e-6);
        // dp/dz = p (1 - p) * 2/4 in the second channel, -p q * 2/4 in the others.
        QVERIFY(std::abs(e.gradients[0].host()[4] - p * (1 - p) * 0.5) < 1e-6);
        QVERIFY(std::abs(e.gradients[0].host()[0] + p * std::exp(0.2) / sum * 0.5) < 1e-6);
    }

    void scores_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("score");
        QTest::addColumn<double>("value"); // of class 1 at outputs 0.2, 1.0, 0.6
        const double softmax = std::exp(1.0) / (std::exp(0.2) + std::exp(1.0) + std::exp(0.6));
        const double sigmoid = 1 / (1 + std::exp(-1.0));
        const auto row = [](const char* name, OutputKind kind, Score score, double value) {
            QTest::newRow(name) << static_cast<int>(kind) << static_cast<int>(score) << value;
        };
        row("logits, softmax", OutputKind::Logits, Score::ClassScore, softmax);
        row("logits, logit", OutputKind::Logits, Score::Logit, 1.0);
        row("logits, log-prob", OutputKind::Logits, Score::LogProbability, std::log(softmax));
        row("probabilities, never softmaxed again", OutputKind::Probabilities, Score::ClassScore, 1.0);
        row("probabilities, log-prob", OutputKind::Probabilities, Score::LogProbability, 0.0);
        row("multi-label, sigmoid", OutputKind::MultiLabelLogits, Score::ClassScore, sigmoid);
        row("multi-label, logit", OutputKind::MultiLabelLogits, Score::Logit, 1.0);
        row("multi-label, log-prob", OutputKind::MultiLabelLogits, Score::LogProbability, std::log(sigmoid));
        row("sigmoids", OutputKind::Sigmoids, Score::ClassScore, 1.0);
    }

    void scores() {
        QFETCH(int, kind);
        QFETCH(int, score);
        QFETCH(double, value);
        const auto model = scriptModel(channelMeans, plainCard(3, 2, 2, static_cast<OutputKind>(kind)));
        const Evaluation e =
            model->evaluateForward(batchOf(constantChannels(0.1F, 0.5F, 0.3F), 1), second, static_cast<Score>(score));
        QVERIFY2(std::abs(e.values[0] - value) < 1e-6, qPrintable(QString::number(e.values[0], 'g', 12)));
    }

    void logitOfProbabilitiesIsAnError() {
        const auto model = scriptModel(channelMeans, plainCard(3, 2, 2, OutputKind::Probabilities));
        QVERIFY_EXCEPTION_THROWN(model->evaluateForward(batchOf(constantChannels(0, 0, 0), 1), second, Score::Logit),
                                 Error);
    }

    void oneLogitIsTwoClasses() {
        const auto model = scriptModel("def forward(self, x):\n    return x.mean([1, 2, 3])\n",
                                       plainCard(3, 2, 2, OutputKind::OneLogit));
        QCOMPARE(model->classCount(), ClassIndex{2});
        const Evaluation e = model->evaluate(batchOf(constantChannels(0.3F, 0.3F, 0.3F), 1), second, Score::ClassScore);
        QVERIFY(std::abs(e.values[0] - 1 / (1 + std::exp(-0.3))) < 1e-6);
    }

    void weightedTargetIsTheWeightedSum() {
        const auto model = scriptModel(channelMeans, plainCard(3, 2, 2));
        const Target contrast{{{1, 1.0}, {0, -1.0}}};
        const Evaluation e = model->evaluate(batchOf(constantChannels(0.1F, 0.5F, 0.3F), 1), contrast, Score::Logit);
        QVERIFY(std::abs(e.values[0] - 0.8) < 1e-6);
        QVERIFY(std::abs(e.gradients[0].host()[0] + 0.5) < 1e-7);
        QVERIFY(std::abs(e.gradients[0].host()[4] - 0.5) < 1e-7);
    }

    void normalisationChannelOrderAndAxisOrder() {
        ModelCard card = plainCard(3, 2, 2);
        card.mean = {0.1, 0.2, 0.3};
        card.standardDeviation = {0.5, 0.25, 0.125};
        card.channelOrder = ChannelOrder::Bgr;
        card.axisOrder = AxisOrder::Nhwc;
        const auto model = scriptModel("def forward(self, x):\n    return x.mean([1, 2])\n", card);
        const Evaluation e =
            model->evaluate(batchOf(constantChannels(0.6F, 0.7F, 0.8F), 1), Target{{{0, 1.0}}}, Score::Logit);
        QVERIFY(std::abs(e.values[0] - (0.8 - 0.3) / 0.125) < 1e-5); // class 0 is blue
        QVERIFY(std::abs(e.gradients[0].host()[8] - 0.25 / 0.125) < 1e-6);
        QCOMPARE(e.gradients[0].host()[0], 0.0F);
    }

    void batchRowsAreIndependent_data() {
        QTest::addColumn<int>("freezing");
        QTest::newRow("frozen") << static_cast<int>(Freezing::Frozen);
        QTest::newRow("as filed") << static_cast<int>(Freezing::AsFiled);
    }

    void batchRowsAreIndependent() {
        QFETCH(int, freezing);
        const auto model = scriptModel(channelMeans, plainCard(3, 2, 2), static_cast<Freezing>(freezing));
        std::vector<float> two = constantChannels(0.1F, 0.5F, 0.3F);
        const std::vector<float> other = constantChannels(0.9F, 0.2F, 0.4F);
        two.insert(two.end(), other.begin(), other.end());
        const Evaluation both = model->evaluate(batchOf(two, 2), second, Score::ClassScore);
        const Evaluation alone = model->evaluate(batchOf(other, 1), second, Score::ClassScore);
        QCOMPARE(both.values[1], alone.values[0]);
        QVERIFY(std::equal(alone.gradients[0].host().begin(), alone.gradients[0].host().end(),
                           both.gradients[1].host().begin()));
    }

    void severalOutputsNeedACardThatSaysWhich() {
        const char* two = "def forward(self, x):\n    return x.mean([1, 2, 3]).unsqueeze(1), x.mean([2, 3])\n";
        ModelCard card = plainCard(3, 2, 2);
        QVERIFY_EXCEPTION_THROWN(scriptModel(two, card), Error);
        card.outputIndex = 1;
        QCOMPARE(scriptModel(two, card)->classCount(), ClassIndex{3});
    }

    void cardBesideTheFileWinsOverTheEmbeddedOne() {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("model.pt").toStdString();
        ModelCard card = plainCard(3, 2, 2);
        card.name = "embedded";
        writeScriptModel(file, channelMeans, card);
        QCOMPARE(loadModel(file)->card().name, std::string("embedded"));
        QCOMPARE(loadModel(file)->cardOrigin(), CardOrigin::Embedded);

        card.name = "beside";
        QFile beside(folder.filePath("model.pt.json"));
        QVERIFY(beside.open(QIODevice::WriteOnly));
        beside.write(QByteArray::fromStdString(toJson(card)));
        beside.close();
        QCOMPARE(loadModel(file)->card().name, std::string("beside"));
        QCOMPARE(loadModel(file)->cardOrigin(), CardOrigin::BesideFile);
    }

    // A JSON is a card where it says "card_version"; what lies beside the model for another purpose is left alone.
    void cardBesideTheFileSaysThatItIsOne_data() {
        QTest::addColumn<QByteArray>("appended"); // model.pt.json
        QTest::addColumn<QByteArray>("replaced"); // model.json
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("notes");
        const QByteArray card = R"({"card_version": 1, "name": "beside", "input": {"height": 2, "width": 2}})";
        const QByteArray other = R"({"epochs": 90, "lr": 0.1})";
        const auto row = [](const char* title, const QByteArray& appended, const QByteArray& replaced, const char* name,
                            int notes) { QTest::newRow(title) << appended << replaced << QString(name) << notes; };
        row("another in the second place", "", other, "embedded", 1);
        row("another in the first place", other, "", "embedded", 1);
        row("another in both", other, other, "embedded", 2);
        row("another hides no card", other, card, "beside", 1);
        row("a card hides another", card, other, "beside", 0);
        row("a card with a mark", "\xEF\xBB\xBF" + card, "", "beside", 0);
        row("a list", "[1, 2]", "", "embedded", 1);
        row("no JSON", "epochs: 90", "", "embedded", 1);
        row("the key further inside", R"({"model": {"card_version": 1}})", "", "embedded", 1);
        row("another in Latin-1", "{\"author\": \"Andr\xE9\"}", "", "embedded", 1);
        row("zeros", QByteArray(8, '\0'), "", "embedded", 1);
    }

    void cardBesideTheFileSaysThatItIsOne() {
        QFETCH(QByteArray, appended);
        QFETCH(QByteArray, replaced);
        QFETCH(QString, name);
        QFETCH(int, notes);
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("model.pt").toStdString();
        ModelCard card = plainCard(3, 2, 2);
        card.name = "embedded";
        writeScriptModel(file, channelMeans, card);
        const auto write = [&folder](const QString& fileName, const QByteArray& bytes) {
            QFile beside(folder.filePath(fileName));
            return bytes.isEmpty() || (beside.open(QIODevice::WriteOnly) && beside.write(bytes) == bytes.size());
        };
        QVERIFY(write("model.pt.json", appended) && write("model.json", replaced));
        const auto model = loadModel(file);
        QCOMPARE(QString::fromStdString(model->card().name), name);
        QCOMPARE(static_cast<int>(model->notes().size()), notes);
        const QString ignored = folder.filePath(appended.isEmpty() ? "model.json" : "model.pt.json");
        if (notes > 0)
            QVERIFY(QString::fromStdString(model->notes().front()).contains(ignored));
    }

    void aCardThatIsBrokenIsNoOtherFile() {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("model.pt").toStdString();
        writeScriptModel(file, channelMeans, plainCard(3, 2, 2));
        for (const QByteArray& broken :
             {QByteArray("{\"card_version\": 1,"), QByteArray("{\"card_version\": 1, \"name\": \"caf\xE9\"}")}) {
            QFile beside(folder.filePath("model.pt.json"));
            QVERIFY(beside.open(QIODevice::WriteOnly));
            beside.write(broken);
            beside.close();
            QVERIFY_THROWS_EXCEPTION(Error, loadModel(file));
        }
    }

    void frozenAndFiledGraphsAgree() {
        const auto frozen = scriptModel(channelMeans, plainCard(3, 2, 2));
        const auto filed = scriptModel(channelMeans, plainCard(3, 2, 2), Freezing::AsFiled);
        const Array batch = batchOf(constantChannels(0.1F, 0.5F, 0.3F), 1);
        QVERIFY(std::abs(frozen->evaluateForward(batch, second, Score::Logit).values[0] -
                         filed->evaluateForward(batch, second, Score::Logit).values[0]) < 1e-6);
        QCOMPARE(filed->freezing(), Freezing::AsFiled);
    }
};

BLURIG_TEST(TestModel)
#include "test_model.moc"
