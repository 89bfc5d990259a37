// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/shuffled_models.h"
#include "tests/support/script_model.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <algorithm>

using namespace blurig;
using namespace blurig::test;

namespace {

std::shared_ptr<const Model> tinyConvnext() {
    ModelOptions options;
    options.card = plainCard(3, 32, 32);
    return loadModel(BLURIG_TEST_DATA "/torch2/tiny_convnext_trace.pt", options);
}

std::vector<float> scoresOf(const Model& model) {
    const Array scores = model.classScores(asBatch(greyInput(model.card()))).front();
    return {scores.host().begin(), scores.host().end()};
}

} // namespace

class TestShuffledModels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void layersAreNamedAndShuffledFromTheLast() {
        const auto model = tinyConvnext();
        const ShuffledModels shuffled(*model, builtInFormats());
        QVERIFY(shuffled.layers().size() > 3);
        const auto one = shuffled.model(1, 1);
        const auto all = shuffled.model(shuffled.layers().size(), 1);
        QVERIFY(scoresOf(*one) != scoresOf(*model));
        QVERIFY(scoresOf(*all) != scoresOf(*one));
        QCOMPARE(scoresOf(*shuffled.model(1, 1)), scoresOf(*one)); // the same for the same seed
        QVERIFY(scoresOf(*shuffled.model(1, 2)) != scoresOf(*one));
        QVERIFY(one->info()->id != model->info()->id);
        QCOMPARE(scoresOf(*shuffled.model(0, 1)), scoresOf(*model));
    }

    void theOpenedModelStaysAsItIs() {
        const auto model = tinyConvnext();
        const std::vector<float> before = scoresOf(*model);
        const ShuffledModels shuffled(*model, builtInFormats());
        shuffled.model(shuffled.layers().size(), 3);
        QCOMPARE(scoresOf(*model), before);
    }
};

BLURIG_TEST(TestShuffledModels)
#include "test_shuffled_models.moc"
