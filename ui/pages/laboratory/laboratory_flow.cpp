// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/laboratory/laboratory_flow.h"

#include "core/model/compute_scope.h"
#include "core/path/even_grid.h"
#include "core/scales/test_signal.h"
#include "ui/engine/explore_flow.h"

#include <algorithm>
#include <utility>

namespace blurig::ui {

namespace {

bool sameValues(const Array& a, const Array& b) {
    return a.empty() == b.empty() && (a.empty() || std::ranges::equal(a.host(), b.host()));
}

} // namespace

LaboratoryFlow::LaboratoryFlow(Session* session, ExploreFlow* opened, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_opened(opened) {
    connect(session, &Session::changed, this, [this](Session::Changes what) {
        if (what.testFlag(Session::Change::Page))
            follow();
    });
    connect(session, &Session::partChanged, this, [this](const std::string& page) {
        if (page == laboratoryPageId)
            follow();
    });
    connect(opened, &ExploreFlow::inputChanged, this, [this] {
        Q_EMIT inputChanged();
        follow();
    });
}

bool LaboratoryFlow::isShown() const {
    return m_session->choice().page == laboratoryPageId;
}

bool LaboratoryFlow::settled() const {
    return !m_signals.running() && !m_totals.running() && !m_pictures.running() && m_ways.front().signal;
}

void LaboratoryFlow::follow() {
    if (!isShown())
        return;
    const LaboratoryChoice part = laboratoryChoiceOf(m_session->choice());
    followSignalOf(part);
    followPictures(part);
    Q_EMIT changed();
}

// The row of a photo that is not there yet: noise, until it is.
Array LaboratoryFlow::chosenSignal(const LaboratoryChoice& part) const {
    const auto& input = m_opened->view().subject.input;
    if (part.signal == LaboratoryChoice::rowSignal && input) {
        const Array& z = input->prepared.z;
        const std::int64_t row = part.row < 0 ? z.height() / 2 : std::min<std::int64_t>(part.row, z.height() - 1);
        return rowOf(z, row);
    }
    if (part.signal == LaboratoryChoice::drawnSignal && !part.drawn.empty())
        return signalArray(part.drawn);
    return makeTestSignal(testSignalOf(part.signal).value_or(TestSignal::Noise), signalSize,
                          static_cast<std::uint64_t>(part.seed));
}

void LaboratoryFlow::followSignalOf(const LaboratoryChoice& part) {
    const Array signal = chosenSignal(part);
    if (m_signalSeed == part.seed && sameValues(signal, m_signal))
        return;
    m_signal = signal;
    m_signalSeed = part.seed;
    // Another seed than the signal's, or the noise would be its own baseline.
    const auto seed = static_cast<std::uint64_t>(part.seed) + 1000;
    m_signals.run([this, signal, seed](const std::stop_token& stop) -> BackgroundThread::Completion {
        const ComputeScope scope(1);
        std::array<std::shared_ptr<const SignalWay>, causalityPaths.size()> ways;
        for (std::size_t i = 0; i < ways.size() && !stop.stop_requested(); ++i)
            ways[i] = std::make_shared<const SignalWay>(
                followSignal(*makePath(causalityPaths[i], signal, seed), laboratorySteps));
        return [this, ways] {
            for (std::size_t i = 0; i < ways.size(); ++i)
                m_ways[i].signal = ways[i];
            Q_EMIT changed();
        };
    });
}

void LaboratoryFlow::followPictures(const LaboratoryChoice& part) {
    const auto& opened = m_opened->view().subject.input;
    const Array input = opened ? opened->prepared.z : Array();
    const bool isPicture = !input.empty() && input.layout().axes.size() == 2;
    if (!isPicture || input.storage() != m_input.storage() || part.seed != m_pictureSeed) {
        m_totals.forget();
        m_pictures.forget();
        m_paths = nullptr;
        m_pictureStep = -1;
        m_picturesAgain = false;
        for (CausalityWay& way : m_ways) {
            way.pictures = {};
            way.picture = {};
            way.extrema.clear();
        }
    }
    m_input = input;
    m_pictureSeed = part.seed;
    if (!isPicture)
        return;
    if (m_paths) {
        askPictures(part.step);
        return;
    }
    const auto seed = static_cast<std::uint64_t>(part.seed) + 1000;
    m_totals.run([this, input, seed](const std::stop_token& stop) -> BackgroundThread::Completion {
        const ComputeScope scope(1);
        const Array mean = meanOfChannels(input);
        auto paths = std::make_shared<Paths>();
        std::array<Enhancement, causalityPaths.size()> totals;
        for (std::size_t i = 0; i < totals.size() && !stop.stop_requested(); ++i) {
            (*paths)[i] = makePath(causalityPaths[i], mean, seed);
            totals[i] = enhancementAlong(*(*paths)[i], totalPlaces);
        }
        return [this, paths = std::shared_ptr<const Paths>(std::move(paths)), totals] {
            m_paths = paths;
            for (std::size_t i = 0; i < totals.size(); ++i)
                m_ways[i].pictures = totals[i];
            askPictures(laboratoryChoiceOf(m_session->choice()).step);
            Q_EMIT changed();
        };
    });
}

// The newest place only: while one is computed, what changes is asked for at its end.
void LaboratoryFlow::askPictures(int step) {
    if (step == m_pictureStep)
        return;
    if (m_pictures.running()) {
        m_picturesAgain = true;
        return;
    }
    m_pictureStep = step;
    m_pictures.run([this, paths = m_paths, step](const std::stop_token&) -> BackgroundThread::Completion {
        const ComputeScope scope(1);
        std::array<CausalityWay, causalityPaths.size()> found;
        for (std::size_t i = 0; i < found.size(); ++i) {
            const Path& path = *(*paths)[i];
            const PathSample sample =
                path.sample(evenGrid(path, laboratorySteps).positions.at(static_cast<std::size_t>(step)));
            found[i].picture = sample.point;
            found[i].extrema = extremaOf(sample.point, sample.direction);
        }
        return [this, found = std::move(found)] {
            for (std::size_t i = 0; i < found.size(); ++i) {
                m_ways[i].picture = found[i].picture;
                m_ways[i].extrema = found[i].extrema;
            }
            if (std::exchange(m_picturesAgain, false))
                askPictures(laboratoryChoiceOf(m_session->choice()).step);
            Q_EMIT changed();
        };
    });
}

} // namespace blurig::ui
