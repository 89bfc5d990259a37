// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scales/region_curve.h"
#include "ui/pages/compare/localisation_flow.h"
#include "ui/panels/mark_tool.h"
#include "ui/panels/mask_overlay.h"
#include "ui/session/session.h"

#include <QObject>

#include <vector>

namespace blurig::ui {

class CompareFlow;
class CompareGrid;
class ComparePane;
class ComparePresenter;
class ImagePane;
class MaskBrush;
class RegionMarker;

// What is marked on the panes of a comparison: Shift+drag draws a box on any of them, or paints a mask, and each pane
// says how well its map lies within both together, while it is drawn. The marks are the session's.
class LocalisationMarks : public QObject {
    Q_OBJECT
public:
    LocalisationMarks(Session* session, CompareFlow* flow, CompareGrid* grid, ComparePresenter* presenter,
                      QObject* parent = nullptr);

    void setTool(MarkTool tool);
    void setDiameter(double modelPixels); // of the brush
    Marks marks() const;                  // a mask of a photo of another size is left out
    bool settled() const { return m_localisation->settled(); }
    const std::vector<std::optional<Localisation>>& scores() const { return m_localisation->scores(); }

Q_SIGNALS:
    void scored();

private:
    struct Marked {
        ImagePane* image;
        RegionMarker* marker;
        MaskBrush* brush;
    };
    void mark(ImagePane* image);
    void equip(const Marked& marked) const;
    void draw(const ImagePane* image, const PixelRegion& region);
    void stroke(const BrushStroke& piece, MarkTool tool);
    void write(const Marks& marks);
    void showMarks();
    void showMaps();
    void showScores();

    Session* m_session;
    CompareFlow* m_flow;
    CompareGrid* m_grid;
    ComparePresenter* m_presenter;
    LocalisationFlow* m_localisation;
    std::vector<Marked> m_marked;
    MaskOverlays m_overlays;
    MarkTool m_tool = MarkTool::Box;
    double m_diameter = 1;
    bool m_drawing = false; // the step of what is drawn has begun
};

} // namespace blurig::ui
