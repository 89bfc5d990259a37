// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/torchscript/gradient_stop.h"

#include "core/network/torchscript/inlined_forward.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace blurig {
namespace {

struct Kind {
    std::string_view prefix; // of the operation's name, or the whole
    const char* words;
    const char* remedy;
};

constexpr const char* quantised = "has quantised layers, which have no gradient";
constexpr const char* beforeQuantisation = "Open the model as it was before quantisation, with float weights";
constexpr const char* stopped = "stops gradients inside";
constexpr const char* withoutStop = "Export it without detach() or no_grad around its layers";
constexpr const char* chosen = "chooses a class inside instead of giving scores";
constexpr const char* withoutChoice = "Export it without its final argmax, so that it returns scores";
constexpr const char* stepped = "rounds or compares values inside, which has no gradient";
constexpr const char* withoutSteps =
    "Export it without rounding or comparisons on the way from the input to the scores";

constexpr const char* whole = "converts values to whole numbers inside, which has no gradient";
constexpr const char* withoutWhole =
    "Export it without conversions to integers on the way from the input to the scores";

// The likeliest cause first.
constexpr std::array<Kind, 15> kinds{{{"quantized::", quantised, beforeQuantisation},
                                      {"aten::quantize_per", quantised, beforeQuantisation},
                                      {"aten::argmax", chosen, withoutChoice},
                                      {"aten::one_hot", chosen, withoutChoice},
                                      {"aten::detach", stopped, withoutStop},
                                      {"aten::set_grad_enabled", stopped, withoutStop},
                                      {"prim::Enter", stopped, withoutStop},
                                      {"aten::to", whole, withoutWhole},
                                      {"aten::round", stepped, withoutSteps},
                                      {"aten::sign", stepped, withoutSteps},
                                      {"aten::floor", stepped, withoutSteps},
                                      {"aten::ceil", stepped, withoutSteps},
                                      {"aten::gt", stepped, withoutSteps},
                                      {"aten::lt", stepped, withoutSteps},
                                      {"aten::ge", stepped, withoutSteps}}};

// Of sizes and other plain numbers, no operation matters.
bool takesTensor(const torch::jit::Node& node) {
    return std::ranges::any_of(node.inputs(), [](const torch::jit::Value* value) {
        return value->type()->isSubtypeOf(*c10::TensorType::get());
    });
}

bool convertsToWholeNumbers(const torch::jit::Node& node) {
    const auto* schema = node.maybeSchema();
    if (!schema)
        return false;
    const auto type = schema->argumentIndexWithName("dtype");
    if (!type)
        return false;
    const auto given = torch::jit::toIValue(node.input(static_cast<std::size_t>(*type)));
    return given && given->isInt() && c10::isIntegralType(static_cast<at::ScalarType>(given->toInt()), true);
}

bool isOf(const Kind& kind, const torch::jit::Node& node) {
    const std::string operation = node.kind().toQualString();
    if (kind.words == whole)
        return operation == kind.prefix && convertsToWholeNumbers(node);
    if (kind.prefix.ends_with("::") || kind.prefix.ends_with("_per"))
        return operation.starts_with(kind.prefix);
    const bool itself = operation == kind.prefix || operation == std::string(kind.prefix) + '_';
    return itself && (kind.words == stopped || takesTensor(node));
}

void look(torch::jit::Block* block, std::array<std::string, kinds.size()>& found) {
    for (torch::jit::Node* node : block->nodes()) {
        for (std::size_t i = 0; i < kinds.size(); ++i)
            if (found[i].empty() && isOf(kinds[i], *node))
                found[i] = node->kind().toQualString();
        for (torch::jit::Block* inner : node->blocks())
            look(inner, found);
    }
}

} // namespace

std::optional<GradientStop> gradientStopOf(const torch::jit::Module& module) {
    std::array<std::string, kinds.size()> found;
    look(inlinedForward(module).graph->block(), found);
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (!found[i].empty())
            return GradientStop{std::string(kinds[i].words) + " (" + found[i] + ")", kinds[i].remedy};
    return std::nullopt;
}

} // namespace blurig
