// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/difference_mode.h"

#include "core/evaluate/difference.h"
#include "ui/panels/display_words.h"
#include "ui/panels/map_look.h"
#include "ui/widgets/number_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace blurig::ui {

namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("Compare", text);
}

bool haveTheSamePixels(const ImagePane& a, const ImagePane& b) {
    return a.plane().width() == b.plane().width() && a.plane().height() == b.plane().height() &&
           a.geometry() == b.geometry();
}

QString words(const PanePair& pair) {
    QStringList parts;
    parts << (pair.sharedRange
                  ? translated("A − B in raw units")
                  : translated("A / %1 − B / %2: each divided by the end of its own colours")
                        .arg(significant(pair.a.look().range.limit, 3), significant(pair.b.look().range.limit, 3)));
    if (pair.agreement) {
        if (pair.agreement->spearman)
            parts << translated("Spearman %1").arg(fixed(*pair.agreement->spearman, 2));
        parts << translated("top 10 % in common %1").arg(fixed(pair.agreement->topShare, 2))
              << translated("SSIM %1 %2").arg(fixed(pair.agreement->ssim, 2), pair.agreementOf);
    }
    DisplayChoice drawn = pair.display;
    drawn.look = std::string(name(LookKind::Pixels));
    drawn.part = std::string(name(SignPart::Signed));
    parts << drawnWords(drawn, MapMeaning::Values, translated("the difference"));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

QString DifferenceMode::label() const {
    return translated("Difference");
}

QString DifferenceMode::help() const {
    return translated("A − B, pixel by pixel");
}

void DifferenceMode::show(ImagePane& onto, const PanePair& pair, const PairGaze&) const {
    onto.setTitle(QStringLiteral("A − B · %1 − %2").arg(pair.a.title(), pair.b.title()));
    onto.showPair(pair.a, pair.b, 1); // for the ground under the difference
    if (!haveTheSamePixels(pair.a, pair.b)) {
        onto.setCaption({});
        onto.showMessage(translated("A and B have different pixels (model or crop), so there is nothing to subtract. "
                                    "Flicker and Swipe show them."));
        return;
    }
    const double unitA = pair.sharedRange ? 1 : pair.a.look().range.limit;
    const double unitB = pair.sharedRange ? 1 : pair.b.look().range.limit;
    const MapDifference difference = differenceOf(pair.a.plane(), unitA, pair.b.plane(), unitB);
    const DisplayChoice& display = pair.display;
    DisplayChoice raw = display; // what the crosshair reads
    raw.smoothing = 0;
    const Array terms =
        display.smoothing > 0
            ? differenceOf(planeOf(pair.a.values(), raw), unitA, planeOf(pair.b.values(), raw), unitB).terms
            : difference.terms;
    ImagePane::MapLook look =
        lookOf(display, clipRange(difference.plane, display.clipLowPercentile, display.clipPercentile));
    look.colors = &fittingColorMap(display.colorMap, ColorMap::Kind::Diverging);
    if (showsTopArea(look.kind)) // of a difference there is none
        look.kind = LookKind::Pixels;
    if (look.kind == LookKind::Region) // and it has a sign
        look.kind = LookKind::Signed;
    look.valueNames = {QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("A − B")};
    look.words = {.low = translated("B is greater"), .high = translated("A is greater")};
    onto.setCaption(words(pair));
    onto.showMap(difference.plane, terms, look);
}

} // namespace blurig::ui
