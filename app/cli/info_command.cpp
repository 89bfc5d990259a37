// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/info_command.h"

#include "app/cli/console.h"
#include "app/cli/option_list.h"
#include "core/audio/sound.h"
#include "core/methods/map_layers.h"

#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <functional>

namespace blurig {

namespace {

const char* words(CardOrigin origin) {
    switch (origin) {
    case CardOrigin::Embedded:
        return "embedded in the file";
    case CardOrigin::BesideFile:
        return "from the .json file beside the model";
    case CardOrigin::GivenByUser:
        return "given";
    case CardOrigin::Assumed:
        break;
    }
    return "none; what follows is assumed";
}

Json infoJson(const Model& model) {
    return {{"file", model.file()},
            {"sha256", model.sha256()},
            {"format", model.info()->network.format},
            {"parameters", model.info()->network.parameterCount},
            {"device", name(model.info()->network.device)},
            {"class_count", model.classCount()},
            {"card_origin", words(model.cardOrigin())},
            {"card", cardJson(model.card())},
            {"execution", toText(model.execution())},
            {"examination", examinationJson(model.examination())},
            {"notes", model.notes()}};
}

using Line = std::function<void(std::string_view, const std::string&)>;

void soundLines(const SoundSpec& spec, const Line& line) {
    line("sound", fmt::format("{} Hz, one channel; patches of {} {} ({:.2f} s), one every {:.2f} s", sampleRateOf(spec),
                              spec.patch.length, frontEndOf(spec) ? "frames" : "samples", secondsOf(spec),
                              static_cast<double>(spec.patch.hop) * secondsPerStep(spec)));
    if (const FrontEnd* frontEnd = frontEndOf(spec))
        line("front end",
             fmt::format("window {}, hop {}, FFT {}; {}; {}", frontEnd->windowLength, frontEnd->hop, frontEnd->fftSize,
                         frontEnd->melBands > 0 ? fmt::format("{} mel bands from {:g} to {:g} Hz", frontEnd->melBands,
                                                              frontEnd->lowest, frontEnd->highestHertz())
                                                : fmt::format("{} bins", frontEnd->bands()),
                         formulaText(*frontEnd)));
}

Json soundJson(const Sound& sound) {
    return {{"file", sound.name},
            {"sha256", sound.sha256},
            {"format", sound.source.format},
            {"rate", sound.source.rate},
            {"channels", sound.source.channels},
            {"seconds", sound.source.seconds()},
            {"notes", sound.notes}};
}

std::string soundText(const Sound& sound) {
    std::string text = fmt::format("{:<12} {}\n{:<12} {}\n{:<12} {}, {} Hz, channels: {}\n{:<12} {:.3f} s", "file",
                                   sound.name, "sha256", sound.sha256, "format", sound.source.format, sound.source.rate,
                                   sound.source.channels, "length", sound.source.seconds());
    for (const std::string& note : sound.notes)
        text += fmt::format("\n{:<12} {}", "note", note);
    return text;
}

std::string infoText(const Model& model) {
    const ModelCard& card = model.card();
    const Json known = cardJson(card); // its words for the enumerations
    const Json& input = known["input"];
    const auto word = [](const Json& json) { return json.get<std::string>(); };
    std::string text;
    const auto line = [&text](std::string_view title, const std::string& value) {
        if (!value.empty())
            text += fmt::format("{:<12} {}\n", title, value);
    };
    line("model", card.name);
    line("file", model.file());
    line("sha256", model.sha256());
    line("format", fmt::format("{}, {:.2f} million parameters", model.info()->network.format,
                               static_cast<double>(model.info()->network.parameterCount) / 1e6));
    line("device", std::string(name(model.info()->network.device)));
    line("card", words(model.cardOrigin()));
    const auto* picture = std::get_if<PictureSpec>(&card.input);
    const ValueRange range = layoutOf(card.input).range;
    line("input", fmt::format("{}{} ({}), values in [{}, {}]", sizeText(card.input),
                              picture ? " pixels, " + word(input["channel_order"]) : std::string(),
                              word(input["axis_order"]), range.low, range.high));
    if (const auto* sound = std::get_if<SoundSpec>(&card.input))
        soundLines(*sound, line);
    line("mean, std", fmt::format("{}; {}", fmt::join(card.mean, ", "), fmt::join(card.standardDeviation, ", ")));
    if (picture)
        line("resize",
             fmt::format("{}, {}, size {}, crop fraction {}", word(input["resize"]["rule"]),
                         word(input["resize"]["filter"]), picture->resize.size, picture->resize.cropFraction));
    line("output", word(known["output"]["kind"]));
    line("runs", runsAs(*model.info()));
    line("classes", fmt::format("{}{}", model.classCount(), card.classNames.empty() ? ", without names" : ""));
    line("source", card.source);
    line("licence", card.licence);
    for (const std::string& note : model.notes())
        line("note", note);
    text.pop_back();
    return text;
}

// What Grad-CAM can take, as a grey picture shows it; the one that it takes by itself may be missing.
struct Layers {
    std::vector<InnerValue> all;
    std::vector<InnerValue> final;

    explicit Layers(const Model& model) {
        const std::vector<InnerValue> values = model.innerValues(greyInput(model.card()));
        all = mapLayers(values, AxisOrder::Nchw);
        final = finalMapLayers(values, AxisOrder::Nchw);
    }

    bool isAutomatic(const InnerValue& layer) const { return !final.empty() && layer == final.front(); }
};

Json layersJson(const Layers& layers) {
    Json list = Json::array();
    for (const InnerValue& layer : layers.all)
        list.push_back({{"name", layer.name},
                        {"operation", layer.operation},
                        {"shape", layer.sizes},
                        {"auto", layers.isAutomatic(layer)}});
    return list;
}

std::string layersText(const Layers& layers) {
    std::string text = fmt::format("\n{:<12} {}", "layers", layers.all.size());
    for (const InnerValue& layer : layers.all)
        text += fmt::format("\n  {:<16} {}{}", sizesText(layer), layer.name,
                            layers.isAutomatic(layer) ? "  (default of grad-cam)" : "");
    return text;
}

} // namespace

void InfoCommand::declare(OptionList& options) {
    m_model.declare(options, ModelChoice::FileAs::Argument);
    options.addFlag(
        {.name = "--layers", .help = "List the inner layers with height and width, for --method grad-cam --layer"},
        m_showLayers);
}

void InfoCommand::run(Console& console) {
    if (!m_model.file().empty() && isSound(m_model.file())) {
        const Sound sound = readSound(m_model.file());
        if (console.isJson())
            console.resultJson(soundJson(sound));
        else
            console.result(soundText(sound));
        return;
    }
    const std::shared_ptr<const Model> model = m_model.load(console);
    Json known = infoJson(*model);
    std::string text = infoText(*model);
    if (m_showLayers) {
        const Layers layers(*model);
        known["layers"] = layersJson(layers);
        text += layersText(layers);
    }
    if (console.isJson())
        console.resultJson(known);
    else
        console.result(text);
}

} // namespace blurig
