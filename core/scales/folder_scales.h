// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/runner.h"
#include "core/record/choice.h"
#include "core/scales/photo_scales.h"
#include "core/scales/scale_fidelity.h"
#include "core/scales/scale_groups.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace blurig {

// The pictures of a folder, followed by scale: in groups by label, or as two groups that are compared.
struct FolderScalesRequest {
    std::filesystem::path folder;
    std::filesystem::path against = {};    // a second folder: each folder is a group
    std::vector<std::string> between = {}; // two nouns of WordNet, by name or id: what lies under each is a group
    Choice choice;                         // target, score, crop, colours; its first pane is Blur IG
    std::filesystem::path out;             // each photo's numbers are kept in out/photos
};

struct FollowedPhotos {
    std::vector<PhotoScales> photos;
    std::vector<PhotoProblem> problems; // pictures that could not be used, and why
    std::vector<PhotoProblem> notes;    // what a user should know of others
};

// A photo's numbers that are in the folder of results are not computed again. A picture that cannot be used is a
// problem, and the run goes on. `progress` is told before each photo, of those that are done. Throws Error (folders,
// groups), or Cancelled.
FollowedPhotos followFolder(const FolderScalesRequest& request, const std::shared_ptr<const Model>& model,
                            ReferenceModels& references, MethodSink& sink,
                            const std::function<void(const FollowedPhotos&, const StudyProgress&)>& progress,
                            const std::stop_token& stop = {});

// What the photos have in common, and what tells two groups apart.
struct FolderScales {
    FollowedPhotos followed;           // in the groups that are compared
    std::vector<std::string> compared; // the names of both groups; empty: groups are labels
    ScaleGroup all;                    // of all photos
    std::vector<OctaveBand> bands;     // of the model's input
    std::vector<ScaleGroup> groups;    // the finest scales first
    std::vector<TwoSamples> tests;
    std::vector<Fidelity> fidelity;
};

// Throws Error where there is no photo, or none under the request's nouns.
FolderScales folderScales(FollowedPhotos followed, const FolderScalesRequest& request, const ModelCard& card);
// The same without the fidelity; none where the other throws.
std::optional<FolderScales> folderGroups(FollowedPhotos followed, const FolderScalesRequest& request,
                                         const ModelCard& card);

// Two nouns and no second folder, or none; each must be known. Throws Error (Argument, Target).
void checkGroups(const FolderScalesRequest& request, const ModelCard& card);

} // namespace blurig
