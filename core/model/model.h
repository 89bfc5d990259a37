// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/model/examination_memory.h"
#include "core/model/model_info.h"
#include "core/model/target.h"
#include "core/network/inner_value.h"
#include "core/network/network.h"
#include "core/network/network_format.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <stop_token>
#include <vector>

namespace blurig {

struct ModelOptions {
    NetworkFormats formats = builtInFormats(); // asked in this order
    std::optional<ModelCard> card;             // wins over the file's
    OutputWish output;                         // wins over the card
    Freezing freezing = Freezing::Frozen;      // AsFiled: Execution::reference(), whatever the examination allows
    std::optional<Execution> execution;        // what was recorded with a result; wins over the examination
    DeviceWish device = DeviceWish::Automatic;
    // SHA-256 of the files that may run; none: any. Another file is an Error (ChangedModel) before anything of it runs.
    std::optional<std::set<std::string>> trusted;
    std::shared_ptr<ExaminationMemory> memory; // none: the model is examined each time
    ExaminationProgress progress;              // of the examination
    std::stop_token stop;
};

// What was found out about a network, and how it runs because of that or because somebody said so.
struct ModelFacts {
    Examination examination;
    Execution execution;
    bool asFiled = false; // because a user wanted so, whatever the examination allows
    // What a user must know before a number of the model is shown, a sentence each, without full stop.
    std::vector<std::string> notes;
};

// One evaluation of a batch of N inputs.
struct Evaluation {
    std::vector<double> values;     // F of each
    std::vector<Array> classScores; // each: 1 x K, softmax or sigmoid as the card says; float64
    std::vector<Array> gradients;   // each: as a row of the batch, dF/dz in z's space; empty where none was asked for
};

// One evaluation of one input up to an inner value.
struct InnerEvaluation {
    double value = 0; // F
    Array inner;      // one row's; its first dimension as channels
    Array gradient;   // dF/d(inner), of the same layout; empty where F does not depend on it
};

// F (Score::ClassScore) of a row of Evaluation::classScores, with the bits that evaluate() gives.
double scoreOf(const Array& classScores, const Target& target);

// A network with its card: scores and gradients of targets for inputs in z's space (before normalisation).
// Safe to use from several threads; ComputeScope decides how many threads a call uses.
class Model {
public:
    // Runs the network once on a mid-grey input to learn the number of classes and that it fits its card; throws Error.
    // `facts`: the network was made for their execution.
    Model(std::unique_ptr<Network> network, ModelCard card, CardOrigin origin, std::string file, std::string sha256,
          ModelFacts facts = {});

    const std::shared_ptr<const ModelInfo>& info() const { return m_info; } // never null
    const ModelCard& card() const { return m_info->card; }
    CardOrigin cardOrigin() const { return m_info->cardOrigin; }
    const std::string& file() const { return m_info->file; }
    const std::string& sha256() const { return m_info->sha256; }
    const Network& network() const { return *m_network; }
    ClassIndex classCount() const { return m_info->classCount; }
    const Examination& examination() const { return m_info->examination; }
    const Execution& execution() const { return m_info->execution; }
    Freezing freezing() const { return execution().freezing; }
    bool asFiled() const { return m_info->asFiled; }
    const std::vector<std::string>& notes() const { return m_info->notes; }
    int rowsTogether() const { return m_info->rowsTogether; }

    // batch: of inputs of the card's layout; a row does not depend on what is in the others. Throws Error (ModelInput,
    // ModelFailed, ModelOutput for NaN or a wrong shape, NoGradient).
    Evaluation evaluate(const Array& batch, const Target& target, Score score) const;        // with gradients
    Evaluation evaluateForward(const Array& batch, const Target& target, Score score) const; // values and scores
    std::vector<Array> classScores(const Array& batch) const;                                // each 1 x K

    // What the network computes of one input on its way, in the order of the program; sizes without the
    // batch. Values that do not keep the pictures of a batch apart are left out. One forward pass. Throws Error.
    std::vector<InnerValue> innerValues(const Array& input) const;
    // `name`: of an inner value with two sizes or more. Throws Error, like evaluate().
    InnerEvaluation evaluateInner(const Array& input, const Target& target, Score score, const std::string& name) const;

private:
    enum class Pass { Forward, ForwardAndBackward };
    struct Asked {
        const Target* target = nullptr; // null: class scores alone
        Score score = Score::ClassScore;
        Pass pass = Pass::Forward;
    };
    Evaluation run(const Array& batch, const Asked& asked) const;
    at::Tensor differentiableInput(const Array& input) const; // one picture, as run() hands it to the network
    void runTogether(const at::Tensor& z, std::int64_t wanted, const ArrayLayout& layout, const Asked& asked,
                     Evaluation& result) const;

    std::unique_ptr<Network> m_network;
    std::shared_ptr<const ModelInfo> m_info;
};

// An input of the model's size in the middle of its value range.
Array greyInput(const ModelCard& card);

// The card that loadModel() would take, without running anything of the file: for a form that asks about the rest.
// Throws Error where it cannot be read.
ModelCard statedCard(const std::filesystem::path& file, const NetworkFormats& formats = builtInFormats());

// Reads the file once, asks each format whether it knows it, finds its card: given, else beside it (FILE.json, or with
// .json for its ending), else embedded, else assumed; a JSON that does not say "card_version" is no card: a note names
// it. Examines the network, or remembers what was found before. Throws Error, or Cancelled once the stop token is set.
std::shared_ptr<const Model> loadModel(const std::filesystem::path& file, const ModelOptions& options = {});

} // namespace blurig
