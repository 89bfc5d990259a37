// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/paths/path_curves.h"

#include "ui/widgets/theme.h"

#include <QCoreApplication>

namespace blurig::ui {

namespace {

ScoreCurve curveOf(const PathSide& side, const Path& axis) {
    const auto sigmaOf = [&axis](double share) { return positionAtShare(axis, share).value; };
    ScoreCurve curve{.isTarget = true, .cursor = sigmaOf(side.share)};
    for (const auto& node : side.path->nodes) {
        curve.sigmas.push_back(sigmaOf(shareOfWay(*side.path->path, {node->position})));
        curve.scores.push_back(node->value);
    }
    return curve;
}

} // namespace

std::vector<ScoreCurve> pathCurves(const PathSide& blur, const PathSide& straight, const QPalette& palette) {
    std::vector<ScoreCurve> curves;
    if (!blur.path)
        return curves;
    for (const PathSide* side : {&blur, &straight}) {
        if (!side->path)
            continue;
        curves.push_back(curveOf(*side, *blur.path->path));
        curves.back().name = side == &blur ? QCoreApplication::translate("Paths", "Blur IG")
                                           : QCoreApplication::translate("Paths", "IG");
        curves.back().color = curveColor(palette, side == &blur ? 0 : 1);
    }
    return curves;
}

} // namespace blurig::ui
