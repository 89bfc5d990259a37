// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/model.h"

#include "core/array/torch_access.h"
#include "core/error.h"
#include "core/model/card_file.h"
#include "core/model/class_output.h"
#include "core/model/network_input.h"
#include "core/model/row_groups.h"
#include "core/model/score_function.h"
#include "core/network/inner_forward.h"
#include "core/network/model_words.h"

#include <ATen/ops/cat.h>
#include <ATen/TensorOperators.h>
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

// Of one row of the batch: its axes, but values of another kind.
Array gradientArray(const at::Tensor& values, const ArrayLayout& batch) { // C x axes
    ArrayLayout layout = batch;
    layout.batch = 0;
    layout.range = {};
    return arrayOf(values.contiguous().clone(), std::move(layout));
}

// Of an inner value of one row. Its axes are the input's with larger steps, where it has as many.
Array innerArray(const at::Tensor& row, const ArrayLayout& input) { // C x axes
    ArrayLayout layout;
    layout.channels = row.size(0);
    const auto axes = static_cast<std::size_t>(row.dim() - 1);
    for (std::size_t i = 0; i < axes; ++i) {
        Axis axis = axes == input.axes.size() ? input.axes[i] : Axis{.name = fmt::format("axis {}", i + 1), .unit = ""};
        const std::int64_t size = row.size(static_cast<std::int64_t>(i) + 1);
        if (axis.size > 0)
            axis.step *= static_cast<double>(axis.size) / static_cast<double>(size);
        axis.size = size;
        layout.axes.push_back(std::move(axis));
    }
    return arrayOf(row.detach().to(at::kCPU, at::kFloat).contiguous().clone(), std::move(layout));
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

Array greyInput(const ModelCard& card) {
    const ArrayLayout layout = layoutOf(card.input);
    const double grey = 0.5 * (layout.range.low + layout.range.high);
    const auto count = static_cast<std::size_t>(layout.elements());
    return Array::fromHost(layout, std::vector<float>(count, static_cast<float>(grey)));
}

Model::Model(std::unique_ptr<Network> network, ModelCard card, CardOrigin origin, std::string file, std::string sha256,
             ModelFacts facts)
    : m_network(std::move(network)) {
    ModelInfo info;
    info.file = std::move(file);
    info.sha256 = std::move(sha256);
    info.card = std::move(card);
    info.cardOrigin = origin;
    info.network = m_network->traits();
    info.examination = std::move(facts.examination);
    info.execution = facts.execution;
    info.asFiled = facts.asFiled;
    info.rowsTogether = blurig::rowsTogether(info.execution, info.network, layoutOf(info.card.input));
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
    return run(batch, {.target = &target, .score = score, .pass = Pass::ForwardAndBackward});
}

Evaluation Model::evaluateForward(const Array& batch, const Target& target, Score score) const {
    return run(batch, {.target = &target, .score = score});
}

std::vector<Array> Model::classScores(const Array& batch) const {
    return run(batch, {}).classScores;
}

at::Tensor Model::differentiableInput(const Array& input) const {
    const at::Tensor z = floats(asBatch(input));
    return groupRows(z, rowGroups(1, rowsTogether()).front()).clone().requires_grad_(true);
}

// A batch of one takes other kernels than a batch of several (a matrix-vector product for the last layer), and rounds
// otherwise: it is run as two equal rows. Where rows run alone, they do as in most programs.
Evaluation Model::run(const Array& batch, const Asked& asked) const {
    assert(batch.layout().batch > 0);
    const at::Tensor z = floats(batch);
    Evaluation result;
    for (const RowGroup& group : rowGroups(z.size(0), rowsTogether()))
        runTogether(groupRows(z, group), group.count, batch.layout(), asked, result);
    return result;
}

void Model::runTogether(const at::Tensor& inputs, std::int64_t wanted, const ArrayLayout& layout, const Asked& asked,
                        Evaluation& result) const {
    const bool backward = asked.pass == Pass::ForwardAndBackward;
    const c10::AutoGradMode gradients(backward);
    const at::Tensor z = backward ? inputs.clone().requires_grad_(true) : inputs;
    try {
        const std::vector<at::Tensor> outputs = m_network->forward(networkInput(z, card(), execution().layout));
        const at::Tensor scores =
            classOutput({outputs, info()->network.outputs}, z.size(0), examination().outputRows, card(), file());
        checkFinite(scores, file(), "class scores");
        for (Array& row : rows(classScoresOf(scores.detach().narrow(0, 0, wanted), card().output)))
            result.classScores.push_back(std::move(row));
        if (!asked.target)
            return;
        const at::Tensor values = targetScore(scores, *asked.target, asked.score, card().output, file());
        checkFinite(values, file(), "scores");
        const at::Tensor detached = values.detach().contiguous();
        result.values.insert(result.values.end(), detached.data_ptr<double>(), detached.data_ptr<double>() + wanted);
        if (!backward)
            return;

        const at::Tensor gradient = gradientOf(values, z, file(), examination());
        if (!gradient.defined())
            throw noGradient(file(), examination());
        for (std::int64_t i = 0; i < wanted; ++i)
            result.gradients.push_back(gradientArray(gradient[i], layout));
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
        if (!inside.kept.defined() || inside.kept.dim() < 3)
            throw Error(ErrorCode::ModelFailed, file(), "did not compute the layer \"" + name + "\" this time",
                        "Choose a layer that is computed in every run");
        const at::Tensor scores =
            classOutput({inside.outputs, info()->network.outputs}, z.size(0), examination().outputRows, card(), file());
        checkFinite(scores, file(), "class scores");
        const at::Tensor values = targetScore(scores, target, score, card().output, file());
        checkFinite(values, file(), "scores");
        const at::Tensor gradient = gradientOf(values, inside.kept, file(), examination());
        const auto first = [&input](const at::Tensor& rows) { return innerArray(rows[0], input.layout()); };
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

ModelCard statedCard(const std::filesystem::path& file, const NetworkFormats& formats) {
    std::optional<std::string> embedded;
    for (const auto& format : formats)
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
    NetworkSource source(file);
    requireTrusted(file, source.sha256(), options); // before its format reads a part: a model of several is not trusted
    const std::unique_ptr<NetworkFile> loaded = openNetwork(source, options.formats, deviceFor(options.device));
    FoundCard found = findCard(file, options, loaded->cardJson());
    if (found.card.name.empty())
        found.card.name = file.stem().string();
    apply(options.output, found.card);
    const std::string sha256 = source.sha256();
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
    auto network = networkOf(*loaded, facts.execution, file.string());
    return std::make_shared<const Model>(std::move(network), std::move(found.card), found.origin, file.string(), sha256,
                                         std::move(facts));
}

} // namespace blurig
