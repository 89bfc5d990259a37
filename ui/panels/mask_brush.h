// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/run_mask.h"
#include "ui/panels/mark_tool.h"
#include "ui/panels/mask_overlay.h"
#include "ui/panels/pane_overlay.h"

#include <memory>
#include <optional>

class QMouseEvent;

namespace blurig::ui {

class LinkedView;

// Lies over a pane on which a mask can be painted: Shift+drag paints or erases, with Alt it erases; a ring shows the
// brush. Shows the mask.
class MaskBrush : public PaneOverlay {
    Q_OBJECT
public:
    MaskBrush(ImagePane* pane, LinkedView* view);

    void setTool(MarkTool tool);                           // of Box it does nothing
    void setDiameter(double modelPixels);                  // of the brush
    void setMask(std::shared_ptr<const MaskOverlay> mask); // null: none
    const MaskOverlay* mask() const { return m_mask.get(); }

Q_SIGNALS:
    void stroked(const blurig::BrushStroke& piece, blurig::ui::MarkTool tool); // Paint or Erase, while it is drawn
    void strokeEnded();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool mouse(QMouseEvent* event);
    void strokeTo(QPointF photo);
    double radius() const; // in pixels of the photo
    void paintRing(QPainter& painter) const;

    MarkTool m_tool = MarkTool::Box;
    double m_diameter = 1;
    std::shared_ptr<const MaskOverlay> m_mask;
    std::optional<QPointF> m_pointer; // on the widget; none: elsewhere
    std::optional<QPointF> m_last;    // of the stroke, in pixels of the photo; none: nothing is drawn
    MarkTool m_stroke = MarkTool::Paint;
};

} // namespace blurig::ui
