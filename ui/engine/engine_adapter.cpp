// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/engine/engine_adapter.h"

#include <QCoreApplication>
#include <QEvent>

#include <utility>

namespace blurig::ui {

namespace {

const QEvent::Type wakeEvent = static_cast<QEvent::Type>(QEvent::registerEventType());

std::size_t indexOf(Slot slot) {
    return static_cast<std::size_t>(slot);
}

} // namespace

EngineAdapter::EngineAdapter(EngineOptions options, QObject* parent)
    : QObject(parent)
    , m_frames(std::make_unique<FrameWorker>([this] { wake(); })) {
    options.wake = [this] { wake(); };
    m_engine = std::make_unique<Engine>(std::move(options));
}

EngineAdapter::~EngineAdapter() {
    // The threads end before the rest of this object, which they wake.
    m_engine.reset();
    m_frames.reset();
}

void EngineAdapter::submit(Slot slot, Request request) {
    m_newest[indexOf(slot)] = m_engine->submit(slot, std::move(request));
}

void EngineAdapter::cancel(Slot slot) {
    m_engine->cancel(slot);
}

void EngineAdapter::withdraw(Slot slot) {
    m_newest[indexOf(slot)] = 0;
    m_engine->cancel(slot);
}

void EngineAdapter::askFrame(FrameRequest request) {
    request.serial = m_frameAsked.serial + 1;
    m_frameAsked = request;
    m_frames->ask(std::move(request));
}

bool EngineAdapter::stop(double seconds) {
    return m_engine->stop(seconds);
}

void EngineAdapter::wake() {
    if (!m_eventWaits.exchange(true))
        QCoreApplication::postEvent(this, new QEvent(wakeEvent));
}

bool EngineAdapter::event(QEvent* event) {
    if (event->type() != wakeEvent)
        return QObject::event(event);
    // Before taking: what is published meanwhile posts an event of its own.
    m_eventWaits = false;
    deliver();
    return true;
}

void EngineAdapter::deliver() {
    for (const SharedSnapshot& snapshot : m_engine->take())
        if (snapshot->generation == m_newest[indexOf(snapshot->slot)])
            deliver(snapshot);
    if (const SharedFrame frame = m_frames->take(); frame && isWanted(*frame))
        Q_EMIT frameReady(frame);
}

void EngineAdapter::deliver(const SharedSnapshot& snapshot) {
    if (snapshot->slot == Slot::Prefetch) { // a failure is told when its result is asked for
        if (snapshot->status == Status::Done)
            Q_EMIT prefetched();
        return;
    }
    if (snapshot->status == Status::Failed) {
        Q_EMIT failed(snapshot->slot, *snapshot->error);
        return;
    }
    if (snapshot->slot == Slot::Model && snapshot->status == Status::Running) {
        if (const auto* step = std::get_if<ModelStep>(&snapshot->answer))
            Q_EMIT modelExamined(QString::fromStdString(step->words), snapshot->progress);
    } else if (snapshot->slot == Slot::Explore) {
        Q_EMIT exploreUpdated(snapshot);
    } else if (snapshot->slot == Slot::Beside) {
        Q_EMIT besideUpdated(snapshot);
    } else if (snapshot->slot == Slot::Paths) {
        Q_EMIT pathsUpdated(snapshot);
    } else if (const auto pane = comparePaneOf(snapshot->slot)) {
        Q_EMIT compareUpdated(*pane, snapshot);
    } else if (snapshot->slot == Slot::PaneInput && snapshot->status == Status::Done) {
        if (const auto* model = std::get_if<std::shared_ptr<const Model>>(&snapshot->answer))
            Q_EMIT paneModelReady(*model);
        else
            Q_EMIT paneInputScored(std::get<ScoredInput>(snapshot->answer));
    } else if (snapshot->status == Status::Done) {
        if (const auto* picture = std::get_if<Picture>(&snapshot->answer))
            Q_EMIT pictureReady(*picture);
        else if (const auto* model = std::get_if<std::shared_ptr<const Model>>(&snapshot->answer))
            Q_EMIT modelReady(*model);
        else if (const auto* input = std::get_if<ScoredInput>(&snapshot->answer))
            Q_EMIT inputScored(*input);
        else if (const auto* layers = std::get_if<ListedLayers>(&snapshot->answer))
            Q_EMIT layersListed(*layers);
        else if (const auto* probe = std::get_if<ProbedGradient>(&snapshot->answer))
            Q_EMIT probeReady(*probe);
    }
}

// A scrub outruns the frames, so an older sigma is shown until the newest comes; numbers of another picture or of
// another run are not. The states of one run share their Path.
bool EngineAdapter::isWanted(const Frame& frame) const {
    const auto runOf = [](const std::shared_ptr<const PathState>& state) { return state ? state->path : nullptr; };
    return frame.space == m_frameAsked.space && runOf(frame.path) == runOf(m_frameAsked.path);
}

} // namespace blurig::ui
