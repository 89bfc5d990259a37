// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace blurig {

// How a pane is drawn; never starts a computation.
struct DisplayChoice {
    std::string reduction = "absolute"; // or "sum"
    std::string part = "absolute";      // of the reduced map; or "signed", "positive", "negative"
    double clipPercentile = 99.5;       // of the magnitudes: where the colours end
    double clipLowPercentile = 20;      // of the magnitudes: a pixel below it is painted as zero
    std::string colorMap;               // empty, or of another kind than the part: the first that fits
    std::string look = "region";        // or "signed", "pixels", "outline", "masked", "overlay": core/render/look.h
    double smoothing = 2;               // of what is painted, in px of 224; numbers are of the raw map
    double opacity = 1;                 // of the map over the photo
    double topArea = 20;                // per cent of the picture, of "outline" and "masked"

    bool operator==(const DisplayChoice&) const = default;
};

struct PaneChoice {
    std::string method = "blur-ig";
    std::map<std::string, std::string> parameters; // text that Parameters::set reads; only what is not default
    std::string baselinePicture;                   // file of baseline "own"
    DisplayChoice display;
    std::string target = {}; // of this pane alone; empty: the choice's
    std::string model = {};  // file, of a comparison's pane alone; empty: the choice's
    std::string modelSha256 = {};
    std::string execution = {};      // of that model, as Choice::execution
    std::string card = {};           // of that model, as Choice::card
    std::string baselineSha256 = {}; // of the file of baseline "own"

    bool operator==(const PaneChoice&) const = default;
};

// They may be drawn differently. A model counts by its file; the hash only checks that.
bool sameComputation(const PaneChoice& a, const PaneChoice& b);

struct CropChoice {
    std::string rule = "card"; // "padded", "squashed", "rectangle"
    double x = 0;              // rectangle, in pixels of the original
    double y = 0;
    double width = 0;
    double height = 0;

    bool operator==(const CropChoice&) const = default;
};

// The Compare page: a grid of panes, each a method with its own parameters.
struct CompareChoice {
    std::vector<PaneChoice> panes;
    bool sharedRange = false;             // one colour range for all panes, the widest; else each has its own
    std::string view = "grid";            // or "flicker", "swipe", "difference": panes A and B as one large picture
    std::optional<std::size_t> a;         // a pane; none: the first
    std::optional<std::size_t> b;         // none: the last
    std::optional<DisplayChoice> display; // a preset's own, of this page alone; none: as all pages have it

    bool operator==(const CompareChoice&) const = default;
};

// The Paths page: a straight path beside the blur path; the slider's sigma is where both stand.
struct PathsChoice {
    std::string baseline = "black"; // where the straight path begins
    std::string match = "position"; // or "score": where the straight path stands, by the blur path

    bool operator==(const PathsChoice&) const = default;
};

// A page's part of the choice, by key; only the page knows what it means. A key without a value is left out.
using PageValue = std::variant<bool, double, std::string, std::vector<PaneChoice>>;
using PagePart = std::map<std::string, PageValue>;

// What decided the last bits of a map beside the choice: elsewhere it comes out within float32's rounding only.
struct ComputedWith {
    std::string libtorch; // version; empty: not recorded, as all of it
    std::string device;   // "cpu", "cuda"
    int startNodes = 0;   // constants of the adaptive schedule
    int roundSize = 0;

    bool operator==(const ComputedWith&) const = default;
};

// The plain, versioned value of all that the user chose; reopens a figure. JSON, keys in snake_case.
struct Choice {
    static constexpr int currentVersion = 2;
    static constexpr const char* pngKeyword = "blurig-choice";

    std::string picture; // file; of a sound, the clip
    std::string pictureSha256;
    std::string colours = "as-stored"; // or "srgb": what is done with a colour profile that the picture states
    std::string model;                 // file
    std::string modelSha256;
    bool unfrozen = false; // the model runs as its file has it, whatever its examination allows
    std::string execution; // how it ran, as blurig::toText(Execution) says it; wins over a later examination
    std::string card;      // a model card that is not the file's own, JSON in one line; empty: the file's, or assumed
    std::string target = "top"; // text that parseTarget reads
    std::string score = "softmax";
    CropChoice crop;
    double sigma = 0;                  // of the slider, model pixels
    std::string frame = "model";       // or "original": where panes are shown
    std::string page = "explore";      // id of the page that is shown
    std::vector<PaneChoice> panes{{}}; // Explore: panes[0], and panes[1] when something stands beside it
    CompareChoice compare;
    PathsChoice paths;
    std::map<std::string, PagePart> pages; // of the other pages, by id; also of those that this program lacks
    ComputedWith computedWith;

    bool operator==(const Choice&) const = default;
};

std::string toJson(const Choice& choice);

// A choice that was read, and what of its text was left out: a sentence each, without full stop.
struct ReadChoice {
    Choice choice;
    std::vector<std::string> notes;
};

// Versions 1 and 2; missing keys are default. `where` names the source in errors (Argument): not JSON, a newer version,
// a key of the wrong type.
ReadChoice readChoice(std::string_view json, const std::string& where);

} // namespace blurig
