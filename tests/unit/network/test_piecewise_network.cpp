// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/network/inner_forward.h"
#include "core/network/network_file.h"
#include "tests/support/test_class.h"

#include <ATen/ops/arange.h>
#include <ATen/TensorOperators.h>
#include <QTest>

using namespace blurig;

namespace {

enum class Returns { ARowEach, AVector };

// Twice the input, in batches of one size only.
class FixedNetwork final : public Network {
public:
    FixedNetwork(int rows, Returns returns)
        : m_rows(rows)
        , m_returns(returns) {}

    InnerForward forwardInside(const at::Tensor& input, const std::string& keep) const override {
        if (input.size(0) != m_rows)
            throw Error(ErrorCode::ModelFailed, "fixed", "was given another batch", "");
        const at::Tensor twice = input * 2.0;
        return {.outputs = {m_returns == Returns::ARowEach ? twice : twice[0]},
                .values = {{.name = "twice", .operation = "multiply", .sizes = twice.sizes().vec()}},
                .kept = keep.empty() ? at::Tensor() : twice};
    }
    std::vector<at::Tensor> forward(const at::Tensor& input) const override { return forwardInside(input, {}).outputs; }
    Traits traits() const override { return {.format = "fixed", .fixedBatch = m_rows}; }

private:
    int m_rows;
    Returns m_returns;
};

class FixedFile final : public NetworkFile {
public:
    explicit FixedFile(int rows, Returns returns = Returns::ARowEach)
        : m_rows(rows)
        , m_returns(returns) {}
    std::unique_ptr<Network> network(const Execution& /*execution*/) const override {
        return std::make_unique<FixedNetwork>(m_rows, m_returns);
    }

private:
    int m_rows;
    Returns m_returns;
};

at::Tensor rowsOf(std::int64_t count) {
    return at::arange(count * 3, at::kFloat).view({count, 3});
}

} // namespace

class TestPiecewiseNetwork : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesAnyBatch_data() {
        QTest::addColumn<int>("fixed");
        QTest::addColumn<int>("given");
        for (const int fixed : {1, 4})
            for (const int given : {1, 3, 4, 5, 9})
                QTest::addRow("%d in batches of %d", given, fixed) << fixed << given;
    }

    void takesAnyBatch() {
        QFETCH(int, fixed);
        QFETCH(int, given);
        const auto network = networkOf(FixedFile(fixed), {}, "fixed");
        const at::Tensor input = rowsOf(given);
        const std::vector<at::Tensor> outputs = network->forward(input);
        QCOMPARE(outputs.size(), std::size_t{1});
        QVERIFY(outputs.front().equal(input * 2.0));

        const InnerForward inside = network->forwardInside(input, "twice");
        QVERIFY(inside.outputs.front().equal(input * 2.0));
        QCOMPARE(inside.values.front().sizes, (std::vector<std::int64_t>{given, 3}));
        QVERIFY(inside.kept[0].equal(input[0] * 2.0));
    }

    void rowsCannotBeJoinedWhereThereAreNone() {
        const auto network = networkOf(FixedFile(1, Returns::AVector), {}, "the file");
        QCOMPARE(network->forward(rowsOf(1)).front().dim(), std::int64_t{1}); // as it is
        try {
            network->forward(rowsOf(2));
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::ModelOutput);
            QCOMPARE(error.where(), std::string("the file"));
            return;
        }
        QFAIL("two rows came of none");
    }
};

BLURIG_TEST(TestPiecewiseNetwork)
#include "test_piecewise_network.moc"
