// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace blurig {

// Where a network runs.
enum class Device { Cpu, Cuda };
std::string_view name(Device device); // "CPU", "CUDA"

enum class DeviceWish { Automatic, Cpu, Cuda };
DeviceWish parseDevice(std::string_view text); // "auto", "cpu", "cuda"; throws Error (Argument)

// CUDA where it is wanted and LibTorch finds a device for it, else the CPU. Automatic is the CPU: maps of a GPU have
// not been shown to be as right.
Device deviceFor(DeviceWish wish);
// What to say where a wish was not fulfilled; empty where it was.
std::string deviceNote(DeviceWish wish, Device device);

} // namespace blurig
