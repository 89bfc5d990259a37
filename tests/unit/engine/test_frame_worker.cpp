// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/frame_worker.h"
#include "core/path/blur_path.h"
#include "core/path/integrator.h"
#include "tests/support/script_model.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <chrono>
#include <cmath>
#include <condition_variable>
#include <mutex>

using namespace blurig;
using namespace blurig::test;

namespace {

Array somePicture() {
    std::vector<float> values(16 * 16);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<float>((i * 37) % 101) / 101.0F;
    return Array::fromHost(pictureLayout(1, 16, 16), std::move(values));
}

std::vector<float> valuesOf(const Array& array) {
    const std::span<const float> host = array.host();
    return {host.begin(), host.end()};
}

// Waits for frames; no sleeping.
class Listener {
public:
    std::function<void()> wake() {
        return [this] {
            const std::lock_guard lock(m_mutex);
            ++m_wakes;
            m_changed.notify_all();
        };
    }

    std::shared_ptr<const Frame> frame(FrameWorker& worker, std::uint64_t serial) {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        for (int seen = 0;;) {
            if (auto frame = worker.take(); frame && frame->serial == serial)
                return frame;
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait_until(lock, deadline, [&] { return m_wakes > seen; }))
                return nullptr;
            seen = m_wakes;
        }
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_wakes = 0;
};

} // namespace

class TestFrameWorker : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void blurredAndLaplacianAreThoseOfTheScale() {
        const Array picture = somePicture();
        Listener listener;
        FrameWorker worker(listener.wake());
        worker.ask({picture, {}, nullptr, 2.5, 1});
        const auto frame = listener.frame(worker, 1);
        QVERIFY(frame);
        QCOMPARE(frame->sigma, 2.5);
        const ScaleSpace space(picture);
        QCOMPARE(valuesOf(frame->blurred), valuesOf(space.blurred(2.5)));
        QCOMPARE(valuesOf(frame->laplacian), valuesOf(space.laplacian(2.5)));
        QVERIFY(frame->gradient.empty());
        QVERIFY(frame->accumulated.empty());
    }

    void oneAxisAloneIsBlurred() {
        const Array picture = somePicture();
        Listener listener;
        FrameWorker worker(listener.wake());
        worker.ask({picture, {1, 0}, nullptr, 2.5, 1});
        const auto frame = listener.frame(worker, 1);
        QVERIFY(frame);
        QCOMPARE(valuesOf(frame->blurred), valuesOf(ScaleSpace(picture, {1, 0}).blurred(2.5)));
    }

    void gradientAndMapComeFromThePath() {
        const Array picture = somePicture();
        const auto model = scriptModel("def forward(self, x):\n    return (x * x).mean([2, 3])\n",
                                       plainCard(1, 16, 16, OutputKind::MultiLabelLogits));
        const Target target{{{0, 1.0}}};
        const Explained explained{*model, target, Score::Logit};
        Sink sink;
        const auto state = integrate(
            std::make_shared<const BlurPath>(std::make_shared<const ScaleSpace>(picture), 16.0), explained,
            Integration{.schedule = Schedule::Log, .steps = 16}, sink, [](auto) {}, std::stop_token());
        Listener listener;
        FrameWorker worker(listener.wake());
        worker.ask({picture, {}, state, 0.0, 1});
        const auto whole = listener.frame(worker, 1);
        QVERIFY(whole);
        QCOMPARE(valuesOf(whole->accumulated), valuesOf(state->attribution));
        QVERIFY(std::abs(*whole->accumulatedSum - state->completeness.sum) < 1e-6);
        worker.ask({picture, {}, state, 3.0, 2});
        const auto inside = listener.frame(worker, 2);
        QVERIFY(inside);
        QCOMPARE(valuesOf(inside->accumulated), valuesOf(Accumulation(state).at(3.0)));
        QCOMPARE(inside->gradientSigma, nearestGradient(*state, 3.0)->position);
    }

    void onlyTheLatestRequestIsAnswered() {
        const Array picture = somePicture();
        Listener listener;
        FrameWorker worker(listener.wake());
        for (std::uint64_t serial = 1; serial <= 500; ++serial)
            worker.ask({picture, {}, nullptr, static_cast<double>(serial % 16), serial});
        QVERIFY(listener.frame(worker, 500));
        QVERIFY(!worker.take());
    }
};

BLURIG_TEST(TestFrameWorker)
#include "test_frame_worker.moc"
