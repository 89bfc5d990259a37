// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/network/device.h"
#include "core/network/execution.h"
#include "core/network/inner_value.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace at {
class Tensor;
}

namespace blurig {

struct InnerForward;

// A differentiable function of one tensor, from whatever file format. No card, no classes: those are the Model's.
class Network {
public:
    virtual ~Network() = default;

    // N x ... in, all tensors of the output in order (tuples, lists and dictionaries are flattened). Differentiable in
    // the input when it requires a gradient. Throws Error (ModelInput, ModelFailed, ModelOutput).
    virtual std::vector<at::Tensor> forward(const at::Tensor& input) const = 0;
    // The same, with the values inside that depend on the input (which requires a gradient), and one of them kept by
    // its name. A format that cannot look inside shows none.
    virtual InnerForward forwardInside(const at::Tensor& input, const std::string& keep) const;
    virtual std::string format() const = 0; // "TorchScript"
    virtual std::int64_t parameterCount() const = 0;
    virtual Device device() const {
        return Device::Cpu;
    } // where it runs; inputs come from anywhere, outputs stay there
};

// Why a network has no gradient, as its program shows it.
struct GradientStop {
    std::string words;  // "has quantised layers, which have no gradient (quantized::conv2d)"
    std::string remedy; // "Open the model from before quantisation"

    bool operator==(const GradientStop&) const = default;
};

// What one file holds: networks that share its weights and differ in how they run.
class NetworkFile {
public:
    virtual ~NetworkFile() = default;

    virtual std::unique_ptr<Network> network(const Execution& execution) const = 0; // throws Error
    virtual std::optional<std::string> cardJson() const { return std::nullopt; }    // the embedded card
    // The kinds of number that the input may have, the likeliest first; at least one.
    virtual std::vector<NumberKind> inputKinds() const { return {NumberKind::Float}; }
    virtual bool canFreeze() const { return false; }
    virtual std::vector<std::string> notes() const { return {}; } // what loading had to change, in sentences
    virtual std::optional<GradientStop> gradientStop() const { return std::nullopt; }
};

// One file format; one file a format and one line in networkFormats(). load() sees bytes that were read once.
class NetworkFormat {
public:
    virtual ~NetworkFormat() = default;
    virtual std::string name() const = 0;
    virtual bool recognises(std::span<const std::byte> bytes) const = 0;
    // The embedded card, read without running anything of the file; none also where the file is not of this format.
    virtual std::optional<std::string> cardJson(const std::filesystem::path& file) const = 0;
    virtual std::unique_ptr<NetworkFile> load(std::span<const std::byte> bytes, const std::string& where,
                                              Device device) const = 0;
};

std::span<const NetworkFormat* const> networkFormats();

} // namespace blurig
