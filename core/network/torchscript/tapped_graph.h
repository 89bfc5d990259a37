// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/network/inner_forward.h"
#include "core/network/torchscript/call_names.h"
#include "core/network/torchscript/tap.h"

#include <torch/csrc/jit/api/module.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace blurig {

// Internal to the room: a copy of a TorchScript module's forward with a tap after each tensor that it computes, in the
// blocks of if and loop, too. The module itself stays as it is. Safe to run from several threads.
class TappedGraph {
public:
    // `names`: of the module as it was loaded.
    TappedGraph(const torch::jit::Module& module, const CallNames& names);
    ~TappedGraph();
    TappedGraph(const TappedGraph&) = delete;
    TappedGraph& operator=(const TappedGraph&) = delete;

    // `output`: what the module returned. `keep`: the name of a value, or empty.
    struct Result {
        c10::IValue output;
        std::vector<InnerValue> values;
        at::Tensor kept;
    };
    Result run(const at::Tensor& input, const std::string& keep) const;

private:
    struct Tap {
        std::string name;
        std::string operation;
        std::vector<std::size_t> from; // taps of the values that it was computed of
    };
    class Builder;

    std::vector<InnerValue> valuesOf(const std::vector<std::optional<TapRecorder::Passed>>& passed) const;

    torch::jit::Module m_module;
    std::unique_ptr<torch::jit::GraphFunction> m_function;
    std::vector<Tap> m_taps;
};

} // namespace blurig
