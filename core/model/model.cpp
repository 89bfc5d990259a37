// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/model.h"

#include "core/array/digest.h"
#include "core/array/file_bytes.h"
#include "core/array/torch_access.h"
#include "core/error.h"
#include "core/model/card_file.h"
#include "core/model/class_output.h"
#include "core/model/network_input.h"
#include "core/model/row_groups.h"
#include "core/model/score_function.h"
#include "core/network/inner_forward.h"
#include "core/network/model_words.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <c10/core/GradMode.h>
#include <fmt/format.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>
#include <cassert>

namespace blurig {
namespace {

at::Tensor floats(const Array& batch) {
    return tensorOf(batch).to(at::kFloat).detach();
}

// The rows of a group, with copies of the last for what is to run beside them.
at::Tensor groupRows(const at::Tensor& z, const RowGroup& group) {
    const at::Tensor rows = z.narrow(0, group.first, group.count);
    if (group.rows == group.count)
        return rows;
    std::vector<at::Tensor> parts{rows};
    parts.resize(static_cast<std::size_t>(1 + group.rows - group.count), rows.narrow(0, group.count - 1, 1));
    return at::cat(parts);
}

void checkFinite(const at::Tensor& tensor, const std::string& where, const char* what) {
    if (!tensor.isfinite().all().item<bool>())
        throw Error(ErrorCode::ModelOutput, where,
                    std::string("returns ") + what + " that are not numbers (NaN or infinity)",
                    "Check the value range and normalisation of the model card, then the model");
}

Error noGradient(const std::string& where, const Examination& examination) {
    return {ErrorCode::NoGradient, where, examination.gradientStop.words, examination.gradientStop.remedy};
}

// dF/d(by), undefined where F does not depend on it.
at::Tensor gradientOf(const at::Tensor& values, const at::Tensor& by, const std::string& where,
                      const Examination& examination) {
    if (!values.requires_grad())
        throw noGradient(where, examination);
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
             ModelFacts facts)
    : m_network(std::move(network)) {
    ModelInfo info;
    info.file = std::move(file);
    info.sha256 = std::move(sha256);
    info.format = m_network->format();
    info.card = std::move(card);
    info.cardOrigin = origin;
    info.parameterCount = m_network->parameterCount();
    info.device = m_network->device();
    info.examination = std::move(facts.examination);
    info.execution = facts.execution;
    info.asFiled = facts.asFiled;
    info.rowsTogether = blurig::rowsTogether(info.execution, info.parameterCount, info.card.input, info.device);
    info.notes = std::move(facts.notes);
    info.id = modelIdOf(info);
    m_info = std::make_shared<const ModelInfo>(info);
    info.classCount = classScores(asBatch(greyInput(info.card))).front().size(0);
    if (!info.card.classNames.empty() && static_cast<ClassIndex>(info.card.classNames.size()) != info.classCount)
        throw Error(ErrorCode::ModelCard, info.file,
                    "the model has " + std::to_string(info.classCount) + " classes, but there are " +
                        std::to_string(info.card.classNames.size()) + " class names",
                    "Give one name for each class, in the model's order");
    m_info = std::make_shared<const ModelInfo>(std::move(info));
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

at::Tensor Model::differentiableInput(const Array& input) const {
    const at::Tensor z = floats(asBatch(input));
    return groupRows(z, rowGroups(1, rowsTogether()).front()).clone().requires_grad_(true);
}

// A batch of one takes other kernels than a batch of several (a matrix-vector product for the last layer), and rounds
// otherwise: it is run as two equal rows. Where rows run alone, they do as in most programs.
Evaluation Model::run(const Array& batch, const Target* target, Score score, Pass pass) const {
    assert(batch.layout().batch > 0 && batch.layout().axes.size() == 2);
    const at::Tensor z = floats(batch);
    Evaluation result;
    for (const RowGroup& group : rowGroups(z.size(0), rowsTogether()))
        runTogether(groupRows(z, group), group.count, target, score, pass, result);
    return result;
}

void Model::runTogether(const at::Tensor& inputs, std::int64_t wanted, const Target* target, Score score, Pass pass,
                        Evaluation& result) const {
    const bool backward = pass == Pass::ForwardAndBackward;
    const c10::AutoGradMode gradients(backward);
    const at::Tensor z = backward ? inputs.clone().requires_grad_(true) : inputs;
    try {
        const std::vector<at::Tensor> outputs = m_network->forward(networkInput(z, card(), execution().layout));
        const at::Tensor scores = classOutput(outputs, z.size(0), examination().outputRows, card(), file());
        checkFinite(scores, file(), "class scores");
        for (Array& row : rows(classScoresOf(scores.detach().narrow(0, 0, wanted), card().output)))
            result.classScores.push_back(std::move(row));
        if (!target)
            return;
        const at::Tensor values = targetScore(scores, *target, score, card().output, file());
        checkFinite(values, file(), "scores");
        const at::Tensor detached = values.detach().contiguous();
        result.values.insert(result.values.end(), detached.data_ptr<double>(), detached.data_ptr<double>() + wanted);
        if (!backward)
            return;

        const at::Tensor gradient = gradientOf(values, z, file(), examination());
        if (!gradient.defined())
            throw noGradient(file(), examination());
        for (std::int64_t i = 0; i < wanted; ++i)
            result.gradients.push_back(pictureOf(gradient[i]));
    } catch (const Error&) {
        throw;
    } catch (const std::exception& error) { // backward may fail where forward did not
        throw modelError(file(), z.sizes().vec(), error);
    }
}

std::vector<InnerValue> Model::innerValues(const Array& input) const {
    const c10::AutoGradMode gradients(true);
    const at::Tensor z = differentiableInput(input);
    std::vector<InnerValue> values = m_network->forwardInside(networkInput(z, card(), execution().layout), "").values;
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
    const at::Tensor z = differentiableInput(input);
    try {
        const InnerForward inside = m_network->forwardInside(networkInput(z, card(), execution().layout), name);
        if (!inside.kept.defined() || inside.kept.dim() != 4)
            throw Error(ErrorCode::ModelFailed, file(), "did not compute the layer \"" + name + "\" this time",
                        "Choose a layer that is computed in every run");
        const at::Tensor scores = classOutput(inside.outputs, z.size(0), examination().outputRows, card(), file());
        checkFinite(scores, file(), "class scores");
        const at::Tensor values = targetScore(scores, target, score, card().output, file());
        checkFinite(values, file(), "scores");
        const at::Tensor gradient = gradientOf(values, inside.kept, file(), examination());
        const auto first = [](const at::Tensor& rows) { return pictureOf(rows[0].detach().to(at::kCPU, at::kFloat)); };
        return {.value = values[0].item<double>(),
                .inner = first(inside.kept),
                .gradient = gradient.defined() ? first(gradient) : Array()};
    } catch (const Error&) {
        throw;
    } catch (const std::exception& error) { // backward may fail where forward did not
        throw modelError(file(), z.sizes().vec(), error);
    }
}

namespace {

struct FoundCard {
    ModelCard card;
    CardOrigin origin = CardOrigin::Assumed;
    std::vector<std::string> notes;
};

std::string ignoredNote(const std::string& what) {
    return what + " is not used: it is not a model card, because it has no \"card_version\"";
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

Examination examined(const NetworkFile& network, const ModelCard& card, const std::string& file,
                     const std::string& sha256, const ModelOptions& options, std::vector<std::string>& notes) {
    if (!options.memory)
        return examine(network, card, file, options.progress, options.stop);
    const std::string key = examinationKey(sha256, card, deviceFor(options.device));
    if (const auto text = options.memory->find(key))
        if (auto known = parseExamination(*text))
            return *known;
    Examination examination = examine(network, card, file, options.progress, options.stop);
    try {
        options.memory->keep(key, toJson(examination));
    } catch (const Error& error) { // it works all the same, and is examined again next time
        notes.push_back("the result of its examination could not be stored: " + std::string(error.what()));
    }
    return examination;
}

// A card that somebody wrote is believed; what was only assumed is corrected.
std::string probabilitiesInside(FoundCard& found) {
    if (found.origin != CardOrigin::Assumed)
        return "its outputs are positive and sum to 1: the model seems to contain a softmax. Its card says logits, so "
               "that softmax is applied twice. If so, set the kind of output to probabilities";
    found.card.output = OutputKind::Probabilities;
    return "its outputs are positive and sum to 1: they are taken as probabilities";
}

} // namespace

ModelCard statedCard(const std::filesystem::path& file) {
    std::optional<std::string> embedded;
    for (const NetworkFormat* format : networkFormats())
        if (!embedded)
            embedded = format->cardJson(file);
    return findCard(file, {}, embedded).card;
}

namespace {

void requireTrusted(const std::filesystem::path& file, const std::string& sha256, const ModelOptions& options) {
    if (options.trusted && !options.trusted->contains(sha256))
        throw Error(ErrorCode::ChangedModel, file.string(),
                    fmt::format("has changed since you opened it (SHA-256 now {:.12})", sha256),
                    "Open it yourself if you trust it");
}

} // namespace

std::shared_ptr<const Model> loadModel(const std::filesystem::path& file, const ModelOptions& options) {
    const std::vector<std::byte> bytes = readFile(file);
    const std::string sha256 = sha256Hex(bytes);
    requireTrusted(file, sha256, options);
    const auto formats = networkFormats();
    const auto format =
        std::find_if(formats.begin(), formats.end(), [&](const NetworkFormat* f) { return f->recognises(bytes); });
    if (format == formats.end())
        throw Error(ErrorCode::NotAModel, file.string(), "is not a model file that this program knows",
                    "Open a TorchScript file (torch.jit.save); the help text \"Your own model\" shows how to make one");
    const Device device = deviceFor(options.device);
    const std::unique_ptr<NetworkFile> loaded = (*format)->load(bytes, file.string(), device);
    FoundCard found = findCard(file, options, loaded->cardJson());
    if (found.card.name.empty())
        found.card.name = file.stem().string();
    apply(options.output, found.card);
    ModelFacts facts{.examination = {}, .execution = {}, .notes = std::move(found.notes)};
    for (const std::string& note : loaded->notes())
        facts.notes.push_back(note);
    facts.examination = examined(*loaded, found.card, file.string(), sha256, options, facts.notes);
    for (const std::string& finding : facts.examination.findings)
        facts.notes.push_back(finding);
    if (facts.examination.sumsToOne)
        facts.notes.push_back(probabilitiesInside(found));
    facts.execution = options.execution.value_or(facts.examination.execution);
    facts.asFiled = options.freezing == Freezing::AsFiled;
    if (facts.asFiled && !options.execution)
        facts.execution = Execution::reference(facts.execution.number);
    auto network = loaded->network(facts.execution);
    return std::make_shared<const Model>(std::move(network), std::move(found.card), found.origin, file.string(), sha256,
                                         std::move(facts));
}

} // namespace blurig
