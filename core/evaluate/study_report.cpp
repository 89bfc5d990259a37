// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/study_report.h"

#include "core/escaped.h"
#include "core/record/png_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace blurig {

namespace {

constexpr std::size_t mostBars = 12; // of a histogram

std::string base64(std::span<const std::byte> bytes) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8 | (k < count ? std::to_integer<std::uint32_t>(bytes[i + k]) : 0);
        for (std::size_t k = 0; k < 4; ++k)
            text += k <= count ? letters[group >> (18 - 6 * k) & 63U] : '=';
    }
    return text;
}

std::string intervalText(const std::optional<MeanWithInterval>& known, int digits = 3) {
    if (!known)
        return "–";
    return fmt::format("{:.{}f} <span class=\"interval\">[{:.{}f}, {:.{}f}]</span>", known->mean, digits, known->low,
                       digits, known->high, digits);
}

const FigureSummary* figureOf(const MethodSummary& method, std::string_view key) {
    const auto found =
        std::ranges::find_if(method.figures, [key](const FigureSummary& figure) { return figure.column.key == key; });
    return found == method.figures.end() ? nullptr : &*found;
}

std::string headCell(const MetricColumn& column) {
    const char* arrow = column.better == Better::Higher ? " ↑" : column.better == Better::Lower ? " ↓" : "";
    return fmt::format("<th title=\"{}\">{}{}</th>", escaped(column.formula), escaped(column.label), arrow);
}

std::string tableOne(const StudySummary& summary) {
    std::string rows;
    int photos = 0;
    for (const MethodSummary& method : summary.methods) {
        rows += fmt::format("<tr><td>{}</td>", escaped(method.label));
        for (const char* key : {"roc_auc", "f1", "mae"}) {
            const FigureSummary* figure = figureOf(method, key);
            rows += fmt::format("<td>{}</td>", intervalText(figure ? figure->mean : std::nullopt));
            if (figure && figure->mean)
                photos = figure->mean->photos;
        }
        if (const PaperRow* paper = paperRow(method.id))
            rows += fmt::format("<td class=\"paper\">{:.3f}</td><td class=\"paper\">{:.3f}</td>"
                                "<td class=\"paper\">{:.3f}</td>",
                                paper->rocAuc, paper->f1, paper->mae);
        else
            rows += "<td class=\"paper\">–</td><td class=\"paper\">–</td><td class=\"paper\">–</td>";
        rows += "</tr>\n";
    }
    return fmt::format(
        "<h2>Localisation (Table 1)</h2>\n<table><thead><tr><th rowspan=\"2\">Method</th><th colspan=\"3\">here, {} "
        "photos</th><th colspan=\"3\">the paper, ImageNet</th></tr>\n<tr><th>AUC ↑</th><th>F1 ↑</th><th>MAE ↓</th>"
        "<th>AUC ↑</th><th>F1 ↑</th><th>MAE ↓</th></tr></thead>\n<tbody>{}</tbody></table>\n"
        "<p>The paper's figures are of 9,684 photos of ImageNet's validation set and of Inception-v1. Other photos and "
        "another model give other figures: compare the order of the methods, and that with care. F1 and MAE are those "
        "of a binary map of the annotated area's size, which the paper's figures fit.</p>\n",
        photos, rows);
}

std::string allFigures(const StudySummary& summary) {
    std::string head = "<tr><th>Method</th>";
    for (const FigureSummary& figure : summary.methods.front().figures)
        head += headCell(figure.column);
    std::string rows;
    std::string differences;
    for (const MethodSummary& method : summary.methods) {
        rows += fmt::format("<tr><td>{}</td>", escaped(method.label));
        for (const FigureSummary& figure : method.figures)
            rows += fmt::format("<td>{}{}</td>", intervalText(figure.mean),
                                figure.mean ? fmt::format(" <span class=\"count\">n {}</span>", figure.mean->photos)
                                            : std::string());
        rows += "</tr>\n";
        if (&method == &summary.methods.front())
            continue;
        differences += fmt::format("<tr><td>{}</td>", escaped(method.label));
        for (const FigureSummary& figure : method.figures)
            differences += fmt::format("<td>{}</td>", intervalText(figure.difference));
        differences += "</tr>\n";
    }
    std::string text = fmt::format(
        "<h2>All figures</h2>\n<table><thead>{}</tr></thead><tbody>{}</tbody></table>\n"
        "<p>Means over photos with bootstrap intervals (95 %, 10,000 resamples of the photos, seeded).</p>\n",
        head, rows);
    if (!differences.empty())
        text += fmt::format("<h2>Differences from {}</h2>\n<table><thead>{}</tr></thead><tbody>{}</tbody></table>\n"
                            "<p>Of the photos that both have, paired.</p>\n",
                            escaped(summary.methods.front().label), head, differences);
    text += "<h2>How the figures are computed</h2>\n<dl>\n";
    for (const FigureSummary& figure : summary.methods.front().figures)
        text += fmt::format("<dt>{}</dt><dd>{}</dd>\n", escaped(figure.column.label), escaped(figure.column.formula));
    return text + "</dl>\n";
}

std::string testWords(const char* what, const std::optional<TTest>& test) {
    if (!test)
        return fmt::format("<tr><td>{}</td><td colspan=\"3\">too few values, or no difference</td></tr>\n", what);
    return fmt::format("<tr><td>{}</td><td>{:.3f}</td><td>{:.0f}</td><td>{:.3g}</td></tr>\n", what, test->t,
                       test->degreesOfFreedom, test->p);
}

std::string histogram(const LabelSummary::OfPath& of) {
    std::vector<std::pair<std::string, int>> labels(of.labels.begin(), of.labels.end());
    std::ranges::stable_sort(labels, std::greater<>(), &std::pair<std::string, int>::second);
    labels.resize(std::min(labels.size(), mostBars));
    std::string bars;
    for (const auto& [label, count] : labels)
        bars += fmt::format("<tr><td>{}</td><td><span class=\"bar\" style=\"width:{}px\"></span> {}</td></tr>\n",
                            escaped(label), 160 * count / labels.front().second, count);
    return fmt::format("<div class=\"histogram\"><h3>{}</h3><table>{}</table></div>\n", escaped(of.path), bars);
}

std::string labelsPart(const LabelSummary& labels) {
    std::string first = "The mean distances cannot be compared: too few photos have one.";
    if (labels.paperOrder)
        first = *labels.paperOrder
                    ? "As in the paper, the second-last label along Blur IG's path is nearer to the true class than "
                      "along IG's path from noise."
                    : "The paper's order does not come out here: the second-last label along Blur IG's path is not "
                      "nearer to the true class than along IG's path from noise.";
    std::string rows;
    std::string histograms;
    for (const LabelSummary::OfPath& of : labels.paths) {
        rows += fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n", escaped(of.path), of.photos,
                            intervalText(of.distance, 2), intervalText(of.firstParent, 2));
        histograms += histogram(of);
    }
    return fmt::format(
        "<h2>Second-last labels (section 5.1)</h2>\n<p><strong>{}</strong></p>\n"
        "<table><thead><tr><th>Path</th><th>photos</th><th>WordNet distance</th><th>by first parents</th></tr></thead>"
        "<tbody>{}</tbody></table>\n<p>Of photos that are classified rightly, coming from the far end: the last label "
        "before the true one. The distance is the least number of steps to a common hypernym, over all hypernyms. The "
        "paper gives 8.59 for Blur IG and 9.17 for IG from noise.</p>\n"
        "<table><thead><tr><th>t-test of D = IG from noise - Blur IG, one-sided</th><th>t</th><th>degrees of "
        "freedom</th><th>p</th></tr></thead><tbody>{}{}{}{}</tbody></table>\n<p>{} classes.</p>\n{}",
        first, rows, testWords("means of classes, H0: D at most 0.25 (the paper's)", labels.overClasses),
        testWords("means of classes, H0: D at most 0", labels.overClassesPlain),
        testWords("photos, H0: D at most 0.25", labels.overPhotos),
        testWords("photos, H0: D at most 0", labels.overPhotosPlain), labels.classes, histograms);
}

std::string problemsPart(const std::vector<PhotoProblem>& problems, const char* title) {
    if (problems.empty())
        return {};
    std::string rows;
    for (const PhotoProblem& problem : problems)
        rows += fmt::format("<tr><td>{}</td><td>{}</td></tr>\n", escaped(problem.photo), escaped(problem.what));
    return fmt::format("<h2>{} ({})</h2>\n<table>{}</table>\n", title, problems.size(), rows);
}

constexpr const char* style =
    "body{font:14px/1.5 'Noto Sans','Open Sans',sans-serif;color:#222;max-width:1200px;margin:24px auto;padding:0 "
    "16px}table{border-collapse:collapse;margin:8px 0;font-variant-numeric:tabular-nums}th,td{border-bottom:1px solid "
    "#ddd;padding:4px 10px;text-align:right;vertical-align:top}td:first-child,th:first-child{text-align:left}"
    ".interval,.count,.paper{color:#666}dt{font-weight:600}dd{margin:0 0 6px 0}.case{display:inline-block;margin:0 "
    "16px "
    "16px 0;vertical-align:top}.case img{display:block}.histogram{display:inline-block;vertical-align:top;margin-right:"
    "24px}.bar{display:inline-block;height:10px;background:#5647cc}";

} // namespace

std::string reportHtml(const StudySummary& summary, const ReportFacts& facts, const std::vector<ReportCase>& cases) {
    std::string body = fmt::format("<h1>Evaluation of {}</h1>\n<p>{} photos of {}", escaped(facts.model),
                                   summary.photos, escaped(facts.data));
    if (summary.accuracy)
        body += fmt::format(", {} with a label, {:.1f} % of these classified rightly", summary.labelled,
                            100 * *summary.accuracy);
    body += fmt::format(". Model SHA-256 {}.</p>\n", escaped(facts.modelSha256));
    if (!facts.command.empty())
        body += fmt::format("<p><code>{}</code></p>\n", escaped(facts.command));
    if (!summary.methods.empty() && figureOf(summary.methods.front(), "roc_auc"))
        body += tableOne(summary);
    if (summary.labels)
        body += labelsPart(*summary.labels);
    if (!summary.methods.empty() && !summary.methods.front().figures.empty())
        body += allFigures(summary);
    if (!cases.empty()) {
        body += "<h2>Best and worst</h2>\n";
        for (const ReportCase& one : cases)
            body += fmt::format("<div class=\"case\"><img alt=\"{0}\" src=\"data:image/png;base64,{1}\"><strong>{2}"
                                "</strong><br>{0}</div>\n",
                                escaped(one.photo), base64(encodePng(one.picture)), escaped(one.heading));
    }
    body += problemsPart(summary.problems, "Photos that could not be used");
    body += problemsPart(summary.notes, "Notes");
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Evaluation of {}</title>"
        "<style>{}</style></head>\n<body>\n{}</body></html>\n",
        escaped(facts.model), style, body);
}

} // namespace blurig
