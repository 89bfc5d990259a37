// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/image/picture.h"
#include "core/image/preprocess.h"
#include "core/methods/method.h"
#include "core/model/model.h"
#include "core/scale/scale_space.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace blurig {

// A request supersedes the one before it in its own slot only.
enum class Slot {
    Probe,     // the exact gradient where the slider rests
    Model,     // opening a model
    Picture,   // opening a picture
    Scores,    // preparing the input and scoring all classes
    Layers,    // listing a model's inner layers
    Explore,   // the path that the slider follows
    Beside,    // what stands next to it
    Paths,     // the straight path beside the slider's
    PaneInput, // opening a model that single panes of a comparison name, and preparing and scoring their input
    Compare,   // the first pane of a comparison; those of the others follow, see compareSlot()
    Prefetch = Compare + 16, // what may be asked for next, while nothing else is
};

constexpr std::size_t slotCount = static_cast<std::size_t>(Slot::Prefetch) + 1;
constexpr std::size_t mostComparePanes =
    static_cast<std::size_t>(Slot::Prefetch) - static_cast<std::size_t>(Slot::Compare);

constexpr Slot compareSlot(std::size_t pane) { // pane < mostComparePanes
    return static_cast<Slot>(static_cast<std::size_t>(Slot::Compare) + pane);
}
constexpr std::optional<std::size_t> comparePaneOf(Slot slot) { // none for the other slots
    if (slot < Slot::Compare || slot >= Slot::Prefetch)
        return std::nullopt;
    return static_cast<std::size_t>(slot) - static_cast<std::size_t>(Slot::Compare);
}

using Generation = std::uint64_t; // grows with every request, over all slots; 0 is none

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
    std::shared_ptr<const Model> model;
    Picture picture;
    Crop crop;
};

struct ListLayers {
    std::shared_ptr<const Model> model;
};

struct Attribute {
    std::shared_ptr<const Model> model;
    Item item;
    std::string method;
    Parameters parameters;
    std::filesystem::path ownBaseline; // the picture of baseline "own", read when the request runs; may be empty
    ColourConversion ownBaselineColours = ColourConversion::AsStored; // as the picture's
};

struct ProbeGradient {
    std::shared_ptr<const Model> model;
    Array input;
    Target target;
    Score score = Score::ClassScore;
    double sigma = 0;
};

// A frozen value that holds all its inputs; the worker reads nothing else.
using Request = std::variant<OpenPicture, OpenModel, ScoreInput, ListLayers, Attribute, ProbeGradient>;

struct ScoredInput {
    PreparedInput prepared;
    std::shared_ptr<const ScaleSpace> space; // of prepared.z: what a frame blurs before there is a path
    Array classScores;                       // 1 x K
};

struct ListedLayers {
    std::shared_ptr<const Model> model;
    std::vector<InnerValue> values; // Model::innerValues() of a grey picture
};

// What is being done while a model opens.
struct ModelStep {
    std::string words; // "frozen, channels-last, in batches"
};

struct ProbedGradient {
    double sigma = 0;
    double value = 0;  // F
    Array classScores; // 1 x K
    Array gradient;    // C x H x W
};

using Answer = std::variant<std::monostate, Picture, ModelStep, std::shared_ptr<const Model>, ScoredInput, ListedLayers,
                            std::shared_ptr<const MethodState>, ProbedGradient>;

enum class Status { Waiting, Running, Done, Cancelled, Superseded, Failed };

// What is known of one request at one moment. Immutable.
struct Snapshot {
    Slot slot = Slot::Probe;
    Generation generation = 0;
    Status status = Status::Waiting;
    Answer answer;              // grows while Running; whole when Done; what there was when cancelled
    std::optional<Error> error; // when Failed
    double progress = 0;        // 0 to 1, an estimate
    double seconds = 0;         // since it began to run
    std::optional<double> secondsLeft;
};

bool ended(Status status); // Done, Cancelled, Superseded, Failed

} // namespace blurig
