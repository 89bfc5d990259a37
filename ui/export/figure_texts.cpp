// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/figure_texts.h"

#include "core/model/score_name.h"
#include "ui/export/printed_number.h"
#include "ui/panels/bar_content.h"
#include "ui/widgets/completeness_text.h"

#include <QFileInfo>
#include <QStringList>

namespace blurig::ui {

namespace {

const QString between = QStringLiteral(" · ");

QString parametersText(const Parameters& parameters) {
    QStringList parts;
    for (const ParameterSpec& spec : parameters.specs()) {
        if (spec.type == ParameterSpec::Type::Flag) {
            if (parameters.flag(spec.key))
                parts << QString::fromStdString(spec.label);
            continue;
        }
        QString part = QStringLiteral("%1 %2").arg(QString::fromStdString(spec.label),
                                                   QString::fromStdString(parameters.asText(spec.key)));
        const bool saysUnit = spec.label.find(spec.unit) != std::string::npos; // "Most gradients"
        if (!saysUnit && parameters.isSet(spec.key))
            part += QStringLiteral(" ") + QString::fromStdString(spec.unit);
        parts << part;
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString figureTitle(const ExploreView& view) {
    QStringList parts;
    if (view.subject.model && view.explore.state)
        parts << QString::fromStdString(
            explainedName(view.explore.target, view.explore.score, view.subject.model->card));
    if (view.subject.model)
        parts << QString::fromStdString(view.subject.model->card.name);
    if (!view.subject.picture.empty())
        parts << QFileInfo(QString::fromStdString(view.subject.picture.name())).fileName();
    if (view.subject.picture.colours() == ColourConversion::ToSrgb)
        parts << QStringLiteral("colours converted to sRGB");
    return parts.join(between);
}

QString runFacts(const RunView& run, const Activity& activity, const std::string& method) {
    CompletenessBar::Content content = runBar(run, activity, method);
    content.secondsLeft.reset();
    QStringList parts;
    for (const LabelledNumber& number : completenessNumbers(content))
        if (!number.label.isEmpty())
            parts << number.label + u' ' + printedNumber(number.value);
    if (QString state = completenessState(content).words; !state.isEmpty()) {
        state[0] = state[0].toLower();
        parts << state;
    }
    QString facts = content.method;
    if (!parts.isEmpty())
        facts += QStringLiteral(": ") + parts.join(QStringLiteral(", "));
    const QString parameters = run.state ? parametersText(run.state->parameters) : QString();
    return parameters.isEmpty() ? facts : facts + QStringLiteral("; ") + parameters;
}

} // namespace blurig::ui
