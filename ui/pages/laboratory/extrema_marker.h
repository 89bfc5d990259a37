// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scales/causality.h"

#include <QWidget>

#include <vector>

namespace blurig::ui {

class ImagePane;
class LinkedView;

// Lies over a pane in model pixels and marks local extrema: those that grow as triangles, the others as small rings.
class ExtremaMarker : public QWidget {
    Q_OBJECT
public:
    ExtremaMarker(ImagePane* pane, LinkedView* view);

    void setExtrema(std::vector<PictureExtremum> extrema);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    ImagePane* m_pane;
    LinkedView* m_view;
    std::vector<PictureExtremum> m_extrema;
};

} // namespace blurig::ui
