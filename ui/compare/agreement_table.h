// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QComboBox;
class QTableWidget;

namespace blurig::ui {

// A matrix: how far each pane's map agrees with each other's, in the figure that is chosen.
class AgreementTable : public QWidget {
    Q_OBJECT
public:
    explicit AgreementTable(QWidget* parent = nullptr);

    // Planes of 1 x H x W in the panes' order; empty ones have no figures yet.
    void setMaps(const QStringList& names, const std::vector<Array>& planes);

private:
    void fill();

    QComboBox* m_figure;
    QTableWidget* m_table;
    std::vector<Array> m_planes;
};

} // namespace blurig::ui
