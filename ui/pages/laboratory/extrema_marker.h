// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scales/causality.h"
#include "ui/panels/pane_overlay.h"

#include <vector>

namespace blurig::ui {

// Lies over a pane in model pixels and marks local extrema: those that grow as triangles, the others as small rings.
class ExtremaMarker : public PaneOverlay {
    Q_OBJECT
public:
    ExtremaMarker(ImagePane* pane, LinkedView* view);

    void setExtrema(std::vector<PictureExtremum> extrema);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<PictureExtremum> m_extrema;
};

} // namespace blurig::ui
