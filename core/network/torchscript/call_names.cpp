// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/torchscript/call_names.h"

#include <algorithm>
#include <set>

namespace blurig {
namespace {

// The attributes on the way from the calling module; empty where the callee is no part of it.
std::vector<std::string> attributePath(const torch::jit::Value* module) {
    std::vector<std::string> words;
    for (; module->node()->kind() == c10::prim::GetAttr; module = module->node()->input())
        words.insert(words.begin(), module->node()->s(c10::attr::name));
    return words;
}

} // namespace

CallNames::CallNames(const torch::jit::Module& module) {
    std::set<c10::ClassTypePtr> seen;
    for (const torch::jit::Module& part : module.modules())
        if (seen.insert(part.type()).second)
            for (const torch::jit::Method& method : part.get_methods())
                addCalls(method.graph()->block());
}

void CallNames::addCalls(const torch::jit::Block* block) {
    for (const torch::jit::Node* node : block->nodes()) {
        if (node->kind() == c10::prim::CallMethod) {
            const std::vector<std::string> words = attributePath(node->input(0));
            if (words.size() > 1) {
                std::string name = words.front();
                for (std::size_t i = 1; i < words.size(); ++i)
                    name.append(".").append(words[i]);
                m_calls.push_back({node->sourceRange(), words.back(), name});
            }
        }
        for (const torch::jit::Block* inner : node->blocks())
            addCalls(inner);
    }
}

std::string CallNames::nameAt(const torch::jit::SourceRange& call, const std::string& lastWord) const {
    const auto found = std::ranges::find_if(
        m_calls, [&](const Call& known) { return known.lastWord == lastWord && known.place == call; });
    return found == m_calls.end() ? lastWord : found->name;
}

} // namespace blurig
