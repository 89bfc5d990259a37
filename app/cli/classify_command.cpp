// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/classify_command.h"

#include "app/cli/console.h"
#include "app/cli/error_json.h"
#include "app/cli/error_place.h"
#include "app/cli/interrupt.h"
#include "app/cli/opened_clip.h"
#include "app/cli/option_list.h"
#include "app/default_files.h"
#include "core/explain/crop_words.h"
#include "core/model/class_ranking.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <variant>

namespace blurig {

namespace {

struct ScoredClass {
    ClassIndex index = 0;
    std::string name;
    std::string wordNetId;
    double score = 0;
};

std::vector<ScoredClass> ranked(const Array& row, const ModelCard& card, std::size_t top) {
    const std::span<const float> scores = row.host();
    std::vector<ScoredClass> result;
    for (const ClassIndex index : bestClasses(scores, top)) {
        const auto at = static_cast<std::size_t>(index);
        const std::vector<std::string>& ids = card.wordNetIds;
        result.push_back({index, className(index, card), at < ids.size() ? ids[at] : "", scores[at]});
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

std::string classesText(const std::string& heading, const std::vector<ScoredClass>& classes) {
    std::string text = heading;
    for (const ScoredClass& found : classes)
        text += fmt::format("\n  {:.4f}  {:>4}  {}{}{}", found.score, found.index, found.name,
                            found.wordNetId.empty() ? "" : "  ", found.wordNetId);
    return text;
}

// What is found of one file, in both forms.
struct Classified {
    Json json;
    std::string text;
};

struct Asked {
    std::string file;
    Crop crop;
    PictureOptions options;
    std::size_t top = 0;
};

Classified ofPicture(Console& console, const Asked& asked, const Model& model) {
    const Picture picture = readPicture(asked.file, asked.options);
    for (const std::string& note : picture.notes())
        console.note(fmt::format("{}: {}", asked.file, note));
    const PreparedInput prepared =
        asOption("--crop", [&] { return prepareInput(picture, pictureSpec(*model.info()), asked.crop); });
    const auto classes = ranked(model.classScores(asBatch(prepared.z)).front(), model.card(), asked.top);
    return {{{"file", asked.file}, {"classes", classesJson(classes)}, {"notes", picture.notes()}},
            classesText(asked.file, classes)};
}

// Of the clip the mean of its patches; and of each patch.
Classified ofSound(Console& console, const Asked& asked, const Model& model) {
    const OpenedClip heard = openClip(console, asked.file, model);
    const Clip& clip = *heard.clip;
    const auto classes = ranked(heard.scores.clip, model.card(), asked.top);
    std::string text = classesText(
        fmt::format("{}: mean of {} patches of {:.2f} s", asked.file, clip.patches.size(), secondsOf(clip.spec)),
        classes);
    Json patches = Json::array();
    for (std::size_t patch = 0; patch < clip.patches.size(); ++patch) {
        const auto own = ranked(heard.scores.patches[patch], model.card(), asked.top);
        patches.push_back({{"patch", patch},
                           {"from_seconds", startOf(clip, patch)},
                           {"to_seconds", endOf(clip, patch)},
                           {"classes", classesJson(own)}});
        text += fmt::format("\n  patch {}, {:.2f} to {:.2f} s: {} {:.4f}", patch, startOf(clip, patch),
                            endOf(clip, patch), own.front().name, own.front().score);
    }
    return {{{"file", asked.file},
             {"classes", classesJson(classes)},
             {"seconds", clip.sound.seconds()},
             {"patches", patches},
             {"notes", clip.notes}},
            text};
}

} // namespace

void ClassifyCommand::declare(OptionList& options) {
    options.add({.name = "IMAGE",
                 .help = "Pictures: PNG, JPEG, WebP, TIFF, BMP, PNM or GIF; of a model of sounds, sounds: WAV, AIFF, "
                         "FLAC, Ogg or MP3",
                 .required = true},
                m_files);
    options.add({.name = "--top", .help = "Number of classes to show", .value = "N"}, m_top);
    m_crop.declare(options);
    m_colours.declare(options);
    m_model.declare(options);
}

std::shared_ptr<const Model> ClassifyCommand::load(Console& console) const {
    Choice choice;
    m_model.write(choice);
    if (const auto file = defaultSoundModel(); file && choice.model.empty() && std::ranges::all_of(m_files, meansSound))
        choice.model = file->string();
    return m_model.load(console, choice);
}

void ClassifyCommand::run(Console& console) {
    Asked asked{.crop = asOption("--crop", [this] { return parseCrop(m_crop.text()); }),
                .options = {.colours = parseColours(m_colours.text(), "--colours")},
                .top = m_top};
    if (m_top == 0)
        throw Error(ErrorCode::Argument, "--top", "is 0", "Give a number of at least 1");
    const std::shared_ptr<const Model> model = load(console);
    const bool hears = std::holds_alternative<SoundSpec>(model->card().input);

    // One bad file of many must not hide the others; it is reported at its place and decides the exit code.
    Json images = Json::array();
    bool failed = false;
    for (const std::string& file : m_files) {
        throwIfInterrupted();
        asked.file = file;
        try {
            const Classified found = hears ? ofSound(console, asked, *model) : ofPicture(console, asked, *model);
            images.push_back(found.json);
            if (!console.isJson())
                console.result(found.text);
        } catch (const Error& error) {
            if (m_files.size() == 1)
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
