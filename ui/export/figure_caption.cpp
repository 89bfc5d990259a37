// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/figure_caption.h"

#include "core/explain/versions.h"
#include "ui/export/figure_bar.h"
#include "ui/export/figure_layout.h"
#include "ui/export/latex_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace blurig::ui {

namespace {

constexpr int digits = 3;

QString translated(const char* text) {
    return QCoreApplication::translate("Figure", text);
}

// A part of the caption, on a line of its own.
struct Sentence {
    QString letter = {};
    QString words = {};
};

QString withStop(const QString& words) {
    static const QString ends = QStringLiteral(".!?");
    return words.isEmpty() || ends.contains(words.back()) ? words : words + u'.';
}

QString listed(QString words) {
    return words.replace(QStringLiteral(" · "), QStringLiteral("; "));
}

QString colorWords(const ColorBar& bar) {
    const auto end = [](const QString& number, const QString& meaning) {
        return meaning.isEmpty() ? number : QStringLiteral("%1 (%2)").arg(number, meaning);
    };
    return translated("colours from %1 to %2")
        .arg(end(lowEnd(bar, digits), bar.words.low), end(highEnd(bar, digits), bar.words.high));
}

QString panelWords(const FigurePanel& panel, const std::optional<double>& scaleBar) {
    QStringList parts;
    if (!panel.words.isEmpty())
        parts << listed(panel.words);
    for (const ColorBar& bar : panel.bars)
        parts << colorWords(bar);
    if (scaleBar)
        parts << translated("scale bar %1 px of the model's input").arg(*scaleBar);
    QString words = panel.title;
    if (!parts.isEmpty())
        words += (words.isEmpty() ? QString() : QStringLiteral(": ")) + parts.join(QStringLiteral("; "));
    words = withStop(words);
    if (!panel.facts.isEmpty())
        words += u' ' + withStop(panel.facts);
    return words;
}

QString chartWords(const FigureChart& chart) {
    QStringList names;
    for (const ScoreCurve& curve : drawnCurves(chart))
        names << curve.name;
    QString words = withStop(translated("%1: %2 against the scale σ, spaced as log(1 + σ/0.5), of %3; ticks on the "
                                        "axis are evaluated gradients")
                                 .arg(chart.title, chart.score, names.join(QStringLiteral(", "))));
    if (names.size() < static_cast<qsizetype>(chart.curves.size()))
        words += u' ' + translated("Classes that stay below 2 % of the axis are left out.");
    if (!chart.shares.empty())
        words += u' ' + translated("The filled area is the density of the change of the score along the axis.");
    if (chart.bulkTo > chart.bulkFrom)
        words += u' ' + withStop(translated("%1 (bracket)").arg(chart.remark));
    return words;
}

std::vector<Sentence> sentencesOf(const Figure& figure) {
    const FigureContent& content = figure.content;
    const FigureLayout layout = layOut(figure);
    std::vector<Sentence> sentences{{.words = content.title.isEmpty()
                                                  ? QString()
                                                  : withStop(translated("Explained: %1").arg(listed(content.title)))}};
    const std::size_t count = content.panels.size() + (showsChart(figure) ? 1 : 0);
    if (count > 1 && panelLetter(figure, 0).isEmpty())
        sentences.push_back({.words = translated("From left to right and from top to bottom:")});
    for (std::size_t i = 0; i < content.panels.size(); ++i)
        sentences.push_back(
            {.letter = panelLetter(figure, i), .words = panelWords(content.panels[i], layout.panels[i].scaleBar)});
    if (showsChart(figure))
        sentences.push_back(
            {.letter = panelLetter(figure, content.panels.size()), .words = chartWords(*content.chart)});
    for (const QString& remark : content.remarks)
        sentences.push_back({.words = withStop(listed(remark))});
    const std::string_view version = versions().blurig;
    sentences.push_back({.words = QStringLiteral("BlurIG Explorer %1.")
                                      .arg(QLatin1String(version.data(), static_cast<qsizetype>(version.size())))});
    std::erase_if(sentences, [](const Sentence& sentence) { return sentence.words.isEmpty(); });
    return sentences;
}

} // namespace

QString captionText(const Figure& figure) {
    QStringList lines;
    for (const Sentence& sentence : sentencesOf(figure))
        lines << (sentence.letter.isEmpty() ? sentence.words
                                            : QStringLiteral("(%1) %2").arg(sentence.letter, sentence.words));
    return lines.join(u'\n') + u'\n';
}

QString captionLatex(const Figure& figure) {
    QStringList lines;
    for (const Sentence& sentence : sentencesOf(figure)) {
        const QString words = latexText(sentence.words);
        lines << (sentence.letter.isEmpty() ? words : QStringLiteral("(\\textbf{%1}) %2").arg(sentence.letter, words));
    }
    return QStringLiteral("\\caption{") + lines.join(u'\n') + QStringLiteral("}\n");
}

} // namespace blurig::ui
