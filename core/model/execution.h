// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/input_spec.h"
#include "core/model/device.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace blurig {

enum class Freezing { Frozen, AsFiled };              // frozen folds constants and batch norm
enum class MemoryLayout { ChannelsLast, Contiguous }; // of the input and of convolutions' weights
enum class Batching { Together, Alone };              // rows of a batch in one run, or each in a run of its own
enum class NumberKind { Float, Double };              // of the input

// How a network is run. It decides the last bits of what it computes, and whether that is what its file means.
struct Execution {
    Freezing freezing = Freezing::Frozen;
    MemoryLayout layout = MemoryLayout::ChannelsLast;
    Batching batching = Batching::Together;
    NumberKind number = NumberKind::Float;

    bool operator==(const Execution&) const = default;

    // One contiguous picture at a time through the graph as filed: what torch.jit.load(file).eval()(x) computes.
    static Execution reference(NumberKind number);
};

// The greatest batch that runs together: a constant of the network's size, never a measurement, since the bits of a row
// may depend on how many there are and on its place among them.
int rowsTogether(const Execution& execution, std::int64_t parameters, const InputSpec& input, Device device);

// "frozen channels-last together float", each word as in a record; parseExecution() reads it, and throws Error
// (Argument), which names `where`.
std::string toText(const Execution& execution);
Execution parseExecution(std::string_view text, const std::string& where);

} // namespace blurig
