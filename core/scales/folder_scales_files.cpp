// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scales/folder_scales_files.h"

#include "core/evaluate/csv_cells.h"
#include "core/path/blur_path.h"
#include "core/render/svg_chart.h"
#include "core/scales/sigma_marks.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace blurig {

namespace {

constexpr std::size_t mostBars = 6; // groups of a chart of octaves

std::string cell(const std::optional<double>& number) {
    return number ? fmt::format("{}", *number) : std::string();
}

// One row a photo. The index comes before the name, so that no stranger's name begins a cell.
std::string photoTable(const std::vector<PhotoScales>& photos) {
    std::string text = "photo,group,label,score_input,score_start,sigma_max,half_sigma";
    for (const double share : bulkShares)
        text += fmt::format(",bulk_{0:.0f}_from,bulk_{0:.0f}_to", 100 * share);
    for (const auto& [method, sums] : photos.front().octaves)
        for (std::size_t octave = 0; octave < sums.size(); ++octave)
            text += fmt::format(",{}_octave_{}", method, octave);
    for (std::size_t octave = 0; octave < photos.front().removal.without.size(); ++octave)
        text += fmt::format(",without_octave_{}", octave);
    text += '\n';
    for (const PhotoScales& photo : photos) {
        text += fmt::format("{},{},{},{},{},{},{}", csvCell(photo.photo), csvCell(photo.group),
                            csvCell(fmt::format("{} {}", photo.label, photo.labelName)), photo.scoreInput,
                            photo.scoreStart, photo.sigmaMax, cell(photo.halfSigma));
        for (const auto& bulk : photo.bulk)
            text += bulk ? fmt::format(",{},{}", bulk->from, bulk->to) : ",,";
        for (const auto& [method, sums] : photo.octaves)
            for (const double sum : sums)
                text += fmt::format(",{}", sum);
        for (const ReducedScore& reduced : photo.removal.without)
            text += fmt::format(",{}", reduced.score);
        text += '\n';
    }
    return text;
}

std::vector<ScaleGroup> drawnGroups(const FolderScales& scales) {
    return scales.compared.empty() ? std::vector{scales.all} : scales.groups;
}

std::string nameOf(const ScaleGroup& group) {
    return fmt::format("{} ({})", group.name, group.photos);
}

LineChart curveChart(const std::vector<ScaleGroup>& groups, double end) {
    LineChart chart{.title = "Score on the way from the photo to blur",
                    .valueAxis = "F / F(photo), mean",
                    .placeAxis = "sigma, px of the model",
                    .marks = sigmaMarks(end)};
    for (const ScaleGroup& group : groups) {
        LineSeries series{.name = nameOf(group)};
        for (std::size_t i = 0; i < group.curve.size(); ++i)
            if (group.curve[i])
                series.points.emplace_back(logScale(end) * static_cast<double>(i) / (PhotoScales::curvePoints - 1),
                                           group.curve[i]->mean);
        chart.series.push_back(std::move(series));
    }
    return chart;
}

BarChart octaveChart(const FolderScales& scales) {
    BarChart chart{.title = "Blur IG by octave",
                   .valueAxis = "share of the sum over octaves, mean",
                   .groupAxis = "period, px of the model",
                   .notes = {"Signed shares. Groups from the finest scales on"}};
    for (const OctaveBand& band : scales.bands)
        chart.groups.push_back(periodText(band));
    const bool many = scales.groups.size() > mostBars;
    if (many)
        chart.notes.push_back(fmt::format("{} labels: their shares are in groups.json", scales.groups.size()));
    for (const ScaleGroup& group : many ? drawnGroups(scales) : scales.groups) {
        BarSeries series{.name = nameOf(group)};
        for (const auto& share : group.octaves)
            series.values.push_back(share ? share->mean : std::numeric_limits<double>::quiet_NaN());
        chart.series.push_back(std::move(series));
    }
    return chart;
}

} // namespace

std::vector<std::pair<std::string, std::string>> folderScalesFiles(const FolderScales& scales) {
    const std::vector<PhotoScales>& photos = scales.followed.photos;
    const double end = photos.front().curveEnd;
    return {{"photos.csv", photoTable(photos)},
            {"groups.json", textOf(groupsJson(scales.groups, scales.tests, end)) + "\n"},
            {"fidelity.json", textOf(fidelityJson(scales.fidelity)) + "\n"},
            {"curves_chart.svg", svgOf(curveChart(drawnGroups(scales), end))},
            {"octaves_chart.svg", svgOf(octaveChart(scales))}};
}

std::string groupText(const ScaleGroup& group) {
    std::string text =
        fmt::format("{}: {}", group.name, group.photos == 1 ? "1 photo" : fmt::format("{} photos", group.photos));
    if (group.medianBulk)
        text += fmt::format(", 80 % of the change between sigma {:.2g} and {:.2g} px (medians)", group.medianBulk->to,
                            group.medianBulk->from);
    if (group.medianHalfSigma)
        text += fmt::format(", half of the score at sigma {:.2g} px", *group.medianHalfSigma);
    return text;
}

std::string testText(const TwoSamples& test) {
    return fmt::format("{}: difference {:.2g}, Welch's t {:.2g} ({:.0f} degrees of freedom, p {:.2g}), permutation "
                       "p {:.2g}",
                       test.number, test.difference, test.welchT, test.degreesOfFreedom, test.welchP,
                       test.permutationP);
}

std::string folderScalesText(const FolderScales& scales) {
    std::string text = fmt::format("{} photos", scales.followed.photos.size());
    for (const ScaleGroup& group : scales.groups)
        text += '\n' + groupText(group);
    for (const TwoSamples& test : scales.tests)
        text += '\n' + testText(test);
    return text;
}

} // namespace blurig
