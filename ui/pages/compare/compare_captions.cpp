// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/compare_captions.h"

#include "core/methods/method.h"
#include "core/model/score_name.h"
#include "ui/panels/display_words.h"
#include "ui/panels/map_look.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>

namespace blurig::ui {

namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("Compare", text);
}

QString plainTitle(const PaneChoice& pane) {
    return QString::fromStdString(titleOf(methodById(pane.method), pane.parameters));
}

QString nameOf(const ModelInfo& model) {
    return model.card.name.empty() ? QFileInfo(QString::fromStdString(model.file)).completeBaseName()
                                   : QString::fromStdString(model.card.name);
}

} // namespace

std::vector<LabelledNumber> compareFigures(const CompletenessBar::Content& content) {
    std::vector<LabelledNumber> numbers = completenessNumbers(content);
    // F and sum are the widest and the same in most panes: they go first. Where there is no gap, the cost stays.
    const bool hasGap = content.completeness.has_value();
    for (LabelledNumber& number : numbers) {
        if (number.rank == 4 || number.rank == 5) // gradients, seconds
            number.rank -= hasGap ? 3 : 4;
        else if (number.rank > 0 && number.rank <= 3)
            number.rank += 4;
    }
    return numbers;
}

QString methodTitle(const PaneChoice& pane, const ModelInfo* model) {
    return model ? QStringLiteral("%1 · %2").arg(plainTitle(pane), nameOf(*model)) : plainTitle(pane);
}

QString compareCaption(const RunView& run, const ModelCard& card, const DisplayChoice& display, bool sharedRange) {
    QStringList parts{QString::fromStdString(explainedName(run.target, run.score, card))};
    for (const ParameterSpec& spec : methodById(run.pane.method).parameters()) {
        const auto value = run.pane.parameters.find(spec.key);
        if (value != run.pane.parameters.end() && spec.role != ParameterRole::Start &&
            spec.role != ParameterRole::SeedMethod) // they are in the title
            parts.append(
                QStringLiteral("%1 %2").arg(QString::fromStdString(spec.label), QString::fromStdString(value->second)));
    }
    const QString drawn = drawnWords(display, MapMeaning::Attribution);
    const QString range = sharedRange ? translated("one range for all") : translated("own range");
    parts.append(showsTopArea(lookKindOf(display)) ? drawn : QStringLiteral("%1, %2").arg(drawn, range));
    return parts.join(QStringLiteral(" · "));
}

} // namespace blurig::ui
