// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/engine.h"
#include "core/engine/frame_worker.h"

#include <QObject>
#include <QString>

#include <array>
#include <atomic>
#include <chrono>
#include <memory>

namespace blurig::ui {

using SharedSnapshot = std::shared_ptr<const Snapshot>;
using SharedFrame = std::shared_ptr<const Frame>;

// The window's only way to the engine. The worker's wake-up becomes one queued event, never a second while one waits;
// the event takes what is newest. An answer to a request that is no longer its slot's newest is dropped here and
// nowhere else.
class EngineAdapter : public QObject {
    Q_OBJECT
public:
    explicit EngineAdapter(EngineOptions options = {}, QObject* parent = nullptr); // its wake is the adapter's
    ~EngineAdapter() override;

    void submit(Slot slot, Request request);
    void cancel(Slot slot);   // ends with a snapshot that says Cancelled
    void withdraw(Slot slot); // cancels and hears nothing more of it

    void setMemoryBudget(std::size_t bytes) { m_engine->setMemoryBudget(bytes); }

    // The frame of this space and path at the newest sigma that was asked for. Frames of another space or run are
    // dropped.
    void askFrame(FrameRequest request);
    void holdOff(std::chrono::milliseconds time) { m_engine->holdOff(time); }

    // Within one batch; false when a model does not return in `seconds`.
    bool stop(double seconds);

Q_SIGNALS:
    void pictureReady(const blurig::Picture& picture);
    void modelExamined(const QString& step, double done); // while a model opens; done from 0 to 1
    void modelReady(const std::shared_ptr<const blurig::Model>& model);
    void inputScored(const blurig::ScoredInput& input);
    void exploreUpdated(const blurig::ui::SharedSnapshot& snapshot); // running, done or cancelled
    void besideUpdated(const blurig::ui::SharedSnapshot& snapshot);
    void pathsUpdated(const blurig::ui::SharedSnapshot& snapshot);
    void compareUpdated(std::size_t pane, const blurig::ui::SharedSnapshot& snapshot);
    void prefetched();
    void paneModelReady(const std::shared_ptr<const blurig::Model>& model); // of Slot::PaneInput, as the next
    void paneInputScored(const blurig::ScoredInput& input);
    void layersListed(const blurig::ListedLayers& layers);
    void probeReady(const blurig::ProbedGradient& probe);
    void failed(blurig::Slot slot, const blurig::Error& error);
    void frameReady(const blurig::ui::SharedFrame& frame);

protected:
    bool event(QEvent* event) override;

private:
    void wake(); // any thread
    void deliver();
    void deliver(const SharedSnapshot& snapshot);
    bool isWanted(const Frame& frame) const;

    std::atomic<bool> m_eventWaits = false;
    std::array<Generation, slotCount> m_newest{}; // by Slot
    FrameRequest m_frameAsked;
    std::unique_ptr<FrameWorker> m_frames;
    std::unique_ptr<Engine> m_engine;
};

} // namespace blurig::ui
