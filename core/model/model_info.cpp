// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/model_info.h"

#include "core/array/digest.h"
#include "core/error.h"

#include <fmt/format.h>

#include <filesystem>
#include <span>

namespace blurig {

std::string runsAs(const ModelInfo& info) {
    const Execution& execution = info.execution;
    std::string words = fmt::format("{}, {}, {}, {}", execution.freezing == Freezing::Frozen ? "frozen" : "unfrozen",
                                    execution.layout == MemoryLayout::ChannelsLast ? "channels-last" : "contiguous",
                                    info.rowsTogether > 1 ? fmt::format("up to {} pictures together", info.rowsTogether)
                                                          : "one picture at a time",
                                    execution.number == NumberKind::Double ? "64-bit floats" : "32-bit floats");
    if (execution == Execution::reference(execution.number))
        return words + ": as in the file";
    if (execution != info.examination.execution)
        return words + ": as recorded";
    return words + fmt::format(": scores within {:.1g} and gradients within {:.2g} % of those of the file as it is",
                               info.examination.scoreDeviation, 100 * info.examination.gradientDeviation);
}

std::string modelIdOf(const ModelInfo& info) {
    const std::string all =
        fmt::format("{} {} {} {}", info.sha256, name(info.network.device), toText(info.execution), toJson(info.card));
    return sha256Hex(std::as_bytes(std::span(all)));
}

const PictureSpec& pictureSpec(const ModelInfo& info) {
    return pictureSpec(info.card.input, info.file);
}

const SoundSpec& soundSpec(const ModelInfo& info) {
    return soundSpec(info.card.input, info.file);
}

void requireKnownCard(const ModelInfo& info) {
    if (info.cardOrigin == CardOrigin::Assumed)
        throw Error(ErrorCode::ModelCard, info.file, "has no model card: its input is unknown",
                    "Put its card beside it as " + std::filesystem::path(info.file).filename().string() +
                        ".json; or open it in the window once and describe it there");
}

} // namespace blurig
