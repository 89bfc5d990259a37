// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/model/device.h"
#include "core/model/execution.h"

#include <cstddef>
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

struct NetworkFile {
    std::unique_ptr<Network> network;
    std::optional<std::string> cardJson;   // the embedded card
    Freezing freezing = Freezing::AsFiled; // what was done; a graph that stops gradients is never frozen
};

// One file format; one file a format and one line in networkFormats(). load() sees bytes that were read once.
class NetworkFormat {
public:
    virtual ~NetworkFormat() = default;
    virtual std::string name() const = 0;
    virtual bool recognises(std::span<const std::byte> bytes) const = 0;
    virtual NetworkFile load(std::span<const std::byte> bytes, const std::string& where, Freezing freezing,
                             Device device) const = 0;
};

std::span<const NetworkFormat* const> networkFormats();

} // namespace blurig
