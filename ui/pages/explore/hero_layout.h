// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRect>
#include <QSize>
#include <QSizeF>

#include <vector>

namespace blurig::ui {

struct HeroPlaces {
    std::vector<QRect> heroes; // from left to right
    std::vector<QRect> column; // from top to bottom
};

// Places for image panes whose pictures have the proportions of `frame`: the heroes beside each other, as large as they
// can be, and right of them a narrow column of the others, as high as the heroes. All of it in the middle of the area.
HeroPlaces layOutHeroes(QSize area, QSizeF frame, int heroes, int inColumn);

// The height of an area from which on its width alone limits the heroes.
int heightOfHeroes(int width, QSizeF frame, int heroes, int inColumn);

} // namespace blurig::ui
