// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/page.h"
#include "ui/pages/scales/scales_choice.h"
#include "ui/pages/scales/scales_view.h"
#include "ui/panels/drawn_map.h"

class QSplitter;

namespace blurig::ui {

class FrequencyPanel;
class LinkedView;
class PhotoAndClasses;
class RegionMarker;
class ScalesFlow;
class WhenPanel;

// At which scale: where on the path the score changes, at which frequency, and what the score is without it.
class ScalesPage : public Page {
    Q_OBJECT
public:
    explicit ScalesPage(const PageHost& host, QWidget* parent = nullptr);

    View view() const override;
    bool settled() const override;
    void cancel() override;

protected:
    void follow(Session::Changes what) override;
    void followPart() override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    // A pane with what it shows.
    struct MapPane {
        ImagePane* image = nullptr;
        RegionMarker* marker = nullptr;
        DrawnMap drawn = {};
        Array array = {};
    };
    enum Pane : std::size_t { bandPane, secondPane, octavePane, withoutPane, paneCount };

    QWidget* makePanes();
    void connectControls();
    void showInput();
    void limitPanes();
    void showAll();
    void showChart();
    void showBands();
    void showOctave();
    void showMap(MapPane& pane, const Array& map, const std::optional<ClipRange>& range);
    void showNone(MapPane& pane, const QString& title, const QString& why);
    std::optional<int> shownOctave() const;
    const MethodOctaves* shownMethod() const;
    void followBoxes();
    void edit(const std::function<void(ScalesChoice&)>& change, bool step = true);

    ScalesFlow* m_flow;
    LinkedView* m_linked;
    PhotoAndClasses* m_left;
    std::array<MapPane, paneCount> m_panes;
    WhenPanel* m_when;
    FrequencyPanel* m_frequency;
    QWidget* m_paneRow;
    QSplitter* m_centre;
    ScalesChoice m_part;                 // that is shown
    std::vector<PixelRegion> m_followed; // whose curves are in the chart
};

PageDescription scalesPage();

} // namespace blurig::ui
