// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/csrc/jit/api/module.h>

#include <string>
#include <vector>

namespace blurig {

// Internal to the room: what a module's calls of its parts call them ("blocks.15"). Of that, LibTorch's inlining keeps
// the last word only.
class CallNames {
public:
    explicit CallNames(const torch::jit::Module& module); // as loaded, its calls still there

    // Of the part called there, which inlining knows as `lastWord`.
    std::string nameAt(const torch::jit::SourceRange& call, const std::string& lastWord) const;

private:
    void addCalls(const torch::jit::Block* block);

    struct Call {
        torch::jit::SourceRange place;
        std::string lastWord;
        std::string name;
    };
    std::vector<Call> m_calls; // those whose name has several words
};

} // namespace blurig
