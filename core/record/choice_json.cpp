// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/json/json_reader.h"
#include "core/record/choice.h"
#include "core/record/look_defaults.h"

#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <array>
#include <limits>
#include <type_traits>

namespace blurig {

namespace {

constexpr const char* comparePage = "compare";
constexpr const char* pathsPage = "paths";

Json json(const DisplayChoice& display) {
    return {{"reduction", display.reduction},
            {"part", display.part},
            {"clip_percentile", display.clipPercentile},
            {"clip_low_percentile", display.clipLowPercentile},
            {"color_map", display.colorMap},
            {"look", display.look},
            {"smoothing", display.smoothing},
            {"opacity", display.opacity},
            {"top_area", display.topArea}};
}

Json json(const PaneChoice& pane) {
    return {{"method", pane.method},
            {"parameters", Json(pane.parameters)},
            {"baseline_picture", pane.baselinePicture},
            {"baseline_sha256", pane.baselineSha256},
            {"target", pane.target},
            {"model", pane.model},
            {"model_sha256", pane.modelSha256},
            {"execution", pane.execution},
            {"card", pane.card.empty() ? Json() : Json::parse(pane.card)},
            {"display", json(pane.display)}};
}

Json json(const std::vector<PaneChoice>& panes) {
    Json list = Json::array();
    for (const PaneChoice& pane : panes)
        list.push_back(json(pane));
    return list;
}

Json json(const CompareChoice& compare) {
    const auto orNull = [](const std::optional<std::size_t>& pane) { return pane ? Json(*pane) : Json(); };
    return {{"shared_range", compare.sharedRange},
            {"view", compare.view},
            {"a", orNull(compare.a)},
            {"b", orNull(compare.b)},
            {"display", compare.display ? json(*compare.display) : Json()},
            {"panes", json(compare.panes)}};
}

Json json(const PagePart& part) {
    Json object = Json::object();
    for (const auto& [key, value] : part)
        object[key] = std::visit(
            [](const auto& known) -> Json {
                if constexpr (std::is_same_v<std::decay_t<decltype(known)>, std::vector<PaneChoice>>)
                    return json(known);
                else
                    return known;
            },
            value);
    return object;
}

Json pagesJson(const Choice& choice) {
    Json pages{{comparePage, json(choice.compare)},
               {pathsPage, {{"baseline", choice.paths.baseline}, {"match", choice.paths.match}}}};
    for (const auto& [id, part] : choice.pages)
        pages[id] = json(part);
    return pages;
}

// Before there were looks, a style said how a map and the photo go together, and at first a flag.
std::string lookOf(const JsonReader& reader) {
    const std::string style = reader.text("style", reader.flag("overlay", false) ? "overlay" : "map");
    return reader.text("look", style == "map" ? "pixels" : style == "contour" ? "outline" : style);
}

DisplayChoice displayOf(const JsonReader& reader) {
    const std::string look = lookOf(reader);
    DisplayChoice display = displayOfLook(look);
    display.look = look;
    display.reduction = reader.text("reduction", display.reduction);
    display.part = reader.text("part", display.part);
    display.clipPercentile = reader.number("clip_percentile", display.clipPercentile);
    display.clipLowPercentile = reader.number("clip_low_percentile", display.clipLowPercentile);
    display.colorMap = reader.text("color_map", display.colorMap);
    display.smoothing = reader.number("smoothing", display.smoothing);
    display.opacity = reader.number("opacity", display.opacity);
    display.topArea = reader.number("top_area", display.topArea);
    return display;
}

PaneChoice paneOf(const JsonReader& reader) {
    PaneChoice pane;
    pane.method = reader.text("method", pane.method);
    pane.parameters = reader.textsByKey("parameters");
    pane.baselinePicture = reader.text("baseline_picture", {});
    pane.baselineSha256 = reader.text("baseline_sha256", {});
    pane.target = reader.text("target", {});
    pane.model = reader.text("model", {});
    pane.modelSha256 = reader.text("model_sha256", {});
    pane.execution = reader.text("execution", {});
    pane.card = reader.objectText("card");
    if (reader.has("display"))
        pane.display = displayOf(reader.object("display"));
    return pane;
}

std::vector<PaneChoice> panesOf(const JsonReader& reader, const std::string& key) {
    std::vector<PaneChoice> panes;
    for (const JsonReader& pane : reader.objects(key))
        panes.push_back(paneOf(pane));
    return panes;
}

CropChoice cropOf(const JsonReader& reader) {
    return {.rule = reader.text("rule", CropChoice().rule),
            .x = reader.number("x", 0),
            .y = reader.number("y", 0),
            .width = reader.number("width", 0),
            .height = reader.number("height", 0)};
}

CompareChoice compareOf(const JsonReader& reader) {
    CompareChoice compare;
    const auto pane = [&reader](const char* key) -> std::optional<std::size_t> {
        if (!reader.has(key))
            return std::nullopt;
        return static_cast<std::size_t>(reader.integer(key, 0, 0, std::numeric_limits<int>::max()));
    };
    compare.sharedRange = reader.flag("shared_range", compare.sharedRange);
    compare.view = reader.text("view", compare.view);
    compare.a = pane("a");
    compare.b = pane("b");
    if (reader.has("display"))
        compare.display = displayOf(reader.object("display"));
    compare.panes = panesOf(reader, "panes");
    return compare;
}

PathsChoice pathsOf(const JsonReader& reader) {
    return {.baseline = reader.text("baseline", PathsChoice().baseline),
            .match = reader.text("match", PathsChoice().match)};
}

PagePart partOf(const JsonReader& reader) {
    PagePart part;
    for (const std::string& key : reader.keys()) {
        if (reader.isFlag(key))
            part.emplace(key, reader.flag(key, false));
        else if (reader.isNumber(key))
            part.emplace(key, reader.number(key, 0));
        else if (reader.isText(key))
            part.emplace(key, reader.text(key, {}));
        else if (reader.isList(key))
            part.emplace(key, panesOf(reader, key));
        else if (reader.has(key))
            reader.fail(key, "must be true or false, a number, a text or a list of panes");
    }
    return part;
}

// The first version had the pages' parts among its other keys.
void readPages(const JsonReader& reader, int version, Choice& choice) {
    const JsonReader pages = version < 2 ? reader : reader.object("pages");
    choice.compare = compareOf(pages.object(comparePage));
    choice.paths = pathsOf(pages.object(pathsPage));
    if (version < 2)
        return;
    for (const std::string& id : pages.keys())
        if (id != comparePage && id != pathsPage)
            choice.pages.emplace(id, partOf(pages.object(id)));
}

ComputedWith computedWithOf(const JsonReader& reader) {
    constexpr int most = std::numeric_limits<int>::max();
    return {.libtorch = reader.text("libtorch", {}),
            .device = reader.text("device", {}),
            .startNodes = static_cast<int>(reader.integer("start_nodes", 0, 0, most)),
            .roundSize = static_cast<int>(reader.integer("round_size", 0, 0, most))};
}

} // namespace

std::string toJson(const Choice& choice) {
    const ComputedWith& with = choice.computedWith;
    return textOf({{"version", Choice::currentVersion},
                   {"picture", choice.picture},
                   {"picture_sha256", choice.pictureSha256},
                   {"colours", choice.colours},
                   {"model", choice.model},
                   {"model_sha256", choice.modelSha256},
                   {"unfrozen", choice.unfrozen},
                   {"execution", choice.execution},
                   {"card", choice.card.empty() ? Json() : Json::parse(choice.card)},
                   {"target", choice.target},
                   {"score", choice.score},
                   {"crop",
                    {{"rule", choice.crop.rule},
                     {"x", choice.crop.x},
                     {"y", choice.crop.y},
                     {"width", choice.crop.width},
                     {"height", choice.crop.height}}},
                   {"sigma", choice.sigma},
                   {"frame", choice.frame},
                   {"page", choice.page},
                   {"panes", json(choice.panes)},
                   {"pages", pagesJson(choice)},
                   {"computed_with",
                    {{"libtorch", with.libtorch},
                     {"device", with.device},
                     {"start_nodes", with.startNodes},
                     {"round_size", with.roundSize}}}});
}

ReadChoice readChoice(std::string_view text, const std::string& where) {
    const JsonReader reader(
        text, {.code = ErrorCode::Argument, .where = where, .what = "the choice", .remedy = "Export the view again"});
    const double version = reader.number("version", Choice::currentVersion);
    if (version > Choice::currentVersion)
        throw Error(ErrorCode::Argument, where,
                    fmt::format("was written by a newer program (choice version {}, this one knows {})", version,
                                Choice::currentVersion),
                    "Open it with that program");

    ReadChoice read;
    Choice& choice = read.choice;
    choice.picture = reader.text("picture", {});
    choice.pictureSha256 = reader.text("picture_sha256", {});
    choice.colours = reader.text("colours", choice.colours);
    choice.model = reader.text("model", {});
    choice.modelSha256 = reader.text("model_sha256", {});
    choice.unfrozen = reader.flag("unfrozen", false);
    choice.execution = reader.text("execution", {});
    choice.card = reader.objectText("card");
    choice.target = reader.text("target", choice.target);
    choice.score = reader.text("score", choice.score);
    choice.sigma = reader.number("sigma", 0);
    choice.frame = reader.text("frame", choice.frame);
    choice.crop = cropOf(reader.object("crop"));
    choice.page = reader.text("page", choice.page);
    if (reader.has("panes"))
        choice.panes = panesOf(reader, "panes");
    if (choice.panes.empty())
        reader.fail("panes", "must be a list of at least one pane");
    readPages(reader, static_cast<int>(version), choice);
    choice.computedWith = computedWithOf(reader.object("computed_with"));
    if (const std::vector<std::string> unknown = reader.unknownKeys(); !unknown.empty())
        read.notes.push_back(fmt::format("{} holds what this program does not know and leaves out: {}", where,
                                         fmt::join(unknown, ", ")));
    return read;
}

} // namespace blurig
