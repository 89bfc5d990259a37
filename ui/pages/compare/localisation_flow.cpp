// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/localisation_flow.h"

#include "core/render/map_render.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace blurig::ui {

LocalisationFlow::LocalisationFlow(QObject* parent)
    : QObject(parent) {}

void LocalisationFlow::setMaps(std::vector<Map> maps) {
    const bool same = std::ranges::equal(maps, m_maps, [](const Map& a, const Map& b) {
        return a.attribution.storage() == b.attribution.storage() && a.geometry == b.geometry;
    });
    if (same)
        return;
    m_maps = std::move(maps);
    ask();
}

void LocalisationFlow::setMarks(Marks marks) {
    if (marks == m_marks)
        return;
    m_marks = std::move(marks);
    ask();
}

void LocalisationFlow::ask() {
    if (m_task.running()) {
        m_again = true;
        return;
    }
    if (m_marks.empty()) { // nothing is ranked before there is something to compare with
        m_scores.assign(m_maps.size(), std::nullopt);
        Q_EMIT scored();
        return;
    }
    m_task.run([this, maps = m_maps, marks = m_marks,
                known = m_ranked](const std::stop_token&) -> BackgroundThread::Completion {
        auto ranked = std::make_shared<std::vector<Ranked>>();
        std::vector<std::optional<Localisation>> scores;
        for (const Map& map : maps) {
            Ranked one{.map = map};
            const auto before = std::ranges::find_if(*known, [&map](const Ranked& of) {
                return of.ranks && of.map.attribution.storage() == map.attribution.storage();
            });
            if (before != known->end()) {
                one.ranks = before->ranks;
            } else if (!map.attribution.empty()) {
                const Array plane = reduceChannels(map.attribution, ChannelReduction::Absolute);
                one.ranks = std::make_shared<const LocalisedMap>(plane.host());
            }
            scores.push_back(one.ranks ? one.ranks->against(maskOf(marks, map.geometry)) : std::nullopt);
            ranked->push_back(std::move(one));
        }
        return [this, ranked, scores] {
            m_ranked = ranked;
            m_scores = scores;
            Q_EMIT scored();
            if (std::exchange(m_again, false))
                ask();
        };
    });
}

QString localisationWords(const Localisation& found) {
    return QCoreApplication::translate("Localisation", "AUC %1 · F1 %2")
        .arg(found.rocAuc, 0, 'f', 3)
        .arg(found.f1, 0, 'f', 3);
}

} // namespace blurig::ui
