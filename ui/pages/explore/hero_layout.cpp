// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/explore/hero_layout.h"

#include "ui/widgets/pane_layout.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <cmath>

namespace blurig::ui {

namespace {

constexpr double columnShare = 0.174; // of the area's width
constexpr int narrowestColumn = 200;
constexpr int widestColumn = 270;
constexpr int narrowestPane = 140; // where the window is low

} // namespace

HeroPlaces layOutHeroes(QSize area, QSizeF frame, int heroes, int inColumn) {
    const int gap = sizes::gap;
    int columnWidth = 0;
    if (inColumn > 0)
        columnWidth =
            std::clamp(static_cast<int>(std::lround(columnShare * area.width())), narrowestColumn, widestColumn);
    const int beside = inColumn > 0 ? columnWidth + gap : 0;
    const int widest = (area.width() - beside - (heroes - 1) * gap) / heroes;
    const QSizeF around = paneSizeFor({0, 0}, PaneHead::Shown);
    const QSizeF room(std::max(1.0, widest - around.width()), std::max(1.0, area.height() - around.height()));
    const QSizeF picture = frame.isEmpty() ? room : frame.scaled(room, Qt::KeepAspectRatio);
    const QSize hero(static_cast<int>(std::ceil(picture.width() + around.width())),
                     static_cast<int>(std::ceil(picture.height() + around.height())));
    int used = heroes * hero.width() + (heroes - 1) * gap;
    const int each = inColumn > 0 ? (hero.height() - (inColumn - 1) * gap) / inColumn : 0;
    if (inColumn > 0) { // the column has the use of what the heroes leave, as far as its height lets it
        const double high = std::max(1.0, each - around.height());
        const double wide = frame.isEmpty() ? widestColumn : high * frame.width() / frame.height();
        const int most = static_cast<int>(std::ceil(wide + around.width()));
        columnWidth = std::clamp(area.width() - used - gap, columnWidth, std::max(columnWidth, widestColumn));
        columnWidth = std::max(narrowestPane, std::min(columnWidth, most));
        used += columnWidth + gap;
    }
    HeroPlaces places;
    QPoint at((area.width() - used) / 2, std::max(0, (area.height() - hero.height()) / 2));
    for (int i = 0; i < heroes; ++i) {
        places.heroes.emplace_back(at, hero);
        at.rx() += hero.width() + gap;
    }
    for (int i = 0; i < inColumn; ++i)
        places.column.emplace_back(at + QPoint(0, i * (each + gap)), QSize(columnWidth, each));
    return places;
}

int heightOfHeroes(int width, QSizeF frame, int heroes, int inColumn) {
    constexpr int endless = 100000;
    return layOutHeroes(QSize(width, endless), frame, heroes, inColumn).heroes.front().height();
}

} // namespace blurig::ui
