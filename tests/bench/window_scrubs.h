// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/blur_path.h"
#include "tests/bench/scrub.h"
#include "ui/engine/explore_flow.h"
#include "ui/main_window.h"
#include "ui/pages/compare/compare_flow.h"
#include "ui/pages/compare/localisation_marks.h"
#include "ui/pages/scales/scales_flow.h"
#include "ui/session/session.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace blurig::ui {

// Of the slider.
class SliderScrub : public Scrub {
public:
    SliderScrub(MainWindow* window, int moves)
        : Scrub(window->findChild<QWidget*>(QStringLiteral("paneAccumulated")), moves)
        , m_session(window->session())
        , m_flow(window->flow()) {
        connect(m_flow, &ExploreFlow::frameChanged, this, [this] {
            if (const auto& frame = m_flow->view().frame)
                arrived(frame->sigma);
        });
    }

protected:
    double move(double share) override {
        const auto path = m_flow->view().path();
        const double sigma = sigmaAtLogScale(share * logScale(path ? path->path->farEnd() : 50));
        m_session->setSigma({sigma});
        return sigma;
    }

private:
    Session* m_session;
    ExploreFlow* m_flow;
};

// Of a band on the Scales page, by its coarse end.
class BandScrub : public Scrub {
public:
    BandScrub(MainWindow* window, int moves)
        : Scrub(window->findChild<QWidget*>(QStringLiteral("scalesBand")), moves)
        , m_session(window->session())
        , m_flow(window->findChild<ScalesFlow*>()) {
        connect(m_flow, &ScalesFlow::bandsChanged, this, [this] {
            if (const auto& band = m_flow->view().band)
                arrived(band->band.to);
        });
    }

protected:
    double move(double share) override {
        const double end = sigmaAtLogScale((0.5 + 0.5 * share) * logScale(m_flow->view().path->path->farEnd()));
        Choice next = m_session->choice();
        ScalesChoice part = scalesChoiceOf(next);
        part.band = ScaleBand{0.1 * m_flow->view().path->path->farEnd(), end};
        setScalesChoice(next, part);
        m_session->correct(std::move(next));
        return end;
    }

private:
    Session* m_session;
    ScalesFlow* m_flow;
};

// Of what is marked on the Compare page; what is asked for is the share of the input that is marked.
class MarkScrub : public Scrub {
public:
    // The marks for a random share, on an input that lies so in the photo; hardly two take as much.
    using Marked = std::function<Marks(double share, const Picture& photo, const InputGeometry& geometry)>;

    MarkScrub(MainWindow* window, int moves, Marked marked)
        : Scrub(window->findChild<QWidget*>(QStringLiteral("compareImage0")), moves)
        , m_session(window->session())
        , m_flow(window->findChild<CompareFlow*>())
        , m_marked(std::move(marked)) {
        auto* marks = window->findChild<LocalisationMarks*>();
        connect(marks, &LocalisationMarks::scored, this, [this, marks] {
            const auto& scores = marks->scores();
            if (!scores.empty() && std::ranges::all_of(scores, [](const auto& score) { return score.has_value(); }))
                arrived(scores.front()->area);
        });
    }

protected:
    double move(double share) override {
        const Subject& subject = m_flow->input();
        const InputGeometry& geometry = subject.input->prepared.geometry;
        const Marks marks = m_marked(share, subject.picture, geometry);
        Choice next = m_session->choice();
        setMarks(next, marks);
        m_session->correct(std::move(next));
        const Mask mask = maskOf(marks, geometry);
        return static_cast<double>(insideOf(mask)) / static_cast<double>(mask.inside.size());
    }

private:
    Session* m_session;
    CompareFlow* m_flow;
    Marked m_marked;
};

inline Marks movedBox(double share, const Picture& /*photo*/, const InputGeometry& geometry) {
    const double other = std::fmod(97 * share, 1.0);
    return {.boxes = {{.left = geometry.source.x + 0.1 * geometry.source.width,
                       .top = geometry.source.y + 0.1 * geometry.source.height,
                       .right = geometry.source.x + (0.2 + 0.7 * share) * geometry.source.width,
                       .bottom = geometry.source.y + (0.2 + 0.7 * other) * geometry.source.height}}};
}

// A brush of a fourteenth of the input, from place to place; now and then it begins anew.
class Painting {
public:
    Marks operator()(double share, const Picture& photo, const InputGeometry& geometry) {
        if (m_pieces++ % 20 == 0)
            m_painted = RunMask(photo.width(), photo.height());
        const double x = geometry.source.x + share * geometry.source.width;
        const double y = geometry.source.y + std::fmod(97 * share, 1.0) * geometry.source.height;
        m_painted = m_painted.with({.fromX = x,
                                    .fromY = y,
                                    .toX = x + geometry.source.width / 20,
                                    .toY = y + geometry.source.height / 20,
                                    .radius = geometry.source.width / 28});
        return {.painted = m_painted};
    }

private:
    RunMask m_painted;
    int m_pieces = 0;
};

} // namespace blurig::ui
