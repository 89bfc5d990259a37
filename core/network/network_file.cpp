// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/network_file.h"

#include "core/network/piecewise_network.h"

namespace blurig {

std::unique_ptr<Network> networkOf(const NetworkFile& file, const Execution& execution, const std::string& where) {
    std::unique_ptr<Network> network = file.network(execution);
    if (!network->traits().fixedBatch)
        return network;
    return std::make_unique<PiecewiseNetwork>(std::move(network), where);
}

} // namespace blurig
