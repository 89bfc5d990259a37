// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/evaluate/agreement.h"
#include "core/image/preprocess.h"
#include "ui/engine/latest_task.h"

#include <QString>
#include <QWidget>

#include <map>
#include <utility>
#include <vector>

class QComboBox;
class QTableWidget;

namespace blurig::ui {

// A matrix: how far each pane's map agrees with each other's, in the figure that is chosen, of what is chosen of the
// maps. Computes beside the window. A click on a cell, or Enter, chooses its two panes.
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
    void setMaps(const std::vector<Map>& maps);
    bool settled() const { return !m_task.running(); }
    std::optional<Agreement> agreement(std::size_t a, std::size_t b) const; // none where they were not compared (yet)

    QWidget* choices() const { return m_choices; } // of the figure and of what is compared: its owner places them
    QString figureWords() const;                   // "Spearman of smoothed magnitudes"
    QString basisWords() const;                    // "of smoothed magnitudes"
    struct Pair {
        QString a; // names
        QString b;
        double value = 0;
    };
    std::vector<Pair> pairs() const; // different ones that have the chosen figure, by its value

Q_SIGNALS:
    void compared();
    void filled(); // what the cells say has changed
    void pairChosen(std::size_t a, std::size_t b);

protected:
    void changeEvent(QEvent* event) override;

private:
    using Agreements = std::map<std::pair<std::size_t, std::size_t>, Agreement>; // of two maps, the lower index first
    void makeChoices();
    void compare();
    void fill();
    void fillCell(std::size_t row, std::size_t column);
    std::optional<double> figure(std::size_t a, std::size_t b) const;

    QWidget* m_choices;
    QComboBox* m_figure;
    QComboBox* m_basis;
    QTableWidget* m_table;
    std::vector<Map> m_maps;
    Agreements m_agreements;
    LatestTask m_task;
};

} // namespace blurig::ui
