// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/job.h"

#include "core/engine/news_pace.h"
#include "core/engine/score_sound.h"
#include "core/evaluate/report_cases.h"
#include "core/evaluate/study_files.h"
#include "core/path/path_of.h"
#include "core/record/write_file.h"
#include "core/scales/folder_scales_files.h"

#include <algorithm>

namespace blurig {
namespace {

void stopIfAsked(const JobSurroundings& surroundings) {
    if (surroundings.stop.stop_requested())
        throw Cancelled();
}

class JobSink final : public MethodSink {
public:
    enum class Publishes { States, Nothing };
    explicit JobSink(const JobSurroundings& surroundings, Publishes publishes = Publishes::States)
        : m_surroundings(surroundings)
        , m_publishes(publishes) {}

    void betweenBatches() override { m_surroundings.letOthersRun(); }

    void publish(std::shared_ptr<const MethodState> state) override {
        if (m_publishes == Publishes::Nothing)
            return;
        const double done = state->cost.worth();
        const double progress = state->expectedGradients > 0 ? std::min(1.0, done / state->expectedGradients) : 0.0;
        m_surroundings.publish(std::move(state), progress);
    }

private:
    const JobSurroundings& m_surroundings;
    Publishes m_publishes;
};

double doneShare(const StudyProgress& now) {
    return static_cast<double>(now.done) / static_cast<double>(std::max<std::size_t>(1, now.of));
}

Answer answer(const OpenPicture& request, const JobSurroundings&) {
    const PictureOptions options{.colours = request.colours};
    return request.bytes.empty() ? readPicture(request.file, options)
                                 : decodePicture(request.bytes, request.file.string(), options);
}

Answer answer(const OpenModel& request, const JobSurroundings& surroundings) {
    ModelOptions options = request.options;
    options.device = surroundings.device;
    options.memory = surroundings.examinations;
    options.formats = surroundings.formats;
    options.stop = surroundings.stop;
    options.progress = [&surroundings](const std::string& step, double done) {
        surroundings.publish(ModelStep{step}, done);
        surroundings.letOthersRun();
    };
    return surroundings.models->keep(loadModel(request.file, options));
}

Answer answer(const ScoreInput& request, const JobSurroundings& surroundings) {
    ScoredInput scored;
    scored.prepared = prepareInput(request.picture, pictureSpec(*request.model), request.crop);
    stopIfAsked(surroundings);
    scored.classScores = surroundings.models->find(*request.model)->classScores(asBatch(scored.prepared.z)).front();
    return scored;
}

Answer answer(const ScoreSound& request, const JobSurroundings& surroundings) {
    return scoreSound(request, surroundings.models->find(*request.model), surroundings.stop, [&](double done) {
        surroundings.publish(std::monostate(), done);
        surroundings.letOthersRun();
    });
}

Answer answer(const ListLayers& request, const JobSurroundings& surroundings) {
    const auto model = surroundings.models->find(*request.model);
    return ListedLayers{request.model, model->innerValues(greyInput(model->card()))};
}

Answer answer(const Attribute& request, const JobSurroundings& surroundings) {
    Item item = request.item;
    if (!request.ownBaseline.file.empty())
        item.ownBaseline = readOwnBaseline(request.ownBaseline, *request.model);
    const auto model = surroundings.references->modelFor(surroundings.models->find(*request.model), request.parameters,
                                                         surroundings.stop);
    const std::string key = resultKey(*model, item, request.method, request.parameters);
    if (auto known = surroundings.results->find(key))
        return known;
    JobSink sink(surroundings);
    auto state = methodById(request.method).run(*model, item, request.parameters, sink, surroundings.stop);
    surroundings.results->keep(key, state);
    return state;
}

Answer answer(const ProbeGradient& request, const JobSurroundings& surroundings) {
    const Array point = pathOf(request.input, request.path)->point(request.position.value);
    Evaluation found =
        surroundings.models->find(*request.model)->evaluate(asBatch(point), request.target, request.score);
    return ProbedGradient{request.position, found.values.front(), found.classScores.front(), found.gradients.front()};
}

Answer answer(const RemoveOctaves& request, const JobSurroundings& surroundings) {
    JobSink sink(surroundings);
    const auto model = surroundings.models->find(*request.model);
    return std::make_shared<const OctaveRemoval>(
        removeOctaves(*model, request.input, request.axisWeights, request.target, sink, surroundings.stop));
}

Answer answer(const ShareOctaves& request, const JobSurroundings& surroundings) {
    JobSink sink(surroundings);
    const auto model = surroundings.models->find(*request.model);
    return std::make_shared<const OctaveShapley>(
        shapleyOfOctaves(*model, request.input, request.axisWeights, request.target, sink, surroundings.stop));
}

Answer answer(const TraceLabels& request, const JobSurroundings& surroundings) {
    JobSink sink(surroundings);
    const auto model = surroundings.references->modelFor(surroundings.models->find(*request.model), request.parameters,
                                                         surroundings.stop);
    const Explained explained{.model = *model, .target = request.target, .score = request.score};
    return std::make_shared<const Evolution>(
        evolutionOf(*request.path, explained, request.top, sink, surroundings.stop));
}

Answer answer(const CheckAxioms& request, const JobSurroundings& surroundings) {
    JobSink sink(surroundings);
    const auto model = surroundings.models->find(*request.subject.model);
    return std::make_shared<const Axioms>(checkAxioms({.subject = request.subject,
                                                       .model = *model,
                                                       .target = request.target,
                                                       .score = request.score,
                                                       .randomise = request.randomise,
                                                       .formats = surroundings.formats},
                                                      sink, surroundings.stop));
}

Answer answer(const RunStudy& request, const JobSurroundings& surroundings) {
    JobSink sink(surroundings, JobSink::Publishes::Nothing);
    const auto model = surroundings.models->find(*request.model);
    StudyRunner runner(request.study, model, *surroundings.references);
    auto latest = std::make_shared<StudyAnswer>();
    NewsPace pace;
    const auto tell = [&](const StudyProgress& now) {
        stopIfAsked(surroundings);
        pace.tell([&] {
            surroundings.publish(std::make_shared<const StudyAnswer>(
                                     StudyAnswer{runner.soFar(), summaryOf(runner.soFar(), request.study), now}),
                                 doneShare(now));
        });
    };
    latest->study = runner.run(sink, tell, surroundings.stop);
    latest->summary = summaryOf(latest->study, request.study);
    latest->progress = {.done = latest->study.photos, .of = latest->study.photos};
    const auto cases =
        reportCases(latest->study, request.study, model, *surroundings.references, sink, surroundings.stop);
    const ReportFacts facts{
        .data = request.study.data.folder.string(), .model = model->card().name, .modelSha256 = model->sha256()};
    for (const auto& [name, text] : studyFiles(latest->study, request.study, latest->summary, facts, cases))
        writeFile(request.study.out / name, text);
    return std::shared_ptr<const StudyAnswer>(std::move(latest));
}

Answer answer(const FollowFolder& request, const JobSurroundings& surroundings) {
    JobSink sink(surroundings, JobSink::Publishes::Nothing);
    const auto model = surroundings.models->find(*request.model);
    const ModelCard& card = model->card();
    NewsPace pace;
    const auto tell = [&](const FollowedPhotos& known, const StudyProgress& now) {
        pace.tell([&] {
            if (auto groups = folderGroups(known, request.folder, card))
                surroundings.publish(std::make_shared<const FolderAnswer>(FolderAnswer{*std::move(groups), now}),
                                     doneShare(now));
        });
    };
    FollowedPhotos followed =
        followFolder(request.folder, model, *surroundings.references, sink, tell, surroundings.stop);
    const std::size_t photos = followed.photos.size() + followed.problems.size();
    FolderScales scales = folderScales(std::move(followed), request.folder, card);
    for (const auto& [name, text] : folderScalesFiles(scales))
        writeFile(request.folder.out / name, text);
    return std::make_shared<const FolderAnswer>(FolderAnswer{std::move(scales), {.done = photos, .of = photos}});
}

} // namespace

Answer perform(const Request& request, const JobSurroundings& surroundings) {
    stopIfAsked(surroundings);
    return std::visit([&surroundings](const auto& kind) { return answer(kind, surroundings); }, request);
}

} // namespace blurig
