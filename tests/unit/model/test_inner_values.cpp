// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/compute_scope.h"
#include "core/model/model.h"
#include "tests/support/gate_model.h"
#include "tests/support/script_model.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <thread>

using namespace blurig;
using namespace blurig::test;

namespace {

Array picture() {
    std::vector<float> values;
    for (int i = 0; i < 48; ++i)
        values.push_back(static_cast<float>(i % 7 - 3) / 4);
    return Array::fromHost(pictureLayout(3, 4, 4), std::move(values));
}

std::vector<float> host(const Array& array) {
    return {array.host().begin(), array.host().end()};
}

QStringList names(const Model& model) {
    QStringList list;
    for (const InnerValue& value : model.innerValues(picture()))
        list << QString::fromStdString(value.name);
    return list;
}

const Target first{{{0, 1.0}}};

} // namespace

// Each as filed and frozen, with the graph executor as the program sets it.
class TestInnerValues : public QObject {
    Q_OBJECT

    static void bothFreezings() {
        QTest::addColumn<int>("freezing");
        QTest::newRow("frozen") << static_cast<int>(Freezing::Frozen);
        QTest::newRow("as filed") << static_cast<int>(Freezing::AsFiled);
    }

    static std::shared_ptr<const Model> model(const char* methods) {
        QFETCH(int, freezing);
        return scriptModel(methods, plainCard(3, 4, 4), static_cast<Freezing>(freezing));
    }

private Q_SLOTS:
    void listsValuesWithTheirSizes_data() { bothFreezings(); }
    void listsValuesWithTheirSizes() {
        const auto pooled = model(R"(
def forward(self, x):
    y = torch.relu(torch.avg_pool2d(x * 3.0, 2))
    return torch.relu(y - 1.0).mean([2, 3])
)");
        const std::vector<InnerValue> values = pooled->innerValues(picture());
        QCOMPARE(names(*pooled), QStringList({"mul", "avg_pool2d", "relu", "sub", "relu#2", "mean"}));
        QCOMPARE(values[0].sizes, (std::vector<std::int64_t>{3, 4, 4}));
        QCOMPARE(values[2].sizes, (std::vector<std::int64_t>{3, 2, 2}));
        QCOMPARE(values[5].sizes, (std::vector<std::int64_t>{3}));
        QCOMPARE(values[4].operation, std::string("relu"));
        QVERIFY(pooled->innerValues(picture()) == values);
    }

    void looksIntoBlocksAndCalls_data() { bothFreezings(); }
    void looksIntoBlocksAndCalls() {
        const auto branching = model(R"(
def innermost(self, x):
    return torch.sigmoid(x)
def inner(self, x):
    return self.innermost(x) * 2.0
def forward(self, x):
    y = self.inner(x)
    if bool(x.sum() > 1000.0):
        y = torch.tanh(y)
    else:
        y = torch.relu(y - 1.0)
    for i in range(int(x.size(0)) + 2):
        y = y + x
    return y.mean([2, 3])
)");
        const QStringList list = names(*branching);
        QVERIFY(list.contains("sigmoid") && list.contains("relu") && list.contains("add"));
        QVERIFY2(!list.contains("tanh"), "that way was not taken");
        const InnerEvaluation taken = branching->evaluateInner(picture(), first, Score::Logit, "relu");
        const float x = picture().host()[5];
        QVERIFY(std::abs(taken.inner.host()[5] - std::max(0.0F, 2 / (1 + std::exp(-x)) - 1)) < 1e-6F);
        QVERIFY(std::abs(taken.gradient.host()[5] - 1.0F / 16) < 1e-7F);
        QCOMPARE(taken.gradient.host()[16 + 5], 0.0F); // class 0 is the mean of channel 0
    }

    // Such functions leave values without content on the way that was not taken.
    void earlyReturnsRun_data() { bothFreezings(); }
    void earlyReturnsRun() {
        const auto returning = model(R"(
def inner(self, x):
    if bool(x.sum() > 1000.0):
        return torch.tanh(x)
    y = torch.relu(x)
    if bool(x.sum() < -1000.0):
        return y * 2.0
    return y * 3.0
def forward(self, x):
    return self.inner(x).mean([2, 3])
)");
        const InnerEvaluation taken = returning->evaluateInner(picture(), first, Score::Logit, "relu");
        QVERIFY(std::abs(taken.gradient.host()[0] - 3.0F / 16) < 1e-6F);
    }

    // The value before a change in place, and the gradient by that value.
    void changesInPlaceDoNotReachTheValue_data() { bothFreezings(); }
    void changesInPlaceDoNotReachTheValue() {
        const auto inPlace = model(R"(
def forward(self, x):
    y = x * 2.0
    z = y.transpose(1, 3)
    torch.relu_(y)
    return torch.stack([(y * y).sum([1, 2, 3]), z.sum([1, 2, 3])], 1)
)");
        const InnerEvaluation before = inPlace->evaluateInner(picture(), first, Score::Logit, "mul");
        const InnerEvaluation plain = inPlace->evaluateInner(picture(), {{{1, 1.0}}}, Score::Logit, "mul");
        for (std::size_t i = 0; i < 48; ++i) {
            const float y = 2 * picture().host()[i];
            QCOMPARE(before.inner.host()[i], y);
            QCOMPARE(before.gradient.host()[i], y > 0 ? 2 * y : 0);
            QCOMPARE(plain.gradient.host()[i], y > 0 ? 1.0F : 0.0F); // z is a view of y
        }
    }

    void gradientsStopWhereTheModelStopsThem() {
        const auto stopping = scriptModel(R"(
def forward(self, x):
    y = torch.relu(x)
    return (y + y.detach() * 5.0 + torch.tanh(x.detach())).mean([2, 3])
)",
                                          plainCard(3, 4, 4));
        QCOMPARE(stopping->freezing(), Freezing::AsFiled);
        QVERIFY(!names(*stopping).contains("tanh"));
        const InnerEvaluation relu = stopping->evaluateInner(picture(), first, Score::Logit, "relu");
        QVERIFY(std::abs(relu.gradient.host()[0] - 1.0F / 16) < 1e-7F);
    }

    // The loader looks for detach() below the outermost calls, too, whatever the executor's setting.
    void detachDeepInsideIsSeenWhenLoaded() {
        const ComputeScope scope;
        const auto stopping = scriptModel(R"(
def innermost(self, x):
    return x.detach() * 5.0
def inner(self, x):
    return self.innermost(x) + x
def forward(self, x):
    return self.inner(x).mean([2, 3])
)",
                                          plainCard(3, 4, 4));
        QCOMPARE(stopping->freezing(), Freezing::AsFiled);
        const Evaluation evaluation = stopping->evaluate(asBatch(picture()), first, Score::Logit);
        QVERIFY(std::abs(evaluation.gradients[0].host()[0] - 1.0F / 16) < 1e-7F);
    }

    void aValueBesideTheTargetHasNoGradient_data() { bothFreezings(); }
    void aValueBesideTheTargetHasNoGradient() {
        const auto beside = model(R"(
def forward(self, x):
    y = torch.relu(x)
    return torch.stack([x.mean([1, 2, 3]), y.mean([1, 2, 3])], 1)
)");
        // Both rows of the stack are one tensor, so the gradient of class 0 by relu is there, and zero.
        const InnerEvaluation zero = beside->evaluateInner(picture(), first, Score::Logit, "relu");
        QVERIFY(std::ranges::all_of(zero.gradient.host(), [](float g) { return g == 0; }));

        QFETCH(int, freezing);
        ModelCard card = plainCard(3, 4, 4);
        card.outputIndex = 0;
        const auto two = scriptModel("def forward(self, x):\n    return x.mean([2, 3]), torch.relu(x)\n", card,
                                     static_cast<Freezing>(freezing));
        QVERIFY(two->evaluateInner(picture(), first, Score::Logit, "relu").gradient.empty());
    }

    void otherRunsKeepTheirBits_data() { bothFreezings(); }
    void otherRunsKeepTheirBits() {
        const ComputeScope scope;
        const auto deep = model(R"(
def inner(self, x):
    return torch.sigmoid(x * 1.7) + torch.tanh(x)
def forward(self, x):
    y = self.inner(self.inner(x))
    return torch.softmax(y.flatten(1), 1).view([-1, 3, 16]).sum(2)
)");
        const auto run = [&] { return deep->evaluate(asBatch(picture()), first, Score::ClassScore); };
        const Evaluation before = run();
        const double inside = deep->evaluateInner(picture(), first, Score::ClassScore, "sigmoid#2").value;
        const Evaluation after = run();
        QCOMPARE(after.values[0], before.values[0]);
        QCOMPARE(host(after.gradients[0]), host(before.gradients[0]));
        QCOMPARE(inside, before.values[0]);
    }

    void threadsDoNotSeeEachOther_data() { bothFreezings(); }
    void threadsDoNotSeeEachOther() {
        const auto shared = model(R"(
def forward(self, x):
    y = x
    for i in range(20):
        y = torch.tanh(y) + torch.sigmoid(x * 3.0)
    return torch.relu(y).mean([2, 3])
)");
        const auto evaluate = [&](const std::string& name) {
            return host(shared->evaluateInner(picture(), first, Score::Logit, name).inner);
        };
        const std::vector<std::string> layers = {"tanh", "sigmoid", "relu", "add"};
        std::vector<std::vector<float>> expected;
        for (const std::string& name : layers)
            expected.push_back(evaluate(name));
        std::vector<int> equal(layers.size());
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < layers.size(); ++i)
            threads.emplace_back([&, i] {
                const ComputeScope scope(1);
                for (int repeat = 0; repeat < 20; ++repeat)
                    equal[i] += evaluate(layers[i]) == expected[i] ? 1 : 0;
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(equal, std::vector<int>(layers.size(), 20));
        QVERIFY(expected[0] != expected[1]);
    }

    void attentionIsSeen_data() { bothFreezings(); }
    void attentionIsSeen() {
        const auto tokens = model(R"(
def forward(self, x):
    q = x.flatten(2).transpose(1, 2)
    a = torch.matmul(torch.softmax(torch.matmul(q, q.transpose(1, 2)), -1), q)
    y = a.transpose(1, 2).reshape([-1, 3, 4, 4])
    return torch.relu(y).mean([2, 3])
)");
        for (const InnerValue& value : tokens->innerValues(picture())) {
            const bool after = value.name == "relu" || value.name == "mean";
            QVERIFY2(value.untilAttention != after, value.name.c_str());
        }
    }

    // Softmax over classes is none.
    void classesAreNoAttention_data() { bothFreezings(); }
    void classesAreNoAttention() {
        const auto classes = model("def forward(self, x):\n    return torch.softmax(x.mean([2, 3]), 1)\n");
        QVERIFY(std::ranges::none_of(classes->innerValues(picture()), &InnerValue::untilAttention));
    }

    void aFormatMayShowNothing() {
        const auto gate = std::make_shared<Gate>();
        const auto closed = gateModel(gate, 4);
        gate->open();
        QVERIFY(closed->innerValues(Array::fromHost(pictureLayout(1, 4, 4), std::vector<float>(16))).empty());
    }
};

BLURIG_TEST(TestInnerValues)
#include "test_inner_values.moc"
