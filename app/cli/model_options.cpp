// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/model_options.h"

#include "app/cli/console.h"
#include "app/cli/error_place.h"
#include "app/cli/interrupt.h"
#include "app/cli/option_list.h"
#include "app/default_files.h"
#include "app/examination_folder.h"
#include "core/explain/resolve.h"
#include "core/model/card_file.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace blurig {

namespace {

void requireOnePerClass(const std::vector<std::string>& labels, const std::string& file, const Model& model) {
    const auto count = static_cast<ClassIndex>(labels.size());
    if (count != model.classCount())
        throw Error(
            ErrorCode::ModelCard, file,
            fmt::format("has {} labels, but the model {} has {} classes", count, model.file(), model.classCount()),
            "Give one label on each line, in the order of the model");
}

void sayAssumptions(const Model& model, Console& console) {
    const PictureSpec& input = pictureSpec(*model.info());
    console.note(fmt::format(
        "{} has no model card; assumed: {} x {} RGB pixels in [0, 1], the short side resized to {}, mean and standard "
        "deviation of ImageNet, and logits as output. If this is wrong, give a card with --card",
        model.file(), input.width, input.height, input.resize.size));
    if (model.card().classNames.empty())
        console.note("its classes have no names; give them with --labels");
}

} // namespace

void sayNotes(const Model& model, Console& console) {
    for (const std::string& note : model.notes())
        console.note(fmt::format("{}: {}", model.file(), note));
}

void ModelChoice::declare(OptionList& options, FileAs fileAs) {
    options.add({.name = fileAs == FileAs::Option ? "--model" : "MODEL",
                 .help = "TorchScript file of the model (default: the model that comes with the program)",
                 .value = "FILE"},
                m_file);
    options.add({.name = "--card",
                 .help = "Model card as JSON, in a file or as text; takes precedence over the card of the "
                         "model",
                 .value = "FILE|JSON"},
                m_card);
    options.add(
        {.name = "--labels", .help = "Class names, one on each line, in place of those of the model", .value = "FILE"},
        m_labels);
    options.add({.name = "--output-kind",
                 .help =
                     "What the model returns: logits, probabilities, multi-label-logits, sigmoids or one-logit; takes "
                     "precedence over its card",
                 .value = "KIND"},
                m_outputKind);
    options.add({.name = "--output-index",
                 .help = "Output that holds the class scores, counted from 0, if the model returns several",
                 .value = "N"},
                m_outputIndex);
    options.add({.name = "--output-place",
                 .help = "Place at which a map of scores is read: mean, or ROW,COLUMN counted from 0",
                 .value = "PLACE"},
                m_outputPlace);
    options.addFlag({.name = "--unfrozen",
                     .help = "Run the graph as it is in the file: one picture at a time, batch norm not folded"},
                    m_unfrozen);
    options.add(
        {.name = "--execution",
         .help = "Run the model as a record says (\"frozen channels-last together float\"), whatever its examination "
                 "allows",
         .value = "WORDS"},
        m_execution);
    options.add({.name = "--device", .help = "Device of the model; auto is the CPU", .value = "auto|cpu|cuda"},
                m_device);
}

OutputWish ModelChoice::outputWish() const {
    OutputWish wish;
    if (!m_outputKind.empty())
        wish.kind = asOption("--output-kind", [this] { return parseOutputKind(m_outputKind); });
    if (!m_outputIndex.empty()) {
        int index = -1;
        const char* end = m_outputIndex.data() + m_outputIndex.size();
        const auto [next, error] = std::from_chars(m_outputIndex.data(), end, index);
        if (error != std::errc{} || next != end || index < 0)
            throw Error(ErrorCode::Argument, "--output-index", fmt::format("\"{}\" is not an index", m_outputIndex),
                        "Give a whole number of at least 0");
        wish.index = index;
    }
    if (!m_outputPlace.empty())
        wish.place = asOption("--output-place", [this] { return parseOutputPlace(m_outputPlace); });
    return wish;
}

void ModelChoice::write(Choice& choice) const {
    choice.model = m_file;
    choice.unfrozen = m_unfrozen;
    choice.execution = m_execution;
}

std::shared_ptr<const Model> ModelChoice::load(Console& console) const {
    Choice choice;
    write(choice);
    return load(console, choice);
}

std::shared_ptr<const Model> ModelChoice::load(Console& console, const Choice& choice, Freezing freezing) const {
    std::filesystem::path file = choice.model;
    if (file.empty()) {
        const std::optional<std::filesystem::path> found = defaultModel();
        if (!found)
            throw Error(ErrorCode::UnreadableFile, "model", "there is no default model",
                        "Prepare it with app/run --no-start, or give a model");
        file = *found;
    }

    ModelOptions options =
        asOptions(std::array{"execution"}, [&choice] { return modelOptionsOf(choice, Reading::Strict); });
    options.output = outputWish();
    options.memory = usersExaminations();
    options.progress = [&console](const std::string& step, double done) {
        throwIfInterrupted();
        console.progress(fmt::format("examining the model, {:.0f} %: {}", 100 * done, step));
    };
    if (!choice.unfrozen)
        options.freezing = freezing;
    options.device = asOption("--device", [this] { return parseDevice(m_device); });
    if (!m_card.empty())
        options.card = m_card.starts_with('{') ? parseModelCard(m_card, "--card") : readModelCard(m_card);
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
    if (const std::string note = deviceNote(options.device, model->info()->network.device); !note.empty())
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
