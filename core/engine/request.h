// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/study_summary.h"
#include "core/explain/clip_scores.h"
#include "core/explain/own_baseline.h"
#include "core/explain/subject.h"
#include "core/image/picture.h"
#include "core/image/preprocess.h"
#include "core/methods/method.h"
#include "core/model/model.h"
#include "core/path/path.h"
#include "core/path/path_position.h"
#include "core/scales/axioms.h"
#include "core/scales/evolution.h"
#include "core/scales/folder_scales.h"
#include "core/scales/octave_removal.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace blurig {

struct OpenPicture {
    std::filesystem::path file;   // or, when `bytes` is set, only its name
    std::vector<std::byte> bytes; // an encoded picture, from the clipboard or a drop
    ColourConversion colours = ColourConversion::AsStored;
};

struct OpenModel {
    std::filesystem::path file;
    ModelOptions options;
};

struct ScoreInput {
    std::shared_ptr<const ModelInfo> model;
    Picture picture;
    Crop crop;
};

// What is known of a clip that was scored before: it stands for its file and the model's specification.
struct ScoredClip {
    std::shared_ptr<const Clip> clip;
    std::shared_ptr<const ClipScores> scores;
};

// A patch of a clip, with the scores of all patches.
struct ScoreSound {
    std::shared_ptr<const ModelInfo> model;
    std::filesystem::path file;
    ScoredClip known = {};                 // in place of the file
    std::optional<std::size_t> patch = {}; // none: where the clip's top class scores highest
    BlurredAxes blurred = BlurredAxes::Both;
};

struct ListLayers {
    std::shared_ptr<const ModelInfo> model;
};

struct Attribute {
    std::shared_ptr<const ModelInfo> model;
    Item item;
    std::string method;
    Parameters parameters;
    OwnBaselineFile ownBaseline = {};
};

// The exact gradient at one place of a path.
struct ProbeGradient {
    std::shared_ptr<const ModelInfo> model;
    Array input;
    Target target;
    Score score = Score::ClassScore;
    PathDescription path;
    PathPosition position;
};

// What the model makes of the input without some of its octaves.
struct RemoveOctaves {
    std::shared_ptr<const ModelInfo> model;
    Array input;
    std::vector<double> axisWeights = {}; // as Item's
    Target target;
};

// Shapley values of the octaves: 2^octaves forward passes.
struct ShareOctaves {
    std::shared_ptr<const ModelInfo> model;
    Array input;
    std::vector<double> axisWeights = {}; // as Item's
    Target target;
};

// Where on a path the label changes.
struct TraceLabels {
    std::shared_ptr<const ModelInfo> model;
    Parameters parameters; // of the run: reference mode has a model of its own
    std::shared_ptr<const PathState> path;
    Target target;
    Score score = Score::ClassScore;
    std::size_t top = 5; // classes
};

struct CheckAxioms {
    Subject subject;
    Target target;
    Score score = Score::ClassScore;
    bool randomise = false; // see AxiomsRequest
};

// Judges the maps of methods on a folder of photos; writes its tables and files as it goes.
struct RunStudy {
    StudyRequest study;
    std::shared_ptr<const ModelInfo> model;
};

// Follows the pictures of a folder by scale; writes its tables and files as it goes.
struct FollowFolder {
    FolderScalesRequest folder;
    std::shared_ptr<const ModelInfo> model;
};

// A frozen value that holds all its inputs; the worker reads nothing else. It names a model that this engine opened.
using Request = std::variant<OpenPicture, OpenModel, ScoreInput, ScoreSound, ListLayers, Attribute, ProbeGradient,
                             RemoveOctaves, ShareOctaves, TraceLabels, CheckAxioms, RunStudy, FollowFolder>;

// Whether two requests plainly have one answer, so that it need not be computed twice at a time; compares no pixels.
bool sameAnswer(const Request& a, const Request& b);

struct ScoredInput {
    PreparedInput prepared;
    Array classScores; // 1 x K
};

struct ScoredSound {
    ScoredClip clip;
    Subject subject; // the patch; it lies on `drawn` as its geometry says
    Picture drawn;   // in place of a photo, named as the clip and with its hash
};

struct ListedLayers {
    std::shared_ptr<const ModelInfo> model;
    std::vector<InnerValue> values; // Model::innerValues() of a grey picture
};

// What is being done while a model opens.
struct ModelStep {
    std::string words; // "frozen, channels-last, in batches"
};

struct ProbedGradient {
    PathPosition position;
    double value = 0;  // F
    Array classScores; // 1 x K
    Array gradient;    // C x H x W
};

struct StudyAnswer {
    Study study;
    StudySummary summary; // of it; while it runs now and then
    StudyProgress progress;
};

struct FolderAnswer {
    FolderScales scales; // while it runs now and then, and without fidelity
    StudyProgress progress;
};

using Answer =
    std::variant<std::monostate, Picture, ModelStep, std::shared_ptr<const ModelInfo>, ScoredInput, ScoredSound,
                 ListedLayers, std::shared_ptr<const MethodState>, ProbedGradient, std::shared_ptr<const OctaveRemoval>,
                 std::shared_ptr<const OctaveShapley>, std::shared_ptr<const Evolution>, std::shared_ptr<const Axioms>,
                 std::shared_ptr<const StudyAnswer>, std::shared_ptr<const FolderAnswer>>;

} // namespace blurig
