// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/examination.h"

#include "core/error.h"
#include "core/model/class_output.h"
#include "core/model/examination_pictures.h"
#include "core/model/network_input.h"
#include "core/model/row_groups.h"
#include "core/model/score_function.h"
#include "core/network/model_words.h"
#include "core/network/network_file.h"

#include <ATen/ops/cat.h>
#include <ATen/TensorOperators.h>
#include <c10/core/GradMode.h>
#include <fmt/format.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>

namespace blurig {
namespace {

// What one run gave for each of its rows.
struct Run {
    at::Tensor outputs;   // N x K, float64
    at::Tensor gradients; // N x C x axes of each row's top output; undefined where there is none
    std::string failure;  // of the gradient
};

// A network run as some execution says, with batches of pictures.
struct Trial {
    std::unique_ptr<Network> network;
    Run run;
};

double normOf(const at::Tensor& tensor) {
    return tensor.to(at::kDouble).norm().item<double>();
}

double largest(const at::Tensor& tensor) {
    return tensor.abs().max().item<double>();
}

bool finite(const at::Tensor& tensor) {
    return tensor.isfinite().all().item<bool>();
}

struct Deviation {
    double scores = 0;
    double gradient = 0;
    std::string failure; // the run threw

    bool allowed() const { return failure.empty() && scores <= scoreTolerance && gradient <= gradientTolerance; }
    std::string words() const {
        return failure.empty()
                   ? fmt::format("its scores differ by {:.2g} and its gradients by {:.2g} %", scores, 100 * gradient)
                   : failure;
    }
};

class Examiner {
public:
    Examiner(const NetworkFile& file, const ModelCard& card, const std::string& where,
             const ExaminationProgress& progress, const std::stop_token& stop)
        : m_file(file)
        , m_card(card)
        , m_where(where)
        , m_progress(progress)
        , m_stop(stop)
        , m_pictures(examinationPictures(layoutOf(card.input))) {}

    Examination examine() {
        findReference();
        findRepeatability();
        findGradient();
        if (m_found.repeatable) {
            findExecution();
            findBatching();
        }
        findProbabilities();
        return std::move(m_found);
    }

private:
    void step(const char* words, double done) {
        if (m_stop.stop_requested())
            throw Cancelled();
        if (m_progress)
            m_progress(words, done);
    }

    at::Tensor picture(std::int64_t index) const { return m_pictures.narrow(0, index, 1); }

    // Rows A, B, A, B...: each place of a batch holds a picture whose lone run is known. From the other one: B, A...
    at::Tensor alternating(std::int64_t rows, std::int64_t from = 0) const {
        std::vector<at::Tensor> parts;
        for (std::int64_t row = 0; row < rows; ++row)
            parts.push_back(picture((from + row) % 2));
        return at::cat(parts);
    }

    at::Tensor outputsOf(const Network& network, const Execution& execution, const at::Tensor& z) {
        const std::vector<at::Tensor> outputs = network.forward(networkInput(z, m_card, execution.layout));
        const std::vector<std::string> names = network.traits().outputs;
        if (m_reference.empty())
            m_found.outputRows = rowsOfOutput(network, chosenOutput({outputs, names}, m_card, m_where).sizes().vec());
        return classOutput({outputs, names}, z.size(0), m_found.outputRows, m_card, m_where);
    }

    Run run(const Network& network, const Execution& execution, const at::Tensor& pictures) {
        Run result;
        const c10::AutoGradMode gradients(true);
        const at::Tensor z = pictures.clone().requires_grad_(true);
        at::Tensor outputs;
        try {
            outputs = outputsOf(network, execution, z);
        } catch (const std::exception& error) { // of quantised layers: it may run where no gradient is asked for
            result.failure = firstLine(error);
            const c10::AutoGradMode none(false);
            outputs = outputsOf(network, execution, pictures);
        }
        result.outputs = outputs.detach();
        if (!outputs.requires_grad())
            return result;
        try {
            const at::Tensor top = std::get<0>(outputs.max(1)).sum();
            const at::Tensor gradient = torch::autograd::grad({top}, {z}, {}, {}, false, true).front();
            if (gradient.defined())
                result.gradients = gradient.detach();
        } catch (const std::exception& error) {
            result.failure = firstLine(error);
        }
        return result;
    }

    // The first kind of input that the network takes.
    void findReference() {
        step("the model as filed", 0);
        const std::vector<NumberKind> kinds = m_file.inputKinds();
        for (std::size_t i = 0;; ++i) {
            const Execution execution = Execution::reference(kinds[i]);
            try {
                m_filed = networkOf(m_file, execution, m_where);
                m_reference.push_back(run(*m_filed, execution, picture(0)));
                m_found.execution = execution;
                return;
            } catch (const Error& error) {
                if (error.code() == ErrorCode::OutputMeaning || error.code() == ErrorCode::ModelOutput)
                    throw;
                if (!m_firstError)
                    m_firstError = error;
                if (i + 1 == kinds.size())
                    throw *m_firstError;
            }
        }
    }

    // One picture tells [K] from rows; a map's first dimension of 1 may also be its only class.
    OutputRows rowsOfOutput(const Network& network, const std::vector<std::int64_t>& ofOne) const {
        if (ofOne.empty())
            return OutputRows::Pictures;
        if (ofOne.front() != 1)
            return OutputRows::ClassesOfFirst;
        if (ofOne.size() != 3)
            return OutputRows::Pictures;
        try {
            const c10::AutoGradMode none(false);
            const auto outputs = network.forward(networkInput(m_pictures, m_card, MemoryLayout::Contiguous));
            return chosenOutput({outputs, {}}, m_card, m_where).size(0) == 1 ? OutputRows::ClassesOfFirst
                                                                             : OutputRows::Pictures;
        } catch (const Error&) { // takes one picture only
            return OutputRows::Pictures;
        }
    }

    void findRepeatability() {
        step("the same run again", 0.15);
        if (!finite(m_reference[0].outputs))
            return;
        const c10::AutoGradMode none(false);
        const at::Tensor again = outputsOf(*m_filed, m_found.execution, picture(0));
        const double difference = scoreDifference(again, m_reference[0].outputs);
        m_found.repeatable = difference <= repeatTolerance;
        if (!m_found.repeatable)
            m_found.findings.push_back(fmt::format(
                "its scores change when it runs again on the same picture (by up to {:.2g}): it is random or keeps a "
                "state, for instance because dropout is active. None of its numbers can be reproduced",
                difference));
    }

    void findGradient() {
        const Run& reference = m_reference[0];
        if (!finite(reference.outputs))
            m_found.findings.emplace_back("its scores are not numbers (NaN or infinity) on the pictures of the "
                                          "examination: check value range and normalisation of its card");
        if (!reference.gradients.defined()) {
            m_found.gradient = GradientState::None;
            if (const auto stop = m_file.gradientStop())
                m_found.gradientStop = *stop;
            else if (!reference.failure.empty())
                m_found.gradientStop.words = "has no gradient: " + reference.failure;
            m_found.findings.push_back("it " + m_found.gradientStop.words + ": methods that need gradients do not run");
        } else if (!finite(reference.gradients)) {
            m_found.gradient = GradientState::NotFinite;
            m_found.findings.emplace_back("its gradient is not a number (NaN or infinity) on the pictures of the "
                                          "examination");
        } else if (normOf(reference.gradients) == 0) {
            m_found.gradient = GradientState::Zero;
            const auto stop = m_file.gradientStop();
            m_found.findings.push_back("its gradient is zero everywhere on the pictures of the examination" +
                                       (stop ? ": it " + stop->words : std::string()));
        }
    }

    // All that is fast at once; where that disagrees, each by itself.
    void findExecution() {
        step("another picture as filed", 0.2);
        m_reference.push_back(run(*m_filed, m_found.execution, picture(1)));
        const Execution reference = m_found.execution;
        Execution fast = reference;
        fast.freezing = m_file.canFreeze() ? Freezing::Frozen : Freezing::AsFiled;
        const Traits traits = m_filed->traits();
        const bool channelsFirst = m_card.axisOrder == AxisOrder::Nchw && m_pictures.dim() == 4;
        fast.layout = channelsFirst ? traits.layout : MemoryLayout::Contiguous;
        const bool severalRows = m_found.outputRows == OutputRows::Pictures && traits.fixedBatch != 1;
        fast.batching = severalRows ? Batching::Together : Batching::Alone;
        if (m_found.outputRows == OutputRows::ClassesOfFirst)
            m_found.findings.emplace_back(
                "it returns the scores of one picture for any batch: it runs one picture at a time");
        step("frozen, channels-last, in batches", 0.35);
        if (keep(fast, "")) // the usual case
            return;
        if (fast.freezing == Freezing::Frozen) {
            step("frozen", 0.6);
            Execution next = m_found.execution;
            next.freezing = Freezing::Frozen;
            keep(next, "it runs unfrozen, which is slower, because frozen ");
        }
        if (fast.layout == MemoryLayout::ChannelsLast) {
            step("channels-last", 0.7);
            Execution next = m_found.execution;
            next.layout = MemoryLayout::ChannelsLast;
            keep(next, "it runs in contiguous memory, which is slower, because in channels-last layout ");
        }
        if (fast.batching == Batching::Together) {
            step("in batches", 0.8);
            Execution next = m_found.execution;
            next.batching = Batching::Together;
            keep(next, "it runs one picture at a time, which is slower, because among other pictures ");
        }
    }

    // Takes the execution where it agrees with the reference; else says why not, after these words if there are any.
    bool keep(const Execution& execution, const std::string& otherwise) {
        const Deviation deviation = deviationOf(execution);
        if (deviation.allowed()) {
            m_found.execution = execution;
            m_found.scoreDeviation = deviation.scores;
            m_found.gradientDeviation = deviation.gradient;
            m_kept = std::move(m_tried);
        } else if (!otherwise.empty()) {
            m_found.findings.push_back(otherwise + deviation.words());
        }
        return deviation.allowed();
    }

    Deviation deviationOf(const Execution& execution) {
        Deviation deviation;
        try {
            std::unique_ptr<Network> network = networkOf(m_file, execution, m_where);
            const int rows = rowsTogether(execution, network->traits(), layoutOf(m_card.input));
            Run found = run(*network, execution, alternating(rows));
            for (std::int64_t row = 0; row < rows; ++row) {
                const Run& reference = m_reference[static_cast<std::size_t>(row % 2)];
                deviation.scores =
                    std::max(deviation.scores, scoreDifference(found.outputs.narrow(0, row, 1), reference.outputs));
                deviation.gradient = std::max(deviation.gradient, gradientDifference(found, row, reference));
            }
            m_tried = {std::move(network), std::move(found)};
        } catch (const Error& error) {
            deviation.failure = "it " + error.happened();
        } catch (const std::exception& error) {
            deviation.failure = "it fails (" + firstLine(error) + ")";
        }
        return deviation;
    }

    // A row must have the same bits in whatever company, since that depends on what was known before. Its place matters
    // where products are cut into blocks of rows, the number of rows where that decides how they are cut.
    void findBatching() {
        if (m_found.execution.batching != Batching::Together)
            return;
        step("the same bits in every batch", 0.9);
        const Network& network = *m_kept.network;
        const Run swapped = run(network, m_found.execution, alternating(2, 1));
        const auto agrees = [&](const Run& batch) {
            for (std::int64_t row = 0; row < batch.outputs.size(0); ++row)
                if (!sameBits(batch, row, swapped, 1 - row % 2))
                    return false;
            return true;
        };
        if (agrees(m_kept.run))
            return;
        const bool larger = m_kept.run.outputs.size(0) > 2;
        m_found.execution.batching =
            larger && agrees(run(network, m_found.execution, alternating(2))) ? Batching::Pairs : Batching::Alone;
    }

    static bool sameBits(const Run& a, std::int64_t row, const Run& b, std::int64_t other) {
        return a.outputs[row].equal(b.outputs[other]) &&
               (!a.gradients.defined() || (b.gradients.defined() && a.gradients[row].equal(b.gradients[other])));
    }

    // The largest of the class scores and of the outputs themselves, these by their size: a softmax hides what all
    // logits share.
    double scoreDifference(const at::Tensor& outputs, const at::Tensor& reference) const {
        if (!finite(outputs) || !finite(reference))
            return outputs.equal(reference) ? 0 : 1;
        const double scores = largest(classScoresOf(outputs, m_card.output) - classScoresOf(reference, m_card.output));
        return std::max(scores, largest(outputs - reference) / std::max(1.0, largest(reference)));
    }

    static double gradientDifference(const Run& found, std::int64_t row, const Run& reference) {
        if (found.gradients.defined() != reference.gradients.defined())
            return 1;
        if (!found.gradients.defined())
            return 0;
        const double difference = normOf(found.gradients[row] - reference.gradients[0]);
        const double size = normOf(reference.gradients);
        if (!(difference > 0)) // NaN is a difference
            return difference == 0 ? 0 : 1;
        return size > 0 ? difference / size : 1;
    }

    // What the card calls logits may be scores already.
    void findProbabilities() {
        const auto allRuns = [this](auto holds) {
            return std::ranges::all_of(m_reference,
                                       [&](const Run& run) { return finite(run.outputs) && holds(run.outputs); });
        };
        if (m_card.output != OutputKind::Logits)
            return;
        m_found.sumsToOne = allRuns([](const at::Tensor& outputs) {
            return outputs.min().item<double>() >= 0 && largest(outputs.sum(1) - 1.0) < 1e-4;
        });
        if (!m_found.sumsToOne && allRuns([](const at::Tensor& outputs) {
                return outputs.min().item<double>() >= 0 && outputs.max().item<double>() <= 1;
            }))
            m_found.findings.emplace_back(
                "its outputs all lie between 0 and 1, like sigmoids, but its card says logits, so that softmax is "
                "applied to them. If they are scores already, set the kind of output to sigmoids");
    }

    const NetworkFile& m_file;
    const ModelCard& m_card;
    const std::string& m_where;
    const ExaminationProgress& m_progress;
    const std::stop_token& m_stop;
    at::Tensor m_pictures; // 2 x C x axes
    std::unique_ptr<Network> m_filed;
    Trial m_tried;                // the last execution that was compared with the reference
    Trial m_kept;                 // the one that was taken
    std::vector<Run> m_reference; // of the first picture, and of the second where it was needed
    std::optional<Error> m_firstError;
    Examination m_found;
};

} // namespace

Examination examine(const NetworkFile& file, const ModelCard& card, const std::string& where,
                    const ExaminationProgress& progress, const std::stop_token& stop) {
    return Examiner(file, card, where, progress, stop).examine();
}

} // namespace blurig
