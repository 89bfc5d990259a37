// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/model_info.h"

#include "core/array/digest.h"

#include <fmt/format.h>

#include <span>

namespace blurig {

std::string runsAs(const ModelInfo& info) {
    const Execution& execution = info.execution;
    std::string words =
        fmt::format("{}, {}, {}, {}", execution.freezing == Freezing::Frozen ? "frozen" : "unfrozen",
                    execution.layout == MemoryLayout::ChannelsLast ? "channels-last" : "contiguous",
                    info.rowsTogether > 1 ? fmt::format("up to {} pictures together", info.rowsTogether)
                                          : "one picture at a time",
                    execution.number == NumberKind::Double ? "64-bit floats" : "32-bit floats");
    if (execution == Execution::reference(execution.number))
        return words + ": as its file has it";
    if (execution != info.examination.execution)
        return words + ": as it was recorded";
    return words + fmt::format(": within {:.1g} of the file's scores and {:.2g} % of its gradients",
                               info.examination.scoreDeviation, 100 * info.examination.gradientDeviation);
}

std::string modelIdOf(const ModelInfo& info) {
    const std::string all =
        fmt::format("{} {} {} {}", info.sha256, name(info.device), toText(info.execution), toJson(info.card));
    return sha256Hex(std::as_bytes(std::span(all)));
}

} // namespace blurig
