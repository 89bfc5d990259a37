// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audio/sound.h"

#include "core/array/digest.h"
#include "core/array/file_bytes.h"
#include "core/array/torch_access.h"
#include "core/audio/sound_format.h"
#include "core/error.h"
#include "core/lower_ending.h"

#include <ATen/ops/from_blob.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace blurig {

Sound soundOf(std::vector<float> samples, int rate, std::string name) {
    Sound sound;
    sound.rate = rate;
    sound.name = std::move(name);
    sound.sha256 = sha256Hex(std::as_bytes(std::span(samples)));
    const auto length = static_cast<std::int64_t>(samples.size());
    sound.source = {.format = "samples", .rate = rate, .channels = 1, .frames = length};
    ArrayLayout layout{.channels = 1,
                       .axes = {Axis{.name = "row", .size = 1, .unit = ""},
                                Axis{.name = "time", .size = length, .unit = "s", .step = 1.0 / rate}},
                       .range = {-1, 1, ""}};
    // Shared, not copied: an hour has 230 MB at 16 kHz.
    const auto held = std::make_shared<std::vector<float>>(std::move(samples));
    at::Tensor tensor = at::from_blob(held->data(), {1, 1, length}, [held](void*) {}, at::kFloat);
    sound.samples = arrayOf(std::move(tensor), std::move(layout));
    return sound;
}

bool isSound(const std::filesystem::path& file) {
    try {
        const OpenedFile opened = openFile(file);
        std::array<std::byte, soundSignatureBytes> beginning{};
        const std::size_t count = std::fread(beginning.data(), 1, beginning.size(), opened.get());
        return soundFormatOf(std::span(beginning).first(count)) != nullptr;
    } catch (const Error&) {
        return false;
    }
}

bool isNamedAsSound(const std::filesystem::path& file) {
    const std::string ending = lowerEnding(file);
    return std::ranges::any_of(soundFormats(), [&ending](const SoundFormat& format) {
        return std::ranges::find(format.extensions, ending) != format.extensions.end();
    });
}

} // namespace blurig
