// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/laboratory/laboratory_texts.h"

#include "ui/widgets/number_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace blurig::ui {

namespace {

QString text(const char* words) {
    return QCoreApplication::translate("Laboratory", words);
}

} // namespace

QString pathTitle(CausalityPath kind) {
    switch (kind) {
    case CausalityPath::Blur:
        return text("Blur");
    case CausalityPath::Black:
        return text("Straight to black");
    case CausalityPath::Noise:
        return text("Straight to noise");
    }
    return {};
}

QString positionWords(CausalityPath kind, double position) {
    if (kind == CausalityPath::Blur)
        return text("σ %1 px").arg(sigmaText(position));
    return text("1 − α = %1").arg(position, 0, 'f', 2);
}

QString signalWords(const SignalWay& way, int step) {
    const auto at = std::min(static_cast<std::size_t>(step), way.places.size() - 1);
    return text("%1 of %2 local extrema. On the whole way %3 appear, and %4 of %5 grow")
        .arg(way.places[at].extrema.size())
        .arg(way.places.front().extrema.size())
        .arg(way.created())
        .arg(way.enhanced())
        .arg(way.extrema());
}

QString verdict(const SignalWay& way) {
    const bool creates = way.created() > 0;
    const bool enhances = way.enhanced() > 0;
    if (creates && enhances)
        return text("Not causal: extrema appear and grow");
    if (creates)
        return text("Not causal: extrema appear");
    if (enhances)
        return text("None appears, but extrema grow");
    return text("Causal here: none appears, none grows");
}

QString pictureWords(const CausalityWay& way) {
    const auto grow = std::ranges::count_if(way.extrema, &PictureExtremum::enhanced);
    return text("%1 local extrema, %2 grow; on the whole way %3 % grow")
        .arg(way.extrema.size())
        .arg(grow)
        .arg(100 * way.pictures.share(), 0, 'f', way.pictures.enhanced > 0 ? 1 : 0);
}

QString causalityExplained() {
    return text("A path is causal if nothing appears on the way from the input that was not there before: then no "
                "evidence on it is evidence of the path itself. For blur, ∂L/∂σ = σ ∇²L, and ∇²L ≤ 0 at each maximum "
                "and ≥ 0 at each minimum, so that none grows; in one dimension their number never rises, in two blur "
                "may still split one (Lindeberg 1994).");
}

} // namespace blurig::ui
