// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/methods/method.h"
#include "tests/support/gate_model.h"
#include "tests/support/path_cases.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace blurig;
using namespace blurig::test;

namespace {

using Settings = std::vector<std::pair<std::string, std::string>>;

class CountingSink : public MethodSink {
public:
    void publish(std::shared_ptr<const MethodState> state) override { states.push_back(std::move(state)); }
    void betweenBatches() override {
        if (++batches == stopBefore)
            source.request_stop();
    }
    std::vector<std::shared_ptr<const MethodState>> states;
    int batches = 0;
    int stopBefore = 0;
    std::stop_source source;
};

const Target first{{{0, 1.0}}};

std::shared_ptr<const MethodState> explain(const Model& model, const Array& z, const Settings& settings = {},
                                           const Target& target = first, Score score = Score::Logit) {
    const Method& method = methodById("grad-cam");
    Parameters parameters = defaultParameters(method);
    for (const auto& [key, text] : settings)
        parameters.set(key, text);
    CountingSink sink;
    const Item item{.input = z, .target = target, .score = score, .ownBaseline = {}, .previous = nullptr};
    return method.run(model, item, parameters, sink, {});
}

std::shared_ptr<const Model> model(const std::string& methods, Freezing freezing = Freezing::Frozen, int size = 4) {
    return scriptModel(methods, plainCard(3, size, size), freezing);
}

double pixel(const Array& map, std::int64_t y, std::int64_t x) {
    return static_cast<double>(map.host()[static_cast<std::size_t>(y * map.width() + x)]);
}

// Channel means of a pooled, rectified picture: dF/dA of class k is 1/4 in channel k, at each of the 2 x 2 places.
constexpr const char* pooledMeans = R"(
def forward(self, x):
    a = torch.relu(torch.avg_pool2d(x, 2))
    m = a.mean([2, 3])
    return torch.stack([m[:, 0], m[:, 1], m[:, 0] * 2.0 - m[:, 2]], 1)
)";

// 3 x 4 x 4 with the pooled map [[1, 2], [3, 4]] in channel 0, [[8, 0], [0, 0]] in channel 1, 12 in channel 2.
Array blocks() {
    std::vector<float> values;
    for (const std::vector<float>& map : {std::vector<float>{1, 2, 3, 4}, {8, 0, 0, 0}, {12, 12, 12, 12}})
        for (std::size_t y = 0; y < 4; ++y)
            for (std::size_t x = 0; x < 4; ++x)
                values.push_back(map[y / 2 * 2 + x / 2]);
    return Array::fromHost(pictureLayout(3, 4, 4), std::move(values));
}

Error errorOf(const std::function<void()>& run) {
    try {
        run();
    } catch (const Error& error) {
        return error;
    }
    qFatal("no error");
}

} // namespace

class TestGradCam : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void weighsChannelsByTheirMeanGradient_data() {
        QTest::addColumn<int>("freezing");
        QTest::newRow("frozen") << static_cast<int>(Freezing::Frozen);
        QTest::newRow("as filed") << static_cast<int>(Freezing::AsFiled);
    }

    void weighsChannelsByTheirMeanGradient() {
        QFETCH(int, freezing);
        const auto means = model(pooledMeans, static_cast<Freezing>(freezing));
        const auto state = explain(*means, blocks(), {{"native", "true"}});
        QVERIFY(state->attribution.layout() == pictureLayout(1, 4, 4));
        for (std::int64_t y = 0; y < 4; ++y)
            for (std::int64_t x = 0; x < 4; ++x)
                QVERIFY(std::abs(pixel(state->attribution, y, x) - 0.25 * pixel(blocks(), y, x)) < 1e-6);
        QCOMPARE(state->notes, std::vector<std::string>{"layer relu (3 x 2 x 2): the last with height and width"});
        QCOMPARE(state->cost.gradients, 1);
        QCOMPARE(state->cost.forwards, 1);
        QVERIFY(!state->completeness);
    }

    // Half-pixel centres: at 4 px, the 2 px grid lies at 0.5 and 2.5.
    void scalesUpBilinearly() {
        const Array map = explain(*model(pooledMeans), blocks())->attribution;
        QVERIFY(std::abs(pixel(map, 0, 0) - 0.25 * 1) < 1e-6);
        QVERIFY(std::abs(pixel(map, 0, 1) - 0.25 * 1.25) < 1e-6);
        QVERIFY(std::abs(pixel(map, 1, 1) - 0.25 * (1 + 0.25 + 0.5)) < 1e-6);
        QVERIFY(std::abs(pixel(map, 3, 3) - 0.25 * 4) < 1e-6);
    }

    void signedKeepsWhatSpeaksAgainst() {
        const auto means = model(pooledMeans);
        const Settings native = {{"native", "true"}};
        const Array positive = explain(*means, blocks(), native, {{{2, 1.0}}})->attribution;
        QVERIFY(std::ranges::all_of(positive.host(), [](float v) { return v == 0; })); // 2 a0 - a2 < 0
        const Array both =
            explain(*means, blocks(), {{"native", "true"}, {"signed", "true"}}, {{{2, 1.0}}})->attribution;
        QVERIFY(std::abs(pixel(both, 0, 0) - 0.25 * (2 * 1 - 12)) < 1e-6);
        QVERIFY(std::abs(pixel(both, 3, 3) - 0.25 * (2 * 4 - 12)) < 1e-6);
    }

    // The signed map of logits is linear in the target.
    void targetsOfSeveralClasses() {
        const auto means = model(pooledMeans);
        const Settings raw = {{"signed", "true"}};
        const std::vector<double> a = values(explain(*means, blocks(), raw, {{{0, 1.0}}})->attribution);
        const std::vector<double> b = values(explain(*means, blocks(), raw, {{{1, 1.0}}})->attribution);
        std::vector<double> expected = a;
        for (std::size_t i = 0; i < a.size(); ++i)
            expected[i] = a[i] - 0.5 * b[i];
        QVERIFY(deviation(explain(*means, blocks(), raw, {{{0, 1.0}, {1, -0.5}}})->attribution, expected) < 1e-6);
    }

    void layersByNameAndByModule() {
        const auto named =
            loadModel(BLURIG_TEST_DATA "/torch2/tiny_convnext_trace.pt", ModelOptions{.card = plainCard(3, 32, 32)});
        const Array z = roughPicture(3, 32, 32);
        const auto automatic = explain(*named, z);
        const auto given = explain(*named, z, {{"layer", "features.3.0:add"}});
        const auto module = explain(*named, z, {{"layer", "features.3"}});
        QCOMPARE(automatic->notes[0],
                 std::string("layer features.3.0:add (16 x 4 x 4): the last with height and width"));
        QCOMPARE(given->notes[0], std::string("layer features.3.0:add (16 x 4 x 4): given"));
        QCOMPARE(module->notes[0], std::string("layer features.3.0:add (16 x 4 x 4): the last of the module given"));
        QCOMPARE(values(given->attribution), values(automatic->attribution));
        QCOMPARE(values(module->attribution), values(automatic->attribution));
        const auto earlier = explain(*named, z, {{"layer", "features.1"}});
        QVERIFY(values(earlier->attribution) != values(automatic->attribution));
    }

    void unknownLayersAreAnErrorWithNearNames() {
        const Error error = errorOf([] { explain(*model(pooledMeans), blocks(), {{"layer", "rellu"}}); });
        QCOMPARE(error.code(), ErrorCode::Argument);
        QVERIFY2(QString(error.what()).contains("Near names: relu"), error.what());
        QVERIFY2(QString(error.what()).contains("--layers"), error.what());
    }

    // The same map, held as N x H x W x C inside.
    void axesCanBeFlipped() {
        const auto last = model(R"(
def forward(self, x):
    a = torch.relu(torch.avg_pool2d(x, 2).permute([0, 2, 3, 1]))
    return a.mean([1, 2])
)");
        const auto state = explain(*last, blocks(), {{"axes", "NHWC"}});
        const auto plain = explain(*model(pooledMeans), blocks());
        QVERIFY(deviation(state->attribution, values(plain->attribution)) < 1e-6);
        QVERIFY2(QString::fromStdString(state->notes[0]).contains("2 x 2 x 3"), state->notes[0].c_str());
        QVERIFY2(QString::fromStdString(state->notes[0]).contains("height, width, channels"), state->notes[0].c_str());
    }

    // What a loop or a branch computes can be the layer; of a loop, the last round.
    void controlFlow() {
        const auto looping = model(R"(
def forward(self, x):
    a = x
    for i in range(x.size(1)):
        if bool(x.sum() > -1.0):
            a = torch.relu(a - 0.5)
    return a.mean([2, 3])
)");
        const auto state = explain(*looping, blocks(), {{"layer", "relu"}, {"native", "true"}});
        for (std::int64_t y = 0; y < 4; ++y)
            QVERIFY(std::abs(pixel(state->attribution, y, 0) - std::max(0.0, pixel(blocks(), y, 0) - 1.5) / 16) < 1e-6);
    }

    // A layer of which this output is not computed is passed over, unless it was asked for.
    void sideBranchesArePassedOver() {
        ModelCard card = plainCard(3, 4, 4);
        card.outputIndex = 0;
        const auto two = scriptModel("def forward(self, x):\n    a = torch.relu(x)\n    return a.mean([2, 3]), "
                                     "torch.tanh(x)\n",
                                     card);
        const auto state = explain(*two, blocks());
        QVERIFY2(state->notes[0].starts_with("layer relu"), state->notes[0].c_str());
        QCOMPARE(state->cost.gradients, 2);
        const Error error = errorOf([&] { explain(*two, blocks(), {{"layer", "tanh"}}); });
        QCOMPARE(error.code(), ErrorCode::NoGradient);
    }

    void detachStopsGradientsOnly() {
        const auto stopping = model("def forward(self, x):\n    a = torch.relu(x)\n    return (a + a.detach() * 9.0)"
                                    ".mean([2, 3])\n");
        const auto state = explain(*stopping, blocks(), {{"layer", "relu"}});
        QVERIFY(std::abs(pixel(state->attribution, 0, 0) - 1.0 / 16) < 1e-6);
    }

    void transformersAreRefused_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("freezing");
        for (const char* file :
             {"tiny_vit_trace.pt", "tiny_vit_script.pt", "tiny_attention_trace.pt", "tiny_attention_script.pt"})
            for (const Freezing freezing : {Freezing::Frozen, Freezing::AsFiled})
                QTest::addRow("%s %d", file, static_cast<int>(freezing)) << file << static_cast<int>(freezing);
    }

    void transformersAreRefused() {
        QFETCH(QString, file);
        QFETCH(int, freezing);
        const auto tokens =
            loadModel((BLURIG_TEST_DATA "/torch2/" + file).toStdString(),
                      ModelOptions{.card = plainCard(3, 32, 32), .freezing = static_cast<Freezing>(freezing)});
        const Array z = roughPicture(3, 32, 32);
        const Error error = errorOf([&] { explain(*tokens, z); });
        QCOMPARE(error.code(), ErrorCode::NoLayer);
        QVERIFY2(QString(error.what()).contains("transformer"), error.what());
        // The layer that the error names can be asked for.
        const std::string remedy = error.remedy();
        const auto named = explain(*tokens, z, {{"layer", remedy.substr(remedy.rfind(' ') + 1)}});
        QVERIFY(named->attribution.layout() == pictureLayout(1, 32, 32));
    }

    // Heads that were moved into the batch, as PyTorch 1's attention does.
    void transformersWithHeadsInTheBatchAreRefused() {
        const auto tokens = model(R"(
def forward(self, x):
    a = torch.relu(x)
    q = a.flatten(2).transpose(1, 2).repeat_interleave(2, 0)
    y = torch.bmm(torch.softmax(torch.bmm(q, q.transpose(1, 2)), 2), q)
    return y.view([-1, 2, 16, 3]).mean([1, 2])
)");
        QCOMPARE(errorOf([&] { explain(*tokens, blocks()); }).code(), ErrorCode::NoLayer);
    }

    void windowsOfAttentionAreNoTransformer() {
        for (const char* file : {"tiny_swin_trace.pt", "tiny_swin_script.pt"}) {
            const auto swin =
                loadModel(std::string(BLURIG_TEST_DATA "/torch2/") + file, ModelOptions{.card = plainCard(3, 32, 32)});
            QVERIFY(
                explain(*swin, roughPicture(3, 32, 32))->notes[0].starts_with("layer permute:permute (32 x 8 x 8)"));
        }
    }

    void modelsWithoutMapsAreRefused() {
        const auto flat =
            model("def forward(self, x):\n    return torch.relu(x.flatten(1)).view([-1, 3, 16]).sum(2)\n");
        QCOMPARE(errorOf([&] { explain(*flat, blocks()); }).code(), ErrorCode::NoLayer);
        const auto gate = std::make_shared<Gate>();
        const auto closed = gateModel(gate, 4); // its format shows nothing inside
        gate->open();
        QCOMPARE(errorOf([&] { explain(*closed, constantPicture(1, 4, 4, 0.5F)); }).code(), ErrorCode::NoLayer);
    }

    void flatPicturesGiveFiniteMaps() {
        for (const Score score : {Score::ClassScore, Score::Logit, Score::LogProbability})
            for (const float grey : {0.0F, 1.0F})
                for (const double value : values(
                         explain(*model(pooledMeans), constantPicture(3, 4, 4, grey), {}, first, score)->attribution))
                    QVERIFY(std::isfinite(value));
    }

    void repeatsAreBitIdentical() {
        const auto convnext =
            loadModel(BLURIG_TEST_DATA "/torch2/tiny_convnext_script.pt", ModelOptions{.card = plainCard(3, 32, 32)});
        const Array z = roughPicture(3, 32, 32);
        QCOMPARE(values(explain(*convnext, z)->attribution), values(explain(*convnext, z)->attribution));
    }

    void stopsBetweenItsTwoPasses() {
        const auto means = model(pooledMeans);
        const Method& method = methodById("grad-cam");
        const Item item{.input = blocks(), .target = first, .ownBaseline = {}, .previous = nullptr};
        CountingSink sink;
        method.run(*means, item, defaultParameters(method), sink, sink.source.get_token());
        QCOMPARE(sink.batches, 2);
        QCOMPARE(sink.states.size(), std::size_t{1});
        CountingSink stopping;
        stopping.stopBefore = 2;
        QVERIFY_THROWS_EXCEPTION(
            Cancelled, method.run(*means, item, defaultParameters(method), stopping, stopping.source.get_token()));
        QVERIFY(stopping.states.empty());
    }
};

BLURIG_TEST(TestGradCam)
#include "test_grad_cam.moc"
