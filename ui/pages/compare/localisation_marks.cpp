// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/localisation_marks.h"

#include "ui/pages/compare/compare_flow.h"
#include "ui/pages/compare/compare_grid.h"
#include "ui/pages/compare/compare_presenter.h"
#include "ui/panels/marks.h"
#include "ui/panels/mask_brush.h"
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
        showMarks();
    });
    connect(session, &Session::partChanged, this, [this](const std::string& part) {
        if (part == marksId)
            showMarks();
    });
    connect(presenter, &ComparePresenter::mapsChanged, this, [this] {
        showMaps();
        showMarks();
    });
    connect(m_localisation, &LocalisationFlow::scored, this, &LocalisationMarks::showScores);
    showMarks();
}

void LocalisationMarks::setTool(MarkTool tool) {
    m_tool = tool;
    for (const Marked& marked : m_marked)
        equip(marked);
}

void LocalisationMarks::setDiameter(double modelPixels) {
    m_diameter = modelPixels;
    for (const Marked& marked : m_marked)
        equip(marked);
}

// On a sound, boxes alone: a mask is of the photo's pixels.
void LocalisationMarks::equip(const Marked& marked) const {
    const MarkTool tool = m_flow->input().heard ? MarkTool::Box : m_tool;
    marked.marker->setDrawing(tool == MarkTool::Box);
    marked.brush->setTool(tool);
    marked.brush->setDiameter(m_diameter);
}

void LocalisationMarks::mark(ImagePane* image) {
    auto* brush = new MaskBrush(image, m_grid->linkedView());
    auto* marker = new RegionMarker(image, m_grid->linkedView(), RegionMarker::Marks::Plain); // its words lie above
    m_marked.push_back({image, marker, brush});
    equip(m_marked.back());
    connect(brush, &MaskBrush::stroked, this, &LocalisationMarks::stroke);
    connect(brush, &MaskBrush::strokeEnded, this, [this] { m_drawing = false; });
    connect(marker, &RegionMarker::regionMoved, this,
            [this, image](const PixelRegion& region) { draw(image, region); });
    connect(marker, &RegionMarker::regionChosen, this, [this, image](const PixelRegion& region) {
        draw(image, region);
        m_drawing = false;
    });
    connect(image, &QObject::destroyed, this, [this, image] {
        std::erase_if(m_marked, [image](const Marked& marked) { return marked.image == image; });
    });
}

Marks LocalisationMarks::marks() const {
    Marks marks = marksOf(m_session->choice());
    const Picture& photo = m_flow->input().picture;
    if (marks.painted.width() != photo.width() || marks.painted.height() != photo.height())
        marks.painted = RunMask(photo.width(), photo.height());
    return marks;
}

void LocalisationMarks::draw(const ImagePane* image, const PixelRegion& region) {
    Marks drawn = marks();
    drawn.boxes = {boxOf(region, image->geometry())};
    write(drawn);
}

void LocalisationMarks::stroke(const BrushStroke& piece, MarkTool tool) {
    Marks drawn = marks();
    drawn.painted = tool == MarkTool::Erase ? drawn.painted.without(piece) : drawn.painted.with(piece);
    write(drawn);
}

// A drag is one step of the history.
void LocalisationMarks::write(const Marks& marks) {
    Choice next = m_session->choice();
    setMarks(next, marks);
    if (next.pages == m_session->choice().pages)
        return;
    if (std::exchange(m_drawing, true))
        m_session->correct(std::move(next));
    else
        m_session->apply(std::move(next));
}

void LocalisationMarks::showMarks() {
    const Marks shown = marks();
    for (const Marked& marked : m_marked) {
        equip(marked);
        const bool hasInput = marked.image->geometry().modelWidth > 0;
        marked.marker->setRegions(hasInput ? regionsOf(shown.boxes, marked.image->geometry())
                                           : std::vector<PixelRegion>());
        marked.brush->setMask(hasInput ? m_overlays.of(shown.painted, *marked.image) : nullptr);
    }
    m_localisation->setMarks(shown);
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
    for (const Marked& marked : m_marked) {
        const auto pane =
            std::ranges::find(m_grid->panes(), marked.image, [](const ComparePane* of) { return of->image(); });
        const auto index = static_cast<std::size_t>(pane - m_grid->panes().begin());
        marked.marker->setBadge(index < scores.size() && scores[index] ? localisationWords(*scores[index]) : QString());
    }
    Q_EMIT scored();
}

} // namespace blurig::ui
