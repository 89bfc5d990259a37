// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/network/device.h"
#include "tests/support/script_model.h"
#include "tests/support/test_class.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace blurig;
using namespace blurig::test;

class TestDevice : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wordsOfTheCommandLine() {
        QCOMPARE(parseDevice("auto"), DeviceWish::Automatic);
        QCOMPARE(parseDevice("cpu"), DeviceWish::Cpu);
        QCOMPARE(parseDevice("cuda"), DeviceWish::Cuda);
        QVERIFY_THROWS_EXCEPTION(Error, parseDevice("tpu"));
    }

    void theCpuIsAlwaysThere() {
        QCOMPARE(deviceFor(DeviceWish::Cpu), Device::Cpu);
        QCOMPARE(deviceFor(DeviceWish::Automatic), Device::Cpu);
    }

    void aWishThatIsNotFulfilledIsTold() {
        QVERIFY(!deviceNote(DeviceWish::Cuda, Device::Cpu).empty());
        QVERIFY(deviceNote(DeviceWish::Cuda, Device::Cuda).empty());
        QVERIFY(deviceNote(DeviceWish::Automatic, Device::Cpu).empty());
    }

    // On a machine with a GPU this is the comparison of both; without, of the way through the fallback.
    void bothDevicesGiveTheSameNumbers() {
        const std::string network = "def forward(self, x):\n    return torch.tanh(x).flatten(2).sum(2)\n";
        const QTemporaryDir folder;
        const std::string file = folder.filePath("model.pt").toStdString();
        writeScriptModel(file, network, plainCard(3, 8, 8));
        const auto cpu = loadModel(file, {.device = DeviceWish::Cpu});
        const auto best = loadModel(file, {.device = DeviceWish::Cuda});
        QCOMPARE(cpu->info()->network.device, Device::Cpu);
        QCOMPARE(best->info()->network.device, deviceFor(DeviceWish::Cuda));
        const Array z = Array::fromHost(pictureLayout(3, 8, 8, 1), std::vector<float>(192, 0.25F));
        const Target target{{{1, 1.0}}};
        const Evaluation a = cpu->evaluate(z, target, Score::Logit);
        const Evaluation b = best->evaluate(z, target, Score::Logit);
        QVERIFY(std::abs(a.values.front() - b.values.front()) < 1e-5);
        QVERIFY(std::abs(a.gradients.front().host()[70] - b.gradients.front().host()[70]) < 1e-6F);
    }
};

BLURIG_TEST(TestDevice)
#include "test_device.moc"
