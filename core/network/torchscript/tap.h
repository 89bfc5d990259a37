// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ATen/core/Tensor.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace blurig {

// Internal to the room. The operator blurig::tap(Tensor value, int index) -> Tensor gives its argument back as it is,
// and tells the recorder of its thread, if there is one, that it passed.
constexpr const char* tapOperator = "blurig::tap";
void registerTap(); // once, before a graph with taps is run

// Sees the taps of its thread for as long as it lives.
class TapRecorder {
public:
    struct Passed {
        bool differentiable = false;
        std::vector<std::int64_t> sizes;
    };

    TapRecorder(std::size_t taps, std::optional<std::size_t> keep);
    ~TapRecorder();
    TapRecorder(const TapRecorder&) = delete;
    TapRecorder& operator=(const TapRecorder&) = delete;

    const std::vector<std::optional<Passed>>& passed() const { return m_passed; } // by index; none: did not run
    const at::Tensor& kept() const { return m_kept; } // a copy, safe from later changes in place

    static void pass(const at::Tensor& value, std::int64_t index);

private:
    void record(const at::Tensor& value, std::size_t index);

    std::vector<std::optional<Passed>> m_passed;
    std::optional<std::size_t> m_keep;
    at::Tensor m_kept;
    TapRecorder* m_before;
};

} // namespace blurig
