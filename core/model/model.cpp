// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/model.h"

#include "core/array/digest.h"
#include "core/array/file_bytes.h"
#include "core/array/torch_access.h"
#include "core/error.h"
#include "core/model/card_file.h"
#include "core/model/inner_forward.h"
#include "core/model/model_words.h"
#include "core/model/score_function.h"

#include <ATen/ops/cat.h>
#include <ATen/ops/tensor.h>
#include <ATen/TensorOperators.h>
#include <c10/core/GradMode.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>
#include <cassert>

namespace blurig {
namespace {

// z to what the network takes: channel order, normalisation, axis order. Differentiable. Channels-last is faster where
// the weights were laid out for it; a graph as filed gets the layout that other programs give it, for equal rounding.
at::Tensor networkInput(const at::Tensor& z, const ModelCard& card, Freezing freezing) {
    const auto perChannel = [&z](const std::vector<double>& values) {
        return at::tensor(values, z.options().requires_grad(false)).view({1, -1, 1, 1});
    };
    at::Tensor x = (z - perChannel(card.mean)) / perChannel(card.standardDeviation);
    if (card.channelOrder == ChannelOrder::Bgr)
        x = x.flip({1});
    if (card.axisOrder == AxisOrder::Nhwc)
        return x.permute({0, 2, 3, 1}).contiguous();
    return x.contiguous(freezing == Freezing::Frozen ? at::MemoryFormat::ChannelsLast : at::MemoryFormat::Contiguous);
}

std::string outputShapes(const std::vector<at::Tensor>& outputs) {
    std::string text;
    for (const at::Tensor& output : outputs)
        text += (text.empty() ? "" : ", ") + shapeText(output.sizes().vec());
    return text;
}

at::Tensor floats(const Array& batch) {
    return tensorOf(batch).to(at::kFloat).detach();
}

at::Tensor twice(const at::Tensor& z) {
    return at::cat({z, z});
}

// One picture as Model::run hands it to the network.
at::Tensor differentiableInput(const Array& input, Freezing freezing) {
    const at::Tensor z = floats(asBatch(input));
    return (freezing == Freezing::Frozen ? twice(z) : z.clone()).requires_grad_(true);
}

// The tensor of class scores: N x K.
at::Tensor classOutput(const std::vector<at::Tensor>& outputs, std::int64_t batch, const ModelCard& card,
                       const std::string& where) {
    if (outputs.empty())
        throw Error(ErrorCode::ModelOutput, where, "returns no tensor", "Export a model that returns class scores");
    if (outputs.size() > 1 && !card.outputIndex)
        throw Error(ErrorCode::ModelOutput, where,
                    "returns " + std::to_string(outputs.size()) + " tensors (" + outputShapes(outputs) + ")",
                    "Say which one holds the class scores: \"output\": {\"index\": 0} in the model card");
    const auto index = static_cast<std::size_t>(card.outputIndex.value_or(0));
    if (index >= outputs.size())
        throw Error(ErrorCode::ModelOutput, where,
                    "has no output " + std::to_string(index) + ": it returns " + std::to_string(outputs.size()),
                    "Correct \"index\" of \"output\" in the model card");
    at::Tensor scores = outputs[index];
    if (!scores.is_floating_point())
        throw Error(ErrorCode::ModelOutput, where, "returns whole numbers, not scores",
                    "Export the model without its final argmax");
    if (scores.dim() == 1 && scores.size(0) == batch)
        scores = scores.unsqueeze(1);
    if (scores.dim() >= 2 && scores.size(0) == batch)
        scores = scores.flatten(1);
    if (scores.dim() != 2 || scores.size(0) != batch || scores.size(1) < 1 ||
        (card.output == OutputKind::OneLogit && scores.size(1) != 1))
        throw Error(ErrorCode::ModelOutput, where,
                    "returns " + outputShapes({outputs[index]}) + " for a batch of " + std::to_string(batch) +
                        ", not one row of class scores for each picture",
                    "Check \"output\" of the model card, and that the model takes batches");
    return scores.to(at::kCPU, at::kDouble);
}

void checkFinite(const at::Tensor& tensor, const std::string& where, const char* what) {
    if (!tensor.isfinite().all().item<bool>())
        throw Error(ErrorCode::ModelOutput, where,
                    std::string("returns ") + what + " that are not numbers (NaN or infinity)",
                    "Check the value range and normalisation of the model card, then the model");
}

// dF/d(by), undefined where F does not depend on it.
at::Tensor gradientOf(const at::Tensor& values, const at::Tensor& by, const std::string& where) {
    if (!values.requires_grad())
        throw Error(ErrorCode::NoGradient, where, "gives an output that does not depend on its input by a gradient",
                    "Export it without detach(), argmax or no_grad around its layers");
    at::Tensor gradient = torch::autograd::grad({values.sum()}, {by}, {}, {}, false, true).front();
    if (gradient.defined())
        checkFinite(gradient, where, "gradients");
    return gradient;
}

Array pictureOf(const at::Tensor& values) { // C x H x W
    return arrayOf(values.contiguous().clone(), pictureLayout(values.size(0), values.size(1), values.size(2)));
}

std::vector<Array> rows(const at::Tensor& table) { // N x K to N of 1 x K
    std::vector<Array> result;
    for (std::int64_t i = 0; i < table.size(0); ++i) {
        ArrayLayout layout;
        layout.channels = 1;
        layout.axes = {Axis{.name = "class", .size = table.size(1), .unit = ""}};
        result.push_back(arrayOf(table[i].unsqueeze(0).clone(), std::move(layout)));
    }
    return result;
}

} // namespace

double scoreOf(const Array& classScores, const Target& target) {
    const at::Tensor row = tensorOf(classScores).to(at::kDouble).contiguous();
    const double* scores = row.data_ptr<double>();
    double sum = 0;
    for (const WeightedClass& weighted : target.classes)
        sum += scores[weighted.index] * weighted.weight;
    return sum;
}

void requireKnownCard(const Model& model) {
    if (model.cardOrigin() == CardOrigin::Assumed)
        throw Error(ErrorCode::ModelCard, model.file(), "has no model card: its input is unknown",
                    "Put its card beside it as " + std::filesystem::path(model.file()).filename().string() +
                        ".json; or open it in the window once and describe it there");
}

Array greyInput(const ModelCard& card) {
    const InputSpec& spec = card.input;
    ArrayLayout layout = pictureLayout(spec.channels, spec.height, spec.width);
    layout.range = spec.range;
    const double grey = 0.5 * (spec.range.low + spec.range.high);
    const auto count = static_cast<std::size_t>(layout.elements());
    return Array::fromHost(layout, std::vector<float>(count, static_cast<float>(grey)));
}

Model::Model(std::unique_ptr<Network> network, ModelCard card, CardOrigin origin, std::string file, std::string sha256,
             Freezing freezing, std::vector<std::string> notes)
    : m_network(std::move(network))
    , m_card(std::move(card))
    , m_origin(origin)
    , m_file(std::move(file))
    , m_sha256(std::move(sha256))
    , m_freezing(freezing)
    , m_notes(std::move(notes)) {
    m_classCount = classScores(asBatch(greyInput(m_card))).front().size(0);
    if (!m_card.classNames.empty() && static_cast<ClassIndex>(m_card.classNames.size()) != m_classCount)
        throw Error(ErrorCode::ModelCard, m_file,
                    "the model has " + std::to_string(m_classCount) + " classes, but there are " +
                        std::to_string(m_card.classNames.size()) + " class names",
                    "Give one name for each class, in the model's order");
}

Evaluation Model::evaluate(const Array& batch, const Target& target, Score score) const {
    return run(batch, &target, score, Pass::ForwardAndBackward);
}

Evaluation Model::evaluateForward(const Array& batch, const Target& target, Score score) const {
    return run(batch, &target, score, Pass::Forward);
}

std::vector<Array> Model::classScores(const Array& batch) const {
    return run(batch, nullptr, Score::ClassScore, Pass::Forward).classScores;
}

// Matrix products round by the shape of the whole batch: tried with OpenBLAS 0.3.21, a row's last bits change between
// batches of 2, 3 and 4 where a layer has up to 32 outputs, and between 8 and 16 for any. More rows than these are at
// most 5 % faster; a large network makes what is more urgent wait too long for four.
int Model::rowsTogether() const {
    constexpr int ofLarge = 2; // one would be run as two
    constexpr int ofSmall = 4;
    constexpr int onGpu = 8;
    constexpr double small = 16e6 * 224 * 224; // parameters times pixels: about what a pass costs
    if (m_freezing == Freezing::AsFiled)
        return 1;
    if (m_network->device() == Device::Cuda)
        return onGpu;
    const double work = static_cast<double>(m_network->parameterCount()) * m_card.input.height * m_card.input.width;
    return work <= small ? ofSmall : ofLarge;
}

// A batch of one takes other kernels than a batch of several (a matrix-vector product for the last layer), and rounds
// otherwise: it is run as two equal rows. A graph as filed runs one row at a time, as most programs do: there, rounding
// depends on the batch throughout, and ReLU's kinks magnify it (measured: up to 0.3 % of a gradient).
Evaluation Model::run(const Array& batch, const Target* target, Score score, Pass pass) const {
    assert(batch.layout().batch > 0 && batch.layout().axes.size() == 2);
    const at::Tensor z = floats(batch);
    const std::int64_t count = z.size(0);
    Evaluation result;
    if (m_freezing == Freezing::AsFiled) {
        for (std::int64_t i = 0; i < count; ++i)
            runTogether(z.narrow(0, i, 1), 1, target, score, pass, result);
    } else {
        runTogether(count == 1 ? twice(z) : z, count, target, score, pass, result);
    }
    return result;
}

void Model::runTogether(const at::Tensor& inputs, std::int64_t wanted, const Target* target, Score score, Pass pass,
                        Evaluation& result) const {
    const bool backward = pass == Pass::ForwardAndBackward;
    const c10::AutoGradMode gradients(backward);
    const at::Tensor z = backward ? inputs.clone().requires_grad_(true) : inputs;
    try {
        const std::vector<at::Tensor> outputs = m_network->forward(networkInput(z, m_card, m_freezing));
        const at::Tensor scores = classOutput(outputs, z.size(0), m_card, m_file);
        checkFinite(scores, m_file, "class scores");
        for (Array& row : rows(classScoresOf(scores.detach().narrow(0, 0, wanted), m_card.output)))
            result.classScores.push_back(std::move(row));
        if (!target)
            return;
        const at::Tensor values = targetScore(scores, *target, score, m_card.output, m_file);
        checkFinite(values, m_file, "scores");
        const at::Tensor detached = values.detach().contiguous();
        result.values.insert(result.values.end(), detached.data_ptr<double>(), detached.data_ptr<double>() + wanted);
        if (!backward)
            return;

        const at::Tensor gradient = gradientOf(values, z, m_file);
        if (!gradient.defined())
            throw Error(ErrorCode::NoGradient, m_file, "gives an output that does not depend on its input",
                        "Export it without detach(), argmax or no_grad around its layers");
        for (std::int64_t i = 0; i < wanted; ++i)
            result.gradients.push_back(pictureOf(gradient[i]));
    } catch (const Error&) {
        throw;
    } catch (const std::exception& error) { // backward may fail where forward did not
        throw modelError(m_file, z.sizes().vec(), error);
    }
}

std::vector<InnerValue> Model::innerValues(const Array& input) const {
    const c10::AutoGradMode gradients(true);
    const at::Tensor z = differentiableInput(input, m_freezing);
    std::vector<InnerValue> values = m_network->forwardInside(networkInput(z, m_card, m_freezing), "").values;
    std::erase_if(values, [&z](const InnerValue& value) {
        return value.sizes.empty() || value.sizes.front() != z.size(0); // of no batch, or of its windows or heads
    });
    for (InnerValue& value : values)
        value.sizes.erase(value.sizes.begin());
    return values;
}

InnerEvaluation Model::evaluateInner(const Array& input, const Target& target, Score score,
                                     const std::string& name) const {
    const c10::AutoGradMode gradients(true);
    const at::Tensor z = differentiableInput(input, m_freezing);
    try {
        const InnerForward inside = m_network->forwardInside(networkInput(z, m_card, m_freezing), name);
        if (!inside.kept.defined() || inside.kept.dim() != 4)
            throw Error(ErrorCode::ModelFailed, m_file, "did not compute the layer \"" + name + "\" this time",
                        "Choose a layer that does not depend on chance");
        const at::Tensor scores = classOutput(inside.outputs, z.size(0), m_card, m_file);
        checkFinite(scores, m_file, "class scores");
        const at::Tensor values = targetScore(scores, target, score, m_card.output, m_file);
        checkFinite(values, m_file, "scores");
        const at::Tensor gradient = gradientOf(values, inside.kept, m_file);
        const auto first = [](const at::Tensor& rows) { return pictureOf(rows[0].detach().to(at::kCPU, at::kFloat)); };
        return {.value = values[0].item<double>(),
                .inner = first(inside.kept),
                .gradient = gradient.defined() ? first(gradient) : Array()};
    } catch (const Error&) {
        throw;
    } catch (const std::exception& error) { // backward may fail where forward did not
        throw modelError(m_file, z.sizes().vec(), error);
    }
}

namespace {

struct FoundCard {
    ModelCard card;
    CardOrigin origin = CardOrigin::Assumed;
    std::vector<std::string> notes;
};

std::string ignoredNote(const std::string& what) {
    return what + " is not used: it is no model card, which would say \"card_version\"";
}

FoundCard findCard(const std::filesystem::path& file, const ModelOptions& options,
                   const std::optional<std::string>& embedded) {
    if (options.card)
        return {*options.card, CardOrigin::GivenByUser, {}};
    std::vector<std::string> notes;
    for (const std::filesystem::path& beside : placesOfCard(file)) {
        if (std::optional<ModelCard> card = cardInFile(beside))
            return {*std::move(card), CardOrigin::BesideFile, std::move(notes)};
        notes.push_back(ignoredNote(beside.string()));
    }
    if (embedded && saysModelCard(*embedded))
        return {parseModelCard(*embedded, file.string()), CardOrigin::Embedded, std::move(notes)};
    if (embedded)
        notes.push_back(ignoredNote("the model_card.json inside the file"));
    return {assumedModelCard(file.stem().string()), CardOrigin::Assumed, std::move(notes)};
}

} // namespace

std::shared_ptr<const Model> loadModel(const std::filesystem::path& file, const ModelOptions& options) {
    const std::vector<std::byte> bytes = readFile(file);
    const auto formats = networkFormats();
    const auto format =
        std::find_if(formats.begin(), formats.end(), [&](const NetworkFormat* f) { return f->recognises(bytes); });
    if (format == formats.end())
        throw Error(ErrorCode::NotAModel, file.string(), "is not a model file that this program knows",
                    "Open a TorchScript file (torch.jit.save); the README shows how to make one");
    NetworkFile loaded = (*format)->load(bytes, file.string(), options.freezing, deviceFor(options.device));
    FoundCard found = findCard(file, options, loaded.cardJson);
    if (found.card.name.empty())
        found.card.name = file.stem().string();
    return std::make_shared<const Model>(std::move(loaded.network), std::move(found.card), found.origin, file.string(),
                                         sha256Hex(bytes), loaded.freezing, std::move(found.notes));
}

} // namespace blurig
