// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/model_card.h"

#include "core/array/text_file.h"
#include "core/error.h"
#include "core/json/json_reader.h"
#include "core/model/sound_card.h"
#include "core/words.h"

#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <sstream>
#include <utility>

namespace blurig {
namespace {

constexpr int cardVersion = 1;
constexpr const char* meanPlace = "mean";
constexpr std::string_view quotedVersionKey = "\"card_version\"";

constexpr Words<ChannelOrder, 3> channelOrders{
    {{ChannelOrder::Rgb, "RGB"}, {ChannelOrder::Bgr, "BGR"}, {ChannelOrder::Grey, "grey"}}};
constexpr Words<AxisOrder, 2> axisOrders{{{AxisOrder::Nchw, "NCHW"}, {AxisOrder::Nhwc, "NHWC"}}};
constexpr Words<ResizeRule, 4> resizeRules{{{ResizeRule::ShortestSide, "shortest-side"},
                                            {ResizeRule::CropThenResize, "crop-then-resize"},
                                            {ResizeRule::Squash, "squash"},
                                            {ResizeRule::Pad, "pad"}}};
constexpr Words<ResizeFilter, 2> resizeFilters{
    {{ResizeFilter::Bilinear, "bilinear"}, {ResizeFilter::Bicubic, "bicubic"}}};
enum class InputKind { Picture, Array, Spectrogram, Waveform };
constexpr Words<InputKind, 4> inputKinds{{{InputKind::Picture, "picture"},
                                          {InputKind::Array, "array"},
                                          {InputKind::Spectrogram, "spectrogram"},
                                          {InputKind::Waveform, "waveform"}}};
constexpr Words<OutputKind, 5> outputKinds{{{OutputKind::Logits, "logits"},
                                            {OutputKind::Probabilities, "probabilities"},
                                            {OutputKind::MultiLabelLogits, "multi-label-logits"},
                                            {OutputKind::Sigmoids, "sigmoids"},
                                            {OutputKind::OneLogit, "one-logit"}}};

void readNormalisation(const JsonReader& input, ModelCard& card) {
    const auto channels = static_cast<std::size_t>(layoutOf(card.input).channels);
    card.mean = input.has("mean") ? input.numbers("mean") : std::vector<double>(channels, 0.0);
    card.standardDeviation = input.has("std") ? input.numbers("std") : std::vector<double>(channels, 1.0);
    if (card.mean.size() != channels)
        input.fail("mean", "must have one number for each of the " + std::to_string(channels) + " channels");
    if (card.standardDeviation.size() != channels)
        input.fail("std", "must have one number for each of the " + std::to_string(channels) + " channels");
    for (const double deviation : card.standardDeviation) {
        if (!(std::abs(deviation) > 0.0) || !std::isfinite(deviation))
            input.fail("std", "must not be zero");
    }
}

ValueRange readRange(const JsonReader& input) {
    ValueRange result;
    if (input.has("value_range")) {
        const std::vector<double> range = input.numbers("value_range");
        if (range.size() != 2 || !(range[0] < range[1]))
            input.fail("value_range", "must be two numbers, the lower one first");
        result.low = range[0];
        result.high = range[1];
    }
    return result;
}

constexpr int longestAxis = 16'777'216;

// {"name": "frequency", "size": 64, "unit": "Hz", "step": 62.5}
ArraySpec readArray(const JsonReader& input) {
    ArraySpec spec;
    spec.layout.channels = input.integer("channels", 1, 1, 4096);
    for (const JsonReader& axis : input.objects("axes")) {
        for (const char* key : {"name", "size"})
            if (!axis.has(key))
                axis.fail(key, "is missing");
        spec.layout.axes.push_back({.name = axis.text("name", {}),
                                    .size = axis.integer("size", 1, 1, longestAxis),
                                    .unit = axis.text("unit", {}),
                                    .step = axis.number("step", 1.0)});
    }
    if (spec.layout.axes.empty() || spec.layout.axes.size() > 3)
        input.fail("axes", "must be a list of one to three axes");
    spec.layout.range = readRange(input);
    return spec;
}

PictureSpec readPicture(const JsonReader& input, ModelCard& card) {
    PictureSpec spec;
    spec.channels = static_cast<int>(input.integer("channels", 3, 1, 3));
    if (spec.channels == 2)
        input.fail("channels", "must be 1 or 3");
    spec.height = static_cast<int>(input.integer("height", 224, 2, 16384));
    spec.width = static_cast<int>(input.integer("width", 224, 2, 16384));
    card.channelOrder =
        input.word("channel_order", channelOrders, spec.channels == 1 ? ChannelOrder::Grey : ChannelOrder::Rgb);
    if ((card.channelOrder == ChannelOrder::Grey) != (spec.channels == 1))
        input.fail("channel_order", "does not fit " + std::to_string(spec.channels) + " channels");
    spec.range = readRange(input);

    const JsonReader resize = input.object("resize");
    spec.resize.rule = resize.word("rule", resizeRules, ResizeRule::ShortestSide);
    spec.resize.filter = resize.word("filter", resizeFilters, ResizeFilter::Bicubic);
    spec.resize.size = static_cast<int>(resize.integer("size", std::max(spec.height, spec.width), 2, 16384));
    spec.resize.cropFraction = resize.number("crop_fraction", 1.0);
    if (!(spec.resize.cropFraction > 0.0 && spec.resize.cropFraction <= 1.0))
        resize.fail("crop_fraction", "must lie above 0 and not above 1");
    if (spec.resize.rule == ResizeRule::ShortestSide && spec.resize.size < std::max(spec.height, spec.width))
        resize.fail("size", "must not be smaller than the input that is cropped from it");
    return spec;
}

SoundSpec readSoundInput(const JsonReader& input, InputKind kind) {
    SoundSpec spec = kind == InputKind::Spectrogram ? readSpectrogramSpec(input) : readWaveformSpec(input);
    spec.range = input.has("value_range") || kind == InputKind::Spectrogram ? readRange(input) : ValueRange{-1, 1, ""};
    if (const FrontEnd* frontEnd = frontEndOf(spec))
        spec.range.unit = formulaText(*frontEnd);
    return spec;
}

void readInput(const JsonReader& input, ModelCard& card) {
    const InputKind kind = input.word("kind", inputKinds, InputKind::Picture);
    if (kind == InputKind::Picture || kind == InputKind::Array)
        card.axisOrder = input.word("axis_order", axisOrders, AxisOrder::Nchw);
    if (kind == InputKind::Array)
        card.input = readArray(input);
    else if (kind == InputKind::Picture)
        card.input = readPicture(input, card);
    else
        card.input = readSoundInput(input, kind);
    readNormalisation(input, card);
}

OutputPlace readPlace(const JsonReader& output) {
    OutputPlace place;
    if (output.isText("place")) {
        if (output.text("place", {}) != meanPlace)
            output.fail("place", "must be \"mean\" or a list of whole numbers");
        return place;
    }
    for (const double number : output.numbers("place")) {
        if (number < 0 || number > 1'000'000 || number != std::floor(number))
            output.fail("place", "must be \"mean\" or a list of whole numbers");
        place.at.push_back(static_cast<int>(number));
    }
    if (place.at.empty())
        output.fail("place", "must not be an empty list");
    return place;
}

Json specJson(const PictureSpec& spec, const ModelCard& card) {
    return {{"channels", spec.channels},
            {"height", spec.height},
            {"width", spec.width},
            {"channel_order", wordOf(channelOrders, card.channelOrder)}};
}

Json specJson(const ArraySpec& spec, const ModelCard& /*card*/) {
    Json axes = Json::array();
    for (const Axis& axis : spec.layout.axes)
        axes.push_back({{"name", axis.name}, {"size", axis.size}, {"unit", axis.unit}, {"step", axis.step}});
    return {{"kind", wordOf(inputKinds, InputKind::Array)}, {"channels", spec.layout.channels}, {"axes", axes}};
}

Json specJson(const SoundSpec& spec, const ModelCard& /*card*/) {
    Json json = soundSpecJson(spec);
    json["kind"] = wordOf(inputKinds, frontEndOf(spec) ? InputKind::Spectrogram : InputKind::Waveform);
    return json;
}

Json resizeJson(const ResizeSpec& resize) {
    return {{"rule", wordOf(resizeRules, resize.rule)},
            {"size", resize.size},
            {"crop_fraction", resize.cropFraction},
            {"filter", wordOf(resizeFilters, resize.filter)}};
}

Json inputJson(const ModelCard& card) {
    Json input = std::visit([&card](const auto& spec) { return specJson(spec, card); }, card.input);
    const ValueRange range = layoutOf(card.input).range;
    if (!input.contains("axis_order"))
        input["axis_order"] = wordOf(axisOrders, card.axisOrder);
    input["value_range"] = {range.low, range.high};
    input["mean"] = card.mean;
    input["std"] = card.standardDeviation;
    if (const auto* picture = std::get_if<PictureSpec>(&card.input))
        input["resize"] = resizeJson(picture->resize);
    return input;
}

Json placeJson(const OutputPlace& place) {
    return place.at.empty() ? Json(meanPlace) : Json(place.at);
}

} // namespace

void apply(const OutputWish& wish, ModelCard& card) {
    card.output = wish.kind.value_or(card.output);
    if (wish.index)
        card.outputIndex = wish.index;
    if (wish.place)
        card.outputPlace = wish.place;
}

std::string_view name(OutputKind kind) {
    return wordOf(outputKinds, kind);
}

OutputKind parseOutputKind(std::string_view text) {
    if (const std::optional<OutputKind> kind = valueOf(outputKinds, text))
        return *kind;
    throw Error(ErrorCode::Argument, "output kind", fmt::format("there is no kind \"{}\"", text),
                fmt::format("Use one of {}", listOf(outputKinds)));
}

std::string name(const OutputPlace& place) {
    return place.at.empty() ? meanPlace : fmt::format("{}", fmt::join(place.at, ","));
}

OutputPlace parseOutputPlace(std::string_view text) {
    OutputPlace place;
    if (text == meanPlace)
        return place;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (true) {
        int index = 0;
        const auto [next, error] = std::from_chars(at, end, index);
        if (error != std::errc{} || index < 0 || (next != end && *next != ','))
            throw Error(ErrorCode::Argument, "output place", fmt::format("\"{}\" is not a place", text),
                        "Use mean, or an index for each axis of places, for instance 3,4");
        place.at.push_back(index);
        if (next == end)
            return place;
        at = next + 1;
    }
}

bool saysModelCard(std::string_view text) {
    const Json document = Json::parse(text, nullptr, false);
    return document.is_discarded() ? text.find(quotedVersionKey) != std::string_view::npos
                                   : document.is_object() && document.contains("card_version");
}

ModelCard parseModelCard(std::string_view bytes, const std::string& where) {
    const JsonReader card(decodedText(bytes, where),
                          {.code = ErrorCode::ModelCard,
                           .where = where,
                           .what = "the model card",
                           .remedy = "The help text \"Your own model\" lists the keys of a card"});
    if (!card.has("card_version"))
        throw Error(ErrorCode::ModelCard, where, "does not say that it is a model card: \"card_version\" is missing",
                    "Add \"card_version\": 1 if this file is a model card");
    if (card.integer("card_version", cardVersion, 1, 1'000'000) > cardVersion)
        card.fail("card_version", "is newer than this program knows");

    ModelCard result;
    result.name = card.text("name", {});
    readInput(card.object("input"), result);
    const JsonReader output = card.object("output");
    result.output = output.word("kind", outputKinds, OutputKind::Logits);
    if (output.has("index"))
        result.outputIndex = static_cast<int>(output.integer("index", 0, 0, 1000));
    if (output.has("place"))
        result.outputPlace = readPlace(output);
    const JsonReader classes = card.object("classes");
    result.classNames = classes.texts("names");
    result.wordNetIds = classes.texts("wnids");
    if (!result.wordNetIds.empty() && result.wordNetIds.size() != result.classNames.size())
        classes.fail("wnids", "has " + std::to_string(result.wordNetIds.size()) + " entries, but there are " +
                                  std::to_string(result.classNames.size()) + " class names");
    result.source = card.text("source", {});
    result.licence = card.text("licence", {});
    return result;
}

Json cardJson(const ModelCard& card) {
    Json output{{"kind", wordOf(outputKinds, card.output)}};
    if (card.outputIndex)
        output["index"] = *card.outputIndex;
    if (card.outputPlace)
        output["place"] = placeJson(*card.outputPlace);
    return {
        {"card_version", cardVersion},
        {"name", card.name},
        {"input", inputJson(card)},
        {"output", output},
        {"classes", {{"names", card.classNames}, {"wnids", card.wordNetIds}}},
        {"source", card.source},
        {"licence", card.licence},
    };
}

std::string toJson(const ModelCard& card) {
    return textOf(cardJson(card));
}

ModelCard assumedModelCard(std::string name) {
    ModelCard card;
    card.name = std::move(name);
    PictureSpec picture;
    picture.resize.size = 256;
    card.input = picture;
    card.mean = {0.485, 0.456, 0.406}; // of ImageNet, what torchvision's and most of timm's models were trained with
    card.standardDeviation = {0.229, 0.224, 0.225};
    return card;
}

std::vector<std::string> readLabels(const std::string& file) {
    std::istringstream stream(readTextFile(file));
    std::vector<std::string> labels;
    for (std::string line; std::getline(stream, line);) {
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t'))
            line.pop_back();
        labels.push_back(line);
    }
    while (!labels.empty() && labels.back().empty())
        labels.pop_back();
    if (labels.empty())
        throw Error(ErrorCode::ModelCard, file, "has no labels", "Give a text file with one class name on each line");
    return labels;
}

} // namespace blurig
