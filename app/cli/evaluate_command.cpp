// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/evaluate_command.h"

#include "app/cli/console.h"
#include "app/cli/error_place.h"
#include "app/cli/evaluate_sounds.h"
#include "app/cli/interrupt.h"
#include "app/cli/option_list.h"
#include "app/default_files.h"
#include "app/examination_folder.h"
#include "core/error.h"
#include "core/evaluate/merge_tables.h"
#include "core/evaluate/report_cases.h"
#include "core/evaluate/sound_study.h"
#include "core/evaluate/study_files.h"
#include "core/explain/crop_words.h"
#include "core/record/write_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <tuple>

namespace blurig {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t planned = 5; // photos of a plan, unless --limit says so

// Hands an interrupt on.
class BatchSink final : public MethodSink {
public:
    void betweenBatches() override {
        if (interrupted())
            m_stop.request_stop();
    }
    std::stop_token stopToken() const { return m_stop.get_token(); }

private:
    std::stop_source m_stop;
};

std::string timeText(double seconds) {
    if (seconds >= 2 * 3600)
        return fmt::format("{:.1f} h", seconds / 3600);
    return seconds >= 120 ? fmt::format("{:.0f} min", seconds / 60) : fmt::format("{:.0f} s", seconds);
}

// "2/8": the second of eight.
std::pair<std::size_t, std::size_t> shardOf(const std::string& text) {
    std::size_t shard = 0;
    std::size_t shards = 0;
    const char* end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, shard);
    if (first.ec == std::errc{} && first.ptr != end && *first.ptr == '/') {
        const auto second = std::from_chars(first.ptr + 1, end, shards);
        if (second.ec == std::errc{} && second.ptr == end && shard >= 1 && shard <= shards)
            return {shard - 1, shards};
    }
    throw Error(ErrorCode::Argument, "--shard", fmt::format("\"{}\" is no part", text),
                "Write K/N, as in 2/8 for the second of eight");
}

std::string figuresText(const StudySummary& summary) {
    std::string text;
    for (const MethodSummary& method : summary.methods) {
        text += method.label + ":";
        for (const FigureSummary& figure : method.figures)
            if (figure.mean && figure.column.better != Better::Neither)
                text += fmt::format(" {} {:.3f} [{:.3f}, {:.3f}],", figure.column.label, figure.mean->mean,
                                    figure.mean->low, figure.mean->high);
        text.back() = '\n';
    }
    return text;
}

std::string labelsText(const LabelSummary& labels) {
    std::string text =
        !labels.paperOrder ? "second-last labels: too few photos to compare the paths\n"
        : *labels.paperOrder
            ? "second-last labels: as in the paper, Blur IG's is nearer to the true class than IG's from "
              "noise\n"
            : "second-last labels: the paper's order does not come out, Blur IG's is not nearer to the "
              "true class than IG's from noise\n";
    for (const LabelSummary::OfPath& of : labels.paths)
        if (of.distance)
            text += fmt::format("  {}: WordNet distance {:.2f} [{:.2f}, {:.2f}], {} photos\n", of.path,
                                of.distance->mean, of.distance->low, of.distance->high, of.distance->photos);
    return text;
}

} // namespace

void EvaluateCommand::declare(OptionList& options) {
    std::string known;
    for (const Metric* metric : metrics())
        known += metric->id() + ", ";
    options.add(
        {.name = "FOLDER", .help = "The photos; or sounds, which are judged by the metrics of L-MAC", .required = true},
        m_folder);
    options.add({.name = "--annotations",
                 .help =
                     "Folder of PASCAL VOC's XML, or COCO's JSON of instances; without it, XML in the folder of the "
                     "photos or below",
                 .value = "PATH"},
                m_annotations);
    options.add(
        {.name = "--masks",
         .help = "Folder of pictures called as the photos, or NAME-mask: what is brighter than half is annotated",
         .value = "FOLDER"},
        m_masks);
    options.add({.name = "--photo-labels",
                 .help = "CSV of photo and label (class index, WordNet id or name); without it, the annotation's name "
                         "or the prediction",
                 .value = "FILE"},
                m_labels);
    options.add({.name = "--methods",
                 .help = "Methods, separated by commas; after a colon a baseline, a seed or parameter=value: "
                         "blur-ig,ig:random-4,xrai:blur-ig",
                 .value = "LIST"},
                m_methods);
    options.add({.name = "--maps",
                 .help = "Maps that another program made, as one more method: theirs/{stem}.npy or "
                         "NAME=theirs/{stem}.npy, NPY or float TIFF in model pixels",
                 .value = "PATTERN"},
                m_maps);
    options.add({.name = "--metrics",
                 .help = fmt::format("Judges, separated by commas: {}{}, or all", known, labelsMetric),
                 .value = "LIST"},
                m_metrics);
    m_out.declare(options);
    options.add({.name = "--limit", .help = "The first photos only; 0: all", .value = "N"}, m_most);
    options.add({.name = "--shard", .help = "This process's part of the photos", .value = "K/N"}, m_shard);
    options.add({.name = "--merge", .help = "Folders that other processes wrote: taken into --out", .value = "FOLDER"},
                m_merge);
    options.addFlag({.name = "--resume",
                     .help = "Go on in --out, which must hold rows: what is there is never computed again, with or "
                             "without this"},
                    m_resume);
    options.addFlag({.name = "--plan", .help = "Measure a few photos and say how long all take"}, m_plan);
    options.add({.name = "--photos",
                 .help = "With --plan: how many photos there will be; 0: those of the folder",
                 .value = "N"},
                m_photos);
    options.add({.name = "--price", .help = "With --plan: the price of an hour of this machine", .value = "X"},
                m_price);
    m_crop.declare(options);
    m_model.declare(options);
}

StudyRequest EvaluateCommand::request() const {
    StudyRequest request{
        .data = {.folder = m_folder, .annotations = m_annotations, .masks = m_masks, .labels = m_labels},
        .out = m_out.folder()};
    if (!m_methods.empty())
        request.methods = asOption("--methods", [this] { return parseMethods(m_methods); });
    for (const std::string& pattern : m_maps)
        request.methods.push_back(asOption("--maps", [&pattern] { return mapsFromElsewhere(pattern); }));
    if (m_metrics == "all") {
        request.metrics.assign(metrics().begin(), metrics().end());
        request.labels = true;
    } else {
        asOption("--metrics", [this, &request] { takeMetrics(request, m_metrics); });
    }
    std::tie(request.shard, request.shards) = shardOf(m_shard);
    request.most = m_plan && m_most == 0 ? planned : m_most;
    request.crop = asOption("--crop", [this] { return parseCrop(m_crop.text()); });
    return request;
}

Study EvaluateCommand::study(Console& console, const StudyRequest& request, const std::shared_ptr<const Model>& model,
                             ReferenceModels& references) const {
    StudyRunner runner(request, model, references);
    BatchSink sink;
    Study study = runner.run(
        sink,
        [&console](const StudyProgress& now) {
            throwIfInterrupted();
            console.progress(fmt::format("photo {} of {}: {}{}", now.done + 1, now.of, now.photo,
                                         now.secondsLeft ? fmt::format(", {} left", timeText(*now.secondsLeft)) : ""));
        },
        sink.stopToken());
    console.endProgress();
    return study;
}

void EvaluateCommand::tellPlan(Console& console, const Study& study) const {
    const auto seconds = meanOf(study.secondsOfPhotos);
    if (!seconds)
        throw Error(ErrorCode::Argument, "--plan", "there are fewer than two photos to measure that are not known yet",
                    "Give a new --out, or more photos");
    DatasetSource all{.folder = m_folder, .annotations = m_annotations, .masks = m_masks};
    const double photos = m_photos > 0 ? m_photos : static_cast<double>(readDataset(all).photos.size());
    const auto [shard, shards] = shardOf(m_shard);
    const auto hours = [&](double each) { return each * photos / 3600 / static_cast<double>(shards); };
    if (console.isJson()) {
        console.resultJson({{"photos", photos},
                            {"measured_photos", seconds->photos},
                            {"seconds_a_photo", {seconds->mean, seconds->low, seconds->high}},
                            {"hours", {hours(seconds->mean), hours(seconds->low), hours(seconds->high)}},
                            {"shards", shards},
                            {"cost", m_price > 0 ? Json(hours(seconds->mean) * m_price * static_cast<double>(shards))
                                                 : Json(nullptr)}});
        return;
    }
    std::string text =
        fmt::format("{:.2f} s a photo [{:.2f}, {:.2f}], measured on {}: {:.0f} photos take {:.1f} h [{:.1f}, {:.1f}]",
                    seconds->mean, seconds->low, seconds->high, seconds->photos, photos, hours(seconds->mean),
                    hours(seconds->low), hours(seconds->high));
    if (shards > 1)
        text += fmt::format(" on each of {} machines like this one", shards);
    if (m_price > 0)
        text += fmt::format(", and cost {:.2f}", hours(seconds->mean) * m_price * static_cast<double>(shards));
    console.result(text + ". The interval is of the photos alone: another machine, or other load, takes another time");
}

void EvaluateCommand::requireNoneOfPhotos() const {
    const std::array given{std::pair("--annotations", !m_annotations.empty()),
                           std::pair("--masks", !m_masks.empty()),
                           std::pair("--photo-labels", !m_labels.empty()),
                           std::pair("--maps", !m_maps.empty()),
                           std::pair("--shard", m_shard != wholeShard),
                           std::pair("--merge", !m_merge.empty()),
                           std::pair("--resume", m_resume),
                           std::pair("--plan", m_plan)};
    const auto found = std::ranges::find_if(given, [](const auto& option) { return option.second; });
    if (found != given.end())
        throw Error(ErrorCode::Argument, found->first, "is used only with photos, and the folder holds sounds",
                    "Leave it out");
}

bool EvaluateCommand::runOnSounds(Console& console) {
    std::vector<fs::path> files = soundsIn(m_folder);
    if (files.empty())
        return false;
    requireNoneOfPhotos();
    Choice choice;
    m_model.write(choice);
    if (const auto file = defaultSoundModel(); file && choice.model.empty())
        choice.model = file->string();
    const std::vector<JudgedMethod> judged = asOption("--methods", [this] { return parseMethods(m_methods); });
    m_out.requireWritable();
    const std::shared_ptr<const Model> model = m_model.load(console, choice);
    if (m_most > 0 && m_most < files.size())
        files.resize(m_most);
    evaluateSounds(console, m_out, files, judged, model);
    return true;
}

void EvaluateCommand::run(Console& console) {
    if (runOnSounds(console))
        return;
    const StudyRequest asked = request();
    if (m_resume && !fs::exists(asked.out / "rows.csv"))
        throw Error(ErrorCode::Argument, "--resume", fmt::format("{} holds no rows.csv", asked.out.string()),
                    "Name the folder of the run that was cut short, or leave --resume out");
    m_out.requireWritable();
    const std::shared_ptr<const Model> model = m_model.load(console);
    requireKnownCard(*model->info());
    if (!m_merge.empty())
        mergeTables({m_merge.begin(), m_merge.end()}, asked.out);
    ReferenceModels references({.memory = usersExaminations()});
    const Study found = study(console, asked, model, references);
    if (m_plan) {
        tellPlan(console, found);
        return;
    }
    const StudySummary summary = summaryOf(found, asked);
    std::vector<ReportCase> cases;
    if (asked.shards == 1 && !asked.methods.empty()) {
        BatchSink sink;
        cases = reportCases(found, asked, model, references, sink, sink.stopToken());
    }
    m_out.file("rows.csv");
    const ReportFacts facts{.data = m_folder, .model = model->card().name, .modelSha256 = model->sha256()};
    for (const auto& [name, text] : studyFiles(found, asked, summary, facts, cases))
        writeFile(m_out.file(name), text);
    for (const PhotoProblem& problem : summary.problems)
        console.note(fmt::format("{}: {}", problem.photo, problem.what));
    if (console.isJson()) {
        Json json = summaryJson(summary);
        json["files"] = m_out.filesJson();
        console.resultJson(json);
    } else {
        console.result(fmt::format("{} photos, {} problems\n{}{}{}", summary.photos, summary.problems.size(),
                                   figuresText(summary), summary.labels ? labelsText(*summary.labels) : std::string(),
                                   m_out.filesText()));
    }
    if (!summary.problems.empty())
        throw AlreadyReported();
}

} // namespace blurig
