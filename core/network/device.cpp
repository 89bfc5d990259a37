// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/device.h"

#include "core/error.h"
#include "core/words.h"

#include <ATen/Context.h>

namespace blurig {
namespace {

constexpr Words<DeviceWish, 3> wishWords{
    {{DeviceWish::Automatic, "auto"}, {DeviceWish::Cpu, "cpu"}, {DeviceWish::Cuda, "cuda"}}};

} // namespace

std::string_view name(Device device) {
    return device == Device::Cuda ? "CUDA" : "CPU";
}

DeviceWish parseDevice(std::string_view text) {
    if (const auto wish = valueOf(wishWords, text))
        return *wish;
    throw Error(ErrorCode::Argument, "device", "there is no device \"" + std::string(text) + "\"",
                "Use " + listOf(wishWords));
}

Device deviceFor(DeviceWish wish) {
    return wish == DeviceWish::Cuda && at::hasCUDA() ? Device::Cuda : Device::Cpu;
}

std::string deviceNote(DeviceWish wish, Device device) {
    if (wish != DeviceWish::Cuda || device == Device::Cuda)
        return "";
    return "LibTorch finds no CUDA device: models run on the CPU";
}

} // namespace blurig
