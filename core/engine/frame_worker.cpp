// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/frame_worker.h"

#include "core/engine/worker_thread.h"
#include "core/model/compute_scope.h"
#include "core/scale/scale_space.h"

#include <condition_variable>
#include <mutex>
#include <numeric>
#include <thread>
#include <utility>

namespace blurig {
namespace {

double sumOf(const Array& array) {
    const std::span<const float> values = array.host();
    return std::reduce(values.begin(), values.end(), 0.0);
}

} // namespace

struct FrameWorker::State {
    std::function<void()> wake;

    std::mutex mutex; // guards the four below
    std::condition_variable changed;
    std::optional<FrameRequest> waiting;
    std::shared_ptr<const Frame> ready;
    bool stopping = false;

    // Of the latest input and path; the worker's thread only.
    std::optional<ScaleSpace> space;
    std::unique_ptr<Accumulation> accumulation;
    std::thread worker;

    std::shared_ptr<const Frame> make(const FrameRequest& request) {
        auto frame = std::make_shared<Frame>();
        frame->serial = request.serial;
        frame->sigma = request.sigma;
        frame->input = request.input;
        frame->path = request.path;
        try {
            fill(*frame, request);
        } catch (const std::exception& error) {
            frame->error = Error(ErrorCode::Memory, "", std::string("this scale cannot be shown: ") + error.what(),
                                 "Close other programs, or use a smaller input");
        }
        return frame;
    }

    void fill(Frame& frame, const FrameRequest& request) {
        if (!space || space->input().storage() != request.input.storage() ||
            space->axisWeights() != request.axisWeights)
            space.emplace(request.input, request.axisWeights);
        ScaleSample sample = space->sample(request.sigma);
        frame.blurred = std::move(sample.blurred);
        frame.laplacian = std::move(sample.laplacian);
        if (!request.path)
            return;
        if (const auto node = nearestGradient(*request.path, request.sigma)) {
            frame.gradient = node->gradient;
            frame.gradientSigma = node->position;
        }
        if (request.path->cells.empty())
            return;
        if (!accumulation || &accumulation->state() != request.path.get())
            accumulation = std::make_unique<Accumulation>(request.path);
        frame.accumulated = accumulation->at(request.sigma);
        frame.accumulatedSum = sumOf(frame.accumulated);
    }

    void work() {
        nameThread("frames");
        const ComputeScope scope(1); // a frame is small: threads would only wait for each other
        for (;;) {
            FrameRequest request;
            {
                std::unique_lock lock(mutex);
                changed.wait(lock, [this] { return stopping || waiting; });
                if (stopping)
                    return;
                request = *std::exchange(waiting, std::nullopt);
            }
            std::shared_ptr<const Frame> frame = make(request);
            {
                const std::lock_guard lock(mutex);
                ready = std::move(frame);
            }
            wake();
        }
    }
};

FrameWorker::FrameWorker(std::function<void()> wake)
    : m_state(std::make_unique<State>()) {
    m_state->wake = std::move(wake);
    m_state->worker = std::thread([state = m_state.get()] { state->work(); });
}

FrameWorker::~FrameWorker() {
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->stopping = true;
    }
    m_state->changed.notify_all();
    m_state->worker.join();
}

void FrameWorker::ask(FrameRequest request) {
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->waiting = std::move(request);
    }
    m_state->changed.notify_all();
}

std::shared_ptr<const Frame> FrameWorker::take() {
    const std::lock_guard lock(m_state->mutex);
    return std::exchange(m_state->ready, nullptr);
}

} // namespace blurig
