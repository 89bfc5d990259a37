// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/classify_command.h"

#include "app/cli/console.h"
#include "app/cli/error_json.h"
#include "app/cli/error_place.h"
#include "app/cli/interrupt.h"
#include "app/cli/option_list.h"
#include "core/explain/crop_words.h"
#include "core/model/class_ranking.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace blurig {

namespace {

struct ScoredClass {
    ClassIndex index = 0;
    std::string name;
    std::string wordNetId;
    double score = 0;
};

std::vector<ScoredClass> classify(const Model& model, const Picture& picture, const Crop& crop, std::size_t top) {
    const PreparedInput prepared =
        asOption("--crop", [&] { return prepareInput(picture, pictureSpec(*model.info()), crop); });
    const std::vector<Array> rows = model.classScores(asBatch(prepared.z));
    const std::span<const float> scores = rows.front().host();
    std::vector<ScoredClass> result;
    for (const ClassIndex index : bestClasses(scores, top)) {
        const auto at = static_cast<std::size_t>(index);
        const std::vector<std::string>& ids = model.card().wordNetIds;
        result.push_back({index, className(index, model.card()), at < ids.size() ? ids[at] : "", scores[at]});
    }
    return result;
}

Json classesJson(const std::vector<ScoredClass>& classes) {
    Json result = Json::array();
    for (const ScoredClass& found : classes)
        result.push_back({{"index", found.index},
                          {"name", found.name},
                          {"wnid", found.wordNetId.empty() ? Json(nullptr) : Json(found.wordNetId)},
                          {"score", found.score}});
    return result;
}

std::string classesText(const std::string& file, const std::vector<ScoredClass>& classes) {
    std::string text = file;
    for (const ScoredClass& found : classes)
        text += fmt::format("\n  {:.4f}  {:>4}  {}{}{}", found.score, found.index, found.name,
                            found.wordNetId.empty() ? "" : "  ", found.wordNetId);
    return text;
}

} // namespace

void ClassifyCommand::declare(OptionList& options) {
    options.add({.name = "IMAGE", .help = "Pictures: PNG, JPEG, WebP, TIFF, BMP, PNM or GIF", .required = true},
                m_pictures);
    options.add({.name = "--top", .help = "Number of classes to show", .value = "N"}, m_top);
    m_crop.declare(options);
    m_colours.declare(options);
    m_model.declare(options);
}

void ClassifyCommand::run(Console& console) {
    const Crop crop = asOption("--crop", [this] { return parseCrop(m_crop.text()); });
    const PictureOptions options{.colours = parseColours(m_colours.text(), "--colours")};
    if (m_top == 0)
        throw Error(ErrorCode::Argument, "--top", "is 0", "Give a number of at least 1");
    const std::shared_ptr<const Model> model = m_model.load(console);

    // One bad picture of many must not hide the others; it is reported at its place and decides the exit code.
    Json images = Json::array();
    bool failed = false;
    for (const std::string& file : m_pictures) {
        throwIfInterrupted();
        try {
            const Picture picture = readPicture(file, options);
            for (const std::string& note : picture.notes())
                console.note(fmt::format("{}: {}", file, note));
            const std::vector<ScoredClass> classes = classify(*model, picture, crop, m_top);
            images.push_back({{"file", file}, {"classes", classesJson(classes)}, {"notes", picture.notes()}});
            if (!console.isJson())
                console.result(classesText(file, classes));
        } catch (const Error& error) {
            if (m_pictures.size() == 1)
                throw;
            images.push_back({{"file", file}, {"error", errorJson(error)}});
            console.note(error.what());
            failed = true;
        }
    }
    if (console.isJson()) {
        Json document;
        if (images.size() == 1)
            document["classes"] = images.front()["classes"];
        document["images"] = images;
        console.resultJson(document);
    }
    if (failed)
        throw AlreadyReported();
}

} // namespace blurig
