// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/scale_folder.h"

#include "app/cli/command.h"
#include "app/cli/csv_cell.h"
#include "app/cli/error_place.h"
#include "app/cli/interrupt.h"
#include "app/cli/option_list.h"
#include "app/cli/run_progress.h"
#include "app/examination_folder.h"
#include "core/array/digest.h"
#include "core/array/text_file.h"
#include "core/model/score_name.h"
#include "core/model/superclass.h"
#include "core/path/blur_path.h"
#include "core/record/write_file.h"
#include "core/render/svg_chart.h"
#include "core/scales/scale_fidelity.h"
#include "core/scales/scale_groups.h"
#include "core/scales/sigma_marks.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <span>

namespace blurig {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> picturesIn(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        if (entry.is_regular_file() && isNamedAsPicture(entry.path()))
            files.push_back(entry.path());
    std::ranges::sort(files);
    if (files.empty())
        throw Error(ErrorCode::Argument, folder.string(), "holds no pictures",
                    "Give a folder of PNG, JPEG or other photos");
    return files;
}

// What decides a photo's numbers: the choice with the picture's hash, and how the model runs.
std::string keyOf(const ExplanationRequest& request) {
    const ModelInfo& model = *request.opened.subject.model;
    Choice choice = request.choice;
    choice.picture.clear();
    choice.model.clear();
    const std::string text = toJson(choice) + request.opened.subject.picture.sha256() + model.id;
    return sha256Hex(std::as_bytes(std::span(text)));
}

std::string nameOfGroup(const fs::path& folder) {
    const fs::path whole = fs::absolute(folder).lexically_normal();
    return (whole.has_filename() ? whole.filename() : whole.parent_path().filename()).string();
}

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

LineChart curveChart(const std::vector<ScaleGroup>& groups, double end) {
    LineChart chart{.title = "Score on the way from the photo to blur",
                    .valueAxis = "F / F(photo), mean",
                    .placeAxis = "sigma, px of the model",
                    .marks = sigmaMarks(end)};
    for (const ScaleGroup& group : groups) {
        LineSeries series{.name = fmt::format("{} ({})", group.name, group.photos)};
        for (std::size_t i = 0; i < group.curve.size(); ++i)
            if (group.curve[i])
                series.points.emplace_back(logScale(end) * static_cast<double>(i) / (PhotoScales::curvePoints - 1),
                                           group.curve[i]->mean);
        chart.series.push_back(std::move(series));
    }
    return chart;
}

std::string summary(const std::vector<PhotoScales>& photos, const std::vector<ScaleGroup>& groups,
                    const std::vector<TwoSamples>& tests) {
    std::string text = fmt::format("{} photos", photos.size());
    for (const ScaleGroup& group : groups) {
        text +=
            fmt::format("\n{}: {}", group.name, group.photos == 1 ? "1 photo" : fmt::format("{} photos", group.photos));
        if (group.medianBulk)
            text += fmt::format(", 80 % of the change between sigma {:.2g} and {:.2g} px (medians)",
                                group.medianBulk->to, group.medianBulk->from);
        if (group.medianHalfSigma)
            text += fmt::format(", half of the score at sigma {:.2g} px", *group.medianHalfSigma);
    }
    for (const TwoSamples& test : tests)
        text += fmt::format(
            "\n{}: difference {:.2g}, Welch's t {:.2g} ({:.0f} degrees of freedom, p {:.2g}), permutation "
            "p {:.2g}",
            test.number, test.difference, test.welchT, test.degreesOfFreedom, test.welchP, test.permutationP);
    return text;
}

} // namespace

void ScaleFolder::declare(OptionList& options) {
    options.add({.name = "--against",
                 .help = "With a folder as IMAGE: a second folder, whose photos are compared with those of the first",
                 .value = "FOLDER"},
                m_against);
    options.add({.name = "--between",
                 .help =
                     "With a folder as IMAGE: two nouns of WordNet, by name or id: the photos whose label lies under "
                     "the first are compared with those under the second",
                 .value = "NOUN NOUN"},
                m_between);
}

// Of --between: photos under neither noun go. The groups that are compared; none where there is nothing to compare.
std::vector<std::string> ScaleFolder::takeGroups(std::vector<PhotoScales>& photos, const ModelCard& card) const {
    if (!m_against.empty())
        return {photos.front().group, nameOfGroup(m_against)};
    if (m_between.empty())
        return {};
    std::vector<Superclass> nouns;
    for (const std::string& noun : m_between)
        nouns.push_back(asOption("--between", [&] { return findSuperclass(noun, card); }));
    std::erase_if(photos, [&nouns](PhotoScales& photo) {
        const auto found = std::ranges::find_if(nouns, [&photo](const Superclass& noun) {
            return std::ranges::find(noun.classes, photo.label) != noun.classes.end();
        });
        if (found == nouns.end())
            return true;
        photo.group = found->name;
        return false;
    });
    if (photos.empty())
        throw Error(ErrorCode::Argument, "--between", "no photo of the folder has a label under these nouns",
                    "Name nouns that lie above some of the labels");
    return {nouns[0].name, nouns[1].name};
}

void ScaleFolder::run(Console& console, OutputFolder& out, const ExplanationOptions& explanation,
                      const Method& method) const {
    if (!method.abilities().scales)
        throw Error(ErrorCode::Argument, "--method", "a folder is followed by scale with Blur IG",
                    "Leave it out; IG and gradient x input are computed beside it");
    if (!m_between.empty() && (m_between.size() != 2 || !m_against.empty()))
        throw Error(ErrorCode::Argument, "--between", "needs two nouns, and no second folder",
                    "Write --between dog cat");
    std::vector<fs::path> folders{explanation.picture()};
    if (!m_against.empty())
        folders.emplace_back(m_against);
    std::vector<std::pair<std::string, fs::path>> files; // with their group
    for (const fs::path& folder : folders)
        for (const fs::path& file : picturesIn(folder))
            files.emplace_back(nameOfGroup(folder), file);
    const std::shared_ptr<const Model> model = explanation.load(console, method);
    out.requireWritable();
    ReferenceModels references({.memory = usersExaminations()});

    std::vector<PhotoScales> photos;
    bool failed = false;
    for (std::size_t i = 0; i < files.size(); ++i) {
        throwIfInterrupted();
        const auto& [group, file] = files[i];
        try {
            const ExplanationRequest request = explanation.prepare(console, method, {}, file.string(), model);
            const std::string key = keyOf(request);
            const fs::path kept = out.folder() / "photos" / (key.substr(0, 16) + ".json");
            std::optional<PhotoScales> known;
            if (fs::exists(kept))
                known = readPhotoScales(readTextFile(kept));
            if (!known || known->key != key) {
                console.progress(fmt::format("photo {} of {}: {}", i + 1, files.size(), file.filename().string()));
                RunProgress progress(console);
                const Explanation blurIg =
                    explain(request.opened, request.run, references, progress, progress.stopToken());
                known = photoScales(blurIg, request.opened, references, progress, progress.stopToken());
                known->key = key;
                makeFolder(kept.parent_path());
                writeFile(kept, textOf(photoScalesJson(*known)) + "\n");
            }
            known->group = group;
            known->photo = file.string();
            photos.push_back(*std::move(known));
        } catch (const Error& error) {
            console.note(error.what());
            failed = true;
        }
    }
    console.endProgress();
    if (photos.empty())
        throw AlreadyReported();

    const std::vector<std::string> compared = takeGroups(photos, model->card());
    const std::vector<ScaleGroup> groups = scaleGroups(photos, compared.empty() ? GroupBy::Label : GroupBy::Group);
    const std::vector<TwoSamples> tests =
        compared.empty() ? std::vector<TwoSamples>() : compareGroups(photos, compared[0], compared[1]);
    const std::vector<Fidelity> fidelity = scaleFidelity(photos);
    const double end = photos.front().curveEnd;
    std::vector<PhotoScales> together = photos;
    for (PhotoScales& photo : together)
        photo.group = "all photos";
    std::vector<ScaleGroup> drawn = compared.empty() ? scaleGroups(together, GroupBy::Group) : groups;
    const Json json = groupsJson(groups, tests, end);
    writeFile(out.file("photos.csv"), photoTable(photos));
    writeFile(out.file("groups.json"), textOf(json) + "\n");
    writeFile(out.file("fidelity.json"), textOf(fidelityJson(fidelity)) + "\n");
    writeFile(out.file("curves_chart.svg"), svgOf(curveChart(drawn, end)));
    if (console.isJson())
        console.resultJson({{"groups", json}, {"fidelity", fidelityJson(fidelity)}, {"files", out.filesJson()}});
    else
        console.result(summary(photos, groups, tests) + "\n" + out.filesText());
    if (failed)
        throw AlreadyReported();
}

} // namespace blurig
