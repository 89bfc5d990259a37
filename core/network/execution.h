// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace blurig {

enum class Freezing { Frozen, AsFiled };              // frozen folds constants and batch norm
enum class MemoryLayout { ChannelsLast, Contiguous }; // of the input and of convolutions' weights
enum class Batching { Together, Pairs, Alone };       // rows of a batch in one run, two by two, or each in its own
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

// "frozen channels-last together float", each word as in a record; parseExecution() reads it, and throws Error
// (Argument), which names `where`.
std::string toText(const Execution& execution);
Execution parseExecution(std::string_view text, const std::string& where);

} // namespace blurig
