// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/evaluate/agreement.h"
#include "core/image/preprocess.h"
#include "core/render/map_render.h"
#include "ui/engine/latest_task.h"

#include <QString>
#include <QWidget>

#include <map>
#include <utility>
#include <vector>

class QComboBox;
class QTableWidget;

namespace blurig::ui {

// A matrix: how far each pane's map agrees with each other's, in the figure that is chosen. Computes beside the window.
class AgreementTable : public QWidget {
    Q_OBJECT
public:
    explicit AgreementTable(QWidget* parent = nullptr);

    struct Map {
        QString name;
        Array values;           // empty: there are no figures yet
        InputGeometry geometry; // only maps of one geometry are compared: resampling would change the ranks
    };
    // In the panes' order. Compares them where something has changed since the last call; compared() follows.
    void setMaps(const std::vector<Map>& maps, ChannelReduction reduction);
    bool settled() const { return !m_task.running(); }
    std::optional<Agreement> agreement(std::size_t a, std::size_t b) const; // none where they were not compared (yet)

Q_SIGNALS:
    void compared();

private:
    using Agreements = std::map<std::pair<std::size_t, std::size_t>, Agreement>; // of two maps, the lower index first
    static Agreements agreementsOf(const std::vector<Map>& maps, ChannelReduction reduction,
                                   const std::stop_token& stop);
    void fill();

    QComboBox* m_figure;
    QTableWidget* m_table;
    std::vector<Map> m_maps;
    ChannelReduction m_reduction = ChannelReduction::Sum;
    Agreements m_agreements;
    LatestTask m_task;
};

} // namespace blurig::ui
