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

bool isInTitle(const ParameterSpec& spec) {
    return spec.role == ParameterRole::Start || spec.role == ParameterRole::SeedMethod;
}

// Panes of one comparison have the same, or the figure of the header shows what came of it.
bool isEffort(const ParameterSpec& spec) {
    return spec.role == ParameterRole::Budget || spec.role == ParameterRole::GapTolerance ||
           spec.role == ParameterRole::MapTolerance;
}

QString nameOf(const ModelInfo& model) {
    return model.card.name.empty() ? QFileInfo(QString::fromStdString(model.file)).completeBaseName()
                                   : QString::fromStdString(model.card.name);
}

} // namespace

QString methodTitle(const PaneChoice& pane, const ModelInfo* model) {
    return model ? QStringLiteral("%1 · %2").arg(plainTitle(pane), nameOf(*model)) : plainTitle(pane);
}

QString variantOf(const PaneChoice& pane, const ModelInfo* model) {
    const Method& method = methodById(pane.method);
    QStringList parts;
    const QString inTitle = plainTitle(pane).mid(static_cast<int>(method.label().size())).trimmed(); // "(black)"
    if (!inTitle.isEmpty()) {
        const QString word = inTitle.mid(1, inTitle.size() - 2);
        const Method* seed = findMethod(word.toStdString());
        parts << (seed ? QString::fromStdString(seed->shortLabel()) : word);
    }
    for (const ParameterSpec& spec : method.parameters()) {
        const auto value = pane.parameters.find(spec.key);
        if (value == pane.parameters.end() || isInTitle(spec) || isEffort(spec))
            continue;
        const QString label = QString::fromStdString(spec.label);
        parts << (spec.type == ParameterSpec::Type::Flag && value->second == "true"
                      ? label.toLower()
                      : QStringLiteral("%1 %2").arg(label, QString::fromStdString(value->second)));
    }
    if (!pane.target.empty())
        parts << QString::fromStdString(pane.target);
    if (model)
        parts << nameOf(*model);
    return parts.join(QStringLiteral(" · "));
}

QString compareCaption(const RunView& run, const ModelCard& card, const DisplayChoice& display, bool sharedRange) {
    QStringList parts{QString::fromStdString(explainedName(run.target, run.score, card))};
    for (const ParameterSpec& spec : methodById(run.pane.method).parameters()) {
        const auto value = run.pane.parameters.find(spec.key);
        if (value != run.pane.parameters.end() && !isInTitle(spec))
            parts.append(
                QStringLiteral("%1 %2").arg(QString::fromStdString(spec.label), QString::fromStdString(value->second)));
    }
    const QString drawn = drawnWords(display, MapMeaning::Attribution);
    const QString range = sharedRange ? translated("shared range") : translated("own range");
    parts.append(showsTopArea(lookKindOf(display)) ? drawn : QStringLiteral("%1, %2").arg(drawn, range));
    return parts.join(QStringLiteral(" · "));
}

HeadFigure headFigure(const CompletenessBar::Content& content) {
    if (content.running) {
        const QString words = completenessState(content).words.section(u',', 0, 0); // of "Running 45 %, 0.6 s left"
        return {.words = words, .brief = words.section(u' ', -2)};
    }
    if (content.noEvidence)
        return {};
    if (content.completeness && content.completeness->exactByConstruction)
        return {.words = translated("exact sum"), .brief = translated("exact")};
    for (const LabelledNumber& number : completenessNumbers(content))
        if (number.rank == 0)
            return {.words =
                        content.completeness->relativeGap() ? translated("gap %1").arg(number.value) : number.value,
                    .brief = number.value};
    const int gradients = content.cost.gradients + content.knownGradients;
    if (gradients == 0)
        return {};
    return {.words = gradients == 1 ? translated("1 gradient") : translated("%1 gradients").arg(gradients),
            .brief = translated("%1 grad.").arg(gradients)};
}

QString figureLines(const CompletenessBar::Content& content) {
    QStringList lines;
    for (const LabelledNumber& number : completenessNumbers(content))
        lines << (number.label.isEmpty() ? number.value : QStringLiteral("%1 %2").arg(number.label, number.value));
    const CompletenessState state = completenessState(content);
    if (!state.words.isEmpty())
        lines << state.words;
    return lines.join(u'\n');
}

} // namespace blurig::ui
