// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace blurig {

// How a pane is drawn; never starts a computation.
struct DisplayChoice {
    std::string reduction = "sum"; // or "absolute"
    std::string part = "signed";   // of the reduced map; or "positive", "negative", "absolute"
    double clipPercentile = 99;    // of the magnitudes: where the colours end
    double clipLowPercentile = 0;  // of the magnitudes: a pixel below it is painted as zero
    std::string colorMap;          // empty, or of another kind than the part: the first that fits
    std::string style = "map";     // or "overlay" (on the grey photo), "masked", "contour" (the photo's top area)
    double opacity = 0.8;          // of an overlay
    double topArea = 20;           // per cent of the picture, of "masked" and "contour"

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
    bool sharedRange = false;     // one colour range for all panes, the widest; else each has its own
    std::string view = "grid";    // or "flicker", "swipe", "difference": panes A and B as one large picture
    std::optional<std::size_t> a; // a pane; none: the first
    std::optional<std::size_t> b; // none: the last

    bool operator==(const CompareChoice&) const = default;
};

// The Paths page: a straight path beside the blur path; the slider's sigma is where both stand.
struct PathsChoice {
    std::string baseline = "black"; // where the straight path begins
    std::string match = "position"; // or "score": where the straight path stands, by the blur path

    bool operator==(const PathsChoice&) const = default;
};

// The plain, versioned value of all that the user chose; reopens a figure. JSON, keys in snake_case.
struct Choice {
    static constexpr int currentVersion = 1;
    static constexpr const char* pngKeyword = "blurig-choice";

    std::string picture; // file
    std::string pictureSha256;
    std::string colours = "as-stored"; // or "srgb": what is done with a colour profile that the picture states
    std::string model;                 // file
    std::string modelSha256;
    bool unfrozen = false;      // the model runs as its file has it, whatever its examination allows
    std::string execution;      // how it ran, as blurig::toText(Execution) says it; wins over a later examination
    std::string target = "top"; // text that parseTarget reads
    std::string score = "softmax";
    CropChoice crop;
    double sigma = 0;                  // of the slider, model pixels
    std::string frame = "model";       // or "original": where panes are shown
    std::string page = "explore";      // or "compare", "paths"
    std::vector<PaneChoice> panes{{}}; // Explore: panes[0], and panes[1] when something stands beside it
    CompareChoice compare;
    PathsChoice paths;

    bool operator==(const Choice&) const = default;
};

std::string toJson(const Choice& choice);
// `where` names the source in errors (Argument): not JSON, a newer version, a key of the wrong type. Unknown keys are
// kept out, missing ones are default.
Choice parseChoice(std::string_view json, const std::string& where);

} // namespace blurig
