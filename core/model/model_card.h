// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/json/json.h"
#include "core/model/input_spec.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace blurig {

enum class ChannelOrder { Rgb, Bgr, Grey };
enum class AxisOrder { Nchw, Nhwc };

// What a model returns for one input.
enum class OutputKind {
    Logits,           // softmax gives the class scores
    Probabilities,    // never softmaxed again
    MultiLabelLogits, // sigmoid gives the class scores
    Sigmoids,         // independent scores in [0,1]
    OneLogit,         // one number whose sigmoid is the score of class 1 of 2
};

// Where a map of scores (classes x places) is read: an index for each axis of places, or empty for their mean.
struct OutputPlace {
    std::vector<int> at;

    bool operator==(const OutputPlace&) const = default;
};

// What must be known about a model file to use it. JSON, embedded in a TorchScript file as the extra file
// "model_card.json" or lying beside the model as MODEL.json, which wins. A JSON without "card_version" is no card.
struct ModelCard {
    std::string name;
    InputSpec input;
    ChannelOrder channelOrder = ChannelOrder::Rgb;
    AxisOrder axisOrder = AxisOrder::Nchw;
    std::vector<double> mean; // of z, one a channel: the model sees (z - mean) / std
    std::vector<double> standardDeviation;
    OutputKind output = OutputKind::Logits;
    std::optional<int> outputIndex;         // must be said where the model returns several tensors
    std::optional<OutputPlace> outputPlace; // must be said where the model returns a map of scores
    std::vector<std::string> classNames;    // may be empty: classes are then shown by index
    std::vector<std::string> wordNetIds;    // may be empty
    std::string source;
    std::string licence;

    bool operator==(const ModelCard&) const = default;
};

// Whether a text is meant as a card: a JSON object with the key "card_version", or what would be one without its
// faults.
bool saysModelCard(std::string_view text);

// `where` names the file in errors (ErrorCode::ModelCard, or UnreadableFile where the text is neither UTF-8 nor
// UTF-16), which name the key, too. A card must say its "card_version".
ModelCard parseModelCard(std::string_view bytes, const std::string& where);
Json cardJson(const ModelCard& card);
std::string toJson(const ModelCard& card);

// What a user says of a model's output; wins over the card's.
struct OutputWish {
    std::optional<OutputKind> kind;
    std::optional<int> index;
    std::optional<OutputPlace> place;

    bool empty() const { return !kind && !index && !place; }
};
void apply(const OutputWish& wish, ModelCard& card);

std::string_view name(OutputKind kind);              // "logits", "probabilities", ...
OutputKind parseOutputKind(std::string_view text);   // throws Error (Argument) that lists them
std::string name(const OutputPlace& place);          // "mean", "3,4"
OutputPlace parseOutputPlace(std::string_view text); // throws Error (Argument)

// What is assumed of a file without a card: 224 x 224 RGB in [0,1], ImageNet's mean and deviation, logits.
ModelCard assumedModelCard(std::string name);

// Labels one a line, for a card that has none. Throws Error when the file cannot be read, is not UTF-8 or UTF-16 with a
// mark, or is empty.
std::vector<std::string> readLabels(const std::string& file);

} // namespace blurig
