// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/scale_folder.h"

#include "app/cli/command.h"
#include "app/cli/error_place.h"
#include "app/cli/option_list.h"
#include "app/cli/run_progress.h"
#include "app/examination_folder.h"
#include "core/record/write_file.h"
#include "core/scales/folder_scales_files.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>

namespace blurig {

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

void ScaleFolder::run(Console& console, OutputFolder& out, const ExplanationOptions& explanation,
                      const Method& method) const {
    if (!method.abilities().scales)
        throw Error(ErrorCode::Argument, "--method", "a folder is followed by scale with Blur IG",
                    "Leave it out; IG and gradient x input are computed beside it");
    const std::shared_ptr<const Model> model = explanation.load(console, method);
    out.requireWritable();
    const FolderScalesRequest request{.folder = explanation.picture(),
                                      .against = m_against,
                                      .between = m_between,
                                      .choice = explanation.choice(method, {}),
                                      .out = out.folder()};
    asOption("--between", [&] { checkGroups(request, model->card()); });
    ReferenceModels references({.memory = usersExaminations()});
    RunProgress sink(console);
    std::size_t notes = 0;
    std::size_t problems = 0;
    const auto tell = [&](const FollowedPhotos& known) {
        for (; notes < known.notes.size(); ++notes)
            console.note(fmt::format("{}: {}", known.notes[notes].photo, known.notes[notes].what));
        for (; problems < known.problems.size(); ++problems)
            console.note(known.problems[problems].what);
    };
    FollowedPhotos followed = followFolder(
        request, model, references, sink,
        [&](const FollowedPhotos& known, const StudyProgress& now) {
            tell(known);
            console.progress(fmt::format("photo {} of {}: {}", now.done + 1, now.of, now.photo));
            sink.betweenBatches();
        },
        sink.stopToken());
    console.endProgress();
    tell(followed);
    if (followed.photos.empty())
        throw AlreadyReported();
    const FolderScales scales =
        asOptions(std::array{"between"}, [&] { return folderScales(std::move(followed), request, model->card()); });
    for (const auto& [name, text] : folderScalesFiles(scales))
        writeFile(out.file(name), text);
    if (console.isJson())
        console.resultJson(
            {{"groups", groupsJson(scales.groups, scales.tests, scales.followed.photos.front().curveEnd)},
             {"fidelity", fidelityJson(scales.fidelity)},
             {"files", out.filesJson()}});
    else
        console.result(folderScalesText(scales) + "\n" + out.filesText());
    if (!scales.followed.problems.empty())
        throw AlreadyReported();
}

} // namespace blurig
