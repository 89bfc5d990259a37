// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/scales/scales_view.h"

#include <QString>

namespace blurig::ui {

// "Coming from blur, 50 % of the change of the score for espresso happens between sigma 2.1 and 0.9 px, 80 % between
// ..., 90 % between ...; a scale outside may still be needed: see Remove"
QString bulkWords(const ScalesView& view);
// "Labels from the input on. Blur: espresso to σ 4.2, cup to σ 9.8, then teapot; second-last cup. Straight to black:
// ..."
QString labelWords(const ScalesView& view);
// "Without periods of 8–16 px: espresso 0.951 → 0.412"; what to do where it was not measured
QString removalWords(const ScalesView& view, int octave);

QString bandTitle(const ScaleBand& band);
QString bandCaption(const ScalesView& view, const BandMap& band); // its sum, and its share of the map's
QString octaveTitle(const OctaveBand& band, const QString& method);
QString octaveCaption(const OctaveSplit& split, std::size_t octave);
QString withoutTitle(const OctaveBand& band);

} // namespace blurig::ui
