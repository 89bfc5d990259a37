// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/sound_study.h"

#include "core/audio/patches.h"
#include "core/error.h"
#include "core/evaluate/csv_cells.h"
#include "core/explain/clip_scores.h"
#include "core/explain/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace blurig {

namespace {

// One method on every patch of a clip.
class ClipRun {
public:
    ClipRun(std::shared_ptr<const Model> model, std::shared_ptr<const Clip> clip, ClassIndex target)
        : m_model(std::move(model))
        , m_clip(std::move(clip)) {
        m_choice.target = indexTarget(target);
    }

    Array map(const PaneChoice& pane, ReferenceModels& references, MethodSink& sink, const std::stop_token& stop) {
        std::vector<Array> maps;
        for (std::size_t patch = 0; patch < m_clip->patches.size(); ++patch) {
            const OpenedSubject opened = subjectOf(m_model, m_clip, patch);
            const Explanation found = explain(opened, resolve(m_choice, pane, opened.subject), references, sink, stop);
            maps.push_back(found.state->attribution);
            m_cost += found.state->cost;
        }
        return stitched(maps, m_clip->patches, m_clip->whole.layout().axes.back().size);
    }

    const Cost& cost() const { return m_cost; }

private:
    std::shared_ptr<const Model> m_model;
    std::shared_ptr<const Clip> m_clip;
    Choice m_choice;
    Cost m_cost;
};

} // namespace

std::vector<std::filesystem::path> soundsIn(const std::filesystem::path& folder) {
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (isNamedAsPicture(entry.path()))
            return {};
        if (isNamedAsSound(entry.path()))
            files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

std::vector<SoundRow> judgeSound(const std::shared_ptr<const Model>& model, std::shared_ptr<const Clip> clip,
                                 std::span<const JudgedMethod> methods, ReferenceModels& references, MethodSink& sink,
                                 const std::stop_token& stop) {
    const Array scores = clipScores(*model, *clip, stop).clip;
    const Target target = parseTarget("top", model->card(), model->classCount(), scores.host());
    std::vector<SoundRow> rows;
    for (const JudgedMethod& method : methods) {
        if (method.isElsewhere())
            throw Error(ErrorCode::Argument, "maps", "of other programs are judged on photos only", "Leave them out");
        ClipRun run(model, clip, target.classes.front().index);
        const Array map = run.map(method.pane, references, sink, stop);
        rows.push_back({.clip = clip->sound.name,
                        .method = method.label,
                        // The index comes first, so that no name begins a cell: spreadsheets run "=...".
                        .target = fmt::format("{} {}", target.classes.front().index, targetName(target, model->card())),
                        .metrics = soundMetrics(*model, *clip, scores, map, target, stop),
                        .gradients = run.cost().gradients,
                        .seconds = run.cost().seconds});
    }
    return rows;
}

std::string soundTable(std::span<const SoundRow> rows) {
    std::string text = "clip,method,target,score,masked_score,rest_score";
    for (const SoundFigure& figure : soundFigures())
        text += fmt::format(",{}", figure.name);
    text += ",gradients,seconds\n";
    for (const SoundRow& row : rows) {
        const SoundMetrics& m = row.metrics;
        text += fmt::format("{},{},{},{},{},{}", csvCell(row.clip), csvCell(row.method), csvCell(row.target), m.score,
                            m.maskedScore, m.restScore);
        for (const SoundFigure& figure : soundFigures())
            text += fmt::format(",{}", figure.of(m));
        text += fmt::format(",{},{:.3f}\n", row.gradients, row.seconds);
    }
    return text;
}

} // namespace blurig
