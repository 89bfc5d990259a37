// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scales/region_curve.h"
#include "ui/pages/compare/localisation_flow.h"
#include "ui/session/session.h"

#include <QObject>

#include <vector>

namespace blurig::ui {

class CompareFlow;
class CompareGrid;
class ComparePane;
class ComparePresenter;
class ImagePane;
class RegionMarker;

// The marked boxes on the panes of a comparison: Shift+drag draws one on any of them, and each pane says how well its
// map lies within, while it is drawn. The boxes are the session's.
class LocalisationMarks : public QObject {
    Q_OBJECT
public:
    LocalisationMarks(Session* session, CompareFlow* flow, CompareGrid* grid, ComparePresenter* presenter,
                      QObject* parent = nullptr);

    void clear();
    bool settled() const { return m_localisation->settled(); }
    const std::vector<std::optional<Localisation>>& scores() const { return m_localisation->scores(); }

Q_SIGNALS:
    void scored();

private:
    void mark(ImagePane* image);
    void draw(const ImagePane* image, const PixelRegion& region, bool ends);
    void showBoxes();
    void showMaps();
    void showScores();

    Session* m_session;
    CompareFlow* m_flow;
    CompareGrid* m_grid;
    ComparePresenter* m_presenter;
    LocalisationFlow* m_localisation;
    std::vector<std::pair<ImagePane*, RegionMarker*>> m_markers;
    bool m_drawing = false;
};

} // namespace blurig::ui
