// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/localisation_marks.h"

#include "ui/pages/compare/compare_flow.h"
#include "ui/pages/compare/compare_grid.h"
#include "ui/pages/compare/compare_presenter.h"
#include "ui/panels/marked_boxes.h"
#include "ui/panels/region_marker.h"

#include <algorithm>
#include <utility>

namespace blurig::ui {

LocalisationMarks::LocalisationMarks(Session* session, CompareFlow* flow, CompareGrid* grid,
                                     ComparePresenter* presenter, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_flow(flow)
    , m_grid(grid)
    , m_presenter(presenter)
    , m_localisation(new LocalisationFlow(this)) {
    mark(grid->photo()->image());
    for (ComparePane* pane : grid->panes())
        mark(pane->image());
    connect(grid, &CompareGrid::paneMade, this, [this](ComparePane* pane) {
        mark(pane->image());
        showBoxes();
    });
    connect(session, &Session::partChanged, this, [this](const std::string& part) {
        if (part == marksId)
            showBoxes();
    });
    connect(presenter, &ComparePresenter::mapsChanged, this, [this] {
        showMaps();
        showBoxes();
    });
    connect(m_localisation, &LocalisationFlow::scored, this, &LocalisationMarks::showScores);
    showBoxes();
}

void LocalisationMarks::clear() {
    m_session->edit([](Choice& choice) { setMarkedBoxes(choice, {}); });
}

void LocalisationMarks::mark(ImagePane* image) {
    auto* marker = new RegionMarker(image, m_grid->linkedView(), RegionMarker::Marks::Plain);
    m_markers.emplace_back(image, marker);
    connect(marker, &RegionMarker::regionMoved, this,
            [this, image](const PixelRegion& region) { draw(image, region, false); });
    connect(marker, &RegionMarker::regionChosen, this,
            [this, image](const PixelRegion& region) { draw(image, region, true); });
    connect(image, &QObject::destroyed, this,
            [this, image] { std::erase_if(m_markers, [image](const auto& marked) { return marked.first == image; }); });
}

// A drag is one step of the history.
void LocalisationMarks::draw(const ImagePane* image, const PixelRegion& region, bool ends) {
    Choice next = m_session->choice();
    setMarkedBoxes(next, {boxOf(region, image->geometry())});
    if (std::exchange(m_drawing, !ends))
        m_session->correct(std::move(next));
    else
        m_session->apply(std::move(next));
}

void LocalisationMarks::showBoxes() {
    const std::vector<Box> boxes = markedBoxesOf(m_session->choice());
    for (const auto& [image, marker] : m_markers)
        marker->setRegions(image->geometry().modelWidth > 0 ? regionsOf(boxes, image->geometry())
                                                            : std::vector<PixelRegion>());
    m_localisation->setBoxes(boxes);
}

void LocalisationMarks::showMaps() {
    std::vector<LocalisationFlow::Map> maps;
    for (std::size_t i = 0; i < m_flow->panes().size(); ++i) {
        const auto& input = m_flow->panes()[i].subject.input;
        maps.push_back(input ? LocalisationFlow::Map{m_presenter->shownMap(i), input->prepared.geometry}
                             : LocalisationFlow::Map());
    }
    m_localisation->setMaps(std::move(maps));
}

void LocalisationMarks::showScores() {
    const auto& scores = m_localisation->scores();
    for (const auto& [image, marker] : m_markers) {
        const auto pane = std::ranges::find(m_grid->panes(), image, [](const ComparePane* of) { return of->image(); });
        const auto index = static_cast<std::size_t>(pane - m_grid->panes().begin());
        marker->setBadge(index < scores.size() && scores[index] ? localisationWords(*scores[index]) : QString());
    }
    Q_EMIT scored();
}

} // namespace blurig::ui
