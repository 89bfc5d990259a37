// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A format that somebody added: tests/support/linear_format and a line in the list of formats.

#include "core/error.h"
#include "tests/support/linear_format/linear_case.h"
#include "tests/support/linear_format/linear_format.h"
#include "tests/support/script_model.h"
#include "tests/support/test_class.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>

using namespace blurig;
using namespace blurig::test;

namespace {

constexpr int size = 32;
constexpr int cell = size / 4;

NetworkFormats longerList() {
    NetworkFormats formats = builtInFormats();
    formats.insert(formats.begin(), std::make_shared<const LinearFormat>());
    return formats;
}

Array ramp() {
    ArrayLayout layout = pictureLayout(3, size, size);
    std::vector<float> values(static_cast<std::size_t>(layout.elements()));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<float>(i % 97) / 97.0F;
    return Array::fromHost(layout, std::move(values));
}

double meanOfCell(const Array& z, int channel, int row, int column) {
    double sum = 0;
    for (int y = row * cell; y < (row + 1) * cell; ++y)
        for (int x = column * cell; x < (column + 1) * cell; ++x)
            sum += static_cast<double>(z.host()[static_cast<std::size_t>((channel * size + y) * size + x)]);
    return sum / (cell * cell);
}

const Target green{{{1, 1.0}}};

} // namespace

class TestLinearFormat : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    std::filesystem::path path(const char* name) const { return m_folder.filePath(name).toStdString(); }
    std::shared_ptr<const Model> written(const char* name, const LinearCase& as = {}) const {
        writeLinearModel(path(name), as);
        return loadModel(path(name), {.formats = longerList()});
    }

private Q_SLOTS:
    void opensAndComputes() {
        const auto model = written("m.linear");
        QCOMPARE(model->info()->network.format, std::string("Linear"));
        QCOMPARE(model->info()->classCount, ClassIndex{3});
        QCOMPARE(model->info()->cardOrigin, CardOrigin::Embedded);
        QCOMPARE(model->info()->network.parameterCount, std::int64_t{3 * 3 * 16});
        QCOMPARE(model->info()->network.outputs, std::vector<std::string>{"scores"});
        const Array z = ramp();
        double expected = 0;
        for (int row = 0; row < 4; ++row)
            for (int column = 0; column < 4; ++column)
                expected += meanOfCell(z, 1, row, column) * (row == 1 && column == 2 ? 8 : 0.5);
        const Evaluation found = model->evaluate(asBatch(z), green, Score::Logit);
        QVERIFY(std::abs(found.values.front() - expected) < 1e-5);
        const std::span<const float> gradient = found.gradients.front().host();
        QVERIFY(std::abs(gradient[static_cast<std::size_t>((size + 12) * size + 20)] - 8.0F / (cell * cell)) < 1e-6F);
        QCOMPARE(gradient[20], 0.0F); // of another channel
    }

    void showsItsInnerValuesByName() {
        const auto model = written("inner.linear");
        const Array z = ramp();
        const std::vector<InnerValue> values = model->innerValues(z);
        QCOMPARE(values.size(), std::size_t{1});
        QCOMPARE(values.front().name, std::string("cells"));
        QCOMPARE(values.front().sizes, (std::vector<std::int64_t>{3, 4, 4}));
        const InnerEvaluation inside = model->evaluateInner(z, green, Score::Logit, "cells");
        QVERIFY(std::abs(inside.inner.host()[16 + 6] - static_cast<float>(meanOfCell(z, 1, 1, 2))) < 1e-6F);
        QCOMPARE(inside.gradient.host()[16 + 6], 8.0F);
        QCOMPARE(inside.inner.layout().axes.front(), (Axis{.name = "y", .size = 4, .step = cell}));
    }

    void aBatchOfOneRunsPieceByPiece() {
        const auto any = written("any.linear");
        const auto one = written("one.linear", {.batch = "1"});
        const auto three = written("three.linear", {.batch = "3"});
        QCOMPARE(one->info()->rowsTogether, 1);
        QCOMPARE(three->info()->rowsTogether, 3);
        const std::vector<Array> inputs(5, ramp());
        const Array batch = stacked(inputs);
        const Evaluation expected = any->evaluate(batch, green, Score::ClassScore);
        for (const auto& model : {one, three}) {
            const Evaluation found = model->evaluate(batch, green, Score::ClassScore);
            QCOMPARE(found.values.size(), std::size_t{5});
            for (std::size_t i = 0; i < 5; ++i) {
                QVERIFY(std::abs(found.values[i] - expected.values[i]) < 1e-6);
                QCOMPARE(found.gradients[i].layout(), expected.gradients[i].layout());
            }
            QCOMPARE(model->innerValues(ramp()).front().sizes, (std::vector<std::int64_t>{3, 4, 4}));
        }
    }

    void aPartBesideTheFileBelongsToIt() {
        const auto model = written("parts.linear", {.besides = true});
        QCOMPARE(model->info()->classCount, ClassIndex{3});
        const std::string before = model->info()->sha256;
        std::fstream(path("parts.linear.bin"), std::ios::in | std::ios::out | std::ios::binary).write("\0\0\0\0", 4);
        const auto changed = loadModel(path("parts.linear"), {.formats = longerList()});
        QVERIFY(changed->info()->sha256 != before);
        QVERIFY(changed->info()->id != model->info()->id);
        std::filesystem::remove(path("parts.linear.bin"));
        QVERIFY_THROWS_EXCEPTION(Error, loadModel(path("parts.linear"), {.formats = longerList()}));
    }

    void aPartLiesInItsFolder_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"../secret.bin", "/etc/hostname", "a/../../b", "", "none.bin"})
            QTest::newRow(name) << name;
    }

    void aPartLiesInItsFolder() {
        QFETCH(QString, name);
        writeLinearModel(path("outside.linear"));
        NetworkSource source(path("outside.linear"));
        try {
            source.beside(name.toStdString());
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::DamagedModel);
            QCOMPARE(error.where(), source.where());
            return;
        }
        QFAIL("it was read");
    }

    void theNextFormatIsAskedWhereOneSaysNotMine() {
        writeScriptModel(path("script.linear"), "def forward(self, x):\n    return x.mean([2, 3])\n",
                         plainCard(3, 8, 8));
        QCOMPARE(loadModel(path("script.linear"), {.formats = longerList()})->info()->network.format,
                 std::string("TorchScript")); // whatever its name ends in
    }

    void withoutItsLineItIsUnknown() {
        writeLinearModel(path("unknown.linear"));
        QVERIFY_THROWS_EXCEPTION(Error, loadModel(path("unknown.linear")));
    }

    void aBrokenOneSaysSo() {
        std::ofstream(path("broken.linear")) << R"({"linear_model": {"grid": 4}})";
        try {
            loadModel(path("broken.linear"), {.formats = longerList()});
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::DamagedModel);
            return;
        }
        QFAIL("it opened");
    }
};

BLURIG_TEST(TestLinearFormat)
#include "test_linear_format.moc"
