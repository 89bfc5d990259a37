// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/choice.h"

#include "core/error.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace blurig {

namespace {

using Json = nlohmann::ordered_json;

// One object of the JSON text: takes known keys by type and says which one is wrong.
class Reader {
public:
    Reader(const Json& object, std::string path, const std::string& where)
        : m_object(object)
        , m_path(std::move(path))
        , m_where(where) {
        if (!object.is_object())
            fail("", "an object");
    }

    void take(const char* key, std::string& value) const {
        takeIf(
            key, "a text", [](const Json& json) { return json.is_string(); }, value);
    }
    void take(const char* key, bool& value) const {
        takeIf(
            key, "true or false", [](const Json& json) { return json.is_boolean(); }, value);
    }
    void take(const char* key, double& value) const {
        takeIf(
            key, "a number", [](const Json& json) { return json.is_number() && std::isfinite(json.get<double>()); },
            value);
    }
    void take(const char* key, std::optional<std::size_t>& value) const {
        const Json* found = find(key);
        if (!found || found->is_null())
            return;
        if (!found->is_number_unsigned())
            fail(key, "a whole number of at least 0");
        value = found->get<std::size_t>();
    }
    void take(const char* key, std::map<std::string, std::string>& values) const {
        const auto found = m_object.find(key);
        if (found == m_object.end())
            return;
        const Reader inner(*found, pathOf(key), m_where);
        values.clear();
        for (const auto& [name, unused] : found->items())
            inner.take(name.c_str(), values[name]);
    }

    const Json* find(const char* key) const {
        const auto found = m_object.find(key);
        return found == m_object.end() ? nullptr : &*found;
    }
    std::string pathOf(const std::string& key) const { return m_path.empty() ? key : m_path + "." + key; }

    [[noreturn]] void fail(const std::string& key, const std::string& expected) const {
        const std::string path = key.empty() ? m_path : pathOf(key);
        throw Error(ErrorCode::Argument, m_where,
                    fmt::format("{} is not {}", path.empty() ? "the choice" : "\"" + path + "\"", expected),
                    "Export the view again");
    }

private:
    template <typename Value, typename Check>
    void takeIf(const char* key, const char* expected, Check check, Value& value) const {
        const auto found = m_object.find(key);
        if (found == m_object.end())
            return;
        if (!check(*found))
            fail(key, expected);
        value = found->get<Value>();
    }

    const Json& m_object;
    std::string m_path;
    const std::string& m_where;
};

Json json(const PaneChoice& pane) {
    const DisplayChoice& display = pane.display;
    return {{"method", pane.method},
            {"parameters", Json(pane.parameters)},
            {"baseline_picture", pane.baselinePicture},
            {"target", pane.target},
            {"model", pane.model},
            {"model_sha256", pane.modelSha256},
            {"display",
             {{"reduction", display.reduction},
              {"part", display.part},
              {"clip_percentile", display.clipPercentile},
              {"clip_low_percentile", display.clipLowPercentile},
              {"color_map", display.colorMap},
              {"style", display.style},
              {"overlay", display.style == "overlay"}, // all that earlier programs know of the style
              {"opacity", display.opacity},
              {"top_area", display.topArea}}}};
}

DisplayChoice readDisplay(const Reader& reader) {
    DisplayChoice display;
    reader.take("reduction", display.reduction);
    reader.take("part", display.part);
    reader.take("clip_percentile", display.clipPercentile);
    reader.take("clip_low_percentile", display.clipLowPercentile);
    reader.take("color_map", display.colorMap);
    bool overlay = false;
    reader.take("overlay", overlay);
    display.style = overlay ? "overlay" : display.style; // of a file without a style
    reader.take("style", display.style);
    reader.take("opacity", display.opacity);
    reader.take("top_area", display.topArea);
    return display;
}

PaneChoice readPane(const Reader& reader, const std::string& where) {
    PaneChoice pane;
    reader.take("method", pane.method);
    reader.take("parameters", pane.parameters);
    reader.take("baseline_picture", pane.baselinePicture);
    reader.take("target", pane.target);
    reader.take("model", pane.model);
    reader.take("model_sha256", pane.modelSha256);
    if (const Json* display = reader.find("display"))
        pane.display = readDisplay(Reader(*display, reader.pathOf("display"), where));
    return pane;
}

CropChoice readCrop(const Reader& reader) {
    CropChoice crop;
    reader.take("rule", crop.rule);
    reader.take("x", crop.x);
    reader.take("y", crop.y);
    reader.take("width", crop.width);
    reader.take("height", crop.height);
    return crop;
}

std::vector<PaneChoice> readPanes(const Reader& reader, std::size_t least, const std::string& where) {
    const Json* panes = reader.find("panes");
    if (!panes->is_array() || panes->size() < least)
        reader.fail("panes", least > 0 ? "a list of at least one pane" : "a list of panes");
    std::vector<PaneChoice> result;
    for (std::size_t index = 0; index < panes->size(); ++index)
        result.push_back(
            readPane(Reader((*panes)[index], fmt::format("{}[{}]", reader.pathOf("panes"), index), where), where));
    return result;
}

CompareChoice readCompare(const Reader& reader, const std::string& where) {
    CompareChoice compare;
    reader.take("shared_range", compare.sharedRange);
    reader.take("view", compare.view);
    reader.take("a", compare.a);
    reader.take("b", compare.b);
    if (reader.find("panes"))
        compare.panes = readPanes(reader, 0, where);
    return compare;
}

PathsChoice readPaths(const Reader& reader) {
    PathsChoice paths;
    reader.take("baseline", paths.baseline);
    reader.take("match", paths.match);
    return paths;
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
            {"panes", json(compare.panes)}};
}

} // namespace

bool sameComputation(const PaneChoice& a, const PaneChoice& b) {
    return a.method == b.method && a.parameters == b.parameters && a.baselinePicture == b.baselinePicture &&
           a.target == b.target && a.model == b.model;
}

std::string toJson(const Choice& choice) {
    const Json document{{"version", Choice::currentVersion},
                        {"picture", choice.picture},
                        {"picture_sha256", choice.pictureSha256},
                        {"colours", choice.colours},
                        {"model", choice.model},
                        {"model_sha256", choice.modelSha256},
                        {"unfrozen", choice.unfrozen},
                        {"execution", choice.execution},
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
                        {"compare", json(choice.compare)},
                        {"paths", {{"baseline", choice.paths.baseline}, {"match", choice.paths.match}}}};
    // File names may hold bytes that are not UTF-8; JSON cannot.
    return document.dump(2, ' ', false, Json::error_handler_t::replace);
}

Choice parseChoice(std::string_view text, const std::string& where) {
    const Json document = Json::parse(text, nullptr, false);
    if (document.is_discarded())
        throw Error(ErrorCode::Argument, where, "holds no readable choice: its text is not JSON",
                    "Export the view again");
    const Reader reader(document, "", where);
    double version = Choice::currentVersion;
    reader.take("version", version);
    if (version > Choice::currentVersion)
        throw Error(ErrorCode::Argument, where,
                    fmt::format("was written by a newer program (choice version {}, this one knows {})", version,
                                Choice::currentVersion),
                    "Open it with that program");

    Choice choice;
    reader.take("picture", choice.picture);
    reader.take("picture_sha256", choice.pictureSha256);
    reader.take("colours", choice.colours);
    reader.take("model", choice.model);
    reader.take("model_sha256", choice.modelSha256);
    reader.take("unfrozen", choice.unfrozen);
    reader.take("execution", choice.execution);
    reader.take("target", choice.target);
    reader.take("score", choice.score);
    reader.take("sigma", choice.sigma);
    reader.take("frame", choice.frame);
    if (const Json* crop = reader.find("crop"))
        choice.crop = readCrop(Reader(*crop, "crop", where));
    reader.take("page", choice.page);
    if (reader.find("panes"))
        choice.panes = readPanes(reader, 1, where);
    if (const Json* compare = reader.find("compare"))
        choice.compare = readCompare(Reader(*compare, "compare", where), where);
    if (const Json* paths = reader.find("paths"))
        choice.paths = readPaths(Reader(*paths, "paths", where));
    return choice;
}

} // namespace blurig
