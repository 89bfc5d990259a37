// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/model_options.h"

#include "app/cli/console.h"
#include "app/cli/error_place.h"
#include "app/default_files.h"
#include "core/model/card_file.h"

#include <CLI/App.hpp>
#include <fmt/format.h>

namespace blurig {

namespace {

void requireOnePerClass(const std::vector<std::string>& labels, const std::string& file, const Model& model) {
    const auto count = static_cast<ClassIndex>(labels.size());
    if (count != model.classCount())
        throw Error(
            ErrorCode::ModelCard, file,
            fmt::format("has {} labels, but the model {} has {} classes", count, model.file(), model.classCount()),
            "Give one label a line, in the model's order");
}

void sayAssumptions(const Model& model, Console& console) {
    const InputSpec& input = model.card().input;
    console.note(
        fmt::format("{} has no model card; assumed are {} x {} RGB pixels in [0, 1], the short side resized to "
                    "{}, ImageNet's mean and deviation, and logits as output. Say what is true with --card",
                    model.file(), input.width, input.height, input.resize.size));
    if (model.card().classNames.empty())
        console.note("its classes have no names; give them with --labels");
}

} // namespace

void sayNotes(const Model& model, Console& console) {
    for (const std::string& note : model.notes())
        console.note(fmt::format("{}: {}", model.file(), note));
}

void ModelChoice::declare(CLI::App& app, FileAs fileAs) {
    app.add_option(fileAs == FileAs::Option ? "--model" : "MODEL", m_file,
                   "TorchScript file of the model (default: the model that comes with the program)")
        ->type_name("FILE");
    app.add_option("--card", m_card, "Model card as JSON; wins over the model's own")->type_name("FILE");
    app.add_option("--labels", m_labels, "Class names, one a line, in place of the model's own")->type_name("FILE");
    app.add_flag("--unfrozen", m_unfrozen, "Run the model as its file has it, without folding its batch norm");
    app.add_option("--device", m_device, "Where the model runs; auto is CUDA where LibTorch finds it")
        ->type_name("auto|cpu|cuda")
        ->capture_default_str();
}

std::shared_ptr<const Model> ModelChoice::load(Console& console, Freezing freezing) const {
    std::filesystem::path file = m_file;
    if (m_file.empty()) {
        const std::optional<std::filesystem::path> found = defaultModel();
        if (!found)
            throw Error(ErrorCode::UnreadableFile, "model", "the default model is not there",
                        "Prepare it with app/run --no-start, or name a model");
        file = *found;
    }

    ModelOptions options;
    options.freezing = m_unfrozen ? Freezing::AsFiled : freezing;
    options.device = asOption("--device", [this] { return parseDevice(m_device); });
    if (!m_card.empty())
        options.card = readModelCard(m_card);
    // Labels must fit the model's classes, whose number only the model knows.
    std::vector<std::string> labels;
    if (!m_labels.empty()) {
        labels = readLabels(m_labels);
        if (options.card) {
            options.card->classNames.clear();
            options.card->wordNetIds.clear();
        }
    }
    std::shared_ptr<const Model> model = loadModel(file, options);
    if (const std::string note = deviceNote(options.device, model->network().device()); !note.empty())
        console.note(note);
    sayNotes(*model, console);
    if (model->cardOrigin() == CardOrigin::Assumed)
        sayAssumptions(*model, console);
    if (labels.empty())
        return model;

    requireOnePerClass(labels, m_labels, *model);
    options.card = model->card();
    options.card->classNames = std::move(labels);
    options.card->wordNetIds.clear();
    return loadModel(file, options);
}

} // namespace blurig
