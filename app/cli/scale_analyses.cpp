// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/scale_analyses.h"

#include "app/cli/interrupt.h"
#include "app/cli/option_list.h"
#include "app/cli/run_progress.h"
#include "core/explain/explanation_text.h"
#include "core/explain/sigma_text.h"
#include "core/path/blur_path.h"
#include "core/record/write_file.h"
#include "core/render/svg_chart.h"
#include "core/scales/evolution.h"
#include "core/scales/octave_removal.h"
#include "core/scales/octave_split.h"
#include "core/scales/scale_density.h"
#include "core/scales/scales_record.h"
#include "core/scales/sigma_marks.h"
#include "core/scales/split_paths.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>

namespace blurig {

namespace {

void writeJson(OutputFolder& out, const std::string& name, const Json& json) {
    writeFile(out.file(name), textOf(json) + "\n");
}

std::vector<std::string> periodWords(const std::vector<OctaveBand>& bands) {
    std::vector<std::string> words;
    for (const OctaveBand& band : bands)
        words.push_back(periodText(band));
    return words;
}

constexpr const char* periodAxis = "period, px of the model";

BarChart octaveChart(const OctaveSplit& split, const Explanation& explanation) {
    return {.title = fmt::format("{} of {} by octave", explanation.run.method->label(), targetText(explanation)),
            .valueAxis = fmt::format("signed sum, {}", scoreText(explanation)),
            .groupAxis = periodAxis,
            .groups = periodWords(split.bands),
            .series = {{"signed sum", split.sums.octaves}},
            .notes = {fmt::format("Sum {:.4g}, of which the mean colour {:.4g}. An octave says which detail of the "
                                  "picture was changed,",
                                  split.sums.total(), split.sums.mean),
                      "not at which sigma. Positive: speaks for the target."}};
}

std::vector<double> scoresOf(const std::vector<ReducedScore>& reduced) {
    std::vector<double> scores;
    for (const ReducedScore& one : reduced)
        scores.push_back(one.score);
    return scores;
}

BarChart removalChart(const OctaveRemoval& removal, const Explanation& explanation) {
    return {.title = fmt::format("Score for {} without octaves", targetText(explanation)),
            .valueAxis = "class score",
            .groupAxis = periodAxis,
            .groups = periodWords(removal.bands),
            .series = {{"without it", scoresOf(removal.without)},
                       {"only up to it", scoresOf(removal.onlyUpTo)},
                       {"only from it on", scoresOf(removal.onlyFrom)}},
            .notes = {fmt::format("The whole picture: {:.3f}. Measured, {} forward passes; the mean colour is kept.",
                                  removal.input.score, removal.forwards)}};
}

// Places and names of an axis over a path: sigma on log(1 + sigma/0.5), 1 - alpha as it is.
struct PathAxis {
    const Path& path;
    bool overSigma = isOverSigma(path.description().kind);

    double place(double position) const { return overSigma ? logScale(position) : position; }
    std::string words(const Subject& subject) const {
        return overSigma ? sigmaAxis(subject) : "1 - alpha: 0 is the input, 1 the baseline";
    }
    std::vector<std::pair<double, std::string>> marks() const {
        if (overSigma)
            return sigmaMarks(path.farEnd());
        return {{0, "0"}, {0.25, "0.25"}, {0.5, "0.5"}, {0.75, "0.75"}, {1, "1"}};
    }
};

LineChart evolutionChart(const Evolution& evolution, const Explanation& explanation) {
    constexpr std::size_t mostLines = 6;
    const PathState& path = *explanation.state->paths.front();
    const ModelCard& card = explanation.subject.model->card;
    const PathAxis axis{*path.path};
    LineChart chart{.title = "Classes on the way from the input",
                    .valueAxis = "class score",
                    .placeAxis = axis.words(explanation.subject),
                    .marks = axis.marks()};
    for (std::size_t i = 0; i < std::min(mostLines, evolution.classes.size()); ++i) {
        LineSeries series{.name = shortClassName(evolution.classes[i], card)};
        for (const auto& node : path.nodes)
            if (!node->classScores.empty())
                series.points.emplace_back(
                    axis.place(node->position),
                    double{node->classScores.host()[static_cast<std::size_t>(evolution.classes[i])]});
        chart.series.push_back(std::move(series));
    }
    for (const LabelStretch& stretch : evolution.stretches)
        chart.spans.push_back({axis.place(stretch.from), axis.place(stretch.to), shortClassName(stretch.label, card)});
    chart.notes = {"The strip names the class of the greatest score."};
    return chart;
}

LineChart densityChart(const std::vector<DensityCell>& cells, const Explanation& explanation) {
    const PathAxis axis{*explanation.state->paths.front()->path};
    LineChart chart{.title = fmt::format("Where the score for {} changes", targetText(explanation)),
                    .valueAxis = fmt::format("{}, per unit of log(1 + sigma/0.5)", scoreText(explanation)),
                    .placeAxis = axis.words(explanation.subject),
                    .marks = axis.marks(),
                    .series = {{.name = "change of the score, coming from blur", .steps = true},
                               {.name = "evidence: counts what cancels", .steps = true}}};
    for (const DensityCell& cell : cells)
        for (auto& [series, value] :
             {std::pair(&chart.series[0], cell.change), std::pair(&chart.series[1], cell.evidence)})
            series->points.emplace_back(axis.place(cell.from), value / cell.widthOn(DensityAxis::LogScale));
    const std::string bulk = bulkText(explanation);
    if (!bulk.empty())
        chart.notes.push_back(bulk + ".");
    return chart;
}

void writeOctaves(OutputFolder& out, const Explanation& explanation, RunProgress& progress) {
    const auto paths = splitPaths(explanation, progress, progress.stopToken());
    const OctaveSplit split = octaveSplit(paths, {}, progress, progress.stopToken());
    writeJson(out, "octaves.json", octavesJson(split, explanation.state->method));
    writeFile(out.file("octaves_chart.svg"), svgOf(octaveChart(split, explanation)));
}

void writeRemoval(OutputFolder& out, const Explanation& explanation, RunProgress& progress, bool withShapley) {
    const Array& input = explanation.item.input;
    const std::vector<double>& weights = explanation.item.axisWeights;
    const Target& target = explanation.run.target;
    const OctaveRemoval removal =
        removeOctaves(*explanation.model, input, weights, target, progress, progress.stopToken());
    std::optional<OctaveShapley> shapley;
    if (withShapley)
        shapley = shapleyOfOctaves(*explanation.model, input, weights, target, progress, progress.stopToken());
    writeJson(out, "remove.json", removalJson(removal, shapley ? &*shapley : nullptr));
    writeFile(out.file("remove_chart.svg"), svgOf(removalChart(removal, explanation)));
}

void writeEvolution(OutputFolder& out, const Explanation& explanation, RunProgress& progress, std::size_t topClasses) {
    const PathState& path = *explanation.state->paths.front();
    const Explained explained{
        .model = *explanation.model, .target = explanation.run.target, .score = explanation.run.score};
    const Evolution evolution = evolutionOf(path, explained, topClasses, progress, progress.stopToken());
    writeJson(out, "evolution.json",
              evolutionJson(evolution, positionNameOf(path.path->description().kind), explanation.subject.model->card));
    writeFile(out.file("evolution_chart.svg"), svgOf(evolutionChart(evolution, explanation)));
}

} // namespace

void ScaleAnalyses::declare(OptionList& options) {
    options.addFlag({.name = "--octaves",
                     .help = "Split the map by octave of spatial frequency: octaves.json and a chart. Blur IG, IG and "
                             "gradient x input"},
                    m_octaves);
    options.addFlag({.name = "--remove",
                     .help = "Measure the score of the picture without each octave, with only the octaves up to each, "
                             "and from each on: remove.json and a chart"},
                    m_remove);
    options.addFlag({.name = "--shapley",
                     .help = "With --remove: Shapley values of the octaves, too (256 forward passes for 8 octaves)"},
                    m_shapley);
    options.addFlag({.name = "--evolution",
                     .help = "Find where on the path the label changes, each change to 1 % of its place: "
                             "evolution.json and a chart"},
                    m_evolution);
}

void ScaleAnalyses::requireFor(const Method& method) const {
    if (m_shapley && !m_remove)
        throw Error(ErrorCode::Argument, "--shapley", "is used only with --remove", "Add --remove");
    if (m_evolution && !method.abilities().completeness)
        throw Error(ErrorCode::Argument, "--evolution", fmt::format("the method {} has no path", method.id()),
                    "Choose --method blur-ig or --method ig");
}

void ScaleAnalyses::write(Console& console, OutputFolder& out, const Explanation& explanation,
                          std::size_t topClasses) const {
    RunProgress progress(console);
    const auto& paths = explanation.state->paths;
    if (!paths.empty() && isOverSigma(paths.front()->path->description().kind)) {
        writeJson(out, "density.json", densityJson(*paths.front()));
        writeFile(out.file("density_chart.svg"), svgOf(densityChart(scaleDensity(*paths.front()), explanation)));
    }
    if (m_octaves)
        writeOctaves(out, explanation, progress);
    if (m_remove)
        writeRemoval(out, explanation, progress, m_shapley);
    if (m_evolution)
        writeEvolution(out, explanation, progress, topClasses);
}

} // namespace blurig
