// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/evaluate/agreement.h"
#include "core/image/preprocess.h"
#include "core/render/map_render.h"

#include <QString>
#include <QWidget>

#include <map>
#include <utility>
#include <vector>

class QComboBox;
class QTableWidget;

namespace blurig::ui {

// A matrix: how far each pane's map agrees with each other's, in the figure that is chosen.
class AgreementTable : public QWidget {
    Q_OBJECT
public:
    explicit AgreementTable(QWidget* parent = nullptr);

    struct Map {
        QString name;
        Array values;           // empty: there are no figures yet
        InputGeometry geometry; // only maps of one geometry are compared: resampling would change the ranks
    };
    // In the panes' order. Compares only what has changed since the last call.
    void setMaps(const std::vector<Map>& maps, ChannelReduction reduction);
    std::optional<Agreement> agreement(std::size_t a, std::size_t b) const; // none where they were not compared

private:
    void compare();
    void fill();

    QComboBox* m_figure;
    QTableWidget* m_table;
    std::vector<Map> m_maps;
    ChannelReduction m_reduction = ChannelReduction::Sum;
    std::map<std::pair<std::size_t, std::size_t>, Agreement> m_agreements; // of two maps, the lower index first
};

} // namespace blurig::ui
