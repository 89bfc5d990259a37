// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/localisation.h"
#include "ui/engine/latest_task.h"
#include "ui/panels/marks.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace blurig::ui {

// How well each pane's map lies within what is marked, while it is drawn: a map is ranked once, a mark then costs one
// pass over its pixels. Works on a thread of its own; of marks that come faster, the newest.
class LocalisationFlow : public QObject {
    Q_OBJECT
public:
    struct Map {
        Array attribution = {}; // empty: there is none
        InputGeometry geometry = {};
    };

    explicit LocalisationFlow(QObject* parent = nullptr);

    void setMaps(std::vector<Map> maps);
    void setMarks(Marks marks);
    // One a map; none without a map or a mark.
    const std::vector<std::optional<Localisation>>& scores() const { return m_scores; }
    bool settled() const { return !m_task.running(); }

Q_SIGNALS:
    void scored();

private:
    struct Ranked {
        Map map;
        std::shared_ptr<const LocalisedMap> ranks;
    };
    void ask();

    std::vector<Map> m_maps;
    Marks m_marks;
    std::shared_ptr<const std::vector<Ranked>> m_ranked = std::make_shared<const std::vector<Ranked>>();
    std::vector<std::optional<Localisation>> m_scores;
    bool m_again = false;
    LatestTask m_task;
};

QString localisationWords(const Localisation& found); // "AUC 0.84 · F1 0.61"

} // namespace blurig::ui
