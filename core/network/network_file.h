// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/network/gradient_stop.h"
#include "core/network/network.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace blurig {

// What one file holds: networks that share its weights and differ in how they run.
class NetworkFile {
public:
    virtual ~NetworkFile() = default;

    virtual std::unique_ptr<Network> network(const Execution& execution) const = 0; // throws Error
    virtual std::optional<std::string> cardJson() const { return std::nullopt; }    // the embedded card
    // The kinds of number that the input may have, the likeliest first; at least one.
    virtual std::vector<NumberKind> inputKinds() const { return {NumberKind::Float}; }
    virtual bool canFreeze() const { return false; }              // Freezing::Frozen is another, faster network
    virtual std::vector<std::string> notes() const { return {}; } // what loading had to change, in sentences
    virtual std::optional<GradientStop> gradientStop() const { return std::nullopt; }

    // What holds weights of two dimensions or more, by name, in the file's order: usually the input's side comes first.
    // None where the format cannot tell.
    virtual std::vector<std::string> layers() const { return {}; }
    // A copy in which the weights of the `last` ones of these are in random order, the same for the same seed on every
    // machine. Biases and normalisations stay.
    virtual std::unique_ptr<NetworkFile> withShuffledWeights(std::size_t /*last*/, std::uint64_t /*seed*/) const {
        return nullptr;
    }
};

// The network of this execution. One that takes batches of one size only takes any here: it runs piece by piece.
std::unique_ptr<Network> networkOf(const NetworkFile& file, const Execution& execution, const std::string& where);

} // namespace blurig
