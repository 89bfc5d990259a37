// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/class_output.h"

#include "core/error.h"
#include "core/network/model_words.h"

namespace blurig {
namespace {

std::string outputShapes(const Outputs& outputs) {
    std::string text;
    for (std::size_t i = 0; i < outputs.tensors.size(); ++i) {
        const std::string name = i < outputs.names.size() ? outputs.names[i] + ": " : std::string();
        text += (text.empty() ? "" : ", ") + name + shapeText(outputs.tensors[i].sizes().vec());
    }
    return text;
}

std::int64_t product(at::IntArrayRef sizes) {
    std::int64_t result = 1;
    for (const std::int64_t size : sizes)
        result *= size;
    return result;
}

// N x K x places... to N x K.
at::Tensor atPlace(const at::Tensor& scores, const ModelCard& card, const std::string& where) {
    const std::vector<std::int64_t> places = scores.sizes().slice(2).vec();
    if (product(places) == 1)
        return scores.flatten(1);
    if (!card.outputPlace)
        throw Error(ErrorCode::OutputMeaning, where,
                    "returns a map of scores (" + shapeText(scores.sizes().slice(1).vec()) +
                        ": classes x places) for a picture, not one score for each class",
                    "Say which place to explain: --output-place mean or ROW,COLUMN, or \"place\" of \"output\" in the "
                    "model card");
    if (card.outputPlace->at.empty())
        return scores.flatten(2).mean(2);
    if (card.outputPlace->at.size() != places.size())
        throw Error(ErrorCode::ModelCard, where,
                    "the place of the output has " + std::to_string(card.outputPlace->at.size()) +
                        " numbers, but the map of scores has " + std::to_string(places.size()) +
                        " axes of places: " + shapeText(places),
                    "Give one number for each axis, or mean");
    at::Tensor result = scores;
    for (std::size_t axis = 0; axis < places.size(); ++axis) {
        const int index = card.outputPlace->at[axis];
        if (index < 0 || index >= places[axis])
            throw Error(ErrorCode::ModelCard, where,
                        "the place " + std::to_string(index) + " of the output lies outside of the map of scores (" +
                            shapeText(places) + ")",
                        "Count from 0");
        result = result.select(2, index);
    }
    return result;
}

} // namespace

const at::Tensor& chosenOutput(const Outputs& outputs, const ModelCard& card, const std::string& where) {
    const std::vector<at::Tensor>& tensors = outputs.tensors;
    if (tensors.empty())
        throw Error(ErrorCode::ModelOutput, where, "returns no tensor", "Export a model that returns class scores");
    if (tensors.size() > 1 && !card.outputIndex)
        throw Error(ErrorCode::OutputMeaning, where,
                    "returns " + std::to_string(tensors.size()) + " tensors (" + outputShapes(outputs) + ")",
                    "Say which one holds the class scores: --output-index, counted from 0, or \"index\" of \"output\" "
                    "in the model card");
    const auto index = static_cast<std::size_t>(card.outputIndex.value_or(0));
    if (index >= tensors.size())
        throw Error(ErrorCode::ModelOutput, where,
                    "has no output " + std::to_string(index) + ": it returns " + std::to_string(tensors.size()),
                    "Correct --output-index, or \"index\" of \"output\" in the model card");
    if (!tensors[index].is_floating_point())
        throw Error(ErrorCode::ModelOutput, where, "returns whole numbers, not scores",
                    "Export the model without its final argmax");
    return tensors[index];
}

at::Tensor classOutput(const Outputs& outputs, std::int64_t batch, OutputRows rows, const ModelCard& card,
                       const std::string& where) {
    const at::Tensor& output = chosenOutput(outputs, card, where);
    at::Tensor scores = rows == OutputRows::ClassesOfFirst || output.dim() == 0 ? output.unsqueeze(0) : output;
    if (scores.size(0) != batch)
        throw Error(ErrorCode::ModelOutput, where,
                    "returns " + shapeText(output.sizes().vec()) + " for a batch of " + std::to_string(batch) +
                        ", not one row of class scores for each picture",
                    "Check \"output\" of the model card, and that the model takes batches");
    if (scores.dim() == 1)
        scores = scores.unsqueeze(1);
    scores = atPlace(scores, card, where);
    if (scores.size(1) == 0 || (card.output == OutputKind::OneLogit && scores.size(1) != 1))
        throw Error(ErrorCode::ModelOutput, where,
                    "returns " + std::to_string(scores.size(1)) +
                        " scores for each picture, but its card says one logit",
                    "Correct --output-kind, or \"kind\" of \"output\" in the model card");
    if (card.output == OutputKind::Logits && scores.size(1) == 1)
        throw Error(ErrorCode::OutputMeaning, where,
                    "returns one number for each picture; as a logit, its softmax would always be 1",
                    "Say what the number is: --output-kind one-logit (its sigmoid is the score of class 1 of 2), "
                    "sigmoids (a score from 0 to 1), multi-label-logits or probabilities, or \"kind\" of \"output\" in "
                    "the model card");
    return scores.to(at::kCPU, at::kDouble);
}

} // namespace blurig
